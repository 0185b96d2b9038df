import type { EtagCache } from "./cache.js";

/** A key, or what gives one for each request. */
export type Key = string | (() => string | Promise<string>);

export interface TransportOptions {
  /** A key or token; sent as `Authorization: Bearer …`. */
  readonly key?: Key;
  /** Milliseconds after which a try is given up. 10,000 unless given; 0 is never. */
  readonly timeout?: number;
  /** How often a read is tried again when the server is busy (429, 503). 2 unless given. */
  readonly retries?: number;
  /** The longest wait before another try, in milliseconds; who asks for more is not waited for. 10,000 unless given. */
  readonly patience?: number;
  /** Where answers are kept. None unless given. */
  readonly cache?: EtagCache;
  /** What sends requests: `fetch` unless given. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export type Transport = (request: Request, reads?: boolean) => Promise<Response>;

const BUSY = new Set([429, 503]);

/** What all requests go through: who asks, how long it may take, what is tried again, and what is kept. */
export function transport(options: TransportOptions): Transport {
  const { key, timeout = 10_000, retries = 2, patience = 10_000, cache } = options;
  const fetch = options.fetch ?? ((request: Request) => globalThis.fetch(request));

  /** Sends a request, or a copy of it, until either the time is over or the request is called off. */
  async function once(request: Request, copy = request): Promise<Response> {
    if (timeout === 0) return fetch(copy);
    const limit = new AbortController();
    const limited = new Request(copy, { signal: limit.signal });
    // A signal that follows another is only held by its request, and Node forgets requests that nobody holds. So both are
    // held here, until the time is over: the body, too, must have come by then.
    const end = (reason: unknown) => limited.signal.aborted || limit.abort(reason);
    request.signal.addEventListener("abort", () => end(request.signal.reason), { once: true });
    const timer: unknown = setTimeout(() => end(new DOMException(`no answer within ${timeout} ms`, "TimeoutError")), timeout);
    // In Node, a timer would keep the program running.
    (timer as { unref?: () => void }).unref?.();
    return fetch(limited);
  }

  async function persistently(request: Request): Promise<Response> {
    for (let attempt = 0; ; attempt += 1) {
      const last = attempt >= retries;
      const response = await once(request, last ? request : request.clone());
      const wait = BUSY.has(response.status) ? delay(response, attempt) : undefined;
      if (last || wait === undefined || wait > patience) return response;
      response.body?.cancel().catch(() => undefined);
      await pause(wait, request.signal);
    }
  }

  return async (request, reads = request.method === "GET" || request.method === "HEAD") => {
    if (key !== undefined) request.headers.set("authorization", `Bearer ${typeof key === "string" ? key : await key()}`);
    if (!reads) return once(request);
    return cache && request.method === "GET" ? cache.fetch(request, persistently) : persistently(request);
  };
}

/** What `Retry-After` says, in milliseconds; where it says nothing, twice as long each time, and not all at once. */
function delay(response: Response, attempt: number): number {
  const after = response.headers.get("retry-after");
  const said = after === null ? NaN : /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isNaN(said) ? 250 * 2 ** attempt * (1 + Math.random()) : Math.max(said, 0);
}

/** Waits, unless it is called off: then it fails with the reason. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
