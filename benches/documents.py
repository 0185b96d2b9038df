#!/usr/bin/env python3
"""What documents of GraphQL cost: those that must be refused at once, and those that are known.

Bombs are small documents that unfold into more than any answer can hold. The time until they are refused is measured
at the client, connection included, over the time of the smallest question there is. Then a document of usual size is
asked for in three ways in turns: with a text that the server has never seen, with one that it knows, and by its digest.
"""

import hashlib
import itertools
import json
import statistics
import time

from support import Server, databases, folder, migrate, report

TIMES = 300
# What a bomb may take at most, in milliseconds.
AT_ONCE = 5
# How much a document that is known may cost over one that is not: it is neither parsed nor measured again.
KNOWN = 1.0

BODY = """{ articles(first: 1) {
  nodes {
    id slug locale title shortTitle lead kind publishedAt updatedAt contentUpdatedAt canonicalUrl
    bylines { role credit author { id slug name { text locale } } }
    section { id slug name { text } parent { slug } } tags { id slug kind name { text } }
    leadImage { id url width height alt caption credit }
    sources { name url role } corrections { kind text at }
    factBoxes { factBox { id title items { text sources { name url } asOf reviewBy } } }
    translations { id locale slug title }
  }
  pageInfo { endCursor hasNextPage hasPreviousPage startCursor }
} }"""


def chain(fragments, spreads):
    """Fragments, each of which spreads the next so many times."""
    each = (f"fragment f{n} on Section {{ {f'...f{n + 1} ' * spreads} }}" for n in range(fragments))
    return f"{{ sections(first: 1) {{ nodes {{ ...f0 }} }} }} {' '.join(each)} fragment f{fragments} on Section {{ id }}"


def circles(times):
    inner = "name"
    for _ in range(times):
        inner = f"fields {{ type {{ {inner} }} }}"
    return f"{{ __schema {{ types {{ {inner} }} }} }}"


BOMBS = [
    ("22 fragments spread twice", chain(22, 2)),
    ("28 fragments spread twice", chain(28, 2)),
    ("4 fragments spread 60 times", chain(4, 60)),
    ("a bomb beside the operation", f"query A {{ __typename }} query B {chain(28, 2)}"),
    ("a chain of 1,000 fragments", chain(1_000, 1)),
    ("introspection in circles", circles(8)),
    ("3,300 aliases", "{ " + " ".join(f"a{n}: __typename" for n in range(3_300)) + " }"),
    ("40,000 brackets", "{a" * 40_000),
    ("a page of pages of pages", "{ authors(first: 100) { nodes { articles(first: 100) { nodes { bylines { author { slug } } } } } } }"),
]

# As many tokens as are parsed. What it costs to refuse them grows with their number alone.
LARGEST = [
    ("a chain of 600 fragments", chain(600, 1)),
    ("1,600 aliases", "{ " + " ".join(f"a{n}: __typename" for n in range(1_600)) + " }"),
    ("4,990 fields", "{ " + "a " * 4_990 + "}"),
]


def ask(server, document, refused=False):
    """The milliseconds until the answer is there."""
    body = json.dumps(document)
    started = time.perf_counter()
    server.connection.request("POST", "/graphql", body, {"Content-Type": "application/json"})
    answer = server.connection.getresponse()
    text = answer.read()
    took = (time.perf_counter() - started) * 1000
    if (answer.status != 200) != refused or (not refused and b'"errors"' in text):
        raise SystemExit(f"{body[:200]}: {answer.status} {text[:500]}")
    return took


def bombs(name, server):
    smallest = statistics.median(ask(server, {"query": "{ __typename }"}) for _ in range(50))
    for what, bomb in BOMBS:
        slowest = max(ask(server, {"query": bomb}, refused=True) for _ in range(20))
        report(f"{name}: refusing {what} ({slowest / smallest:.0f} times the smallest)", f"{slowest:.1f} ms", f"{AT_ONCE} ms", slowest < AT_ONCE)
    for what, document in LARGEST:
        median = statistics.median(ask(server, {"query": document}, refused=True) for _ in range(20))
        report(f"{name}: refusing {what} ({median / smallest:.0f} times the smallest)", f"{median:.1f} ms")


def known(name, server):
    digest = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(BODY.encode()).hexdigest()}}
    ask(server, {"query": BODY, "extensions": digest})
    numbers = itertools.count()
    ways = {
        "never seen": lambda: {"query": f"{BODY} # {next(numbers)}"},
        "known": lambda: {"query": BODY},
        "by its digest": lambda: {"extensions": digest},
    }
    times = {way: [] for way in ways}
    for _ in range(TIMES):
        for way, document in ways.items():
            times[way].append(ask(server, document()))
    new, *others = (statistics.median(of) for of in times.values())
    for way, median in zip(list(ways)[1:], others):
        report(f"{name}: a document {way} : never seen ({median:.2f} : {new:.2f} ms)", f"{median / new:.2f}", f"{KNOWN}", median / new < KNOWN)


with folder() as path, databases(path) as all_databases:
    for database in all_databases:
        migrate(database, "documents")
        with Server(database.url("documents"), "--demo") as server:
            bombs(database.name, server)
            known(database.name, server)
