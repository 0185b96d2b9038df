//! Authors: everybody who can be credited.

use super::content::{Outline, impl_any};
use super::{AnyContent, Content, Id, Kind, Link, Localized, Result, Role, Slug, Validator};

/// The content of an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name in addresses; unique among authors.
    pub slug: Slug,
    /// The name as printed, by language.
    pub name: Localized,
    /// A short biography, by language.
    pub bio: Localized,
    /// The portrait.
    pub image: Option<Id>,
    /// Pages about the author elsewhere; at most 20.
    pub links: Vec<String>,
    /// For the desk only: no door ever shows it to the public.
    pub email: Option<String>,
}

impl Content for Author {
    const KIND: Kind = Kind::Author;

    fn outline(&self) -> Outline {
        named_outline(&self.slug, &self.name, None)
    }

    fn links(&self) -> Vec<Link> {
        self.image.map(|id| Link::to(Role::LeadImage, id)).into_iter().collect()
    }

    fn validate(&self) -> Result<()> {
        let mut v = Validator::new();
        validate_name(&mut v, &self.name);
        validate_localized(&mut v, "bio", &self.bio, 10_000);
        v.at_most("links", &self.links, 20);
        v.within("links", |v| {
            for (index, link) in self.links.iter().enumerate() {
                v.web_url(&index.to_string(), link);
            }
        });
        if let Some(email) = &self.email
            && !is_email(email)
        {
            v.within("email", |v| v.fail("Must be an e-mail address such as desk@example.org."));
        }
        v.finish()
    }

    impl_any!(Author);
}

/// The outline of a kind that is named in several languages.
pub(super) fn named_outline(slug: &Slug, name: &Localized, variant: Option<&'static str>) -> Outline {
    Outline {
        locale: None,
        slug: Some(slug.clone()),
        title: name.pick(None).map(|(_, name)| name.to_owned()).unwrap_or_default(),
        variant,
        translation_group: None,
        corrected_at: None,
        review_by: None,
        has_image: false,
    }
}

/// A name in at least one language.
pub(super) fn validate_name(v: &mut Validator, name: &Localized) {
    if name.is_empty() {
        v.within("name", |v| v.fail("A name in at least one language is needed."));
    }
    validate_localized(v, "name", name, 300);
}

fn validate_localized(v: &mut Validator, segment: &str, texts: &Localized, max: usize) {
    v.within(segment, |v| {
        for (locale, text) in texts.iter() {
            v.text(locale.as_str(), text, max);
        }
    });
}

fn is_email(text: &str) -> bool {
    let plain = text.len() <= 254 && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    plain
        && text
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
}
