import { type Document, digestOf } from "./document.js";
import { type GraphQLError, Problem, QueryError } from "./problem.js";
import type { Transport } from "./transport.js";

/** Variables may be left out where all of them may. */
export type VariablesOf<Variables> = Record<string, never> extends Variables ? [variables?: Variables | undefined] : [variables: Variables];

export interface QueryOptions {
  /** Calls it off. */
  readonly signal?: AbortSignal;
  /** What a browser's cache may do: with `no-cache` it asks whether its copy is still good. */
  readonly cache?: RequestCache;
  /** The languages that are wanted. */
  readonly acceptLanguage?: string;
}

export interface GraphQL {
  /**
   * Runs a query or a mutation. Throws a `QueryError` when anything went wrong, and a `Problem` when no answer came of
   * GraphQL.
   */
  query<Result, Variables>(
    document: Document<Result, Variables>,
    ...rest: [...variables: VariablesOf<Variables>, options?: QueryOptions]
  ): Promise<Result>;
}

export const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[];
}

/** Whether a document is only read: then it can be tried again, and asked for by GET. */
const reads = (text: string) => !/^\s*mutation\b/m.test(text);

/**
 * `persisted`: queries are asked for by GET, with the digest of the document instead of the document, which caches and
 * CDNs can keep. A server that does not know the digest is told the document once.
 */
export function graphql(url: string, send: Transport, persisted: boolean): GraphQL {
  const endpoint = `${url}/graphql`;
  let digests = persisted;

  async function ask(request: Request, reading: boolean): Promise<Answered> {
    const response = await send(request, reading);
    const type = response.headers.get("content-type") ?? "";
    // Whoever does not speak GraphQL has a problem document, or words of a gateway.
    if (!/application\/(graphql-response\+)?json/.test(type)) throw await Problem.of(response);
    return (await response.json()) as Answered;
  }

  async function run(document: Document<unknown, never>, variables: object = {}, options: QueryOptions = {}): Promise<unknown> {
    const { acceptLanguage, ...passed } = options;
    const text = document.toString();
    const headers = { accept: ACCEPT, ...(acceptLanguage === undefined ? {} : { "accept-language": acceptLanguage }) };
    const digest = digests && reads(text) ? await digestOf(document) : undefined;
    const extensions = digest === undefined ? undefined : { persistedQuery: { version: 1, sha256Hash: digest } };

    if (extensions) {
      // The same members in the same order, so that caches know the address again.
      const address = new URLSearchParams({ extensions: JSON.stringify(extensions), variables: JSON.stringify(variables) });
      const answer = await ask(new Request(`${endpoint}?${address.toString()}`, { ...passed, headers }), true);
      const code = answer.errors?.[0]?.extensions?.code;
      // A server that keeps no documents is not asked for one again.
      if (code === "PERSISTED_QUERY_NOT_SUPPORTED") digests = false;
      else if (code !== "PERSISTED_QUERY_NOT_FOUND") return result(answer);
    }
    const body = JSON.stringify({ query: text, variables, extensions: digests ? extensions : undefined });
    const sent = new Request(endpoint, { ...passed, method: "POST", body, headers: { ...headers, "content-type": "application/json" } });
    return result(await ask(sent, reads(text)));
  }

  return { query: run as unknown as GraphQL["query"] };
}

export function result({ data, errors }: Answered): unknown {
  if (errors && errors.length > 0) throw new QueryError(errors, data);
  return data;
}
