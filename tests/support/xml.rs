//! Reads XML into a tree, for what feed readers do not show: order, attributes, foreign elements.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element, by its name as written, prefix included.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    pub(crate) text: String,
}

/// The root of a document; panics when it is not well-formed.
pub(crate) fn parse(document: &str) -> Node {
    let mut reader = Reader::from_str(document);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => open.push(node(&start)),
            Event::Empty(start) => close(&mut open, node(&start)),
            Event::End(_) => {
                let done = open.pop().expect("an open element");
                close(&mut open, done);
            }
            Event::Text(text) => last(&mut open).text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                let text = quick_xml::escape::unescape(&entity).expect("a known entity");
                last(&mut open).text.push_str(&text);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop().and_then(|mut document| document.children.pop()).expect("a root element")
}

fn node(start: &BytesStart<'_>) -> Node {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("an attribute");
        let value = quick_xml::escape::unescape(&attribute.value).expect("known entities").into_owned();
        (attribute.key.as_ref().to_owned(), value)
    });
    Node { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Node::default() }
}

fn last(open: &mut [Node]) -> &mut Node {
    open.last_mut().expect("an open element")
}

fn close(open: &mut [Node], done: Node) {
    last(open).children.push(done);
}

impl Node {
    /// The children called `name`.
    pub(crate) fn all<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a Self> + use<'a, 'n> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The only child called `name`.
    pub(crate) fn one(&self, name: &str) -> &Self {
        let found: Vec<_> = self.all(name).collect();
        assert_eq!(found.len(), 1, "{} has one {name}", self.name);
        found[0]
    }

    /// The texts of the children called `name`.
    pub(crate) fn texts<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        self.all(name).map(|child| child.text.as_str()).collect()
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Where the first child called `name` stands.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.children.iter().position(|child| child.name == name)
    }
}
