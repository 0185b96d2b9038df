import { type GraphQL, graphql } from "./graphql.js";
import { type Live, live } from "./live.js";
import { type Rest, rest } from "./rest.js";
import { transport, type TransportOptions } from "./transport.js";

export interface ClientOptions extends TransportOptions {
  /** Where Dateline is: `https://api.herald.example`. */
  readonly url: string;
  /** Whether queries are sent by their digests, with GET, so that caches can keep them. They are unless this is false. */
  readonly persisted?: boolean;
}

export interface DatelineClient extends Rest, GraphQL, Live {}

/** A client of one Dateline server. It holds nothing open. */
export function createClient({ url, persisted = true, ...options }: ClientOptions): DatelineClient {
  const base = url.replace(/\/+$/, "");
  const send = transport(options);
  // A stream of events lasts; what watches over it is its silence.
  const stream = transport({ ...options, timeout: 0 });
  return { ...rest(base, send), ...graphql(base, send, persisted), ...live(base, stream) };
}
