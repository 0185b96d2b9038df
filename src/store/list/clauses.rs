//! A list in SQL: where its entries are found, which of them belong to it, and in which order they stand.

use std::collections::BTreeSet;

use super::order::{Keys, page_limit};
use crate::domain::filter::{Clock, Period};
use crate::domain::{AsOf, Condition, Id, Kind, PageRequest, Sort, Timestamp};
use crate::store::condition::{self, Asked, Check};
use crate::store::lead::{self, Among, Lead, Merged, Walk};
use crate::store::statement::{EDITION, LINK, Statement, tables};

/// What a list holds, and what leads it.
#[derive(Clone, Debug)]
pub(super) struct List<'a> {
    pub kind: Kind,
    pub asked: Asked<'a>,
    pub conditions: &'a [Condition<Id>],
    pub lead: Lead,
    /// How far an index is walked; `None` to its end, where each entry that is met is looked at.
    pub walk: Option<Walk>,
}

impl<'a> List<'a> {
    /// One that is walked to its end.
    pub(super) const fn new(
        kind: Kind,
        asked: Asked<'a>,
        conditions: &'a [Condition<Id>],
        lead: Lead,
    ) -> Self {
        Self { kind, asked, conditions, lead, walk: None }
    }

    /// The same to be counted: what its entries would be told by is gathered.
    pub(super) fn into_counted(self) -> Self {
        let lead = match self.walk.and_then(|walk| walk.among) {
            Some(Among::Linked(place)) => Lead::Gathered(place),
            Some(Among::Marked(marks)) => Lead::Marked(marks),
            None => self.lead,
        };
        Self { lead, walk: None, ..self }
    }

    /// Whether the order of all is walked, in which languages may stand apart.
    pub(super) fn is_of_all_languages(&self) -> bool {
        self.lead == Lead::Order && self.walk.as_ref().is_none_or(|walk| walk.merged.is_none())
    }

    /// The same to be walked along languages to the end of each.
    pub(super) fn along(self, merged: Merged) -> Self {
        if merged.locales.is_empty() {
            return Self { lead: Lead::Few(Vec::new()), walk: None, ..self };
        }
        Self { walk: Some(Walk::to_end(merged)), ..self }
    }

    /// The same to be walked to its end: along languages where it was, for one index alone is walked so by itself.
    pub(super) fn walked_on(self) -> Self {
        let merged = self.walk.and_then(|walk| walk.merged);
        Self { walk: merged.map(Walk::to_end), ..self }
    }

    /// Whether its statement is one of very many: plans that are hardly used again must not fill the memory.
    pub(super) fn is_rare(&self) -> bool {
        match self.conditions {
            _ if matches!(self.lead, Lead::Few(_)) => true,
            [] | [Condition::Time(_, Period::ALL)] => false,
            [Condition::Refers(_, targets)] => targets.len() > 1,
            [Condition::Locale(locales)] => locales.len() > 1,
            _ => true,
        }
    }

    /// Whether an index of links is walked, not to its end.
    pub(super) const fn walks_links(&self) -> bool {
        self.walk.is_some() && self.lead.link().is_some()
    }

    /// Whether it lies in all of its order, not in a part.
    pub(super) fn is_whole(&self, sort: Sort) -> bool {
        !self.conditions.iter().any(|condition| lead::is_part_of(condition, sort))
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(&self.lead, Lead::Few(entries) if entries.is_empty())
    }

    /// `FROM … WHERE … ORDER BY … LIMIT …`, each entry with what it is joined with; one row more than the page to see whether another
    /// follows.
    pub(super) fn page_clauses<R>(
        &self,
        statement: &mut Statement<R>,
        join: &'static str,
        request: &PageRequest,
    ) {
        match &self.walk {
            _ if self.lead.is_gathered() => self.gathered_clauses(statement, join, request),
            Some(walk) => self.walked_clauses(statement, (join, walk), request),
            None => self.first_clauses(statement, join, request),
        }
    }

    /// The same of a list that is walked to its end.
    fn first_clauses<R>(&self, statement: &mut Statement<R>, join: &'static str, request: &PageRequest) {
        self.matching(statement, join, request, self.begun_by(request));
        self.bound(statement, request);
        self.keys(request.sort).order(statement, request);
        page_limit(statement, request);
    }

    /// Of the few that are gathered only those of the page are joined with their contents.
    fn gathered_clauses<R>(&self, statement: &mut Statement<R>, join: &'static str, request: &PageRequest) {
        let keys = self.keys(request.sort);
        self.matching(statement.sql(" FROM (SELECT *"), "", request, self.asked.as_of.moment());
        keys.behind_cursor(statement.sql(" WHERE TRUE"), request);
        keys.order(statement, request);
        page_limit(statement, request);
        keys.order(statement.sql(") e").sql(join), request);
    }

    /// Meets the first entries of an index, by it alone, and asks each of them whether it belongs to the list. Both databases
    /// stop when the page is full.
    fn walked_clauses<R>(
        &self,
        statement: &mut Statement<R>,
        (join, walk): (&'static str, &Walk),
        request: &PageRequest,
    ) {
        let (keys, tables) = (self.keys(request.sort), tables(self.asked.as_of));
        let by_link = self.lead.link().is_some();
        // No more than is asked for: so the index may answer alone.
        let columns = if by_link {
            BTreeSet::from([keys.id, keys.key, "l.visible_from"])
        } else {
            let shown =
                [keys.id, keys.key, "e.revision", "e.published_at", "e.content_updated_at", "e.visible_from"];
            condition::columns(self.conditions).into_iter().chain(shown).collect()
        };
        let others = self.met_clauses(statement.sql(" FROM ("), &columns, request);
        statement.sql(" LIMIT ").number(walk.within);
        statement.sql(if by_link { ") l" } else { ") e" });
        statement.sql(if by_link { tables.join_editions } else { "" }).sql(join);
        statement.sql(if by_link { " WHERE e.archived_at IS NULL" } else { " WHERE TRUE" });
        if let Some(among) = &walk.among {
            self.among(statement, among);
        }
        let asked = if by_link { self.asked.along_links() } else { self.asked };
        let is_told = |place| walk.among.as_ref().is_some_and(|among| among.meets(place));
        let mut others: Vec<_> =
            others.into_iter().filter(|(place, _)| !is_told(*place)).map(|(_, other)| other).collect();
        others.sort_by_key(|condition| condition::effort(condition));
        // Of one truth Postgres asks one part after the other, of several the one that looks cheapest first. Those of a link are
        // asked as soon as may be: some before it leads to its edition.
        let is_one_truth = !by_link && !others.is_empty();
        statement.sql(if is_one_truth { " AND (TRUE" } else { "" });
        for condition in &others {
            condition::holds(statement.sql(" AND "), asked, condition, Check::Met);
        }
        statement.sql(if is_one_truth { ") IS TRUE" } else { "" });
        keys.order(statement, request);
        page_limit(statement, request);
    }

    /// `SELECT … FROM … WHERE … ORDER BY …` of what is met on a walk. The other conditions are left to be asked.
    pub(super) fn met_clauses<R>(
        &self,
        statement: &mut Statement<R>,
        columns: &BTreeSet<&'static str>,
        request: &PageRequest,
    ) -> Vec<(usize, &'a Condition<Id>)> {
        match &self.walk {
            Some(Walk { within, merged: Some(merged), among: _ }) => {
                self.merged_clauses(statement, columns, request, (*within, merged));
            }
            _ => {
                self.part_clauses(statement, columns, request);
                self.keys(request.sort).order(statement, request);
            }
        }
        self.others(request.sort)
    }

    /// The same of several languages, each of which stands in order in a part of the index. Both databases go through the
    /// parts side by side.
    fn merged_clauses<R>(
        &self,
        statement: &mut Statement<R>,
        columns: &BTreeSet<&'static str>,
        request: &PageRequest,
        (within, merged): (i64, &Merged),
    ) {
        for (index, locale) in merged.locales.iter().enumerate() {
            statement.sql(if index == 0 { "" } else { " UNION ALL " });
            statement.sql(if merged.sorts_parts { "SELECT * FROM (" } else { "" });
            self.part_clauses(statement, columns, request);
            statement.sql(" AND e.locale = ").bind(locale.as_str());
            if merged.sorts_parts {
                self.keys(request.sort).order(statement, request);
                // As much as may be wanted of all.
                statement.sql(" LIMIT ").number(within).sql(") AS part");
            }
        }
        // Of what is united only the names of columns are known.
        Keys { key: "title", id: "entry_id" }.order(statement, request);
    }

    /// `SELECT … FROM … WHERE …` of what is met on a walk.
    fn part_clauses<R>(
        &self,
        statement: &mut Statement<R>,
        columns: &BTreeSet<&'static str>,
        request: &PageRequest,
    ) {
        for (index, column) in columns.iter().enumerate() {
            statement.sql(if index == 0 { "SELECT " } else { ", " }).sql(column);
        }
        let latest = self.begun_by(request);
        let link = self.lead.link().and_then(|place| self.conditions.get(place));
        match link {
            Some(link) => self.of_link(statement.sql(tables(self.asked.as_of).links), link, latest),
            None => self.of_kind(statement, "", latest),
        }
        for (place, condition) in self.conditions.iter().enumerate() {
            let leads = self.lead.place() == Some(place) && link.is_none();
            if leads || lead::is_part_of(condition, request.sort) {
                self.led(statement.sql(" AND "), condition);
            }
        }
        self.bound(statement, request);
    }

    /// The conditions, with their places, that not all meet that is met on a walk.
    fn others(&self, sort: Sort) -> Vec<(usize, &'a Condition<Id>)> {
        let merged = self.walk.as_ref().and_then(|walk| walk.merged.as_ref());
        let led = [self.lead.place(), merged.and_then(|merged| merged.named)];
        let is_met =
            |place: usize, condition| led.contains(&Some(place)) || lead::is_part_of(condition, sort);
        let places = self.conditions.iter().enumerate();
        places.filter(|(place, condition)| !is_met(*place, condition)).collect()
    }

    /// Adds that an entry is one of those that were gathered: as a truth, so that Postgres does not join them.
    fn among<R>(&self, statement: &mut Statement<R>, among: &Among) {
        match among {
            Among::Linked(place) => {
                statement.sql(" AND (e.entry_id IN (SELECT l.entry_id").sql(tables(self.asked.as_of).links);
                self.of_link(statement, &self.conditions[*place], self.asked.as_of.moment());
            }
            Among::Marked(marks) => marks.revisions(statement.sql(" AND ((e.entry_id, e.revision) IN (")),
        }
        statement.sql(")) IS TRUE");
    }

    /// `FROM … WHERE …`, or when few entries are gathered, all of that inside a `FROM`. Where a link leads, its index is walked
    /// in the list's order.
    pub(super) fn matching<R>(
        &self,
        statement: &mut Statement<R>,
        join: &'static str,
        request: &PageRequest,
        latest: Timestamp,
    ) {
        let (as_of, sort) = (self.asked.as_of, request.sort);
        let mut others: Vec<_> = self.conditions.iter().collect();
        statement.sql(if self.lead.is_gathered() { " FROM (SELECT " } else { "" });
        match &self.lead {
            Lead::Link(place) => self.by_link(statement, others.remove(*place), join, latest),
            Lead::Gathered(place) => {
                let condition = others.remove(*place);
                match condition::tie(condition) {
                    // Who refers to several of them is found several times.
                    Some((_, targets)) => {
                        statement.sql(if targets.len() == 1 { "" } else { "DISTINCT " }).sql(gathered(sort));
                        self.by_link(statement, condition, "", as_of.moment());
                    }
                    None => self.by_column(statement.sql(gathered(sort)), condition),
                }
            }
            Lead::Order | Lead::Index(_) => self.of_kind(statement, join, latest),
            Lead::Marked(marks) => {
                let places = self.conditions.iter().enumerate();
                others = places.filter(|(place, _)| !marks.meet(*place)).map(|(_, other)| other).collect();
                marks.join_editions(statement.sql(gathered(sort)), as_of);
                statement.sql(" AND ").visible_of_kind(self.kind, as_of);
            }
            Lead::Few(entries) => {
                statement.sql(gathered(sort)).sql(tables(as_of).from).sql(" WHERE ");
                statement.is_in("e.entry_id", entries).sql(" AND ").visible_of_kind(self.kind, as_of);
            }
        }
        let is_by_link = match self.lead {
            Lead::Link(_) => true,
            Lead::Gathered(place) => condition::tie(&self.conditions[place]).is_some(),
            _ => false,
        };
        let asked = if is_by_link { self.asked.along_links() } else { self.asked };
        for (index, condition) in others.into_iter().enumerate() {
            statement.sql(" AND ");
            match self.lead {
                _ if self.lead.is_gathered() => {
                    condition::holds(statement, asked, condition, Check::Gathered);
                }
                Lead::Index(place) if place == index => self.led(statement, condition),
                _ if lead::is_part_of(condition, sort) => self.led(statement, condition),
                _ => condition::holds(statement, asked, condition, Check::Met),
            }
        }
        if self.lead.is_gathered() {
            self.order_of_period(statement, request);
            // A fence: otherwise both databases may walk the order of the list to find the few in it.
            statement.sql(" LIMIT 1000000 OFFSET 0) e").sql(join);
        }
    }

    /// `FROM … WHERE …` of all of the kind.
    fn of_kind<R>(&self, statement: &mut Statement<R>, join: &'static str, latest: Timestamp) {
        let as_of = self.asked.as_of;
        statement.sql(tables(as_of).from).sql(join).sql(" WHERE e.kind = ").bind(self.kind.as_str());
        statement.sql(" AND ").visible_since(&EDITION, as_of, latest);
    }

    /// `FROM … WHERE …` of what a condition on columns finds by its index. Whether that is visible is asked of what is found, so
    /// that no other index fits.
    fn by_column<R>(&self, statement: &mut Statement<R>, condition: &Condition<Id>) {
        let as_of = self.asked.as_of;
        statement.sql(tables(as_of).from).sql(" WHERE e.kind = ").bind(self.kind.as_str());
        statement.sql(" AND e.archived_at IS NULL AND ");
        condition::holds(statement, self.asked, condition, Check::Found);
        statement.sql(" AND CASE WHEN ").visible(&EDITION, as_of).sql(" THEN TRUE END");
    }

    /// `FROM … WHERE …` of what refers to something, by the index of links.
    fn by_link<R>(
        &self,
        statement: &mut Statement<R>,
        condition: &Condition<Id>,
        join: &'static str,
        latest: Timestamp,
    ) {
        let tables = tables(self.asked.as_of);
        let is_gathered = self.lead.is_gathered();
        statement.sql(if is_gathered { tables.from_links_gathered } else { tables.from_links }).sql(join);
        self.of_link(statement, condition, latest);
        if let AsOf::Now(_) | AsOf::Preview { .. } = self.asked.as_of {
            // As its link says: said once more, so that the index of present editions answers, without their rows.
            statement.sql(" AND e.archived_at IS NULL");
        }
    }

    /// `WHERE …` of the links that a condition is found by.
    fn of_link<R>(&self, statement: &mut Statement<R>, condition: &Condition<Id>, latest: Timestamp) {
        let (role, targets) = condition::tie(condition).unwrap_or_default();
        statement.sql(" WHERE ").is_in("l.target_id", targets);
        statement.sql(" AND l.role = ").bind(role);
        statement.sql(" AND l.kind = ").bind(self.kind.as_str());
        statement.sql(" AND ").visible_since(&LINK, self.asked.as_of, latest);
        if let AsOf::Embargoed(_) = self.asked.as_of {
            // As its edition says: said once more, so that the index of present links answers.
            statement.sql(" AND l.archived_at IS NULL");
        }
    }

    /// Adds a condition that the index which is walked has: it leads, or it is a part of the order.
    fn led<R>(&self, statement: &mut Statement<R>, condition: &Condition<Id>) {
        let check = match (&self.lead, condition) {
            (Lead::Link(_), Condition::Time(clock, period)) => {
                let column = condition::column_of_links(*clock).unwrap_or(condition::column(*clock));
                return condition::lies_in(statement, (*clock, column), *period);
            }
            // See [`Self::bound`].
            (Lead::Link(_), _) | (Lead::Index(_), Condition::Time(..)) => Check::Met,
            _ => Check::Found,
        };
        condition::holds(statement, self.asked, condition, check);
    }
}

/// What is wanted of entries that are gathered: what a list is sorted by, and what it shows. Most of it is in the index of
/// present editions.
const fn gathered(sort: Sort) -> &'static str {
    match sort.clock() {
        Some(Clock::Published | Clock::ContentUpdated | Clock::Updated) => {
            "e.entry_id, e.revision, e.published_at, e.content_updated_at, e.visible_from"
        }
        Some(Clock::Corrected | Clock::Review) => {
            "e.entry_id, e.revision, e.published_at, e.content_updated_at, e.visible_from, e.corrected_at, e.review_by"
        }
        None => "e.entry_id, e.revision, e.published_at, e.content_updated_at, e.visible_from, e.title",
    }
}
