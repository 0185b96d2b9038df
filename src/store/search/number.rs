//! The numbers of documents, which rise with the minute of first publication.
//!
//! So the newest documents are read first by reading the index from its end, and nothing has to be sorted that is not
//! shown. A minute has room for [`ROOM`] documents; more overflow into the minutes behind it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use crate::domain::{Result, Timestamp};
use crate::store::AnyConnection;
use crate::store::statement::{MAX_UNION, Statement};

/// How many documents have numbers of one minute. More room would make every entry of the index longer.
const ROOM: i64 = 1 << 12;

/// In how many of the minutes behind one its overflow is looked for: more than an hour of it never goes away unnoticed.
const OVERFLOW: i64 = 60;

const MICROS_OF_A_MINUTE: i64 = 60_000_000;

/// Gives out numbers that no document has.
pub(super) struct Numbers {
    /// The next number of each minute that was looked up.
    next: BTreeMap<i64, i64>,
}

impl Numbers {
    /// Looks up what is taken, for documents that were first published at some moments.
    pub(super) fn prepare(
        connection: &mut AnyConnection,
        moments: impl Iterator<Item = Timestamp>,
    ) -> Result<Self> {
        let minutes: BTreeSet<i64> = moments.map(minute).collect();
        let minutes: Vec<i64> = minutes.into_iter().collect();
        let mut numbers = Self { next: BTreeMap::new() };
        numbers.look_up(connection, &minutes)?;
        Ok(numbers)
    }

    /// The next number for a document that was first published at a moment.
    pub(super) fn take(&mut self, connection: &mut AnyConnection, moment: Timestamp) -> Result<i64> {
        let mut minute = minute(moment);
        loop {
            if !self.next.contains_key(&minute) {
                self.look_up(connection, &[minute])?;
            }
            match self.next.get_mut(&minute) {
                Some(next) if *next < (minute + 1) * ROOM => {
                    *next += 1;
                    return Ok(*next - 1);
                }
                _ => minute += 1,
            }
        }
    }

    fn look_up(&mut self, connection: &mut AnyConnection, minutes: &[i64]) -> Result<()> {
        for minutes in minutes.chunks(MAX_UNION) {
            let mut union = Statement::<(BigInt, Nullable<BigInt>)>::new("");
            for (index, minute) in minutes.iter().enumerate() {
                union.sql(if index == 0 { "SELECT " } else { " UNION ALL SELECT " }).bind(*minute);
                union.sql(", MAX(doc) FROM search_documents WHERE doc >= ").bind(*minute * ROOM);
                union.sql(" AND doc < ").bind((*minute + 1) * ROOM);
            }
            for (minute, last) in union.do_not_keep().clone().load::<(i64, Option<i64>)>(connection)? {
                self.next.insert(minute, last.map_or(minute * ROOM, |last| last + 1));
            }
        }
        Ok(())
    }
}

/// No document that was first published at a moment or later has a number below this.
pub(super) fn first(moment: Timestamp) -> i64 {
    minute(moment) * ROOM
}

/// No document that was first published at a moment or before has this number or one above. Usually that is the first of the
/// next minute; where documents overflowed, one behind them.
pub(super) fn behind(connection: &mut AnyConnection, moment: Timestamp) -> Result<i64> {
    let mut minute = minute(moment);
    loop {
        let next = (minute + 1) * ROOM;
        let mut overflow = Statement::<BigInt>::new("SELECT doc FROM search_documents WHERE doc >= ");
        overflow.bind(next).sql(" AND doc < ").bind(next + OVERFLOW * ROOM).sql(" AND published_at <= ");
        overflow.bind(moment).sql(" ORDER BY doc DESC LIMIT 1");
        match overflow.get_result::<i64>(connection).optional()? {
            Some(doc) => minute = doc.div_euclid(ROOM),
            None => return Ok(next),
        }
    }
}

fn minute(moment: Timestamp) -> i64 {
    moment.micros().div_euclid(MICROS_OF_A_MINUTE)
}
