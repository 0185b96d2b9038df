//! What the readers' tests recognise, and the rules that hold for both formats.

use super::{Recognize, html, markdown};
use crate::domain::body::Block;
use crate::domain::{Body, Id, Kind};
use crate::render;
use crate::render::tests::{KNOWN, Shelf, id};

/// Knows the one image, article and fact box of the shelf by short names.
pub(super) struct Names;

impl Recognize for Names {
    fn image(&mut self, src: &str, _alt: &str, _title: Option<&str>) -> Option<Id> {
        (src == "i.jpg").then(|| id(KNOWN))
    }

    fn article(&mut self, href: &str) -> Option<Id> {
        (href == "/one").then(|| id(KNOWN))
    }

    fn entry(&mut self, _kind: Kind, reference: &str) -> Option<Id> {
        (reference == "tunnel").then(|| id(KNOWN))
    }
}

/// A body as HTML, which is the most legible form of it.
pub(super) fn shown(body: &Body) -> String {
    render::html::body(body, &Shelf::new()).trim_end().replace('\n', "")
}

fn keys(body: &Body) -> Vec<&str> {
    body.blocks().iter().map(|Block { key, .. }| key.as_str()).collect()
}

#[test]
fn keys_stay_with_the_words() {
    let before = markdown::body("one\n\ntwo\n\none", &mut Names);
    let after = html::body("<p>new<p><b>one</b><h2>two</h2><p>one", &mut Names);
    assert_eq!(keys(&before), keys(&after)[1..]);
    let [one, _, again] = keys(&before)[..] else { panic!("not three blocks") };
    assert_eq!((one.len(), again), (12, format!("{one}-2").as_str()));
    assert!(one.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)));
}
