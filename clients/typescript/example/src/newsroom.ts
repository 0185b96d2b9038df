// All that the reader asks of Dateline.
import { createClient, Problem, QueryError } from "@dateline/client";
import {
  ArticleChanged,
  ArticlePage,
  FrontPage,
  MastheadOnly,
  SearchPage,
  SectionPage,
} from "@dateline/client/documents";

const setting = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content;
export const api = setting("dateline") ?? "http://localhost:8080";
const dateline = createClient({ url: api });

// With `no-cache`, the browser asks whether the copy that it has is still good: most answers are a 304 without a body.
export interface Asking {
  readonly signal: AbortSignal;
  readonly cache?: RequestCache;
}

const into = (locale: string) => ({ locale, locales: [locale] });

export const front = (locale: string, asking: Asking) => dateline.query(FrontPage, into(locale), asking);
export const masthead = (locale: string, asking: Asking) => dateline.query(MastheadOnly, into(locale), asking);
export const article = (locale: string, slug: string, asking: Asking) =>
  dateline.query(ArticlePage, { ...into(locale), path: `/${locale}/${slug}` }, asking);
export const section = (locale: string, slug: string, after: string | null, asking: Asking) =>
  dateline.query(SectionPage, { ...into(locale), slug, ...(after === null ? {} : { after }) }, asking);

export const searchArticles = (locale: string, q: string, asking: Asking) => dateline.query(SearchPage, { ...into(locale), q }, asking);

/** Calls `changed` whenever an article in a language did, until the signal ends it. */
export async function watch(locale: string, signal: AbortSignal, changed: () => void): Promise<void> {
  try {
    // What changed before the stream was open is seen by asking once when it is.
    const options = { signal, onOpen: changed };
    for await (const _event of dateline.follow(ArticleChanged, { filter: { locale: [locale] } }, options)) changed();
  } catch (error) {
    if (!(error instanceof Problem || error instanceof QueryError)) throw error;
    // A server without live updates is asked from time to time, and answers that nothing is new with a few bytes.
    const timer = setInterval(() => document.visibilityState === "visible" && changed(), Number(setting("poll") ?? 20) * 1000);
    signal.addEventListener("abort", () => clearInterval(timer));
  }
}
