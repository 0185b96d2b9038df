//! The picture of an entry.

use url::Url;

/// A picture with what must be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Where the picture is.
    pub url: String,
    /// Width in pixels, when known.
    pub width: Option<u32>,
    /// Height in pixels, when known.
    pub height: Option<u32>,
    /// The media type, when known; [`image_type`] tells it from most addresses.
    pub mime_type: Option<String>,
    /// What can be seen; empty for a picture that only decorates.
    pub alt: String,
    /// What readers should know about it; plain text.
    pub caption: Option<String>,
    /// Whose it is, as printed.
    pub credit: Option<String>,
    /// The address of its licence.
    pub licence_url: Option<String>,
}

impl Media {
    /// The caption, or else what can be seen; `None` when neither is written.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.caption.as_deref().or(Some(self.alt.as_str())).filter(|text| !text.trim().is_empty())
    }
}

/// The media type of the picture at `url`, as far as the ending of its path tells.
#[must_use]
pub fn image_type(url: &str) -> Option<&'static str> {
    let url = Url::parse(url).ok()?;
    let (_, ending) = url.path().rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => Some("image/jpeg"),
        "png" => Some("image/png"),
        "gif" => Some("image/gif"),
        "webp" => Some("image/webp"),
        "avif" => Some("image/avif"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}
