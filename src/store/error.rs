//! What a failed statement means for the caller.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

use crate::domain::{Error, ErrorCode};

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::new(
                ErrorCode::Conflict,
                "Something else has taken this place in the meantime. Read again and retry.",
            )
            .caused_by(error),
            DieselError::DatabaseError(
                DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::ClosedConnection
                | DatabaseErrorKind::UnableToSendCommand,
                _,
            )
            | DieselError::BrokenTransactionManager => Self::unavailable(error),
            DieselError::DatabaseError(_, information) if is_out_of_reach(information.message()) => {
                Self::unavailable(error)
            }
            _ => Self::internal(error),
        }
    }
}

/// Neither driver has a kind for these; their messages are all there is.
fn is_out_of_reach(message: &str) -> bool {
    const SIGNS: [&str; 10] = [
        "statement timeout",
        "database is locked",
        "readonly database",
        "disk I/O error",
        "database or disk is full",
        "unable to open database file",
        "server closed the connection",
        "terminating connection",
        "no connection to the server",
        "the database system is",
    ];
    SIGNS.iter().any(|sign| message.contains(sign))
}
