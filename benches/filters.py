#!/usr/bin/env python3
"""What filters cost: every condition, and pairs of them, on 100,000 articles, over the page that is not filtered.

Rare and common values of each condition are asked for: what is everywhere, what is on a few articles in a hundred
thousand, and what is nowhere. The filtered request and the plain one take turns on one kept connection; medians are
compared. Requests carry no validators: every answer is made anew.
"""

import json
import os
import urllib.parse

import generate
from generate import NEWEST, STEP, entry, stamp
from listing import compare
from support import Server, databases, dateline, folder, migrate, report

ARTICLES = int(os.environ.get("BENCH_ARTICLES", "100000"))
LIMIT = 3.0
PLAIN = "/v1/articles?first=20"
# One article in so many has what is rare.
RARE = 5_003


def article(age):
    """The article of the other benchmarks, with what filters look for."""
    made = generate.article(age)
    for revision in made["revisions"]:
        content = revision["content"]
        if age % 10:
            content["leadImage"] = f"image-{age % 50}"
        if age % 3 == 0:
            content["section"] = f"district-{age % 40}"
        if age % 100 == 7:
            content["corrections"] = [{"kind": "correction", "text": "A name was wrong.", "at": stamp(NEWEST - age * STEP)}]
        if age % 5 == 0:
            content["translationOf"] = {"article": f"article-{age + 1}", "revision": 1}
        if age % RARE == 11:
            content.update(kind="live", locale="fr", tags=["rare"], section="rare", bylines=[{"author": "rare"}],
                           sources=[{"name": "Rare Wire"}])
            content.pop("translationGroup", None)
            content.pop("translationOf", None)
            content.pop("leadImage", None)
            content["body"] = {"markdown": "Rien."}
    # The original has moved on.
    if age % 1_005 == 1:
        first = made["revisions"][0]
        moved_on = {**first["content"], "lead": "Another lead."}
        made["revisions"] = [first, {"public": generate.public(NEWEST - age * STEP + STEP / 2), "content": moved_on}]
    return made


def surroundings():
    """What these articles refer to besides."""
    always = generate.always
    for number in range(50):
        yield entry("image", f"image-{number}", always({
            "url": f"https://example.org/{number}.jpg", "width": 1200, "height": 800, "alt": f"Image {number}"}))
    for number in range(40):
        yield entry("section", f"district-{number}", always({
            "slug": f"district-{number}", "name": {"en": f"District {number}"}, "parent": f"section-{number % 8}"}))
    yield entry("section", "rare", always({"slug": "rare", "name": {"en": "Rare"}, "parent": "section-0"}))
    yield entry("tag", "rare", always({"slug": "rare", "name": {"en": "Rare"}}))
    yield entry("tag", "unused", always({"slug": "unused", "name": {"en": "Unused"}}))
    yield entry("author", "rare", always({"slug": "rare", "name": {"en": "Rare"}}))


def write(path):
    """Oldest first, as a newsroom's history is."""
    with open(path, "w", encoding="utf-8") as file:
        for line in [*generate.surroundings(generate.random.Random("surroundings")), *surroundings()]:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        for age in range(ARTICLES - 1, -1, -1):
            file.write(json.dumps(article(age), ensure_ascii=False) + "\n")


def joined(**conditions):
    return "filter=" + urllib.parse.quote(json.dumps(conditions))


def ago(part):
    """A moment of the newsroom: 0 is its newest article, 1 its oldest."""
    return stamp(NEWEST - ARTICLES * STEP * part)


CONDITIONS = [
    "locale=en", "locale=uk", "locale=fr", "locale=de",
    "kind=news", "kind=live", "kind=live,interview", "kind=explainer",
    "section=section-1", "section=rare",
    "sectionTree=section-0", "sectionTree=district-3", "sectionTree=rare",
    "tag=tag-7", "tag=rare", "tag=unused", "tag=tag-7&tag=tag-8", "tag=tag-7&tag=rare",
    "anyTag=tag-7&anyTag=tag-8", "anyTag=rare&anyTag=unused", "noTag=tag-7", "noTag=rare",
    "author=author-3", "author=rare", "anyAuthor=author-3&anyAuthor=author-4", "noAuthor=author-3",
    "source=agency", "source=rare%20wire", "source=agency&tag=tag-7", "stale=true", "stale=false", "stale=true&locale=en",
    "factBox=en/box-4", "anyFactBox=en/box-4&anyFactBox=en/box-6", "noFactBox=en/box-4",
    "hasImage=true", "hasImage=false", "corrected=true", "corrected=false",
    "translatedInto=uk", "translatedInto=en", "translatedInto=fr", "notTranslatedInto=uk",
    f"publishedAfter={ago(0.001)}", f"publishedBefore={ago(0.999)}",
    f"publishedAfter={ago(0.6)}&publishedBefore={ago(0.5)}", f"publishedAfter={ago(0.5002)}&publishedBefore={ago(0.5)}",
    f"updatedAfter={ago(0.6)}&updatedBefore={ago(0.5)}",
    f"contentUpdatedAfter={ago(0.6)}&contentUpdatedBefore={ago(0.5)}",
    f"correctedAfter={ago(0.6)}&correctedBefore={ago(0.5)}", f"correctedBefore={ago(0.999)}",
    "section=section-1&tag=tag-7", "section=section-1&kind=live", "locale=uk&kind=opinion&hasImage=false",
    "locale=fr&tag=tag-7", "sectionTree=section-0&author=author-3",
    "locale=uk&tag=tag-7", "locale=uk&section=section-1", "locale=uk&section=district-3", "locale=uk&author=author-4",
    "locale=uk&kind=opinion", "locale=uk&hasImage=true", "locale=uk&hasImage=false", "locale=uk&corrected=true",
    "locale=uk&noTag=tag-7", "locale=uk&sectionTree=section-0", "locale=uk&translatedInto=en", "locale=uk&factBox=en/box-4",
    "tag=tag-7&kind=opinion", "tag=tag-7&hasImage=true", "section=section-1&kind=opinion", "section=district-3",
    f"tag=tag-7&publishedAfter={ago(0.5)}", f"locale=uk&publishedBefore={ago(0.5)}",
    joined(**{"or": [{"kind": ["live"]}, {"tags": ["rare"]}]}),
    joined(**{"or": [{"section": "section-1"}, {"authors": ["author-3"]}], "not": {"anyTag": ["tag-7"]}}),
    joined(**{"not": {"locale": ["en", "uk"]}}), joined(locale=["en", "uk"]), joined(locale=["uk", "fr"]),
]
SORTS = [f"{way}{clock}" for clock in ("publishedAt", "updatedAt", "contentUpdatedAt", "title", "correctedAt")
         for way in ("", "-")]
# What the order says already, or its opposite.
SAID = {"corrected=true", "corrected=false"}


def holds(server, what, plain, path):
    """Whether a list costs at most so much more than the plain one. Prints how much, and what page 2 costs over its page 2."""
    first = json.loads(server.get(path))
    within = compared(server, what, plain, path, len(first["data"]))
    if after := first["page"]["next"]:
        behind = json.loads(server.get(plain))["page"]["next"]
        plain, path = f"{plain}&after={behind}", f"{path}&after={after}"
        within &= compared(server, f"{what} page 2", plain, path, len(json.loads(server.get(path))["data"]))
    return within


def compared(server, what, plain, path, found):
    ratio, (base, narrowed) = compare(lambda: server.get(plain), lambda: server.get(path), 45)
    within = ratio < LIMIT
    print(f"  {what} {found:>3} {base:6.2f} {narrowed:6.2f} {ratio:6.2f} {'' if within else 'BEYOND'}", flush=True)
    return within


def measure(database, newsroom):
    migrate(database, "filters")
    dateline("import", newsroom, "--quiet", "--database", database.url("filters"))
    database.settle()
    beyond = 0
    with Server(database.url("filters")) as server:
        image = json.loads(server.get("/v1/images?first=1&fields=id"))["data"][0]["id"]
        for order in SORTS:
            plain = f"{PLAIN}&sort={order}"
            for condition in [*CONDITIONS, f"image={image}"]:
                if order.endswith("correctedAt") and condition in SAID:
                    continue
                shown = f"{order:<14} {urllib.parse.unquote(condition)[:90]:<90}"
                beyond += not holds(server, f"{database.name:<8} {shown}", plain, f"{plain}&{condition}")
    report(f"{database.name}: filters beyond {LIMIT:.0f} times the plain page", f"{beyond}", "0", beyond == 0)


if __name__ == "__main__":
    with folder() as path, databases(path) as found:
        newsroom = str(path / "newsroom.ndjson")
        write(newsroom)
        for each in found:
            measure(each, newsroom)
