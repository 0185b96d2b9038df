// The pages: what each asks for, and what it makes of the answer.
import type { MastheadFragment, TeaserFragment } from "@dateline/client/documents";
import { type Article, body, day, picture } from "./blocks.js";
import { html, type Markup, trusted } from "./html.js";
import * as newsroom from "./newsroom.js";
import type { Asking } from "./newsroom.js";
import { counted, LOCALES, words } from "./words.js";

/** A page as it is shown. */
export interface Page {
  readonly title: string;
  readonly masthead: MastheadFragment;
  readonly main: Markup;
  /** The stories of which a reader wants to know when there is a new one. */
  readonly stories: readonly Pick<TeaserFragment, "id" | "publishedAt">[];
  /** Where the same is in other languages. */
  readonly languages: ReadonlyMap<string, string>;
  /** A page for one story: when that changes, it is said. */
  readonly single?: boolean;
}

/** Finds the page of an address. */
export function pageAt({ pathname, searchParams }: URL): { locale: string; load: (asking: Asking) => Promise<Page> } {
  const [first = "", second, third] = pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const locale = LOCALES.includes(first) ? first : (LOCALES[0] ?? "en");
  const load = (asking: Asking): Promise<Page> => {
    if (second === undefined) return front(locale, asking);
    if (second === "search") return search(locale, searchParams.get("q") ?? "", asking);
    if (second === "sections" && third !== undefined) return section(locale, third, searchParams.get("after"), asking);
    return article(locale, second, asking);
  };
  return { locale, load };
}

const everywhere = (path: string) => new Map(LOCALES.map((locale) => [locale, `/${locale}${path}`]));

async function front(locale: string, asking: Asking): Promise<Page> {
  const { top, opinion, sections, ...masthead } = await newsroom.front(locale, asking);
  const [lead, ...others] = top.nodes;
  const said = new Set(top.nodes.concat(opinion.nodes).map(({ id }) => id));
  const rest = inOrder(masthead, sections.nodes).map(({ slug, name, articles }) => ({
    slug,
    name,
    stories: articles.nodes.filter(({ id }) => !said.has(id)).slice(0, 4),
  }));
  const main = html`
    <h1 class="hidden">The Meridian</h1>
    <div class="top">
      ${lead && html`<div class="lead">${teaser(lead, { level: 2, pictured: true, lead: true, sizes: "(min-width: 62rem) 44rem, 100vw" })}</div>`}
      <div class="beside">${others.slice(0, 3).map((it) => teaser(it, { level: 2, lead: true }))}</div>
      <div class="below">${others.slice(3).map((it) => teaser(it, { level: 2, lead: true }))}</div>
    </div>
    ${opinion.nodes.length > 0 && html`<section class="opinion"><h2>${words(locale).opinion}</h2>
      <div class="row">${opinion.nodes.map((it) => teaser(it, { level: 3, bylines: true }))}</div></section>`}
    <div class="departments">${rest.filter(({ stories }) => stories.length > 0).map(({ slug, name, stories }) => html`<section>
      <h2><a href="/${locale}/sections/${slug}">${name.text}</a></h2>
      ${stories.map((it, index) => teaser(it, { level: 3, pictured: index === 0, lead: index === 0, sizes: "(min-width: 62rem) 20rem, 100vw" }))}
    </section>`)}</div>`;
  const stories = [...top.nodes, ...sections.nodes.flatMap(({ articles }) => articles.nodes)];
  return { title: "The Meridian", masthead, main, stories, languages: everywhere("") };
}

/** Sections as the tree has them. */
function inOrder<S extends { slug: string }>({ sectionTree }: MastheadFragment, sections: readonly S[]): S[] {
  const order = branches({ sectionTree }).map(({ slug }) => slug);
  return [...sections].sort((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug));
}

export const branches = ({ sectionTree }: MastheadFragment) => sectionTree.flatMap((it) => [it.section, ...it.children.map(({ section }) => section)]);

async function section(locale: string, slug: string, after: string | null, asking: Asking): Promise<Page> {
  const { section: it, articles, ...masthead } = await newsroom.section(locale, slug, after, asking);
  if (!it) return nothing(locale, masthead);
  const say = words(locale);
  const { hasNextPage, endCursor } = articles.pageInfo;
  const main = html`
    <header class="title">${trail(locale, it.ancestors)}<h1>${it.name.text}</h1></header>
    <div class="list">${articles.nodes.map((story, index) => teaser(story, { level: 2, lead: true, bylines: true, pictured: true, sizes: index === 0 ? "40rem" : "16rem" }))}</div>
    <p class="pages">${after !== null && html`<a href="/${locale}/sections/${slug}">${say.newest}</a>`}
      ${hasNextPage && html`<a href="/${locale}/sections/${slug}?after=${encodeURIComponent(endCursor ?? "")}">${say.older}</a>`}</p>`;
  const stories = after === null ? articles.nodes : [];
  return { title: it.name.text, masthead, main, stories, languages: everywhere(`/sections/${slug}`) };
}

const trail = (locale: string, ancestors: readonly { slug: string; name: { text: string } }[]) =>
  ancestors.length > 0 && html`<p class="kicker">${ancestors.map(({ slug, name }) => html`<a href="/${locale}/sections/${slug}">${name.text}</a>`)}</p>`;

async function article(locale: string, slug: string, asking: Asking): Promise<Page> {
  const { resolve, ...masthead } = await newsroom.article(locale, slug, asking);
  const say = words(locale);
  if (resolve?.outcome === "GONE") return { ...nothing(locale, masthead), title: say.gone, main: message(locale, say.gone, say.goneWhy) };
  const it = resolve?.node;
  if (it?.__typename !== "Article") return nothing(locale, masthead);
  // An old address becomes the present one, without another page in the history.
  if (resolve?.outcome === "MOVED" && resolve.path !== null) history.replaceState(history.state, "", resolve.path);
  const languages = new Map([[locale, `/${locale}/${it.slug}`], ...it.translations.map((one) => [one.locale, `/${one.locale}/${one.slug}`] as const)]);
  return { title: it.seo.title ?? it.title, masthead, main: story(it, locale), stories: [], languages, single: true };
}

function story(it: Article, locale: string): Markup {
  const say = words(locale);
  const { section: at } = it;
  const updated = it.contentUpdatedAt > it.publishedAt;
  return html`<article>
    <header class="title">
      <p class="kicker">${at && [...at.ancestors, at].map(({ slug, name }) => html`<a href="/${locale}/sections/${slug}">${name.text}</a>`)}
        ${say.kinds[it.kind] && html`<span>${say.kinds[it.kind]}</span>`}</p>
      <h1>${it.title}</h1>
      ${it.lead && html`<p class="standfirst">${it.lead}</p>`}
      <p class="bylines">${credits(it, locale)}</p>
      <p class="dates">${say.published} ${day(locale, it.publishedAt)}${updated && html` · ${say.changed} ${day(locale, it.contentUpdatedAt)}`}
        ${it.corrections.length > 0 && html` · <a href="#corrections">${say.corrections}</a>`}</p>
      ${it.translations.length > 0 && html`<p class="dates">${say.otherLanguages} ${it.translations.map((one) =>
        html`<a href="/${one.locale}/${one.slug}" hreflang="${one.locale}" lang="${one.locale}">${words(one.locale).language}: ${one.title}</a>`)}</p>`}
    </header>
    ${it.leadImage && picture(it.leadImage, "(min-width: 62rem) 60rem, 100vw")}
    <div class="body">${body(it, locale)}</div>
    <footer>
      ${it.corrections.length > 0 && html`<section id="corrections"><h2>${say.corrections}</h2>${it.corrections.map(({ kind, text, at: when }) =>
        html`<p><strong>${say.correctionKinds[kind]}, ${day(locale, when)}.</strong> ${text}</p>`)}</section>`}
      ${it.sources.length > 0 && html`<section><h2>${say.sources}</h2><ul class="plain">${it.sources.map(({ name, url }) =>
        html`<li>${url ? html`<a href="${url}">${name}</a>` : name}</li>`)}</ul></section>`}
      ${it.tags.length > 0 && html`<section><h2>${say.topics}</h2><ul class="plain">${it.tags.map(({ name }) => html`<li>${name.text}</li>`)}</ul></section>`}
    </footer>
  </article>
  ${it.related.length > 0 && html`<section class="related"><h2>${say.related}</h2><div class="row">${it.related.map(({ article: other, reasons }) =>
    html`<div>${teaser(other, { level: 3 })}<p class="reason">${why(reasons, locale)}</p></div>`)}</div></section>`}`;
}

/** The strongest thing that two stories have in common. */
function why(reasons: Article["related"][number]["reasons"], locale: string): string {
  const say = words(locale);
  const [box] = reasons.sharedFactBoxes;
  const [tag] = reasons.sharedTags;
  if (box) return `${say.shares}: ${box.title}`;
  if (reasons.linksTo || reasons.linkedFrom) return say.linked;
  return tag ? `${say.about} ${tag.name.text}` : say.sameSection;
}

function credits({ bylines }: Pick<TeaserFragment, "bylines">, locale: string): string {
  const say = words(locale);
  const names = (role: keyof typeof say.roles) => bylines.filter((it) => it.role === role).map(({ name }) => name);
  const list = new Intl.ListFormat(locale);
  const roles = (Object.keys(say.roles) as (keyof typeof say.roles)[]).filter((role) => names(role).length > 0);
  return roles.map((role) => `${role === "AUTHOR" ? say.by : say.roles[role]} ${list.format(names(role))}`).join(" · ");
}

interface Look {
  readonly level: 2 | 3;
  readonly pictured?: boolean;
  readonly lead?: boolean;
  readonly bylines?: boolean;
  readonly sizes?: string;
  /** The headline and a passage as the search found them: HTML with marks. */
  readonly found?: { readonly title: string; readonly lead: string | undefined };
}

/** A story where it is announced. The whole of it leads there; the link itself is the headline. */
function teaser(it: TeaserFragment, { level, pictured = false, lead = false, bylines = false, sizes = "100vw", found }: Look): Markup {
  const kind = words(it.locale).kinds[it.kind];
  const headline = html`<a href="/${it.locale}/${it.slug}">${found ? trusted(found.title) : it.title}</a>`;
  const text = found?.lead === undefined ? it.lead : trusted(found.lead);
  return html`<article class="teaser" lang="${it.locale}" data-id="${it.id}">
    ${pictured && it.leadImage && picture(it.leadImage, sizes, null, true)}
    <div>
      <p class="kicker">${it.section && html`<span>${it.section.name.text}</span>`}${kind && html`<span>${kind}</span>`}</p>
      ${level === 2 ? html`<h2>${headline}</h2>` : html`<h3>${headline}</h3>`}
      ${lead && text && html`<p>${text}</p>`}
      <p class="dates">${bylines && html`${credits({ bylines: it.bylines.filter(({ role }) => role === "AUTHOR") }, it.locale)} · `}${day(it.locale, it.publishedAt)}</p>
    </div>
  </article>`;
}

async function search(locale: string, text: string, asking: Asking): Promise<Page> {
  const say = words(locale);
  const none = text.trim() === "";
  const { articles, ...masthead } = none ? { articles: undefined, ...(await newsroom.masthead(locale, asking)) } : await newsroom.searchArticles(locale, text, asking);
  const found = articles?.edges ?? [];
  const instead = articles?.search?.suggestion;
  const main = html`
    <header class="title"><h1>${say.search}</h1></header>
    <form class="search" role="search" action="/${locale}/search">
      <label for="q">${say.searchFor}</label>
      <input id="q" name="q" type="search" value="${text}" autocomplete="off" maxlength="500" required>
      <button>${say.search}</button>
    </form>
    ${!none && html`<p class="found" role="status">${found.length === 0 ? say.nothingFound : counted(locale, say.found, found.length)}
        ${instead && html`${say.didYouMean} <a href="/${locale}/search?q=${encodeURIComponent(instead)}">${instead}</a>`}</p>
      <div class="list">${found.map(({ node, highlights: at }) =>
        teaser(node, { level: 2, lead: true, bylines: true, ...(at && { found: { title: at.title.html, lead: at.lead?.html ?? at.body?.html } }) }))}</div>`}`;
  return { title: text ? `${text} – ${say.search}` : say.search, masthead, main, stories: [], languages: everywhere(`/search${text && `?q=${encodeURIComponent(text)}`}`) };
}

function nothing(locale: string, masthead: MastheadFragment): Page {
  const say = words(locale);
  return { title: say.absent, masthead, main: message(locale, say.absent, say.absentWhy), stories: [], languages: everywhere("") };
}

export const message = (locale: string, title: string, text: string) =>
  html`<div class="message"><h1>${title}</h1><p>${text}</p><p><a href="/${locale}">${words(locale).home}</a></p></div>`;
