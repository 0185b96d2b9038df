//! A small newsroom: every id has an address, and every address leads back to the id.

use std::collections::HashMap;

use dateline::domain::body::{Mode, Span};
use dateline::domain::fact_box::Fact;
use dateline::domain::image::Picture;
use dateline::domain::{FactBox, Id, Image, Kind};
use dateline::parse::Recognize;
use dateline::render::Resolve;
use uuid::Uuid;

/// How many entries there are of each kind.
pub(crate) const SIZE: u128 = 4;

/// The entry of number `n`.
pub(crate) fn id(n: u128) -> Id {
    Id::new(Uuid::from_u128(n + 1))
}

/// Everything a body of the tests refers to.
pub(crate) struct Library {
    images: HashMap<Id, Image>,
    fact_boxes: HashMap<Id, FactBox>,
}

impl Library {
    pub(crate) fn new() -> Self {
        let images = (0..SIZE).map(|n| (id(n), image(n))).collect();
        let fact_boxes = (0..SIZE).map(|n| (id(n), fact_box(n))).collect();
        Self { images, fact_boxes }
    }
}

fn image(n: u128) -> Image {
    Image {
        picture: Picture::Elsewhere(format!("https://images.example.com/{n}.jpg?size=1&crop=(a;b)")),
        width: Some(800),
        height: None,
        alt: "]( <script>alert(1)</script> \"quoted\" | `a`".to_owned(),
        caption: n.is_multiple_of(2).then(|| format!("The library's &amp; own \"caption\" *{n}*")),
        credit: (n < 2).then(|| "Photo: A & B".to_owned()),
        licence: None,
        focal_point: None,
    }
}

fn address(image: &Image) -> String {
    match &image.picture {
        Picture::Elsewhere(url) => url.clone(),
        Picture::Stored(file) => file.name(),
    }
}

#[expect(clippy::unwrap_used, reason = "the names are written here and valid")]
fn fact_box(n: u128) -> FactBox {
    let fact =
        |text: &str| Fact { text: vec![Span::plain(text)], sources: vec![], as_of: None, review_by: None };
    FactBox {
        locale: "en".parse().unwrap(),
        slug: "box".parse().unwrap(),
        title: format!("Box {n} </aside><script>alert(1)</script> ](javascript:alert(1))"),
        items: vec![fact("One.\nTwo </aside> *three*"), fact("# Four")],
        translation_group: None,
    }
}

impl Resolve for Library {
    fn image(&self, id: Id) -> Option<&Image> {
        self.images.get(&id)
    }

    fn fact_box(&self, id: Id, _: Mode) -> Option<&FactBox> {
        self.fact_boxes.get(&id)
    }

    fn image_url(&self, id: Id) -> Option<String> {
        self.image(id).map(address)
    }

    fn article_url(&self, id: Id) -> Option<String> {
        Some(format!("/articles/{id}"))
    }
}

impl Recognize for Library {
    fn image(&mut self, src: &str, _alt: &str, _title: Option<&str>) -> Option<Id> {
        self.images.iter().find(|(_, image)| address(image) == src).map(|(id, _)| *id)
    }

    fn article(&mut self, href: &str) -> Option<Id> {
        href.strip_prefix("/articles/")?.parse().ok()
    }

    fn entry(&mut self, _kind: Kind, reference: &str) -> Option<Id> {
        reference.parse().ok().filter(|id| self.fact_boxes.contains_key(id))
    }
}
