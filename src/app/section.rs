//! The tree of sections, with the numbers of their articles.

use std::sync::Arc;

use super::Context;
use super::graph::Graph;
use super::read::remember_early;
use crate::domain::section::{self, Branch};
use crate::domain::{AsOf, Error, ErrorCode, Id, Locale, PageRequest, Result, Section, Shape, Sort};
use crate::store;

/// The most sections of a tree.
const MAX_SECTIONS: u32 = 1_000;

/// All sections, each below its parent.
#[derive(Debug)]
pub struct Tree {
    /// Those at the top, by name.
    pub branches: Vec<Branch>,
    /// The sections, with what was loaded along.
    pub graph: Arc<Graph>,
}

/// The whole tree of sections that are visible, and how many visible articles each has; only those in a language, if one
/// is named. Siblings are in the order of their names, as lists of sections have it.
///
/// # Errors
/// `TOO_COMPLEX` when there are more than 1,000 sections: such a number is read page by page.
pub async fn tree(context: &Context, as_of: AsOf, articles_in: Option<Locale>, shape: Shape) -> Result<Tree> {
    let now = context.app.now();
    let read = move |c: &mut store::AnyConnection| {
        let all = PageRequest { sort: Sort::TitleAsc, ..PageRequest::first(MAX_SECTIONS) };
        let page = store::list::page::<Section>(c, as_of, &[], &all, false)?;
        if page.has_next {
            let detail = format!("There are more than {MAX_SECTIONS} sections. Read them page by page.");
            return Err(Error::new(ErrorCode::TooComplex, detail));
        }
        let mut graph = Graph::new(as_of, now);
        let sections = graph.add(page.items);
        let ids: Vec<Id> = sections.iter().map(|section| section.id).collect();
        let own = store::related::count_in_sections(c, as_of, &ids, articles_in.as_ref())?;
        graph.fill(c, &ids, &shape)?;
        let parents: Vec<_> = sections.iter().map(|section| (section.id, section.content.parent)).collect();
        Ok(Tree {
            branches: section::tree(&parents, |id| own.get(&id).copied().unwrap_or_default()),
            graph: Arc::new(graph),
        })
    };
    let tree = context.app.store.read(read).await?;
    remember_early(context, &tree.graph).await?;
    Ok(tree)
}
