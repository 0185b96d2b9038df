//! A public newsroom as it is: every file is read, nothing is lost, everything is valid.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use dateline::domain::body::{BlockContent, plain_text};
use dateline::domain::{AnyContent, Id, Kind, Record, Role};
use dateline::import::{Oddities, ReadFile};

use super::{content, kind, read};
use crate::support::corpus;

/// The whole corpus, read once for all tests.
fn whole() -> Option<&'static [ReadFile]> {
    static FILES: OnceLock<Option<Vec<ReadFile>>> = OnceLock::new();
    FILES.get_or_init(|| corpus::unpacked("digitalgov").map(|root| read(&root))).as_deref()
}

fn count(records: &[Record]) -> BTreeMap<Kind, usize> {
    let mut counts = BTreeMap::new();
    let mut seen = std::collections::HashSet::new();
    for record in records.iter().filter(|record| seen.insert(record.id)) {
        *counts.entry(kind(record)).or_default() += 1;
    }
    counts
}

/// The records of all files, none of which fails.
fn records(files: &[ReadFile]) -> Vec<Record> {
    let records =
        |file: &ReadFile| file.outcome.clone().unwrap_or_else(|error| panic!("{}: {error}", file.path));
    files.iter().flat_map(records).collect()
}

#[test]
fn a_public_newsroom_comes_in_whole() {
    let Some(files) = whole() else { return };
    // 2,083 posts, 1,043 authors and 51 topics, each with one list page more, and 988 described pictures.
    assert_eq!(files.len(), 2_084 + 1_044 + 52 + 988);
    let records = records(files);
    let counts = [
        (Kind::Article, 2_083),
        (Kind::Author, 1_043),
        // Every box, note and ring.
        (Kind::FactBox, 42 + 74 + 13),
        (Kind::Section, 1),
        // Three more are named by posts alone.
        (Kind::Tag, 51 + 3),
        // As many are only shown in posts.
        (Kind::Image, 988 + 2_373),
    ];
    assert_eq!(count(&records), BTreeMap::from(counts));
    for record in &records {
        content(record).validate().unwrap_or_else(|error| panic!("{}: {error}", record.key));
    }
    for text in records.iter().flat_map(texts) {
        assert!(!text.contains("{{<") && !text.contains("{{%"), "{text}");
    }
    let described: Vec<Id> =
        records.iter().filter(|record| !record.derived).map(|record| record.id).collect();
    assert_eq!(HashSet::<Id>::from_iter(described.clone()).len(), described.len(), "each is described once");
    let ids: HashSet<Id> = records.iter().map(|record| record.id).collect();
    for link in records.iter().flat_map(|record| content(record).links()) {
        assert!(ids.contains(&link.target), "{link:?} leads to an entry");
    }
}

#[test]
fn its_quirks_are_reported() {
    let Some(files) = whole() else { return };
    let mut oddities = Oddities::default();
    for file in files {
        oddities.add(&file.oddities);
    }
    let found: Vec<_> = oddities.iter().map(|(what, count)| (count, what)).collect();
    assert_eq!(found, ODDITIES);
}

/// What is odd about the corpus, in alphabetical order.
const ODDITIES: &[(usize, &str)] = &[
    (1, "article without a title"),
    (37, "date: date without a time, taken as midnight UTC"),
    (4, "date: time without an offset, taken as UTC"),
    (1, "draft"),
    (1, "draft, because it expired before its date"),
    (105, "expiry date of an author ignored"),
    (95, "fact box named after its article"),
    (1, "field cms_date not imported"),
    (1, "field communities not imported"),
    (151, "field kicker not imported"),
    (1, "hidden from the lists of the site, but public (weight 0)"),
    (1_055, "link to a page that is not an article of the import"),
    (2, "list page, not an entry"),
    (2_373, "picture without a description"),
    (148, "picture without alternative text"),
    (1_633, "public until an expiry date"),
    (9, "redirect taken as the canonical address"),
    (1, "slug repaired"),
    (3, "topic without a page"),
    (1, "unknown shortcode accordion"),
    (2, "unknown shortcode button"),
    (2, "unknown shortcode card-policy"),
    (2, "unknown shortcode card-prompt"),
    (1, "unknown shortcode featured-resource"),
];

#[test]
fn a_part_of_it_brings_what_it_refers_to() {
    let Some(root) = corpus::unpacked("digitalgov") else { return };
    let records = records(&read(&root.join("content/news/2019/11")));
    let articles = records.iter().filter(|record| kind(record) == Kind::Article).count();
    assert_eq!(articles, 4);
    let ids: HashSet<Id> = records.iter().map(|record| record.id).collect();
    for link in records.iter().flat_map(|record| content(record).links()) {
        assert!(link.role == Role::Related || ids.contains(&link.target), "{link:?} leads to an entry");
    }
}

/// Every text that a reader could see.
fn texts(record: &Record) -> Vec<String> {
    match content(record) {
        AnyContent::Article(article) => {
            let mut texts = vec![article.title.clone()];
            texts.extend(article.lead.clone());
            for block in article.body.blocks() {
                match &block.content {
                    BlockContent::Text(text) => texts.push(plain_text(&text.spans)),
                    BlockContent::Table(table) => {
                        texts.extend(table.rows.iter().flatten().map(|cell| plain_text(cell)));
                    }
                    BlockContent::PullQuote(quote) => texts.push(quote.text.clone()),
                    BlockContent::Image(image) => texts.extend(image.caption.clone()),
                    BlockContent::Embed(embed) => texts.extend(embed.title.clone()),
                    BlockContent::FactBox(_) | BlockContent::Divider => {}
                }
            }
            texts
        }
        AnyContent::FactBox(fact_box) => {
            let facts = fact_box.items.iter().map(|fact| plain_text(&fact.text));
            facts.chain([fact_box.title.clone()]).collect()
        }
        AnyContent::Image(image) => {
            [Some(image.alt.clone()), image.caption.clone()].into_iter().flatten().collect()
        }
        other => vec![other.outline().title],
    }
}
