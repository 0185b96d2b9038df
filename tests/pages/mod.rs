//! The pages for people: true, private where they must be, and made of nothing from elsewhere.

mod contents;
mod delivery;

use actix_web::test::TestRequest;
use dateline::app::App;

use crate::support::client::{Reply, send};

/// What browsers ask for.
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

/// The pages, and an address in them for each of the files that they are made of.
const PAGES: [&str; 3] = ["/", "/docs", "/graphiql"];

/// GET, as a browser does it.
async fn visit(app: &App, path: &str) -> Reply {
    send(app, TestRequest::get().uri(path).insert_header(("accept", BROWSER))).await
}

/// The values of an attribute in a document of ours, in which quotation marks only ever stand around these.
fn attribute(html: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let values = html.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    values.map(|value| value.replace("&amp;", "&")).collect()
}
