// A body of typed blocks as markup. The compiler sees to it that no kind of block is forgotten.
import type { ArticlePageQuery, PictureFragment, RunsFragment } from "@dateline/client/documents";
import { html, type Markup, trusted } from "./html.js";
import { api } from "./newsroom.js";
import { words } from "./words.js";

export type Article = Extract<NonNullable<NonNullable<ArticlePageQuery["resolve"]>["node"]>, { __typename: "Article" }>;
type Block = Article["body"]["blocks"][number];
type Text = Extract<Block, { __typename: "TextBlock" }>;

export const day = (locale: string, at: string) => {
  const text = new Intl.DateTimeFormat(words(locale).dates, { dateStyle: "long", timeZone: "UTC" }).format(new Date(at));
  return html`<time datetime="${at}">${text}</time>`;
};

export function body({ body: { blocks }, factBoxes }: Article, locale: string): Markup[] {
  const written: Markup[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (block?.__typename === "TextBlock" && block.listItem) {
      const items: Text[] = [];
      for (let next = blocks[at]; next?.__typename === "TextBlock" && next.listItem; next = blocks[(at += 1)]) items.push(next);
      written.push(list(items));
      continue;
    }
    if (block) written.push(one(block, factBoxes, locale));
    at += 1;
  }
  return written;
}

function one(block: Block, boxes: Article["factBoxes"], locale: string): Markup {
  switch (block.__typename) {
    case "TextBlock":
      return paragraph(block);
    case "ImageBlock":
      return block.image ? picture(block.image, "(min-width: 46rem) 42rem, 100vw", block.caption) : html``;
    case "FactBoxBlock": {
      // The article has its boxes once; blocks say where they stand.
      const box = boxes.find((it) => it.factBox.id === block.factBox?.id && it.pinned === block.pinned);
      return box ? factBox(box, locale) : html``;
    }
    case "PullQuoteBlock":
      return html`<figure class="pull"><blockquote>${block.text}</blockquote>${block.attribution && html`<figcaption>${block.attribution}</figcaption>`}</figure>`;
    case "EmbedBlock":
      return html`<p class="embed"><a href="${block.url}">${block.title ?? block.url}</a></p>`;
    case "TableBlock": {
      const [first, ...rest] = block.rows;
      const head = block.header ? first : undefined;
      const row = ({ cells }: (typeof rest)[number]) => html`<tr>${cells.map(({ spans }) => html`<td>${runs(spans)}</td>`)}</tr>`;
      return html`<div class="table" tabindex="0" role="region" aria-label="${head?.cells.map(({ spans }) => spans.map(({ text }) => text).join("")).join(", ")}"><table>
        ${head && html`<thead><tr>${head.cells.map(({ spans }) => html`<th scope="col">${runs(spans)}</th>`)}</tr></thead>`}
        <tbody>${(head ? rest : block.rows).map(row)}</tbody></table></div>`;
    }
    case "DividerBlock":
      return html`<hr>`;
  }
}

function paragraph({ style, spans }: Text): Markup {
  const text = runs(spans);
  switch (style) {
    case "NORMAL":
      return html`<p>${text}</p>`;
    case "BLOCKQUOTE":
      return html`<blockquote><p>${text}</p></blockquote>`;
    case "H2":
      return html`<h2>${text}</h2>`;
    case "H3":
      return html`<h3>${text}</h3>`;
    case "H4":
      return html`<h4>${text}</h4>`;
  }
}

/** Items of a list, with the deeper ones in lists of their own. */
function list(items: readonly Text[]): Markup {
  const [first] = items;
  const level = first?.level ?? 1;
  const groups: Text[][] = [];
  for (const item of items) {
    if ((item.level ?? 1) > level && groups.length > 0) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  const entries = groups.map(([head, ...deeper]) => html`<li>${head && runs(head.spans)}${deeper.length > 0 && list(deeper)}</li>`);
  return first?.listItem === "NUMBER" ? html`<ol>${entries}</ol>` : html`<ul>${entries}</ul>`;
}

function runs(spans: readonly RunsFragment[]): Markup[] {
  return spans.map(({ text, marks }) =>
    [...marks].reverse().reduce((inner, mark) => {
      switch (mark.kind) {
        case "STRONG":
          return html`<strong>${inner}</strong>`;
        case "EM":
          return html`<em>${inner}</em>`;
        case "CODE":
          return html`<code>${inner}</code>`;
        case "UNDERLINE":
          return html`<u>${inner}</u>`;
        case "STRIKE_THROUGH":
          return html`<s>${inner}</s>`;
        case "LINK":
          return html`<a href="${mark.href}">${inner}</a>`;
        case "INTERNAL_LINK":
          return mark.article ? html`<a href="/${mark.article.locale}/${mark.article.slug}">${inner}</a>` : inner;
      }
    }, html`${text.split("\n").map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`),
  );
}

/** A fact box says how old each fact is, where it comes from, and which version of the box this is. */
function factBox({ factBox: box, pinned }: Article["factBoxes"][number], locale: string): Markup {
  const say = words(locale);
  const sources = (all: (typeof box.items)[number]["sources"]) => all.map(({ name, url }) => html` · ${url ? html`<a href="${url}">${name}</a>` : name}`);
  return html`<aside class="factbox" id="factbox-${box.id}" aria-labelledby="title-${box.id}">
    <p class="label">${say.facts}</p>
    <h2 id="title-${box.id}">${box.title}</h2>
    <ul>${box.items.map(({ html: fact, asOf, sources: from }) => html`<li>${trusted(fact)}
      <small>${asOf && html`${say.asOf} ${day(locale, asOf)}`}${sources(from)}</small></li>`)}</ul>
    <p class="version">${say.version} ${box.revision} · ${pinned === null ? day(locale, box.updatedAt) : say.pinned}</p>
  </aside>`;
}

const WIDTHS = [320, 480, 640, 960, 1280, 1920];

/** A picture in its proportions, so that nothing moves when it comes. Dateline's own come in as many widths as are needed. */
export function picture(image: PictureFragment, sizes: string, caption: string | null = image.caption, plain = false): Markup {
  const { url, alt, width, height, credit, focalPoint } = image;
  const own = url.startsWith(`${api}/v1/media/`);
  const set = own && WIDTHS.filter((it) => it <= (width ?? 1280)).map((it) => `${url}?w=${it}&format=webp ${it}w`).join(", ");
  const focus = focalPoint && `object-position: ${focalPoint.x / 10}% ${focalPoint.y / 10}%`;
  return html`<figure>
    <span class="frame"><img src="${url}" alt="${plain ? "" : alt}" width="${width ?? 3}" height="${height ?? 2}" decoding="async"
      ${set && html`srcset="${set}" sizes="${sizes}"`} ${focus && html`style="${focus}"`}></span>
    ${!plain && (caption ?? credit) && html`<figcaption>${caption} ${credit && html`<small>${credit}</small>`}</figcaption>`}
  </figure>`;
}
