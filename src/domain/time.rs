//! Moments. Every time that Dateline stores, compares or prints is one of these.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, SubsecRound, Utc};

use super::content::named;
use super::{Error, ErrorCode, Id};

/// A moment in UTC with millisecond precision, between the years 0001 and 9999.
///
/// Written as RFC 3339 with exactly three decimals: `2026-11-24T07:00:00.000Z`. Finer input is cut off,
/// so a moment is equal to itself in both databases, in JSON and in a cursor.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// The first moment that can be written.
    pub const BEGINNING: Self =
        Self(DateTime::from_timestamp_millis(-62_135_596_800_000).expect("the year 1"));

    /// The last moment that can be written.
    pub const END: Self = Self(DateTime::from_timestamp_millis(253_402_300_799_999).expect("the year 9999"));

    /// Cuts `time` to milliseconds.
    #[must_use]
    pub fn new(time: DateTime<Utc>) -> Self {
        Self(time.trunc_subsecs(3))
    }

    /// The moment `micros` microseconds after 1970, if there is one.
    #[must_use]
    pub fn from_micros(micros: i64) -> Option<Self> {
        DateTime::from_timestamp_micros(micros).map(Self::new)
    }

    /// The beginning of a day in UTC. A day of a year that cannot be written is taken for the nearest that can.
    #[must_use]
    pub fn of_day(day: NaiveDate) -> Self {
        let begins = Self::new(day.and_time(NaiveTime::MIN).and_utc());
        begins.clamp(Self::BEGINNING, Self::END)
    }

    /// The day that it is then, in UTC.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// Microseconds since 1970; negative before.
    #[must_use]
    pub fn micros(self) -> i64 {
        self.0.timestamp_micros()
    }

    /// The same moment for chrono.
    #[must_use]
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// This moment moved earlier by `by`.
    #[must_use]
    pub fn minus(self, by: Duration) -> Self {
        chrono::TimeDelta::from_std(by)
            .ok()
            .and_then(|by| self.0.checked_sub_signed(by))
            .map_or(self, Self::new)
    }

    /// This moment moved later by `by`.
    #[must_use]
    pub fn plus(self, by: Duration) -> Self {
        chrono::TimeDelta::from_std(by)
            .ok()
            .and_then(|by| self.0.checked_add_signed(by))
            .map_or(self, Self::new)
    }
}

/// A moment as a filter names it: as it is, or by how far it lies from the present.
///
/// Written as RFC 3339, or as `now` or `today` – the beginning of the day in UTC – with perhaps a distance behind it in
/// minutes, hours, days or weeks: `now-90m`, `now-12h`, `today-7d`, `today+2w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// This one.
    At(Timestamp),
    /// So many minutes after the present; negative before.
    FromNow(i64),
    /// So many minutes after the day began; negative before.
    FromToday(i64),
}

impl Moment {
    /// The moment itself, when it is `now`. What cannot be written is taken for the nearest that can.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Timestamp {
        let moved = |from: Timestamp, minutes: i64| {
            let by = Duration::from_secs(minutes.unsigned_abs().saturating_mul(60));
            let moved = if minutes < 0 { from.minus(by) } else { from.plus(by) };
            moved.clamp(Timestamp::BEGINNING, Timestamp::END)
        };
        match self {
            Self::At(moment) => moment,
            Self::FromNow(minutes) => moved(now, minutes),
            Self::FromToday(minutes) => moved(Timestamp::of_day(now.day()), minutes),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(moment) => moment.fmt(f),
            Self::FromNow(0) => f.write_str("now"),
            Self::FromNow(minutes) => write!(f, "now{minutes:+}m"),
            Self::FromToday(0) => f.write_str("today"),
            Self::FromToday(minutes) => write!(f, "today{minutes:+}m"),
        }
    }
}

impl FromStr for Moment {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let relative = |rest: &str| {
            minutes(rest).ok_or_else(|| {
                let detail =
                    format!("{text} is no moment. Write it as now-90m, now-12h, today-7d or today+2w.");
                Error::new(ErrorCode::InvalidTime, detail)
            })
        };
        if let Some(rest) = text.strip_prefix("now") {
            return relative(rest).map(Self::FromNow);
        }
        if let Some(rest) = text.strip_prefix("today") {
            return relative(rest).map(Self::FromToday);
        }
        text.parse().map(Self::At).map_err(|mut error: Error| {
            error.detail.push_str(" A moment near the present can be written as now-12h or today-7d.");
            error
        })
    }
}

/// Reads a distance of at most 999,999 of a unit; none is no distance.
fn minutes(text: &str) -> Option<i64> {
    let mut rest = text.chars();
    let sign = match rest.next() {
        None => return Some(0),
        Some('-') => -1,
        // In an address a plus that is not escaped is a space.
        Some('+' | ' ') => 1,
        Some(_) => return None,
    };
    let unit = match rest.next_back()? {
        'm' => 1,
        'h' => 60,
        'd' => 24 * 60,
        'w' => 7 * 24 * 60,
        _ => return None,
    };
    let digits = rest.as_str();
    let is_number = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = digits.parse().ok().filter(|_| is_number)?;
    Some(sign * number * unit)
}

/// Reads a day: `2026-11-24`.
///
/// # Errors
/// `INVALID_TIME`.
pub fn day(text: &str) -> Result<NaiveDate, Error> {
    let error = |_| Error::new(ErrorCode::InvalidTime, "A day is YYYY-MM-DD.");
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(error)
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Timestamp {
    type Err = Error;

    /// Reads RFC 3339 with any offset. A date without time, or a time without offset, is refused:
    /// guessing a zone would publish at the wrong hour.
    fn from_str(text: &str) -> Result<Self, Error> {
        use chrono::Datelike;
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|time| time.to_utc())
            .filter(|time| (1..=9999).contains(&time.year()))
            .map(Self::new)
            .ok_or_else(|| {
                let mut detail =
                    "A time is RFC 3339 with an offset, such as 2026-11-24T07:00:00Z.".to_owned();
                if DateTime::parse_from_rfc3339(&text.replace(' ', "+")).is_ok() {
                    detail.push_str(" The + of an offset is written %2B in an address.");
                }
                Error::new(ErrorCode::InvalidTime, detail)
            })
    }
}

named! {
    /// Whose eyes a read is made with.
    Perspective {
        /// Those of readers.
        Published = "published",
        /// Those of the desk: of every entry the newest revision.
        Draft = "draft",
        /// Those of partners: as readers, and what is under embargo already.
        Embargoed = "embargoed",
    }
}

/// The moment of a read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// The present, as the clock showed it when the request came in.
    Now(Timestamp),
    /// Another moment.
    Then(Timestamp),
    /// The present, but for entries under embargo, which are seen as they will be first.
    Embargoed(Timestamp),
    /// No moment: what the desk has, whatever of it is or will be public.
    Drafts,
    /// The present, but for one entry, which is seen in this revision.
    Preview {
        /// The present.
        now: Timestamp,
        /// The entry.
        entry: Id,
        /// The revision of it.
        revision: u32,
    },
}

impl AsOf {
    /// The entry and revision of a preview.
    #[must_use]
    pub const fn previewed(self) -> Option<(Id, u32)> {
        match self {
            Self::Preview { now: _, entry, revision } => Some((entry, revision)),
            Self::Now(_) | Self::Then(_) | Self::Embargoed(_) | Self::Drafts => None,
        }
    }

    /// The moment itself. Nothing that the desk has lies behind it.
    #[must_use]
    pub const fn moment(self) -> Timestamp {
        match self {
            Self::Now(moment)
            | Self::Then(moment)
            | Self::Embargoed(moment)
            | Self::Preview { now: moment, .. } => moment,
            Self::Drafts => Timestamp::END,
        }
    }

    /// The moment behind which nothing lies that the read can find.
    #[must_use]
    pub const fn horizon(self) -> Timestamp {
        match self {
            Self::Embargoed(_) => Timestamp::END,
            other => other.moment(),
        }
    }

    /// When the embargo ends on an edition that begins at a moment, for whoever reads it before.
    #[must_use]
    pub fn embargo(self, begins: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Embargoed(now) if begins > now => Some(begins),
            _ => None,
        }
    }
}
