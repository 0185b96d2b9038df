// Live updates of the server itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "@dateline/client";
import { ArticleChanged } from "@dateline/client/documents";
import { url } from "./server.mjs";

const desk = createClient({ url, key: process.env.CLIENT_KEY });
test("what is published and withdrawn is told, and told again to whoever comes back", { timeout: 20_000 }, async () => {
  const slug = `followed-${Date.now()}`;
  const { data: entry } = await desk.rest.POST("/v1/articles", { body: { locale: "en", slug, title: "Followed", section: "science" } });
  const act = async (verb, body) => {
    const { version } = await desk.get("/v1/articles/{id}/working-copy", { params: { path: { id: entry.id } } });
    await desk.rest.POST(`/v1/articles/{id}/${verb}`, { params: { path: { id: entry.id }, header: { "If-Match": `"${version}"` } }, body });
  };
  const filter = { section: "science" };
  const seen = [];
  for await (const { articleChanged } of createClient({ url }).follow(ArticleChanged, { filter }, { onOpen: () => void act("publish", {}) })) {
    if (articleChanged.articleId !== entry.id) continue;
    seen.push(articleChanged);
    if (seen.length === 1) await act("withdraw", { note: "A test." });
    else break;
  }
  assert.deepEqual(seen.map(({ type, article }) => [type, article?.title]), [["PUBLISHED", "Followed"], ["WITHDRAWN", undefined]]);

  for await (const { articleChanged } of createClient({ url }).follow(ArticleChanged, { filter, since: seen[0].sequence })) {
    assert.deepEqual(articleChanged, seen[1]);
    break;
  }
});
