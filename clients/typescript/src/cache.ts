/**
 * Keeps answers in memory and asks whether they are still good, by their `ETag`. For programs: browsers have a cache that
 * does the same, and would have to ask for leave (CORS) before they send `If-None-Match` to another host.
 */
export class EtagCache {
  readonly #kept = new Map<string, { readonly etag: string; readonly body: ArrayBuffer; readonly headers: Headers }>();
  readonly #entries: number;
  readonly #bytes: number;
  #used = 0;

  /** The answers that are kept at most, and their bytes together. What was not used for longest goes first. */
  constructor({ entries = 500, bytes = 20_000_000 } = {}) {
    this.#entries = entries;
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** Sends a GET; when the copy that is kept is still good, answers with that. */
  async fetch(request: Request, send: (request: Request) => Promise<Response>): Promise<Response> {
    const key = keyOf(request);
    const copy = this.#kept.get(key);
    if (copy) request.headers.set("if-none-match", copy.etag);
    const response = await send(request);
    if (copy && response.status === 304) {
      this.#drop(key);
      this.#keep(key, copy);
      return new Response(copy.body.slice(0), { status: 200, headers: copy.headers });
    }
    const etag = response.headers.get("etag");
    if (response.status !== 200 || etag === null || response.headers.get("cache-control")?.includes("no-store")) return response;
    const body = await response.arrayBuffer();
    this.#drop(key);
    this.#keep(key, { etag, body, headers: response.headers });
    return new Response(body.slice(0), response);
  }

  #keep(key: string, copy: { etag: string; body: ArrayBuffer; headers: Headers }): void {
    this.#kept.set(key, copy);
    this.#used += copy.body.byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#entries && this.#used <= this.#bytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#used -= this.#kept.get(key)?.body.byteLength ?? 0;
    this.#kept.delete(key);
  }
}

// Whatever an answer may depend on.
const keyOf = ({ url, headers }: Request) =>
  JSON.stringify([url, headers.get("accept"), headers.get("accept-language"), headers.get("authorization")]);
