//! Styles, scripts and the icon, which are part of the program. Each is served under a name with a digest of its bytes,
//! so that browsers keep it for ever and still never have an old one.

use std::sync::LazyLock;

use super::answer::Ready;
use crate::http::answer::digest;

/// A file of the folder `assets`.
struct File {
    stem: &'static str,
    ending: &'static str,
    bytes: &'static [u8],
}

/// How a page names a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asset {
    /// How all pages look.
    Style,
    /// The sign of the server.
    Icon,
    /// What the scripts share.
    Common,
    /// What makes `/docs` send requests.
    Reference,
    /// How the explorer knows the schema.
    Schema,
    /// What makes `/graphiql` ask.
    Explorer,
}

const FILES: [File; 6] = [
    File { stem: "style", ending: "css", bytes: include_bytes!("../../assets/style.css") },
    File { stem: "icon", ending: "svg", bytes: include_bytes!("../../assets/icon.svg") },
    File { stem: "common", ending: "js", bytes: include_bytes!("../../assets/common.js") },
    File { stem: "reference", ending: "js", bytes: include_bytes!("../../assets/reference.js") },
    File { stem: "schema", ending: "js", bytes: include_bytes!("../../assets/schema.js") },
    File { stem: "explorer", ending: "js", bytes: include_bytes!("../../assets/explorer.js") },
];

static SERVED: LazyLock<[(String, Ready); FILES.len()]> = LazyLock::new(|| {
    FILES.map(|File { stem, ending, bytes }| {
        let name = format!("{stem}.{}.{ending}", digest(bytes));
        (name, Ready::new(media_type(ending), bytes.to_vec()))
    })
});

impl Asset {
    /// Where it is served.
    pub(super) fn url(self) -> String {
        format!("/assets/{}", SERVED[self as usize].0)
    }
}

/// The file that is served under a name.
pub(super) fn find(name: &str) -> Option<&'static Ready> {
    SERVED.iter().find(|(served, _)| served == name).map(|(_, ready)| ready)
}

fn media_type(ending: &str) -> &'static str {
    match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_found_under_the_name_that_pages_use() {
        let names = [
            (Asset::Style, "style", ".css"),
            (Asset::Icon, "icon", ".svg"),
            (Asset::Common, "common", ".js"),
            (Asset::Reference, "reference", ".js"),
            (Asset::Schema, "schema", ".js"),
            (Asset::Explorer, "explorer", ".js"),
        ];
        for (asset, stem, ending) in names {
            let url = asset.url();
            assert!(url.starts_with(&format!("/assets/{stem}.")) && url.ends_with(ending), "{url}");
            assert!(find(url.strip_prefix("/assets/").expect("it is there")).is_some());
        }
    }
}
