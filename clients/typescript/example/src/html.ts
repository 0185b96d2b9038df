/** Text that is markup already. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Value = Markup | string | number | null | undefined | false | readonly Value[];

/** Markup with values in it; what is not markup itself is escaped. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts.reduce((all, part, index) => all + written(values[index - 1]) + part));
}

/** Markup that Dateline has made: it is sanitised there. */
export const trusted = (text: string) => new Markup(text);

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "object") return value instanceof Markup ? value.text : value.map(written).join("");
  return String(value).replace(/[&<>"']/g, (it) => ESCAPES[it] ?? it);
}

/**
 * Makes an element what the markup says, and touches only what differs: the focus, the selection and the place in the page
 * stay. Answers the elements that are new or have another text.
 */
export function patch(element: Element, markup: Markup): Element[] {
  const wanted = element.cloneNode(false) as Element;
  wanted.innerHTML = markup.text;
  const changed: Element[] = [];
  meet(element, wanted, changed);
  return changed;
}

// What scripts note on elements stays with them.
const OF_SCRIPTS = /^(data-state|style$|tabindex$)/;

function meet(is: Element, wanted: Element, changed: Element[]): void {
  for (const { name } of [...is.attributes]) if (!wanted.hasAttribute(name) && !OF_SCRIPTS.test(name)) is.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (is.getAttribute(name) !== value) is.setAttribute(name, value);
  const [old, next] = [[...is.childNodes], [...wanted.childNodes]];
  for (let at = 0; at < Math.max(old.length, next.length); at += 1) {
    const [here, there] = [old[at], next[at]];
    if (!there) here?.remove();
    else if (!here) is.append(there);
    else if (here.isEqualNode(there)) continue;
    else if (here instanceof Element && there instanceof Element && here.tagName === there.tagName) {
      meet(here, there, changed);
      continue;
    } else here.replaceWith(there);
    changed.push(there instanceof Element ? there : is);
  }
}
