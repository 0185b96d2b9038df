"""Reads an RSS or Atom feed as a feed reader does, and prints what it found as JSON lines.

    pip install -r requirements.txt
    python read_feeds.py https://news.example.org/feeds/locales/en.rss

The first line is the feed, every other line an entry. Ends with 1 when the reader had to repair anything.
"""

import json
import sys

import feedparser


def feed_fields(answer):
    feed = answer.feed
    return {
        "status": answer.get("status"),
        "format": answer.get("version"),
        "wellFormed": not answer.bozo,
        "problem": str(answer.bozo_exception) if answer.bozo else None,
        **{name: feed.get(name) for name in ("id", "title", "subtitle", "language", "link", "updated", "rights")},
        "links": {link.rel: link.href for link in feed.get("links", [])},
    }


def entry_fields(entry):
    names = ("id", "title", "link", "summary", "published", "updated", "language", "rights", "license")
    return {
        **{name: entry.get(name) for name in names},
        "permalink": entry.get("guidislink"),
        "authors": [author.get("name") for author in entry.get("authors", [])],
        "contributors": [person.get("name") for person in entry.get("contributors", [])],
        "categories": [tag.label or tag.term for tag in entry.get("tags", [])],
        "content": [content.value for content in entry.get("content", [])],
        "images": [media.get("url") for media in entry.get("media_content", [])],
        "credits": [credit.get("content") for credit in entry.get("media_credit", [])],
        "links": [[link.rel, link.get("hreflang"), link.href] for link in entry.get("links", [])],
    }


def main(address):
    answer = feedparser.parse(address)
    for line in [feed_fields(answer), *map(entry_fields, answer.entries)]:
        print(json.dumps(line, ensure_ascii=False))
    return 1 if answer.bozo else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: read_feeds.py URL")
    sys.exit(main(sys.argv[1]))
