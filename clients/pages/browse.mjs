// Looks at the pages with a browser: in light and dark, wide and narrow, with a mouse, by keyboard and without scripts.
//
//   PAGES_KEY=dl_… node browse.mjs http://127.0.0.1:8080 chromium [FOLDER]
//
// The key is that of an editor. Pictures of what was seen go into FOLDER, where one is named; `clients/run` takes it from
// PAGES_PICTURES.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const [base, program, folder] = process.argv.slice(2);
const key = process.env.PAGES_KEY;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
if (folder) await mkdir(folder, { recursive: true });

// Whoever runs everything as root in a container has no sandbox to put a browser into.
const browser = await puppeteer.launch({ executablePath: program, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
const widths = { wide: 1280, half: 640, narrow: 320 };

async function open(path, { width = "wide", theme = "light", scripts = true } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(`${error}`));
  page.on("request", (request) => new URL(request.url()).origin === base || wrong.push(`asks ${request.url()}`));
  page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  await page.setViewport({ width: widths[width], height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  await page.setJavaScriptEnabled(scripts);
  await page.goto(base + path, { waitUntil: "networkidle0" });
  return {
    page,
    wrong,
    async close() {
      assert.deepEqual(wrong, [], `${path} at ${width} in ${theme}`);
      await context.close();
    },
  };
}

const picture = async (page, name, fullPage = false) => folder && page.screenshot({ path: `${folder}/${name}.png`, fullPage });

async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`);
  assert.deepEqual(told, [], what);
  assert.ok(passes.length > 20, `${what}: hardly anything was checked`);
}

const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const text = (page, place) => page.$eval(place, (element) => element.textContent);
const told = (page, place, words) =>
  page.waitForFunction((place, words) => document.querySelector(place).textContent.includes(words), { timeout: 10_000 }, place, words);

async function everyPageLooksRight() {
  for (const path of ["/", "/docs", "/graphiql"]) {
    for (const theme of ["light", "dark"]) {
      for (const width of Object.keys(widths)) {
        const { page, close } = await open(path, { theme, width });
        const what = `${path} at ${width} in ${theme}`;
        assert.ok(await fits(page), `${what} is wider than the window`);
        assert.equal((await page.$$("h1")).length, 1, what);
        await accessible(page, what);
        await picture(page, `${path.slice(1) || "front"}-${theme}-${width}`, path === "/" || path === "/graphiql");
        await close();
      }
    }
  }
}

// Every stop shows where the focus is, none is a trap, and the first leads past the head.
async function everythingIsReachedByTab() {
  for (const [path, stops] of [["/", 25], ["/docs", 40], ["/graphiql", 45]]) {
    const { page, close } = await open(path);
    const seen = [];
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate(() => {
        const { activeElement: it } = document;
        const { outlineStyle, outlineWidth } = getComputedStyle(it);
        const shown = it.getClientRects().length > 0 && it.getBoundingClientRect().right > 0;
        const name = it.id || it.textContent.trim().slice(0, 30) || it.tagName;
        return { name, body: it === document.body, marked: shown && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
      }));
      if (seen.at(-1).body) break;
    }
    assert.equal(seen[0].name, "Skip to the content", path);
    assert.deepEqual(seen.filter(({ body, marked }) => !body && !marked), [], `${path}: focus that cannot be seen`);
    assert.ok(new Set(seen.map(({ name }) => name)).size > 8, `${path}: ${JSON.stringify(seen)}`);
    await close();
  }
}

async function theFrontPageLeadsSomewhere() {
  const { page, close } = await open("/");
  assert.match(await text(page, ".figures"), /articles/);
  assert.match(await text(page, "[data-language]"), /^[A-Z]/, "languages have names");
  const links = await page.$$eval("a[href^='/']", (all) => [...new Set(all.map((link) => link.href))]);
  for (const link of links) assert.equal((await fetch(link)).status, 200, link);
  await close();
}

async function examplesAreAnswered() {
  const { page, close } = await open("/graphiql");
  const names = await page.$$eval("#examples button", (all) => all.map((button) => button.textContent));
  await told(page, "#type", "Query");
  for (const [index, name] of names.entries()) {
    const [choice] = await page.$$(`#examples li:nth-child(${index + 1}) button`);
    await choice.click();
    await page.waitForFunction((index) => document.getElementById("query").value === document.querySelectorAll("#examples button")[index].dataset.document, {}, index);
    if (name.includes("live")) continue;
    await page.click("#run");
    await page.waitForFunction(() => /^\d+ · /.test(document.getElementById("state").textContent));
    const [state, answer] = [await text(page, "#state"), await text(page, "#answer")];
    if (name.includes("key")) assert.match(answer, /UNAUTHENTICATED/, name);
    else assert.ok(/^200 · .*cost/.test(state) && !/error/.test(state) && !/: null\n}/.test(answer), `${name}: ${state} ${answer}`);
    await page.evaluate(() => (document.getElementById("state").textContent = ""));
  }
  assert.equal((await page.$$("#history button")).length, names.length - 1);
  await picture(page, "graphiql-answered");
  await close();
}

async function choose(page, what) {
  await page.click(`#examples button[data-document*="${what}"]`);
  await page.waitForFunction((what) => document.getElementById("query").value.includes(what), {}, what);
}

async function whatChangesIsToldAsItHappens() {
  const { page, close, wrong } = await open("/graphiql");
  await choose(page, "subscription");
  await page.click("#run");
  await told(page, "#state", "200 · 0 events");
  assert.equal(await text(page, "#run"), "Stop");
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const tag = { slug: `told-${process.pid}`, name: { en: "Told" }, kind: "topic" };
  const made = await fetch(`${base}/v1/tags`, { method: "POST", headers, body: JSON.stringify(tag) });
  assert.equal(made.status, 201, await made.text());
  const published = await fetch(`${base}${made.headers.get("location")}/publish`, { method: "POST", headers: { ...headers, "if-match": made.headers.get("etag") }, body: "{}" });
  assert.equal(published.status, 200, await published.text());
  await told(page, "#state", "1 event · waiting");
  assert.match(await text(page, "#answer"), /"type": "PUBLISHED"/);
  await accessible(page, "the explorer while it follows");
  await picture(page, "graphiql-live");
  await page.click("#run");
  await told(page, "#state", "stopped");
  assert.equal(await text(page, "#run"), "Ask");
  // Stopping ends the request, which the browser tells as one that failed.
  wrong.splice(0, wrong.length, ...wrong.filter((what) => !/\/graphql net::ERR_ABORTED$/.test(what)));
  await close();
}

async function aKeyOpensTheDeskAndStaysInTheTab() {
  const { page, close } = await open("/graphiql");
  await page.click(".key summary");
  await page.type("#key", key);
  await page.keyboard.press("Enter");
  await told(page, "#key-state", "one is used");
  await choose(page, "DRAFT");
  await page.click("#run");
  await told(page, "#state", "200");
  assert.match(await text(page, "#answer"), /"revision"/);
  const kept = await page.evaluate(() => ({ long: JSON.stringify(localStorage), cookies: document.cookie, url: location.href, markup: document.documentElement.outerHTML }));
  assert.ok(!JSON.stringify(kept).includes(key), "the key is kept where it should not be");
  await page.goto(`${base}/docs#get_whoami`, { waitUntil: "networkidle0" });
  await page.click("#get_whoami .send button");
  await told(page, "#get_whoami .answer", "publish");
  await page.click(".key summary");
  await page.click("#key-forget");
  await told(page, "#key-state", "none is used");
  await close();
}

async function theEditorKnowsTheSchema() {
  const { page, close } = await open("/graphiql");
  await told(page, "#type", "Query");
  await page.evaluate(() => (document.getElementById("query").value = ""));
  await page.focus("#query");
  await page.keyboard.type("{ articles(fir");
  assert.deepEqual(await page.$$eval("#here button", (all) => all.map((it) => it.textContent)), ["first"]);
  await page.keyboard.down("Control");
  await page.keyboard.press("Space");
  await page.keyboard.up("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1) { nod");
  await page.click("#here button");
  await page.keyboard.type("titl");
  await page.click("#here button");
  await page.keyboard.press("End");
  await page.keyboard.type(" } }");
  assert.equal((await page.$eval("#query", (it) => it.value)).replaceAll(/\s+/g, " "), "{ articles(first: 1) { nodes { title } } }");
  await picture(page, "graphiql-typing");
  await page.keyboard.down("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.up("Control");
  await told(page, "#answer", '"title"');
  await page.type("#search", "corrected");
  await told(page, "#type", "CorrectedArticle");
  await page.click("#type button");
  await told(page, "#type h3", "CorrectedArticle");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "CorrectedArticle", "focus goes along");
  await accessible(page, "the explorer after asking");
  await close();
}

async function requestsOfTheReferenceAreSent() {
  const { page, close } = await open("/docs#list_articles");
  assert.ok(await page.$eval("#list_articles", (it) => it.open), "a link unfolds what it leads to");
  await page.type("#list_articles-query-first", "2");
  await page.type("#list_articles-query-section", "region");
  assert.match(await text(page, "#list_articles .snippet code"), /\/v1\/articles\?section=region&first=2'$/);
  await page.focus("#list_articles-query-first");
  await page.keyboard.press("Enter");
  await told(page, "#list_articles .send [role=status]", "200");
  assert.match(await text(page, "#list_articles .answer"), /etag: .*"data"/s);
  await accessible(page, "the reference after asking");
  await page.$eval("#list_articles .send", (it) => it.scrollIntoView({ block: "center" }));
  await picture(page, "docs-answered");
  await page.type("#filter", "correct article");
  await told(page, "#found", "found");
  assert.ok((await page.$$eval(".contents li:not([hidden])", (all) => all.length)) < 5);
  await close();
}

async function writesAreDescribed() {
  const { page, close } = await open("/docs#correct_article", { width: "narrow", theme: "dark" });
  assert.match(await text(page, "#correct_article"), /If-Match/);
  assert.ok(await fits(page), "what is unfolded fits");
  await accessible(page, "a write");
  await picture(page, "docs-write-narrow");
  await close();
}

async function schemasAreLinked() {
  const { page, close } = await open("/docs");
  const dead = await page.$$eval("main a[href^='#']", (all) => all.map((it) => it.hash.slice(1)).filter((id) => !document.getElementById(id)));
  assert.deepEqual(dead, []);
  const ids = await page.$$eval("[id]", (all) => all.map((it) => it.id));
  assert.equal(new Set(ids).size, ids.length, "an id is there twice");
  await close();
}

async function readingNeedsNoScripts() {
  for (const [path, words] of [["/", "Newest articles"], ["/docs", "List articles"], ["/graphiql", "needs scripts"]]) {
    const { page, close } = await open(path, { scripts: false });
    assert.ok((await page.content()).includes(words), path);
    await close();
  }
}

const looks = [
  everyPageLooksRight, everythingIsReachedByTab, theFrontPageLeadsSomewhere, examplesAreAnswered,
  whatChangesIsToldAsItHappens, aKeyOpensTheDeskAndStaysInTheTab, theEditorKnowsTheSchema, requestsOfTheReferenceAreSent, writesAreDescribed, schemasAreLinked, readingNeedsNoScripts,
];
let failures = 0;
for (const look of looks) {
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
