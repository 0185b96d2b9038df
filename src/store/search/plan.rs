//! How a query is carried out: what is asked of the index, and how much is expected to be found.
//!
//! What is common is looked for among the newest documents first. How many documents each term has is known
//! ([`Plan::prepare`]), so how far back one must go is known about; where it was not far enough, one goes further.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::beginning::Beginning;
use super::counts::{Survey, counts, survey};
use super::documents;
use super::expression::{Database, Expression};
use super::months::{Months, Reach};
use super::wanted::{Vocabulary, WHOLE, Wanted, Word, together};
use crate::analysis::document::is_kind;
use crate::analysis::query::Term;
use crate::analysis::{Language, SearchQuery};
use crate::domain::Result;
use crate::store::AnyConnection;
use crate::store::statement::Statement;

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
    wanted: Vec<Wanted>,
    unwanted: Vec<Expression>,
    /// Marks that documents must have.
    marks: Vec<String>,
    /// The words that decide the order: also one that may be missing.
    pub(super) words: Vec<Word>,
    /// How many documents there are.
    pub(super) total: u64,
    /// The share of them that is expected to have the marks, in billionths.
    marked: u64,
    /// The share of them that is expected to match.
    share: u64,
    /// Whether most of them have the marks.
    is_nearly_all: bool,
    /// Whether a word may be missing.
    is_relaxed: bool,
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
        let Survey { languages, total, is_whole } = survey(connection)?;
        let languages = language.map_or(languages, |language| vec![language]);
        let terms = query.wanted.iter().chain(&query.unwanted).map(|term| (term, term.stems(&languages)));
        let terms: Vec<(&Term, Vec<String>)> = terms.collect();
        let counts = counts(connection, &terms, &marks)?;
        let beginnings = Beginning::of_query(connection, query)?;
        let database = Database::of(connection);
        let vocabulary = Vocabulary {
            languages: &languages,
            counts: &counts,
            beginnings: &beginnings,
            total: total.max(1),
            is_whole,
        };
        let mut plan = Self::new(database, query, marks, &vocabulary);
        plan.look_closer(connection, purpose)?;
        // Most documents are of one kind. To ask the index for it costs more than to see it on what is found, where it is asked for
        // as well. Only now is it known: what is rare is gathered for a list by the index alone, and then nobody else asks for the
        // kind. Of what is ranked the documents say it.
        if purpose == Purpose::Rank || !plan.is_rare() {
            plan.marks.retain(|mark| !is_kind(mark) || !vocabulary.is_common(mark));
        }
        Ok(plan)
    }

    /// Whether only the newest documents are asked first. Postgres finds all that matches before it takes the newest.
    fn goes_by_months(&self) -> bool {
        self.database == Database::Postgres && !self.is_rare()
    }

    fn look_closer(&mut self, connection: &mut AnyConnection, purpose: Purpose) -> Result<()> {
        self.look_at_months(connection)?;
        // What is left out can be nearly all, and words that come together need not be a phrase: nothing tells but the index.
        let is_phrase = |wanted: &Wanted| matches!(wanted.expression, Expression::Phrase(_));
        let is_narrowed = !self.unwanted.is_empty() || self.wanted.iter().any(is_phrase);
        let is_guessed = purpose == Purpose::Walk && !self.is_counted();
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

    fn new(database: Database, query: &SearchQuery, marks: Vec<String>, known: &Vocabulary<'_>) -> Self {
        let insists = |term: &&Term| !term.is_function_word(known.languages);
        let only_function_words = !query.wanted.iter().any(|term| insists(&term));
        let terms: Vec<&Term> =
            query.wanted.iter().filter(|term| only_function_words || insists(term)).collect();
        let wanted: Vec<Wanted> = terms.iter().map(|term| known.wanted(term)).collect();
        let of_marks = marks.iter().map(|mark| known.share(known.count(mark)));
        let marked = of_marks.fold(WHOLE, together);
        Self {
            database,
            unwanted: query.unwanted.iter().map(|term| known.expression(term)).collect(),
            words: wanted.iter().filter_map(|wanted| wanted.word.clone()).collect(),
            total: known.total,
            marked,
            share: share_of_all(&wanted, marked),
            is_nearly_all: marks.iter().all(|mark| known.is_common(mark)),
            is_relaxed: false,
            gathers: false,
            months: Months::default(),
            marks,
            wanted,
        }
    }

    /// Whether how many documents match is what was counted: of one word that is looked for in nearly all there is.
    fn is_counted(&self) -> bool {
        self.is_nearly_all && matches!(&*self.wanted, [Wanted { word: Some(_), .. }])
    }

    /// Whether nothing matches, for something that must be there is nowhere.
    pub(crate) fn finds_nothing(&self) -> bool {
        self.wanted.iter().any(|wanted| !wanted.is_anywhere)
    }

    /// Whether a word must be there.
    fn has_words(&self) -> bool {
        self.wanted.iter().any(|wanted| wanted.word.is_some())
    }

    /// The languages in which all words are known that must be there, if there are any.
    pub(crate) fn languages(&self) -> Option<Vec<Language>> {
        let mut words = self.wanted.iter().filter_map(|wanted| wanted.word.as_ref());
        let mut languages = words.next()?.languages.clone();
        for word in words {
            languages.retain(|language| word.languages.contains(language));
        }
        Some(languages)
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
        let wanted = self.wanted.iter().map(|wanted| wanted.expression.clone());
        let wanted = Expression::All(wanted.chain(marks).collect());
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

    /// The same for whoever wants all that matches.
    pub(super) fn gathered(&self) -> Self {
        Self { gathers: true, ..self.clone() }
    }

    /// The same query that insists on all words but one, whichever it is. `None` when none would be left, or a word of every rest is
    /// nowhere.
    pub(super) fn relaxed(&self, connection: &mut AnyConnection, purpose: Purpose) -> Result<Option<Self>> {
        if self.wanted.len() < 2 {
            return Ok(None);
        }
        let without = |left_out| {
            let rest = self.wanted.iter().enumerate().filter(move |(index, _)| *index != left_out);
            rest.map(|(_, wanted)| wanted.clone()).collect::<Vec<_>>()
        };
        let rests = (0..self.wanted.len()).map(without);
        let mut rests: Vec<_> = rests.filter(|rest| rest.iter().all(|wanted| wanted.is_anywhere)).collect();
        let wanted = match rests.len() {
            0 => return Ok(None),
            // One word is nowhere: it is the one that is left out.
            1 => rests.remove(0),
            _ => vec![any_of(rests)],
        };
        let share = share_of_all(&wanted, self.marked);
        let mut relaxed = Self { is_relaxed: true, share, wanted, ..self.clone() };
        relaxed.look_closer(connection, purpose)?;
        Ok(Some(relaxed))
    }

    /// The same query among the documents that are mostly about its words, as so many of `found` documents were. That none was is
    /// no sign that none is; and what is mostly about one word is read from the newest on, however rare it is. `None` for one without
    /// words, and where one may be missing: which, depends on what nobody may see.
    pub(super) fn mostly(
        &self,
        connection: &mut AnyConnection,
        (high, found): (u64, u64),
    ) -> Result<Option<Self>> {
        if self.is_relaxed || !self.has_words() {
            return Ok(None);
        }
        let share = if self.wanted.len() == 1 { self.share } else { self.share * high.max(1) / found.max(1) };
        let mostly = self.wanted.iter().map(|wanted| wanted.mostly.clone());
        let wanted = vec![Wanted::other(Expression::All(mostly.collect()), share)];
        let mut mostly = Self { wanted, share, ..self.clone() };
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

/// The share that is expected to have all of what is wanted, and marks that so many have.
fn share_of_all(wanted: &[Wanted], marked: u64) -> u64 {
    wanted.iter().map(|wanted| wanted.share).fold(marked, together)
}

/// All of one of these.
fn any_of(rests: Vec<Vec<Wanted>>) -> Wanted {
    let share = rests.iter().map(|rest| share_of_all(rest, WHOLE)).sum::<u64>().min(WHOLE);
    let all = rests.into_iter().map(|rest| rest.into_iter().map(|wanted| wanted.expression).collect());
    Wanted::other(Expression::Any(all.map(Expression::All).collect()), share)
}
