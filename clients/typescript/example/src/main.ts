// The reader: which page is shown, how one comes to another, and what happens when the newsroom changes something.
import { patch, html } from "./html.js";
import { watch } from "./newsroom.js";
import { branches, message, type Page, pageAt } from "./pages.js";
import { counted, words } from "./words.js";

const find = <E extends Element = HTMLElement>(place: string) => document.querySelector<E>(place) as E;
const [main, masthead, fresh, told] = [find("main"), find("#masthead"), find<HTMLButtonElement>("#fresh"), find("#told")];

let locale = "";
let shown: Page | undefined;
let waiting: Page | undefined;
let leaving = new AbortController();
let watching = new AbortController();

/** Shows the page of the present address. `top`: as one comes to a new page, not back to one. */
async function show(top: boolean): Promise<void> {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const at = pageAt(new URL(location.href));
  document.documentElement.setAttribute("aria-busy", "true");
  try {
    const page = await at.load({ signal });
    if (signal.aborted) return;
    speak(at.locale);
    main.replaceChildren();
    put(page);
    if (top) scrollTo(0, 0);
    else scrollTo(0, (history.state as { y?: number } | null)?.y ?? 0);
    const { hash } = location;
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  } catch (error) {
    if (signal.aborted) return;
    console.error(error);
    const say = words(at.locale);
    main.innerHTML = message(at.locale, say.failed, error instanceof Error ? error.message : "").text;
  }
  document.documentElement.removeAttribute("aria-busy");
}

/** Asks again for what is shown. What changed appears in its place; new stories wait until the reader wants them. */
async function refresh(): Promise<void> {
  const { signal } = leaving;
  const page = await pageAt(new URL(location.href)).load({ signal, cache: "no-cache" }).catch(() => undefined);
  if (!page || !shown || signal.aborted) return;
  // What is older came into a list because something else left it.
  const newest = shown.stories.reduce((latest, { publishedAt }) => (publishedAt > latest ? publishedAt : latest), "");
  const count = new Set(page.stories.filter(({ publishedAt }) => publishedAt > newest).map(({ id }) => id)).size;
  waiting = count > 0 ? page : undefined;
  fresh.hidden = count === 0;
  fresh.textContent = count === 0 ? "" : counted(locale, words(locale).fresh, count);
  if (count === 0) put(page);
}

function put(page: Page): void {
  const updated = page.single === true && main.hasChildNodes();
  shown = page;
  waiting = undefined;
  fresh.hidden = true;
  const say = words(locale);
  document.title = page.title === "The Meridian" ? page.title : `${page.title} – The Meridian`;
  patch(masthead, html`
    <p class="strip"><span>${new Intl.DateTimeFormat(say.dates, { dateStyle: "full" }).format(new Date())}</span>
      <span role="group" aria-label="${say.languages}">${[...page.languages].sort().map(([other, path]) =>
        html`<a href="${path}" lang="${other}" hreflang="${other}" ${other === locale && html`aria-current="true"`}>${words(other).language}</a> `)}</span></p>
    <p class="name"><a href="/${locale}">The Meridian</a></p>
    <nav aria-label="${say.sections}"><ul>
      ${branches(page.masthead).map(({ slug, name }) => html`<li><a href="/${locale}/sections/${slug}" ${location.pathname === `/${locale}/sections/${slug}` && html`aria-current="page"`}>${name.text}</a></li>`)}
      <li class="last"><a href="/${locale}/search">${say.search}</a></li></ul></nav>`);
  const changed = patch(main, page.main);
  for (const link of document.head.querySelectorAll("link[rel=alternate]")) link.remove();
  for (const [hreflang, path] of page.languages) document.head.append(Object.assign(document.createElement("link"), { rel: "alternate", hreflang, href: new URL(path, location.href).href }));
  if (!updated || changed.length === 0) return void (told.textContent = "");
  told.textContent = say.updated;
  for (const element of changed) mark(element.closest(".factbox") ?? element);
}

function mark(element: Element): void {
  element.setAttribute("data-state-changed", "");
  setTimeout(() => element.removeAttribute("data-state-changed"), 6000);
}

/** Changes the language of the page, and follows what is written in it. */
function speak(next: string): void {
  if (next === locale) return;
  locale = next;
  document.documentElement.lang = next;
  find("#skip").textContent = words(next).skip;
  watching.abort();
  watching = new AbortController();
  let soon: ReturnType<typeof setTimeout> | undefined;
  // What comes at once is shown at once: a fact box changes many stories in the same moment.
  void watch(next, watching.signal, () => {
    clearTimeout(soon);
    soon = setTimeout(() => void refresh(), 150);
  });
}

const remember = () => history.replaceState({ y: scrollY }, "");

async function go(to: URL): Promise<void> {
  remember();
  history.pushState({}, "", to);
  await show(true);
  // Whoever listens to the page hears its title, and Tab goes on from there.
  const title = find("main h1");
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.origin !== location.origin || (link.hash && link.pathname === location.pathname)) return;
  event.preventDefault();
  void go(new URL(link.href));
});

addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  const to = new URL(form.action);
  to.search = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value as string)])).toString();
  void go(to);
});

fresh.addEventListener("click", () => {
  if (!waiting) return;
  main.replaceChildren();
  put(waiting);
  scrollTo(0, 0);
  const newest = main.querySelector<HTMLElement>("article a");
  newest?.focus({ preventScroll: true });
});

// A picture that does not come leaves its place as it was, and says what it would have shown.
addEventListener("error", ({ target }) => {
  if (!(target instanceof HTMLImageElement)) return;
  const frame = target.closest<HTMLElement>(".frame");
  if (!frame) return;
  const hue = 190 + [...target.src].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 40, 0);
  frame.style.setProperty("--hue", `${hue}`);
  frame.setAttribute("data-state-missing", target.alt);
}, true);
addEventListener("load", ({ target }) => target instanceof HTMLImageElement && target.closest(".frame")?.removeAttribute("data-state-missing"), true);

history.scrollRestoration = "manual";
addEventListener("popstate", () => void show(false));
addEventListener("pagehide", remember);
void show(history.state === null);
