//! Issuers of tokens (OpenID Connect): which one is trusted, and what its claims grant.

use std::str::FromStr;

use super::access::{Role, Scope, Scopes};

/// An issuer whose word is taken for who somebody is, and what is made of its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oidc {
    /// Its name, exactly as tokens have it: `iss`.
    pub issuer: String,
    /// For whom its tokens must be: `aud`.
    pub audience: String,
    /// Where its keys are; `None` asks the issuer (OpenID Connect Discovery).
    pub jwks_url: Option<String>,
    /// The claim that grants, with dots between its members.
    pub scope_claim: String,
    /// The claim by which somebody is known here, for good.
    pub name_claim: String,
    /// What the values of the claim grant.
    pub grants: Grants,
}

/// What values of a claim grant. A value that is not named grants nothing.
///
/// Written as `newsroom-editor=write publish preview, newsroom-admin=admin`: values, and the scopes or roles that each
/// grants. Where a role and a scope have one name, it is the role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grants(Vec<(String, Scopes)>);

impl Grants {
    /// What these values grant together.
    #[must_use]
    pub fn of<'a>(&self, values: impl IntoIterator<Item = &'a str>) -> Scopes {
        let of_value = |value| self.0.iter().filter(move |(name, _)| name == value);
        values.into_iter().flat_map(of_value).fold(Scopes::default(), |all, (_, scopes)| all.and(*scopes))
    }
}

impl FromStr for Grants {
    type Err = String;

    /// # Errors
    /// What the text must be, as the end of a sentence.
    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(grant).collect::<Result<_, _>>().map(Self)
    }
}

fn grant(part: &str) -> Result<(String, Scopes), String> {
    const FORM: &str = "must be values of the claim with what each grants, joined by commas, such as \
                        newsroom-editor=editor, newsroom-desk=write publish";
    let (value, granted) = part.rsplit_once('=').ok_or(FORM)?;
    let (value, mut granted) = (value.trim(), granted.split_whitespace().peekable());
    if value.is_empty() || granted.peek().is_none() {
        return Err(FORM.to_owned());
    }
    let scopes = granted.map(named).collect::<Result<Vec<_>, _>>()?;
    Ok((value.to_owned(), scopes.into_iter().fold(Scopes::default(), Scopes::and)))
}

fn named(name: &str) -> Result<Scopes, String> {
    let scope = || Scope::parse(name).map(|scope| Scopes::of(&[scope]));
    Role::parse(name).map(Role::scopes).or_else(scope).ok_or_else(|| {
        let scopes = Scope::ALL.iter().map(|scope| scope.as_str());
        let scopes = scopes.filter(|scope| Role::parse(scope).is_none());
        let all: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).chain(scopes).collect();
        format!("must name scopes and roles, and {name} is neither. There are: {}", all.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_grant_what_is_written_and_nothing_else() {
        let grants: Grants =
            "desk=write publish, Web Editors=editor,root=admin, a=b=read, desk = kill".parse().unwrap();
        assert_eq!(grants.of(["desk"]).to_string(), "write,publish,kill");
        assert_eq!(grants.of(["Web Editors", "unknown"]), Role::Editor.scopes());
        assert_eq!(grants.of(["root"]), Scopes::all(), "admin is the role");
        assert_eq!(grants.of(["a=b"]).to_string(), "read");
        assert_eq!(grants.of(["Desk", "web editors", ""]), Scopes::default());
        assert_eq!("".parse(), Ok(Grants::default()));
    }

    #[test]
    fn a_mapping_that_says_nothing_is_refused() {
        for wrong in ["desk", "desk=", "=write", "desk=fly", "desk=write,publish"] {
            assert!(wrong.parse::<Grants>().is_err(), "{wrong}");
        }
    }
}
