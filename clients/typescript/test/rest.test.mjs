import assert from "node:assert/strict";
import { test } from "node:test";
import { EtagCache, Problem } from "@dateline/client";
import { counting, url } from "./server.mjs";

test("a list is answered as it was asked for", async () => {
  const { dateline } = counting();
  const query = { first: 3, locale: "en", kind: ["news", "feature"], include: ["authors", "section"], fields: ["title", "kind", "bylines"] };
  const { data, page } = await dateline.get("/v1/articles", { params: { query } });
  assert.equal(data.length, 3);
  assert.equal(page.hasNext, true);
  for (const article of data) {
    // What is included is there, whether `fields` names it or not.
    assert.deepEqual(Object.keys(article).sort(), ["bylines", "id", "kind", "section", "title"]);
    assert.ok(["news", "feature"].includes(article.kind));
    assert.ok(article.bylines[0].author.name.text);
  }
});

test("a filter goes along as JSON, and names that are given twice as often as that", async () => {
  const { dateline, sent } = counting();
  const filter = { or: [{ kind: ["opinion"] }, { corrected: true }] };
  const { data } = await dateline.get("/v1/articles", { params: { query: { filter, first: 50, anyTag: ["energy", "elections"] } } });
  for (const { kind, corrections } of data) assert.ok(kind === "opinion" || corrections.length > 0);
  assert.deepEqual(sent[0].search.getAll("anyTag"), ["energy", "elections"]);
});

test("a former slug leads to the article", async () => {
  const { dateline } = counting();
  const path = { locale: "en", slug: "harbour-tunnel-breakthrough" };
  const { slug, body } = await dateline.get("/v1/articles/{locale}/{slug}", { params: { path, query: { body: ["html"] } } });
  assert.equal(slug, "harbour-tunnel-breaks-through");
  assert.match(body.html, /<aside class="factbox"/);
});

test("all pages of a list are walked, each entry once, and no page before it is wanted", async () => {
  const { dateline, sent } = counting();
  const init = { params: { query: { first: 7, fields: ["slug"] } } };
  const slugs = [];
  for await (const { id } of dateline.items("/v1/articles", init)) slugs.push(id);
  const { page } = await dateline.get("/v1/articles", { params: { query: { first: 1, total: "exact" } } });
  assert.equal(slugs.length, page.total.count);
  assert.equal(new Set(slugs).size, slugs.length);
  assert.equal(sent.length, Math.ceil(slugs.length / 7) + 1);

  sent.length = 0;
  for await (const { data } of dateline.pages("/v1/articles", init)) {
    assert.equal(data.length, 7);
    break;
  }
  assert.equal(sent.length, 1);
});

test("what is refused is a problem with its code", async () => {
  const { dateline } = counting();
  const refused = (promise) => promise.then(() => assert.fail("it was answered"), (error) => (assert.ok(error instanceof Problem, `${error.stack}`), error));

  const unknown = await refused(dateline.get("/v1/articles", { params: { query: { secton: "world" } } }));
  assert.deepEqual([unknown.status, unknown.code], [400, "UNKNOWN_PARAMETER"]);
  assert.match(unknown.message, /Did you mean section\?/);

  const size = await refused(dateline.get("/v1/articles", { params: { query: { first: 101 } } }));
  assert.deepEqual([size.code, size.errors[0].pointer], ["INVALID_PAGE", "?first"]);

  const absent = await refused(dateline.get("/v1/articles/{locale}/{slug}", { params: { path: { locale: "en", slug: "nothing" } } }));
  assert.deepEqual([absent.status, absent.code, absent.type], [404, "NOT_FOUND", "tag:dateline,2026:problem/not-found"]);

  const stranger = counting({ key: "dl_nonsense" }).dateline;
  assert.equal((await refused(stranger.get("/v1/whoami"))).code, "UNAUTHENTICATED");
  assert.equal((await refused(dateline.rest.POST("/v1/articles", { body: { locale: "en", slug: "a", title: "A" } }))).status, 401);
});

test("a key says who is asking", { skip: !process.env.CLIENT_KEY }, async () => {
  const { dateline } = counting({ key: async () => process.env.CLIENT_KEY });
  const { scopes } = await dateline.get("/v1/whoami");
  assert.ok(scopes.includes("publish"));
});

test("a copy that is still good is not sent again", async () => {
  const cache = new EtagCache();
  const { dateline, sent } = counting({ cache });
  const list = () => dateline.get("/v1/articles", { params: { query: { first: 2 } } });
  assert.deepEqual(await list(), await list());
  assert.deepEqual(sent.map(({ status }) => status), [200, 304]);
  assert.equal(cache.size, 1);
});

test("an address with a slash at its end is the same", async () => {
  const { dateline } = counting({ url: `${url}/` });
  assert.equal((await dateline.get("/v1/sections")).data.length, 5);
});
