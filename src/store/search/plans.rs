//! How the searches of a list are carried out.

use std::collections::HashMap;

use super::plan::{Plan, Purpose};
use crate::analysis::document::of_kind;
use crate::analysis::{Language, SearchQuery};
use crate::domain::filter::{self, Search};
use crate::domain::{Condition, Id, Kind, Result};
use crate::store::AnyConnection;

/// The searches of a list, each with how it is carried out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plans(HashMap<Search, Plan>);

impl Plans {
    /// Looks up what must be known of each search in some conditions.
    pub(crate) fn prepare(
        connection: &mut AnyConnection,
        kind: Kind,
        conditions: &[Condition<Id>],
    ) -> Result<Self> {
        let language = filter::locale(conditions).map(Language::of);
        let mut plans = HashMap::new();
        for search in Condition::searches(conditions) {
            let query = SearchQuery::parse("q", &search.words)?;
            let plan = Plan::prepare(connection, &query, language, vec![of_kind(kind)], Purpose::Walk)?;
            // Where nothing may be missing either, what is not relaxed finds nothing as well.
            let relaxed = if search.is_relaxed { plan.relaxed(connection, Purpose::Walk)? } else { None };
            plans.insert(search.clone(), relaxed.unwrap_or(plan));
        }
        Ok(Self(plans))
    }

    /// The same for whoever wants all that matches.
    pub(crate) fn gathered(&self) -> Self {
        let gathered = |(search, plan): (&Search, &Plan)| (search.clone(), plan.gathered());
        Self(self.0.iter().map(gathered).collect())
    }

    /// The search that all of a list is searched for, if there is one, and how it is carried out.
    pub(crate) fn searched<'c>(&self, conditions: &'c [Condition<Id>]) -> Option<(&'c Search, &Plan)> {
        let search = filter::searched(conditions)?;
        Some((search, self.of(search)?))
    }

    /// How a search is carried out.
    pub(crate) fn of(&self, search: &Search) -> Option<&Plan> {
        self.0.get(search)
    }
}
