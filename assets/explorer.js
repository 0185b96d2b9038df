// Asks GraphQL: examples, what can stand at the cursor, answers, what was asked before, and the schema to walk in.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const { copy, element, headers, key, showJson, bytes, quoted } = Dateline;
  const [query, variables, answer, state] = ["query", "variables", "answer", "state"].map((id) => document.getElementById(id));
  const runs = document.getElementById("run");
  const address = document.getElementById("explorer").dataset.url;
  const button = (text, act, attributes = {}) => {
    const made = element("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  };

  // Queries are answered with JSON, subscriptions with events.
  const ask = (body, signal) => fetch("/graphql", {
    method: "POST",
    headers: { ...headers(), "content-type": "application/json", accept: "application/graphql-response+json, text/event-stream" },
    body: JSON.stringify(body),
    signal,
  });

  // ---- asking

  // What is being asked, until it is answered or stopped.
  let following;

  async function run() {
    if (following) return following.abort();
    let values;
    try {
      values = JSON.parse(variables.value || "{}");
    } catch (error) {
      state.textContent = `The variables are no JSON: ${error.message}`;
      variables.focus();
      return;
    }
    state.textContent = "Waiting for the answer …";
    const asked = new AbortController();
    following = asked;
    runs.textContent = "Stop";
    try {
      const begun = performance.now();
      const response = await ask({ query: query.value, variables: values, operationName: operation() }, asked.signal);
      remember();
      if (response.headers.get("content-type")?.startsWith("text/event-stream")) return await follow(response, asked);
      const text = await response.text();
      showAnswer(response, text, Math.round(performance.now() - begun));
    } catch (error) {
      state.textContent = asked.signal.aborted ? "Stopped." : `Nothing was answered: ${error.message}`;
    } finally {
      following = undefined;
      runs.textContent = "Ask";
    }
  }

  // ---- following: what a subscription tells, the latest first, until somebody has seen enough

  const SHOWN = 20;

  async function follow(response, asked) {
    const shown = [];
    let count = 0;
    const tell = (how) => (state.textContent = `${response.status} · ${count === 1 ? "1 event" : `${count} events`} · ${how}`);
    const show = (event) => {
      count += 1;
      shown.unshift(JSON.stringify(JSON.parse(event), null, 2));
      shown.length = Math.min(shown.length, SHOWN);
      showJson(answer, shown.join("\n"));
    };
    showJson(answer, "");
    tell("waiting for what happens");
    try {
      for await (const event of events(response)) {
        show(event);
        tell("waiting for what happens");
      }
      tell("there are no more");
    } catch (error) {
      tell(asked.signal.aborted ? "stopped" : `cut off: ${error.message}`);
    }
  }

  // The data of server-sent events. What else comes keeps the line alive.
  async function* events(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + value).split("\n\n");
      rest = parts.pop();
      for (const part of parts) {
        const data = /^data: ?(.+)$/m.exec(part)?.[1];
        if (data) yield data;
      }
    }
  }

  // Of several operations the one in which the cursor stands.
  function operation() {
    const named = [...query.value.matchAll(/^\s*(?:query|mutation|subscription)\s+([A-Za-z_]\w*)/gm)];
    if (named.length < 2) return undefined;
    return (named.findLast(({ index }) => index <= query.selectionStart) ?? named[0])[1];
  }

  function showAnswer(response, text, took) {
    const told = [`${response.status}`, bytes(new Blob([text]).size), `${took} ms`];
    try {
      const body = JSON.parse(text);
      const cost = body.extensions?.cost;
      if (cost) told.push(`cost ${cost.requested} of ${cost.maximum}`);
      if (body.errors) told.push(body.errors.length === 1 ? "1 error" : `${body.errors.length} errors`);
      text = JSON.stringify(body, null, 2);
    } catch {
      // It is shown as it came.
    }
    state.textContent = told.join(" · ");
    showJson(answer, text);
  }

  function curl() {
    const body = { query: query.value };
    const values = variables.value.trim();
    try {
      if (values && values !== "{}") body.variables = JSON.parse(values);
    } catch {
      // The command asks without what cannot be read.
    }
    const parts = [`curl ${quoted(address)}`, "-H 'Content-Type: application/json'"];
    if (key()) parts.push('-H "Authorization: Bearer $KEY"');
    return [...parts, `-d ${quoted(JSON.stringify(body))}`].join(" \\\n  ");
  }

  // ---- what was asked before, in this tab

  const HISTORY = "dateline-history";
  const LONGEST = 20;
  const history = () => JSON.parse(sessionStorage.getItem(HISTORY) ?? "[]");

  function remember() {
    const asked = { query: query.value, variables: variables.value };
    const same = (other) => other.query === asked.query && other.variables === asked.variables;
    const all = [asked, ...history().filter((other) => !same(other))].slice(0, LONGEST);
    try {
      sessionStorage.setItem(HISTORY, JSON.stringify(all));
    } catch {
      // A tab that is full forgets.
    }
    listHistory();
  }

  function listHistory() {
    const all = history();
    document.getElementById("history-none").hidden = all.length > 0;
    document.getElementById("history").replaceChildren(
      ...all.map((asked) => element("li", {}, button(title(asked.query), () => load(asked.query, asked.variables)))),
    );
  }

  const title = (text) => /(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1] ?? text.trim().replace(/\s+/g, " ").slice(0, 60);

  function load(text, values) {
    query.value = text;
    variables.value = values;
    query.focus();
    query.setSelectionRange(0, 0);
    query.scrollTop = 0;
    suggest();
  }

  // ---- examples, about what is on this server

  const SAMPLE = `{ articles(first: 1) { nodes { locale slug title bylines { author { slug } } } } factBoxes(first: 1) {
    nodes { articles(first: 1) { nodes { locale slug } } } } authors(first: 1) { nodes { slug } } }`;

  async function sample() {
    try {
      const { data } = await (await ask({ query: SAMPLE })).json();
      const newest = data.articles.nodes[0];
      const { locale, slug } = data.factBoxes.nodes[0]?.articles.nodes[0] ?? newest;
      const credited = newest.bylines.find(({ author }) => author)?.author.slug;
      return { locale, slug, words: newest.title, author: credited ?? data.authors.nodes[0]?.slug };
    } catch {
      return {};
    }
  }

  let known = sample();
  async function example({ dataset }) {
    const values = JSON.parse(dataset.variables);
    const found = await known;
    for (const name of Object.keys(values)) values[name] = found[name] ?? values[name];
    load(dataset.document, JSON.stringify(values, null, 2));
  }

  // ---- the editor

  let schema;
  const here = document.getElementById("here");
  const SUGGESTED = 40;

  function suggest() {
    const { members, partial, argument, of } = schema ? Schema.at(schema, query.value.slice(0, query.selectionStart)) : { members: [], partial: "" };
    const fits = members.filter(({ name }) => name.startsWith(partial) && name !== partial).slice(0, SUGGESTED);
    document.getElementById("here-title").textContent = of && fits.length ? `At the cursor: ${argument ? `arguments of ${of}` : of}` : "At the cursor";
    document.getElementById("here-none").hidden = fits.length > 0;
    here.replaceChildren(...fits.map((member) => {
      const made = button(member.name, () => put(member, partial, argument));
      if (member.description) made.title = member.description;
      return element("li", {}, made);
    }));
  }

  function put(member, partial, argument) {
    const deep = !argument && schema.types.get(Schema.named(member.type))?.fields;
    const [before, after] = argument ? [`${member.name}: `, ""] : deep ? [`${member.name} { `, " }"] : [`${member.name} `, ""];
    insert(partial.length, before, after);
    query.focus();
    suggest();
  }

  // Writes at the cursor, so that undoing works.
  function insert(replaced, before, after = "") {
    query.focus();
    query.setSelectionRange(query.selectionStart - replaced, query.selectionEnd);
    const start = query.selectionStart;
    if (!document.execCommand("insertText", false, before + after)) query.setRangeText(before + after);
    query.setSelectionRange(start + before.length, start + before.length);
  }

  // A new line begins where the line above does; between brackets it makes room.
  function newLine() {
    const text = query.value.slice(0, query.selectionStart);
    const indent = /^ */.exec(text.slice(text.lastIndexOf("\n") + 1))[0];
    const opened = /[{(] *$/.test(text);
    const closed = /^ *[})]/.test(query.value.slice(query.selectionEnd));
    insert(0, `\n${indent}${opened ? "  " : ""}`, opened && closed ? `\n${indent}` : "");
  }

  query.addEventListener("keydown", (event) => {
    const chord = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && chord) run();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) newLine();
    else if (event.key === " " && event.ctrlKey) here.querySelector("button")?.focus();
    else return;
    event.preventDefault();
  });
  variables.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run(), event.preventDefault();
  });
  here.addEventListener("keydown", (event) => {
    const all = [...here.querySelectorAll("button")];
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") query.focus();
    else if (step) all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
    else return;
    event.preventDefault();
  });
  for (const happening of ["input", "keyup", "click"]) query.addEventListener(happening, suggest);

  // ---- the schema to walk in

  const place = document.getElementById("type");
  const trail = document.getElementById("trail");
  const search = document.getElementById("search");
  let walked = [];

  async function learn() {
    try {
      const body = await (await ask({ query: Schema.QUESTION })).json();
      if (!body.data) throw new Error(body.errors?.[0]?.message ?? "nothing was told");
      schema = Schema.read(body.data);
      show([schema.roots.query]);
      suggest();
    } catch (error) {
      place.replaceChildren(element("p", {}, `The schema cannot be read: ${error.message}`));
    }
  }

  const link = (name, path) => button(name, () => walk([...path, name]), { class: "link" });

  // Whoever went to a type goes on reading there: the button that was pressed is gone.
  function walk(path) {
    search.value = "";
    show(path);
    const head = place.querySelector("h3");
    head.tabIndex = -1;
    head.focus();
  }

  function show(path) {
    walked = path;
    trail.parentElement.hidden = path.length === 1;
    trail.replaceChildren(...path.map((name, index) => {
      const last = index === path.length - 1;
      return element("li", {}, last ? element("span", { "aria-current": "location" }, name) : button(name, () => walk(path.slice(0, index + 1)), { class: "link" }));
    }));
    place.replaceChildren(...described(schema.types.get(path.at(-1))));
  }

  const typed = (type) => {
    const { before, name, after } = Schema.written(type);
    return [before, schema.types.has(name) ? link(name, walked) : name, after];
  };

  // Descriptions name things between backticks.
  const prose = (name, text) => element(name, {}, ...text.split("`").map((part, index) => (index % 2 ? element("code", {}, part) : part)));

  function described(type) {
    const parts = [element("h3", {}, type.name)];
    if (type.description) parts.push(prose("p", type.description));
    if (walked.length === 1) parts.push(element("p", {}, "Begin with ", ...Object.entries(schema.roots).flatMap(([kind, name], index) => [index ? ", " : "", button(kind, () => walk([name]), { class: "link" })]), "."));
    if (type.possibleTypes?.length) parts.push(element("p", {}, "One of ", ...type.possibleTypes.flatMap(({ name }, index) => [index ? ", " : "", link(name, walked)]), "."));
    const members = type.fields ?? type.inputFields ?? type.enumValues ?? [];
    if (members.length) parts.push(element("dl", {}, ...members.flatMap(member)));
    return parts;
  }

  function member({ name, type, args = [], description, isDeprecated, deprecationReason }) {
    const head = element("dt", {}, element("code", {}, name));
    if (args.length) head.append("(", ...args.flatMap((argument, index) => [index ? ", " : "", `${argument.name}: `, ...typed(argument.type)]), ")");
    if (type) head.append(": ", ...typed(type));
    const told = [description ?? "", isDeprecated ? `Deprecated: ${deprecationReason ?? ""}` : ""].filter(Boolean).join(" ");
    return told ? [head, prose("dd", told)] : [head];
  }

  const FOUND = 50;
  search.addEventListener("input", () => {
    const word = search.value.trim().toLowerCase();
    if (!schema) return;
    if (!word) return show(walked);
    const fits = ({ name }) => name.toLowerCase().includes(word);
    const types = [...schema.types.values()];
    const found = types.filter(fits).map(({ name }) => [link(name, [])]);
    for (const type of types) {
      const members = type.fields ?? type.inputFields ?? type.enumValues ?? [];
      found.push(...members.filter(fits).map(({ name }) => [link(type.name, []), `.${name}`]));
    }
    const told = found.length > FOUND ? `${found.length} found; the first ${FOUND}:` : `${found.length} found`;
    place.replaceChildren(element("p", { role: "status" }, told), element("ul", {}, ...found.slice(0, FOUND).map((parts) => element("li", {}, ...parts))));
  });

  // ---- beginning

  for (const choice of document.querySelectorAll("#examples button")) choice.addEventListener("click", () => example(choice));
  runs.addEventListener("click", run);
  document.getElementById("curl").addEventListener("click", ({ currentTarget }) => copy(currentTarget, curl()));
  document.addEventListener("dateline-key", () => (known = sample()));
  listHistory();
  learn();
  query.value = document.querySelector("#examples button").dataset.document;
  variables.value = "{}";
});
