//! What a reader may rely on in every file.

use super::rust_files;

#[test]
fn no_file_is_longer_than_500_lines() {
    let long: Vec<String> = ["src", "tests"]
        .into_iter()
        .flat_map(rust_files)
        .filter(|(_, text)| text.lines().count() > 500)
        .map(|(path, text)| format!("{} has {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "split these files:\n{}", long.join("\n"));
}

#[test]
fn every_module_says_what_it_owns() {
    let silent: Vec<String> = ["src", "tests"]
        .into_iter()
        .flat_map(rust_files)
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "begin these modules with //!:\n{}", silent.join("\n"));
}

#[test]
fn lints_are_expected_with_a_reason_and_never_allowed() {
    let (allowed, expected) = ("#[allow(", "#[expect(");
    let mut wrong = Vec::new();
    for (path, text) in ["src", "tests"].into_iter().flat_map(rust_files) {
        if path.ends_with("house/tidy.rs") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let unreasoned =
                line.contains(expected) && line.trim_end().ends_with(")]") && !line.contains("reason");
            if line.contains(allowed) || unreasoned {
                wrong.push(format!("{}:{}", path.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
