#!/usr/bin/env python3
"""What lists cost: on ten times the articles, and five hundred pages deep.

Two kinds of request take turns on one kept connection each, so that whatever else the machine does falls on both
alike; medians are compared. Requests carry no validators: every answer is made anew.
"""

import json
import statistics
import time

from generate import write
from support import Server, databases, dateline, folder, migrate, report

SMALL, LARGE, TIMES = 1_000, 10_000, 300
# How far a ratio may be from 1 either way: what noise does on a machine with other things to do, and, where pages
# differ, what they hold. A first page that is much dearer than a deep one is as wrong as the reverse.
SAME_PAGE, OTHER_PAGE = 1.15, 1.25

LIST = "/v1/articles?first=20&include=authors,factBoxes"
GRAPHQL = """query ($filter: ArticleFilter, $after: String) {
  articles(first: 20, filter: $filter, after: $after) {
    nodes {
      id slug title lead publishedAt
      bylines { role author { slug name { text } } }
      factBoxes { factBox { title items { text } } }
    }
    pageInfo { endCursor hasNextPage }
  }
}"""
# Lists whose pages are compared, and on which page the deep end is.
DEEP = [
    ("newest first", "", 500),
    ("oldest first", "&sort=publishedAt", 500),
    ("last updated first", "&sort=-updatedAt", 500),
    ("by title", "&sort=title", 500),
    ("one language", "&locale=en", 300),
    ("one section", "&section=section-3", 60),
    ("one tag", "&tag=tag-7", 40),
    ("one author", "&author=author-11", 18),
]
# How many pages at the deep end take part, so that no single page's content decides.
PAGES = 5


def compare(first, second, times_each=TIMES):
    """The ratio of the medians, and the medians in milliseconds."""
    for job in (first, second):
        for _ in range(times_each // 15):
            job()
    times = ([], [])
    for number in range(times_each):
        # Who goes first takes turns too.
        for side in (0, 1) if number % 2 else (1, 0):
            started = time.perf_counter()
            (first, second)[side]()
            times[side].append(time.perf_counter() - started)
    medians = [statistics.median(side) * 1000 for side in times]
    return medians[1] / medians[0], medians


def tell(what, compared, limit):
    ratio, (first, second) = compared
    holds = 1 / limit < ratio < limit
    report(f"{what} ({second:.1f} : {first:.1f} ms)", f"{ratio:.2f}", f"{1 / limit:.2f} to {limit}", holds)


def cycle(job, items):
    """Does `job` with another item each time."""
    turns = [0]

    def next_one():
        turns[0] += 1
        return job(items[turns[0] % len(items)])

    return next_one


def deep_end(get, deep):
    """The cursors of the last pages up to page `deep`, found by following `get`."""
    cursors, after = [], None
    while len(cursors) < deep and (after or not cursors):
        cursors.append(after)
        after = get(after)
    if len(cursors) < deep:
        raise SystemExit(f"the list ends on page {len(cursors)}, before page {deep}")
    return cursors[-PAGES:]


def rest(server, parameters):
    def get(after):
        path = LIST + parameters + (f"&after={after}" if after else "")
        return json.loads(server.get(path))["page"]["next"]

    return get


def graphql(server, **conditions):
    def get(after):
        document = {"query": GRAPHQL, "variables": {"filter": conditions, "after": after}}
        page = json.loads(server.post("/graphql", document))["data"]["articles"]["pageInfo"]
        return page["endCursor"] if page["hasNextPage"] else None

    return get


def sizes(name, small, large):
    """The first page of the same list, of a small and a large newsroom."""
    for what, one, ten in [
        ("REST", rest(small, "&locale=en"), rest(large, "&locale=en")),
        ("GraphQL", graphql(small, locale="en"), graphql(large, locale="en")),
    ]:
        compared = compare(lambda: one(None), lambda: ten(None))
        tell(f"{name}: {what}, {LARGE:,} articles : {SMALL:,}", compared, SAME_PAGE)


def depths(name, large):
    """The first page of a list and those at its deep end."""
    lists = [(what, rest(large, parameters), deep) for what, parameters, deep in DEEP]
    for what, get, deep in [*lists, ("GraphQL", graphql(large), 500)]:
        compared = compare(lambda: get(None), cycle(get, deep_end(get, deep)))
        tell(f"{name}: {what}, page {deep} : page 1", compared, OTHER_PAGE)


def measure(database, path):
    for articles in (SMALL, LARGE):
        migrate(database, f"list{articles}")
        newsroom = str(path / f"{articles}.ndjson")
        dateline("import", newsroom, "--quiet", "--database", database.url(f"list{articles}"))
    database.settle()
    with Server(database.url(f"list{SMALL}")) as small, Server(database.url(f"list{LARGE}")) as large:
        sizes(database.name, small, large)
        depths(database.name, large)


if __name__ == "__main__":
    with folder() as path, databases(path) as found:
        for count in (SMALL, LARGE):
            write(count, path / f"{count}.ndjson")
        for each in found:
            measure(each, path)
