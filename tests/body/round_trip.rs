//! What a format can carry comes back from it.

use dateline::{parse, render};
use proptest::prelude::*;

use super::canonical::{as_it_is, canonical, contents, spans, without_white_space};
use super::library::Library;
use super::strategy;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn html_brings_a_body_back(body in strategy::body()) {
        let mut library = Library::new();
        let html = render::html::body(&body, &library);
        let read = parse::html::body(&html, &mut library);
        prop_assert_eq!(contents(&read), canonical(&body, as_it_is), "{}", html);
    }

    #[test]
    fn markdown_brings_a_body_back(body in strategy::body()) {
        let mut library = Library::new();
        let markdown = render::markdown::body(&body, &library);
        let read = parse::markdown::body(&markdown, &mut library);
        prop_assert_eq!(contents(&read), canonical(&body, without_white_space), "{}", markdown);
    }

    #[test]
    fn markdown_brings_a_run_of_text_back(text in strategy::spans()) {
        let mut library = Library::new();
        let markdown = render::markdown::inline(&text, &library);
        let read = parse::markdown::inline(&markdown, &mut library);
        prop_assert_eq!(read, spans(text, without_white_space), "{}", markdown);
    }

    #[test]
    fn every_reader_gives_a_valid_body_with_the_same_keys_again(body in strategy::body()) {
        let mut library = Library::new();
        let html = render::html::body(&body, &library);
        let read = parse::html::body(&html, &mut library);
        prop_assert_eq!(&read, &parse::html::body(&html, &mut library));
        let mut validator = dateline::domain::Validator::new();
        read.validate(&mut validator);
        prop_assert!(validator.finish().is_ok());
    }
}
