// Apollo Client: queries, pages that grow, a cache normalised by type and id, automatic persisted
// queries by GET, and a subscription over a WebSocket.
//
//   node apollo.mjs http://127.0.0.1:8080/graphql
import { createHash } from "node:crypto";
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { relayStylePagination } from "@apollo/client/utilities";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { check, done, url } from "./check.mjs";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

function client() {
  const requests = [];
  const counted = (address, options) => {
    const sent = new URL(address);
    requests.push({ method: options.method, sendsText: sent.searchParams.has("query") || (options.body ?? "").includes('"query"') });
    return fetch(address, options);
  };
  const link = ApolloLink.from([
    new PersistedQueryLink({ sha256, useGETForHashedQueries: true }),
    new HttpLink({ uri: url, fetch: counted }),
  ]);
  const cache = new InMemoryCache({
    possibleTypes: { Node: ["Article", "Author", "FactBox", "Image", "Section", "Tag"] },
    typePolicies: { Query: { fields: { articles: relayStylePagination(["filter", "sort"]) } } },
  });
  return { apollo: new ApolloClient({ link, cache }), requests };
}

const FRONT = gql`
  query Front($first: Int!, $after: String) {
    articles(first: $first, after: $after) {
      edges { cursor node { id title kind bylines { author { id name { text } } } section { id slug } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const NODE = gql`query Node($id: ID!) { node(id: $id) { id ... on Article { title lead } } }`;

const { apollo, requests } = client();
const first = await apollo.query({ query: FRONT, variables: { first: 2 } });
check("a page has as many articles as were asked for", first.data.articles.edges.length, 2);
check("a digest comes first, then the text", requests, [
  { method: "GET", sendsText: false },
  { method: "POST", sendsText: true },
]);

const article = first.data.articles.edges[0].node;
const cached = apollo.cache.extract();
check("an article is in the cache by type and id", cached[`Article:${article.id}`].title, article.title);
check("so is everything it refers to", Object.keys(cached).some((key) => key.startsWith("Author:")) && Object.keys(cached).some((key) => key.startsWith("Section:")));

await apollo.query({ query: NODE, variables: { id: article.id } });
const before = requests.length;
const fragment = apollo.cache.readFragment({ id: `Article:${article.id}`, fragment: gql`fragment Lead on Article { title lead }` });
check("what one query brought, another completes", fragment.title === article.title && "lead" in fragment && requests.length === before);

const watched = apollo.watchQuery({ query: FRONT, variables: { first: 2 } });
await watched.fetchMore({ variables: { first: 2, after: first.data.articles.pageInfo.endCursor } });
const grown = apollo.readQuery({ query: FRONT, variables: { first: 2 } }).articles.edges;
check("the next page is added to the first", new Set(grown.map((edge) => edge.node.id)).size, 4);

const another = client();
const known = await another.apollo.query({ query: FRONT, variables: { first: 3 } });
check("a document that one client sent is known to all", another.requests, [{ method: "GET", sendsText: false }]);
check("and answers the same", known.data.articles.edges[0].node.title, article.title);

const wrong = await another.apollo.query({ query: gql`query Wrong { articles(first: 101) { nodes { id } } }`, errorPolicy: "all" });
check("errors are those of GraphQL, with their codes", CombinedGraphQLErrors.is(wrong.error) && wrong.error.errors[0].extensions.code, "INVALID_PAGE");

// What follows an article over a socket writes what it is told into the cache, and every view of the article shows it.
const socket = createClient({ url: url.replace(/^http/, "ws"), webSocketImpl: WebSocket });
const CHANGES = gql`subscription Changes { articleChanged(since: "0") { sequence type articleId article { id title lead } } }`;
const live = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
const happened = await new Promise((resolve, refuse) => {
  live.subscribe({ query: CHANGES }).subscribe({ next: ({ data }) => data.articleChanged.article && resolve(data.articleChanged), error: refuse });
});
check("an article that changes is told over a socket", [happened.type, happened.article.id], ["PUBLISHED", happened.articleId]);
check("and is in the cache by its id", live.cache.extract()[`Article:${happened.articleId}`].title, happened.article.title);

done("Apollo Client");
