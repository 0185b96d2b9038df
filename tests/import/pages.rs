//! Plain text of news pages: the samples as a whole, then rule by rule.

use dateline::domain::body::plain_text;
use dateline::domain::{Id, Kind};

use super::{Import, content, outline, page, read, sample};
use crate::support::folder;

fn sources(import: &Import) -> Vec<&str> {
    import.article.sources.iter().map(|source| source.name.as_str()).collect()
}

fn authors(import: &Import) -> Vec<String> {
    import.of_kind(Kind::Author).iter().map(|record| content(record).outline().title).collect()
}

#[test]
fn a_page_in_english() {
    let import = sample("harbour-tunnel.txt");
    let article = &import.article;
    assert_eq!(article.title, "Harbour tunnel opens a year late, and over budget");
    assert_eq!(article.locale.as_str(), "en");
    assert_eq!(authors(&import), ["Mara Lindqvist", "Tom Okoro"]);
    assert_eq!(article.bylines[1].author, Some(Id::of_key(Kind::Author, "tom-okoro")));
    assert_eq!(import.public().unwrap().0, "2026-11-24T00:00:00.000Z");
    assert!(article.lead.as_ref().unwrap().ends_with("The Coast Courier writes about it."));
    assert_eq!(sources(&import), ["The Coast Courier", "Ministry of Ports and Canals", "Northern Ledger"]);
    let lines = outline(article);
    assert_eq!(
        lines[0],
        "“We said it would be done — and it’s done,” the mayor, Ada Brandt, told a crowd of some 400 people. 🎉 The first car through was a 1967 Karda."
    );
    assert_eq!(lines[1], "# What the delay cost");
    assert_eq!(
        &lines[3..],
        [
            "The opposition has asked for an inquiry:",
            "- into the tender of 2021;",
            "- into the flood of March 2025.",
            "The council votes on the 3rd of December.",
            "[box]",
        ]
    );
    let [facts] = import.boxes().try_into().unwrap();
    assert_eq!(facts.title, "What is known");
    assert_eq!(facts.items.len(), 3);
    assert_eq!(plain_text(&facts.items[1].text), "Lorries over 7.5 t are not allowed.");
}

#[test]
fn a_page_in_ukrainian() {
    let import = sample("bibliotekar.txt");
    let article = &import.article;
    assert_eq!(article.locale.as_str(), "uk");
    assert_eq!(authors(&import), ["Олена Гай", "Іван Пʼятак", "Марія Сова"]);
    assert_eq!(import.public().unwrap().0, "2026-11-24T00:00:00.000Z");
    assert_eq!(sources(&import), ["Лугова хвиля", "Департаменту культури"]);
    assert_eq!(
        outline(article),
        [
            "«Люди приходять по тишу, — каже директорка Віра Щоголь. — А тиша буває тільки вночі».",
            "# Скільки це коштує",
            "За даними Департаменту культури, нічна зміна обійдеться місту в 320 тисяч крон на рік. Об’їзд навколо площі не зміниться.",
            "[box]",
        ]
    );
    let [facts] = import.boxes().try_into().unwrap();
    assert_eq!((facts.title.as_str(), facts.locale.as_str(), facts.items.len()), ("Що відомо", "uk", 2));
}

#[test]
fn a_page_with_a_mark_and_windows_line_ends() {
    let import = sample("night-ferry.txt");
    assert_eq!(import.article.title, "Night ferry returns to the Orla line");
    assert_eq!(import.public(), None);
    assert_eq!(
        import.article.lead.as_deref(),
        Some("The night ferry sails again from 1\u{A0}May, after eleven years.")
    );
    assert_eq!(
        outline(&import.article),
        ["The company has bought two ships for it.", "Tickets cost 19\u{A0}crowns."]
    );
}

#[test]
fn typographic_characters_survive() {
    let text = "“A” ‘b’ «в» — – … e\u{301} й\u{A0}№ 👩🏽‍🚒 \u{2009}x";
    let import = page("page-exact", &format!("{text}\n\nLead {text}.\n\nText {text}."));
    assert_eq!(import.article.title, text);
    assert_eq!(import.article.lead, Some(format!("Lead {text}.")));
    assert_eq!(outline(&import.article), [format!("Text {text}.")]);
}

#[test]
fn broken_lines_are_joined() {
    let import = page(
        "page-wrapped",
        "Headline\n\nThis lead was broken into lines by a mail\nprogram that knows no mercy, and goes on\nfor three of them.\n\nA heading\n\nThe next paragraph of the page is broken\nin the same way.\n\n- a fact that is\n  broken too\n- another",
    );
    assert_eq!(
        import.article.lead.as_deref(),
        Some(
            "This lead was broken into lines by a mail program that knows no mercy, and goes on for three of them."
        )
    );
    assert_eq!(
        outline(&import.article),
        ["# A heading", "The next paragraph of the page is broken in the same way.", "[box]"]
    );
    let [facts] = import.boxes().try_into().unwrap();
    assert_eq!(plain_text(&facts.items[0].text), "a fact that is broken too");
    assert_eq!(facts.title, "Headline");
}

#[test]
fn lines_without_gaps_are_paragraphs() {
    let import = page(
        "page-lines",
        "Headline\nAuthor: Ada Brandt\nDate: 2026-01-02\nThe lead is one line of this page.\nA heading\nThe first paragraph is another line.\nThe second one too.",
    );
    assert_eq!(authors(&import), ["Ada Brandt"]);
    assert_eq!(import.article.lead.as_deref(), Some("The lead is one line of this page."));
    assert_eq!(
        outline(&import.article),
        ["# A heading", "The first paragraph is another line.", "The second one too."]
    );
}

#[test]
fn only_short_lines_between_paragraphs_are_headings() {
    let import = page(
        "page-headings",
        "Headline\n\nLead.\n\n— Direct speech is none\n\nEnds with a stop.\n\n“So does this.”\n\nA “quoted” heading\n\nText.\n\nThe last line is none",
    );
    assert_eq!(
        outline(&import.article),
        [
            "— Direct speech is none",
            "Ends with a stop.",
            "“So does this.”",
            "# A “quoted” heading",
            "Text.",
            "The last line is none"
        ]
    );
}

#[test]
fn sources_are_named_in_many_ways() {
    for (sentence, name) in [
        ("Daily Post writes about it.", Some("Daily Post")),
        ("The fleet sails in May, according to the Daily Post.", Some("Daily Post")),
        ("According to Harbour.example, nothing is known.", Some("Harbour.example")),
        ("The fleet sails in May, the Daily Post reports.", Some("Daily Post")),
        ("As Daily Post reports, the fleet sails.", Some("Daily Post")),
        ("The fleet sails in May, reports Daily Post.", Some("Daily Post")),
        ("The delay was first reported by the Daily Post on Monday.", Some("Daily Post")),
        ("She stayed at home, writes letters and waits.", None),
        ("Рейс скасовано, пише Daily Post.", Some("Daily Post")),
        ("Про це розповіли в «Гавані».", Some("Гавані")),
        ("All went according to plan.", None),
        ("Ada Brandt writes about it a lot.", None),
        ("The Courier reports losses for May.", None),
        ("Про це пише Вільна гавань.", Some("Вільна гавань")),
        ("Про це повідомляє видання «Вільна гавань».", Some("Вільна гавань")),
        ("За даними Harbour Post загинули троє.", Some("Harbour Post")),
        ("Рейс скасували, повідомили з посиланням на U.S. Port News.", Some("U.S. Port News")),
        ("Він напише книгу.", None),
    ] {
        let import =
            page("page-sources", &format!("Headline\n\nThe lead.\n\nBefore this. {sentence} Behind it."));
        assert_eq!(sources(&import), name.into_iter().collect::<Vec<_>>(), "{sentence}");
        assert!(outline(&import.article)[0].contains(sentence));
    }
}

#[test]
fn authors_are_read_from_every_page() {
    let root = folder::with(
        "page-authors",
        &[
            ("a.txt", "One\nAuthor: Ada Brandt\nThe lead."),
            ("b.txt", "Two\nAuthor: Ada Brandt; Tom Okoro & Jo Dam\nThe lead."),
        ],
    );
    let imports: Vec<_> = read(&root).into_iter().map(Import::of).collect();
    assert_eq!(authors(&imports[0]), ["Ada Brandt"]);
    assert_eq!(authors(&imports[1]), ["Ada Brandt", "Tom Okoro", "Jo Dam"]);
    assert_eq!(imports[1].article.bylines.len(), 3);
    let titled = page("page-titles", "One\nAuthor: Ada Brandt, MD, and Tom Okoro Jr., Jo Dam\nThe lead.");
    assert_eq!(authors(&titled), ["Ada Brandt, MD", "Tom Okoro Jr.", "Jo Dam"]);
    let spelt = page("page-spelt", "One\nAuthor: Ada Brandt, ADA BRANDT, Jo Dam\nThe lead.");
    assert_eq!(
        (authors(&spelt), spelt.article.bylines.len()),
        (vec!["Ada Brandt".into(), "Jo Dam".into()], 2)
    );
    let many: Vec<String> = (1..60).map(|n| format!("Author {}", "x".repeat(n))).collect();
    let many = page("page-many", &format!("One\nAuthor: {}\nThe lead.", many.join(", ")));
    assert_eq!((many.article.bylines.len(), many.odd("bylines cut to 50")), (50, 1));
}

#[test]
fn what_is_no_outlet_is_no_source() {
    for sentence in [
        "It opens in May, according to 12 analysts.",
        "According to Monday's plan, it opens.",
        "“We will win,” President Vance reports.",
    ] {
        let import =
            page("page-no-source", &format!("One\n\nThe lead of it.\n\n{sentence}\n\nThe end of it."));
        assert!(sources(&import).is_empty(), "{sentence}: {:?}", sources(&import));
    }
}

#[test]
fn line_breaks_of_word_processors_break_lines() {
    let import = page("page-soft", "One\u{B}Author: Ada Brandt\u{C}The lead\u{7} of it.\u{85}More of it.");
    assert_eq!((import.article.title.as_str(), authors(&import)), ("One", vec!["Ada Brandt".to_owned()]));
    assert_eq!(import.article.lead.as_deref(), Some("The lead of it."));
    assert_eq!(import.odd("control character dropped"), 1);
}

#[test]
fn ukrainian_slugs_follow_the_official_table() {
    let import = page("page-uk", "Порт Щербухи закрито\nАвтор: Юрій Згурський\nДата: 24.11.2026\nЇї лід.");
    assert_eq!(import.article.slug.as_str(), "port-shcherbukhy-zakryto");
    assert_eq!(import.records[0].key, "yurii-zghurskyi");
}

#[test]
fn an_author_label_without_a_name_takes_no_sentence_for_one() {
    let import = page("page-no-author", "One\n\nAuthor:\n\nDate: 2026-01-02\n\nThe lead of the page.");
    assert!(import.article.bylines.is_empty());
    assert_eq!(import.article.lead.as_deref(), Some("The lead of the page."));
    let import = page("page-author-lead", "One\n\nAuthor:\n\nThe lead of the page has more than five words.");
    assert!(import.article.bylines.is_empty());
}
