// The server that the tests ask: one with the sample newsroom, started by `clients/run`.
import { createClient } from "@dateline/client";

export const url = process.env.CLIENT_URL ?? "http://localhost:8080";

/** A client that counts what it sends. */
export function counting(options = {}) {
  const sent = [];
  const fetch = async (request) => {
    const response = await globalThis.fetch(request);
    const { pathname, searchParams } = new URL(request.url);
    sent.push({ method: request.method, path: pathname, search: searchParams, status: response.status });
    return response;
  };
  return { dateline: createClient({ url, fetch, ...options }), sent };
}
