//! The desk at the GraphQL door: the same rules as at the REST door.

use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::Client;
use crate::support::client::get_json;
use crate::support::on_both_databases;

impl Client<'_> {
    /// A GraphQL request.
    pub(super) async fn graphql(&self, query: &str, variables: Value) -> Value {
        let request = TestRequest::post()
            .uri("/graphql")
            .insert_header(("accept", "application/graphql-response+json"));
        self.send(request.set_json(json!({ "query": query, "variables": variables }))).await.json()
    }

    /// One mutation with its input; its payload.
    pub(super) async fn mutate(&self, name: &str, kind: &str, input: Value) -> Value {
        let query = format!(
            "mutation($input: {kind}!) {{ {name}(input: $input) {{ userErrors {{ code message field }} \
             entry {{ id kind state submitted revision {{ number note content }} timeline {{ revision until }} }} }} }}"
        );
        let answer = self.graphql(&query, json!({ "input": input })).await;
        assert!(answer.get("errors").is_none(), "{name}: {answer}");
        answer["data"][name].clone()
    }
}

fn content() -> Value {
    json!({
        "locale": "en", "slug": "tide", "title": "The tide", "kind": "ANALYSIS",
        "body": { "markdown": "One **two**." }, "tags": ["strait-of-tarn"], "section": "world",
        "bylines": [{ "author": "olena-marsh", "role": "CONTRIBUTOR" }],
        "rights": { "aiUse": "NO_TRAINING" }, "lead": null
    })
}

on_both_databases! { SampleNewsroom;
    async fn an_article_lives_through_graphql(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let made = editor.mutate("articleCreate", "ArticleCreateInput", json!({ "content": content(), "note": "new" })).await;
        let id = made["entry"]["id"].as_str().expect("an id").to_owned();
        let document = &made["entry"]["revision"]["content"];
        assert_eq!((&document["kind"], &document["rights"]["aiUse"], &document["bylines"][0]["role"]), (&json!("analysis"), &json!("noTraining"), &json!("contributor")));
        let saved = editor.mutate("articleSave", "ArticleSaveInput", json!({ "id": id, "expectedRevision": 1, "content": { "lead": "It came.", "section": null } })).await;
        let document = &saved["entry"]["revision"]["content"];
        assert_eq!((&document["lead"], document.get("section"), &document["title"]), (&json!("It came."), None, &json!("The tide")));
        let submitted = editor.mutate("articleSubmit", "EntryInput", json!({ "id": id, "expectedRevision": 2 })).await;
        assert_eq!(submitted["entry"]["submitted"], 2);
        let public = editor.mutate("articlePublish", "PublishInput", json!({ "id": id, "expectedRevision": 2 })).await;
        assert_eq!(public["entry"]["state"], "PUBLIC");
        assert_eq!(get_json(app, "/v1/articles/en/tide").await["lead"], "It came.");
        let corrected = editor.mutate("articleCorrect", "CorrectInput", json!({ "id": id, "expectedRevision": 2, "correction": { "kind": "CORRECTION", "text": "It went." } })).await;
        assert_eq!(corrected["entry"]["revision"]["number"], 3);
        assert_eq!(get_json(app, "/v1/articles/en/tide").await["corrections"][0]["text"], "It went.");
        let restored = editor.mutate("articleRestore", "RestoreInput", json!({ "id": id, "expectedRevision": 3, "revision": 1 })).await;
        assert!(restored["entry"]["revision"]["content"]["section"].is_string());
        let planned = editor.mutate("articleWithdraw", "WithdrawInput", json!({ "id": id, "expectedRevision": 4, "at": "2026-11-25T00:00:00Z", "note": "Ends." })).await;
        assert_eq!(planned["entry"]["timeline"].as_array().and_then(|all| all.last()).map(|last| last["until"].clone()), Some(json!("2026-11-25T00:00:00.000Z")));
        let admin = Client::of(app, Role::Admin).await;
        let killed = admin.mutate("articleKill", "KillInput", json!({ "id": id, "expectedRevision": 4, "note": "Court." })).await;
        assert_eq!(killed["entry"]["state"], "KILLED");
    }

    async fn two_revisions_of_a_fact_box_are_compared(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let items = |text: &str| json!([{ "text": "Opened in 1974." }, { "text": text }]);
        let content = json!({ "locale": "en", "slug": "compared", "title": "Tunnel", "items": items("It is 12 km long.") });
        let made = editor.mutate("factBoxCreate", "FactBoxCreateInput", json!({ "content": content })).await;
        let id = made["entry"]["id"].as_str().expect("an id").to_owned();
        let changed = json!({ "title": "The tunnel", "items": items("It is 13 km long.") });
        editor.mutate("factBoxSave", "FactBoxSaveInput", json!({ "id": id, "expectedRevision": 1, "content": changed })).await;
        let query = "query($id: ID!, $to: Int!) { entry(kind: FACT_BOX, id: $id) { diff(from: 1, to: $to) { from to text html \
                     members { pointer before after segments { edit text } } blocks { key } items { status moved afterIndex before segments { edit text } } } } }";
        let diff = editor.graphql(query, json!({ "id": id, "to": 2 })).await["data"]["entry"]["diff"].clone();
        assert_eq!((&diff["members"][0]["pointer"], &diff["members"][0]["before"]), (&json!("/title"), &json!("Tunnel")), "{diff}");
        assert_eq!((&diff["items"][0]["status"], &diff["items"][1]["status"], &diff["blocks"]), (&json!("UNCHANGED"), &json!("CHANGED"), &json!([])));
        assert_eq!(diff["items"][1]["segments"][1], json!({ "edit": "DELETED", "text": "12" }));
        assert!(diff["text"].as_str().expect("text").ends_with("Opened in 1974.\n\nIt is [-12-]{+13+} km long.\n"), "{diff}");
        assert!(diff["html"].as_str().expect("HTML").contains("<li class=\"changed\">It is <del>12</del><ins>13</ins> km long.</li>"), "{diff}");
        let absent = editor.graphql(query, json!({ "id": id, "to": 7 })).await;
        assert_eq!(absent["errors"][0]["extensions"]["code"], "NOT_FOUND", "{absent}");
        let many = (0..20).map(|n| format!("d{n}: diff(from: 1, to: 2) {{ text }}")).collect::<Vec<_>>().join(" ");
        let dear = editor.graphql(&format!("{{ entry(kind: FACT_BOX, id: \"{id}\") {{ {many} }} }}"), json!({})).await;
        assert_eq!(dear["errors"][0]["extensions"]["code"], "TOO_COMPLEX", "{dear}");
    }

    async fn what_can_be_mended_is_in_the_payload(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let mut wrong = content();
        wrong["slug"] = json!("No Slug");
        wrong["tags"] = json!(["nothing"]);
        let refused = editor.mutate("articleCreate", "ArticleCreateInput", json!({ "content": wrong })).await;
        let fields: Vec<_> = refused["userErrors"].as_array().expect("errors").iter().map(|error| error["field"].clone()).collect();
        assert_eq!(fields, [json!(["slug"]), json!(["tags", "0"])]);
        assert_eq!((&refused["entry"], &refused["userErrors"][0]["code"]), (&json!(null), &json!("VALIDATION_FAILED")));
        let made = editor.mutate("tagCreate", "TagCreateInput", json!({ "content": { "slug": "fog", "name": [{ "locale": "en", "text": "Fog" }] } })).await;
        let id = made["entry"]["id"].clone();
        let named = editor.mutate("tagSave", "TagSaveInput", json!({ "id": id, "expectedRevision": 1, "content": { "name": [{ "locale": "uk", "text": "Туман" }] } })).await;
        assert_eq!(named["entry"]["revision"]["content"]["name"], json!({ "en": "Fog", "uk": "Туман" }));
        let late = editor.mutate("tagSave", "TagSaveInput", json!({ "id": id, "expectedRevision": 1, "content": { "slug": "mist" } })).await;
        assert_eq!((&late["userErrors"][0]["code"], &late["userErrors"][0]["field"]), (&json!("PRECONDITION_FAILED"), &json!(["name"])));
        editor.mutate("tagSubmit", "EntryInput", json!({ "id": id, "expectedRevision": 2 })).await;
        let stale = editor.mutate("tagArchive", "EntryInput", json!({ "id": id, "expectedRevision": 2, "expectedVersion": "2.0" })).await;
        assert_eq!(stale["userErrors"][0]["code"], json!("PRECONDITION_FAILED"), "{stale}");
        let nowhere = editor.mutate("tagArchive", "EntryInput", json!({ "id": "019ab000-0000-7000-8000-000000000000", "expectedRevision": 1 })).await;
        assert_eq!(nowhere["userErrors"][0]["code"], "NOT_FOUND");
        let no_id = editor.mutate("tagArchive", "EntryInput", json!({ "id": "x", "expectedRevision": 1 })).await;
        assert_eq!((&no_id["userErrors"][0]["code"], &no_id["userErrors"][0]["field"]), (&json!("INVALID_ID"), &json!(["id"])));
    }

    async fn a_mutation_that_comes_again_does_nothing(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let input = json!({ "content": content(), "idempotencyKey": "k" });
        let first = editor.mutate("articleCreate", "ArticleCreateInput", input.clone()).await;
        assert_eq!(editor.mutate("articleCreate", "ArticleCreateInput", input).await, first);
        let mut other = content();
        other["slug"] = json!("ebb");
        let reused = editor.mutate("articleCreate", "ArticleCreateInput", json!({ "content": other, "idempotencyKey": "k" })).await;
        assert_eq!(reused["userErrors"][0]["code"], "IDEMPOTENCY_KEY_REUSED");
    }

    /// The entry comes back as a preview shows it, with what is asked of it.
    async fn a_payload_shows_the_draft_with_its_relations(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let query = "mutation($input: ArticleCreateInput!) { articleCreate(input: $input) { article { title tags { slug } body { html } } userErrors { code } } }";
        let answer = editor.graphql(query, json!({ "input": { "content": content() } })).await;
        let article = &answer["data"]["articleCreate"]["article"];
        assert_eq!((&article["title"], &article["tags"][0]["slug"]), (&json!("The tide"), &json!("strait-of-tarn")), "{answer}");
        assert!(article["body"]["html"].as_str().expect("HTML").contains("<strong>two</strong>"));
    }

    async fn the_desk_reads_entries_and_histories(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let facts = get_json(app, "/v1/fact-boxes?first=1&locale=en").await["data"][0]["id"].clone();
        let query = "query($id: ID!) { viewer { actor scopes } entry(kind: FACT_BOX, id: $id) { state revision { number content } revisions(first: 5) { number savedBy content } usedIn { public { locale count } } } }";
        let answer = editor.graphql(query, json!({ "id": facts })).await;
        assert_eq!(answer["data"]["viewer"]["scopes"], json!(["READ", "PREVIEW", "WRITE", "PUBLISH"]), "{answer}");
        let entry = &answer["data"]["entry"];
        assert!(entry["revision"]["content"]["items"].is_array() && entry["revisions"][0]["content"].is_null(), "{entry}");
        assert!(entry["usedIn"]["public"].is_array());
        let reader = Client::of(app, Role::Reader).await;
        let refused = reader.graphql(query, json!({ "id": facts })).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
    }

    /// A link that somebody is made to follow must not write.
    async fn nothing_is_written_by_get(app: &App) {
        let admin = Client::of(app, Role::Admin).await;
        let query = "/graphql?query=mutation{tagArchive(input:{id:%22019ab000-0000-7000-8000-000000000000%22,expectedRevision:1}){userErrors{code}}}";
        assert_eq!(admin.get(query).await.status, 405);
    }
}
