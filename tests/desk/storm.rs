//! Many writers at once.

use dateline::app::desk::{self, Action, Command};
use dateline::app::{App, change, upkeep};
use dateline::domain::{ErrorCode, Kind};
use serde_json::json;

use super::article;
use crate::support::desk::{act, operator};
use crate::support::on_both_databases;

on_both_databases! { Nothing;
    /// Each save becomes a revision or is told that somebody was faster: none is lost, none counts twice.
    async fn every_save_becomes_a_revision_or_is_refused(app: &App) {
        const CLIENTS: usize = 32;
        let entry = act(app, Kind::Article, None, None, Action::Create(article("storm"))).await.expect("it is made");
        let id = entry.revision.id;
        let clients = (0..CLIENTS).map(|client| {
            let context = operator(app);
            actix_web::rt::spawn(async move {
                let (mut saved, mut refused, mut seen) = (Vec::new(), 0, 1);
                for attempt in 0..1000 / CLIENTS {
                    let action = Action::Save(json!({ "title": format!("{client}-{attempt}") }));
                    let command = Command { kind: Kind::Article, id: Some(id), expected: Some(seen.into()), note: None, action };
                    match desk::carry_out(&context, command, None).await {
                        Ok(entry) => {
                            seen = entry.revision.number;
                            saved.push((seen, format!("{client}-{attempt}")));
                        }
                        Err(error) => {
                            assert_eq!(error.code, ErrorCode::PreconditionFailed, "{error}");
                            refused += 1;
                            seen = desk::entry(&context, Kind::Article, id).await.expect("it is there").revision.number;
                        }
                    }
                }
                (saved, refused)
            })
        });
        let (mut saved, mut refused) = (Vec::new(), 0);
        for client in clients.collect::<Vec<_>>() {
            let (some, others) = client.await.expect("it does not panic");
            saved.extend(some);
            refused += others;
        }
        assert_eq!(saved.len() + refused, 1000 / CLIENTS * CLIENTS);
        saved.sort_unstable();
        assert_eq!(saved.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (2..=u32::try_from(saved.len()).expect("few") + 1).collect::<Vec<_>>());
        for (number, title) in saved.iter().step_by(7) {
            let revision = desk::revision(&operator(app), Kind::Article, id, *number).await.expect("it is there");
            assert_eq!(revision.content.outline().title, *title);
        }
        let log = change::after(app, 0, 5000).await.expect("the log");
        assert!(log.iter().zip(1..).all(|(change, number)| change.sequence == number), "the log has no gaps");
        assert_eq!(log.len(), saved.len() + 1);
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }
}
