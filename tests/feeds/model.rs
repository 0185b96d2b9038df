//! Rules of the neutral document that no format may bend.

use dateline::domain::article::CorrectionKind;
use dateline::render::feed::{Entry, Media};

use super::sample::{correction, full, plain};

#[test]
fn corrections_are_in_sight_after_the_text() {
    let entry = Entry { corrections: vec![correction(CorrectionKind::Clarification, "1 < 2")], ..plain() };
    let printed = "<p class=\"correction\">\
                   <time datetime=\"2026-11-24T09:30:15.250Z\">2026-11-24</time> 1 &lt; 2</p>";
    assert_eq!(entry.html(), format!("<p>Nothing more is known.</p>{printed}"));
    assert_eq!(entry.text(), "Nothing more is known.\n\n2026-11-24: 1 < 2");
}

#[test]
fn a_retraction_is_read_first() {
    let corrections = vec![
        correction(CorrectionKind::Correction, "Two, not three."),
        correction(CorrectionKind::Retraction, "None of this happened."),
    ];
    let text = Entry { corrections, ..plain() }.text();
    assert_eq!(
        text,
        "2026-11-24: None of this happened.\n\nNothing more is known.\n\n2026-11-24: Two, not three."
    );
}

#[test]
fn a_picture_is_described_by_its_caption_or_by_what_it_shows() {
    let image = full().image.expect("an image");
    assert_eq!(image.description(), image.caption.as_deref());
    let no_caption = Media { caption: None, ..image };
    assert_eq!(no_caption.description(), Some("A crane"));
    assert_eq!(Media { alt: String::new(), ..no_caption }.description(), None);
}
