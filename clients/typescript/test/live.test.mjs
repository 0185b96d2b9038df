// Live updates from a server of graphql-sse, the reference of the protocol, with a log of changes like that of Dateline.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { createClient, QueryError } from "@dateline/client";
import { buildSchema } from "graphql";
import { createHandler } from "graphql-sse/lib/use/http";
import { setTimeout as sleep } from "node:timers/promises";

const schema = buildSchema("type Query { a: Int } type Change { sequence: String! id: ID! } type Subscription { changes(since: String): Change! }");
const CHANGES = new String("subscription Changes($since: String) { changes(since: $since) { sequence id } }");

const log = [];
let wake = deferred();
const asked = [];
// What is being answered, and after how many events that comes to an abrupt end, once.
const answers = new Set();
let breakAfter = Infinity;

function deferred() {
  let resolve;
  return { promise: new Promise((done) => (resolve = done)), resolve };
}

function append(id) {
  log.push({ sequence: `${log.length + 1}`, id });
  const { resolve } = wake;
  wake = deferred();
  resolve();
}

async function* changes({ since }) {
  asked.push(since ?? null);
  let at = since === undefined || since === null ? log.length : Number(since);
  for (let sent = 0; ; ) {
    while (at >= log.length) await wake.promise;
    if (sent++ === breakAfter) {
      breakAfter = Infinity;
      await sleep(50); // What was sent shall have come.
      for (const answer of answers) answer.destroy();
      return;
    }
    yield { changes: log[at++] };
  }
}

schema.getSubscriptionType().getFields().changes.subscribe = (_root, variables) => changes(variables);
const handler = createHandler({ schema });
let busy = 0;
const server = createServer((request, response) => {
  if (busy-- > 0) return void response.writeHead(503, { "retry-after": "0" }).end();
  // What breaks when a test hangs up is no failure of it.
  answers.add(response.on("close", () => answers.delete(response)));
  handler(request, response).catch(() => response.destroy());
});
let dateline;
before(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  dateline = createClient({ url: `http://127.0.0.1:${server.address().port}` });
});
after(() => (server.closeAllConnections(), server.close()));

test("events come as they happen, and leaving ends the connection", async () => {
  const seen = [];
  const leave = new AbortController();
  for await (const { changes } of dateline.follow(CHANGES, {}, { signal: leave.signal, onOpen: () => void sleep(50).then(() => ["a", "b", "c"].forEach(append)) })) {
    seen.push(changes.id);
    if (seen.length === 3) leave.abort();
  }
  assert.deepEqual(seen, ["a", "b", "c"]);
  await sleep(50);
  assert.equal(answers.size, 0);
});

test("a connection that is lost is resumed behind the last event: none is missed, none comes twice", async () => {
  asked.length = 0;
  breakAfter = 2;
  const seen = [];
  for await (const { changes } of dateline.follow(CHANGES, { since: "0" })) {
    seen.push(changes.id);
    if (seen.length === 3) append("d");
    if (changes.id === "d") break;
  }
  assert.deepEqual(seen, ["a", "b", "c", "d"]);
  assert.deepEqual(asked, ["0", "2"]);
});

test("a server that is busy is asked again", async () => {
  busy = 1;
  for await (const { changes } of dateline.follow(CHANGES, { since: "3" })) {
    assert.equal(changes.id, "d");
    break;
  }
});

test("silence counts as a lost connection", async () => {
  const stream = dateline.subscribe(CHANGES, { since: null }, { silence: 50 });
  await assert.rejects(stream.next(), { name: "TypeError", message: "nothing came for 50 ms" });
});

test("what is refused is not tried again", async () => {
  await assert.rejects(dateline.follow(new String("subscription { nothing { sequence } }"), {}).next(), QueryError);
});
