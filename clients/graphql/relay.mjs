// What Relay sends to a server on which only trusted documents run: ids, by GET where it reads.
//
//   node relay.mjs http://127.0.0.1:8080/graphql MANIFEST
import { readFile } from "node:fs/promises";
import { parse } from "graphql";
import { ask, check, done, rest, url } from "./check.mjs";

const manifest = JSON.parse(await readFile(rest[0], "utf8"));
const ids = Object.fromEntries(Object.entries(manifest).map(([id, text]) => {
  const operation = parse(text).definitions.find((definition) => definition.kind === "OperationDefinition");
  return [operation.name.value, id];
}));

async function read(name, variables) {
  const query = new URLSearchParams({ documentId: ids[name], variables: JSON.stringify(variables) });
  const response = await fetch(`${url}?${query}`, { headers: { accept: "application/graphql-response+json" } });
  const answer = await response.json();
  check(`${name} is answered without errors`, [response.status, answer.errors], [200, undefined]);
  check(`${name} can be kept by caches`, response.headers.get("cache-control"), "public, no-cache");
  return answer.data;
}

check("the compiler made a document of every operation", Object.keys(ids).sort(), [
  "FrontArticlesQuery", "FrontAuthorQuery", "FrontPublishMutation", "FrontQuery", "FrontTeaserQuery",
]);
const front = await read("FrontQuery", { count: 2 });
const { edges, pageInfo } = front.articles;
check("a page comes with what Relay adds", [edges.length, edges[0].node.__typename, pageInfo.hasNextPage], [2, "Article", true]);

const next = await read("FrontArticlesQuery", { count: 2, cursor: pageInfo.endCursor });
const seen = new Set([...edges, ...next.articles.edges].map((edge) => edge.node.id));
check("the next page goes on where the first ends", seen.size, 4);

const article = edges.map((edge) => edge.node).find((node) => node.bylines.length > 0);
const { node } = await read("FrontTeaserQuery", { id: article.id });
check("an article is fetched anew by its id", [node.id, node.title, node.__typename], [article.id, article.title, "Article"]);

const { author } = article.bylines[0];
const again = await read("FrontAuthorQuery", { id: author.id, count: 2, cursor: null });
check("an author's articles are a page of their own", [again.node.slug, again.node.articles.edges.length > 0], [author.slug, true]);

const mutation = await fetch(`${url}?documentId=${ids.FrontPublishMutation}`);
check("a write is not read by GET", [mutation.status, mutation.headers.get("allow")], [405, "GET, POST"]);
const publish = await ask({ documentId: ids.FrontPublishMutation, variables: { input: { id: article.id, expectedRevision: 1 } } });
check("and needs a key by POST", publish.errors[0].extensions.code, "UNAUTHENTICATED");
for (const query of ["{ articles(first: 1) { nodes { id } } }", "{ __schema { types { name } } }"]) {
  const refused = await ask({ query });
  check("no other document runs", [refused.status, refused.errors[0].extensions.code, refused.data], [403, "DOCUMENT_NOT_TRUSTED", undefined]);
}

done("Relay");
