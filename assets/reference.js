// Sends the requests of the reference, and finds them.
"use strict";

(() => {
  const { copy, headers, key, showJson, bytes, quoted } = Dateline;

  // What a form says: an address, header fields and a body. Empty fields count as not given.
  function asked(form) {
    let path = form.dataset.path;
    const query = new URLSearchParams();
    const fields = {};
    let body;
    for (const { dataset, name, value } of form.elements) {
      if (!value) continue;
      if (dataset.in === "path") path = path.replace(`{${name}}`, encodeURIComponent(value));
      if (dataset.in === "query") query.append(name, value);
      if (dataset.in === "header") fields[name] = value;
      if (dataset.in === "body") body = value;
    }
    if (body) fields["Content-Type"] = "application/json";
    return { method: form.dataset.method, address: query.size ? `${path}?${query}` : path, fields, body };
  }

  function command(form) {
    const { method, address, fields, body } = asked(form);
    const parts = [`curl ${method === "GET" ? "" : `-X ${method} `}${quoted(form.dataset.base + address)}`];
    if (key()) parts.push('-H "Authorization: Bearer $KEY"');
    for (const [name, value] of Object.entries(fields)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
    if (body) parts.push(`-d ${quoted(body)}`);
    return parts.join(" \\\n  ");
  }

  const TOLD = ["content-type", "etag", "link", "location", "retry-after"];

  async function send(form) {
    const { method, address, fields, body } = asked(form);
    const told = form.querySelector("[role=status]");
    const answer = form.querySelector(".answer");
    told.textContent = "Waiting for the answer …";
    try {
      const begun = performance.now();
      const response = await fetch(address, { method, headers: { ...headers(), ...fields }, body, cache: "no-store" });
      const content = new Uint8Array(await response.arrayBuffer());
      const took = Math.round(performance.now() - begun);
      told.textContent = `${response.status} ${response.statusText}, ${bytes(content.length)} in ${took} ms`;
      show(answer, response, content);
    } catch (error) {
      told.textContent = `Nothing was answered: ${error.message}`;
    }
  }

  function show(place, response, content) {
    const type = response.headers.get("content-type") ?? "";
    const head = TOLD.filter((name) => response.headers.has(name)).map((name) => `${name}: ${response.headers.get(name)}`);
    place.hidden = false;
    if (/^image\/(?!svg)/.test(type)) return void (place.textContent = head.join("\n"));
    let text = new TextDecoder().decode(content);
    if (!/json/.test(type)) return void (place.textContent = `${head.join("\n")}\n\n${text}`);
    try {
      text = JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      // It is shown as it came.
    }
    showJson(place, text);
    place.prepend(`${head.join("\n")}\n\n`);
  }

  function enliven(form) {
    const code = form.querySelector(".snippet code");
    const example = code.textContent;
    const update = () => (code.textContent = new FormData(form).values().some((value) => value) ? command(form) : example);
    form.addEventListener("input", update);
    const row = form.querySelector(".send");
    if (row) row.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      code.textContent = command(form);
      if (row) send(form);
    });
  }

  // A link into something folded unfolds it.
  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!(target instanceof HTMLDetailsElement)) return;
    target.open = true;
    target.scrollIntoView();
    target.querySelector("summary").focus({ preventScroll: true });
  }

  function filter() {
    const field = document.getElementById("filter");
    const parts = [...document.querySelectorAll(".contents details")];
    field.parentElement.hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let found = 0;
      for (const part of parts) {
        let here = 0;
        for (const item of part.querySelectorAll("li")) {
          const link = item.firstElementChild;
          const text = `${link.textContent} ${link.hash}`.toLowerCase();
          item.hidden = !words.every((word) => text.includes(word));
          here += item.hidden ? 0 : 1;
        }
        part.hidden = here === 0;
        part.open = words.length > 0 && here > 0;
        found += here;
      }
      document.getElementById("found").textContent = words.length ? `${found} found` : "";
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("form.try").forEach(enliven);
    filter();
    unfold();
    addEventListener("hashchange", unfold);
  });
})();
