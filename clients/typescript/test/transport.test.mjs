// What happens when the server is busy, slow or gone: answers here are made up.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createClient, EtagCache, Problem } from "@dateline/client";

const json = (body, init) => Response.json(body, init);
const problem = (status, code, headers = {}) => json({ type: "t", title: "T", status, code, detail: "D" }, { status, headers: { "content-type": "application/problem+json", ...headers } });
const list = { data: [], page: { next: null, previous: null, hasNext: false, hasPrevious: false } };

function client(answers, options = {}) {
  const requests = [];
  const fetch = async (request) => {
    requests.push(request);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    return typeof answer === "function" ? answer(request) : answer.clone();
  };
  return { dateline: createClient({ url: "http://dateline.invalid", fetch, ...options }), requests };
}

test("a read waits as long as a busy server asks, and tries again", async () => {
  const { dateline, requests } = client([problem(429, "RATE_LIMITED", { "retry-after": "1" }), json(list)]);
  const begin = performance.now();
  assert.deepEqual(await dateline.get("/v1/tags"), list);
  assert.ok(performance.now() - begin > 950);
  assert.equal(requests.length, 2);
});

test("not for ever, and not longer than patience lasts", async () => {
  const busy = client([problem(503, "UNAVAILABLE", { "retry-after": "0" })]);
  await assert.rejects(busy.dateline.get("/v1/tags"), { code: "UNAVAILABLE", status: 503 });
  assert.equal(busy.requests.length, 3);
  const tomorrow = client([problem(503, "UNAVAILABLE", { "retry-after": new Date(Date.now() + 86_400_000).toUTCString() })]);
  await assert.rejects(tomorrow.dateline.get("/v1/tags"), Problem);
  assert.equal(tomorrow.requests.length, 1);
});

test("a write is not sent twice", async () => {
  const { dateline, requests } = client([problem(503, "UNAVAILABLE", { "retry-after": "0" })]);
  await assert.rejects(dateline.rest.POST("/v1/articles", { body: { locale: "en", slug: "a", title: "A" } }), { code: "UNAVAILABLE" });
  assert.equal(requests.length, 1);
});

test("a query by POST is a read, and its text is there for each try", async () => {
  const { dateline, requests } = client([problem(503, "UNAVAILABLE", { "retry-after": "0" }), json({ data: { viewer: 1 } })], { persisted: false });
  assert.deepEqual(await dateline.query(new String("{ viewer }")), { viewer: 1 });
  assert.equal(requests.length, 2);
});

test("a server that keeps no documents is asked for one only once", async () => {
  const unsupported = json({ errors: [{ message: "No.", extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }] });
  const { dateline, requests } = client([unsupported, json({ data: { viewer: 1 } })]);
  for (let time = 0; time < 2; time += 1) assert.deepEqual(await dateline.query(new String("{ viewer }")), { viewer: 1 });
  assert.deepEqual(requests.map(({ method }) => method), ["GET", "POST", "POST"]);
});

const never = ({ signal }) =>
  new Promise((_, reject) => {
    const awake = setInterval(() => undefined, 1000);
    signal.addEventListener("abort", () => (clearInterval(awake), reject(signal.reason)));
  });

test("what takes too long is given up, and what is called off ends at once", async () => {
  await assert.rejects(client([never], { timeout: 20 }).dateline.get("/v1/tags"), { name: "TimeoutError" });
  const leave = new AbortController();
  setTimeout(() => leave.abort(), 20);
  await assert.rejects(client([never]).dateline.get("/v1/tags", { signal: leave.signal }), { name: "AbortError" });
  const waiting = client([problem(503, "UNAVAILABLE", { "retry-after": "9" })]);
  await assert.rejects(waiting.dateline.get("/v1/tags", { signal: AbortSignal.timeout(20) }), { name: "TimeoutError" });
});

test("words of a gateway are a problem without a code", async () => {
  const { dateline } = client([new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway", headers: { "content-type": "text/html" } })]);
  await assert.rejects(dateline.get("/v1/tags"), { name: "Problem", code: "UNKNOWN", status: 502, message: "502 Bad Gateway" });
});

test("a cache keeps as much as it may, and nothing for somebody else", async () => {
  const cache = new EtagCache({ entries: 2 });
  const answer = (request) => (request.headers.has("if-none-match") ? new Response(null, { status: 304 }) : json(list, { headers: { etag: `"${request.url}"` } }));
  let key = "a";
  const { dateline, requests } = client([answer], { cache, key: () => key });
  for (const path of ["/v1/tags", "/v1/authors", "/v1/tags", "/v1/sections", "/v1/tags", "/v1/authors"]) await dateline.get(path);
  assert.deepEqual(requests.map(({ headers }) => headers.has("if-none-match")), [false, false, true, false, true, false]);
  key = "b";
  await dateline.get("/v1/tags");
  assert.equal(requests.at(-1).headers.get("if-none-match"), null);
  assert.equal(cache.size, 2);

  const none = new EtagCache();
  await client([json(list, { headers: { etag: '"1"', "cache-control": "no-store" } })], { cache: none }).dateline.get("/v1/tags");
  assert.equal(none.size, 0);
});

test("also when Node cleans up its memory meanwhile", async (t) => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const cleaning = setInterval(() => collect(), 10);
  // Authors begin to come, and nothing else does.
  const server = createServer(({ url }, response) => {
    if (!url.startsWith("/v1/authors")) return;
    response.writeHead(200, { "content-type": "application/json" });
    response.write("{");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => (clearInterval(cleaning), server.closeAllConnections(), server.close()));
  const url = `http://127.0.0.1:${server.address().port}`;
  const dateline = createClient({ url, timeout: 200 });
  await assert.rejects(dateline.get("/v1/tags"), { name: "TimeoutError" });
  await assert.rejects(dateline.get("/v1/authors"), { name: "TimeoutError" });
  const leave = new AbortController();
  setTimeout(() => leave.abort(), 100);
  await assert.rejects(dateline.get("/v1/tags", { signal: leave.signal }), { name: "AbortError" });
  const stream = createClient({ url }).subscribe(new String("subscription { a }"), {}, { silence: 100 });
  await assert.rejects(stream.next(), { message: "nothing came for 100 ms" });
});
