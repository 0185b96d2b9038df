//! Queries as conditions in SQL.

use super::documents::from_matching;
use super::expression::Database;
use super::plan::Plan;
use crate::store::statement::Statement;

impl Plan {
    /// Adds that the entry called `w` of a statement matches: `SQLite` opens its index for each.
    pub(crate) fn holds_for_each<Row>(&self, statement: &mut Statement<Row>) {
        let (begins, ends) = match self.database {
            Database::Postgres => (
                "EXISTS (SELECT 1 FROM search_documents d WHERE d.terms @@ CAST(",
                " AS tsquery) AND d.entry_id = w.entry_id AND d.revision = w.revision OFFSET 0)",
            ),
            Database::Sqlite => (
                "EXISTS (SELECT 1 FROM search_index WHERE search_index MATCH ",
                " AND rowid = (SELECT d.doc FROM search_documents d \
                 WHERE d.entry_id = w.entry_id AND d.revision = w.revision))",
            ),
        };
        statement.sql(begins).bind(self.text()).sql(ends);
    }

    /// Chooses the entries that match.
    pub(crate) fn entries<Row>(&self, statement: &mut Statement<Row>) {
        statement.sql("SELECT d.entry_id");
        from_matching(self.database, statement, None, &self.condition());
    }

    /// Whether Postgres rather gathers what matches, to tell it from others that are met, than to look into the document of each: to
    /// do that costs ten times what it costs to gather one, and for a page of 20 it is done `20 / share` times.
    fn is_told(&self) -> bool {
        self.expected().pow(2) < 200 * self.total
    }

    /// Whether each entry that a list comes by is asked whether its document matches.
    pub(crate) fn is_asked_of_each(&self) -> bool {
        self.database == Database::Postgres && !self.is_rare() && !self.is_told()
    }

    /// Adds that the entry called `e` of a statement matches. What is rare is gathered once; on Postgres what is common is asked
    /// of each row that the statement comes by, so that it still goes in its own order and ends where its page does.
    pub(crate) fn holds<Row>(&self, statement: &mut Statement<Row>) {
        if self.database == Database::Postgres && !self.is_asked_of_each() {
            statement.sql(
                "((e.entry_id, e.revision) IN (WITH matching AS MATERIALIZED (SELECT entry_id, revision \
                 FROM search_documents WHERE ",
            );
            self.condition().matches(statement);
            // What is only told is no part of a join.
            let ends = if self.is_rare() { "))" } else { ")) IS TRUE" };
            statement.sql(") SELECT entry_id, revision FROM matching").sql(ends);
            return;
        }
        let (begins, ends) = match self.database {
            Database::Postgres => (
                // A value and not a condition, for that the planner would turn into a join.
                "(SELECT d.terms @@ CAST(",
                " AS tsquery) FROM search_documents d WHERE d.entry_id = e.entry_id AND d.revision = e.revision)",
            ),
            Database::Sqlite => (
                // The numbers are gathered once. Asked of one document, the index would be opened for each.
                "(SELECT d.doc FROM search_documents d WHERE d.entry_id = e.entry_id AND d.revision = e.revision) \
                 IN (SELECT rowid FROM search_index WHERE search_index MATCH ",
                ")",
            ),
        };
        statement.sql(begins).bind(self.text()).sql(ends);
    }
}
