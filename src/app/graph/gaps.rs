//! What a graph knows of references that lead nowhere.

use std::sync::Arc;

use super::{AnyEdition, Graph, InGraph};
use crate::domain::body::Mode;
use crate::domain::unavailable::Placed;
use crate::domain::{Article, AsOf, Edition, FactBox, Id, Link, Locale, Result, Role, Unavailable};
use crate::store::{self, AnyConnection};

/// A reference of an article that leads nowhere, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing<'a> {
    /// The reference and its place.
    pub placed: Placed<'a>,
    /// Why.
    pub state: Unavailable,
}

impl Graph {
    /// Why an entry that is not visible is not, where the shape asked for that.
    #[must_use]
    pub fn unavailable(&self, id: Id) -> Unavailable {
        if self.withdrawn.contains(&id) { Unavailable::Withdrawn } else { Unavailable::Absent }
    }

    /// What an article refers to and does not show, with the place of each. The desk is told of what was withdrawn too,
    /// though it sees it: readers will not.
    #[must_use]
    pub fn missing<'a>(&self, article: &'a Edition<Article>) -> Vec<Missing<'a>> {
        let gone = article.content.placed().into_iter().filter(|placed| !self.is_for_readers(&placed.link));
        gone.map(|placed| Missing { state: self.unavailable(placed.link.target), placed }).collect()
    }

    /// Whether a reference leads somewhere, and not only at the desk.
    fn is_for_readers(&self, link: &Link) -> bool {
        if self.withdrawn.contains(&link.target) {
            return false;
        }
        match (link.role, link.pin) {
            (Role::FactBox, Some(pin)) if self.get::<FactBox>(link.target).is_some() => {
                self.fact_box(link.target, Mode::Pin(pin)).is_some()
            }
            _ => self.is_visible(link.target),
        }
    }

    /// The other members of a translation group in the order of their languages, and `None` where one was withdrawn.
    #[must_use]
    pub fn translations_and_gaps<C: InGraph>(&self, of: &Edition<C>) -> Vec<Option<&Arc<Edition<C>>>> {
        let outline = of.content.outline();
        let lost = outline.translation_group.and_then(|group| self.lost.get(&group));
        let lost = lost.into_iter().flatten().filter(|(_, id)| *id != of.id);
        let locale = |edition: &Edition<C>| edition.content.outline().locale;
        let mut members: Vec<_> =
            self.translations(of).map(|edition| (locale(edition), edition.id, Some(edition))).collect();
        members.extend(lost.map(|(locale, id)| (Some(locale.clone()), *id, None)));
        members.sort_by_key(|(locale, id, _)| (locale.as_ref().map(Locale::to_string), *id));
        members.into_iter().map(|(_, _, edition)| edition).collect()
    }

    /// Finds out which of the references that lead nowhere once led somewhere.
    pub(super) fn look_at_gaps(
        &mut self,
        connection: &mut AnyConnection,
        roots: &[Id],
        translations: bool,
    ) -> Result<()> {
        let editions: Vec<&AnyEdition> = roots.iter().filter_map(|root| self.entries.get(root)).collect();
        let links = editions.iter().flat_map(|edition| edition.links());
        let mut ids: Vec<Id> = links.map(|link| link.target).collect();
        ids.sort_unstable();
        ids.dedup();
        let seen = self.seen_by_readers();
        let readers_see = match self.as_of {
            AsOf::Drafts => store::edition::visible_ids(connection, seen, &ids)?,
            _ => ids.iter().filter(|id| self.is_visible(**id)).copied().collect(),
        };
        ids.retain(|id| !readers_see.contains(id));
        self.withdrawn.extend(store::edition::once_visible(connection, seen, &ids)?);
        if translations { self.look_at_lost_translations(connection, roots) } else { Ok(()) }
    }

    /// The moment for which it is told what was withdrawn.
    const fn seen_by_readers(&self) -> AsOf {
        match self.as_of {
            AsOf::Drafts => AsOf::Now(self.now),
            as_of => as_of,
        }
    }

    fn look_at_lost_translations(&mut self, connection: &mut AnyConnection, roots: &[Id]) -> Result<()> {
        let editions = roots.iter().filter_map(|root| self.entries.get(root));
        let mut groups: Vec<Id> = editions.filter_map(AnyEdition::translation_group).collect();
        groups.sort_unstable();
        groups.dedup();
        let former = store::edition::former_translations(connection, self.seen_by_readers(), &groups)?;
        let ids: Vec<Id> = former.iter().map(|(_, _, id)| *id).filter(|id| !self.is_visible(*id)).collect();
        let visible = store::edition::visible_ids(connection, self.as_of, &ids)?;
        for (group, locale, id) in former {
            let is_lost = ids.contains(&id) && !visible.contains(&id);
            let known = self.lost.entry(group).or_default();
            if is_lost && !known.iter().any(|(_, other)| *other == id) {
                known.push((locale, id));
            }
        }
        Ok(())
    }
}
