#!/usr/bin/env python3
"""What a search costs on 100,000 articles, over the page that is not searched.

The searched request and the plain one in the same order, and with the same total, take turns on one kept connection;
medians are compared. Requests carry no validators: every answer is made anew. Words are common ("harbour" is in more than
half of all, and in one language only), rare ("rien"), and nowhere ("zeppelin").
"""

import urllib.parse

from filters import LIMIT, PLAIN, SORTS, holds, write
from support import Server, databases, dateline, folder, migrate, report

WORDS = ["q=harbour", "q=harbour tunnel", 'q="harbour tunnel"', "q=harbour -tunnel", "q=harb*", "q=rien",
         "q=harbour&locale=en", "q=harbour&section=section-1", "q=harbour&tag=tag-7&hasImage=true"]
SEARCHES = [
    *WORDS, "q=zeppelin", "q=harbour rien", "q=harbour zeppelin", "q=harbour zeppelin tunnel",
    "q=harbour&highlights=true", "q=harbour&total=exact",
    'filter={"or":[{"q":"rien"},{"tags":["rare"]}]}&sort=-publishedAt',
    *(f"{words}&sort={order}" for order in SORTS for words in WORDS if not order.endswith("correctedAt")),
]


def measure(database):
    beyond = 0
    with Server(database.url("filters")) as server:
        for search in SEARCHES:
            pairs = urllib.parse.urlencode([tuple(pair.split("=", 1)) for pair in search.split("&")])
            same = [part for part in search.split("&") if part.startswith(("sort=", "total="))]
            plain = "&".join([PLAIN, *same])
            beyond += not holds(server, f"{database.name:<8} {search:<72}", plain, f"{PLAIN}&{pairs}")
    report(f"{database.name}: searches beyond {LIMIT:.0f} times the plain page", f"{beyond}", "0", beyond == 0)


if __name__ == "__main__":
    with folder() as path, databases(path) as found:
        newsroom = str(path / "newsroom.ndjson")
        write(newsroom)
        for each in found:
            migrate(each, "filters")
            dateline("import", newsroom, "--quiet", "--database", each.url("filters"))
            each.settle()
            measure(each)
