//! Who may do what: actors, scopes, and the roles that scopes are given out in.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use super::content::named;
use super::{Error, ErrorCode, Id, Result};

/// Who acts. The text form stands in revisions, in the log and in the audit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// A reader without credentials.
    Anonymous,
    /// Whoever may run the program on the server's machine.
    Operator,
    /// Whoever holds an access key: its id.
    Key(Id),
    /// Whoever holds a preview link: its id.
    Preview(Id),
    /// Somebody whom another system vouches for: the subject of a token, and its issuer.
    Subject {
        /// `iss`.
        issuer: String,
        /// `sub`.
        subject: String,
    },
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anonymous => f.write_str("anonymous"),
            Self::Operator => f.write_str("operator"),
            Self::Key(id) => write!(f, "key:{id}"),
            Self::Preview(id) => write!(f, "preview:{id}"),
            Self::Subject { issuer, subject } => write!(f, "subject:{issuer} {subject}"),
        }
    }
}

impl FromStr for Actor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let unknown = || Error::internal(format!("stored actor {text}"));
        match text.split_once(':') {
            None if text == "anonymous" => Ok(Self::Anonymous),
            None if text == "operator" => Ok(Self::Operator),
            Some(("key", id)) => Ok(Self::Key(id.parse()?)),
            Some(("preview", id)) => Ok(Self::Preview(id.parse()?)),
            Some(("subject", rest)) => {
                let (issuer, subject) = rest.split_once(' ').ok_or_else(unknown)?;
                Ok(Self::Subject { issuer: issuer.to_owned(), subject: subject.to_owned() })
            }
            _ => Err(unknown()),
        }
    }
}

named! {
    /// By what somebody is known.
    Credential {
        /// By nothing.
        None = "none",
        /// By an access key.
        Key = "key",
        /// By a preview link.
        PreviewLink = "previewLink",
        /// By a token of an issuer.
        Token = "token",
    }
}

impl Actor {
    /// By what they are known.
    #[must_use]
    pub const fn credential(&self) -> Credential {
        match self {
            Self::Anonymous | Self::Operator => Credential::None,
            Self::Key(_) => Credential::Key,
            Self::Preview(_) => Credential::PreviewLink,
            Self::Subject { .. } => Credential::Token,
        }
    }

    /// What an issuer calls them.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        match self {
            Self::Subject { issuer: _, subject } => Some(subject),
            _ => None,
        }
    }
}

named! {
    /// What may be done. No scope implies another.
    Scope {
        /// Read what is public. Anonymous readers have it, unless public reading is switched off.
        Read = "read",
        /// Read drafts, revisions and the future.
        Preview = "preview",
        /// Read what is under embargo, before its time.
        Embargo = "embargo",
        /// Make entries, save revisions, submit, restore, archive.
        Write = "write",
        /// Publish, correct and withdraw.
        Publish = "publish",
        /// Take down for legal reasons, for ever.
        Kill = "kill",
        /// Give out and revoke keys, read the audit.
        Admin = "admin",
        /// Say which documents of GraphQL are trusted, and run any.
        Trust = "trust",
    }
}

/// A set of scopes. Written as their names in the order of the table, joined by commas.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Scopes(u16);

impl Scopes {
    /// These scopes.
    #[must_use]
    pub fn of(scopes: &[Scope]) -> Self {
        Self(scopes.iter().fold(0, |bits, scope| bits | bit(*scope)))
    }

    /// All of them.
    #[must_use]
    pub fn all() -> Self {
        Self::of(Scope::ALL)
    }

    /// Whether a scope is among them.
    #[must_use]
    pub const fn contains(self, scope: Scope) -> bool {
        self.0 & bit(scope) != 0
    }

    /// These and others.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Each of them, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.iter().copied().filter(move |scope| self.contains(*scope))
    }
}

const fn bit(scope: Scope) -> u16 {
    1 << scope as u8
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, scope) in self.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "," })?;
            f.write_str(scope.as_str())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scopes({self})")
    }
}

impl FromStr for Scopes {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(scope).collect::<Result<Vec<_>>>().map(|scopes| Self::of(&scopes))
    }
}

fn scope(name: &str) -> Result<Scope> {
    Scope::parse(name).ok_or_else(|| {
        let all: Vec<_> = Scope::ALL.iter().map(|scope| scope.as_str()).collect();
        let detail = format!("There is no scope {name}. Possible are: {}.", all.join(", "));
        Error::new(ErrorCode::ValidationFailed, detail).at("/scopes")
    })
}

named! {
    /// The usual sets of scopes, by the work that they are for.
    Role {
        /// Takes what is public when public reading is switched off, and can be told apart from others.
        Reader = "reader",
        /// Takes what is public, and what is under embargo already.
        Partner = "partner",
        /// Looks at what is not public yet.
        Previewer = "previewer",
        /// Writes, and leaves publishing to others.
        Writer = "writer",
        /// Runs the desk.
        Editor = "editor",
        /// Takes down for legal reasons.
        Legal = "legal",
        /// May do everything.
        Admin = "admin",
    }
}

impl Role {
    /// What it may do.
    #[must_use]
    pub fn scopes(self) -> Scopes {
        use Scope::{Embargo, Kill, Preview, Publish, Read, Write};
        match self {
            Self::Reader => Scopes::of(&[Read]),
            Self::Partner => Scopes::of(&[Read, Embargo]),
            Self::Previewer => Scopes::of(&[Read, Preview]),
            Self::Writer => Scopes::of(&[Read, Preview, Write]),
            Self::Editor => Scopes::of(&[Read, Preview, Write, Publish]),
            Self::Legal => Scopes::of(&[Read, Preview, Publish, Kill]),
            Self::Admin => Scopes::all(),
        }
    }
}

/// Who calls, what they may do, and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// What they may do.
    pub scopes: Scopes,
    /// From where, for the audit.
    pub address: Option<IpAddr>,
    /// The one entry that a preview link shows, and its revision.
    pub preview: Option<(Id, u32)>,
    /// The first moment at which their credentials are not accepted any more.
    pub expires_at: Option<super::Timestamp>,
}

impl Caller {
    /// Whoever runs the program: may do everything.
    #[must_use]
    pub fn operator() -> Self {
        let (actor, scopes) = (Actor::Operator, Scopes::all());
        Self { actor, scopes, address: None, preview: None, expires_at: None }
    }

    /// Checks that they may do something.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` for somebody without credentials, `FORBIDDEN` for somebody whose credentials do not suffice.
    pub fn require(&self, scope: Scope) -> Result<()> {
        if self.scopes.contains(scope) {
            return Ok(());
        }
        Err(match self.actor {
            Actor::Anonymous => Error::new(
                ErrorCode::Unauthenticated,
                format!("This needs a key with the scope {scope}: Authorization: Bearer dl_…"),
            ),
            _ => Error::new(
                ErrorCode::Forbidden,
                format!("This needs the scope {scope}. You have: {}.", self.scopes),
            ),
        })
    }
}

/// A key by which a program identifies itself. The secret is not here: only its digest is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessKey {
    /// Its id, which stands in the key and in the log.
    pub id: Id,
    /// What it is for, in words.
    pub name: String,
    /// What it may do.
    pub scopes: Scopes,
    /// When it was made.
    pub created_at: super::Timestamp,
    /// By whom.
    pub created_by: Actor,
    /// The first moment at which it is not accepted any more.
    pub expires_at: Option<super::Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<super::Timestamp>,
    /// When it was used last, to the minute.
    pub last_used_at: Option<super::Timestamp>,
}

impl AccessKey {
    /// Whether it is accepted.
    #[must_use]
    pub fn is_valid(&self, now: super::Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }
}

/// A link that shows one revision of one entry to whoever holds it. The secret is not here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewLink {
    /// Its id, which stands in the link.
    pub id: Id,
    /// The entry and its kind.
    pub entry: (super::Kind, Id),
    /// The revision that it shows.
    pub revision: u32,
    /// For whom it is, in words.
    pub note: Option<String>,
    /// When it was made.
    pub created_at: super::Timestamp,
    /// By whom.
    pub created_by: Actor,
    /// The first moment at which it shows nothing any more.
    pub expires_at: super::Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<super::Timestamp>,
    /// When it was used last, to the minute.
    pub last_used_at: Option<super::Timestamp>,
}

impl PreviewLink {
    /// Whether it shows anything.
    #[must_use]
    pub fn is_valid(&self, now: super::Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actors_and_scopes_read_back_what_they_print() {
        let id = Id::of_key(super::super::Kind::Tag, "x");
        let subject = Actor::Subject { issuer: "https://id.example".to_owned(), subject: "a b".to_owned() };
        for actor in [Actor::Anonymous, Actor::Operator, Actor::Key(id), Actor::Preview(id), subject] {
            assert_eq!(actor.to_string().parse(), Ok(actor));
        }
        for role in Role::ALL {
            assert_eq!(role.scopes().to_string().parse(), Ok(role.scopes()));
        }
        assert_eq!(Scopes::of(&[Scope::Kill, Scope::Read]).to_string(), "read,kill");
        assert!("read,fly".parse::<Scopes>().is_err());
    }

    #[test]
    fn only_an_admin_may_give_out_keys_and_only_legal_and_admin_kill() {
        let with = |scope| Role::ALL.iter().filter(move |role| role.scopes().contains(scope)).copied();
        assert_eq!(with(Scope::Admin).collect::<Vec<_>>(), [Role::Admin]);
        assert_eq!(with(Scope::Kill).collect::<Vec<_>>(), [Role::Legal, Role::Admin]);
    }
}
