//! Texts compared word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{Budget, Edit, Segment};

/// The words of two texts. Without what was inserted they are the first, without what was deleted the second.
#[must_use]
pub fn compare(before: &str, after: &str, budget: &mut Budget) -> Vec<Segment> {
    let (old, new): (Vec<&str>, Vec<&str>) = (tokens(before).collect(), tokens(after).collect());
    let start = shared(old.iter().zip(&new));
    let end = shared(old[start..].iter().rev().zip(new[start..].iter().rev()));
    let (old_middle, new_middle) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut writer = Writer::default();
    writer.equal(&old[..start]);
    if budget.spend(steps(old_middle.len(), new_middle.len())) {
        for operation in capture_diff_slices(Algorithm::Myers, old_middle, new_middle) {
            writer.take(operation, old_middle, new_middle);
        }
    } else {
        writer.change(old_middle, new_middle);
    }
    writer.equal(&old[old.len() - end..]);
    writer.finish()
}

/// Words, spaces and signs, by the rules of Unicode: scripts without spaces have words too.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split_word_bounds()
}

fn shared<'a>(pairs: impl Iterator<Item = (&'a &'a str, &'a &'a str)>) -> usize {
    pairs.take_while(|(old, new)| old == new).count()
}

/// The most that the comparison of two sequences can take.
const fn steps(old: usize, new: usize) -> usize {
    if old == 0 || new == 0 { 0 } else { (old + new).saturating_mul(old + new) }
}

/// Puts segments together: of changes that follow one another first everything deleted, then everything inserted.
#[derive(Default)]
struct Writer {
    segments: Vec<Segment>,
    deleted: String,
    inserted: String,
    /// White space after a replacement. Between two replacements it belongs to them: otherwise a sentence that was
    /// rewritten would be cut at every space.
    space: String,
}

impl Writer {
    fn take(&mut self, operation: DiffOp, old: &[&str], new: &[&str]) {
        match operation {
            DiffOp::Equal { old_index, len, .. } => self.equal(&old[old_index..old_index + len]),
            DiffOp::Delete { old_index, old_len, .. } => {
                self.change(&old[old_index..old_index + old_len], &[]);
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                self.change(&[], &new[new_index..new_index + new_len]);
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                self.change(&old[old_index..old_index + old_len], &new[new_index..new_index + new_len]);
            }
        }
    }

    fn equal(&mut self, tokens: &[&str]) {
        let text = tokens.concat();
        let replaced = !self.deleted.is_empty() && !self.inserted.is_empty() && self.space.is_empty();
        if replaced && text.trim().is_empty() {
            self.space = text;
        } else {
            self.flush();
            self.push(Edit::Equal, text);
        }
    }

    fn change(&mut self, old: &[&str], new: &[&str]) {
        if old.is_empty() || new.is_empty() {
            self.flush_space();
        }
        let space = std::mem::take(&mut self.space);
        for (pending, tokens) in [(&mut self.deleted, old), (&mut self.inserted, new)] {
            pending.push_str(&space);
            pending.extend(tokens.iter().copied());
        }
    }

    fn flush_space(&mut self) {
        if !self.space.is_empty() {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let Self { deleted, inserted, space, .. } = self;
        let pending = [
            (Edit::Deleted, std::mem::take(deleted)),
            (Edit::Inserted, std::mem::take(inserted)),
            (Edit::Equal, std::mem::take(space)),
        ];
        for (edit, text) in pending {
            self.push(edit, text);
        }
    }

    fn push(&mut self, edit: Edit, text: String) {
        match self.segments.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.edit == edit => last.text.push_str(&text),
            _ => self.segments.push(Segment { edit, text }),
        }
    }

    fn finish(mut self) -> Vec<Segment> {
        self.flush();
        self.segments
    }
}
