// graphql-ws and graphql-sse: following what the desk does, losing the connection, and going on without a gap.
//
//   LIVE_KEY=… [LIVE_WRITES_TO=http://127.0.0.1:8081] node live.mjs http://127.0.0.1:8080/graphql
import { createClient as createSocket } from "graphql-ws";
import { createClient as createEvents } from "graphql-sse";
import WebSocket from "ws";
import { ask, check, done, url } from "./check.mjs";

// The node that the desk writes on: this one, or another of the same database.
const base = process.env.LIVE_WRITES_TO ?? new URL(url).origin;
const socketUrl = url.replace(/^http/, "ws");
const bearer = { authorization: `Bearer ${process.env.LIVE_KEY}` };

async function rest(method, path, body, revision) {
  const headers = { "content-type": "application/json", ...bearer };
  if (revision) headers["if-match"] = `"${revision}"`;
  const response = await fetch(base + path, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

let count = 0;

// An article that is public at once, or from a moment on; its address.
async function publish(title, release = {}) {
  count += 1;
  const slug = `live-${process.pid}-${count}`;
  const made = await rest("POST", "/v1/articles", { locale: "en", slug, title, section: "world", body: { markdown: "One." } });
  const path = made.headers.get("location");
  await rest("POST", `${path}/publish`, release, 1);
  return path;
}

async function within(seconds, what, promise) {
  const late = new Promise((_, refuse) => setTimeout(() => refuse(new Error(`${what} did not come within ${seconds} seconds`)), seconds * 1000));
  return Promise.race([promise, late]);
}

// What a client has heard, and a way to wait for more.
function listener() {
  const events = [];
  let wake = () => {};
  return {
    events,
    errors: [],
    hear(event) {
      events.push(event);
      wake();
    },
    async until(number) {
      while (events.length < number) await within(10, `event ${number} after ${JSON.stringify(events)}`, new Promise((resolve) => (wake = resolve)));
      return events[number - 1];
    },
  };
}

const latest = async () => (await ask({ query: "{ latestChange articles(first: 1) { nodes { id } } }" })).data.latestChange;
const CHANGES = "subscription Changes($since: Sequence) { changes(since: $since, kinds: [ARTICLE]) { sequence type entryId entry { ... on Article { title } } } }";
const WORLD = 'subscription World($since: Sequence) { articleChanged(filter: { section: "world" }, since: $since) { sequence type articleId article { title updatedAt } } }';

// Follows with either client, notes the place of each event in the variables that are sent again, and cuts the line.
async function follows(name, connect) {
  const heard = listener();
  // Both clients send the same object again after a disconnect, so the place goes into it.
  const request = { query: CHANGES, variables: { since: await latest() } };
  const connection = connect(request, {
    next: ({ data, errors }) => {
      if (errors) throw new Error(JSON.stringify(errors));
      request.variables.since = data.changes.sequence;
      heard.hear(data.changes);
    },
    error: (error) => heard.errors.push(error),
    complete: () => {},
  });
  await connection.open();

  const path = await publish(`${name} one`);
  const first = await heard.until(1);
  check(`${name}: what becomes public is told`, [first.type, first.entry.title], ["PUBLISHED", `${name} one`]);
  check(`${name}: it is the article that was made`, path.endsWith(first.entryId));

  await connection.cut();
  await publish(`${name} two`);
  await rest("POST", `${path}/withdraw`, { note: "A test." }, 1);
  await connection.open();
  const [, second, third] = [await heard.until(1), await heard.until(2), await heard.until(3)];
  check(`${name}: what happened while it was away comes then`, [second.entry.title, third.type, third.entry], [`${name} two`, "WITHDRAWN", null]);

  const soon = new Date(Date.now() + 2000).toISOString();
  await publish(`${name} planned`, { at: soon });
  const planned = await heard.until(4);
  check(`${name}: what was planned is told when its moment comes, and not before`, [planned.entry.title, Date.now() >= Date.parse(soon)], [`${name} planned`, true]);

  const sequences = heard.events.map((event) => BigInt(event.sequence));
  check(`${name}: everything once, in order`, sequences.every((place, index) => index === 0 || place > sequences[index - 1]) && heard.events.length, 4);
  check(`${name}: nothing went wrong`, heard.errors, []);
  await connection.end();
}

await follows("graphql-ws", (request, sink) => {
  let socket;
  let opened;
  let away = false;
  let back = () => {};
  const open = () => (opened = new Promise((resolve) => (back = resolve)));
  open();
  const client = createSocket({
    url: socketUrl,
    webSocketImpl: WebSocket,
    lazy: true,
    retryAttempts: 50,
    retryWait: async () => {
      do await new Promise((resolve) => setTimeout(resolve, 50));
      while (away);
    },
    shouldRetry: () => true,
    on: { connected: (now) => ((socket = now), back()) },
  });
  client.subscribe(request, sink);
  return {
    open: async () => {
      away = false;
      await within(10, "a connection", opened);
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    cut: async () => {
      away = true;
      open();
      socket.terminate();
    },
    end: async () => client.dispose(),
  };
});

await follows("graphql-sse", (request, sink) => {
  let cut = new AbortController();
  let away = false;
  const client = createEvents({
    url,
    retryAttempts: 50,
    retry: async () => {
      do await new Promise((resolve) => setTimeout(resolve, 50));
      while (away);
    },
    // A line that breaks in the middle of an answer.
    fetchFn: async (address, options) => {
      const response = await fetch(address, options);
      const reader = response.body.getReader();
      const broken = new Promise((_, refuse) => cut.signal.addEventListener("abort", () => refuse(new TypeError("the line is cut"))));
      const body = new ReadableStream({
        pull: async (sinkOfBody) => {
          try {
            const { done: over, value } = await Promise.race([reader.read(), broken]);
            if (over) sinkOfBody.close();
            else sinkOfBody.enqueue(value);
          } catch (error) {
            reader.cancel().catch(() => {});
            sinkOfBody.error(error);
          }
        },
      });
      return new Response(body, { status: response.status, headers: response.headers });
    },
  });
  const dispose = client.subscribe(request, sink);
  return {
    open: async () => {
      away = false;
      await new Promise((resolve) => setTimeout(resolve, 400));
    },
    cut: async () => {
      away = true;
      cut.abort();
      cut = new AbortController();
    },
    end: async () => dispose(),
  };
});

// One socket for everything: a query, a filter, a refusal, and a key in the first message.
const client = createSocket({ url: socketUrl, webSocketImpl: WebSocket, connectionParams: { Authorization: bearer.authorization } });
const once = (request) =>
  new Promise((resolve, refuse) => {
    let result;
    client.subscribe(request, { next: (value) => (result = value), error: refuse, complete: () => resolve(result) });
  });
const drafts = await once({ query: "{ articles(first: 1, perspective: DRAFT) { nodes { id } } }" });
check("a query runs on a socket, and with the rights of its key", drafts.data.articles.nodes.length, 1);
const refused = await once({ query: "{ nonsense }" }).catch((errors) => errors);
check("what is not valid is an error", refused[0].extensions.code, "VALIDATION_FAILED");
const ahead = await once({ query: CHANGES, variables: { since: "999999999" } }).catch((errors) => errors);
check("nobody follows from a place that is not yet", ahead[0].extensions.code, "INVALID_PARAMETER");

const world = listener();
const stop = client.subscribe(
  { query: WORLD, variables: { since: await latest() } },
  { next: ({ data }) => world.hear(data.articleChanged), error: (error) => world.errors.push(error), complete: () => {} },
);
const leaving = await publish("Of the world");
check("an article comes into a list", (await world.until(1)).article.title, "Of the world");
await rest("PATCH", leaving, { section: "region" }, 1);
await rest("POST", `${leaving}/publish`, {}, 2);
const left = await world.until(2);
check("and leaves it", [left.type, left.article], ["UPDATED", null]);
stop();
await client.dispose();

// Events by GET, as EventSource asks for them.
const since = await latest();
await publish("For EventSource");
const query = `${url}?${new URLSearchParams({ query: CHANGES, variables: JSON.stringify({ since: "0" }) })}`;
const stream = await fetch(query, { headers: { accept: "text/event-stream", "last-event-id": since } });
let text = "";
for await (const part of stream.body.pipeThrough(new TextDecoderStream())) {
  text += part;
  if (text.includes("For EventSource")) break;
}
check("EventSource goes on behind the last event", /^:\n\nevent: next\nid: \d+\ndata: \{.*For EventSource.*\}\n\n/.test(text));

done("graphql-ws and graphql-sse");
