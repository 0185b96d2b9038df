#!/usr/bin/env python3
"""Writes a newsroom as Dateline NDJSON: generate.py ARTICLES FILE.

The same arguments give the same bytes. Of two newsrooms the smaller one is the newer end of the larger, so that
lists of both have the same entries on the first page, and a difference in time comes from the size alone.
"""

import json
import random
import sys
from datetime import datetime, timedelta, timezone

AUTHORS, TAGS, SECTIONS, FACT_BOXES = 50, 40, 8, 200
NEWEST = datetime(2025, 12, 31, 18, tzinfo=timezone.utc)
# 10,000 articles cover five years.
STEP = timedelta(hours=4, minutes=23)
SPAN = timedelta(days=365 * 5 + 30)

WORDS = {
    "en": "harbour council budget tunnel court strike ferry minister vote school hospital winter river bridge storm "
    "union mayor report police railway prices energy treaty border election judge factory island coast hearing "
    "plan market housing water teacher protest law trial company said after before against under between would "
    "could should new old first last local public early late open closed long short the a of in on and with for "
    "from at by is was has had will not more less than two three ten million people years months days".split(),
    "uk": "гавань рада бюджет тунель суд страйк пором міністр голос школа лікарня зима річка міст буря союз мер "
    "звіт поліція залізниця ціни енергія угода кордон вибори суддя завод острів берег слухання план ринок житло "
    "вода вчитель протест закон процес компанія сказав після перед проти під між має може новий старий перший "
    "останній місцевий відкритий закритий довгий короткий і в на з для від до про це був є не більше менше ніж "
    "два три десять мільйонів людей років місяців днів".split(),
}
KINDS = ["news"] * 6 + ["feature", "analysis", "opinion", "interview"]


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def words(rng, locale, count):
    return " ".join(rng.choices(WORDS[locale], k=count))


def sentence(rng, locale):
    return words(rng, locale, rng.randint(8, 20)).capitalize() + "."


def paragraph(rng, locale):
    return " ".join(sentence(rng, locale) for _ in range(rng.randint(2, 5)))


def public(moment, **more):
    return {"from": stamp(moment), **more}


def entry(kind, key, *revisions):
    return {"kind": kind, "key": key, "revisions": list(revisions)}


def always(content):
    return {"public": public(NEWEST - SPAN), "content": content}


def both(text):
    return {"en": text, "uk": f"{text} (укр.)"}


def surroundings(rng):
    """Everything that articles refer to."""
    for number in range(SECTIONS):
        yield entry("section", f"section-{number}", always(
            {"slug": f"section-{number}", "name": both(f"Section {number}")}))
    for number in range(TAGS):
        yield entry("tag", f"tag-{number}", always({"slug": f"tag-{number}", "name": both(f"Tag {number}")}))
    for number in range(AUTHORS):
        yield entry("author", f"author-{number}", always({
            "slug": f"author-{number}", "name": both(f"Author {number}"),
            "bio": {"en": paragraph(rng, "en"), "uk": paragraph(rng, "uk")},
            "links": [f"https://example.org/authors/{number}"]}))
    for number in range(FACT_BOXES):
        yield fact_box(rng, number)


def fact_box(rng, number):
    """A fact box in one language, corrected up to twice during the years."""
    locale = ("en", "uk")[number % 2]
    moments = [NEWEST - SPAN] + sorted(NEWEST - SPAN * rng.random() for _ in range(number % 3))
    items = [{
        "text": f"{sentence(rng, locale)} [{words(rng, locale, 2)}](https://example.org/facts/{number}/{item})",
        "sources": [{"name": f"Register {item}", "url": f"https://example.org/registers/{item}", "role": "document"}],
        "asOf": "2025-06-01"} for item in range(rng.randint(2, 5))]
    revisions = []
    for moment in moments:
        items = [{**items[0], "text": sentence(rng, locale)}, *items[1:]]
        revisions.append({"public": public(moment), "content": {
            "locale": locale, "slug": f"box-{number}", "title": f"Box {number} {words(rng, locale, 3)}",
            "items": items}})
    return entry("factBox", f"box-{number}", *revisions)


def text_block(key, spans, style="normal", definitions=()):
    return {"_type": "block", "_key": key, "style": style, "markDefs": list(definitions),
            "children": [{"_type": "span", "text": text, "marks": marks} for text, marks in spans]}


def portable_text(rng, locale, paragraphs, box):
    blocks = []
    for number in range(paragraphs):
        key = f"b{number}"
        if number == 3:
            blocks.append(text_block("h3", [(words(rng, locale, 4).capitalize(), [])], style="h2"))
        if number % 4 == 1:
            link = {"_type": "link", "_key": "l0", "href": f"https://example.org/{rng.randint(1, 9999)}"}
            spans = [(sentence(rng, locale) + " ", []), (words(rng, locale, 3), ["l0"]),
                     (" " + words(rng, locale, 4), ["strong"]), (" " + paragraph(rng, locale), [])]
            blocks.append(text_block(key, spans, definitions=[link]))
        else:
            blocks.append(text_block(key, [(paragraph(rng, locale), [])]))
    if box:
        blocks.insert(4, {"_type": "factBox", "_key": "box", "ref": box, "mode": "follow"})
    return blocks


def markdown(rng, locale, paragraphs, box):
    parts = []
    for number in range(paragraphs):
        if number == 3:
            parts.append(f"## {words(rng, locale, 4).capitalize()}")
        text = paragraph(rng, locale)
        if number % 4 == 1:
            address = f"https://example.org/{rng.randint(1, 9999)}"
            text += f" [{words(rng, locale, 3)}]({address}) **{words(rng, locale, 4)}**"
        parts.append(text)
    if box:
        parts.insert(4, f'<aside class="factbox" id="factbox-{box}"></aside>')
    return {"markdown": "\n\n".join(parts)}


def article(age):
    """The article that is the `age`th newest."""
    # Of its own, so that it is the same in a newsroom of any size.
    rng = random.Random(f"article {age}")
    locale = "uk" if age % 5 in (1, 3) else "en"
    key = f"article-{age}"
    box = f"box-{2 * rng.randrange(FACT_BOXES // 2) + (locale == 'uk')}" if age % 3 == 0 else None
    body = (portable_text, markdown)[age % 2](rng, locale, rng.randint(6, 12), box)
    moment = NEWEST - age * STEP
    content = {
        "locale": locale, "slug": f"{key}-story", "kind": rng.choice(KINDS),
        "title": words(rng, locale, rng.randint(5, 10)).capitalize(), "lead": sentence(rng, locale),
        "body": body,
        "bylines": [{"author": f"author-{number}"} for number in rng.sample(range(AUTHORS), rng.randint(1, 3))],
        "sources": [{"name": "Agency", "url": "https://example.org/agency", "role": "reported"}],
        "section": f"section-{rng.randrange(SECTIONS)}",
        "tags": [f"tag-{number}" for number in rng.sample(range(TAGS), rng.randint(2, 5))],
    }
    # The first two of every five are one piece in both languages.
    if age % 5 in (0, 1):
        content["translationGroup"] = f"piece-{age // 5}"
    revisions = [{"public": public(moment), "content": content}]
    if age % 10 == 7:
        corrected = {**content, "lead": sentence(rng, locale)}
        revisions.append({"public": public(moment + STEP / 2), "note": "Lead corrected", "content": corrected})
    return entry("article", key, *revisions)


def write(articles, path):
    """Oldest first, as a newsroom's history is."""
    with open(path, "w", encoding="utf-8") as file:
        for line in surroundings(random.Random("surroundings")):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        for age in range(articles - 1, -1, -1):
            file.write(json.dumps(article(age), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(int(sys.argv[1]), sys.argv[2])
