//! Searching in other languages than those of the sample: by the words of articles that are published for it.

use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use crate::desk::{Client, article};
use crate::support::client::get_json;
use crate::support::on_both_databases;

async fn publish(app: &App, locale: &str, slug: &str, title: &str) {
    let desk = Client::of(app, Role::Editor).await;
    let mut document = article(slug);
    document["locale"] = json!(locale);
    document["title"] = json!(title);
    let path = desk.create("articles", document).await;
    desk.act(&format!("{path}/publish"), 1, json!({})).await;
}

/// The slugs of what is found, with a parameter more.
async fn slugs(app: &App, words: &str, more: &str) -> Vec<String> {
    let words: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
    let list = get_json(app, &format!("/v1/articles?q={words}{more}")).await;
    let slug = |article: &Value| article["slug"].as_str().expect("a slug").to_owned();
    list["data"].as_array().expect("a list").iter().map(slug).collect()
}

on_both_databases! { SampleNewsroom;
    async fn accents_may_be_left_out(app: &App) {
        publish(app, "fr", "securite", "La sécurité de l’assemblée").await;
        publish(app, "es", "economia", "También la economía").await;
        publish(app, "tr", "isik", "İstanbul'da ışık").await;
        for (words, slug) in [
            ("sécurité", "securite"), ("securite", "securite"), ("SÉCURITÉ assemblee", "securite"), ("\"la securite\"", "securite"),
            ("economia", "economia"), ("tambien economía", "economia"),
            ("ışık", "isik"), ("IŞIK", "isik"), ("istanb*", "isik"),
        ] {
            assert_eq!(slugs(app, words, "").await, [slug], "{words}");
            let locale = if slug == "isik" { "tr" } else if slug == "economia" { "es" } else { "fr" };
            assert_eq!(slugs(app, words, &format!("&locale={locale}&sort=-publishedAt")).await, [slug], "{words} in {locale}");
        }
        let found = get_json(app, "/v1/articles?q=securite&highlights=true").await;
        let id = found["data"][0]["id"].as_str().expect("an id");
        assert_eq!(found["search"]["highlights"][id]["title"]["html"], "La <mark>sécurité</mark> de l’assemblée");
    }

    /// Whoever types accents and whoever does not get the same in the same order.
    async fn accents_change_no_order(app: &App) {
        for number in 0..12 {
            publish(app, "fr", &format!("both-{number}"), &format!("Bazorité plimok {number}")).await;
        }
        publish(app, "fr", "plimok", "Plimok").await;
        publish(app, "fr", "bazorite", "Bazorité").await;
        assert_eq!(slugs(app, "bazorité plimok zzz", "").await, slugs(app, "bazorite plimok zzz", "").await);
        assert_eq!(slugs(app, "bazorité zzz", "").await, slugs(app, "bazorite zzz", "").await);
    }

    /// A language of a region is a language of its own, and none of its parts is a word.
    async fn a_region_is_no_word(app: &App) {
        publish(app, "pt-BR", "acao", "Uma ação rápida").await;
        for order in ["", "&sort=-publishedAt", "&sort=title"] {
            assert_eq!(slugs(app, "ação", &format!("&locale=pt-BR{order}")).await, ["acao"], "{order}");
            assert!(slugs(app, "ação", &format!("&locale=pt{order}")).await.is_empty(), "{order}");
            assert!(slugs(app, "\"br\"", order).await.is_empty(), "{order}");
            assert_eq!(slugs(app, "ação -\"br\"", order).await, ["acao"], "{order}");
        }
    }

    async fn phrases_are_found_with_and_without_function_words(app: &App) {
        publish(app, "en", "phrases", "Blue heron colony near the old lighthouse keeper").await;
        for (phrase, there) in [
            ("\"blue heron\"", true), ("\"heron blue\"", false), ("\"blue colony\"", false), ("\"blue heron colony\"", true),
            ("\"heron colony near the old lighthouse\"", true), ("\"the old\"", true), ("\"near the\"", true),
            ("\"colony near old\"", false), ("\"old lighthouse keeper\"", true), ("\"lighthouse old keeper\"", false),
        ] {
            assert_eq!(slugs(app, phrase, "").await.contains(&"phrases".to_owned()), there, "{phrase}");
        }
        assert!(slugs(app, "keeper -\"blue heron\"", "").await.iter().all(|slug| slug != "phrases"));
    }

    async fn neighbours_of_scripts_without_spaces_are_found(app: &App) {
        publish(app, "ja", "tokyo", "東京都知事選挙").await;
        for (words, there) in [("東京都", true), ("知事選", true), ("都知", true), ("京東", false), ("東知", false), ("東京知事", false)] {
            assert_eq!(!slugs(app, words, "").await.is_empty(), there, "{words}");
        }
    }

    async fn what_nobody_sees_and_colons_hide_no_word(app: &App) {
        publish(app, "en", "unseen", "Par\u{ad}lia\u{ad}mentary session: Foo:Barbaz").await;
        for words in ["parliamentary", "barbaz", "foo barbaz", "foo:barbaz"] {
            assert_eq!(slugs(app, words, "").await.first().map(String::as_str), Some("unseen"), "{words}");
        }
    }
}
