//! Blocks and facts compared.

use super::align::{self, Sketch};
use super::{Budget, PartDiff, Place, Status, words};
use crate::domain::body::{
    Block, BlockContent, Embed, FactBoxBlock, ImageBlock, Mode, PullQuote, Table, plain_text,
};
use crate::domain::fact_box::Fact;

/// What became of the blocks of a body.
#[must_use]
pub fn blocks(before: &[Block], after: &[Block], budget: &mut Budget) -> Vec<PartDiff<Block>> {
    parts(before, after, budget)
}

/// What became of the facts of a fact box.
#[must_use]
pub fn facts(before: &[Fact], after: &[Fact], budget: &mut Budget) -> Vec<PartDiff<Fact>> {
    parts(before, after, budget)
}

/// What stands in a sequence and can be compared.
trait Part: Clone {
    fn key(&self) -> Option<&str>;
    fn kind(&self) -> u8;
    fn words(&self) -> String;
    /// Whether it says the same in the same way. A key says nothing.
    fn is_same(&self, other: &Self) -> bool;
}

fn parts<T: Part>(before: &[T], after: &[T], budget: &mut Budget) -> Vec<PartDiff<T>> {
    let (before, after) = (Side::of(before), Side::of(after));
    let partners = align::partners(&before.sketches(), &after.sketches(), budget);
    let moved = align::moved(&partners);
    let mut gone = gone(before.parts.len(), &partners).peekable();
    let pairs = || partners.iter().copied().zip(moved.iter().copied());
    // What is gone stands after whatever it followed that stayed, and so before what came in its place.
    let mut stayed = pairs().filter_map(|(partner, moved)| partner.filter(|_| !moved));
    let mut all = Vec::with_capacity(after.parts.len());
    let mut bury = |all: &mut Vec<_>, budget: &mut Budget| {
        let next = stayed.next().unwrap_or(before.parts.len());
        while let Some(index) = gone.next_if(|index| *index < next) {
            all.push(part((&before, Some(index)), (&after, None), false, budget));
        }
    };
    bury(&mut all, budget);
    for (index, (partner, moved)) in pairs().enumerate() {
        all.push(part((&before, partner), (&after, Some(index)), moved, budget));
        if partner.is_some() && !moved {
            bury(&mut all, budget);
        }
    }
    all
}

/// Those of so many that are nobody's counterpart.
fn gone(count: usize, partners: &[Option<usize>]) -> impl Iterator<Item = usize> + use<> {
    let mut kept = vec![false; count];
    partners.iter().flatten().for_each(|index| kept[*index] = true);
    kept.into_iter().enumerate().filter(|(_, kept)| !kept).map(|(index, _)| index)
}

fn part<T: Part>(
    before: (&Side<'_, T>, Option<usize>),
    after: (&Side<'_, T>, Option<usize>),
    moved: bool,
    budget: &mut Budget,
) -> PartDiff<T> {
    let segments = words(before.0.words_at(before.1), after.0.words_at(after.1), budget);
    let (before, after) = (before.0.place(before.1), after.0.place(after.1));
    let status = match (&before, &after) {
        (None, _) => Status::Inserted,
        (_, None) => Status::Deleted,
        (Some(before), Some(after)) if before.content.is_same(&after.content) => Status::Unchanged,
        (Some(_), Some(_)) => Status::Changed,
    };
    PartDiff { status, moved, before, after, segments }
}

/// One revision's parts, with their words.
struct Side<'a, T> {
    parts: &'a [T],
    words: Vec<String>,
}

impl<'a, T: Part> Side<'a, T> {
    fn of(parts: &'a [T]) -> Self {
        Self { parts, words: parts.iter().map(T::words).collect() }
    }

    fn sketches(&self) -> Vec<Sketch<'_>> {
        let all = self.parts.iter().zip(&self.words);
        all.map(|(part, words)| Sketch { key: part.key(), kind: part.kind(), words }).collect()
    }

    fn words_at(&self, index: Option<usize>) -> &str {
        index.map_or("", |index| &self.words[index])
    }

    fn place(&self, index: Option<usize>) -> Option<Place<T>> {
        index.map(|index| Place { index, content: self.parts[index].clone() })
    }
}

impl Part for Block {
    fn key(&self) -> Option<&str> {
        Some(&self.key)
    }

    fn kind(&self) -> u8 {
        match self.content {
            BlockContent::Text(_) => 0,
            BlockContent::Image(_) => 1,
            BlockContent::FactBox(_) => 2,
            BlockContent::Embed(_) => 3,
            BlockContent::PullQuote(_) => 4,
            BlockContent::Table(_) => 5,
            BlockContent::Divider => 6,
        }
    }

    fn words(&self) -> String {
        match &self.content {
            BlockContent::Text(text) => plain_text(&text.spans),
            BlockContent::Image(ImageBlock { image, caption }) => {
                noted(&format!("image {image}"), caption.as_deref())
            }
            BlockContent::FactBox(FactBoxBlock { fact_box, mode: Mode::Follow }) => {
                format!("[fact box {fact_box}]")
            }
            BlockContent::FactBox(FactBoxBlock { fact_box, mode: Mode::Pin(revision) }) => {
                format!("[fact box {fact_box}, revision {revision}]")
            }
            BlockContent::Embed(Embed { url, title }) => noted(url, title.as_deref()),
            BlockContent::PullQuote(PullQuote { text, attribution: None }) => text.clone(),
            BlockContent::PullQuote(PullQuote { text, attribution: Some(name) }) => {
                format!("{text}\n— {name}")
            }
            BlockContent::Table(Table { header: _, rows }) => {
                let row = |row: &Vec<Vec<_>>| {
                    row.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("\t")
                };
                rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
            BlockContent::Divider => "* * *".to_owned(),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.content == other.content
    }
}

/// A reference in square brackets, and what is said to it.
fn noted(reference: &str, note: Option<&str>) -> String {
    match note {
        Some(note) => format!("[{reference}] {note}"),
        None => format!("[{reference}]"),
    }
}

impl Part for Fact {
    fn key(&self) -> Option<&str> {
        None
    }

    fn kind(&self) -> u8 {
        0
    }

    fn words(&self) -> String {
        plain_text(&self.text)
    }

    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}
