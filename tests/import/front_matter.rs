//! Front matter: how it is found, read and mapped.

use dateline::domain::article::SourceRole;
use dateline::domain::image::Picture;
use dateline::domain::{AnyContent, Id, Kind};
use dateline::import::Reader;

use super::{Import, content, kind, options, outline, post, site};
use crate::support::folder;

#[test]
fn every_field_finds_its_place() {
    let import = post(
        "fm-all",
        r#"---
# A comment
title    :  "Q&amp;A: what&#8217;s new"
slug: whats-new
date: 2015-07-20 1:46:00 -0400
deck: '<strong>Short</strong> &amp; clear'
summary: Not used beside a deck
authors:
  - ada-brandt
  - tom-okoro
  - ada-brandt
topics: [ports, money]
tags:
  - ports
source: courier
source_url: https://courier.example/a
canonical: https://courier.example/b
aliases:
  - /2015/07/20/older-name/
primary_image: "boats"
weight: 1
expirydate: 2025-01-01
kicker: Ignored
---

The text.
"#,
    );
    let article = &import.article;
    assert_eq!(article.title, "Q&A: what’s new");
    assert_eq!(article.slug.as_str(), "whats-new");
    assert_eq!(article.lead.as_deref(), Some("Short & clear"));
    let until = Some("2025-01-01T00:00:00.000Z".to_owned());
    assert_eq!(import.public(), Some(("2015-07-20T05:46:00.000Z".to_owned(), until)));
    let authors: Vec<_> = article.bylines.iter().map(|byline| byline.author.unwrap()).collect();
    assert_eq!(authors, ["ada-brandt", "tom-okoro"].map(|key| Id::of_key(Kind::Author, key)));
    assert_eq!(article.tags, ["ports", "money"].map(|key| Id::of_key(Kind::Tag, key)));
    assert_eq!(article.lead_image, Some(Id::of_key(Kind::Image, "boats")));
    assert_eq!(article.canonical_url.as_deref(), Some("https://courier.example/b"));
    assert_eq!(
        (article.sources[0].name.as_str(), article.sources[0].role),
        ("courier", SourceRole::Original)
    );
    assert_eq!(article.sources[0].url.as_deref(), Some("https://courier.example/a"));
    assert_eq!(import.record.aliases, ["older-name".parse().unwrap()]);
    assert_eq!(import.record.key, "news/2020-01-02-post");
    assert_eq!(outline(article), ["The text."]);
    assert_eq!(import.odd("field kicker not imported"), 1);
    assert_eq!(import.odd("author without a profile"), 2);
    assert_eq!(import.odd("topic without a page"), 2);
}

#[test]
fn entries_that_nobody_describes_are_named_after_the_reference() {
    let import = post(
        "fm-minimal",
        "---\ntitle: A\ndate: 2020-01-01\nauthors: [ada-brandt, Jo van Dam]\ntags: open-data\n---\n",
    );
    let names: Vec<_> = import
        .records
        .iter()
        .filter(|record| kind(record) != Kind::Article)
        .map(|record| (record.key.clone(), content(record).outline().title))
        .collect();
    let expected = [("ada-brandt", "Ada Brandt"), ("jo-van-dam", "Jo van Dam"), ("open-data", "Open data")];
    assert_eq!(names, expected.map(|(key, name)| (key.to_owned(), name.to_owned())));
}

#[test]
fn json_is_front_matter_too() {
    let import = post(
        "fm-json",
        "\n{\n  \"title\": \"A\",\n  \"tags\": [\"open-data\"]\n}\n\nThe text with a {brace}.\n",
    );
    assert_eq!(import.article.title, "A");
    assert_eq!(import.article.tags.len(), 1);
    assert_eq!(outline(&import.article), ["The text with a {brace}."]);
    let [wrong] = site("fm-json-wrong", &[("content/a.md", "{\n  \"title\" \"A\"\n}\n")]).try_into().unwrap();
    assert_eq!(wrong.outcome, Err("The JSON cannot be read, line 2, column 11.".to_owned()));
    let text = post("fm-json-none", "{{< note >}}One fact.{{< /note >}}\n\n{: .lead }\n");
    assert_eq!(text.odd("no front matter"), 1);
}

/// What only the posts that nobody can read mention must not show who is written about.
#[test]
fn mentions_are_public_from_the_day_of_the_post_on() {
    let mention = |name: &str, fields: &str| {
        let text = format!("---\ntitle: A\nauthors: ada\n{fields}---\n![A](a.jpg)\n");
        let import = post(name, &text);
        let mentions = import.records.iter().filter(|record| record.derived);
        let public: Vec<_> = mentions.map(|record| record.revisions[0].public).collect();
        assert_eq!(public.len(), 2);
        assert_eq!(public[0], public[1]);
        public[0].map(|public| (public.from.to_string(), public.until))
    };
    let day = |day: &str| Some((format!("{day}T00:00:00.000Z"), None));
    assert_eq!(mention("fm-mention", "date: 2020-01-01\n"), day("2020-01-01"));
    assert_eq!(mention("fm-mention-past", "date: 2020-01-01\nexpirydate: 2021-01-01\n"), day("2020-01-01"));
    assert_eq!(mention("fm-mention-plan", "date: 2030-01-01\n"), day("2030-01-01"));
    assert_eq!(mention("fm-mention-draft", "date: 2020-01-01\ndraft: true\n"), None);
}

#[test]
fn blank_lines_comments_and_spacing_do_not_hide_it() {
    for (number, text) in [
        "\n\n---\ntitle: Found\n---\n\nText.",
        "# a comment\n---\ntitle: Found\n---\nText.",
        "---   \n\n# a comment\n\ntitle   :   'Found'   \n\n---  \nText.",
        "\u{FEFF}---\r\ntitle: Found\r\n---\r\nText.\r\n",
        "---\ntitle: Lost\ntitle: Found\n---\nText.",
        "+++\ntitle = \"Found\" # a comment\ndate = 2020-01-02T03:04:05Z\n+++\nText.",
    ]
    .into_iter()
    .enumerate()
    {
        let import = post("fm-spacing", text);
        assert_eq!(import.article.title, "Found", "{number}");
        assert_eq!(outline(&import.article), ["Text."], "{number}");
    }
}

#[test]
fn plain_mistakes_are_repaired_and_noted() {
    let import = post("fm-repair", "---\ntitle: Ports: what's next\nkicker: @home\ndate: 2020-01-01\n---\n");
    assert_eq!(import.article.title, "Ports: what's next");
    assert_eq!(import.odd("front matter repaired"), 1);
}

#[test]
fn other_mistakes_are_one_sentence_with_their_place() {
    for (text, sentence) in [
        ("---\ntitle: [a\n---\n", "The YAML cannot be read, line "),
        ("+++\ntitle = \n+++\n", "The TOML cannot be read, line 2, column 9: "),
        ("---\ntitle: a\n", "The front matter that begins on line 1 has no closing ---."),
        ("---\n- a\n- b\n---\n", "The YAML is not a list of named fields."),
        ("---\ntitle: A\ndate: someday\n---\n", "The date \"someday\" is not a date."),
    ] {
        let files = site("fm-mistakes", &[("content/a.md", text)]);
        let error = files[0].outcome.clone().unwrap_err();
        assert!(error.starts_with(sentence) && error.ends_with('.'), "{error}");
        assert!(!error.contains('\n'), "{error}");
    }
}

#[test]
fn dates_decide_who_sees_it() {
    let at = |name: &str, fields: &str| post(name, &format!("---\ntitle: A\n{fields}\n---\n"));
    assert_eq!(at("fm-draft", "date: 2020-01-01\ndraft: true").public(), None);
    let plain = at("fm-plain-date", "date: \"2019-05-06\"");
    assert_eq!(plain.public().unwrap().0, "2019-05-06T00:00:00.000Z");
    assert_eq!(plain.odd("date: date without a time, taken as midnight UTC"), 1);
    let named = at("fm-file-date", "weight: 0");
    assert_eq!(named.public().unwrap().0, "2020-01-02T00:00:00.000Z");
    assert_eq!(named.odd("date taken from the name of the file"), 1);
    assert_eq!(named.odd("hidden from the lists of the site, but public (weight 0)"), 1);
    assert_eq!(named.article.slug.as_str(), "post");
    assert_eq!(at("fm-expired-before", "date: 2020-01-01\nexpirydate: 2019-01-01").public(), None);
}

#[test]
fn expired_articles_can_be_kept() {
    let text = "---\ntitle: A\ndate: 2020-01-01\nexpirydate: 2021-01-01\n---\n";
    let root = folder::with("fm-keep", &[("content/a.md", text)]);
    let mut options = options();
    options.keep_expired = true;
    let file = Reader::new(&[root], options).next().unwrap();
    let import = Import::of(file);
    assert_eq!(import.public(), Some(("2020-01-01T00:00:00.000Z".to_owned(), None)));
    assert_eq!(import.odd("expiry date ignored"), 1);
}

#[test]
fn slugs_are_repaired() {
    let import =
        post("fm-slug", "---\ntitle: A\nslug: health-sin%e2%80%8a-%e2%80%8aready\ndate: 2020-01-01\n---\n");
    assert_eq!(import.article.slug.as_str(), "health-sin-ready");
    assert_eq!(import.odd("slug repaired"), 1);
    let import = post("fm-no-slug", "---\ndate: 2020-01-01\n---\n");
    assert_eq!((import.article.slug.as_str(), import.article.title.as_str()), ("post", "post"));
    assert_eq!(import.odd("article without a title"), 1);
}

#[test]
fn a_redirect_is_the_canonical_address_when_it_is_one() {
    let import = post("fm-redirect", "---\ntitle: A\nredirectto: https://elsewhere.example/a\n---\n");
    assert_eq!(import.article.canonical_url.as_deref(), Some("https://elsewhere.example/a"));
    let import = post("fm-redirect-path", "---\ntitle: A\nredirectto: /elsewhere\n---\n");
    assert_eq!(import.article.canonical_url, None);
    assert_eq!(import.odd("canonical address or redirect that is not a URL"), 1);
}

#[test]
fn profiles_topics_sections_and_pictures_are_entries() {
    let files = site(
        "fm-profiles",
        &[
            ("content/news/_index.md", "---\ntitle: News\n---\n"),
            (
                "content/news/a.md",
                "---\ntitle: A\ndate: 2020-01-01\nauthors: [ada]\ntopics: [Open Data]\nfeatured_image:\n  uid: Boats\n---\n",
            ),
            ("content/authors/_index.md", "---\ntitle: Authors\n---\n"),
            (
                "content/authors/ada/_index.md",
                "---\ndisplay_name: Ada Brandt\nslug: ada-b\nagency_full_name: City of Velden\ngithub: adab\ntwitter: \"@ada\"\n---\n",
            ),
            ("content/topics/open-data/_index.md", "---\ntitle: Open data\n---\n"),
            (
                "data/images/boats.yml",
                "uid: boats\nwidth: 20\nheight: 0\nformat: png\ncaption: \"&copy; Ada\"\nalt: Boats\n",
            ),
            ("README.md", "Not an article"),
        ],
    );
    let records: Vec<_> = files.iter().flat_map(|file| file.outcome.clone().unwrap()).collect();
    let kinds: Vec<_> = records.iter().map(|record| (kind(record).as_str(), record.key.as_str())).collect();
    assert_eq!(
        kinds,
        [
            ("author", "ada"),
            ("section", "news"),
            ("article", "news/a"),
            ("tag", "open-data"),
            ("image", "boats")
        ]
    );
    let AnyContent::Author(author) = content(&records[0]) else { panic!() };
    assert_eq!(author.slug.as_str(), "ada-b");
    assert_eq!(author.links, ["https://github.com/adab", "https://twitter.com/ada"]);
    assert_eq!(author.bio.pick(None).unwrap().1, "City of Velden");
    let AnyContent::Image(image) = content(&records[4]) else { panic!() };
    assert_eq!(image.picture, Picture::Elsewhere("https://images.example.org/boats.png".to_owned()));
    assert_eq!((image.width, image.height, image.caption.as_deref()), (Some(20), None, Some("© Ada")));
    let article = super::article(&records[2]);
    assert_eq!(article.section, Some(records[1].id));
    assert_eq!(article.tags, [records[3].id]);
    assert_eq!(article.lead_image, Some(records[4].id));
}
