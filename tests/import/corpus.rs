//! A public newsroom as it is: every file is read, nothing is lost, everything is valid.

use std::collections::BTreeMap;

use dateline::domain::body::{BlockContent, plain_text};
use dateline::domain::{AnyContent, Kind, Record};
use dateline::import::{Oddities, ReadFile};

use super::{content, kind, read};
use crate::support::corpus;

fn count(records: &[Record]) -> BTreeMap<Kind, usize> {
    let mut counts = BTreeMap::new();
    for record in records {
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
    let Some(root) = corpus::unpacked("digitalgov") else { return };
    let files = read(&root);
    let mut oddities = Oddities::default();
    files.iter().for_each(|file| oddities.add(&file.oddities));
    for (what, count) in oddities.iter() {
        println!("{count:6} {what}");
    }
    // 2,083 posts and 1,043 authors and 51 topics, each with one list page more; 988 pictures.
    assert_eq!(files.len(), 2_084 + 1_044 + 52 + 988);
    let records = records(&files);
    println!("{:?}", count(&records));
    for record in &records {
        content(record).validate().unwrap_or_else(|error| panic!("{}: {error}", record.key));
    }
    for text in records.iter().flat_map(texts) {
        assert!(!text.contains("{{<") && !text.contains('\u{FDD0}'), "{text}");
    }
}

#[test]
fn a_part_of_it_brings_what_it_refers_to() {
    let Some(root) = corpus::unpacked("digitalgov") else { return };
    let files = read(&root.join("content/news/2019/11"));
    let records = records(&files);
    println!("{:?}", count(&records));
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
