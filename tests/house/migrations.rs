//! Both databases have the same migrations, tables and columns, in the native types of each.

use std::collections::BTreeMap;
use std::path::Path;

/// The folders of one database's migrations.
pub(crate) fn folders(database: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
    let entries = std::fs::read_dir(path).expect("the migrations").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What each type is called in Postgres and in `SQLite`.
const TYPES: &[(&str, &str)] = &[
    ("UUID", "BLOB"),
    ("BYTEA", "BLOB"),
    ("TIMESTAMPTZ", "INTEGER"),
    ("JSONB", "TEXT"),
    ("BIGINT", "INTEGER"),
    ("INTEGER", "INTEGER"),
    ("TEXT", "TEXT"),
    ("BOOLEAN", "BOOLEAN"),
];

/// The table and the column that a line adds to a table which is there.
fn added(line: &str) -> Option<(&str, (String, String, bool))> {
    let rest = line.strip_prefix("ALTER TABLE ")?;
    let (table, column) = rest.trim_end_matches(';').split_once(" ADD COLUMN ")?;
    let (name, kind) = column.split_once(' ')?;
    let (kind, nullable) = match kind.split_once(" NOT NULL") {
        Some((kind, _)) => (kind, false),
        None => (kind, true),
    };
    Some((table, (name.to_owned(), kind.to_owned(), nullable)))
}

/// What a table is called that is made anew, and what it is called then.
fn renamed(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("ALTER TABLE ")?.trim_end_matches(';').split_once(" RENAME TO ")
}

/// Words are indexed in a column on Postgres, and on `SQLite` in a virtual table, whose declaration is no column.
fn is_index_of_words(line: &str) -> bool {
    line.contains("TSVECTOR") || line.starts_with("terms, content = ''")
}

/// Every column of every table, in order, with its type and whether it may be null.
fn columns(database: &str) -> BTreeMap<String, Vec<(String, String, bool)>> {
    let mut tables: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for folder in folders(database) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("migrations")
            .join(database)
            .join(folder)
            .join("up.sql");
        let text = std::fs::read_to_string(path).expect("up.sql");
        let mut table = None;
        for line in text.lines().map(str::trim).filter(|line| !is_index_of_words(line)) {
            if let Some((name, column)) = added(line) {
                tables.entry(name.to_owned()).or_default().push(column);
            } else if let Some((before, name)) = renamed(line) {
                let columns = tables.remove(before).expect("the table that is renamed");
                tables.insert(name.to_owned(), columns);
            } else if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                table = rest.split(' ').next().map(str::to_owned);
            } else if line.starts_with(')') {
                table = None;
            } else if let Some(name) = &table {
                let words: Vec<&str> = line.trim_end_matches(',').split(' ').collect();
                let is_column =
                    words.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
                if let ([column, kind, ..], true) = (words.as_slice(), is_column) {
                    let row = ((*column).to_owned(), (*kind).to_owned(), !line.contains("NOT NULL"));
                    tables.entry(name.clone()).or_default().push(row);
                }
            }
        }
    }
    tables
}

#[test]
fn both_databases_have_the_same_migrations() {
    assert_eq!(folders("sqlite"), folders("postgres"));
}

#[test]
fn both_databases_have_the_same_columns() {
    let (sqlite, postgres) = (columns("sqlite"), columns("postgres"));
    assert!(postgres.len() >= 7, "the tables were found");
    assert_eq!(sqlite.keys().collect::<Vec<_>>(), postgres.keys().collect::<Vec<_>>());
    for (table, columns) in &postgres {
        let same: Vec<_> = columns
            .iter()
            .map(|(column, kind, nullable)| {
                let native = TYPES.iter().find(|(postgres, _)| postgres == kind);
                let native = native.unwrap_or_else(|| panic!("{table}.{column} has the unknown type {kind}"));
                (column.clone(), native.1.to_owned(), *nullable)
            })
            .collect();
        assert_eq!(&sqlite[table], &same, "table {table}");
    }
}

#[test]
fn the_schema_in_rust_has_the_same_columns() {
    let schema = include_str!("../../src/store/schema.rs");
    for (table, columns) in columns("sqlite") {
        let (_, rest) =
            schema.split_once(&format!("    {table} (")).unwrap_or_else(|| panic!("{table} is in schema.rs"));
        let (_, rest) = rest.split_once("{\n").expect("its columns");
        let (body, _) = rest.split_once('}').expect("their end");
        let named: Vec<(String, bool)> = body
            .lines()
            .filter_map(|line| line.trim().split_once(" -> "))
            .map(|(column, kind)| (column.to_owned(), kind.starts_with("Nullable")))
            .collect();
        let expected: Vec<_> = columns.into_iter().map(|(column, _, nullable)| (column, nullable)).collect();
        assert_eq!(named, expected, "table {table}");
    }
}
