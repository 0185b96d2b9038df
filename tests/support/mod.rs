//! What several tests need.

pub(crate) mod client;
pub(crate) mod corpus;
pub(crate) mod database;
pub(crate) mod desk;
pub(crate) mod folder;
pub(crate) mod issuer;
pub(crate) mod postgres;
pub(crate) mod process;
pub(crate) mod sample;
pub(crate) mod shared;
pub(crate) mod xml;

/// Tests that run on both databases, each on a copy of its own: `name::sqlite` and `name::postgres`.
macro_rules! on_both_databases {
    ($contents:ident; $($(#[$doc:meta])* async fn $name:ident($app:ident: &App) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn test($app: &App) $body

            #[test]
            fn sqlite() {
                $crate::support::run_on($crate::support::database::Backend::Sqlite, $crate::support::database::Contents::$contents, async |app| test(&app).await);
            }

            #[test]
            fn postgres() {
                $crate::support::run_on($crate::support::database::Backend::Postgres, $crate::support::database::Contents::$contents, async |app| test(&app).await);
            }
        }
    )*};
}
pub(crate) use on_both_databases;

/// Runs a test on a database, or says that there is none.
pub(crate) fn run_on(
    backend: database::Backend,
    contents: database::Contents,
    test: impl AsyncFnOnce(dateline::app::App),
) {
    if let Some(app) = database::app(backend, contents) {
        actix_web::rt::System::new().block_on(test(app));
    }
}
