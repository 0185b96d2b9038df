//! placeholder
use super::Recognize;
use crate::domain::Body;
/// placeholder
pub fn body(_: &str, _: &mut dyn Recognize) -> Body {
    Body::new(vec![])
}
