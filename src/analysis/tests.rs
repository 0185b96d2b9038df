//! Analysis, language by language, and what holds of any text at all.

use proptest::prelude::*;

use super::document::{Document, about};
use super::fold::{fold, lower};
use super::highlight::{Highlighter, Passage};
use super::language::Language;
use super::query::{SearchQuery, Term};
use super::rank::{LEVELS, rarity, score};
use super::spelling::{ends, reversed, slips};
use super::ukrainian;
use super::words::words;
use crate::domain::{AnyContent, Tag, Timestamp};

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded.into_owned()).collect()
}

/// Whether all forms of a word have one stem.
fn one_stem(code: &str, forms: &str) -> Result<(), String> {
    let language = Language::known(code).expect("a language");
    let stems: Vec<String> = forms.split(' ').map(|form| language.stem(&lower(form))).collect();
    stems.windows(2).all(|pair| pair[0] == pair[1]).then_some(()).ok_or_else(|| format!("{forms}: {stems:?}"))
}

#[test]
fn the_forms_of_a_word_have_one_stem() {
    let wrong = [
        ("en", "tunnel tunnels Tunnel's"),
        ("en", "vote votes voted voting"),
        ("de", "Haus Hauses"),
        ("de", "Länder Ländern länder"),
        ("fr", "économie économies"),
        ("fr", "élection élections"),
        ("es", "elección elecciones"),
        ("pt", "governo governos"),
        ("it", "giornale giornali"),
        ("nl", "school scholen"),
        ("sv", "flickor flickorna"),
        ("da", "huset huse husene"),
        ("no", "huset huse husene"),
        ("nb", "huset huse husene"),
        ("fi", "talossa talosta talo"),
        ("hu", "házak házakat"),
        ("ru", "газета газеты газетой"),
        ("tr", "kitaplar kitap"),
        ("el", "εφημερίδα εφημερίδες"),
        ("ar", "كتاب الكتاب"),
    ]
    .map(|(code, forms)| one_stem(code, forms).err());
    assert_eq!(wrong.into_iter().flatten().collect::<Vec<_>>(), Vec::<String>::new());
}

/// Cases and numbers of each declension, with the changes of sound that go with them.
#[test]
fn the_cases_of_ukrainian_words_have_one_stem() {
    for forms in [
        "протока протоки протоці протоку протокою",
        "книга книги книзі книгу книгою книг",
        "рік року роком роки років роках",
        "рішення рішенням рішень рішеннями",
        "слухання слухань слуханням",
        "оселедець оселедця оселедцю оселедцем оселедці",
        "будинок будинку будинком будинки будинків",
        "ринок ринку ринком",
        "внесок внески внесків",
        "гавань гавані гаванню",
        "тунель тунелю тунелем тунелі тунелів",
        "область області областю областей",
        "суддя судді суддею суддів суддям",
        "парламент парламенту парламентом парламенті",
        "новий нового новому новим нова нової нову нове нові нових новими",
        "зимовий зимова зимового зимових",
        "район району районі райони районів",
        "герой героя героєм героїв",
    ] {
        assert_eq!(one_stem("uk", forms), Ok(()));
    }
    for (one, other) in [("суд", "суддя"), ("мер", "море"), ("гавань", "гаванець")]
    {
        assert_ne!(ukrainian::stem(one), ukrainian::stem(other), "{one}, {other}");
    }
}

#[test]
fn all_apostrophes_are_one() {
    for written in ["п’ять", "п'ять", "пʼять", "П’ЯТЬ"] {
        assert_eq!(folded(written), ["пять"], "{written}");
    }
    assert_eq!(one_stem("uk", "п’яти п'яти пʼяти"), Ok(()));
}

#[test]
fn diacritics_are_folded_where_the_language_allows_it() {
    assert_eq!(
        folded("Zürich Čapek naïve Ωμέγα Straße Łódź"),
        ["zurich", "capek", "naive", "ωμεγα", "strasse", "lodz"]
    );
    assert_eq!(folded("йод їжак ґанок ёлка"), ["йод", "їжак", "ґанок", "елка"]);
    let swedish = Language::known("sv").expect("a language");
    assert_ne!(swedish.stem("får"), swedish.stem("far"));
    let english = Language::known("en").expect("a language");
    assert_eq!(english.stem("malmö"), english.stem("malmo"));
}

#[test]
fn a_word_without_its_accents_has_one_of_its_stems() {
    for (code, words) in [
        ("fr", "sécurité securite assemblée assemblee égalité egalite journée journee employés employes"),
        ("es", "economía economia también tambien policía policia energía energia"),
        ("pt", "educação educacao também tambem não nao"),
        ("it", "qualità qualita verità verita"),
        ("ca", "situació situacio"),
        ("pl", "wyborów wyborow"),
        ("ro", "învăţământ invatamant"),
        ("tr", "İstanbul istanbul ışık IŞIK"),
        ("en", "café cafe"),
    ] {
        let language = Language::known(code).expect("a language");
        let words: Vec<&str> = words.split(' ').collect();
        for pair in words.chunks(2) {
            let [written, typed] = [pair[0], pair[1]].map(|word| language.stems(&lower(word)));
            let same = written.iter().flatten().any(|stem| typed.iter().flatten().any(|other| other == stem));
            assert!(same, "{code} {pair:?}: {written:?} {typed:?}");
        }
    }
    let swedish = Language::known("sv").expect("a language");
    assert_eq!(swedish.stems("får"), [Some("får".to_owned()), None]);
}

#[test]
fn signs_that_nobody_sees_are_no_part_of_a_word() {
    assert_eq!(
        folded("Par\u{ad}lia\u{ad}mentary Donau\u{2060}dampf\u{200b}schiff"),
        ["parliamentary", "donaudampf", "schiff"]
    );
    assert_eq!(folded("東\u{2060}京\u{ad}都 東京都"), ["東京", "京都", "都", "東京", "京都", "都"]);
    assert_eq!(folded("İstanbul'da IŞIK ışık"), ["istanbul", "da", "isik", "isik"]);
}

#[test]
fn words_end_where_those_of_unicode_do_and_at_elisions() {
    assert_eq!(folded("L’eau, l'art: can't! Ilvaria’s"), ["l", "eau", "l", "art", "cant", "ilvaria"]);
    assert_eq!(
        folded("title:herring Kolleg:innen climate_change"),
        ["title", "herring", "kolleg", "innen", "climate", "change"]
    );
    assert_eq!(folded("24,000 tonnes, 3.5 %; e-mail"), ["24000", "tonnes", "3.5", "e", "mail"]);
    let text = "Die Straße";
    assert_eq!(
        words(text).iter().map(|word| &text[word.range.clone()]).collect::<Vec<_>>(),
        ["Die", "Straße"]
    );
}

#[test]
fn scripts_without_spaces_are_cut_into_pairs() {
    assert_eq!(folded("東京都 Tokyo"), ["東京", "京都", "都", "tokyo"]);
    assert_eq!(folded("도쿄에서"), ["도쿄", "쿄에", "에서", "서"]);
    let query = SearchQuery::parse("q", "京都").expect("a query");
    assert_eq!(query.wanted, [Term::Phrase(vec!["京都".to_owned()])]);
    let query = SearchQuery::parse("q", "東京都").expect("a query");
    assert_eq!(query.wanted, [Term::Phrase(vec!["東京".to_owned(), "京都".to_owned()])]);
    assert_eq!(SearchQuery::parse("q", "水").expect("a query").wanted, [Term::Prefix("水".to_owned())]);
}

fn shown(query: &str) -> String {
    SearchQuery::parse("q", query).expect("a query").to_string()
}

#[test]
fn a_query_is_read_as_readers_write_it() {
    assert_eq!(shown("Court  ruling"), "court ruling");
    assert_eq!(shown("\"Court ruling\" -navy seagr*"), "\"court ruling\" seagr* -navy");
    assert_eq!(shown("«Прибережний суд» „und so“"), "\"прибережний суд\" \"und so\"");
    assert_eq!(shown("\"not ended"), "\"not ended\"");
    assert_eq!(shown("winter-ferry - dash"), "winter ferry dash");
    assert_eq!(shown("court court COURT"), "court");
    assert_eq!(shown("AND (OR) NOT near/5"), "and or not near 5");
    assert_eq!(shown("a* b"), "a b");
}

fn hits_of(query: &str, code: &str, text: &str) -> Passage {
    let query = SearchQuery::parse("q", query).expect("a query");
    Highlighter::new(&query).whole(Language::known(code).expect("a language"), text)
}

#[test]
fn what_was_looked_for_is_marked_and_all_else_escaped() {
    let html = hits_of("votes", "en", "<b>Voted</b> & \"vote\" 'x'").html();
    assert_eq!(html, "&lt;b&gt;<mark>Voted</mark>&lt;/b&gt; &amp; &quot;<mark>vote</mark>&quot; &#39;x&#39;");
    let html = hits_of("протока", "uk", "У Тарнській протоці.").html();
    assert_eq!(html, "У Тарнській <mark>протоці</mark>.");
    let html = hits_of("\"sea law\" nav*", "en", "The law, sea law, and navies.").html();
    assert_eq!(html, "The law, <mark>sea law</mark>, and <mark>navies</mark>.");
    assert_eq!(hits_of("京都", "x", "東京都庁").html(), "東<mark>京都</mark>庁");
}

#[test]
fn the_passage_with_the_most_of_the_query_is_shown() {
    let filler = "Nothing of the kind stands here at all. ".repeat(20);
    let text = format!("A court met. {filler}The court gave its ruling on the strait. {filler}");
    let query = SearchQuery::parse("q", "court ruling strait").expect("a query");
    let english = Language::known("en").expect("a language");
    let passage = Highlighter::new(&query).best([(english, text.as_str())], 120).expect("a passage");
    let html = passage.html();
    assert!(
        html.contains("<mark>court</mark> gave its <mark>ruling</mark> on the <mark>strait</mark>"),
        "{html}"
    );
    assert!(html.starts_with("… ") && html.ends_with(" …"), "{html}");
}

#[test]
fn slips_of_the_hand_are_counted() {
    assert_eq!(
        (slips("harbuor", "harbour"), slips("tunel", "tunnel"), slips("tunnel", "tunnel")),
        (Some(1), Some(1), None)
    );
    assert_eq!(
        (slips("sea", "tea"), slips("court", "coast"), slips("minstry", "ministry")),
        (Some(1), None, Some(1))
    );
    assert_eq!((ends("abc"), ends("2026a")), (None, None));
    let (start, end) = ends("harbuor").expect("it is long enough");
    assert!("harbour".starts_with(&start) && reversed("harbuor").starts_with(&end));
}

#[test]
fn what_is_rare_counts_more_and_what_is_on_top_most() {
    assert!(rarity(1, 1000) > rarity(100, 1000) && rarity(1000, 1000) > 0 && rarity(5, 0) > 0);
    let rarities = [rarity(10, 1000), rarity(500, 1000)];
    assert!(score(&[LEVELS, 1], &rarities) > score(&[1, LEVELS], &rarities));
    assert_eq!((score(&[1, 1], &rarities), score(&[], &[])), (0, 0));
}

/// A tag of this name.
fn tag(name: &str) -> AnyContent {
    let locale = "en".parse().expect("a locale");
    AnyContent::Tag(Tag {
        slug: "tag".parse().expect("a slug"),
        name: crate::domain::Localized::new(vec![(locale, name.to_owned())]),
        kind: crate::domain::tag::TagKind::Topic,
        same_as: Vec::new(),
    })
}

/// Both databases refuse documents beyond their limits, and nothing that somebody writes may be refused for that.
#[test]
fn a_document_is_cut_before_either_database_refuses_it() {
    let words: Vec<String> = (0..60_000_u32).map(|number| format!("щ{}{number}", "ж".repeat(60))).collect();
    let document = Document::of(&tag(&words.join(" ")), Timestamp::BEGINNING);
    let bytes: usize = document.words.keys().chain(&document.marks).map(|term| term.len() + 8).sum();
    assert!(bytes < 1_000_000, "{bytes}");
    let document = Document::of(&tag(&"same ".repeat(60_000)), Timestamp::BEGINNING);
    assert_eq!(document.words["same"].len(), 255);
    assert!(document.words.values().flatten().all(|place| *place <= 16_000));
}

/// What either database could take for an operator.
fn is_harmless(term: &str) -> bool {
    !term.is_empty()
        && term.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}

proptest! {
    #[test]
    fn no_text_makes_anything_but_harmless_terms(text in ".{0,200}") {
        let document = Document::of(&tag(&text), Timestamp::BEGINNING);
        for term in document.words.keys() {
            prop_assert!(is_harmless(term) && !term.starts_with('_'), "{term:?}");
        }
        let marks = document.marks.iter().map(std::borrow::Cow::from);
        for term in marks.chain(document.counted()) {
            prop_assert!(is_harmless(&term), "{term:?}");
        }
        // Counts go up and down by one for each.
        let counted: Vec<_> = document.counted().collect();
        let distinct: std::collections::BTreeSet<_> = counted.iter().collect();
        prop_assert_eq!(counted.len(), distinct.len());
        prop_assert!(!counted.iter().any(|term| ["_a_", "_d_", "_h_", "_y_"].iter().any(|start| term.starts_with(start))));
    }

    #[test]
    fn no_query_makes_anything_but_harmless_terms(text in "[\\PC\"*-]{0,80}") {
        let Ok(query) = SearchQuery::parse("q", &text) else { return Ok(()) };
        let languages: Vec<Language> = ["en", "uk", "tr", "x"].iter().filter_map(|code| Language::known(code)).collect();
        for term in query.wanted.iter().chain(&query.unwanted) {
            for stem in term.stems(&languages) {
                prop_assert!(is_harmless(&stem) && is_harmless(&about(&stem)), "{stem:?}");
            }
            match term {
                Term::Word { folded, .. } => prop_assert!(is_harmless(folded)),
                Term::Phrase(words) => prop_assert!(words.iter().all(|word| is_harmless(word))),
                Term::Prefix(start) => prop_assert!(is_harmless(start)),
            }
        }
    }

    #[test]
    fn folding_what_is_folded_changes_nothing(word in "\\PC{0,30}") {
        let once = fold(&lower(&word), "");
        prop_assert_eq!(fold(&once, ""), once);
    }

    #[test]
    fn the_words_of_a_text_stand_in_it_in_order(text in "\\PC{0,120}") {
        let mut start = 0;
        for word in words(&text) {
            prop_assert!(word.range.start >= start && text.get(word.range.clone()).is_some());
            start = word.range.start;
        }
    }

    #[test]
    fn a_highlighted_text_is_the_text(text in "\\PC{0,120}", query in "\\PC{1,20}") {
        let Ok(query) = SearchQuery::parse("q", &query) else { return Ok(()) };
        let passage = Highlighter::new(&query).whole(Language::known("en").expect("a language"), &text);
        let joined: String = passage.segments.iter().map(|segment| segment.text.as_str()).collect();
        prop_assert_eq!(joined, text);
        let html = passage.html().replace("<mark>", "").replace("</mark>", "");
        prop_assert!(!html.contains(['<', '>', '"', '\'']));
    }
}
