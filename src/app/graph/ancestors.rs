//! The sections above sections in a graph: breadcrumbs.

use std::collections::HashSet;
use std::sync::Arc;

use super::Graph;
use crate::domain::section::MAX_DEPTH;
use crate::domain::{Edition, Id, Kind, Result, Section, Shape};
use crate::store::AnyConnection;

impl Graph {
    /// The sections above a section that are visible, the top first. One that stands below itself ends the way.
    #[must_use]
    pub fn ancestors(&self, section: &Edition<Section>) -> Vec<&Arc<Edition<Section>>> {
        let (mut above, mut seen) = (Vec::new(), HashSet::from([section.id]));
        let mut parent = section.content.parent;
        while let Some(edition) = parent.filter(|id| seen.insert(*id)).and_then(|id| self.get::<Section>(id))
        {
            if above.len() == MAX_DEPTH {
                break;
            }
            above.push(edition);
            parent = edition.content.parent;
        }
        above.reverse();
        above
    }

    /// Loads them, level by level: as many statements as the tree is high, however many sections there are.
    pub(super) fn fill_ancestors(
        &mut self,
        connection: &mut AnyConnection,
        roots: &[Id],
        shape: &Shape,
    ) -> Result<()> {
        let (mut level, mut above) = (roots.to_vec(), HashSet::new());
        for _ in 0..MAX_DEPTH {
            let sections = level.iter().filter_map(|id| self.get::<Section>(*id));
            let parents: HashSet<Id> = sections.filter_map(|section| section.content.parent).collect();
            level = parents.into_iter().filter(|id| above.insert(*id)).collect();
            if level.is_empty() {
                break;
            }
            level.sort_unstable();
            self.load(connection, Kind::Section, &level, false)?;
        }
        let mut above: Vec<Id> = above.into_iter().collect();
        above.sort_unstable();
        self.fill(connection, &above, shape)
    }
}
