import { EventSourceParserStream } from "eventsource-parser/stream";
import type { Document } from "./document.js";
import { type GraphQLError, Problem } from "./problem.js";
import { result } from "./graphql.js";
import { pause, type Transport } from "./transport.js";

export interface SubscribeOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Called when the server has begun to answer: from then on, nothing is missed. */
  readonly onOpen?: () => void;
  /** Milliseconds of silence after which a connection counts as lost; signs of life count. 60,000 unless given. */
  readonly silence?: number;
}

/** An event that says where it stands in the log of changes. */
export interface Sequenced {
  readonly sequence: string | number;
}

export interface Live {
  /** The events of a subscription over one connection, in the protocol of graphql-sse. Ends when the server ends it. */
  subscribe<Result, Variables>(
    document: Document<Result, Variables>,
    variables: Variables,
    options?: SubscribeOptions,
  ): AsyncGenerator<Result, void, undefined>;
  /**
   * The same for as long as it is wanted: when the connection is lost, another begins behind the last event that came.
   * The document has a variable `since`, and its field selects `sequence`. Ends with `signal`, and throws what the server
   * refuses.
   */
  follow<Result extends Record<string, Sequenced>, Variables extends { since?: unknown }>(
    document: Document<Result, Variables>,
    variables: Variables,
    options?: SubscribeOptions,
  ): AsyncGenerator<Result, void, undefined>;
}

export function live(url: string, send: Transport): Live {
  async function* subscribe(document: Document<unknown, never>, variables: object, options: SubscribeOptions = {}) {
    const { signal, onOpen, silence = 60_000 } = options;
    signal?.throwIfAborted();
    const lost = new AbortController();
    const request = new Request(`${url}/graphql`, {
      method: "POST",
      body: JSON.stringify({ query: document.toString(), variables }),
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      signal: lost.signal,
    });
    // As in `transport`, the request is held as long as it may have to be ended.
    const end = (reason: unknown) => request.signal.aborted || lost.abort(reason);
    const leave = () => end(signal?.reason);
    signal?.addEventListener("abort", leave, { once: true });
    const silent = () => end(new TypeError(`nothing came for ${silence} ms`));
    let timer = setTimeout(silent, silence);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(silent, silence);
    };
    try {
      const response = await send(request, false);
      if (!response.ok || !response.body) throw await Problem.of(response);
      onOpen?.();
      for await (const event of events(response.body, alive)) {
        if (event.event === "complete") return;
        if (event.event === "next") yield result(JSON.parse(event.data) as { data?: unknown; errors?: GraphQLError[] });
      }
      throw new TypeError("the connection was closed");
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
      lost.abort();
    }
  }

  async function* follow(document: Document<unknown, never>, variables: { since?: unknown }, options: SubscribeOptions = {}) {
    const { signal = new AbortController().signal } = options;
    let { since } = variables;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        for await (const event of subscribe(document, { ...variables, since }, options)) {
          failures = 0;
          since = Object.values(event as Record<string, Sequenced>)[0]?.sequence ?? since;
          yield event;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!isPassing(error)) throw error;
      }
      // At first soon, then less and less often, and not everybody at the same moment.
      await pause(Math.min(1000 * 2 ** failures, 30_000) * (0.5 + Math.random() / 2), signal).catch(() => undefined);
    }
  }

  return { subscribe, follow } as unknown as Live;
}

/** A connection that was lost and a server that restarts come back; what was refused does not. */
const isPassing = (error: unknown) =>
  error instanceof Problem ? error.status === 429 || error.status >= 500 : error instanceof TypeError || error instanceof DOMException;

async function* events(body: ReadableStream<Uint8Array>, alive: () => void) {
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      alive();
      controller.enqueue(bytes);
    },
  });
  const decoder = new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>;
  const reader = body.pipeThrough(watched).pipeThrough(decoder).pipeThrough(new EventSourceParserStream()).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
