//! The marks that are open while a text is read.

use crate::domain::body::Mark;

/// Open marks, outermost first, each once with the number of elements that ask for it. However deeply the
/// source nests them, there are never more than six.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks(Vec<(Mark, usize)>);

impl Marks {
    pub(super) fn open(&mut self, mark: Mark) {
        match self.0.iter_mut().find(|(open, _)| *open == mark) {
            Some((_, times)) => *times += 1,
            None => self.0.push((mark, 1)),
        }
    }

    pub(super) fn close(&mut self, mark: &Mark) {
        if let Some(index) = self.0.iter().position(|(open, _)| open == mark) {
            self.0[index].1 -= 1;
            if self.0[index].1 == 0 {
                self.0.remove(index);
            }
        }
    }

    /// Links do not nest: a new one ends the one before, as in HTML.
    pub(super) fn open_link(&mut self, link: Option<Mark>) {
        self.close_link();
        self.0.extend(link.map(|link| (link, 1)));
    }

    pub(super) fn close_link(&mut self) {
        self.0.retain(|(mark, _)| !matches!(mark, Mark::Link(_) | Mark::InternalLink(_)));
    }

    pub(super) fn are(&self, marks: &[Mark]) -> bool {
        self.0.iter().map(|(mark, _)| mark).eq(marks)
    }

    pub(super) fn to_vec(&self) -> Vec<Mark> {
        self.0.iter().map(|(mark, _)| mark.clone()).collect()
    }
}
