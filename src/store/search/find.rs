//! Finding: which documents match a query, and how a list of editions is narrowed to them.
//!
//! What is common is looked for among the newest documents first. How many documents each term has is known
//! ([`Plan::prepare`]), so how far back one must go is known about; where it was not far enough, one goes further.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::beginning::Beginning;
use super::documents;
use super::expression::{Database, Expression};
use super::months::{Months, Reach};
use crate::analysis::document::{is_kind, mostly_about, of_kind};
use crate::analysis::levels::StemHash;
use crate::analysis::query::Term;
use crate::analysis::rank;
use crate::analysis::{Language, SearchQuery};
use crate::domain::filter::{self, Search};
use crate::domain::{Condition, Id, Kind, Result};
use crate::store::AnyConnection;
use crate::store::statement::{MAX_IDS, Statement};

/// Up to how many documents are expected to match before only the newest are looked at.
const FEW: u64 = 1_000;

/// How many months are read at first: years of an archive are seldom needed for the newest.
const MONTHS: u32 = 60;

/// How many documents are expected to match in the months that are read: as many as are put in order, and some more.
const ENOUGH: u64 = 400;

/// How many documents are expected to match in the part of the index that is looked at to know better.
const SAMPLE: u64 = 200;

/// How many parts of the index are tried for that.
const PROBES: u32 = 4;

/// How many documents `SQLite` gathers while it asks for one by its number.
const GATHERED_MEANWHILE: u64 = 200;

/// How a query is carried out.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(super) database: Database,
    /// What must be there, one for each term that is insisted on.
    required: Vec<Expression>,
    /// The same of documents that are mostly about each of the words; empty where there are no words.
    mostly: Vec<Expression>,
    unwanted: Vec<Expression>,
    /// Marks that documents must have.
    marks: Vec<String>,
    /// Where words must be there: the languages in which all of them are known.
    languages: Option<Vec<Language>>,
    /// The words that decide the order, each with its stems and its rarity.
    pub(super) words: Vec<(Vec<StemHash>, u64)>,
    /// How many documents there are.
    pub(super) total: u64,
    /// The share of them that is expected to have each of what must be there, in billionths.
    shares: Vec<u64>,
    /// The share of them that is expected to match, in billionths.
    share: u64,
    /// Whether that is what was counted: of one word that is looked for in nearly all there is.
    is_counted: bool,
    /// Whether all that matches is wanted, however much that is.
    gathers: bool,
    /// Only where the newest are looked for by the month.
    months: Months,
}

/// What a plan is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To put the newest in order. Where fewer match than was expected, one goes further.
    Rank,
    /// To narrow a list in another order. Where fewer match than was expected, a walk would not end.
    Walk,
}

/// Billionths.
const WHOLE: u64 = 1_000_000_000;

impl Plan {
    /// Looks up what must be known of a query: in which of the languages of the index its words have which stems, and how
    /// common these are. With `language` only its stems are looked for. `marks` are what the documents must have besides.
    pub(crate) fn prepare(
        connection: &mut AnyConnection,
        query: &SearchQuery,
        language: Option<Language>,
        marks: Vec<String>,
        purpose: Purpose,
    ) -> Result<Self> {
        let (languages, total) = survey(connection)?;
        let languages = language.map_or(languages, |language| vec![language]);
        let terms = query.wanted.iter().chain(&query.unwanted).map(|term| (term, term.stems(&languages)));
        let terms: Vec<(&Term, Vec<String>)> = terms.collect();
        let counts = counts(connection, &terms, &marks)?;
        let beginnings = Beginning::of_query(connection, query)?;
        let database = Database::of(connection);
        let mut plan = Self::new(database, query, &languages, marks, total, (&counts, &beginnings));
        plan.look_closer(connection, purpose)?;
        // Only now is it known: what is rare is gathered for a list by the index alone, and then nobody else asks for the kind.
        // Of what is ranked the documents say it.
        if purpose == Purpose::Rank || !plan.is_rare() {
            plan.leave_out_common_kinds(&counts);
        }
        Ok(plan)
    }

    /// Most documents are of one kind. To ask the index for it costs more than to see it on what is found, where it is
    /// asked for as well.
    fn leave_out_common_kinds(&mut self, counts: &HashMap<String, u64>) {
        let total = self.total;
        let count = |mark: &str| counts.get(mark).copied().unwrap_or_default();
        self.marks.retain(|mark| !is_kind(mark) || !is_common(count(mark), total));
    }

    /// Whether only the newest documents are asked first. Postgres finds all that matches before it takes the newest.
    fn goes_by_months(&self) -> bool {
        self.database == Database::Postgres && !self.is_rare()
    }

    fn look_closer(&mut self, connection: &mut AnyConnection, purpose: Purpose) -> Result<()> {
        self.look_at_months(connection)?;
        // What is left out can be nearly all, and words that come together need not be a phrase: nothing tells but the index.
        let is_phrase = |required: &Expression| matches!(required, Expression::Phrase(_));
        let is_narrowed = !self.unwanted.is_empty() || self.required.iter().any(is_phrase);
        let is_guessed = purpose == Purpose::Walk && !self.is_counted;
        if (is_guessed || is_narrowed) && self.goes_by_months() {
            self.probe(connection)?;
            self.look_at_months(connection)?;
        }
        Ok(())
    }

    /// Reads as many months as are needed by what is known of the query.
    fn look_at_months(&mut self, connection: &mut AnyConnection) -> Result<()> {
        if !self.goes_by_months() {
            return Ok(());
        }
        if self.months.documents() == 0 {
            self.months = Months::read(connection, Some(MONTHS))?;
        }
        let needed = ENOUGH * self.total / self.expected().max(1);
        let known = self.months.documents();
        if known < needed.min(self.total) {
            // Twice as many as it takes when all months are like these.
            let most = 2 * u64::from(MONTHS) * needed.div_ceil(known.max(1));
            self.months = Months::read(connection, u32::try_from(most).ok())?;
        }
        Ok(())
    }

    /// Words do not come together by chance. So where much is expected, a part of the index says how much there is. Months are
    /// counted, but not their days, and of the newest perhaps only the first have come: so it is looked how much that part has.
    fn probe(&mut self, connection: &mut AnyConnection) -> Result<()> {
        let mut reach = self.reach(SAMPLE);
        for _ in 0..PROBES {
            let Reach::Since { days, later_documents, .. } = &reach else { return Ok(()) };
            let of_days = Expression::any_of(days.iter().cloned());
            let documents = later_documents + self.count(connection, &of_days, &Reach::Everything)?;
            let expected = documents * self.share / WHOLE;
            if expected >= SAMPLE / 2 {
                let found = self.count(connection, &self.condition(), &reach)?;
                self.share = found * WHOLE / documents;
                return Ok(());
            }
            reach = Self::further(connection, &reach, expected.max(SAMPLE / 4), SAMPLE)?;
        }
        Ok(())
    }

    /// How many documents match in a part of the index.
    fn count(&self, connection: &mut AnyConnection, condition: &Expression, reach: &Reach) -> Result<u64> {
        let mut statement = Statement::<BigInt>::new("SELECT COUNT(*)");
        documents::from(self.database, &mut statement, None, (condition, reach, ""));
        Ok(u64::try_from(statement.get_result::<i64>(connection)?).unwrap_or_default())
    }

    fn new(
        database: Database,
        query: &SearchQuery,
        languages: &[Language],
        marks: Vec<String>,
        total: u64,
        (counts, beginnings): (&HashMap<String, u64>, &HashMap<String, Beginning>),
    ) -> Self {
        let count = |term: &str| counts.get(term).copied().unwrap_or_default();
        let total = total.max(1);
        let share_of = |documents: u64| documents.min(total) * WHOLE / total;
        // Of languages in which no document has the word nothing is asked.
        let there = |term: &Term| {
            let mut stems = term.stems(languages);
            if stems.iter().any(|stem| count(stem) > 0) {
                stems.retain(|stem| count(stem) > 0);
            }
            stems
        };
        // What has one stem of a word with accents has the other, mostly.
        let documents_in = |language: Language, term: &Term| {
            term.stems(&[language]).iter().map(|stem| count(stem)).max().unwrap_or_default()
        };
        let insists = |term: &Term| !term.is_function_word(languages);
        let only_function_words = !query.wanted.iter().any(insists);
        let (mut required, mut mostly) = (Vec::new(), Vec::new());
        let (mut words, mut shares) = (Vec::new(), Vec::new());
        let mut stemmed = Vec::new();
        for term in query.wanted.iter().filter(|term| only_function_words || insists(term)) {
            let stems = there(term);
            let documents = match term {
                Term::Word { .. } => languages.iter().map(|language| documents_in(*language, term)).sum(),
                Term::Phrase(phrase) => phrase.iter().map(|word| count(word)).min().unwrap_or_default(),
                Term::Prefix(start) => beginnings.get(start).map_or(0, Beginning::documents),
            };
            if let Term::Word { .. } = term {
                let hashes = stems.iter().map(|stem| StemHash::of(stem)).collect();
                words.push((hashes, rank::rarity(documents, total)));
                stemmed.push(term);
            }
            shares.push(share_of(documents));
            let expression = expression(term, &stems, beginnings);
            mostly.push(match term {
                Term::Word { .. } => Expression::any_of(stems.iter().map(|stem| mostly_about(stem))),
                Term::Phrase(_) | Term::Prefix(_) => expression.clone(),
            });
            required.push(expression);
        }
        let mostly = if stemmed.is_empty() { Vec::new() } else { mostly };
        let languages = (!stemmed.is_empty()).then(|| knowing(languages, &stemmed, count));
        let is_nearly_all = marks.iter().all(|mark| is_common(count(mark), total));
        let is_counted = required.len() == 1 && stemmed.len() == 1 && is_nearly_all;
        let of_marks = marks.iter().map(|mark| share_of(count(mark)));
        let share = shares.iter().copied().chain(of_marks).fold(WHOLE, together);
        Self {
            database,
            required,
            mostly,
            unwanted: query.unwanted.iter().map(|term| expression(term, &there(term), beginnings)).collect(),
            marks,
            languages,
            words,
            total,
            shares,
            share,
            is_counted,
            gathers: false,
            months: Months::default(),
        }
    }

    /// The languages in which all words are known that must be there, if there are any.
    pub(crate) fn languages(&self) -> Option<&[Language]> {
        self.languages.as_deref()
    }

    /// How many documents are expected to match.
    pub(super) fn expected(&self) -> u64 {
        self.total * self.share / WHOLE
    }

    /// The least part of the index, counted from the newest document on, in which so many are expected.
    pub(super) fn reach(&self, wanted: u64) -> Reach {
        if !self.goes_by_months() {
            return Reach::Everything;
        }
        self.months.newest(wanted * self.total / self.expected().max(1))
    }

    /// A larger part than one in which too few were found: as much larger as it takes for `wanted`, within reason.
    pub(super) fn further(
        connection: &mut AnyConnection,
        reach: &Reach,
        found: u64,
        wanted: u64,
    ) -> Result<Reach> {
        let Reach::Since { documents, .. } = reach else { return Ok(Reach::Everything) };
        let larger = documents * wanted.div_ceil(found.max(1)).clamp(2, 16);
        Ok(Months::read(connection, None)?.newest(larger))
    }

    /// All that is asked of a document, whenever it was published.
    pub(super) fn condition(&self) -> Expression {
        let marks = self.marks.iter().cloned().map(Expression::Term);
        let wanted = Expression::All(self.required.iter().cloned().chain(marks).collect());
        if self.unwanted.is_empty() {
            wanted
        } else {
            Expression::Without(Box::new(wanted), self.unwanted.clone())
        }
    }

    pub(super) fn text(&self) -> String {
        self.condition().text(self.database)
    }

    /// The same query among documents with other marks; of the kind only where it is asked for already.
    pub(super) fn with_marks(&self, mut marks: Vec<String>) -> Self {
        marks.retain(|mark| !is_kind(mark) || self.marks.contains(mark));
        self.with_all_marks(marks)
    }

    /// The same with exactly these marks, the kind too.
    pub(super) fn with_all_marks(&self, marks: Vec<String>) -> Self {
        Self { marks, ..self.clone() }
    }

    /// The same query that insists on all words but one, whichever it is. `None` when none would be left.
    pub(super) fn relaxed(&self, connection: &mut AnyConnection, purpose: Purpose) -> Result<Option<Self>> {
        if self.required.len() < 2 {
            return Ok(None);
        }
        let without = |left_out: usize| {
            let rest = self.required.iter().enumerate().filter(|(index, _)| *index != left_out);
            Expression::All(rest.map(|(_, required)| required.clone()).collect())
        };
        let any = Expression::Any((0..self.required.len()).map(without).collect());
        let share_without = |left_out: usize| {
            let rest = self.shares.iter().enumerate().filter(|(index, _)| *index != left_out);
            rest.map(|(_, share)| *share).fold(WHOLE, together)
        };
        let share = (0..self.shares.len()).map(share_without).sum::<u64>().min(WHOLE);
        let mut relaxed = Self {
            required: vec![any],
            mostly: Vec::new(),
            languages: None,
            shares: vec![share],
            share,
            is_counted: false,
            ..self.clone()
        };
        relaxed.look_closer(connection, purpose)?;
        Ok(Some(relaxed))
    }

    /// The same query among the documents that are mostly about its words, as so many of `found` documents were. That none was is
    /// no sign that none is; and what is mostly about one word is read from the newest on, however rare it is. `None` for one without
    /// words.
    pub(super) fn mostly(
        &self,
        connection: &mut AnyConnection,
        (high, found): (u64, u64),
    ) -> Result<Option<Self>> {
        if self.mostly.is_empty() {
            return Ok(None);
        }
        let is_one = self.mostly.len() == 1;
        let share = if is_one { self.share } else { self.share * high.max(1) / found.max(1) };
        let mut mostly = Self {
            required: self.mostly.clone(),
            mostly: Vec::new(),
            shares: vec![share],
            share,
            ..self.clone()
        };
        mostly.look_at_months(connection)?;
        Ok(Some(mostly))
    }

    /// Whether it is better to gather what matches than to come by it.
    pub(crate) fn is_rare(&self) -> bool {
        self.gathers || self.expected() <= FEW
    }

    /// How many entries of another order are met for so many that match, if it costs less to ask for each than to gather what
    /// matches: so many more that chance leaves hardly any page short.
    pub(crate) fn met_for(&self, wanted: usize) -> Option<usize> {
        let wanted = wanted as u64;
        let met = (wanted + 2 * wanted.isqrt()) * WHOLE / self.share.max(1);
        let is_less = match self.database {
            Database::Postgres => self.is_asked_of_each(),
            Database::Sqlite => !self.is_rare() && met * GATHERED_MEANWHILE < self.expected(),
        };
        usize::try_from(met).ok().filter(|_| is_less)
    }
}

/// Whether most documents have what so many have.
const fn is_common(count: u64, total: u64) -> bool {
    count * 2 > total
}

/// Those of some languages in which all words are known.
fn knowing(languages: &[Language], words: &[&Term], count: impl Fn(&str) -> u64) -> Vec<Language> {
    let is_known = |language, word: &Term| word.stems(&[language]).iter().any(|stem| count(stem) > 0);
    let knows_all = |language: &Language| words.iter().all(|word| is_known(*language, word));
    languages.iter().copied().filter(knows_all).collect()
}

/// The share of documents that is expected to have both, were these found by chance.
const fn together(one: u64, other: u64) -> u64 {
    one * other / WHOLE
}

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
            let relaxed = if search.is_relaxed { plan.relaxed(connection, Purpose::Walk)? } else { None };
            plans.insert(search.clone(), relaxed.unwrap_or(plan));
        }
        Ok(Self(plans))
    }

    /// The same for whoever wants all that matches.
    pub(crate) fn gathered(&self) -> Self {
        let gathered =
            |(search, plan): (&Search, &Plan)| (search.clone(), Plan { gathers: true, ..plan.clone() });
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

/// The documents with a term.
fn expression(term: &Term, stems: &[String], beginnings: &HashMap<String, Beginning>) -> Expression {
    match term {
        Term::Word { .. } => Expression::any_of(stems.iter().cloned()),
        Term::Phrase(words) => Expression::Phrase(words.clone()),
        Term::Prefix(start) => {
            let words = beginnings.get(start).and_then(Beginning::words);
            words.map_or_else(
                || Expression::Prefix(start.clone()),
                |words| Expression::any_of(words.iter().cloned()),
            )
        }
    }
}

/// Which languages the index holds, and how many documents.
pub(super) fn survey(connection: &mut AnyConnection) -> Result<(Vec<Language>, u64)> {
    let statement = Statement::<(Text, BigInt)>::new(
        "SELECT term, docs FROM search_terms WHERE term >= '_k_' AND term < '_m'",
    );
    let (mut languages, mut total) = (Vec::new(), 0);
    for (term, docs) in statement.load::<(String, i64)>(connection)? {
        match term.strip_prefix("_l_") {
            Some(code) => languages.extend(Language::known(code)),
            // Every document is of one kind.
            None => total += u64::try_from(docs).unwrap_or_default(),
        }
    }
    if languages.is_empty() {
        languages.push(Language::OTHER);
    }
    languages.sort();
    Ok((languages, total))
}

/// How many documents have each of the terms and marks.
fn counts(
    connection: &mut AnyConnection,
    terms: &[(&Term, Vec<String>)],
    marks: &[String],
) -> Result<HashMap<String, u64>> {
    let mut wanted: Vec<String> = marks.to_vec();
    for (term, stems) in terms {
        wanted.extend(stems.iter().cloned());
        if let Term::Phrase(words) = term {
            wanted.extend(words.iter().cloned());
        }
    }
    counts_of(connection, &wanted)
}

/// How many documents have each of some words, stems and marks.
pub(super) fn counts_of(connection: &mut AnyConnection, wanted: &[String]) -> Result<HashMap<String, u64>> {
    let mut counts = HashMap::with_capacity(wanted.len());
    for wanted in wanted.chunks(MAX_IDS) {
        let mut statement = Statement::<(Text, BigInt)>::new("SELECT term, docs FROM search_terms WHERE ");
        statement.is_in("term", wanted);
        let rows: Vec<(String, i64)> = statement.load(connection)?;
        counts.extend(rows.into_iter().map(|(term, docs)| (term, u64::try_from(docs).unwrap_or_default())));
    }
    Ok(counts)
}
