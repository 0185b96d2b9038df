//! Who has which slug, and what becomes of a slug that another entry has.

use std::collections::HashMap;

use super::Notes;
use crate::domain::{AnyContent, Id, Record, Result, Slug};
use crate::store::slug::{Address, Claim};
use crate::store::{self, AnyConnection};

/// The owners of slugs, as far as they are known.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    owners: HashMap<Address, Id>,
    /// What the attempt that runs has claimed.
    claimed: Vec<Address>,
}

impl Slugs {
    /// Begins another attempt: what was claimed before stays claimed.
    pub(super) fn begin(&mut self) {
        self.claimed.clear();
    }

    /// Gives back what the attempt claimed that was undone.
    pub(super) fn undo(&mut self) {
        for address in self.claimed.drain(..) {
            self.owners.remove(&address);
        }
    }

    /// Finds the owners of all slugs that the records want.
    pub(super) fn look_up(&mut self, connection: &mut AnyConnection, records: &[Record]) -> Result<()> {
        let wanted: Vec<Address> = records.iter().flat_map(wanted).collect();
        self.owners.extend(store::slug::owners(connection, &wanted)?);
        Ok(())
    }

    /// Gives content another slug when its own belongs to another entry: `name-2`, `name-3`, …
    pub(super) fn settle(
        &mut self,
        connection: &mut AnyConnection,
        id: Id,
        content: &mut AnyContent,
        notes: &mut Notes,
    ) -> Result<()> {
        let Some(wanted) = Address::of(content) else { return Ok(()) };
        let is_others = |owner: Option<Id>| owner.is_some_and(|owner| owner != id);
        if !is_others(self.owners.get(&wanted).copied()) {
            return Ok(());
        }
        for suffix in 2.. {
            let Ok(slug) = format!("{}-{suffix}", wanted.slug).parse::<Slug>() else { break };
            let address = Address { slug: slug.clone(), ..wanted.clone() };
            let owner = match self.owners.get(&address) {
                Some(owner) => Some(*owner),
                None => store::slug::owner(connection, &address)?,
            };
            if !is_others(owner) {
                // Its own from an earlier import: known from here on, so that it is not given twice.
                self.owners.extend(owner.map(|owner| (address, owner)));
                notes.push(format!("the slug {} was taken; it became {slug}", wanted.slug));
                set_slug(content, slug);
                break;
            }
        }
        Ok(())
    }

    /// The slugs that a record gets. A former one that belongs to another entry is left to it.
    pub(super) fn claim(&mut self, record: &Record, notes: &mut Notes) -> Vec<Claim> {
        let mut claims = Vec::new();
        for address in record.revisions.iter().filter_map(|revision| Address::of(&revision.content)) {
            if self.owners.insert(address.clone(), record.id).is_none() {
                claims.push(Claim { address, entry: record.id, alias: false });
            }
        }
        for address in aliases(record) {
            match self.owners.get(&address) {
                None => {
                    self.owners.insert(address.clone(), record.id);
                    claims.push(Claim { address, entry: record.id, alias: true });
                }
                Some(owner) if *owner != record.id => {
                    notes.push(format!("the former address {} belongs to another entry", address.slug));
                }
                Some(_) => {}
            }
        }
        self.claimed.extend(claims.iter().map(|claim| claim.address.clone()));
        claims
    }
}

fn wanted(record: &Record) -> Vec<Address> {
    let own = record.revisions.iter().filter_map(|revision| Address::of(&revision.content));
    own.chain(aliases(record)).collect()
}

/// The former addresses of a record, in the locale of its newest revision.
fn aliases(record: &Record) -> Vec<Address> {
    let Some(newest) = record.revisions.last() else { return Vec::new() };
    let (kind, locale) = (newest.content.kind(), newest.content.outline().locale);
    let address = |slug: &Slug| Address { kind, locale: locale.clone(), slug: slug.clone() };
    record.aliases.iter().map(address).collect()
}

fn set_slug(content: &mut AnyContent, new: Slug) {
    match content {
        AnyContent::Article(article) => article.slug = new,
        AnyContent::Author(author) => author.slug = new,
        AnyContent::FactBox(fact_box) => fact_box.slug = new,
        AnyContent::Section(section) => section.slug = new,
        AnyContent::Tag(tag) => tag.slug = new,
        AnyContent::Image(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::RecordRevision;
    use crate::domain::tag::TagKind;
    use crate::domain::{Content as _, Kind, Localized, Tag};

    fn tag(key: &str) -> Record {
        let slug = "harbour".parse().expect("a slug");
        let name = Localized::new(vec![("en".parse().expect("a locale"), key.to_owned())]);
        let content = Tag { slug, name, kind: TagKind::Topic, same_as: Vec::new() }.into_any();
        let revisions = vec![RecordRevision { content, note: None, public: None }];
        let id = Id::of_key(Kind::Tag, key);
        Record { key: key.to_owned(), id, revisions, aliases: Vec::new(), derived: false }
    }

    #[test]
    fn what_an_attempt_claimed_that_was_undone_is_free_again() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.claim(&tag("a"), &mut Notes::new()).len(), 1);
        slugs.undo();
        slugs.begin();
        assert_eq!(slugs.claim(&tag("b"), &mut Notes::new()).len(), 1);
        slugs.begin();
        slugs.undo();
        assert_eq!(slugs.claim(&tag("b"), &mut Notes::new()).len(), 0);
    }
}
