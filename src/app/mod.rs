//! What may be done: every use case is a function here, and every door calls it.
//!
//! A use case authorises, validates, runs one transaction and logs the change. It knows nothing of HTTP, JSON of
//! answers or GraphQL.
//!
//! * [`change`]: the log of what was committed
//! * [`read`]: entries by id, by address and in lists, with what a [`Shape`](crate::domain::Shape) asks for
//! * [`graph`]: what was loaded along
//! * [`live`]: following the log while it grows
//! * [`site`]: the newsroom's own site, and what its addresses mean
//! * [`resolve`]: which entry stands at an address of it, stood there, or has moved from there
//! * [`access`]: who calls, and keys
//! * [`neighbours`]: the articles right before and right behind one
//! * [`section`]: the tree of sections, with the numbers of their articles
//! * [`desk`]: everything that can be done to entries
//! * [`overview`]: how much there is, for whoever comes for the first time
//! * [`review`]: facts that somebody must look at again
//! * [`search`]: entries that match a query, the best first
//! * [`media`]: pictures, taken in and given out
//! * [`persisted`]: documents of GraphQL that are kept
//! * [`audit`]: who did what
//! * [`import`]: records from elsewhere
//! * [`upkeep`]: verifying and rebuilding what is derived

pub mod access;
pub mod audit;
pub mod change;
pub mod clock;
pub mod desk;
pub mod graph;
pub mod import;
pub mod live;
pub mod media;
mod named;
pub mod neighbours;
pub mod overview;
pub mod persisted;
pub mod read;
pub mod resolve;
pub mod review;
pub mod search;
pub mod section;
pub mod site;
mod spread;
pub mod upkeep;

use std::sync::Arc;

use access::oidc::Issuer;
pub use clock::{Clock, Ids};
pub use graph::Graph;
pub use live::Live;
pub use media::Media;
pub use persisted::Persisted;
pub use read::Listing;
pub use site::Site;

use crate::domain::{
    AsOf, Caller, DocumentMode, Error, ErrorCode, Oidc, Perspective, Result, Scope, Timestamp,
};
use crate::store::Store;

/// The application: what every use case needs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    store: Store,
    clock: Clock,
    ids: Ids,
    site: Arc<Site>,
    access: Access,
    issuer: Option<Issuer>,
    media: Media,
    persisted: Persisted,
    counted: overview::Counted,
    live: Live,
}

/// Who may do what without being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// Whether what is public can be read without a key.
    pub public_reading: bool,
}

impl Default for Access {
    fn default() -> Self {
        Self { public_reading: true }
    }
}

impl App {
    /// Puts the application together.
    #[must_use]
    pub fn new(store: Store, clock: Clock, ids: Ids, site: Site) -> Self {
        let (access, media) = (Access::default(), Media::default());
        let (persisted, counted) = (Persisted::new(DocumentMode::Apq), overview::Counted::default());
        let live = Live::default();
        Self {
            store,
            clock,
            ids,
            site: Arc::new(site),
            access,
            issuer: None,
            media,
            persisted,
            counted,
            live,
        }
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

    /// Who may do what without being asked.
    #[must_use]
    pub const fn access(&self) -> Access {
        self.access
    }

    /// The same application with other rules of access.
    #[must_use]
    pub fn with_access(self, access: Access) -> Self {
        Self { access, ..self }
    }

    /// The issuer whose tokens are accepted.
    #[must_use]
    pub const fn issuer(&self) -> Option<&Issuer> {
        self.issuer.as_ref()
    }

    /// The same application, accepting the tokens of an issuer.
    #[must_use]
    pub fn with_issuer(self, trust: Option<Oidc>) -> Self {
        Self { issuer: trust.map(Issuer::new), ..self }
    }

    /// Pictures.
    #[must_use]
    pub const fn media(&self) -> &Media {
        &self.media
    }

    /// The same application with pictures elsewhere.
    #[must_use]
    pub fn with_media(self, media: Media) -> Self {
        Self { media, ..self }
    }

    /// Documents of GraphQL that are kept.
    #[must_use]
    pub const fn persisted(&self) -> &Persisted {
        &self.persisted
    }

    /// The same application with other documents that run.
    #[must_use]
    pub fn with_persisted(self, persisted: Persisted) -> Self {
        Self { persisted, ..self }
    }

    /// Whoever follows the log here.
    #[must_use]
    pub const fn live(&self) -> &Live {
        &self.live
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it does not.
    pub async fn check(&self) -> Result<()> {
        self.store.read(crate::store::entry::is_empty).await.map(|_| ())
    }
}

/// Who calls, and through which application. Use cases take it first.
#[derive(Clone, Debug)]
pub struct Context {
    /// The application.
    pub app: App,
    /// Who calls, and what they may do.
    pub caller: Caller,
}

impl Context {
    /// What a read is of: the present when no moment is named. This is where reading is authorised.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `FORBIDDEN` without the scope that it needs; `FUTURE_NOT_PUBLIC` for a moment that has not come,
    /// without the scope `preview`; `INVALID_PARAMETER` for a moment together with drafts, which have none.
    pub async fn as_of(&self, wanted: Option<Timestamp>, perspective: Perspective) -> Result<AsOf> {
        let now = self.app.now();
        if perspective == Perspective::Draft {
            audit::require(self, Scope::Preview, "read drafts", None).await?;
            if wanted.is_some() {
                return Err(Error::parameter(
                    "asOf",
                    "Drafts have no moment. Leave asOf or perspective out.",
                ));
            }
            return Ok(AsOf::Drafts);
        }
        audit::require(self, Scope::Read, "read", None).await?;
        if perspective == Perspective::Embargoed {
            audit::require(self, Scope::Embargo, "read under embargo", None).await?;
            return match wanted {
                Some(_) => Err(Error::parameter(
                    "asOf",
                    "What is under embargo is read now. Leave asOf or perspective out.",
                )),
                None => Ok(AsOf::Embargoed(now)),
            };
        }
        match wanted {
            None => Ok(match self.caller.preview {
                Some((entry, revision)) => AsOf::Preview { now, entry, revision },
                None => AsOf::Now(now),
            }),
            Some(moment) if moment <= now || self.caller.scopes.contains(Scope::Preview) => {
                Ok(AsOf::Then(moment))
            }
            Some(moment) => {
                let detail = format!(
                    "{moment} has not come yet. asOf may name a moment up to now, which is {now}; with the scope \
                     preview also a later one."
                );
                Err(Error::new(ErrorCode::FutureNotPublic, detail).at("?asOf"))
            }
        }
    }

    /// Whether an answer is for the caller alone: somebody without credentials would not get it.
    #[must_use]
    pub fn is_confidential(&self, as_of: AsOf) -> bool {
        let ahead = match as_of {
            AsOf::Drafts | AsOf::Embargoed(_) | AsOf::Preview { .. } => true,
            AsOf::Now(_) => false,
            AsOf::Then(moment) => moment > self.app.now(),
        };
        ahead || !self.app.access.public_reading
    }
}
