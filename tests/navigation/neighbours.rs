//! The articles right before and right behind one in a list.

use dateline::app::App;
use serde_json::Value;

use crate::support::client::{get, get_json, graphql_data};
use crate::support::on_both_databases;

async fn list(app: &App, query: &str) -> Vec<Value> {
    get_json(app, &format!("/v1/articles?first=100&{query}")).await["data"].as_array().unwrap().clone()
}

on_both_databases! { SampleNewsroom;
    /// Whoever walks from neighbour to neighbour sees the list.
    async fn the_neighbours_of_every_article_are_those_beside_it_in_the_list(app: &App) {
        for query in ["locale=en", "sort=title", "sort=-updatedAt&tag=fisheries", "section=world&sort=publishedAt", "sort=-correctedAt"] {
            let articles = list(app, query).await;
            assert!(articles.len() >= 3, "{query}");
            for (index, article) in articles.iter().enumerate() {
                let id = article["id"].as_str().unwrap();
                // Without a condition it would be the list of the section.
                let query = if query.contains("locale") || query.contains("section") || query.contains("tag") { query.to_owned() } else { format!("{query}&publishedAfter=0001-01-02T00:00:00Z") };
                let found = get_json(app, &format!("/v1/articles/{id}/neighbours?{query}")).await;
                let previous = index.checked_sub(1).map_or(&Value::Null, |before| &articles[before]);
                assert_eq!(&found["previous"], previous, "{query} {index}");
                assert_eq!(&found["next"], articles.get(index + 1).unwrap_or(&Value::Null), "{query} {index}");
            }
        }
    }

    async fn without_a_condition_they_are_of_its_section_and_language(app: &App) {
        let articles = list(app, "section=world&locale=uk").await;
        let id = articles[1]["id"].as_str().unwrap();
        let found = get_json(app, &format!("/v1/articles/{id}/neighbours")).await;
        assert_eq!((&found["previous"], &found["next"]), (&articles[0], &articles[2]));
    }

    async fn an_article_outside_of_the_list_stands_between_two_of_it(app: &App) {
        let (all, tagged) = (list(app, "").await, list(app, "tag=fisheries").await);
        let outside = all.iter().filter(|article| !tagged.iter().any(|tagged| tagged["id"] == article["id"]));
        for article in outside {
            let found = get_json(app, &format!("/v1/articles/{}/neighbours?tag=fisheries", article["id"].as_str().unwrap())).await;
            let moment = |article: &Value| article["publishedAt"].as_str().map(str::to_owned);
            assert!(moment(&found["previous"]).is_none_or(|previous| Some(previous) >= moment(article)));
            assert!(moment(&found["next"]).is_none_or(|next| Some(next) <= moment(article)));
        }
    }

    async fn both_doors_give_the_same_neighbours(app: &App) {
        for article in list(app, "").await {
            let (id, locale, slug) = (&article["id"], &article["locale"], &article["slug"]);
            let rest = get_json(app, &format!("/v1/articles/{}/neighbours", id.as_str().unwrap())).await;
            let data = graphql_data(app, &format!("{{ neighbours(locale: {locale}, slug: {slug}) {{ previous {{ id }} next {{ id }} }} }}")).await;
            for side in ["previous", "next"] {
                assert_eq!(rest[side]["id"], data["neighbours"][side]["id"], "{slug} {side}");
            }
        }
        let nothing = graphql_data(app, "{ neighbours(locale: \"en\", slug: \"nothing\") { next { id } } }").await;
        assert!(nothing["neighbours"].is_null());
    }

    async fn an_order_in_which_it_has_no_place_is_refused(app: &App) {
        let articles = list(app, "").await;
        let never = articles.iter().find(|article| article["corrections"].as_array().unwrap().is_empty()).unwrap();
        let reply = get(app, &format!("/v1/articles/{}/neighbours?sort=-correctedAt", never["id"].as_str().unwrap())).await;
        assert_eq!((reply.status, reply.json()["errors"][0]["pointer"].as_str()), (400, Some("?sort")));
        assert_eq!(get(app, "/v1/articles/019ab000-0000-7000-8000-000000000000/neighbours").await.status, 404);
    }
}
