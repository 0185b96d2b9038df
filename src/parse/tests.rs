//! Rules that hold for both formats.
