//! How much work a comparison may do.

/// The steps that are left to a comparison. What would take more of them is not compared in detail: texts are then
/// replaced as a whole, and parts without a common key are deleted and inserted. Steps are counted and not timed, so
/// that the same revisions always compare in the same way.
#[derive(Clone, Copy, Debug)]
pub struct Budget(usize);

impl Budget {
    /// Well below a second of work, and far more than what edits of an article need.
    const STEPS: usize = 60_000_000;

    /// What one comparison may do.
    #[must_use]
    pub const fn new() -> Self {
        Self(Self::STEPS)
    }

    /// Takes steps, when there are enough.
    pub(super) const fn spend(&mut self, steps: usize) -> bool {
        match self.0.checked_sub(steps) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::new()
    }
}
