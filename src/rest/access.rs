//! Access at the REST door: who am I, keys, the audit, and several writes at once.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::desk;
use super::openapi::shapes;
use crate::app::access::{self, NewKey, Token};
use crate::app::audit;
use crate::domain::access::{AccessKey, Role};
use crate::domain::audit::{Happening, Record};
use crate::domain::{Caller, Error, ErrorCode, Result, Scope, Scopes};
use crate::http::answer::{NO_STORE, confidential};
use crate::http::route::{Method, Methods};
use crate::http::{Client, Form, Parameter, Parameters, Problem, request as sent, request::Body};

/// An operation beside the collections.
pub(super) struct Operation {
    pub method: Method,
    pub path: &'static str,
    pub name: &'static str,
    pub tag: &'static str,
    /// The scope that it needs; several writes need those of each.
    pub scope: Option<Scope>,
    pub summary: &'static str,
    pub doc: &'static str,
    pub variables: &'static [Parameter],
    pub parameters: &'static [&'static [Parameter]],
    pub statuses: &'static [u16],
}

const AUDIT: &[Parameter] = &[
    Parameter { name: "actor", form: Form::Text("operator"), doc: "By this actor, as `by` has it." },
    Parameter { name: "entry", form: Form::Id, doc: "About this entry." },
    Parameter { name: "action", form: Form::Text("publish"), doc: "Of this action." },
    Parameter { name: "outcome", form: Form::OneOf(&["done", "denied"]), doc: "Done, or denied." },
    Parameter { name: "since", form: Form::Time, doc: "At this moment or later." },
    Parameter { name: "until", form: Form::Time, doc: "Before this moment." },
    Parameter { name: "first", form: Form::Size, doc: "How many records: 1 to 100, usually 20." },
    Parameter { name: "before", form: Form::Number, doc: "Only records of a smaller number." },
];

const KEY: &[Parameter] = &[Parameter { name: "id", form: Form::Id, doc: "The id of the key." }];

const LINK: &[Parameter] = &[Parameter { name: "id", form: Form::Id, doc: "The id of the link." }];

const PLAIN: Operation = Operation {
    method: Method::Get,
    path: "",
    name: "",
    tag: "Access",
    scope: None,
    summary: "",
    doc: "",
    variables: &[],
    parameters: &[],
    statuses: &[400, 401, 503],
};

/// All of them.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/v1/whoami",
        name: "get_whoami",
        summary: "Who am I",
        doc: "Who the server takes you for, and what you may do.",
        ..PLAIN
    },
    Operation {
        path: "/v1/keys",
        name: "list_keys",
        scope: Some(Scope::Admin),
        summary: "All keys",
        doc: "All keys, the oldest first, without their secrets.",
        statuses: &[400, 401, 403, 503],
        ..PLAIN
    },
    Operation {
        method: Method::Post,
        path: "/v1/keys",
        name: "create_key",
        scope: Some(Scope::Admin),
        summary: "Make a key",
        doc: "Makes a key with a `role` or with `scopes`. The key itself is in this answer and nowhere else. A request \
              that comes again with its `Idempotency-Key` makes no other key, and is told which one it has made.",
        statuses: &[400, 401, 403, 409, 413, 415, 422, 503],
        ..PLAIN
    },
    Operation {
        method: Method::Post,
        path: "/v1/keys/{id}/revoke",
        name: "revoke_key",
        scope: Some(Scope::Admin),
        summary: "Revoke a key",
        doc: "Ends a key at once.",
        variables: KEY,
        statuses: &[400, 401, 403, 404, 503],
        ..PLAIN
    },
    Operation {
        method: Method::Post,
        path: "/v1/keys/{id}/rotate",
        name: "rotate_key",
        scope: Some(Scope::Admin),
        summary: "Rotate a key",
        doc: "Makes a key that takes the place of another, which is accepted for another 24 hours.",
        variables: KEY,
        statuses: &[400, 401, 403, 404, 409, 503],
        ..PLAIN
    },
    Operation {
        method: Method::Post,
        path: "/v1/preview-links/{id}/revoke",
        name: "revoke_preview_link",
        tag: "Desk",
        scope: Some(Scope::Write),
        summary: "Revoke a preview link",
        doc: "Ends a preview link at once.",
        variables: LINK,
        statuses: &[400, 401, 403, 404, 503],
        ..PLAIN
    },
    Operation {
        path: "/v1/audit",
        name: "list_audit",
        scope: Some(Scope::Admin),
        summary: "The audit",
        doc: "Every write, and every attempt that was denied, newest first.",
        parameters: &[AUDIT],
        statuses: &[400, 401, 403, 503],
        ..PLAIN
    },
    Operation {
        method: Method::Post,
        path: "/v1/batch",
        name: "batch",
        tag: "Desk",
        summary: "Several writes at once",
        doc: "Up to 100 writes in one transaction, in their order: all of them or none. Each names `action`, `type`, \
              `id` and `expectedVersion` or `expectedRevision`, and what its own operation takes; `create` has `content`, `save` has \
              `patch`. Pointers in errors begin with `/writes/` and the number of the write.",
        statuses: &[400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 451, 503],
        ..PLAIN
    },
];

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(Methods::new("/v1/whoami").get(whoami))
        .service(Methods::new("/v1/keys").get_and_post(list_keys, create_key))
        .service(Methods::new("/v1/keys/{id}/revoke").post(revoke_key))
        .service(Methods::new("/v1/keys/{id}/rotate").post(rotate_key))
        .service(Methods::new("/v1/preview-links/{id}/revoke").post(desk::revoke_preview_link))
        .service(Methods::new("/v1/audit").get(list_audit))
        .service(Methods::new("/v1/batch").post(desk::batch));
}

/// Who the server takes a client for.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Whoami)]
pub(super) struct WhoamiBody {
    /// `anonymous`, `key:` and an id, or `subject:` with issuer and subject.
    actor: String,
    /// By what you are known.
    #[schema(value_type = shapes::CredentialName)]
    credential: &'static str,
    /// What the issuer of your token calls you, when you have one.
    subject: Option<String>,
    /// What may be done.
    #[schema(value_type = Vec<shapes::ScopeName>)]
    scopes: Vec<&'static str>,
    /// The first moment at which your key, link or token is not accepted any more.
    #[schema(format = DateTime)]
    expires_at: Option<String>,
    /// The key, when there is one.
    key: Option<KeyBody>,
}

/// A key, without its secret.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Key)]
pub(super) struct KeyBody {
    /// Its id; it stands in the key too.
    #[schema(format = Uuid)]
    id: String,
    /// What it is for.
    name: String,
    /// What it may do.
    #[schema(value_type = Vec<shapes::ScopeName>)]
    scopes: Vec<&'static str>,
    /// When it was made.
    #[schema(format = DateTime)]
    created_at: String,
    /// By whom.
    created_by: String,
    /// The first moment at which it is not accepted any more.
    #[schema(format = DateTime)]
    expires_at: Option<String>,
    /// When it was revoked.
    #[schema(format = DateTime)]
    revoked_at: Option<String>,
    /// When it was used last, to the minute.
    #[schema(format = DateTime)]
    last_used_at: Option<String>,
    /// The key itself; only in the answer that makes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    token: Option<String>,
}

/// All keys.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Keys)]
pub(super) struct KeysBody {
    /// The oldest first.
    data: Vec<KeyBody>,
}

/// A part of the audit.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Audit)]
pub(super) struct AuditBody {
    /// The newest first.
    data: Vec<HappeningBody>,
    /// Whether there are older ones: ask with `before` and the last number.
    has_more: bool,
}

/// Something that was done or denied.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Happening)]
struct HappeningBody {
    /// Its number.
    number: i64,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// Who.
    by: String,
    /// From where.
    address: Option<String>,
    /// What: the name of an action on an entry, such as `create`, `save`, `upload`, `replace file` or `publish`;
    /// `create key`, `rotate key`, `revoke key`, `list keys`; `create preview link`, `revoke preview link`,
    /// `list preview links`, `preview`; `trust documents`, `revoke document`, `list documents`; `read`, `read drafts`,
    /// `read under embargo`, `read audit`.
    action: String,
    /// `done` or `denied`.
    outcome: &'static str,
    /// The kind of the entry.
    entry_type: Option<&'static str>,
    /// The entry.
    #[schema(format = Uuid)]
    entry: Option<String>,
    /// Its newest revision before.
    revision_before: Option<u32>,
    /// And after.
    revision_after: Option<u32>,
    /// Why.
    note: Option<String>,
}

/// A key to be made: with a role or with scopes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewKey)]
pub(super) struct NewKeyBody {
    /// What it is for.
    name: String,
    /// A usual set of scopes.
    #[serde(default)]
    #[schema(value_type = Option<shapes::RoleName>)]
    role: Option<String>,
    /// What it may do.
    #[serde(default)]
    #[schema(value_type = Option<Vec<shapes::ScopeName>>)]
    scopes: Option<Vec<String>>,
    /// The first moment at which it is not accepted any more.
    #[serde(default)]
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

async fn whoami(Client(context): Client, request: HttpRequest) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let key = access::own_key(&context).await?;
    Ok(confidential(&WhoamiBody::of(&context.caller, key.map(|key| KeyBody::of(&key, None)))))
}

async fn list_keys(Client(context): Client, request: HttpRequest) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let keys = access::list(&context).await?;
    Ok(confidential(&KeysBody { data: keys.iter().map(|key| KeyBody::of(key, None)).collect() }))
}

async fn create_key(
    Client(context): Client,
    request: HttpRequest,
    Body(body): Body,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let new = new_key(sent::json(&request, &body)?)?;
    let (key, token) = access::create(&context, new, sent::once(&request, &body)?).await?;
    let mut response = HttpResponse::Created();
    response.insert_header((CACHE_CONTROL, NO_STORE));
    Ok(response.json(KeyBody::of(&key, Some(&token))))
}

async fn revoke_key(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    Ok(confidential(&KeyBody::of(&access::revoke(&context, id.parse()?).await?, None)))
}

async fn rotate_key(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let (key, token) = access::rotate(&context, id.parse()?).await?;
    Ok(confidential(&KeyBody::of(&key, Some(&token))))
}

async fn list_audit(Client(context): Client, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), &[AUDIT])?;
    let (filter, size) = (filter(&parameters)?, parameters.size("first")?);
    let (found, has_more) = audit::list(&context, filter, size).await?;
    Ok(confidential(&AuditBody { data: found.into_iter().map(HappeningBody::of).collect(), has_more }))
}

fn filter(parameters: &Parameters) -> Result<audit::Filter> {
    let done = |word: &str| match word {
        "done" => Some(true),
        "denied" => Some(false),
        _ => None,
    };
    let id = parameters.get("entry").map(|id| id.parse().map_err(|error: Error| error.at("?entry")));
    Ok(audit::Filter {
        actor: parameters.get("actor").map(str::to_owned),
        entry: id.transpose()?,
        action: parameters.get("action").map(str::to_owned),
        done: parameters.one_of("outcome", done)?,
        since: parameters.time("since")?,
        until: parameters.time("until")?,
        before: parameters.number("before")?.map(i64::from),
    })
}

fn new_key(body: serde_json::Value) -> Result<NewKey> {
    let body: NewKeyBody = sent::fit(body)?;
    let NewKeyBody { name, role, scopes, expires_at } = body;
    let scopes = match (role, scopes) {
        (Some(role), None) => Role::parse(&role).map(Role::scopes).ok_or_else(|| {
            let all: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
            let detail = format!("There is no role {role}. Possible are: {}.", all.join(", "));
            Error::new(ErrorCode::ValidationFailed, detail).at("/role")
        })?,
        (None, Some(scopes)) => scopes.join(",").parse()?,
        _ => {
            let detail = "Name either a role or scopes.";
            return Err(Error::new(ErrorCode::ValidationFailed, detail).at("/role"));
        }
    };
    let expires_at = sent::time("/expiresAt", expires_at)?;
    Ok(NewKey { name, scopes, expires_at })
}

impl WhoamiBody {
    fn of(caller: &Caller, key: Option<KeyBody>) -> Self {
        let Caller { actor, scopes, address: _, preview: _, expires_at } = caller;
        Self {
            actor: actor.to_string(),
            credential: actor.credential().as_str(),
            subject: actor.subject().map(str::to_owned),
            scopes: names(*scopes),
            expires_at: expires_at.map(|at| at.to_string()),
            key,
        }
    }
}

impl KeyBody {
    fn of(key: &AccessKey, token: Option<&Token>) -> Self {
        let AccessKey { id, name, scopes, created_at, created_by, expires_at, revoked_at, last_used_at } =
            key;
        let moment = |at: &Option<crate::domain::Timestamp>| at.map(|at| at.to_string());
        Self {
            id: id.to_string(),
            name: name.clone(),
            scopes: names(*scopes),
            created_at: created_at.to_string(),
            created_by: created_by.to_string(),
            expires_at: moment(expires_at),
            revoked_at: moment(revoked_at),
            last_used_at: moment(last_used_at),
            token: token.map(Token::reveal),
        }
    }
}

impl HappeningBody {
    fn of(happening: Happening) -> Self {
        let Happening { sequence, at, actor, address, record } = happening;
        let Record { action, done, entry, before, after, note } = record;
        let (kind, id) = entry.unzip();
        Self {
            number: sequence,
            at: at.to_string(),
            by: actor.to_string(),
            address: address.map(|address| address.to_string()),
            action,
            outcome: if done { "done" } else { "denied" },
            entry_type: kind.map(crate::domain::Kind::as_str),
            entry: id.map(|id| id.to_string()),
            revision_before: before,
            revision_after: after,
            note,
        }
    }
}

fn names(scopes: Scopes) -> Vec<&'static str> {
    scopes.iter().map(Scope::as_str).collect()
}
