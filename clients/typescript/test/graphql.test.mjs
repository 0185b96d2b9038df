import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Problem, QueryError, TypedDocument } from "@dateline/client";
import { ArticlePage, FrontPage, Latest, SectionPage } from "@dateline/client/documents";
import { counting, url } from "./server.mjs";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

test("a front page is one request", async () => {
  const { dateline } = counting();
  const front = await dateline.query(FrontPage, { locale: "en", locales: ["en"] });
  assert.equal(front.top.nodes.length, 6);
  assert.ok(front.sections.nodes.every(({ articles }) => articles.nodes.every(({ locale }) => locale === "en")));
});

test("an article comes with its blocks and fact boxes, also by a former address", async () => {
  const { dateline } = counting();
  const { resolve } = await dateline.query(ArticlePage, { path: "/en/harbour-tunnel-breakthrough", locale: "en" });
  assert.deepEqual([resolve.outcome, resolve.path], ["MOVED", "/en/harbour-tunnel-breaks-through"]);
  const { factBox: shown } = resolve.node.body.blocks.find(({ __typename }) => __typename === "FactBoxBlock");
  const { factBox } = resolve.node.factBoxes.find((it) => it.factBox.id === shown.id);
  assert.deepEqual([factBox.slug, factBox.revision], ["harbour-tunnel", 3]);
});

test("a section has pages", async () => {
  const { dateline } = counting();
  const first = await dateline.query(SectionPage, { slug: "world", locale: "en", locales: ["en"], first: 2 });
  const next = await dateline.query(SectionPage, { slug: "world", locale: "en", locales: ["en"], first: 2, after: first.articles.pageInfo.endCursor });
  assert.equal(new Set([...first.articles.nodes, ...next.articles.nodes].map(({ id }) => id)).size, 4);
});

test("the digest is that of the text, and is enough once the server knows it", async () => {
  const text = `query Fresh${Date.now()} { articles(first: 1) { nodes { title } } }`;
  const own = new TypedDocument(text, sha256(text));
  const { dateline, sent } = counting();
  const first = await dateline.query(own);
  assert.deepEqual(sent.map(({ method }) => method), ["GET", "POST"]);
  assert.deepEqual(await dateline.query(own), first);
  assert.deepEqual(sent.slice(2).map(({ method, search }) => [method, search.has("query")]), [["GET", false]]);
});

test("the manifest holds what the documents are", async () => {
  const manifest = JSON.parse(await readFile(new URL("../dist/persisted-documents.json", import.meta.url), "utf8"));
  for (const { text, digest } of [ArticlePage, FrontPage, Latest, SectionPage]) {
    assert.equal(digest, sha256(text));
    assert.equal(manifest[digest], text);
  }
});

test("documents of other generators work, and texts by POST", async () => {
  const preset = new String("{ articles(first: 1) { nodes { title } } }");
  for (const [persisted, method] of [[true, "GET"], [false, "POST"]]) {
    const { dateline, sent } = counting({ persisted });
    await dateline.query(preset);
    const { articles } = await dateline.query(preset);
    assert.equal(articles.nodes.length, 1);
    assert.equal(sent.at(-1).method, method);
  }
});

test("errors have their codes and what could be answered", async () => {
  const { dateline } = counting();
  await assert.rejects(dateline.query(Latest, { first: 101 }), (error) => {
    assert.ok(error instanceof QueryError);
    assert.equal(error.code, "INVALID_PAGE");
    assert.deepEqual(error.errors[0].path, ["articles"]);
    return true;
  });
  await assert.rejects(dateline.query(new String("{ nothing }")), { name: "QueryError", code: "VALIDATION_FAILED" });
  await assert.rejects(counting({ url: `${url}/elsewhere` }).dateline.query(Latest, { first: 1 }), (error) => error instanceof Problem && error.status === 404);
});

test("a mutation is sent once, by POST", async () => {
  const { dateline, sent } = counting();
  const document = new String('mutation M { articlePublish(input: { id: "019ab000-0000-7000-8000-000000000000", expectedRevision: 1 }) { userErrors { code } } }');
  await assert.rejects(dateline.query(document), QueryError);
  assert.deepEqual(sent.map(({ method }) => method), ["POST"]);
});
