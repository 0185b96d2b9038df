//! What may be done: every use case is a function here, and every door calls it.
//!
//! A use case authorises, validates, runs one transaction and logs the change. It knows nothing of HTTP, JSON of
//! answers or GraphQL.
//!
//! * [`change`]: the log of what was committed
//! * [`read`]: entries by id, by address and in lists, with what a [`Shape`](crate::domain::Shape) asks for
//! * [`graph`]: what was loaded along
//! * [`entry`]: saving, publishing, withdrawing
//! * [`import`]: records from elsewhere
//! * [`upkeep`]: verifying and rebuilding what is derived

pub mod change;
pub mod clock;
pub mod entry;
pub mod graph;
pub mod import;
pub mod read;
pub mod upkeep;

use std::sync::Arc;

pub use clock::{Clock, Ids};
pub use graph::Graph;
pub use read::Listing;

use crate::domain::{Actor, AsOf, Error, ErrorCode, Result, Timestamp};
use crate::store::Store;

/// The application: what every use case needs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    store: Store,
    clock: Clock,
    ids: Ids,
    site: Arc<Site>,
}

/// Where the newsroom itself is on the web, for links in feeds and in rendered bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The newsroom's name.
    pub name: String,
    /// The address of an article: `https://news.example.org/{locale}/{slug}`.
    pub article_url: String,
    /// The front page.
    pub home_url: String,
    /// Where clients reach this server, without a slash at the end.
    pub public_url: String,
    /// The authority of `tag:` ids (RFC 4151): a domain and a year in which the newsroom held it.
    pub tag_authority: String,
}

impl Site {
    /// The address of an article.
    #[must_use]
    pub fn article_url(&self, article: &crate::domain::Article) -> String {
        self.url_of(article.locale.as_str(), article.slug.as_str())
    }

    /// The address of the article of a locale and slug.
    #[must_use]
    pub fn url_of(&self, locale: &str, slug: &str) -> String {
        let slug: String = url::form_urlencoded::byte_serialize(slug.as_bytes()).collect();
        self.article_url.replace("{locale}", locale).replace("{slug}", &slug)
    }
}

impl App {
    /// Puts the application together.
    #[must_use]
    pub fn new(store: Store, clock: Clock, ids: Ids, site: Site) -> Self {
        Self { store, clock, ids, site: Arc::new(site) }
    }

    /// The database.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Where the newsroom is on the web.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The moment that a reader asks for; the present when none is named.
    ///
    /// # Errors
    /// `FUTURE_NOT_PUBLIC` for a moment that has not come.
    pub fn as_of(&self, wanted: Option<Timestamp>) -> Result<AsOf> {
        let now = self.now();
        match wanted {
            None => Ok(AsOf::Now(now)),
            Some(moment) if moment <= now => Ok(AsOf::Then(moment)),
            Some(moment) => {
                let detail =
                    format!("{moment} has not come yet. asOf may name a moment up to now, which is {now}.");
                Err(Error::new(ErrorCode::FutureNotPublic, detail).at("?asOf"))
            }
        }
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it does not.
    pub async fn check(&self) -> Result<()> {
        self.store.read(crate::store::entry::is_empty).await.map(|_| ())
    }
}

/// Who acts, and through which application. Use cases that write take it first.
#[derive(Clone, Debug)]
pub struct Context {
    /// The application.
    pub app: App,
    /// Who acts.
    pub actor: Actor,
}
