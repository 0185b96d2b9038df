//! Writing what was read: again and again, in part, in vain, and only as a rehearsal.

use dateline::app::import::Mode;
use dateline::app::{App, Context};
use dateline::domain::{Caller, Kind};
use dateline::import::{Counts, Intake, Report, ndjson};
use serde_json::{Value, json};

use crate::support::client::{get, get_json};
use crate::support::{folder, on_both_databases, sample};

fn article(key: &str, slug: &str, title: &str) -> Value {
    json!({ "kind": "article", "key": key, "revisions": [{
        "public": { "from": "2026-05-01T08:00:00Z" },
        "content": { "locale": "en", "slug": slug, "title": title, "body": { "markdown": "One.\n\nTwo." } }
    }] })
}

fn lines(entries: &[Value]) -> String {
    entries.iter().map(|entry| format!("{entry}\n")).collect::<Vec<_>>().concat()
}

fn bring(app: &App, entries: &[Value]) -> Report {
    sample::import(app, &lines(entries), Mode::Write)
}

/// An article that shows a picture which it does not describe.
fn showing(key: &str, alt: &str, public: Value) -> Value {
    let mut article = article(key, key, "A");
    article["revisions"][0]["public"] = public;
    article["revisions"][0]["content"]["body"] =
        json!({ "markdown": format!("![{alt}](https://images.example.org/x.jpg)") });
    article
}

/// The description of that picture.
fn picture(alt: &str) -> Value {
    json!({ "kind": "image", "key": "https://images.example.org/x.jpg", "revisions": [{
        "public": { "from": "2026-01-01T00:00:00Z" }, "content": { "url": "https://images.example.org/x.jpg", "alt": alt }
    }] })
}

/// More articles than go in at once.
fn a_batch() -> Vec<Value> {
    (0..500).map(|n| article(&format!("b{n}"), &format!("b{n}"), "B")).collect()
}

/// Brings several files in as one import.
fn bring_files(app: &App, files: &[&[Value]]) -> Report {
    let mut intake = Intake::new(Context { app: app.clone(), caller: Caller::operator() }, Mode::Write);
    for file in files {
        let text = lines(file);
        ndjson::read_into(&mut intake, app.site(), "test", || Ok(std::io::Cursor::new(text.as_bytes())))
            .unwrap();
    }
    intake.finish().unwrap()
}

/// The picture as of a moment.
async fn picture_at(app: &App, at: &str) -> Value {
    get_json(app, &format!("/v1/images?asOf={at}")).await["data"][0]["alt"].clone()
}

fn counts(report: &Report, kind: Kind) -> (usize, usize, usize, usize) {
    let Counts { created, updated, unchanged, failed } =
        report.counts.get(&kind).copied().unwrap_or_default();
    (created, updated, unchanged, failed)
}

/// The files in which an original and its translation come in.
type Order = fn(Value, Value) -> Vec<Vec<Value>>;

on_both_databases! { Nothing;
    async fn importing_again_changes_nothing(app: &App) {
        sample::load(app);
        let before = get(app, "/v1/articles?first=100&body=blocks&sort=-updatedAt").await.body;
        let log = dateline::app::change::after(app, 0, 1000).await.unwrap().len();
        let again = sample::import(app, sample::LINES, Mode::Write);
        let total = again.total();
        assert_eq!((total.created, total.updated, total.failed), (0, 0, 0));
        assert_eq!(total.unchanged, sample::LINES.lines().count());
        assert_eq!(get(app, "/v1/articles?first=100&body=blocks&sort=-updatedAt").await.body, before);
        assert_eq!(dateline::app::change::after(app, 0, 1000).await.unwrap().len(), log);
    }

    async fn what_changed_becomes_a_new_revision_and_the_rest_stays(app: &App) {
        bring(app, &[article("a", "a", "First"), article("b", "b", "Other")]);
        let mut changed = article("a", "a", "First");
        let second = json!({ "public": { "from": "2026-06-01T08:00:00Z" }, "content": { "locale": "en", "slug": "a-new", "title": "Second" } });
        changed["revisions"].as_array_mut().unwrap().push(second);
        let report = bring(app, &[changed, article("b", "b", "Other")]);
        assert_eq!(counts(&report, Kind::Article), (0, 1, 1, 0));
        let now = get_json(app, "/v1/articles/en/a-new").await;
        assert_eq!((now["revision"].as_i64(), now["title"].as_str()), (Some(2), Some("Second")));
        assert_eq!(now["publishedAt"], "2026-05-01T08:00:00.000Z");
        assert_eq!(get_json(app, "/v1/articles/en/a?asOf=2026-05-15T00:00:00Z").await["title"], "First");
        assert_eq!(get(app, "/v1/articles/en/a").await.status, 301);
    }

    /// What readers saw stays on record: an edit elsewhere is public from the import on.
    async fn an_edit_elsewhere_moves_the_clocks_and_leaves_the_past(app: &App) {
        bring(app, &[article("a", "a", "As first written")]);
        let mut edited = article("a", "a", "As edited");
        bring(app, &[edited.clone()]);
        let now = get_json(app, "/v1/articles/en/a").await;
        assert_eq!((now["title"].as_str(), now["updatedAt"].as_str()), (Some("As edited"), Some("2026-11-24T12:00:00.000Z")));
        let then = get_json(app, "/v1/articles/en/a?asOf=2026-06-01T00:00:00Z").await;
        assert_eq!((then["title"].as_str(), then["updatedAt"].as_str()), (Some("As first written"), Some("2026-05-01T08:00:00.000Z")));
        edited["revisions"][0].as_object_mut().unwrap().remove("public");
        bring(app, &[edited]);
        assert_eq!(get(app, "/v1/articles/en/a").await.status, 410);
        assert_eq!(dateline::app::upkeep::verify(app, |_| {}).unwrap().differing, []);
    }

    async fn one_bad_line_stops_nothing_and_leaves_nothing(app: &App) {
        let mut bad = article("bad", "bad", "");
        bad["revisions"].as_array_mut().unwrap().insert(0, article("x", "bad", "Good at first")["revisions"][0].clone());
        let text = format!("{}not json\n{{\"kind\":\"rumour\"}}\n\n{}", lines(&[article("a", "a", "A"), bad]), lines(&[article("c", "c", "C")]));
        let report = sample::import(app, &text, Mode::Write);
        assert_eq!((report.read, report.failed), (5, 3));
        assert_eq!(counts(&report, Kind::Article), (2, 0, 0, 1));
        let errors: Vec<_> = report.files.iter().map(|file| (file.path.as_str(), file.errors.join(" "))).collect();
        assert_eq!(errors.iter().map(|(path, _)| *path).collect::<Vec<_>>(), ["test:2", "test:3", "test:4"]);
        assert!(errors[0].1.contains("/title: Must not be empty."), "{errors:?}");
        assert!(errors[1].1.contains("line 1 column"), "{errors:?}");
        assert_eq!(get(app, "/v1/articles/en/bad").await.status, 404);
        assert_eq!(get_json(app, "/v1/articles?total=exact").await["page"]["total"]["count"], 2);
    }

    async fn lines_that_are_not_text_or_have_unknown_members_say_so(app: &App) {
        let mut misspelt = article("a", "a", "A");
        misspelt["revisions"][0]["content"]["headline"] = json!("A");
        let mut wrong = article("b", "b", "B");
        wrong["revisions"][0]["public"]["from"] = json!("yesterday");
        let mut block = article("c", "c", "C");
        block["revisions"][0]["content"]["body"] = json!([{ "_type": "hologram", "_key": "x" }]);
        let mut link = article("d", "d", "D");
        link["revisions"][0]["content"]["body"] = json!([{ "_type": "block", "_key": "x", "markDefs": [{ "_type": "link", "_key": "l", "href": "javascript:alert(1)" }], "children": [{ "_type": "span", "text": "x", "marks": ["l"] }] }]);
        let report = bring(app, &[misspelt, wrong, block, link]);
        let errors: Vec<String> = report.files.iter().map(|file| file.errors.join(" ")).collect();
        for (error, says) in errors.iter().zip(["unknown field `headline`", "/public/from", "unknown variant `hologram`", "/body/0/children/0/href"]) {
            assert!(error.contains(says), "{error} says {says}");
        }
        assert_eq!(errors.len(), 4);
        assert!(get_json(app, "/v1/articles").await["data"].as_array().unwrap().is_empty());
    }

    async fn a_key_that_comes_twice_is_said(app: &App) {
        let report = bring(app, &[article("a", "a", "First"), article("a", "b", "Second")]);
        assert_eq!((report.failed, counts(&report, Kind::Article)), (1, (1, 0, 0, 1)));
        assert!(report.files[0].errors[0].contains("has this key"), "{:?}", report.files);
        assert_eq!(get_json(app, "/v1/articles?total=exact").await["page"]["total"]["count"], 1);
    }

    /// A picture that an article shows is described by whoever describes it, not by whoever shows it.
    async fn what_only_follows_from_a_text_never_changes_what_is_there(app: &App) {
        let picture = json!({ "kind": "image", "key": "https://images.example.org/x.jpg", "revisions": [{
            "public": { "from": "2026-01-01T00:00:00Z" },
            "content": { "url": "https://images.example.org/x.jpg", "alt": "Well described", "credit": "Somebody" }
        }] });
        bring(app, &[picture]);
        let mut showing = article("a", "a", "A");
        showing["revisions"][0]["content"]["body"] = json!({ "markdown": "![poor](https://images.example.org/x.jpg)" });
        bring(app, &[showing]);
        assert_eq!(get_json(app, "/v1/images").await["data"][0]["alt"], "Well described");
        assert!(get_json(app, "/v1/articles/en/a?body=html").await["body"]["html"].as_str().unwrap().contains("Well described"));
    }

    /// What only drafts and plans show stays unseen; the first day that an article shows it is its own.
    async fn what_is_only_mentioned_is_public_from_the_first_mention_on(app: &App) {
        let showing = |key: &str, public: Value| showing(key, "x", public);
        let images = async |at: &str| get_json(app, &format!("/v1/images?total=exact{at}")).await["page"]["total"]["count"].clone();
        let draft = showing("draft", Value::Null);
        let plan = showing("plan", json!({ "from": "2026-12-01T00:00:00Z" }));
        let report = bring(app, &[draft.clone(), plan.clone()]);
        assert_eq!(counts(&report, Kind::Image), (1, 0, 0, 0));
        assert_eq!(images("").await, 0);
        let late = showing("late", json!({ "from": "2026-05-02T00:00:00Z" }));
        let early = showing("early", json!({ "from": "2026-05-01T00:00:00Z", "until": "2026-05-03T00:00:00Z" }));
        let report = bring(app, &[draft.clone(), plan.clone(), late.clone(), early.clone()]);
        assert_eq!(counts(&report, Kind::Image), (0, 1, 0, 0));
        assert_eq!(images("").await, 1);
        assert_eq!(images("&asOf=2026-05-01T00:00:00Z").await, 1);
        assert_eq!(images("&asOf=2026-04-30T00:00:00Z").await, 0);
        assert_eq!(counts(&bring(app, &[draft, plan, late, early]), Kind::Image), (0, 0, 1, 0));
        assert_eq!(dateline::app::upkeep::verify(app, |_| {}).unwrap().differing, []);
    }

    /// A page of text names an author before a profile describes her.
    async fn a_description_takes_the_place_of_a_mention(app: &App) {
        let folder = folder::with("mention-then-profile", &[
            ("a.txt", "One\nAuthor: Ada Brandt\nDate: 2026-05-01\nThe lead."),
            ("content/authors/ada-brandt/_index.md", "---\ndisplay_name: Ada B. Brandt\n---\n"),
        ]);
        for (path, expected) in [(folder.join("a.txt"), (1, 0, 0, 0)), (folder.join("content"), (0, 1, 0, 0)), (folder.join("a.txt"), (0, 0, 1, 0))] {
            let report = sample::import_folder(app, &path);
            assert_eq!((report.failed, counts(&report, Kind::Author)), (0, expected), "{:?}", report.files);
        }
        assert_eq!(get_json(app, "/v1/authors/ada-brandt").await["name"]["text"], "Ada B. Brandt");
    }

    /// However many records stand between them, the first text and the first day count.
    async fn of_two_mentions_only_the_day_moves_whatever_batch_they_are_in(app: &App) {
        let first = showing("late", "First", json!({ "from": "2026-05-02T00:00:00Z" }));
        let second = showing("early", "Second", json!({ "from": "2026-05-01T00:00:00Z" }));
        let report = bring_files(app, &[&[first], &a_batch(), &[second]]);
        assert_eq!(counts(&report, Kind::Image), (1, 0, 0, 0));
        assert_eq!(picture_at(app, "2026-05-01T00:00:00Z").await, "First");
        assert_eq!(dateline::app::upkeep::verify(app, |_| {}).unwrap().differing, []);
    }

    async fn of_two_mentions_only_the_day_moves_within_a_batch(app: &App) {
        let first = showing("late", "First", json!({ "from": "2026-05-02T00:00:00Z" }));
        let second = showing("early", "Second", json!({ "from": "2026-05-01T00:00:00Z" }));
        bring_files(app, &[&[first], &[second]]);
        assert_eq!(picture_at(app, "2026-05-01T00:00:00Z").await, "First");
    }

    /// As if it had come first.
    async fn a_description_after_a_mention_takes_its_place_in_time(app: &App) {
        let mention = showing("a", "Mentioned", json!({ "from": "2026-05-01T00:00:00Z" }));
        bring_files(app, &[&[mention], &a_batch(), &[picture("Described")]]);
        assert_eq!(picture_at(app, "2026-01-01T00:00:00Z").await, "Described");
        assert_eq!(picture_at(app, "2026-06-01T00:00:00Z").await, "Described");
        assert_eq!(dateline::app::upkeep::verify(app, |_| {}).unwrap().differing, []);
        // What was described once is on record.
        bring(app, &[picture("Described better")]);
        assert_eq!(picture_at(app, "2026-06-01T00:00:00Z").await, "Described");
        assert_eq!(get_json(app, "/v1/images").await["data"][0]["alt"], "Described better");
    }

    async fn a_changed_description_is_reported_after_a_mention_that_changes_nothing(app: &App) {
        bring(app, &[picture("Described")]);
        let mention = showing("a", "Mentioned", json!({ "from": "2026-05-01T00:00:00Z" }));
        let report = bring_files(app, &[&[mention], &a_batch(), &[picture("Described better")]]);
        assert_eq!(counts(&report, Kind::Image), (0, 1, 0, 0));
    }

    /// More entries than go in at once, all of one name: the numbers are those of the real import.
    async fn a_rehearsal_gives_the_slugs_that_the_import_will_give(app: &App) {
        let entries: Vec<Value> = (0..600).map(|n| article(&format!("a{n}"), "same", "A")).collect();
        let notes = |report: Report| report.files.into_iter().flat_map(|file| file.notes).collect::<Vec<_>>();
        let rehearsed = notes(sample::import(app, &lines(&entries), Mode::DryRun));
        assert_eq!(rehearsed.last().map(String::as_str), Some("the slug same was taken; it became same-600"));
        assert_eq!(rehearsed, notes(bring(app, &entries)));
    }

    async fn a_rehearsal_reports_and_keeps_nothing(app: &App) {
        let report = sample::import(app, sample::LINES, Mode::DryRun);
        assert_eq!(report.total().created, sample::LINES.lines().count());
        assert!(get_json(app, "/v1/articles").await["data"].as_array().unwrap().is_empty());
        assert!(dateline::app::import::is_empty(app).unwrap());
    }

    async fn a_taken_slug_gets_a_number_and_keeps_it(app: &App) {
        let entries = [article("a", "same", "A"), article("b", "same", "B"), article("c", "same", "C")];
        let report = bring(app, &entries);
        assert_eq!(counts(&report, Kind::Article), (3, 0, 0, 0));
        assert!(report.files[0].notes[0].contains("it became same-2"), "{:?}", report.files);
        assert_eq!(get_json(app, "/v1/articles/en/same-3").await["title"], "C");
        assert_eq!(counts(&bring(app, &entries), Kind::Article), (0, 0, 3, 0));
        let mut changed = entries[1].clone();
        changed["revisions"][0]["content"]["title"] = json!("B again");
        bring(app, &[changed]);
        assert_eq!(get_json(app, "/v1/articles/en/same-2").await["title"], "B again");
    }

    /// A box that comes in after the articles that follow it moves their clocks all the same.
    async fn the_order_of_lines_does_not_matter(app: &App) {
        let mut lines: Vec<&str> = sample::LINES.lines().collect();
        lines.reverse();
        let report = sample::import(app, &lines.join("\n"), Mode::Write);
        assert_eq!(report.failed, 0, "{:?}", report.files.first());
        let reversed = get(app, "/v1/articles?first=100&sort=title&body=html&include=factBoxes,authors").await.text();
        let straight = crate::support::database::app(crate::support::database::Backend::Sqlite, crate::support::database::Contents::SampleNewsroom).unwrap();
        assert_eq!(reversed, get(&straight, "/v1/articles?first=100&sort=title&body=html&include=factBoxes,authors").await.text());
        assert_eq!(dateline::app::upkeep::verify(app, |_| {}).unwrap().differing, []);
    }

    /// An original that has moved on, and a translation of its first revision: in one file or two, whichever comes first.
    async fn a_translation_is_stale_whichever_comes_first(app: &App) {
        let orders: [Order; 4] = [
            |original, translation| vec![vec![original, translation]],
            |original, translation| vec![vec![translation, original]],
            |original, translation| vec![vec![original], vec![translation]],
            |original, translation| vec![vec![translation], vec![original]],
        ];
        for (number, files) in orders.iter().enumerate() {
            let [original, translation] = ["levy", "zbir"].map(|name| format!("{name}-{number}"));
            let mut moved_on = article(&original, &original, "The levy");
            let second = json!({ "public": { "from": "2026-06-01T08:00:00Z" }, "content": { "locale": "en", "slug": original, "title": "The levy rises" } });
            moved_on["revisions"].as_array_mut().unwrap().push(second);
            let mut translated = article(&translation, &translation, "Збір");
            translated["revisions"][0]["content"]["locale"] = json!("uk");
            translated["revisions"][0]["content"]["translationOf"] = json!({ "article": original, "revision": 1 });
            for file in files(moved_on, translated) {
                assert_eq!(bring(app, &file).failed, 0);
            }
            let stale = get_json(app, "/v1/articles?stale=true&sort=title&total=exact").await;
            assert_eq!(stale["page"]["total"]["count"], number + 1, "order {number}");
        }
        assert_eq!(dateline::app::upkeep::verify(app, |_| {}).unwrap().differing, []);
    }

    async fn the_log_has_no_gaps_and_names_causes(app: &App) {
        sample::load(app);
        let changes = dateline::app::change::after(app, 0, 2000).await.unwrap();
        assert!(changes.iter().zip(1..).all(|(change, number)| change.sequence == number));
        let later = dateline::app::change::after(app, changes[9].sequence, 5).await.unwrap();
        assert_eq!(later, changes[10..15]);
    }
}
