//! Records as readers make them: their keys, and the interval in which they are public.

use crate::domain::record::{Interval, RecordRevision};
use crate::domain::tag::TagKind;
use crate::domain::{Author, Content, Id, Locale, Localized, Record, Slug, Tag, Timestamp};

/// When entries without a date of their own are public: always, so that articles of any day find their
/// authors and pictures. 1970 stands for it.
pub(super) fn always() -> Option<Interval> {
    Timestamp::from_micros(0).map(|from| Interval { from, until: None, material: true })
}

/// When what an entry mentions is public: from the first day of the entry on, and for good.
pub(super) fn mentioned(public: Option<Interval>) -> Option<Interval> {
    public.map(|public| Interval { until: None, material: true, ..public })
}

/// An entry with one state.
pub(super) fn record<C: Content>(key: &str, content: C, public: Option<Interval>) -> Record {
    Record {
        key: key.to_owned(),
        id: Id::of_key(C::KIND, key),
        revisions: vec![RecordRevision { content: content.into_any(), note: None, public }],
        aliases: Vec::new(),
        derived: false,
    }
}

/// An author of whom only the name is known. The key is the slug.
pub(super) fn minimal_author(slug: &Slug, name: &str, locale: &Locale, public: Option<Interval>) -> Record {
    let author = Author {
        slug: slug.clone(),
        name: Localized::new(vec![(locale.clone(), name.to_owned())]),
        bio: Localized::default(),
        image: None,
        links: Vec::new(),
        email: None,
    };
    Record { derived: true, ..record(slug.as_str(), author, public) }
}

/// A topic of which only the name is known. The key is the slug.
pub(super) fn minimal_tag(slug: &Slug, name: &str, locale: &Locale, public: Option<Interval>) -> Record {
    let tag = Tag {
        slug: slug.clone(),
        name: Localized::new(vec![(locale.clone(), name.to_owned())]),
        kind: TagKind::Topic,
        same_as: Vec::new(),
    };
    Record { derived: true, ..record(slug.as_str(), tag, public) }
}

/// What names refer to, each entry once: two spellings of a name may mean the same. At most `max`, and whether there
/// were more.
pub(super) fn each_once<T>(
    found: impl IntoIterator<Item = T>,
    id: impl Fn(&T) -> Id,
    max: usize,
) -> (Vec<T>, bool) {
    let mut once: Vec<T> = Vec::new();
    for item in found {
        if once.iter().any(|known| id(known) == id(&item)) {
            continue;
        }
        if once.len() == max {
            return (once, true);
        }
        once.push(item);
    }
    (once, false)
}
