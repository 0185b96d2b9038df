//! How far back one must go for a number of documents: how many were first published in each month is counted.

use chrono::{Datelike as _, NaiveDate};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::expression::{Database, Expression};
use crate::analysis::document::{of_day, of_month, of_year};
use crate::domain::Result;
use crate::store::AnyConnection;
use crate::store::statement::Statement;

/// How many documents are the newest where it is looked whether there is anything, and in how many months these are sought.
const NEWEST: u64 = 250;
const MONTHS: u32 = 12;

/// How many documents were first published in each month, the newest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Months(Vec<(i32, u32, u64)>);

/// A part of the index, counted from the newest document on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// All of it.
    Everything,
    /// What was first published in these periods, which have about so many documents.
    Since {
        /// The days of the month that is cut.
        days: Vec<String>,
        /// The months and years behind it.
        later: Vec<String>,
        documents: u64,
        /// How many of these were first published in the later periods.
        later_documents: u64,
    },
}

impl Reach {
    /// What documents of a part of the index are marked with, one of these.
    pub(super) fn periods(&self) -> Option<Expression> {
        match self {
            Self::Everything => None,
            Self::Since { days, later, .. } => Some(Expression::any_of(days.iter().chain(later).cloned())),
        }
    }
}

/// The parts of the index in which it is looked whether there is anything, one after the other. Postgres gathers all that matches to
/// see whether there is one: so it looks among the newest first, and everywhere only for what is not there. Of that there is
/// mostly little; where there is much, as in a language that is written no more, it costs what it costs to gather it.
pub(super) fn looks(connection: &mut AnyConnection) -> Result<Vec<Reach>> {
    let newest = match Database::of(connection) {
        Database::Postgres => Months::read(connection, Some(MONTHS))?.newest(NEWEST),
        Database::Sqlite => Reach::Everything,
    };
    let everywhere = Some(Reach::Everything).filter(|everything| newest != *everything);
    Ok(std::iter::once(newest).chain(everywhere).collect())
}

impl Months {
    /// The newest so many, or all.
    pub(super) fn read(connection: &mut AnyConnection, most: Option<u32>) -> Result<Self> {
        let mut statement = Statement::<(Text, BigInt)>::new(
            "SELECT term, docs FROM search_terms WHERE term >= '_m_' AND term < '_n' ORDER BY term DESC",
        );
        if let Some(most) = most {
            statement.sql(" LIMIT ").bind(i64::from(most));
        }
        let month = |(term, docs): (String, i64)| {
            let (year, month) = term.strip_prefix("_m_")?.split_at_checked(4)?;
            Some((year.parse().ok()?, month.parse().ok()?, u64::try_from(docs).ok()?))
        };
        Ok(Self(statement.load(connection)?.into_iter().filter_map(month).collect()))
    }

    pub(super) fn documents(&self) -> u64 {
        self.0.iter().map(|(.., count)| count).sum()
    }

    /// The periods of about the newest so many documents; everything, where more are wanted than these months have.
    /// Within a month they are taken to be spread evenly. There is always a period: an empty list of them is no condition.
    pub(super) fn newest(&self, documents: u64) -> Reach {
        let mut counted = 0;
        for (year, month, count) in &self.0 {
            if counted + count >= documents {
                let share = ((documents - counted) * 100).div_ceil(*count.max(&1));
                return self.since(*year, *month, share).map_or(Reach::Everything, |(days, later)| {
                    Reach::Since { days, later, documents, later_documents: counted }
                });
            }
            counted += count;
        }
        Reach::Everything
    }

    /// The days of a month but for its beginning, the months after it in its year, and the years after.
    fn since(&self, year: i32, month: u32, percent: u64) -> Option<(Vec<String>, Vec<String>)> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let days = u64::from(first.num_days_in_month());
        let left_out = i32::try_from(days * (100 - percent.min(100)) / 100).ok()?;
        let first = first.num_days_from_ce();
        let days = (left_out..i32::try_from(days).ok()?).map(|day| of_day(first + day)).collect();
        let mut later: Vec<String> = (month + 1..=12).map(|month| of_month(year, month)).collect();
        let last = self.0.first().map_or(year, |(year, ..)| *year);
        // A date of the far future, which is a slip, must not make a list of thousands of years.
        later.extend((year + 1..=last.min(year + 200)).map(of_year));
        Some((days, later))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_month_with_very_many_the_last_day_is_enough() {
        let months = Months(vec![(2025, 12, 100_000), (2025, 11, 10)]);
        let Reach::Since { days, later, later_documents: 0, .. } = months.newest(200) else {
            panic!("not everything")
        };
        assert!(later.is_empty());
        assert_eq!(days, [of_day(NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day").num_days_from_ce())]);
    }

    #[test]
    fn what_is_newer_is_named_by_month_and_year() {
        let months = Months(vec![(2026, 1, 10), (2025, 12, 10), (2025, 11, 10), (2025, 10, 10)]);
        let Reach::Since { days, later, later_documents: 20, .. } = months.newest(21) else {
            panic!("not everything")
        };
        assert_eq!(days.len(), 3);
        assert_eq!(later, [of_month(2025, 12), of_year(2026)]);
        assert_eq!(months.newest(41), Reach::Everything);
    }
}
