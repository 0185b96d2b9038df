//! Publishing, withdrawing and their clocks.

use dateline::app::desk::{Action, Release};
use dateline::app::{App, read};
use dateline::domain::article::{ArticleKind, Rights, Seo};
use dateline::domain::body::{Block, BlockContent, FactBoxBlock, Mode, Span};
use dateline::domain::fact_box::Fact;
use dateline::domain::{Article, AsOf, Body, ErrorCode, FactBox, Id, Kind, Shape, Timestamp};

use crate::support::desk::{change, operator, publish, save, try_save};
use crate::support::{database, on_both_databases};

fn at(time: &str) -> Timestamp {
    time.parse().expect("a moment")
}

pub(crate) fn article(slug: &str, body: Body) -> Article {
    Article {
        locale: "en".parse().expect("a locale"),
        slug: slug.parse().expect("a slug"),
        kind: ArticleKind::News,
        title: format!("About {slug}"),
        short_title: None,
        lead: None,
        body,
        bylines: Vec::new(),
        sources: Vec::new(),
        section: None,
        tags: Vec::new(),
        lead_image: None,
        corrections: Vec::new(),
        canonical_url: None,
        seo: Seo::default(),
        rights: Rights::default(),
        translation_group: None,
        translation_of: None,
    }
}

fn fact_box(text: &str) -> FactBox {
    let fact = Fact { text: vec![Span::plain(text)], sources: Vec::new(), as_of: None, review_by: None };
    FactBox {
        locale: "en".parse().expect("a locale"),
        slug: "background".parse().expect("a slug"),
        title: "Background".to_owned(),
        items: vec![fact],
        translation_group: None,
    }
}

async fn seen(app: &App, id: Id, as_of: AsOf) -> Result<dateline::domain::Edition<Article>, ErrorCode> {
    let found = read::by_id::<Article>(&operator(app), as_of, id, Shape::bare()).await;
    found.map(|found| (*found.edition).clone()).map_err(|error| error.code)
}

on_both_databases! { Nothing;
    /// A draft is nobody's business.
    async fn a_draft_is_not_found(app: &App) {
        let id = save(app, None, article("a-draft", Body::new(Vec::new()))).await;
        assert_eq!(seen(app, id, AsOf::Now(database::noon())).await.unwrap_err(), ErrorCode::NotFound);
    }

    /// No job runs: the clock alone decides.
    async fn an_article_is_public_from_its_moment_on(app: &App) {
        let id = save(app, None, article("scheduled", Body::new(Vec::new()))).await;
        publish(app, Kind::Article, id, 1, Some(at("2026-11-24T15:00:00Z"))).await;
        let before = AsOf::Now(at("2026-11-24T14:59:59.999Z"));
        let then = AsOf::Now(at("2026-11-24T15:00:00Z"));
        assert_eq!(seen(app, id, before).await.unwrap_err(), ErrorCode::NotFound);
        assert_eq!(seen(app, id, then).await.expect("it is public").clocks.published_at, at("2026-11-24T15:00:00Z"));
    }

    async fn a_withdrawn_article_is_gone_and_its_past_is_not(app: &App) {
        let id = save(app, None, article("withdrawn", Body::new(Vec::new()))).await;
        publish(app, Kind::Article, id, 1, None).await;
        change(app, Kind::Article, id, Action::Withdraw(Some(at("2026-11-24T13:00:00Z")))).await.expect("it is withdrawn");
        assert_eq!(seen(app, id, AsOf::Now(at("2026-11-24T13:00:00Z"))).await.unwrap_err(), ErrorCode::Gone);
        assert_eq!(seen(app, id, AsOf::Then(at("2026-11-24T12:30:00Z"))).await.expect("it was public").revision, 1);
    }

    async fn nothing_is_published_into_the_past(app: &App) {
        let id = save(app, None, article("backdated", Body::new(Vec::new()))).await;
        let from = Some(at("2026-11-24T11:59:59Z"));
        let release = Release { from, ..Release::default() };
        let error = change(app, Kind::Article, id, Action::Publish(release)).await.expect_err("it is refused");
        assert_eq!((error.code, error.fields[0].pointer.as_str()), (ErrorCode::ValidationFailed, "/at"));
    }

    async fn a_slug_belongs_to_one_entry(app: &App) {
        save(app, None, article("taken", Body::new(Vec::new()))).await;
        let error = try_save(app, None, article("taken", Body::new(Vec::new()))).await.expect_err("it is refused");
        assert_eq!((error.code, error.fields[0].pointer.as_str()), (ErrorCode::Conflict, "/slug"));
    }

    /// What a draft is going to be called is nobody's business, until it is.
    async fn a_reserved_slug_leads_nowhere_until_it_is_public(app: &App) {
        let id = save(app, None, article("old-name", Body::new(Vec::new()))).await;
        publish(app, Kind::Article, id, 1, None).await;
        save(app, Some(id), article("new-name", Body::new(Vec::new()))).await;
        let by_slug = async |slug: &str, as_of| {
            let locale = Some("en".parse().expect("a locale"));
            let slug = slug.parse().expect("a slug");
            read::by_slug::<Article>(&operator(app), as_of, locale, slug, Shape::bare()).await.map(|found| found.edition.revision).map_err(|error| error.code)
        };
        let now = AsOf::Now(database::noon());
        assert_eq!(by_slug("new-name", now).await, Err(ErrorCode::NotFound));
        let later = at("2026-11-24T14:00:00Z");
        publish(app, Kind::Article, id, 2, Some(later)).await;
        assert_eq!(by_slug("new-name", now).await, Err(ErrorCode::NotFound));
        assert_eq!(by_slug("new-name", AsOf::Now(later)).await, Ok(2));
        assert_eq!(by_slug("old-name", AsOf::Now(later)).await, Ok(2));
    }

    /// A reference to what is not public is left out, by id as well as whole.
    async fn a_reference_to_a_draft_is_not_shown(app: &App) {
        let facts = save(app, None, fact_box("Not yet checked.")).await;
        let content = BlockContent::FactBox(FactBoxBlock { fact_box: facts, mode: Mode::Follow });
        let body = Body::new(vec![Block { key: "box".to_owned(), content }]);
        let id = save(app, None, article("early", body)).await;
        publish(app, Kind::Article, id, 1, None).await;
        let path = format!("/v1/articles/{id}?body=html");
        for include in ["", "&include=factBoxes"] {
            let shown = crate::support::client::get_json(app, &format!("{path}{include}")).await;
            assert_eq!((&shown["factBoxes"], &shown["body"]["html"]), (&serde_json::json!([]), &serde_json::json!("")));
        }
        publish(app, Kind::FactBox, facts, 1, None).await;
        let shown = crate::support::client::get_json(app, &path).await;
        assert_eq!(shown["factBoxes"][0]["factBox"]["id"], facts.to_string());
        assert!(shown["body"]["html"].as_str().expect("HTML").contains("Not yet checked."));
    }

    /// A request looks at the clock a moment before it looks at the database.
    async fn a_reader_whose_clock_lags_finds_what_was_public_then(app: &App) {
        let id = save(app, None, article("lively", Body::new(Vec::new()))).await;
        publish(app, Kind::Article, id, 1, None).await;
        let later = dateline::app::App::new(
            app.store().clone(),
            dateline::app::Clock::standing_at(at("2026-11-24T12:00:10Z")),
            dateline::app::Ids::Random,
            app.site().clone(),
        );
        publish(&later, Kind::Article, id, 1, None).await;
        let before = AsOf::Now(at("2026-11-24T12:00:09.990Z"));
        assert_eq!(seen(app, id, before).await.expect("it was public all the time").clocks.updated_at, database::noon());
        let now = AsOf::Now(at("2026-11-24T12:00:10Z"));
        assert_eq!(seen(app, id, now).await.expect("it is public").clocks.updated_at, at("2026-11-24T12:00:10Z"));
    }

    /// Writers come one after the other, so none overlooks what another is about to do.
    async fn writes_at_the_same_time_leave_one_timeline(app: &App) {
        let facts = save(app, None, fact_box("Twelve.")).await;
        publish(app, Kind::FactBox, facts, 1, None).await;
        let content = BlockContent::FactBox(FactBoxBlock { fact_box: facts, mode: Mode::Follow });
        let id = save(app, None, article("busy", Body::new(vec![Block { key: "box".to_owned(), content }]))).await;
        let publishing = (0..20).map(|_| {
            let writer = app.clone();
            actix_web::rt::spawn(async move {
                publish(&writer, Kind::Article, id, 1, None).await;
                publish(&writer, Kind::FactBox, facts, 1, None).await;
            })
        });
        for writing in publishing.collect::<Vec<_>>() {
            writing.await.expect("it does not panic");
        }
        assert_eq!(dateline::app::upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
        let log = dateline::app::change::after(app, 0, 1000).await.expect("the log");
        assert!(log.iter().zip(1..).all(|(change, number)| change.sequence == number));
        assert!(log.is_sorted_by_key(|change| change.at));
        let touch = log.iter().find(|change| change.cause.is_some()).expect("the article was touched");
        let cause = log.iter().find(|change| Some(change.sequence) == touch.cause).expect("by a change of the log");
        assert_eq!((touch.entry, cause.entry), (id, facts));
    }

    /// A change to a box is a change to every article that follows it, and to none that pins it.
    async fn a_fact_box_moves_the_articles_that_follow_it(app: &App) {
        let facts = save(app, None, fact_box("Twelve states have ratified.")).await;
        publish(app, Kind::FactBox, facts, 1, None).await;
        let shown = |mode| {
            let content = BlockContent::FactBox(FactBoxBlock { fact_box: facts, mode });
            Body::new(vec![Block { key: "box".to_owned(), content }])
        };
        let following = save(app, None, article("following", shown(Mode::Follow))).await;
        let pinning = save(app, None, article("pinning", shown(Mode::Pin(1)))).await;
        publish(app, Kind::Article, following, 1, None).await;
        publish(app, Kind::Article, pinning, 1, None).await;

        let later = at("2026-11-24T18:00:00Z");
        save(app, Some(facts), fact_box("Thirteen states have ratified.")).await;
        publish(app, Kind::FactBox, facts, 2, Some(later)).await;

        let noon = database::noon();
        let before = seen(app, following, AsOf::Now(at("2026-11-24T17:59:59.999Z"))).await.expect("it is public");
        let after = seen(app, following, AsOf::Now(later)).await.expect("it is public");
        let pinned = seen(app, pinning, AsOf::Now(later)).await.expect("it is public");
        assert_eq!((before.clocks.updated_at, before.clocks.content_updated_at), (noon, noon));
        assert_eq!((after.clocks.updated_at, after.clocks.content_updated_at), (later, later));
        assert_eq!((after.clocks.published_at, after.revision), (noon, 1));
        assert_eq!(pinned.clocks.updated_at, noon);
    }
}
