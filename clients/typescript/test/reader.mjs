// Reads the example with a browser: front page, article, section, search, languages, back and forward, by keyboard, in light
// and dark, wide and narrow; and sees what the newsroom changes meanwhile.
//
//   CLIENT_KEY=dl_… node test/reader.mjs http://127.0.0.1:8080 chromium [FOLDER]
//
// The key is that of an editor. Pictures of what was seen go into FOLDER, where one is named. `ONLY=search` tries only what
// has that in its name.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createClient } from "@dateline/client";
import puppeteer from "puppeteer-core";

const [api, program, folder] = process.argv.slice(2);
assert.ok(api?.startsWith("http") && program, "name the server and the browser");
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const desk = createClient({ url: api, key: process.env.CLIENT_KEY });
if (folder) await mkdir(folder, { recursive: true });

const serving = spawn(process.execPath, [here("../example/serve.mjs"), api, "127.0.0.1:0"], { env: { ...process.env, READER_POLL: "3600" }, stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => serving.kill());
const base = await new Promise((resolve, reject) => {
  serving.stdout.on("data", (text) => resolve(/http:\/\/\S+$/.exec(`${text}`.trim())[0]));
  serving.on("exit", () => reject(new Error("the reader is not served")));
});
// Whoever runs everything as root in a container has no sandbox to put a browser into.
const browser = await puppeteer.launch({ executablePath: program, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
const widths = { wide: 1280, phone: 360 };

// What the console may say: pictures of the sample newsroom are nowhere.
const expected = [/net::ERR_NAME_NOT_RESOLVED/];

async function open(path, { width = "wide", theme = "light" } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && !expected.some((it) => it.test(message.text())) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(`${error}`));
  await page.setViewport({ width: widths[width], height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  // A network without the addresses of the sample's pictures may be slow to say so.
  await page.setRequestInterception(true);
  page.on("request", (request) => (new URL(request.url()).hostname === "images.example.org" ? request.abort("namenotresolved") : request.continue()));
  await page.goto(base + path, { waitUntil: "domcontentloaded" });
  await page.waitForSelector("main h1");
  await page.evaluate(() => document.fonts.ready);
  return {
    page,
    async close() {
      assert.deepEqual(wrong, [], `${path} at ${width} in ${theme}`);
      await context.close();
    },
  };
}

const picture = async (page, name, fullPage = true) => folder && page.screenshot({ path: `${folder}/${name}.png`, fullPage });
const text = (page, place) => page.$eval(place, (element) => element.innerText);
const says = (page, place, words) =>
  page.waitForFunction((place, words) => document.querySelector(place)?.innerText.includes(words), { timeout: 10_000 }, place, words);
const at = (page) => decodeURIComponent(page.url().slice(base.length));

async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`), [], what);
  assert.ok(passes.length > 20, `${what}: hardly anything was checked`);
}

const TUNNEL = "/en/harbour-tunnel-breaks-through";

async function everyPageLooksRight() {
  const paths = { front: "/en", article: TUNNEL, section: "/en/sections/world", search: "/en/search?q=tunnel", ukrainian: "/uk" };
  for (const [name, path] of Object.entries(paths)) {
    const looks = [["wide", "light"], ["phone", "dark"], ...(folder ? [["wide", "dark"], ["phone", "light"]] : [])];
    for (const [width, theme] of looks) {
      const { page, close } = await open(path, { width, theme });
      const what = `${path} at ${width} in ${theme}`;
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${what} is wider than the window`);
      assert.equal((await page.$$("h1")).length, 1, what);
      await accessible(page, what);
      await picture(page, `reader-${name}-${width}-${theme}`);
      await close();
    }
  }
}

async function theFrontPageIsOneRequestAndNothingMoves() {
  const { page, close } = await open("/");
  assert.equal(await text(page, ".lead h2"), "The Cormorant Islands get their winter ferry");
  const departments = await page.$$eval(".departments h2", (all) => all.map((it) => it.innerText));
  assert.deepEqual(departments, ["Culture", "Economy", "Science", "World", "The Region"]);
  const ids = await page.$$eval("[data-id]", (all) => all.map((it) => it.dataset.id));
  assert.equal(new Set(ids).size, ids.length, "a story is there twice");
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  const { asked, shift } = await page.evaluate(
    (api) =>
      new Promise((resolve) => {
        let shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((it) => (shift += it.value))).observe({ type: "layout-shift", buffered: true });
        const asked = performance.getEntriesByType("resource").filter(({ name, startTime }) => name.startsWith(`${api}/graphql?`) && startTime < 900).length;
        setTimeout(() => resolve({ asked, shift }), 50);
      }),
    api,
  );
  assert.ok(asked >= 1 && asked <= 2, `${asked} requests`);
  assert.ok(shift < 0.02, `the page moved by ${shift}`);
  await close();
}

async function anArticleHasItsFactBox() {
  const { page, close } = await open("/en/harbour-tunnel-breakthrough");
  assert.equal(at(page), TUNNEL, "a former address becomes the present one");
  assert.equal(await text(page, "h1"), "Harbour tunnel breaks through eleven weeks early");
  assert.match(await text(page, ".bylines"), /^By .+ · Pictures by Pia Sollander$/);
  assert.match(await text(page, ".factbox"), /The harbour tunnel in figures[^]*as of 28 September 2026[^]*Version 3/);
  assert.match(await text(page, "#corrections"), /Clarification, 2 March 2026/);
  assert.match(await text(page, ".related"), /Same fact box: The harbour tunnel in figures/);
  assert.equal(await page.$eval("link[rel=alternate][hreflang=uk]", (it) => it.href), `${base}/uk/tunel-pid-havanniu-proideno`);
  await close();
  const pinned = await open("/en/tunnel-contract-who-pays-for-the-clay");
  assert.match(await text(pinned.page, ".factbox .version"), /^Version 1 · as it stood/);
  await pinned.close();
}

async function oneGoesThereAndBack() {
  const { page, close } = await open("/en");
  await page.evaluate(() => scrollTo(0, 700));
  const [first] = await page.$$(".departments .teaser a");
  const title = await first.evaluate((it) => it.innerText);
  await first.evaluate((it) => it.click());
  await says(page, "h1", title);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1", "focus is on the title");
  assert.equal(await page.title(), `${title} – The Meridian`);
  await page.click("nav a[href='/en/sections/science']");
  await says(page, "h1", "Science");
  assert.equal(await page.$eval("nav [aria-current=page]", (it) => it.innerText), "Science");
  await page.goBack();
  await says(page, "h1", title);
  await page.goBack();
  await says(page, ".lead h2", "The Cormorant Islands");
  assert.equal(await page.evaluate(() => scrollY), 700, "where one was");
  await page.goForward();
  await says(page, "h1", title);
  await close();
}

async function aSectionHasOlderPages() {
  const { page, close } = await open("/en/sections/world");
  const first = await page.$$eval("[data-id]", (all) => all.map((it) => it.dataset.id));
  const older = await page.$(".pages a");
  if (older) {
    await older.click();
    await page.waitForFunction((id) => !document.querySelector(`[data-id="${id}"]`), {}, first[0]);
  }
  assert.ok(first.length >= 7);
  await close();
}

async function whatIsSearchedIsFound() {
  const { page, close } = await open("/en");
  await page.click("nav .last a");
  await page.waitForSelector("#q");
  await page.type("#q", "harbour tunnel");
  await page.keyboard.press("Enter");
  await says(page, ".found", "stor");
  assert.equal(at(page), "/en/search?q=harbour+tunnel");
  assert.ok((await page.$$eval(".list h2", (all) => all.map((it) => it.innerText))).some((it) => it.includes("Harbour tunnel")));
  assert.ok(await page.$(".list h2 mark"), "what was looked for is marked");
  await page.click("#q", { count: 3 });
  await page.type("#q", "harbour tunel");
  await page.keyboard.press("Enter");
  await says(page, ".found", "Did you mean");
  await page.click(".found a");
  await page.waitForFunction(() => /tunnel/.test(document.querySelector("#q").value));
  await page.click("#q", { count: 3 });
  await page.type("#q", "<b>zebra</b>");
  await page.keyboard.press("Enter");
  await says(page, ".found", "No story");
  assert.equal(await page.$("main b"), null, "what was typed is text");
  await close();
}

async function oneReadsInAnotherLanguage() {
  const { page, close } = await open(TUNNEL);
  await page.click(".strip a[lang=uk]");
  await says(page, "h1", "Тунель під гаванню пройдено");
  assert.equal(await page.$eval("html", (it) => it.lang), "uk");
  assert.match(await text(page, ".factbox"), /Довідка[^]*станом на [^]*Версія/);
  await page.click(".name a");
  await says(page, "nav", "Регіон");
  await close();
}

async function everythingIsReachedByTab() {
  const { page, close } = await open("/en");
  const seen = [];
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => {
      const { activeElement: it } = document;
      const marked = getComputedStyle(it).outlineStyle !== "none" || getComputedStyle(it.closest(".teaser") ?? it).outlineStyle !== "none";
      return { name: it.innerText.slice(0, 40), marked: marked && it.getClientRects().length > 0 };
    }));
  }
  assert.equal(seen[0].name, "Skip to the stories");
  assert.deepEqual(seen.filter(({ marked }) => !marked), [], "focus that cannot be seen");
  assert.ok(seen.some(({ name }) => name.startsWith("The Cormorant Islands")), JSON.stringify(seen));
  await close();
}

async function whatIsNotThereIsSaid() {
  const { page, close } = await open("/en/nothing-of-this-name");
  assert.equal(await text(page, "h1"), "There is nothing here");
  await close();
}

const etag = (version) => ({ "If-Match": `"${version}"` });

// Makes an entry, and publishes it.
async function publish(kind, entry) {
  const path = { id: entry.id };
  await desk.rest.POST(`/v1/${kind}/{id}/publish`, { params: { path, header: etag(entry.version) }, body: {} });
  return entry;
}

async function strait() {
  const form = new FormData();
  form.set("file", new Blob([await readFile(here("../../../sample/strait.png"))]), "strait.png");
  form.set("data", JSON.stringify({ alt: "The Strait of Tarn at dawn", credit: "Pia Sollander", focalPoint: { x: 667, y: 500 } }));
  const { data } = await desk.rest.POST("/v1/images/upload", { body: form, bodySerializer: (it) => it });
  return publish("images", data);
}

async function aNewStoryAppears() {
  const { page, close } = await open("/en");
  const before = await text(page, ".lead h2");
  const slug = `spring-tide-${Date.now()}`;
  const image = await strait();
  const { data: made } = await desk.rest.POST("/v1/articles", {
    body: {
      locale: "en", slug, title: "The spring tide came early", lead: "It came at four, and it stayed for breakfast.",
      section: "science", bylines: [{ author: "jonas-ekker" }], leadImage: image.id, body: { markdown: "It came at *four*.\n\n1. Boots\n2. Buckets\n\n> Never before." },
    },
  });
  assert.equal(await page.$("#fresh:not([hidden])"), null);
  await publish("articles", made);
  await says(page, "#fresh", "1 new story");
  assert.equal(await text(page, ".lead h2"), before, "nothing moves under the reader's eyes");
  await accessible(page, "a front page with a new story");
  await picture(page, "reader-new-story", false);
  await page.focus("#fresh");
  await page.keyboard.press("Enter");
  await says(page, ".lead h2", "The spring tide came early");
  assert.equal(await page.$("#fresh:not([hidden])"), null);
  await page.waitForFunction(() => document.querySelector(".lead img").naturalWidth > 0);
  assert.match(await page.$eval(".lead img", (it) => it.currentSrc), /\/v1\/media\/.*format=webp/);
  await picture(page, "reader-new-story-shown", false);

  // And when it is taken back, it goes.
  const { version } = await desk.get("/v1/articles/{id}/working-copy", { params: { path: { id: made.id } } });
  await desk.rest.POST("/v1/articles/{id}/withdraw", { params: { path: { id: made.id }, header: etag(version) }, body: { note: "A test." } });
  await says(page, ".lead h2", before);
  await page.goto(`${base}/en/${slug}`);
  await says(page, "h1", "This story was withdrawn");
  await close();
}

async function anOpenArticleFollowsItsFactBox() {
  const { page, close } = await open(TUNNEL);
  await page.evaluate(() => {
    const box = document.querySelector(".factbox");
    box.scrollIntoView();
    box.querySelector("a").focus();
    window.before = { box, y: scrollY };
  });
  const { id } = await desk.get("/v1/fact-boxes/{locale}/{slug}", { params: { path: { locale: "en", slug: "harbour-tunnel" } } });
  const path = { id };
  const { version, revision } = await desk.get("/v1/fact-boxes/{id}/working-copy", { params: { path } });
  const toll = `A car pays ${5 + Math.floor(Math.random() * 900)} crowns.`;
  const items = [...revision.content.items.slice(0, -1), { text: toll, asOf: "2026-11-24" }];
  const { data: saved } = await desk.rest.PATCH("/v1/fact-boxes/{id}", { params: { path, header: etag(version) }, body: { items } });
  await desk.rest.POST("/v1/fact-boxes/{id}/publish", { params: { path, header: etag(saved.version) }, body: {} });

  await says(page, ".factbox", toll);
  assert.match(await text(page, ".factbox .version"), new RegExp(`^Version ${revision.number + 1}`));
  await page.waitForFunction(() => document.querySelector("#told").textContent === "This story has just been updated.");
  const same = await page.evaluate(() => ({ box: document.querySelector(".factbox") === window.before.box, y: scrollY === window.before.y, focus: document.activeElement.closest(".factbox") !== null }));
  assert.deepEqual(same, { box: true, y: true, focus: true }, "all else stays as it was");
  await picture(page, "reader-updated", false);
  await close();
}

const only = process.env.ONLY;
const all = [
  everyPageLooksRight, theFrontPageIsOneRequestAndNothingMoves, anArticleHasItsFactBox, oneGoesThereAndBack, aSectionHasOlderPages,
  whatIsSearchedIsFound, oneReadsInAnotherLanguage, everythingIsReachedByTab, whatIsNotThereIsSaid, aNewStoryAppears, anOpenArticleFollowsItsFactBox,
];
let failures = 0;
for (const look of all.filter(({ name }) => !only || name.toLowerCase().includes(only))) {
  try {
    await look();
    console.log(`ok ${look.name}`);
  } catch (error) {
    failures += 1;
    console.error(`FAILED ${look.name}: ${error.stack}`);
  }
}
await browser.close();
process.exit(failures ? 1 : 0);
