//! Related articles, and why they are, at the REST door.

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::access::Operation;
use super::article::VIEW;
use super::fact_box::FactBoxBody;
use super::openapi::shapes;
use super::relation::{self, RelatedFactBox, RelatedTag, Relation};
use super::resource::{LOCALE, Resource as _, Seen, View, as_of};
use super::tag::TagBody;
use crate::app::read::{self, Found};
use crate::domain::related::Reasons;
use crate::domain::shape::Related;
use crate::domain::{Article, Edition, FactBox, Shape, Tag};
use crate::http::route::Method;
use crate::http::{Answer, Client, Form, Parameter, Parameters, Problem};

const SIZE: &[Parameter] =
    &[Parameter { name: "first", form: Form::Size, doc: "How many articles at most: 1 to 100, usually 20." }];

/// Reading them.
pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/v1/articles/{id}/related",
    name: "list_related_articles",
    tag: "Articles",
    scope: None,
    summary: "List related articles",
    doc: "The articles that have most in common with one: fact boxes, links from one to the other, tags, of which rare \
          ones count for more, similar texts, and the section. Those in its language come first, and the latest of those that share as \
          much; never its own translations, and of each other piece one translation. There is one page.",
    variables: &[Parameter { name: "id", form: Form::Id, doc: "The id." }],
    parameters: &[SIZE, VIEW, &[LOCALE]],
    statuses: &[304, 400, 401, 403, 404, 410, 451, 503],
};

/// Related articles.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RelatedArticles)]
pub(super) struct RelatedListBody {
    /// The most related first.
    data: Vec<RelatedBody>,
}

/// An article that has something in common with another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RelatedArticle)]
struct RelatedBody {
    /// The article.
    #[schema(value_type = shapes::ArticleInView)]
    article: Value,
    /// What they have in common.
    reasons: ReasonsBody,
}

/// What two articles have in common.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RelatedReasons)]
struct ReasonsBody {
    /// The fact boxes that both show.
    #[schema(value_type = Vec<RelatedFactBox>)]
    shared_fact_boxes: Vec<Relation<FactBoxBody>>,
    /// The tags that both have.
    #[schema(value_type = Vec<RelatedTag>)]
    shared_tags: Vec<Relation<TagBody>>,
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

pub(super) async fn list(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), OPERATION.parameters)?;
    let as_of = as_of(&context, &parameters).await?;
    let view = View::of(&context, &request, &parameters, &[])?;
    let mut shape = Shape::bare();
    shape.relate(Related { first: parameters.size("first")?, shape: Article::shape(&view) });
    let Found { edition, graph } = read::by_id::<Article>(&context, as_of, id.parse()?, shape).await?;
    let seen = Seen { graph: &graph, site: context.app.site() };
    let data = graph.related(edition.id).into_iter();
    let data = data.map(|(article, reasons)| RelatedBody::of(article, reasons, &view, &seen)).collect();
    let answer = Answer::json(&RelatedListBody { data });
    Ok(view.languages.label(answer.confidential(context.is_confidential(as_of)).to(&request)))
}

impl RelatedBody {
    fn of(article: &Edition<Article>, reasons: &Reasons, view: &View, seen: &Seen<'_>) -> Self {
        let names = view.below(Some(article.content.locale.clone()), view.include.clone());
        Self {
            article: view.render::<Article>(article, seen),
            reasons: ReasonsBody::of(reasons, &names, seen),
        }
    }
}

impl ReasonsBody {
    fn of(reasons: &Reasons, view: &View, seen: &Seen<'_>) -> Self {
        let Reasons { fact_boxes, tags, section, links_to, linked_from, text_similarity } = reasons;
        let fact_box = |id: &_| relation::one::<FactBox>(*id, "factBoxes", view, seen);
        let tag = |id: &_| relation::one::<Tag>(*id, "tags", view, seen);
        Self {
            shared_fact_boxes: fact_boxes.iter().filter_map(fact_box).collect(),
            shared_tags: tags.iter().filter_map(tag).collect(),
            same_section: *section,
            links_to: *links_to,
            linked_from: *linked_from,
            text_similarity: *text_similarity,
        }
    }
}
