//! The tree of sections at the REST door.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::SectionBody;
use crate::app::Graph;
use crate::app::section;
use crate::domain::section::Branch;
use crate::domain::{Section, Shape};
use crate::http::route::Method;
use crate::http::{Answer, Client, Form, Parameter, Parameters, Problem};
use crate::rest::access::Operation;
use crate::rest::resource::{AS_OF, LOCALE, PERSPECTIVE, Resource as _, Seen, View, as_of};

const VIEW: &[Parameter] = &[
    AS_OF,
    PERSPECTIVE,
    LOCALE,
    Parameter {
        name: "articleLocale",
        form: Form::Locale,
        doc: "Counts only articles in this language; without it, every translation counts.",
    },
];

/// Reading it.
pub(in crate::rest) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/v1/sections/tree",
    name: "get_section_tree",
    tag: "Sections",
    scope: None,
    summary: "The tree of sections",
    doc: "All sections, each below its parent, siblings in the order of their names, with the numbers of their public \
          articles. The tree has at most 10 levels: what lies deeper stands on the tenth. Of sections that stand below \
          each other in a circle, the first stands at the top. More than 1,000 sections are not answered as a tree.",
    variables: &[],
    parameters: &[VIEW],
    statuses: &[304, 400, 401, 403, 503],
};

/// The tree of sections.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SectionTree)]
pub(in crate::rest) struct TreeBody {
    /// The sections at the top.
    data: Vec<BranchBody>,
}

/// A section in the tree.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SectionBranch)]
struct BranchBody {
    /// The section.
    section: SectionBody,
    /// The numbers of its articles.
    articles: CountsBody,
    /// The sections below.
    #[schema(no_recursion)]
    children: Vec<BranchBody>,
}

/// The numbers of a section's articles.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SectionCounts)]
struct CountsBody {
    /// In the section itself.
    own: u64,
    /// With those of all sections below.
    total: u64,
}

pub(in crate::rest) async fn read(
    Client(context): Client,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), OPERATION.parameters)?;
    let as_of = as_of(&context, &parameters).await?;
    let view = View::of(&context, &request, &parameters, &[])?;
    let shape = Shape::with_references();
    let tree = section::tree(&context, as_of, parameters.locale("articleLocale")?, shape).await?;
    let seen = Seen { graph: &tree.graph, site: context.app.site() };
    let data = branches(&tree.branches, &tree.graph, &view, &seen);
    let answer = Answer::json(&TreeBody { data });
    Ok(view.languages.label(answer.confidential(context.is_confidential(as_of)).to(&request)))
}

fn branches(branches: &[Branch], graph: &Graph, view: &View, seen: &Seen<'_>) -> Vec<BranchBody> {
    let body = |branch: &Branch| {
        let Branch { id, own, total, children } = branch;
        Some(BranchBody {
            section: Section::body(graph.get::<Section>(*id)?, view, seen),
            articles: CountsBody { own: *own, total: *total },
            children: self::branches(children, graph, view, seen),
        })
    };
    branches.iter().filter_map(body).collect()
}
