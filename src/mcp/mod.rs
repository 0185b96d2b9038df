//! The door for agents: the Model Context Protocol over HTTP (revisions 2025-03-26 to 2025-11-25). There are no sessions:
//! each request is answered by itself, so any node can answer it.
//!
//! The SDK of the protocol reads the messages and dispatches them ([`agent`]); what can be done is in the table of
//! [`tool`]. Nothing here can make anything public: see [`proposing`].

mod agent;
mod changes;
mod citation;
mod proposing;
mod reading;
mod searching;
mod tool;

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use rmcp::model::{ClientJsonRpcMessage, ErrorData, JsonRpcMessage, ProtocolVersion, ServerJsonRpcMessage};
use rmcp::service::{RoleServer, serve_directly};
use rmcp::transport::OneshotTransport;

use self::agent::Agent;
use crate::app::Context;
use crate::domain::{Error, ErrorCode};
use crate::http::request::Body;
use crate::http::route::Methods;
use crate::http::{Client, Problem, json, origin};

/// Where the door stands.
pub const PATH: &str = "/mcp";

/// The revisions of the protocol that are spoken: those that have this transport and begin with a handshake.
const REVISIONS: [ProtocolVersion; 3] =
    [ProtocolVersion::V_2025_03_26, ProtocolVersion::V_2025_06_18, ProtocolVersion::V_2025_11_25];

/// The origins whose pages may ask; `*` is any.
#[derive(Clone, Debug)]
struct Origins(Vec<String>);

/// The routes of the door. Pages of `origins` may ask; programs that are no browsers name none.
pub fn routes(origins: Vec<String>) -> impl FnOnce(&mut ServiceConfig) + Clone {
    move |config| {
        config.app_data(Data::new(Origins(origins))).service(Methods::new(PATH).post(answer));
    }
}

async fn answer(
    Client(context): Client,
    origins: Data<Origins>,
    Body(body): Body,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    check_origin(&request, &origins)?;
    check_version(&request)?;
    match read(&body) {
        Ok(message @ JsonRpcMessage::Request(_)) => Ok(answered(&dispatch(context, message).await?)),
        // Notifications and answers ask for nothing.
        Ok(_) => Ok(HttpResponse::Accepted().finish()),
        // In the form of the protocol (JSON-RPC 2.0 §5.1).
        Err(error) => Ok(answered(&serde_json::json!({ "jsonrpc": "2.0", "id": null, "error": error }))),
    }
}

/// Lets the SDK answer one request.
async fn dispatch(context: Context, message: ClientJsonRpcMessage) -> Result<ServerJsonRpcMessage, Error> {
    let (transport, mut answers) = OneshotTransport::<RoleServer>::new(message);
    let service = serve_directly(Agent::new(context), transport, None);
    let answer = answers.recv().await;
    drop(service);
    answer.ok_or_else(|| Error::internal("an agent was not answered"))
}

/// The message in a body, or what is wrong with it.
fn read(body: &[u8]) -> Result<ClientJsonRpcMessage, ErrorData> {
    let message = json::read("body", body).map_err(|detail| ErrorData::parse_error(detail, None))?;
    let other =
        |error| ErrorData::invalid_request(format!("This is no message of the protocol: {error}."), None);
    serde_json::from_value(message).map_err(other)
}

fn answered(answer: &impl serde::Serialize) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(answer)
}

/// A client that speaks another revision is told so (Streamable HTTP, Protocol Version Header). Without the header it speaks
/// the first.
fn check_version(request: &HttpRequest) -> Result<(), Error> {
    let Some(version) = request.headers().get("mcp-protocol-version") else { return Ok(()) };
    if REVISIONS.iter().any(|known| version == known.as_str()) {
        return Ok(());
    }
    let known: Vec<&str> = REVISIONS.iter().map(ProtocolVersion::as_str).collect();
    let detail = format!("MCP-Protocol-Version must be one of {}.", known.join(", "));
    Err(Error::new(ErrorCode::InvalidParameter, detail))
}

/// A page of another site may not ask through a browser that can reach a server of the house (DNS rebinding).
fn check_origin(request: &HttpRequest, Origins(allowed): &Origins) -> Result<(), Error> {
    match origin::foreign(request, allowed) {
        Some(_) => Err(Error::new(ErrorCode::Forbidden, "Pages of this origin may not ask here.")),
        None => Ok(()),
    }
}
