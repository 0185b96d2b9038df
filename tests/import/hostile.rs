//! Files that mean harm, or only make no sense: one clear error or valid records, never a panic.

use std::fs;

use dateline::import::MAX_BYTES;

use super::{Import, read, site};
use crate::support::folder;

#[test]
fn files_that_are_too_large_or_not_text_say_so() {
    let root = folder::with("hostile-bytes", &[]);
    fs::write(root.join("a.txt"), b"Headline \xff\xfe").unwrap();
    fs::File::create(root.join("b.txt")).unwrap().set_len(MAX_BYTES + 1).unwrap();
    let errors: Vec<_> = read(&root).into_iter().map(|file| file.outcome.unwrap_err()).collect();
    assert_eq!(
        errors,
        [
            "The file is not UTF-8: byte 9 (counted from 0) does not belong to a character.",
            "The file is larger than 16 MiB.",
        ]
    );
}

#[test]
fn nothing_at_all_is_an_error() {
    for text in ["", "\n\n \n", "Author: Ada\nDate: 2026-01-02\n"] {
        let files = site("hostile-empty", &[("a.txt", text)]);
        assert_eq!(files[0].outcome.clone().unwrap_err(), "The page has no headline.");
    }
}

#[test]
fn nests_and_openings_without_end_are_read_in_time() {
    let nest = format!("{}x{}", "{{< box >}}".repeat(20_000), "{{< /box >}}".repeat(20_000));
    let openings = "{{< box >}}".repeat(50_000);
    let crossed = "{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}".repeat(20_000);
    let quotes = "{{< a “".repeat(5_000);
    for text in [nest, openings, crossed, quotes] {
        let post = format!("---\ntitle: A\ndate: 2020-01-01\n---\n{text}");
        let [file] = site("hostile-nest", &[("content/a.md", &post)]).try_into().unwrap();
        Import::of(file);
    }
}

#[test]
fn addresses_that_do_harm_go_nowhere() {
    let post = "---\ntitle: A\ndate: 2020-01-01\nprimary_image: \"javascript:alert(1)\"\nsource_url: \"javascript:alert(1)\"\n---\n\
        {{< img src=\"javascript:alert(1)\" >}}\n\n{{< youtube id=\"x&y\\\"><script>\" >}}\n\n[a]({{< ref \"javascript:alert(1)\" >}})\n\n\
        {{< tweet user=\"../..\" id=\"1\" >}}\n\n{{< legacy-img src=\"../../../etc/passwd\" >}}";
    let [file] = site("hostile-links", &[("content/a.md", post)]).try_into().unwrap();
    let import = Import::of(file);
    assert_eq!(import.article.lead_image, None);
    let all = format!("{:?}", import.records);
    assert!(!all.contains("\"javascript:") && !all.contains("<script>"), "{all}");
}

#[test]
fn no_bytes_make_it_panic() {
    // Every cut of a text full of marks, so that each scanner meets the end in each of its states.
    let marks = "---\ntitle: \"é\ndate: 2020-01-01\n---\n{{< box title=\"ї\" >}}- {{% a `b` %}}\u{FDD0}1\u{FDD1}{{</* x */>}}[ї]({{< ref 'ї#ї' >}})![]( {{< /box >}}Автор:";
    for (end, _) in marks.char_indices() {
        for name in ["a.md", "a.txt"] {
            let files = site("hostile-cuts", &[(name, &marks[..end])]);
            if let Ok(records) = &files[0].outcome {
                for record in records {
                    record.revisions[0].content.validate().unwrap();
                }
            }
        }
    }
}
