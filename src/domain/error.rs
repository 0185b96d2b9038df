//! What can go wrong, once for every door: one table of codes, and errors that say what, where and what to do.

use std::fmt;

/// The result of everything in `domain` and `app`.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $title:literal;)*) => {
        /// Why something was refused. The text form is part of the interface and never changes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ErrorCode { $($(#[$doc])* $name,)* }

        impl ErrorCode {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable form: `code` in problem+json, `extensions.code` in GraphQL.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// A short summary for people, the same for every occurrence (RFC 9457 `title`).
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }
        }
    };
}

codes! {
    /// Nothing public stands under this id, slug or path.
    NotFound = "NOT_FOUND", "Not found";
    /// It was published here and has been withdrawn.
    Gone = "GONE", "Withdrawn";
    /// It was taken down for legal reasons, and nothing of it is shown any more.
    Killed = "KILLED", "Unavailable for legal reasons";
    /// The request carries no credentials that are accepted.
    Unauthenticated = "UNAUTHENTICATED", "Not authenticated";
    /// The credentials do not allow this.
    Forbidden = "FORBIDDEN", "Not allowed";
    /// One or more fields break a rule; see the field errors.
    ValidationFailed = "VALIDATION_FAILED", "Some fields are not valid";
    /// The request could not be read as what it claims to be.
    MalformedRequest = "MALFORMED_REQUEST", "The request cannot be read";
    /// The text is not an id.
    InvalidId = "INVALID_ID", "Not an id";
    /// The text is not a moment.
    InvalidTime = "INVALID_TIME", "Not a time";
    /// The text is not a language tag.
    InvalidLocale = "INVALID_LOCALE", "Not a locale";
    /// The text cannot be a slug.
    InvalidSlug = "INVALID_SLUG", "Not a slug";
    /// The cursor is damaged, or belongs to another filter or sort order.
    InvalidCursor = "INVALID_CURSOR", "Not a cursor of this list";
    /// A page size is missing, not positive or over the limit, or two directions were asked for at once.
    InvalidPage = "INVALID_PAGE", "Not a page";
    /// A parameter of this name does not exist here.
    UnknownParameter = "UNKNOWN_PARAMETER", "Unknown parameter";
    /// A parameter has a value that it cannot have.
    InvalidParameter = "INVALID_PARAMETER", "Not a value of this parameter";
    /// `asOf` lies ahead; what will be public is not public yet.
    FutureNotPublic = "FUTURE_NOT_PUBLIC", "The future is not public";
    /// The request is larger than the server takes.
    TooLarge = "TOO_LARGE", "Too large";
    /// The query asks for more than one answer may hold.
    TooComplex = "TOO_COMPLEX", "Too complex";
    /// No document is kept under this digest or id. By automatic persisted queries a client sends it then.
    PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND", "No such document";
    /// This server keeps no documents for clients.
    PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED", "Documents are not kept";
    /// Only documents that are trusted run here.
    DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED", "The document is not trusted";
    /// The method does not exist on this resource.
    MethodNotAllowed = "METHOD_NOT_ALLOWED", "Method not allowed";
    /// None of the media types asked for can be served.
    NotAcceptable = "NOT_ACCEPTABLE", "Not acceptable";
    /// The body is of a media type that is not read here.
    UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type";
    /// A change must name the revision that it is made to.
    PreconditionRequired = "PRECONDITION_REQUIRED", "The revision must be named";
    /// The entry has changed since the revision that was named; see the field errors for what.
    PreconditionFailed = "PRECONDITION_FAILED", "Somebody else was faster";
    /// The idempotency key was used before for another request.
    KeyReused = "IDEMPOTENCY_KEY_REUSED", "The idempotency key was used for something else";
    /// Somebody else holds what this write needs, such as a slug.
    Conflict = "CONFLICT", "Conflict";
    /// More requests came from this key or address than are allowed, or more credentials that are not known.
    RateLimited = "RATE_LIMITED", "Too many requests";
    /// The database cannot be reached or is busy, or the issuer of a token does not answer; trying again later may work.
    Unavailable = "UNAVAILABLE", "Temporarily unavailable";
    /// A fault of the server; the log has the details under the request id.
    Internal = "INTERNAL", "Internal error";
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One field that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Where: a JSON Pointer into the input (RFC 6901), or `?name` for a query parameter or argument.
    pub pointer: String,
    /// What is wrong and what would be right, for people.
    pub detail: String,
}

/// A refusal or a failure, ready for any door to render.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Why.
    pub code: ErrorCode,
    /// What happened here and what to do about it, for people. Never holds internals.
    pub detail: String,
    /// The fields at fault, all of them at once.
    pub fields: Vec<FieldError>,
    /// For the log only: the cause of a failure of the server.
    source: Option<String>,
}

impl Error {
    /// An error without fields.
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), fields: Vec::new(), source: None }
    }

    /// Nothing public stands there.
    pub fn not_found(what: impl fmt::Display) -> Self {
        Self::new(ErrorCode::NotFound, format!("There is no {what}."))
    }

    /// One parameter has a value that it cannot have.
    pub fn parameter(name: &str, detail: impl Into<String>) -> Self {
        Self::new(ErrorCode::InvalidParameter, detail).at(format!("?{name}"))
    }

    /// A failure of the server: clients learn nothing of `cause`, the log everything.
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::new(ErrorCode::Internal, "The server failed. The failure has been logged.").caused_by(cause)
    }

    /// The database is out of reach or busy.
    pub fn unavailable(cause: impl fmt::Display) -> Self {
        Self::new(ErrorCode::Unavailable, "The database is not available right now. Try again shortly.")
            .caused_by(cause)
    }

    /// Several fields break rules.
    #[must_use]
    pub fn validation(fields: Vec<FieldError>) -> Self {
        let count = fields.len();
        let noun = if count == 1 { "field is" } else { "fields are" };
        Self { fields, ..Self::new(ErrorCode::ValidationFailed, format!("{count} {noun} not valid.")) }
    }

    /// Says which field or parameter is meant.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        let detail = self.detail.clone();
        self.fields.push(FieldError { pointer: pointer.into(), detail });
        self
    }

    /// Remembers the cause for the log.
    #[must_use]
    pub fn caused_by(mut self, cause: impl fmt::Display) -> Self {
        self.source = Some(cause.to_string());
        self
    }

    /// The cause, for the log and never for a client.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        self.source.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.detail)?;
        for field in &self.fields {
            if field.detail == self.detail {
                write!(f, " [{}]", field.pointer)?;
            } else {
                write!(f, " [{}: {}]", field.pointer, field.detail)?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
