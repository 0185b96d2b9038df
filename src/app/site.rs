//! The newsroom's own site: the pages that entries have there, and the page that an address means.
//!
//! It knows addresses and no database: what stands at a page is for [`super::resolve`] to find.

use crate::domain::image::Picture;
use crate::domain::{Article, Error, Id, Image, Kind, Locale, Result};

/// Where the newsroom itself is on the web, for links in feeds and in rendered bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The newsroom's name.
    pub name: String,
    /// The address of an article: `https://news.example.org/{locale}/{slug}`.
    pub article_url: String,
    /// The address of a section, perhaps also with `{locale}`; `None` where sections have no pages.
    pub section_url: Option<String>,
    /// The same of a tag.
    pub tag_url: Option<String>,
    /// The same of an author.
    pub author_url: Option<String>,
    /// The front page.
    pub home_url: String,
    /// Where clients reach this server, without a slash at the end.
    pub public_url: String,
    /// The authority of `tag:` ids (RFC 4151): a domain and a year in which the newsroom held it.
    pub tag_authority: String,
    /// The languages of the site, the most usual first.
    pub locales: Vec<Locale>,
}

/// What the address of a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The kind of entry whose page it is.
    pub kind: Kind,
    /// The language that the address names, if it names one.
    pub locale: Option<Locale>,
    /// The slug, which may be none.
    pub slug: String,
}

/// The kinds of entry that can have pages.
const WITH_PAGES: [Kind; 4] = [Kind::Article, Kind::Section, Kind::Tag, Kind::Author];

/// The longest address that is looked at, in bytes.
const MAX_ADDRESS: usize = 2_000;

impl Site {
    /// The address of an article.
    #[must_use]
    pub fn article_url(&self, article: &Article) -> String {
        self.url_of(article.locale.as_str(), article.slug.as_str())
    }

    /// The address of an image's picture. Of one that is stored here it names the bytes: another file has another.
    #[must_use]
    pub fn image_url(&self, id: Id, image: &Image) -> String {
        match &image.picture {
            Picture::Elsewhere(url) => url.clone(),
            Picture::Stored(file) => format!("{}{MEDIA}{id}/{}", self.public_url, file.name()),
        }
    }

    /// The image whose stored picture, or a variant of it, is at `url`.
    #[must_use]
    pub fn image_at(&self, url: &str) -> Option<Id> {
        let (id, _) = url.strip_prefix(self.public_url.as_str())?.strip_prefix(MEDIA)?.split_once('/')?;
        id.parse().ok()
    }

    /// The locale and the slug of the article whose page is at `url`, when it is one of this site.
    #[must_use]
    pub fn article_at(&self, url: &str) -> Option<(String, String)> {
        let (locale, slug) =
            Asked::read(url).filter(|asked| asked.host.is_some())?.fits(&self.article_url)?;
        Some((locale?, slug))
    }

    /// The address of the article of a locale and slug.
    #[must_use]
    pub fn url_of(&self, locale: &str, slug: &str) -> String {
        filled(&self.article_url, locale, slug)
    }

    /// The address of the page of an entry. Where it needs a language and none is given, it is that of the site.
    #[must_use]
    pub fn page_url(&self, kind: Kind, locale: Option<&Locale>, slug: &str) -> Option<String> {
        let locale = locale.or_else(|| self.locales.first()).map_or("en", Locale::as_str);
        Some(filled(self.template(kind)?, locale, slug))
    }

    /// The pages that an address can mean: a path of this site, or a whole URL. What follows `?` or `#`, a slash at the
    /// end, and whether it is `http` or `https` make no difference. A URL of another host means no page.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` for what is neither.
    pub fn pages_at(&self, address: &str) -> Result<Vec<Page>> {
        let asked = Asked::read(address).filter(|_| address.len() <= MAX_ADDRESS).ok_or_else(|| {
            let detail = format!(
                "Must be a path such as /en/harbour-tunnel-opens, or an http or https URL, of at most {MAX_ADDRESS} bytes."
            );
            Error::parameter("path", detail)
        })?;
        let page = |kind| {
            let (locale, slug) = asked.fits(self.template(kind)?)?;
            let locale = locale.map(|locale| locale.parse()).transpose().ok()?;
            Some(Page { kind, locale, slug })
        };
        Ok(WITH_PAGES.into_iter().filter_map(page).collect())
    }

    fn template(&self, kind: Kind) -> Option<&str> {
        match kind {
            Kind::Article => Some(&self.article_url),
            Kind::Section => self.section_url.as_deref(),
            Kind::Tag => self.tag_url.as_deref(),
            Kind::Author => self.author_url.as_deref(),
            Kind::FactBox | Kind::Image => None,
        }
    }
}

/// Where stored pictures are served.
const MEDIA: &str = "/v1/media/";

/// An address as somebody wrote it, decoded, and without what makes no difference.
struct Asked {
    /// The host and port; `None` for a path of this site.
    host: Option<String>,
    path: String,
}

impl Asked {
    fn read(address: &str) -> Option<Self> {
        let address = address.split(['?', '#']).next()?;
        if address.starts_with('/') {
            return Some(Self { host: None, path: plain(address) });
        }
        let (host, path) = parts(address)?;
        Some(Self { host: Some(host), path: plain(path) })
    }

    /// The language and the slug, when it is an address that the template makes.
    fn fits(&self, template: &str) -> Option<(Option<String>, String)> {
        let (host, path) = parts(template)?;
        let (mut template, mut rest) = match &self.host {
            None => (plain(path), self.path.clone()),
            Some(asked) => (host + &plain(path), asked.clone() + &self.path),
        };
        let (mut locale, mut slug) = (None, None);
        while let Some((before, name, after)) = placeholder(&template) {
            let value_on = rest.strip_prefix(before)?;
            let end = after.chars().next().and_then(|next| value_on.find(next)).unwrap_or(value_on.len());
            let (value, behind) = value_on.split_at(end);
            let value = Some(value.to_owned()).filter(|value| !value.is_empty() && !value.contains('/'))?;
            *(if name == "locale" { &mut locale } else { &mut slug }) = Some(value);
            (template, rest) = (after.to_owned(), behind.to_owned());
        }
        (rest == template).then_some((locale, slug?))
    }
}

/// The host, in lower case, and the path of an http or https URL. A port that goes without saying is left out.
fn parts(url: &str) -> Option<(String, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    let usual_port = match scheme.to_ascii_lowercase().as_str() {
        "http" => ":80",
        "https" => ":443",
        _ => return None,
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = host.to_ascii_lowercase();
    let host = host.strip_suffix(usual_port).map(str::to_owned).unwrap_or(host);
    Some((host, path)).filter(|(host, _)| !host.is_empty())
}

/// A path without its encoding and without the slash at its end.
fn plain(path: &str) -> String {
    percent_decode(path.strip_suffix('/').unwrap_or(path))
}

fn filled(template: &str, locale: &str, slug: &str) -> String {
    let slug: String = url::form_urlencoded::byte_serialize(slug.as_bytes()).collect();
    template.replace("{locale}", locale).replace("{slug}", &slug)
}

/// The text before the first placeholder of a template, the placeholder's name, and what follows.
fn placeholder(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn percent_decode(text: &str) -> String {
    let pair = format!("x={}", text.replace('+', "%2B").replace('&', "%26"));
    let decoded = url::form_urlencoded::parse(pair.as_bytes()).next();
    decoded.map(|(_, value)| value.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site {
            name: "The Herald".to_owned(),
            article_url: "https://herald.example/{locale}/news/{slug}".to_owned(),
            section_url: Some("https://herald.example/{locale}/{slug}".to_owned()),
            tag_url: Some("https://topics.herald.example/{slug}/".to_owned()),
            author_url: None,
            home_url: "https://herald.example/".to_owned(),
            public_url: "https://api.herald.example".to_owned(),
            tag_authority: "herald.example,2026".to_owned(),
            locales: Vec::new(),
        }
    }

    fn at(address: &str) -> Vec<(Kind, Option<String>, String)> {
        let pages = site().pages_at(address).expect("it is an address");
        pages.into_iter().map(|page| (page.kind, page.locale.map(|it| it.to_string()), page.slug)).collect()
    }

    #[test]
    fn a_page_is_known_however_its_address_is_written() {
        let article = vec![(Kind::Article, Some("en".to_owned()), "harbour".to_owned())];
        for address in [
            "/en/news/harbour",
            "/en/news/harbour/",
            "/EN/news/harbour?utm_source=x",
            "/en/news/%68arbour#top",
            "https://herald.example/en/news/harbour",
            "http://HERALD.example:80/en/news/harbour/?a=b#c",
        ] {
            assert_eq!(at(address), article, "{address}");
        }
        assert_eq!(at("/uk/news/гавань"), at("/uk/news/%D0%B3%D0%B0%D0%B2%D0%B0%D0%BD%D1%8C"));
    }

    #[test]
    fn pages_of_other_kinds_have_their_own_templates() {
        assert_eq!(at("/en/world"), [(Kind::Section, Some("en".to_owned()), "world".to_owned())]);
        assert_eq!(at("https://topics.herald.example/fishing"), [(Kind::Tag, None, "fishing".to_owned())]);
    }

    #[test]
    fn what_is_elsewhere_is_no_page() {
        for address in [
            "https://elsewhere.example/en/news/harbour",
            "https://herald.example:8443/en/news/harbour",
            "https://herald.example@elsewhere.example/en/news/harbour",
            "//herald.example/en/news/harbour",
            "/en/news/harbour/more",
            "/en/news/harbour//",
            "/en/news/a%2Fb",
            "/en/news//",
            "/not a language/news/harbour",
        ] {
            assert!(!at(address).iter().any(|(kind, ..)| *kind == Kind::Article), "{address}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for address in ["", "harbour", "ftp://herald.example/x", "mailto:a@b.example", &"/".repeat(2_001)] {
            assert!(site().pages_at(address).is_err(), "{address}");
        }
    }

    #[test]
    fn an_address_that_is_made_is_understood() {
        for kind in [Kind::Article, Kind::Section, Kind::Tag] {
            let locale = "pt-BR".parse().expect("a locale");
            let url = site().page_url(kind, Some(&locale), "praia-ção").expect("it has a page");
            assert!(site().pages_at(&url).expect("an address").iter().any(|page| page.slug == "praia-ção"));
        }
        assert_eq!(site().page_url(Kind::Author, None, "x"), None);
    }
}
