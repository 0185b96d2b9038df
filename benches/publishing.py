#!/usr/bin/env python3
"""What publishing costs: an article beside the SQL it consists of, and a fact box that a thousand articles follow.

The SQL is what somebody would write who knew every row beforehand: no rule is checked, nothing is read. It goes into a
database in the same state, a transaction for each article, whose commit is on the disk as Dateline's is. The other side
is a whole request: HTTP, the key that is checked, the rules, the log and the audit.
"""

import http.client
import json
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

from generate import write
from support import ENVIRONMENT, PROGRAM, Server, databases, dateline, folder, migrate, report

ARTICLES, EVERYBODY, FOLLOWERS, ROUNDS = 300, 2_000, 1_000, 10
MOST_RATIO, MOST_FOLLOWED = 5, 100
# What a publication writes, in the order of the foreign keys. The first part is written anew, the second is added to.
REPLACED = ("publications", "working_copies", "working_copy_links")
ADDED = ("editions", "edition_links", "changes", "audit")


class Desk:
    """Somebody who may publish, on one connection that is kept."""

    def __init__(self, server, url):
        command = [PROGRAM, "keys", "create", "bench", "--role", "editor", "--database", url]
        made = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT).stdout
        token = next(word for word in made.split() if word.startswith("dl_"))
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port)

    def send(self, method, path, document, **headers):
        self.connection.request(method, path, json.dumps(document), {**self.headers, **headers})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status >= 300:
            sys.exit(f"{path}: {answer.status} {body[:500]}")
        return json.loads(body)

    def publish(self, kind, entry, revision):
        self.send("POST", f"/v1/{kind}/{entry}/publish", {}, **{"If-Match": f'"{revision}"'})

    def write(self, writes):
        done = []
        for start in range(0, len(writes), 100):
            done += self.send("POST", "/v1/batch", {"writes": writes[start:start + 100]})["data"]
        return [entry["id"] for entry in done]


def article(number, fact_box):
    body = [{"_type": "block", "_key": f"p{index}", "children": [{"_type": "span", "text": "Words of a report. " * 20}]}
            for index in range(8)]
    body.append({"_type": "factBox", "_key": "box", "ref": fact_box, "mode": "follow"})
    content = {"locale": "en", "slug": f"bench-{number}", "title": f"Report {number}", "lead": "What happened.",
               "body": body}
    return {"action": "create", "type": "article", "content": content}


def box(desk):
    content = {"locale": "en", "slug": "background", "title": "Background", "items": [{"text": "A fact."}]}
    [made] = desk.write([{"action": "create", "type": "factBox", "content": content}])
    desk.publish("fact-boxes", made, 1)
    return made


def copy(database, name, other):
    """A second database in the same state; nobody may be connected to the first."""
    if database.name == "SQLite":
        shutil.copy(database.file(name), database.file(other))
    else:
        database.psql("postgres", "-c", f"DROP DATABASE IF EXISTS {other}",
                      "-c", f"CREATE DATABASE {other} TEMPLATE {name}")
    database.settle()


def one_article(database, path):
    """Publishes articles one by one, then writes the same rows into the copy. Seconds for one, each way."""
    newsroom = path / "newsroom.ndjson"
    write(EVERYBODY, newsroom)
    migrate(database, "desk")
    dateline("import", str(newsroom), "--quiet", "--database", database.url("desk"))
    with Server(database.url("desk")) as server:
        desk = Desk(server, database.url("desk"))
        fact_box = box(desk)
        articles = desk.write([article(number, fact_box) for number in range(ARTICLES)])
    copy(database, "desk", "plain")
    with Server(database.url("desk")) as server:
        desk = Desk(server, database.url("desk"))
        started = time.monotonic()
        for each in articles:
            desk.publish("articles", each, 1)
        published = time.monotonic() - started
    plain = plain_sqlite(database, articles) if database.name == "SQLite" else plain_postgres(database, articles, path)
    return published / ARTICLES, plain / ARTICLES


def plain_sqlite(database, articles):
    rows = []
    with sqlite3.connect(database.file("desk")) as source:
        for each in articles:
            key = bytes.fromhex(each.replace("-", ""))
            rows.append((key, [(table, source.execute(newest(table), {"entry": key}).fetchall())
                               for table in (*REPLACED, *ADDED)]))
    connection = sqlite3.connect(database.file("plain"), isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")
    started = time.monotonic()
    for key, tables in rows:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE entries SET submitted_revision = NULL, archived_at = NULL WHERE id = ?", (key,))
        for table in reversed(REPLACED):
            connection.execute(f"DELETE FROM {table} WHERE entry_id = ?", (key,))
        for table, values in tables:
            if values:
                marks = ", ".join("?" * len(values[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
        connection.execute("COMMIT")
    seconds = time.monotonic() - started
    connection.close()
    return seconds


def newest(table, entry=":entry"):
    """What publishing an article has written into a table."""
    sequence = f" AND sequence = (SELECT MAX(sequence) FROM {table} WHERE entry_id = {entry})"
    return f"SELECT * FROM {table} WHERE entry_id = {entry}{sequence if table in ('changes', 'audit') else ''}"


def plain_postgres(database, articles, path):
    columns = {}
    for table in (*REPLACED, *ADDED):
        query = ("SELECT string_agg(format('quote_nullable(%I)', column_name), ' || '', '' || ' ORDER BY ordinal_position) "
                 f"FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'")
        columns[table] = database.psql("desk", "-At", "-c", query).strip()
    questions = path / "questions.sql"
    with open(questions, "w", encoding="utf-8") as file:
        for each in articles:
            print("SELECT 'BEGIN;';", file=file)
            print(f"SELECT $$UPDATE entries SET submitted_revision = NULL, archived_at = NULL WHERE id = '{each}';$$;",
                  file=file)
            for table in reversed(REPLACED):
                print(f"SELECT $$DELETE FROM {table} WHERE entry_id = '{each}';$$;", file=file)
            for table, values in columns.items():
                rows = newest(table, f"'{each}'")
                print(f"SELECT 'INSERT INTO {table} VALUES (' || string_agg({values}, '), (') || ');' FROM ({rows}) AS r "
                      "HAVING COUNT(*) > 0;", file=file)
            print("SELECT 'COMMIT;';", file=file)
    script = path / "plain.sql"
    script.write_text(database.psql("desk", "-At", "-f", questions), encoding="utf-8")
    started = time.monotonic()
    database.psql("plain", "-f", script)
    return time.monotonic() - started


def followed(database):
    """Publishes a box again and again that many articles follow. Seconds for one."""
    migrate(database, "followed")
    with Server(database.url("followed")) as server:
        desk = Desk(server, database.url("followed"))
        fact_box = box(desk)
        articles = desk.write([article(number, fact_box) for number in range(FOLLOWERS)])
        desk.write([{"action": "publish", "type": "article", "id": each, "expectedRevision": 1} for each in articles])
        database.settle()
        seconds = []
        for revision in range(1, ROUNDS + 1):
            desk.send("PATCH", f"/v1/fact-boxes/{fact_box}", {"title": f"Background {revision}"},
                      **{"If-Match": f'"{revision}"'})
            started = time.monotonic()
            desk.publish("fact-boxes", fact_box, revision + 1)
            seconds.append(time.monotonic() - started)
    return statistics.median(seconds)


def measure(database, path):
    name = database.name
    published, plain = one_article(database, path)
    report(f"{name}: publishing an article", f"{published * 1000:.1f} ms")
    report(f"{name}: the SQL it consists of", f"{plain * 1000:.1f} ms")
    ratio = published / plain
    report(f"{name}: publishing : SQL", f"{ratio:.2f}", f"< {MOST_RATIO}", ratio < MOST_RATIO)
    seconds = followed(database)
    report(f"{name}: publishing a box that {FOLLOWERS:,} articles follow", f"{seconds * 1000:.0f} ms")
    ratio = seconds / published
    report(f"{name}: such a box : one article", f"{ratio:.0f}", f"< {MOST_FOLLOWED}", ratio < MOST_FOLLOWED)


if __name__ == "__main__":
    with folder() as path, databases(path) as found:
        for each in found:
            measure(each, pathlib.Path(path))
