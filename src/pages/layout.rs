//! What all pages have: head, way to the other pages, foot.

use maud::{DOCTYPE, Markup, html};

use super::asset::Asset;
use crate::app::Site;

/// A page as it differs from others.
pub(super) struct Page<'a> {
    pub site: &'a Site,
    /// Where it stands.
    pub path: &'static str,
    /// What it is, for tabs and bookmarks; the newsroom's name is added.
    pub title: &'static str,
    /// What it is, for search engines.
    pub description: &'a str,
    /// Further elements of the head.
    pub head: Markup,
    pub scripts: &'static [Asset],
    pub main: Markup,
}

const PLACES: [(&str, &str); 3] = [("/", "Overview"), ("/docs", "REST"), ("/graphiql", "GraphQL")];

impl Page<'_> {
    /// The document.
    pub(super) fn render(self) -> Markup {
        let Self { site, path, title, description, head, scripts, main } = self;
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) " – " (site.name) }
                    meta name="description" content=(description);
                    link rel="icon" type="image/svg+xml" href=(Asset::Icon.url());
                    link rel="stylesheet" href=(Asset::Style.url());
                    (head)
                    @for script in scripts { script src=(script.url()) defer {} }
                }
                body {
                    a.skip href="#main" { "Skip to the content" }
                    header.top {
                        a.brand href="/" {
                            img src=(Asset::Icon.url()) alt="" width="28" height="28";
                            span { (site.name) }
                        }
                        nav aria-label="Pages" {
                            ul {
                                @for (place, name) in PLACES {
                                    li { a href=(place) aria-current=[(place == path).then_some("page")] { (name) } }
                                }
                            }
                        }
                    }
                    main #main tabindex="-1" { (main) }
                    footer.foot {
                        p {
                            "Served by Dateline " (env!("CARGO_PKG_VERSION")) ". "
                            a href=(site.home_url) rel="noreferrer" { (site.name) " on the web" }
                        }
                    }
                }
            }
        }
    }
}

/// Where a key is put in. It stays in this tab.
pub(super) fn key() -> Markup {
    html! {
        details.key {
            summary { "Use a key " span.told #key-state {} }
            form #key-form autocomplete="off" {
                label for="key" { "Access key or token" }
                div.row {
                    input #key type="password" spellcheck="false" autocomplete="off" placeholder="dl_…"
                        aria-describedby="key-help";
                    button type="submit" { "Use it" }
                    button.quiet #key-forget type="button" { "Forget it" }
                }
                p.help #key-help {
                    "What is public needs none. The key is sent as "
                    code { "Authorization: Bearer" }
                    " to this server alone, and is forgotten when the tab is closed."
                }
            }
        }
    }
}

/// A text as one word of a command (POSIX shell).
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A text to take along, such as a command.
pub(super) fn snippet(text: &str) -> Markup {
    html! {
        div.snippet {
            pre tabindex="0" { code { (text) } }
            button.quiet.copy type="button" hidden { "Copy" }
        }
    }
}
