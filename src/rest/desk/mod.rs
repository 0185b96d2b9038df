//! The desk at the REST door: writing entries, reading their working copies and their history.
//!
//! The handlers are the same for all kinds. A table says which operations there are; routing, the `OpenAPI` document and
//! the table of who may do what all go through it.

mod answer;
mod diff;
mod handler;
mod input;
mod preview;
pub(super) mod table;
pub(super) mod written;

use actix_web::web::ServiceConfig;

pub(super) use answer::entry as answer_entry;
pub(super) use answer::{EntryBody, HistoryBody, RevisionBody, UsageBody};
pub(super) use diff::DiffBody;
pub(super) use handler::{batch, create, save};
pub(super) use preview::{NewLinkBody, PreviewLinkBody, PreviewLinksBody, revoke as revoke_preview_link};

use super::media;
use super::resource::Resource;
use crate::domain::Kind;
use crate::http::route;

/// Registers what stands below an entry; creating and saving stand beside the reads of the same addresses.
pub(super) fn routes<R: Resource>(config: &mut ServiceConfig) {
    for operation in table::below::<R>() {
        let path = operation.path::<R>();
        let resource = route::Methods::new(&path);
        config.service(match operation.does {
            table::Does::WorkingCopy => resource.get(handler::working_copy::<R>),
            table::Does::Revisions => resource.get(handler::revisions::<R>),
            table::Does::Revision => resource.get(handler::revision::<R>),
            table::Does::Diff => resource.get(handler::diff::<R>),
            table::Does::UsedIn => resource.get(handler::used_in),
            table::Does::PreviewLinks => resource.get_and_post(preview::list::<R>, preview::create::<R>),
            table::Does::Upload => resource.post(media::upload),
            table::Does::Fetch => resource.post(media::fetch),
            table::Does::ReplaceFile => resource.post(media::replace),
            table::Does::Act(_) => resource.post(handler::act::<R>),
            // They stand with the reads of the same addresses.
            table::Does::Create | table::Does::Save | table::Does::Share => continue,
        });
    }
}

/// Whether a kind has corrections, is used by others or has files: only then it has these operations.
fn has(does: table::Does, kind: Kind) -> bool {
    match does {
        table::Does::Act("correct") => matches!(kind, Kind::Article),
        table::Does::UsedIn => matches!(kind, Kind::FactBox),
        table::Does::Upload | table::Does::Fetch | table::Does::ReplaceFile => matches!(kind, Kind::Image),
        _ => true,
    }
}
