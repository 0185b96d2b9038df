// What the pages share: the key of this tab, copying, showing JSON in colours. Text becomes text, never markup.
"use strict";

const Dateline = (() => {
  const KEY = "dateline-key";
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // The key stays in this tab: not in the address, and not on the disk.
  const key = () => sessionStorage.getItem(KEY) ?? "";
  const headers = () => (key() ? { authorization: `Bearer ${key()}` } : {});

  function keyForm() {
    const form = document.getElementById("key-form");
    if (!form) return;
    const field = document.getElementById("key");
    const tell = () => {
      document.getElementById("key-state").textContent = key() ? "(one is used)" : "(none is used)";
      document.dispatchEvent(new Event("dateline-key"));
    };
    const keep = (value) => {
      if (value) sessionStorage.setItem(KEY, value);
      else sessionStorage.removeItem(KEY);
      field.value = "";
      tell();
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep(field.value.trim());
    });
    document.getElementById("key-forget").addEventListener("click", () => keep(""));
    tell();
  }

  async function copy(button, text) {
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Select and copy by hand";
    }
    setTimeout(() => (button.textContent = before), 2000);
  }

  function snippets() {
    for (const button of document.querySelectorAll(".snippet .copy")) {
      // Places without HTTPS have no clipboard.
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", () => copy(button, button.parentElement.querySelector("code").textContent));
    }
  }

  function languages() {
    const names = new Intl.DisplayNames(["en"], { type: "language" });
    for (const place of document.querySelectorAll("[data-language]")) place.textContent = names.of(place.dataset.language);
  }

  const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;
  // Long answers stay plain: colours are not worth waiting for.
  const COLOURED = 200000;

  function showJson(place, text) {
    if (text.length > COLOURED) return void (place.textContent = text);
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(TOKENS)) {
      parts.push(text.slice(end, match.index));
      const kind = match[2] !== undefined ? "name" : match[1] !== undefined ? "text" : "number";
      parts.push(element("span", { class: `json-${kind}` }, match[1] ?? match[0]));
      end = match.index + (match[1] ?? match[0]).length;
    }
    place.replaceChildren(...parts, text.slice(end));
  }

  const bytes = (length) => (length < 1000 ? `${length} bytes` : `${(length / 1000).toFixed(1)} kB`);
  const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

  document.addEventListener("DOMContentLoaded", () => {
    keyForm();
    snippets();
    languages();
  });
  return { element, key, headers, copy, showJson, bytes, quoted };
})();
