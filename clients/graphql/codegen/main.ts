// Compiled strictly against the generated types, and then run: what the types promise, the server keeps.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { ArticleKind, EntryDocument, FrontDocument, type FrontQuery } from "./generated.js";

async function ask<Data, Variables>(url: string, document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function titles(front: FrontQuery): string[] {
  return front.articles.nodes.map((article) => article.title);
}

export async function main(url: string): Promise<[string, unknown, unknown][]> {
  const front = await ask(url, FrontDocument, { first: 2, filter: { kind: [ArticleKind.News] } });
  const [article] = front.articles.nodes;
  if (!article) throw new Error("no article");
  const { node } = await ask(url, EntryDocument, { id: article.id });
  const published: string = article.publishedAt;
  const lead: string | null | undefined = article.lead;
  const text = node?.__typename === "Article" ? node.body.blocks.flatMap((block) => (block.__typename === "TextBlock" ? block.spans : [])) : [];

  // What the compiler must refuse. Each line is an error of its own; one that compiles is one too.
  // @ts-expect-error a required variable is missing
  const withoutSize = () => ask(url, FrontDocument, {});
  // @ts-expect-error there is no such kind
  const noKind = () => ask(url, FrontDocument, { first: 1, filter: { kind: ["GOSSIP"] } });
  // @ts-expect-error a lead can be missing
  const certain: () => string = () => article.lead;
  // @ts-expect-error a fact box has no body
  const body = () => (node?.__typename === "FactBox" ? node.body : null);

  return [
    ["two articles came", titles(front).length, 2],
    ["the filter holds", new Set(front.articles.nodes.map(({ kind }) => kind)).size, 1],
    ["the kind is a value of its enumeration", article.kind, ArticleKind.News],
    ["a moment is a text in UTC", /^\d{4}-\d\d-\d\dT.*Z$/.test(published), true],
    ["a lead is text or nothing", lead === null || typeof lead === "string", true],
    ["a node is narrowed by its type", node?.__typename === "Article" && node.title, article.title],
    ["blocks are narrowed by theirs", text.length > 0 && text.every((span) => typeof span.text === "string"), true],
    ["nothing that must not compile was called", [withoutSize, noKind, certain, body].length, 4],
  ];
}
