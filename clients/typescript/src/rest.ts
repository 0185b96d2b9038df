import createFetchClient, { type Client, type MaybeOptionalInit } from "openapi-fetch";
import type { MediaType, PathsWithMethod, ResponseObjectMap, SuccessResponse } from "openapi-typescript-helpers";
import type { Article, Author, FactBox, Image, Page, paths, Section, Tag } from "./generated/openapi.js";
import { AS_JSON, JOINED } from "./generated/parameters.js";
import { Problem } from "./problem.js";
import type { Transport } from "./transport.js";

/** The client of openapi-fetch for the paths of Dateline. What is refused is thrown as a `Problem`. */
export type RestClient = Client<paths>;

export type GetPath = PathsWithMethod<paths, "get">;
type Init<P extends GetPath> = MaybeOptionalInit<paths[P], "get">;
type Whole = Article | Author | FactBox | Image | Section | Tag;
type Answer<P extends GetPath> = SuccessResponse<ResponseObjectMap<paths[P]["get"]>, MediaType>;

// An answer has entries whole, or only the members that `fields` names. Which it is depends on the request.
type Chosen<Fields> = Fields extends readonly (infer Field)[] ? Field | "id" : never;
type Part<Entry, Fields> = Entry extends Whole ? ([Chosen<Fields>] extends [never] ? Entry : Pick<Entry, Extract<Chosen<Fields>, keyof Entry>>) : never;
type FieldsOf<I> = I extends { readonly params: { readonly query: { readonly fields: infer Fields } } } ? Fields : undefined;

/** What a GET answers: entries with the members that were asked for, and all else as it is described. */
export type Got<P extends GetPath, I> = Shown<Answer<P>, FieldsOf<I>>;
type Shown<A, Fields> = Extract<A, Whole> extends never ? (A extends { data: (infer Entry)[]; page: Page } ? ListOf<A, Entry, Fields> : A) : Part<A, Fields>;
type ListOf<A, Entry, Fields> = Extract<Entry, Whole> extends never ? A : { data: Part<Entry, Fields>[]; page: Page };

/** The paths of lists that have pages. */
export type ListPath = { [P in GetPath]: Answer<P> extends { data: unknown[]; page: Page } ? P : never }[GetPath];
type Item<L> = L extends { data: (infer Entry)[] } ? Entry : never;

type Optional<I> = undefined extends I ? [init?: I] : [init: I];

/** What reads over REST. */
export interface Rest {
  /** The whole interface, reads and writes. */
  readonly rest: RestClient;
  /** Reads. Throws a `Problem` where there is nothing to read. */
  get<P extends GetPath, const I extends Init<P>>(path: P, ...init: Optional<I>): Promise<Got<P, I>>;
  /** The pages of a list, each when it is asked for. */
  pages<P extends ListPath, const I extends Init<P>>(path: P, ...init: Optional<I>): AsyncGenerator<Got<P, I>, void, undefined>;
  /** What stands in a list, over all pages. */
  items<P extends ListPath, const I extends Init<P>>(path: P, ...init: Optional<I>): AsyncGenerator<Item<Got<P, I>>, void, undefined>;
}

export function rest(url: string, send: Transport): Rest {
  const client = createFetchClient<paths>({ baseUrl: url, fetch: (request) => send(request), querySerializer });
  client.use({
    async onResponse({ response }) {
      if (!response.ok) throw await Problem.of(response);
    },
  });

  // The types are those of the interface; openapi-fetch keeps them for itself.
  const GET = client.GET as (path: string, init?: object) => Promise<{ data: unknown }>;
  const get = async (path: string, init?: object) => (await GET(path, init)).data;

  async function* pages(path: string, init: { params?: { query?: object } } = {}) {
    let after: string | null | undefined;
    do {
      const query = { ...init.params?.query, ...(after === undefined ? {} : { after }) };
      const page = (await get(path, { ...init, params: { ...init.params, query } })) as { data: unknown[]; page: Page };
      yield page;
      after = page.page.next;
    } while (after !== null);
  }

  async function* items(path: string, init?: object) {
    for await (const page of pages(path, init)) yield* page.data;
  }

  return { rest: client, get, pages, items } as unknown as Rest;
}

type Scalar = string | number | boolean;

/** Writes parameters as the description of the interface says, each in its own way. */
export function querySerializer(query: Record<string, unknown>): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    const values = [value as Scalar | Scalar[]].flat();
    if (AS_JSON.has(name)) written.append(name, JSON.stringify(value));
    else if (JOINED.has(name)) written.append(name, values.join(","));
    else for (const one of values) written.append(name, String(one));
  }
  return written.toString();
}
