//! Related articles, and why they are, at the GraphQL door.

use std::sync::Arc;

use async_graphql::{Result, SimpleObject};

use super::article::Article;
use super::error;
use super::fact_box::FactBox;
use super::tag::Tag;
use crate::app::Graph;
use crate::domain::related::Reasons;
use crate::domain::{self, Edition, PageRequest};

/// An article that has something in common with another.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct RelatedArticle {
    /// The article.
    article: Article,
    /// What they have in common.
    reasons: RelatedReasons,
}

/// What two articles have in common.
#[derive(Clone, Debug, SimpleObject)]
struct RelatedReasons {
    /// The fact boxes that both show.
    shared_fact_boxes: Vec<FactBox>,
    /// The tags that both have.
    shared_tags: Vec<Tag>,
    /// Whether both are in the same section.
    same_section: bool,
    /// Whether the article that is asked about links to this one.
    links_to: bool,
    /// Whether this one links to the article that is asked about.
    linked_from: bool,
    /// How much of what the text of the article that is asked about is about this one is about as well, by the words
    /// that tell them from others: 0, or 30 to 100 percent. `null` at another moment than now, when texts are not compared.
    text_similarity: Option<u32>,
}

impl RelatedArticle {
    pub(super) fn of(
        (article, reasons): (&Arc<Edition<domain::Article>>, &Reasons),
        graph: &Arc<Graph>,
    ) -> Self {
        let reasons = RelatedReasons::of(reasons, article, graph);
        Self { article: Article::new(article.clone(), graph.clone()), reasons }
    }
}

impl RelatedReasons {
    fn of(reasons: &Reasons, article: &Edition<domain::Article>, graph: &Arc<Graph>) -> Self {
        let locale = &article.content.locale;
        let Reasons { fact_boxes, tags, section, links_to, linked_from, text_similarity } = reasons;
        let fact_boxes = fact_boxes.iter().filter_map(|id| graph.get::<domain::FactBox>(*id));
        let tags = tags.iter().filter_map(|id| graph.get::<domain::Tag>(*id));
        Self {
            shared_fact_boxes: fact_boxes.map(|it| FactBox::new(it.clone(), graph.clone())).collect(),
            shared_tags: tags.map(|tag| Tag::new(tag.clone(), graph.clone()).beside(locale)).collect(),
            same_section: *section,
            links_to: *links_to,
            linked_from: *linked_from,
            text_similarity: *text_similarity,
        }
    }
}

/// How many at most.
pub(super) fn size(first: i32) -> Result<usize> {
    let size = PageRequest::check_size("first", i64::from(first)).map_err(error::of)?;
    Ok(usize::try_from(size).unwrap_or(usize::MAX))
}
