//! Every answer of the sample newsroom is as the document says.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{Operation, document, text};
use crate::support::client::{get, get_json};
use crate::support::database::{Backend, Contents};
use crate::support::run_on;
use dateline::app::App;

/// A kind of entry, as the document has it.
struct Kind {
    collection: String,
    list: Operation,
    entry: Operation,
}

impl Kind {
    fn all() -> Vec<Self> {
        let mut operations = Operation::all();
        let mut take = |path: &str| {
            let at = operations.iter().position(|operation| operation.path == path)?;
            Some(operations.remove(at))
        };
        let names = ["articles", "fact-boxes", "authors", "sections", "tags", "images"];
        names
            .into_iter()
            .map(|name| {
                let collection = format!("/v1/{name}");
                let list = take(&collection).expect("the list is documented");
                let entry = take(&format!("{collection}/{{id}}")).expect("the entry is documented");
                Self { collection, list, entry }
            })
            .collect()
    }

    /// The parameters that show everything there is to show.
    fn everything(&self) -> String {
        let all = |name: &str, but: &str| {
            let words: Vec<String> = self.list.words(name).into_iter().filter(|word| word != but).collect();
            if words.is_empty() { String::new() } else { format!("&{name}={}", words.join(",")) }
        };
        format!("{}{}", all("include", ""), all("body", "none"))
    }

    /// The name of the component of a whole entry.
    fn component(&self) -> String {
        let choice = &self.entry.value["responses"]["200"]["content"]["application/json"]["schema"]["anyOf"];
        text(&choice[0]["$ref"])
    }

    async fn ids(&self, app: &App) -> Vec<String> {
        let list = get_json(app, &format!("{}?first=100", self.collection)).await;
        let ids: Vec<String> =
            list["data"].as_array().unwrap().iter().map(|entry| text(&entry["id"])).collect();
        assert!(!ids.is_empty(), "the sample newsroom has {}", self.collection);
        ids
    }
}

/// A validator for a part of the document.
pub(crate) fn validator(schema: &Value) -> Validator {
    let mut schema = schema.clone();
    schema["components"] = document()["components"].clone();
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema")
}

fn answer(operation: &Operation) -> Validator {
    validator(&operation.value["responses"]["200"]["content"]["application/json"]["schema"])
}

fn check(validator: &Validator, value: &Value, address: &str) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{address} is not as documented:\n{}", errors.join("\n"));
}

#[test]
fn every_list_and_every_entry_is_as_documented() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        for kind in Kind::all() {
            let (list, entry, whole) =
                (answer(&kind.list), answer(&kind.entry), validator(&json!({ "$ref": kind.component() })));
            for query in ["first=100".to_owned(), format!("first=2&total=exact{}", kind.everything())] {
                let address = format!("{}?{query}", kind.collection);
                let value = get_json(&app, &address).await;
                check(&list, &value, &address);
                value["data"].as_array().unwrap().iter().for_each(|value| check(&whole, value, &address));
            }
            for id in kind.ids(&app).await {
                for query in [String::new(), kind.everything()] {
                    let address = format!("{}/{id}?{}", kind.collection, query.trim_start_matches('&'));
                    let value = get_json(&app, &address).await;
                    check(&entry, &value, &address);
                    check(&whole, &value, &address);
                }
            }
        }
    });
}

#[test]
fn the_words_of_fields_are_the_members_of_entries() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        for kind in Kind::all() {
            let words = kind.entry.words("fields");
            let unique: BTreeSet<String> = words.iter().cloned().collect();
            assert_eq!(unique.len(), words.len(), "{} names a field twice", kind.collection);
            assert_eq!(words, kind.list.words("fields"), "{}", kind.collection);
            let component = document().pointer(kind.component().trim_start_matches('#')).unwrap().clone();
            let properties: Vec<String> =
                component["properties"].as_object().unwrap().keys().cloned().collect();
            assert_eq!(words, properties, "{}", kind.collection);
            for id in kind.ids(&app).await {
                let address =
                    format!("{}/{id}?{}", kind.collection, kind.everything().trim_start_matches('&'));
                let members: Vec<String> =
                    get_json(&app, &address).await.as_object().unwrap().keys().cloned().collect();
                assert_eq!(words, members, "{address}");
            }
        }
    });
}

#[test]
fn an_entry_with_some_fields_has_these_and_is_as_documented() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        for kind in Kind::all() {
            let entry = answer(&kind.entry);
            let address = format!("{}/{}", kind.collection, kind.ids(&app).await[0]);
            let whole = get_json(&app, &address).await;
            for field in kind.entry.words("fields") {
                let address = format!("{address}?fields={field}");
                let value = get_json(&app, &address).await;
                let members: BTreeSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
                let there = whole.get(&field).map(|_| field.as_str());
                assert_eq!(members, there.into_iter().chain(["id"]).collect(), "{address}");
                check(&entry, &value, &address);
            }
            // What other parameters ask for is there as well.
            let asked = format!("{address}?fields=id{}", kind.everything());
            check(&entry, &get_json(&app, &asked).await, &asked);
        }
    });
}

#[test]
fn every_problem_is_as_documented() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        let problem = validator(&json!({ "$ref": "#/components/schemas/Problem" }));
        for kind in Kind::all() {
            for tail in
                ["?first=0", "?asOf=yesterday", "?after=x", "/019ab000-0000-7000-8000-000000000000", "/x/y/z"]
            {
                let address = format!("{}{tail}", kind.collection);
                let reply = get(&app, &address).await;
                assert!(reply.status >= 400, "{address} answers {}", reply.status);
                assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{address}");
                check(&problem, &reply.json(), &address);
                assert_eq!(reply.json()["status"], reply.status, "{address}");
            }
        }
    });
}

#[test]
fn the_list_of_corrections_is_as_documented() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        let operations = Operation::all();
        let list =
            operations.iter().find(|operation| operation.path == "/v1/corrections").expect("it is there");
        let address = "/v1/corrections?total=exact";
        check(&answer(list), &get_json(&app, address).await, address);
    });
}

#[test]
fn the_validator_finds_what_is_wrong() {
    let section = validator(&json!({ "$ref": "#/components/schemas/Section" }));
    let reference = json!({ "id": "019ab000-0000-7000-8000-000000000000" });
    assert!(!section.is_valid(&reference));
    let related = validator(&json!({ "$ref": "#/components/schemas/RelatedSection" }));
    assert!(related.is_valid(&reference));
    assert!(!related.is_valid(&json!({ "id": "world" })));
}
