//! What is looked for in the index, in the words of either database.
//!
//! Every term is made by `analysis` and holds letters, digits, points and low lines alone, so nothing that somebody
//! types can be taken for an operator. The text is bound as a value all the same.

use crate::analysis::pair::pair;
use crate::store::AnyConnection;
use crate::store::statement::Statement;

/// Which database is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Database {
    Postgres,
    Sqlite,
}

impl Database {
    pub(super) const fn of(connection: &AnyConnection) -> Self {
        match connection {
            AnyConnection::Postgres(_) => Self::Postgres,
            AnyConnection::Sqlite(_) => Self::Sqlite,
        }
    }
}

/// A condition on documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// A word, stem or mark.
    Term(String),
    /// A word that begins so.
    Prefix(String),
    /// Words in places one after the other.
    Phrase(Vec<String>),
    /// All of some; at least one.
    All(Vec<Expression>),
    /// Any of some; at least one.
    Any(Vec<Expression>),
    /// The first without any of the others.
    Without(Box<Expression>, Vec<Expression>),
}

impl Expression {
    /// Any of some terms.
    pub(super) fn any_of(terms: impl IntoIterator<Item = String>) -> Self {
        Self::Any(terms.into_iter().map(Self::Term).collect())
    }

    /// Adds to a statement of Postgres that the column `terms` matches. What must all hold is asked part by part: so its index
    /// leaps from what one part matches to what another does; within one query it may go through all of the more common.
    pub(super) fn matches<Row>(&self, statement: &mut Statement<Row>) {
        for (index, part) in self.parts().into_iter().enumerate() {
            statement.sql(if index == 0 { "terms @@ CAST(" } else { " AND terms @@ CAST(" });
            statement.bind(part.text(Database::Postgres)).sql(" AS tsquery)");
        }
    }

    /// What must all hold, without more such conditions in it.
    fn parts(&self) -> Vec<Self> {
        match self {
            Self::All(parts) => parts.iter().flat_map(Self::parts).collect(),
            Self::Without(wanted, unwanted) => {
                let mut parts = wanted.parts();
                // By itself it would match nearly all there is, and beside a mark, which comes behind the words, still much.
                if let Some(first) = parts.first_mut() {
                    *first = Self::Without(Box::new(first.clone()), unwanted.clone());
                }
                parts
            }
            part => vec![part.clone()],
        }
    }

    /// In the words of a database.
    pub(super) fn text(&self, database: Database) -> String {
        let mut text = String::new();
        match database {
            Database::Postgres => self.write(&POSTGRES, &mut text),
            Database::Sqlite => self.write(&SQLITE, &mut text),
        }
        text
    }

    fn write(&self, dialect: &Dialect, text: &mut String) {
        match self {
            Self::Term(term) => dialect.quote(term, "", text),
            Self::Prefix(start) => dialect.quote(start, dialect.prefix, text),
            Self::Phrase(words) => dialect.phrase(words, text),
            Self::All(parts) => Self::join(parts, dialect.and, dialect, text),
            Self::Any(parts) => Self::join(parts, dialect.or, dialect, text),
            Self::Without(wanted, unwanted) => {
                text.push('(');
                wanted.write(dialect, text);
                text.push_str(dialect.and_not);
                Self::join(unwanted, dialect.or, dialect, text);
                text.push(')');
            }
        }
    }

    fn join(parts: &[Self], with: &str, dialect: &Dialect, text: &mut String) {
        text.push('(');
        for (index, part) in parts.iter().enumerate() {
            text.push_str(if index == 0 { "" } else { with });
            part.write(dialect, text);
        }
        text.push(')');
    }
}

/// The operators of a database.
struct Dialect {
    and: &'static str,
    or: &'static str,
    and_not: &'static str,
    prefix: &'static str,
    quote: char,
    /// Between the words of a phrase.
    next: &'static str,
    /// Whether the index has marks of neighbouring words, because it knows no places.
    pairs: bool,
}

/// Of `tsquery`.
const POSTGRES: Dialect = Dialect {
    and: " & ",
    or: " | ",
    and_not: " & !",
    prefix: ":*",
    quote: '\'',
    next: "' <-> '",
    pairs: true,
};

/// Of FTS5.
const SQLITE: Dialect =
    Dialect { and: " AND ", or: " OR ", and_not: " NOT ", prefix: " *", quote: '"', next: " ", pairs: false };

impl Dialect {
    /// Words in places one after the other: their pairs, which the index knows, and where these do not say it all, the places.
    fn phrase(&self, words: &[String], text: &mut String) {
        let neighbours = words.windows(2).filter(|_| self.pairs);
        let pairs = neighbours.filter_map(|words| pair(&words[0], &words[1]));
        let mut parts: Vec<Expression> = pairs.map(Expression::Term).collect();
        if parts.is_empty() || words.len() > 2 {
            parts.push(Expression::Term(words.join(self.next)));
        }
        Expression::join(&parts, self.and, self, text);
    }

    fn quote(&self, words: &str, then: &str, text: &mut String) {
        text.push('(');
        text.push(self.quote);
        text.push_str(words);
        text.push(self.quote);
        text.push_str(then);
        text.push(')');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(text: &str) -> Expression {
        Expression::Term(text.to_owned())
    }

    #[test]
    fn what_must_all_hold_is_asked_part_by_part_and_what_must_not_with_the_first() {
        let either = Expression::any_of(["c".to_owned(), "d".to_owned()]);
        let all = Expression::All(vec![term("a"), Expression::All(vec![term("b"), either.clone()])]);
        let without = Expression::Without(Box::new(all), vec![term("e")]);
        let first = Expression::Without(Box::new(term("a")), vec![term("e")]);
        assert_eq!(without.parts(), [first, term("b"), either]);
        assert_eq!(term("a").parts(), [term("a")]);
    }
}
