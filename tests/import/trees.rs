//! Which files of a path are read, and what they are called.

use dateline::import::Reader;

use super::{kind, options, read, site};
use crate::support::folder;

fn keys(files: &[dateline::import::ReadFile]) -> Vec<String> {
    let records = files.iter().flat_map(|file| file.outcome.clone().unwrap());
    records.map(|record| format!("{} {}", kind(&record), record.key)).collect()
}

const FILES: [(&str, &str); 5] = [
    ("content/authors/ada/_index.md", "---\ndisplay_name: Ada Brandt\n---\n"),
    ("content/news/2020/a.md", "---\ntitle: A\ndate: 2020-01-01\nauthors: [ada]\n---\n![Boats](boats)"),
    ("content/news/2021/b/index.md", "---\ntitle: B\ndate: 2021-01-01\n---\n"),
    ("content/news/.hidden.md", "---\ntitle: Hidden\n---\n"),
    ("data/images/boats.yml", "uid: boats\nformat: png\nalt: Boats\n"),
];

#[test]
fn keys_are_the_same_from_wherever_the_import_starts() {
    let root = folder::with("tree-part", &FILES);
    let all = keys(&read(&root));
    assert_eq!(all, ["author ada", "article news/2020/a", "article news/2021/b", "image boats"]);
    let part = keys(&read(&root.join("content/news")));
    assert_eq!(part, ["article news/2020/a", "article news/2021/b", "image boats", "author ada"]);
    let one = keys(&read(&root.join("content/news/2020/a.md")));
    assert_eq!(one, ["article news/2020/a", "image boats", "author ada"]);
    assert_eq!(keys(&read(&root.join("data/images"))), ["image boats"]);
}

#[test]
fn the_trees_of_other_programs_work_too() {
    let files = site(
        "tree-jekyll",
        &[
            ("README.md", "# About this folder"),
            (
                "_posts/2020-02-03-hello-world.md",
                "---\nlayout: post\ntitle: Hello\nauthor: Ada Brandt\ntags: boats, money\n---\nText.",
            ),
            ("notes/plain.markdown", "# A note\n\nText."),
            ("pages/one.txt", "One\n\nThe lead."),
        ],
    );
    assert_eq!(
        keys(&files),
        [
            "author ada-brandt",
            "tag boats",
            "tag money",
            "article 2020-02-03-hello-world",
            "article notes/plain",
            "article pages/one",
        ]
    );
}

#[test]
fn a_file_named_alone_is_taken_as_it_is() {
    let root = folder::with(
        "tree-alone",
        &[("README.md", "# About *this*\n\nText."), ("other.md", "---\ntitle: [\n---\n")],
    );
    let files = read(&root.join("README.md"));
    assert_eq!(keys(&files), ["article README"]);
    let import = super::Import::of(files[0].clone());
    assert_eq!((import.public(), import.odd("no front matter")), (None, 1));
}

#[test]
fn paths_that_overlap_are_read_once() {
    let root = folder::with("tree-overlap", &FILES);
    let paths = [root.join("content/news"), root.clone(), root.join("content/news/2020/a.md")];
    let files: Vec<_> = Reader::new(&paths, options()).collect();
    assert_eq!(keys(&files).len(), 4);
}

#[test]
fn ndjson_is_left_to_its_own_reader() {
    let root =
        folder::with("tree-ndjson", &[("a.ndjson", ""), ("b.txt", "One\n\nThe lead."), ("c.jsonl", "")]);
    let reader = Reader::new(std::slice::from_ref(&root), options());
    assert_eq!(reader.ndjson(), [root.join("a.ndjson"), root.join("c.jsonl")]);
    assert_eq!(reader.remaining(), 1);
}

#[test]
fn paths_that_give_nothing_say_why() {
    let root = folder::with("tree-nothing", &[("a.pdf", ""), ("empty/.keep", "")]);
    for (path, reason) in [
        ("missing", "There is no such file or folder."),
        ("empty", "The folder holds no file that can be imported."),
        ("a.pdf", "The ending of the file's name says no format; state the format."),
    ] {
        let [file] = read(&root.join(path)).try_into().unwrap();
        assert_eq!(file.outcome.unwrap_err(), reason);
    }
}
