//! Shortcodes: what each becomes, and that no text is lost around it.

use dateline::domain::body::{BlockContent, Mark, plain_text};
use dateline::domain::image::Picture;
use dateline::domain::{AnyContent, Article, Id, Kind};

use super::{Import, content, outline, site};

/// A post with this text, beside another post, a topic and a described picture.
fn with(name: &str, text: &str) -> Import {
    let post = format!("---\ntitle: Own title\ndate: 2020-01-01\n---\n{text}");
    let files = site(
        name,
        &[
            ("content/news/2019/2019-01-01-older.md", "---\ntitle: Older\ndate: 2019-01-01\n---\n"),
            ("content/news/post.md", &post),
            ("data/images/boats.yml", "uid: boats\nformat: png\nalt: Boats\n"),
        ],
    );
    Import::of(files.into_iter().find(|file| file.path.ends_with("post.md")).unwrap())
}

fn links(article: &Article) -> Vec<(String, Mark)> {
    let texts = article.body.blocks().iter().filter_map(|block| match &block.content {
        BlockContent::Text(text) => Some(&text.spans),
        _ => None,
    });
    texts
        .flatten()
        .flat_map(|span| span.marks.iter().map(|mark| (span.text.clone(), mark.clone())))
        .filter(|(_, mark)| matches!(mark, Mark::Link(_) | Mark::InternalLink(_)))
        .collect()
}

#[test]
fn references_are_links_to_articles_or_to_pages_of_the_site() {
    let older = Mark::InternalLink(Id::of_key(Kind::Article, "news/2019/2019-01-01-older"));
    let page = |path: &str| Mark::Link(path.to_owned());
    for (number, (code, mark)) in [
        (r#"{{< ref "2019-01-01-older.md" >}}"#, older.clone()),
        (r#"{{<ref "/news/2019/2019-01-01-older.md#part" >}}"#, older.clone()),
        (r"{{% relref `2019-01-01-older` %}}", older.clone()),
        (r"{{< link '2019-01-01-older.md' >}}", older),
        (r#"{{< ref "/topics/mobile" >}}"#, page("/topics/mobile/")),
        (r#"{{< ref "events/spring.md#talks" >}}"#, page("/events/spring/#talks")),
        (r#"{{< ref "a) b\"><script>" >}}"#, page("/a%29%20b%22%3E%3Cscript%3E/")),
        (r#"{{< legacy-file "2014/a b.pdf" >}}"#, page("https://images.example.org/2014/a%20b.pdf")),
    ]
    .into_iter()
    .enumerate()
    {
        let import =
            with("sc-ref", &format!("See [the text]({code} \"Title\") <a href=\"{code}\">and this</a>."));
        assert_eq!(outline(&import.article), ["See the text and this."], "{code}");
        let expected = [("the text".to_owned(), mark.clone()), ("and this".to_owned(), mark)];
        assert_eq!(links(&import.article), expected, "{number}");
    }
}

#[test]
fn pictures_go_around_the_paragraph_that_they_stand_in() {
    let code = r#"{{< legacy-img src="2013/12/a.jpg" alt="An &quot;A&quot;" caption="By **Ada**" >}}"#;
    for (text, expected) in [
        (format!("{code}Text."), vec!["[image By Ada]", "Text."]),
        (format!("{code}\nText."), vec!["[image By Ada]", "Text."]),
        (format!("Before {code} after."), vec!["Before after.", "[image By Ada]"]),
        (format!("Before.\n\n{code}\n\nAfter."), vec!["Before.", "[image By Ada]", "After."]),
        (format!("- one {code}\n- two"), vec!["- one", "[image By Ada]", "- two"]),
        (format!("1. one {code}\n2. two"), vec!["- one", "- two", "[image By Ada]"]),
        (format!("## {code} Heading\n\nText."), vec!["[image By Ada]", "# Heading", "Text."]),
        (format!("**bold {code}** on"), vec!["bold on", "[image By Ada]"]),
        (format!("<div>{code}</div>\n\nText."), vec!["[image By Ada]", "Text."]),
    ] {
        let import = with("sc-img", &text);
        assert_eq!(outline(&import.article), expected, "{text}");
        let images = import.of_kind(Kind::Image);
        assert_eq!(images.len(), 1);
        assert_eq!(images[0].key, "2013/12/a.jpg");
        let AnyContent::Image(image) = content(images[0]) else { panic!() };
        assert_eq!(image.alt, "An \"A\"");
        assert_eq!(image.picture, Picture::Elsewhere("https://images.example.org/2013/12/a.jpg".to_owned()));
    }
}

#[test]
fn described_pictures_are_not_made_again() {
    let import =
        with("sc-uid", "{{< img src=boats >}}\n\n{{< img-right src=\"Boats.png\" caption=\"Ours\" />}}");
    assert_eq!(outline(&import.article), ["[image -]", "[image Ours]"]);
    assert!(import.of_kind(Kind::Image).is_empty());
    assert!(import.article.body.embeds().iter().all(|link| link.target == Id::of_key(Kind::Image, "boats")));
}

#[test]
fn players_and_posts_are_embeds() {
    let import = with(
        "sc-embed",
        "{{< youtube id=\"Z4X\" title=\"A film\" >}}\n\n{{< youtube Z4Y >}}\n\n{{< tweet user=\"ada\" id=\"12\" >}}\n\n\
         {{< tweet 13 >}}\n\n{{< fb-video \"https://www.facebook.com/a/videos/1\" >}}\n\n\
         {{< cspan-iframe src=\"https://www.c-span.org/video/?1\" title=\"A hearing\" >}}\n\n{{< youtube >}}",
    );
    assert_eq!(
        outline(&import.article),
        [
            "[embed https://www.youtube.com/watch?v=Z4X]",
            "[embed https://www.youtube.com/watch?v=Z4Y]",
            "[embed https://twitter.com/ada/status/12]",
            "[embed https://twitter.com/i/status/13]",
            "[embed https://www.facebook.com/a/videos/1]",
            "[embed https://www.c-span.org/video/?1]",
        ]
    );
    assert_eq!(import.odd("shortcode youtube without an address"), 1);
}

#[test]
fn quotations_code_and_files() {
    let import = with(
        "sc-inline",
        "{{< quote-block text=\"Don’t *forget* lunch!\" cite=\"Ada\" >}}\n\nUse {{< highlight >}}a `b` c{{< /highlight >}} here.\n\n\
         Read {{< asset-static file=\"a.pdf\" label=\"the [plan] (PDF)\" >}}!",
    );
    assert_eq!(
        outline(&import.article),
        ["[quote Don’t forget lunch! / Ada]", "Use a `b` c here.", "Read the plan (PDF)!"]
    );
    assert_eq!(
        links(&import.article),
        [("the plan (PDF)".to_owned(), Mark::Link("https://images.example.org/a.pdf".to_owned()),)]
    );
}

#[test]
fn boxes_become_fact_boxes() {
    let import = with(
        "sc-box",
        "Before.\n{{< box >}}\n**What is known:**\n\n- One [link]({{< ref \"2019-01-01-older.md\" >}})\n- Two\n  {{< /box >}}\n## After\n\n\
         {{< ring title=\"Terms\" >}}First.\n\n{{< youtube id=\"Z\" >}}\n\nSecond.{{< /ring >}}\n\n{{< note variant=\"alert\" >}}Only this.{{< /note >}} Rest.\n\n{{< box >}} {{< /box >}}",
    );
    assert_eq!(
        outline(&import.article),
        [
            "Before.",
            "[box]",
            "# After",
            "[box]",
            "[embed https://www.youtube.com/watch?v=Z]",
            "[box]",
            "Rest.",
        ]
    );
    let boxes = import.boxes();
    let facts =
        |index: usize| boxes[index].items.iter().map(|fact| plain_text(&fact.text)).collect::<Vec<_>>();
    assert_eq!(
        boxes.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(),
        ["What is known", "Terms", "Own title"]
    );
    assert_eq!(facts(0), ["One link", "Two"]);
    assert_eq!(facts(1), ["First.", "Second."]);
    assert_eq!(facts(2), ["Only this."]);
    assert_eq!(import.of_kind(Kind::FactBox)[1].key, "news/post#box-2");
    assert_eq!(import.of_kind(Kind::FactBox)[1].revisions[0].public, import.record.revisions[0].public);
    assert_eq!(import.odd("fact box named after its article"), 1);
    assert_eq!(import.odd("box without text"), 1);
}

#[test]
fn unknown_shortcodes_keep_their_text() {
    let import = with(
        "sc-unknown",
        "{{< accordion title=\"A\" >}}Inner {{< button href=\"/x\" >}}text.{{< /accordion >}}",
    );
    assert_eq!(outline(&import.article), ["Inner text."]);
    assert_eq!(import.odd("unknown shortcode accordion"), 1);
    assert_eq!(import.odd("unknown shortcode button"), 1);
}

#[test]
fn templates_are_counted_and_stay_text() {
    let import = with("sc-liquid", "{% include a.html %} and {{ site.name }} and {{</* ref */>}}.");
    assert_eq!(outline(&import.article), ["{% include a.html %} and {{ site.name }} and {{< ref >}}."]);
    assert_eq!(import.odd("template tag {% %} kept as text"), 1);
    assert_eq!(import.odd("template output {{ }} kept as text"), 1);
}

#[test]
fn what_is_no_shortcode_stays_text() {
    for (text, expected) in [
        ("A {{< never closed", "A {{< never closed"),
        ("A {{ variable }} b", "A {{ variable }} b"),
        ("A {{< \"no name\" >}}", "A {{< \"no name\" >}}"),
        ("A {{</* ref \"x\" */>}} b", "A {{< ref \"x\" >}} b"),
        ("A {{< /box >}} b", "A  b"),
        ("A \u{FDD0}0\u{FDD1} b", "A 0 b"),
    ] {
        let import = with("sc-text", text);
        let normal = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(
            outline(&import.article).iter().map(|line| normal(line)).collect::<Vec<_>>(),
            [normal(expected)]
        );
    }
}
