// What the types promise and refuse. Compiled, never run.
import { createClient, type DatelineClient, type Document, Problem, QueryError } from "@dateline/client";
import { ArticlePage, FrontPage, Latest } from "@dateline/client/documents";
import type { Article, components } from "@dateline/client/openapi";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <A, B>(same: Same<A, B>) => same;

const dateline: DatelineClient = createClient({ url: "https://api.herald.example" });

export async function rest() {
  const list = await dateline.get("/v1/articles", { params: { query: { first: 5, kind: ["news", "feature"], filter: { or: [{ corrected: true }] } } } });
  is<(typeof list.data)[number], Article>(true);
  is<typeof list.page.next, string | null>(true);

  const some = await dateline.get("/v1/articles", { params: { query: { fields: ["title", "lead"] } } });
  is<(typeof some.data)[number], Pick<Article, "id" | "title" | "lead">>(true);
  // @ts-expect-error the slug was not asked for
  some.data.map(({ slug }) => slug);

  const one = await dateline.get("/v1/articles/{locale}/{slug}", { params: { path: { locale: "en", slug: "a" } } });
  is<typeof one, Article>(true);
  const tree = await dateline.get("/v1/sections/tree");
  is<typeof tree, components["schemas"]["SectionTree"]>(true);

  for await (const tag of dateline.items("/v1/tags", { params: { query: { fields: ["slug"] } } })) is<typeof tag, Pick<components["schemas"]["Tag"], "id" | "slug">>(true);
  for await (const page of dateline.pages("/v1/articles")) is<(typeof page.data)[number], Article>(true);

  const { data: entry } = await dateline.rest.POST("/v1/articles", { body: { locale: "en", slug: "a", title: "A" } });
  is<typeof entry, string | undefined>(false);
  is<NonNullable<typeof entry>["version"], string>(true);

  // @ts-expect-error there is no such path
  await dateline.get("/v1/artikles");
  // @ts-expect-error nor such a parameter
  await dateline.get("/v1/articles", { params: { query: { secton: "world" } } });
  // @ts-expect-error a path wants what stands in it
  await dateline.get("/v1/articles/{id}");
  // @ts-expect-error a single article has no pages
  dateline.pages("/v1/articles/{id}", { params: { path: { id: "a" } } });
}

export async function graphql() {
  const front = await dateline.query(FrontPage, { locale: "en" });
  is<(typeof front.top.nodes)[number]["lead"], string | null>(true);
  const { resolve } = await dateline.query(ArticlePage, { path: "/en/a", locale: "en" }, { cache: "no-cache" });
  if (resolve?.node?.__typename === "Article") {
    for (const block of resolve.node.body.blocks) if (block.__typename === "FactBoxBlock") is<typeof block.pinned, number | null>(true);
  }
  await dateline.query(Latest, { first: 5, filter: { kind: ["OPINION"] } });
  // @ts-expect-error a variable is missing
  await dateline.query(FrontPage);
  // @ts-expect-error there is no such kind
  await dateline.query(Latest, { first: 5, filter: { kind: ["GOSSIP"] } });
  // @ts-expect-error a fact box has no blocks
  if (resolve?.node?.__typename === "FactBox") resolve.node.body;

  // A document of a newsroom's own, as its code generator marks it.
  const own = "query Names { authors(first: 1) { nodes { slug } } }" as unknown as Document<{ authors: { nodes: { slug: string }[] } }, { [key: string]: never }>;
  is<Awaited<ReturnType<typeof names>>, { authors: { nodes: { slug: string }[] } }>(true);
  async function names() {
    return dateline.query(own);
  }
}

export function live(document: Document<{ articleChanged: { sequence: string; id: string } }, { since?: string }>, placeless: Document<{ viewer: { actor: string } }, { since?: string }>) {
  is<ReturnType<typeof stream>, AsyncGenerator<{ articleChanged: { sequence: string; id: string } }, void, undefined>>(true);
  const stream = () => dateline.follow(document, {}, { onOpen: () => undefined });
  // @ts-expect-error without a place in the log, nothing can be resumed
  dateline.follow(placeless, {});
}

export function problems(error: unknown) {
  if (error instanceof Problem) is<typeof error.code, components["schemas"]["Problem"]["code"] | "UNKNOWN">(true);
  if (error instanceof QueryError && error.code === "INVALID_PAGE") return error.errors[0]?.path;
  // @ts-expect-error there is no such code
  return error instanceof Problem && error.code === "NOT_FUOND";
}
