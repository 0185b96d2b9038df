//! The keys of blocks that come from a format without keys.
//!
//! A key is derived from what the block says, not from where it stands or how it is set: adding a paragraph
//! changes no other key, and emphasis may come and go. Reading the same text twice gives the same keys.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::domain::body::{Block, BlockContent, plain_text};

/// Gives every block its key: twelve hexadecimal digits, and a number when the same words come again.
pub(crate) fn assign(contents: Vec<BlockContent>) -> Vec<Block> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut block = |content| {
        let digest = fingerprint(&content);
        let times = seen.entry(digest.clone()).or_default();
        *times += 1;
        let key = if *times == 1 { digest } else { format!("{digest}-{times}") };
        Block { key, content }
    };
    contents.into_iter().map(&mut block).collect()
}

fn fingerprint(content: &BlockContent) -> String {
    let (kind, words) = match content {
        BlockContent::Text(text) => ("text", plain_text(&text.spans)),
        BlockContent::Image(image) => ("image", image.image.to_string()),
        BlockContent::FactBox(fact_box) => ("factBox", fact_box.fact_box.to_string()),
        BlockContent::Embed(embed) => ("embed", embed.url.clone()),
        BlockContent::PullQuote(quote) => ("pullQuote", quote.text.clone()),
        BlockContent::Table(table) => {
            let cells: Vec<String> = table.rows.iter().flatten().map(|cell| plain_text(cell)).collect();
            ("table", cells.join("\t"))
        }
        BlockContent::Divider => ("divider", String::new()),
    };
    let digest = Sha256::new().chain_update(kind).chain_update([0]).chain_update(words).finalize();
    let first = digest.iter().take(6).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{first:012x}")
}
