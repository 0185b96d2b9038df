// A larger graph: this server's subgraph composed with one that adds to articles, and the question that a router then
// sends here. Composition is Apollo's own.
//
//   node federation.mjs http://127.0.0.1:8080/graphql
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { ask, check, done, url } from "./check.mjs";

const { data } = await ask({ query: "{ _service { sdl } articles(first: 1) { nodes { id title } } authors(first: 1) { nodes { id } } }" });
const newsroom = { name: "newsroom", url, typeDefs: parse(data._service.sdl) };
const comments = {
  name: "comments",
  url: "http://comments.invalid/graphql",
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable"])
    type Article @key(fields: "id") { id: ID! comments(first: Int!): CommentConnection! }
    type Author @key(fields: "id", resolvable: false) { id: ID! }
    type CommentConnection { nodes: [Comment!]! pageInfo: PageInfo! }
    type Comment { text: String! about: Article! recommendedBy: Author }
    type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
    type Query { latestComments: [Comment!]! }
  `),
};
const { errors = [], supergraphSdl = "" } = composeServices([newsroom, comments]);
check("the subgraphs compose", errors.map((error) => error.message), []);
for (const name of ["Article", "Author", "FactBox", "Section", "Tag", "Image"]) {
  check(`${name} is an entity`, new RegExp(`type ${name}[^{]*@join__type\\(graph: NEWSROOM, key: "id"`).test(supergraphSdl));
}
check("what both have is one type", /type PageInfo[^{]*COMMENTS[^{]*NEWSROOM/s.test(supergraphSdl));

const [article, author] = [data.articles.nodes[0], data.authors.nodes[0]];
const representations = [
  { __typename: "Article", id: article.id },
  { __typename: "Author", id: author.id },
  { __typename: "Article", id: "019ab000-0000-7000-8000-000000000000" },
];
const query = "query($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Article { title } ... on Author { id } } }";
const resolved = await ask({ query, variables: { of: representations } });
check("a router finds what it knows by type and id", resolved.data._entities, [
  { __typename: "Article", title: article.title },
  { __typename: "Author", id: author.id },
  null,
]);

done("Apollo Federation");
