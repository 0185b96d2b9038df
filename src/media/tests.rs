//! What is taken in and what is not: whole pictures, with all that is private in them, and hostile files.
