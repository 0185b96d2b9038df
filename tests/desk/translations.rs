//! Translations, and whether what they were made of has moved on.

use actix_web::http::Method;
use dateline::app::{App, upkeep};
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article, pointers};
use crate::support::client::{get_json, graphql_data};
use crate::support::database::execute;
use crate::support::on_both_databases;

on_both_databases! { Nothing;
    async fn a_translation_is_stale_when_its_original_is_published_anew(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let original = editor.create("articles", article("levy")).await;
        editor.act(&format!("{original}/publish"), 1, json!({})).await;
        let mut document = article("zbir");
        document["locale"] = json!("uk");
        document["translationOf"] = json!({ "article": "en/levy", "revision": 1 });
        let translation = editor.create("articles", document).await;
        editor.act(&format!("{translation}/publish"), 1, json!({})).await;
        assert_eq!(told(app, &translation).await, json!({ "of": original, "revision": 1, "isStale": false }));
        assert_eq!(stale(app).await, (vec![], vec!["levy".to_owned(), "zbir".to_owned()]));

        editor.patch(&original, 1, json!({ "title": "The levy rises again" })).await;
        assert_eq!(told(app, &translation).await["isStale"], false, "what is not public yet has not moved on");
        editor.act(&format!("{original}/publish"), 2, json!({})).await;
        assert_eq!(told(app, &translation).await, json!({ "of": original, "revision": 1, "isStale": true }));
        assert_eq!(stale(app).await, (vec!["zbir".to_owned()], vec!["levy".to_owned()]));

        let made_anew = json!({ "translationOf": { "article": "en/levy", "revision": 2 } });
        editor.patch(&translation, 1, made_anew).await;
        editor.act(&format!("{translation}/publish"), 2, json!({})).await;
        assert_eq!(told(app, &translation).await, json!({ "of": original, "revision": 2, "isStale": false }));
        assert_eq!(stale(app).await.0, Vec::<String>::new());

        editor.act(&format!("{original}/withdraw"), 2, json!({ "note": "wrong" })).await;
        assert_eq!(get_json(app, &translation).await["translationOf"], Value::Null);
    }

    async fn a_translation_of_an_older_revision_is_stale_from_the_beginning(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let original = editor.create("articles", article("levy")).await;
        editor.act(&format!("{original}/publish"), 1, json!({})).await;
        editor.patch(&original, 1, json!({ "title": "The levy rises again" })).await;
        editor.act(&format!("{original}/publish"), 2, json!({})).await;
        let mut document = article("zbir");
        document["locale"] = json!("uk");
        document["translationOf"] = json!({ "article": "en/levy", "revision": 1 });
        let translation = editor.create("articles", document).await;
        editor.act(&format!("{translation}/publish"), 1, json!({})).await;
        assert_eq!(stale(app).await.0, vec!["zbir".to_owned()]);

        // Those that come into question are derived, and can be made anew.
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
        execute(app, "DELETE FROM stale_candidates");
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing.len(), 1);
        upkeep::rebuild(app, |_| {}).expect("it can be rebuilt");
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
        assert_eq!(stale(app).await.0, vec!["zbir".to_owned()]);
    }

    /// What is planned without embargo is for nobody, so no list tells partners of it; neither is what was withdrawn.
    async fn to_partners_a_translation_is_stale_when_they_see_a_newer_original(app: &App) {
        let (editor, partner) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Partner).await);
        let stale = async || {
            let list = partner.get("/v1/articles?perspective=embargoed&stale=true").await.json();
            list["data"].as_array().unwrap().len()
        };
        let planned = json!({ "at": "2026-11-25T06:00:00Z" });
        let early = json!({ "at": "2026-11-25T06:00:00Z", "embargo": true });
        for (slug, plan, seen) in [("planned", planned, 0), ("embargoed", early, 1)] {
            let original = editor.publish(slug).await;
            editor.patch(&original, 1, json!({ "title": "Anew" })).await;
            let mut document = article(&format!("{slug}-uk"));
            document["locale"] = json!("uk");
            document["translationOf"] = json!({ "article": format!("en/{slug}"), "revision": 1 });
            let translation = editor.create("articles", document).await;
            editor.act(&format!("{translation}/publish"), 1, json!({})).await;
            editor.act(&format!("{original}/publish"), 2, plan).await;
            assert_eq!(stale().await, seen, "{slug}");
        }
        let withdrawn = editor.publish("withdrawn").await;
        let mut document = article("withdrawn-uk");
        document["locale"] = json!("uk");
        document["translationOf"] = json!({ "article": "en/withdrawn", "revision": 1 });
        let translation = editor.create("articles", document).await;
        editor.act(&format!("{translation}/publish"), 1, json!({})).await;
        editor.patch(&withdrawn, 1, json!({ "title": "Anew" })).await;
        editor.act(&format!("{withdrawn}/publish"), 2, json!({})).await;
        assert_eq!(stale().await, 2);
        editor.act(&format!("{withdrawn}/withdraw"), 2, json!({ "note": "wrong" })).await;
        assert_eq!(stale().await, 1, "what was withdrawn is not seen");
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }

    async fn what_is_no_revision_is_refused(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        editor.create("articles", article("levy")).await;
        let mut document = article("zbir");
        document["translationOf"] = json!({ "article": "en/levy", "revision": 0 });
        let reply = editor.write(Method::POST, "/v1/articles", None, &document).await;
        assert_eq!((reply.status, pointers(&reply)), (422, vec!["/translationOf/revision".to_owned()]));
    }
}

/// What both doors tell of the original.
async fn told(app: &App, path: &str) -> Value {
    let rest = get_json(app, &format!("{path}?include=translationOf")).await["translationOf"].clone();
    let id = path.rsplit('/').next().expect("an id");
    let query =
        format!(r#"{{ article(id: "{id}") {{ translationOf {{ article {{ id }} revision isStale }} }} }}"#);
    let graphql = graphql_data(app, &query).await["article"]["translationOf"].clone();
    assert_eq!((&rest["revision"], &rest["isStale"]), (&graphql["revision"], &graphql["isStale"]));
    assert_eq!(rest["article"]["id"], graphql["article"]["id"]);
    let bare = get_json(app, path).await["translationOf"].clone();
    assert_eq!(bare, json!({ "article": { "id": rest["article"]["id"] }, "revision": rest["revision"] }));
    let of = format!("/v1/articles/{}", rest["article"]["id"].as_str().expect("an id"));
    json!({ "of": of, "revision": rest["revision"], "isStale": rest["isStale"] })
}

/// The slugs of what is stale, and of what is not.
async fn stale(app: &App) -> (Vec<String>, Vec<String>) {
    let mut both = Vec::new();
    for is_stale in [true, false] {
        let list = get_json(app, &format!("/v1/articles?stale={is_stale}")).await;
        let slug = |article: &Value| article["slug"].as_str().unwrap().to_owned();
        let mut slugs: Vec<String> = list["data"].as_array().unwrap().iter().map(slug).collect();
        slugs.sort();
        both.push(slugs);
    }
    (both.remove(0), both.remove(0))
}
