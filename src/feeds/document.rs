//! From articles to the neutral feed document that all formats are rendered from.

use crate::app::graph::Resolved;
use crate::app::read::FoundPage;
use crate::app::{Graph, Site};
use crate::domain::article::BylineRole;
use crate::domain::body::Mode;
use crate::domain::{Article, Author, Edition, Image, Locale, Role, Section, Shape, Tag, Timestamp};
use crate::render;
use crate::render::feed::{
    Category, Entry, FactBoxRef, Feed, Media, Person, Status, Translation, image_type, licence_url, tag_uri,
};

/// What a feed shows of each article.
pub(super) fn shape() -> Shape {
    Shape { translations: Some(Box::new(Shape::bare())), ..Shape::bare() }
        .with_body()
        .with(Role::Byline, Shape::bare())
        .with(Role::Section, Shape::bare())
        .with(Role::Tag, Shape::bare())
        .with(Role::LeadImage, Shape::bare())
}

/// Where a feed stands.
pub(super) struct Address<'a> {
    /// Below `/feeds`, without the ending.
    pub path: &'a str,
    /// As clients ask for it.
    pub self_url: String,
    /// The part's name.
    pub name: Option<String>,
    /// The language of all its articles.
    pub language: Option<Locale>,
}

pub(super) fn feed(site: &Site, found: &FoundPage<Article>, address: Address<'_>) -> Feed {
    let Address { path, self_url, name, language } = address;
    let title = match name {
        Some(name) => format!("{} – {name}", site.name),
        None => site.name.clone(),
    };
    let publisher = Person { name: site.name.clone(), url: Some(site.home_url.clone()) };
    Feed {
        id: feed_id(site, path, language.as_ref()),
        title,
        about: None,
        language,
        site_url: site.home_url.clone(),
        self_url,
        next_url: None,
        hub_url: None,
        icon_url: None,
        publisher,
        rights: None,
        extension_docs_url: None,
        // A feed without entries has not changed since the beginning.
        created: Timestamp::new(chrono::DateTime::UNIX_EPOCH),
        entries: found.listing.items.iter().map(|edition| entry(site, &found.graph, edition)).collect(),
    }
}

/// The feed of a part in one language is another feed than that of the part.
fn feed_id(site: &Site, path: &str, language: Option<&Locale>) -> String {
    match language.filter(|language| path != format!("locales/{language}")) {
        Some(language) => format!("tag:{}:feed/{path}/{language}", site.tag_authority),
        None => format!("tag:{}:feed/{path}", site.tag_authority),
    }
}

fn entry(site: &Site, graph: &Graph, edition: &Edition<Article>) -> Entry {
    let Edition { id, revision: _, clocks, embargoed_until: _, content } = edition;
    let url = site.article_url(content);
    let resolved = Resolved::new(graph, site);
    let licence = content.rights.licence.as_deref().and_then(licence_url);
    Entry {
        id: tag_uri(&site.tag_authority, "article", *id),
        status: Status::Public,
        title: content.title.clone(),
        summary: content.lead.clone(),
        content_html: absolute(&render::html::body(&content.body, &resolved), site, &url),
        content_text: render::text::body(&content.body, &resolved),
        authors: people(graph, content, |role| role == BylineRole::Author),
        contributors: people(graph, content, |role| role != BylineRole::Author),
        published: clocks.published_at,
        updated: clocks.content_updated_at,
        language: content.locale.clone(),
        categories: categories(graph, content),
        image: content.lead_image.and_then(|id| graph.get::<Image>(id)).map(|edition| media(site, edition)),
        sources: content.sources.clone(),
        translations: graph.translations(edition).map(|other| translation(site, other)).collect(),
        rights: content.rights.holder.clone(),
        licence_url: licence,
        corrections: content.corrections.clone(),
        fact_boxes: fact_boxes(site, graph, content),
        url,
    }
}

/// Readers of feeds do not know which site a path belongs to. In our own HTML a quotation mark only ever stands
/// around the value of an attribute.
fn absolute(html: &str, site: &Site, page: &str) -> String {
    let home = site.home_url.trim_end_matches('/');
    html.replace("href=\"/", &format!("href=\"{home}/")).replace("href=\"#", &format!("href=\"{page}#"))
}

fn people(graph: &Graph, article: &Article, wanted: impl Fn(BylineRole) -> bool) -> Vec<Person> {
    let credited = article.bylines.iter().filter(|byline| wanted(byline.role));
    credited
        .filter_map(|byline| {
            let author = byline.author.and_then(|id| graph.get::<Author>(id)).map(|edition| &edition.content);
            let name = byline.name(author, &article.locale)?.to_owned();
            Some(Person { name, url: author.and_then(|author| author.links.first().cloned()) })
        })
        .collect()
}

fn categories(graph: &Graph, article: &Article) -> Vec<Category> {
    let label = |name: &crate::domain::Localized| {
        name.pick(Some(&article.locale)).map(|(_, name)| name.to_owned()).unwrap_or_default()
    };
    let section = article.section.and_then(|id| graph.get::<Section>(id)).map(|edition| {
        let Section { slug, name, parent: _ } = &edition.content;
        Category { term: slug.to_string(), label: label(name), scheme: None }
    });
    let tags = article.tags.iter().filter_map(|id| graph.get::<Tag>(*id)).map(|edition| {
        let Tag { slug, name, kind: _, same_as: _ } = &edition.content;
        Category { term: slug.to_string(), label: label(name), scheme: None }
    });
    section.into_iter().chain(tags).collect()
}

fn media(site: &Site, image: &Edition<Image>) -> Media {
    let Edition { id, revision: _, clocks: _, embargoed_until: _, content } = image;
    let url = site.image_url(*id, content);
    let Image { picture: _, width, height, alt, caption, credit, licence, focal_point: _ } = content.clone();
    Media {
        mime_type: image_type(&url).map(str::to_owned),
        licence_url: licence.as_deref().and_then(licence_url),
        url,
        width,
        height,
        alt,
        caption,
        credit,
    }
}

fn translation(site: &Site, other: &Edition<Article>) -> Translation {
    Translation { locale: other.content.locale.clone(), url: site.article_url(&other.content) }
}

fn fact_boxes(site: &Site, graph: &Graph, article: &Article) -> Vec<FactBoxRef> {
    let shown = article.body.embeds().iter().filter(|link| link.role == Role::FactBox);
    let shown =
        shown.filter_map(|link| graph.fact_box(link.target, link.pin.map_or(Mode::Follow, Mode::Pin)));
    shown
        .map(|edition| FactBoxRef {
            id: tag_uri(&site.tag_authority, "fact-box", edition.id),
            title: edition.content.title.clone(),
        })
        .collect()
}
