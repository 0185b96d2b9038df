//! placeholder
use super::Resolve;
use crate::domain::Body;
use crate::domain::body::Span;
/// placeholder
pub fn body(_: &Body, _: &dyn Resolve) -> String {
    String::new()
}
/// placeholder
pub fn inline(s: &[Span], _: &dyn Resolve) -> String {
    crate::domain::body::plain_text(s)
}
