//! Dates as people and programs write them. What a date leaves open is assumed, and the assumption is said.

use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::Timestamp;

/// A date that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) at: Timestamp,
    /// What was assumed to make a moment of it; an oddity.
    pub(super) assumed: Option<&'static str>,
}

const NO_TIME: &str = "date without a time, taken as midnight UTC";
const NO_OFFSET: &str = "time without an offset, taken as UTC";

/// Reads `2015-07-20 1:46:00 -0400`, RFC 3339, `24 November 2026`, `November 24, 2026, 2:30 pm`,
/// `24.11.2026`, `24 листопада 2026 року` and their like. `None` is anything else, `03/04/2026` too: nobody
/// can say which of the two numbers is the month.
pub(super) fn parse(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Ok(at) = Timestamp::from_str(text) {
        return Some(Moment { at, assumed: None });
    }
    // Real dates are short; a page of text need not be cut into words to see that it is none.
    if text.len() > 100 {
        return None;
    }
    let mut parts = Parts::default();
    let text = text.replace(',', " ");
    let (text, day) = match iso_day(&text) {
        Some((day, rest)) => (rest, Some(day)),
        None => (text.as_str(), None),
    };
    parts.date = day;
    text.split_whitespace().try_for_each(|word| parts.take(word))?;
    parts.moment()
}

/// A day in front: `2026-11-24` and what follows it, a `T` dropped.
fn iso_day(text: &str) -> Option<(NaiveDate, &str)> {
    let (head, rest) = text.split_at_checked(10)?;
    let day = NaiveDate::parse_from_str(head, "%Y-%m-%d").ok()?;
    let rest = rest.strip_prefix(['T', 't', ' ']).or_else(|| rest.is_empty().then_some(rest))?;
    Some((day, rest))
}

/// What has been read so far.
#[derive(Default)]
struct Parts {
    date: Option<NaiveDate>,
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    time: Option<NaiveTime>,
    offset: Option<FixedOffset>,
}

impl Parts {
    /// Takes one more word; `None` when it has no place in a date.
    fn take(&mut self, word: &str) -> Option<()> {
        let lower = word.to_lowercase();
        if let Some(month) = month(lower.trim_end_matches('.')) {
            return set(&mut self.month, month);
        }
        if lower.contains(':') {
            return self.take_time(&lower);
        }
        if let Some(day) = dotted_day(&lower) {
            return set(&mut self.date, day);
        }
        match lower.as_str() {
            "am" | "a.m." | "pm" | "p.m." => return self.take_half(lower.starts_with('p')),
            "z" | "utc" | "gmt" => return set(&mut self.offset, FixedOffset::east_opt(0)?),
            "at" | "of" | "on" | "the" | "о" | "об" | "року" | "рік" | "р" | "р." => {
                return Some(());
            }
            _ if lower.starts_with(['+', '-']) => return set(&mut self.offset, offset(&lower)?),
            _ if is_weekday(lower.trim_end_matches('.')) => return Some(()),
            _ => {}
        }
        let number = lower.trim_end_matches(char::is_alphabetic).trim_end_matches('.');
        match number.len() {
            1 | 2 => set(&mut self.day, number.parse().ok()?),
            4 => set(&mut self.year, number.parse().ok()?),
            _ => None,
        }
    }

    /// `14:30`, `1:46:00`, `14:30:00.5+02:00`, `2:30pm`.
    fn take_time(&mut self, word: &str) -> Option<()> {
        let end = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(word.len());
        let (clock, rest) = word.split_at(end);
        let time = NaiveTime::parse_from_str(clock, "%H:%M:%S%.f")
            .or_else(|_| NaiveTime::parse_from_str(clock, "%H:%M"))
            .ok()?;
        set(&mut self.time, time)?;
        if rest.is_empty() { Some(()) } else { self.take(rest) }
    }

    /// `am` and `pm` behind a time.
    fn take_half(&mut self, afternoon: bool) -> Option<()> {
        use chrono::Timelike;
        let time = self.time?;
        let hour = time.hour() % 12 + if afternoon { 12 } else { 0 };
        self.time = time.with_hour(hour);
        self.time.map(|_| ())
    }

    fn moment(self) -> Option<Moment> {
        let parts = (self.day, self.month, self.year);
        let date = match (self.date, parts) {
            (Some(date), (None, None, None)) => date,
            (None, (Some(day), Some(month), Some(year))) => NaiveDate::from_ymd_opt(year, month, day)?,
            _ => return None,
        };
        if !(1..=9999).contains(&date.year()) {
            return None;
        }
        let assumed = match (self.time, self.offset) {
            (None, _) => Some(NO_TIME),
            (Some(_), None) => Some(NO_OFFSET),
            (Some(_), Some(_)) => None,
        };
        let local = NaiveDateTime::new(date, self.time.unwrap_or_default());
        let seconds = self.offset.map_or(0, |offset| i64::from(offset.local_minus_utc()));
        let at = DateTime::from_timestamp(local.and_utc().timestamp().checked_sub(seconds)?, 0)?;
        (1..=9999).contains(&at.year()).then(|| Moment { at: Timestamp::new(at), assumed })
    }
}

/// Fills a part that is still empty.
fn set<T>(part: &mut Option<T>, value: T) -> Option<()> {
    part.is_none().then(|| *part = Some(value))
}

/// `24.11.2026`, and `11/24/2026` or `24/11/2026` where only one reading is possible.
fn dotted_day(word: &str) -> Option<NaiveDate> {
    let separator = if word.contains('/') { '/' } else { '.' };
    let mut numbers = word.trim_end_matches('.').split(separator).map(str::parse::<u32>);
    let (Some(Ok(one)), Some(Ok(two)), Some(Ok(year)), None) =
        (numbers.next(), numbers.next(), numbers.next(), numbers.next())
    else {
        return None;
    };
    let year = i32::try_from(year).ok().filter(|year| (1000..=9999).contains(year))?;
    match separator {
        '.' => NaiveDate::from_ymd_opt(year, two, one),
        _ if one > 12 || one == two => NaiveDate::from_ymd_opt(year, two, one),
        _ if two > 12 => NaiveDate::from_ymd_opt(year, one, two),
        _ => None,
    }
}

/// `-0400`, `+02:00`, `+02`.
fn offset(word: &str) -> Option<FixedOffset> {
    let (sign, digits) = word.split_at_checked(1)?;
    let digits = digits.replace(':', "");
    let (hours, minutes) = match digits.len() {
        2 => (digits.as_str(), "0"),
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = hours * 3600 + minutes * 60;
    FixedOffset::east_opt(if sign == "-" { -seconds } else { seconds })
}

/// The month that a lower-case word names, in English or Ukrainian, whole or cut to three letters or more.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [[&str; 3]; 12] = [
        ["january", "січня", "січень"],
        ["february", "лютого", "лютий"],
        ["march", "березня", "березень"],
        ["april", "квітня", "квітень"],
        ["may", "травня", "травень"],
        ["june", "червня", "червень"],
        ["july", "липня", "липень"],
        ["august", "серпня", "серпень"],
        ["september", "вересня", "вересень"],
        ["october", "жовтня", "жовтень"],
        ["november", "листопада", "листопад"],
        ["december", "грудня", "грудень"],
    ];
    if word.chars().count() < 3 {
        return None;
    }
    (1..).zip(MONTHS).find(|(_, names)| names.iter().any(|name| name.starts_with(word))).map(|(n, _)| n)
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 16] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "понеділок",
        "вівторок",
        "середа",
        "середу",
        "четвер",
        "пʼятниця",
        "п’ятниця",
        "субота",
        "неділя",
    ];
    word.chars().count() >= 3 && DAYS.iter().any(|day| day.starts_with(word))
}
