//! The tree of sections, their numbers and their breadcrumbs.

use std::collections::HashMap;

use dateline::app::App;
use dateline::app::import::Mode;
use dateline::domain::{Id, Kind, Localized, Section};
use serde_json::{Value, json};

use crate::support::client::{get, get_json, graphql_data};
use crate::support::desk::{publish, save};
use crate::support::on_both_databases;
use crate::support::sample::import;

/// Every branch of a tree, from the top down.
fn flat(branches: &Value) -> Vec<&Value> {
    let all = branches.as_array().unwrap().iter();
    all.flat_map(|branch| std::iter::once(branch).chain(flat(&branch["children"]))).collect()
}

async fn section(app: &App, slug: &str, parent: Option<Id>) -> Id {
    let name = Localized::new(vec![("en".parse().unwrap(), slug.to_owned())]);
    let id = save(app, None, Section { slug: slug.parse().unwrap(), name, parent }).await;
    publish(app, Kind::Section, id, 1, None).await;
    id
}

on_both_databases! { SampleNewsroom;
    async fn the_numbers_are_those_of_the_lists(app: &App) {
        for (locale, filter) in [("", ""), ("?articleLocale=uk", "&locale=uk")] {
            let tree = get_json(app, &format!("/v1/sections/tree{locale}")).await;
            let mut sum = 0;
            for branch in flat(&tree["data"]) {
                let slug = branch["section"]["slug"].as_str().unwrap();
                let list = get_json(app, &format!("/v1/articles?first=1&total=exact&section={slug}{filter}")).await;
                assert_eq!(branch["articles"]["own"], list["page"]["total"]["count"], "{slug}");
                let below: u64 = branch["children"].as_array().unwrap().iter().map(|child| child["articles"]["total"].as_u64().unwrap()).sum();
                let own = branch["articles"]["own"].as_u64().unwrap();
                assert_eq!(branch["articles"]["total"], own + below, "{slug}");
                sum += own;
            }
            assert!(sum > 10, "{sum} articles");
        }
    }

    /// More of them than any page holds.
    async fn a_tree_is_whole_however_many_sections_there_are(app: &App) {
        let line = |number: usize| {
            let content = json!({ "slug": format!("ward-{number}"), "name": { "en": format!("Ward {number}") } });
            let public = json!({ "from": "2026-01-01T00:00:00Z" });
            json!({ "kind": "section", "key": format!("ward-{number}"), "revisions": [{ "public": public, "content": content }] }).to_string()
        };
        let before = flat(&get_json(app, "/v1/sections/tree").await["data"]).len();
        import(app, &(0..150).map(line).collect::<Vec<_>>().join("\n"), Mode::Write);
        assert_eq!(flat(&get_json(app, "/v1/sections/tree").await["data"]).len(), before + 150);
    }

    async fn every_section_is_in_the_tree_below_its_parent_and_both_doors_agree(app: &App) {
        let tree = get_json(app, "/v1/sections/tree").await;
        let listed = get_json(app, "/v1/sections?first=100").await;
        assert_eq!(flat(&tree["data"]).len(), listed["data"].as_array().unwrap().len());
        for branch in flat(&tree["data"]) {
            for child in branch["children"].as_array().unwrap() {
                assert_eq!(child["section"]["parent"]["id"], branch["section"]["id"]);
            }
        }
        let query = "{ sectionTree { ...branch children { ...branch children { ...branch } } } }
            fragment branch on SectionBranch { section { id } articles { own total } }";
        let graphql = graphql_data(app, query).await;
        let (rest, graphql) = (flat(&tree["data"]), &graphql["sectionTree"]);
        let top: Vec<_> = tree["data"].as_array().unwrap().iter().map(|branch| &branch["section"]["id"]).collect();
        assert_eq!(graphql.as_array().unwrap().iter().map(|branch| &branch["section"]["id"]).collect::<Vec<_>>(), top);
        let counts: HashMap<&str, &Value> = rest.iter().map(|branch| (branch["section"]["id"].as_str().unwrap(), &branch["articles"])).collect();
        for branch in graphql.as_array().unwrap() {
            assert_eq!(counts[branch["section"]["id"].as_str().unwrap()], &branch["articles"]);
        }
    }

    async fn sections_show_those_above_them_wherever_they_are(app: &App) {
        let region = get_json(app, "/v1/sections/region").await["id"].as_str().unwrap().parse().ok();
        let town = section(app, "town", region).await;
        section(app, "street", Some(town)).await;
        let street = get_json(app, "/v1/sections/street?include=ancestors").await;
        let slugs: Vec<_> = street["ancestors"].as_array().unwrap().iter().map(|above| above["slug"].clone()).collect();
        assert_eq!(slugs, ["world", "region", "town"]);
        let data = graphql_data(app, "{ section(slug: \"street\") { ancestors { slug name { text } } } }").await;
        let graphql: Vec<_> = data["section"]["ancestors"].as_array().unwrap().iter().map(|above| above["slug"].clone()).collect();
        assert_eq!(slugs, graphql);
        let then = get(app, "/v1/sections/street?include=ancestors&asOf=2026-11-24T11:59:59Z").await;
        assert_eq!(then.status, 404);
        let articles = get_json(app, "/v1/articles?first=100&include=section,ancestors").await;
        assert!(articles["data"].as_array().unwrap().iter().all(|article| article["section"]["ancestors"].is_array()));
    }

    async fn a_circle_of_sections_does_no_harm(app: &App) {
        let one = section(app, "one", None).await;
        let two = section(app, "two", Some(one)).await;
        let name = Localized::new(vec![("en".parse().unwrap(), "one".to_owned())]);
        save(app, Some(one), Section { slug: "one".parse().unwrap(), name, parent: Some(two) }).await;
        publish(app, Kind::Section, one, 2, None).await;
        let tree = get_json(app, "/v1/sections/tree").await;
        let slugs: Vec<_> = flat(&tree["data"]).into_iter().map(|branch| branch["section"]["slug"].clone()).collect();
        assert_eq!(slugs.iter().filter(|slug| *slug == "one" || *slug == "two").count(), 2, "{slugs:?}");
        let two = get_json(app, "/v1/sections/two?include=ancestors").await;
        assert_eq!(two["ancestors"].as_array().unwrap().len(), 1);
        assert_eq!(two["ancestors"][0]["slug"], json!("one"));
    }
}
