#!/usr/bin/env python3
"""How fast 10,000 articles come in, beside the same rows as plain SQL.

Plain SQL is what one would write who had nothing but the rows: into the same tables with the same indexes, keys and
checks, in one transaction, table by table, in the order in which the import wrote them.

* On SQLite, one prepared `INSERT` for each table, executed for every row: the fastest way there is. The rows are in
  memory beforehand, and the connection is set up as Dateline sets up its own. The index of words is left out: older
  versions of SQLite, which Python may have, do not know tables like it. So the import does more here than plain SQL.
* On Postgres, a script of `pg_dump --inserts` with 100 rows to a statement, run by psql. With one row to a statement,
  as dumps usually are, it takes longer, and the import looks better: that is printed too. `COPY` is not SQL that
  anybody sends, and it is not what is compared with.

Both sides pay for their commits: nothing about durability is turned off.
"""

import sqlite3
import statistics
import subprocess
import sys
import time

from generate import write
from support import databases, dateline, folder, migrate, report

ARTICLES, ROUNDS, LEAST_RATIO = 10_000, 3, 1 / 3
# Parents first, for the foreign keys.
TABLES = (
    "entries", "revisions", "publications", "editions", "edition_links", "working_copies", "working_copy_links",
    "slugs", "changes", "search_documents", "search_terms", "stale_candidates",
)


# Tables without a number for each row stand in the order of their keys. Their rows came with those of these tables.
WRITTEN_WITH = {"edition_links": "editions", "working_copy_links": "working_copies"}


def in_the_order_of_writing(table):
    if table not in WRITTEN_WITH:
        return f"SELECT * FROM {table} ORDER BY rowid"
    return f"SELECT l.* FROM {table} l JOIN {WRITTEN_WITH[table]} e USING (entry_id, visible_from) ORDER BY e.rowid"


def timed(job, *arguments):
    started = time.monotonic()
    job(*arguments)
    return time.monotonic() - started


def rows_of_sqlite(file):
    with sqlite3.connect(file) as connection:
        return {table: connection.execute(in_the_order_of_writing(table)).fetchall() for table in TABLES}


def insert_into_sqlite(file, rows):
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for table, values in rows.items():
        # Not every newsroom has something in every table.
        if not values:
            continue
        marks = ", ".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
    connection.execute("COMMIT")
    connection.close()


def dump_postgres(database, name, path, rows_per_insert):
    script = path / f"{name}-{rows_per_insert}.sql"
    tables = [f"--table={table}" for table in TABLES]
    command = [database.programs / "pg_dump", "--data-only", "--inserts", f"--rows-per-insert={rows_per_insert}",
               *tables, database.url(name)]
    with open(script, "w", encoding="utf-8") as file:
        subprocess.run(command, check=True, stdout=file)
    return script


def insert_into_postgres(database, name, script):
    database.psql(name, "--single-transaction", "-f", script)


def measure(database, path, file):
    imports, plain, single = [], [], []
    for _ in range(ROUNDS):
        migrate(database, "imported")
        imports.append(timed(dateline, "import", str(file), "--quiet", "--database", database.url("imported")))
        migrate(database, "plain")
        if database.name == "SQLite":
            rows = rows_of_sqlite(database.file("imported"))
            plain.append(timed(insert_into_sqlite, database.file("plain"), rows))
            count = sum(map(len, rows.values()))
            continue
        script = dump_postgres(database, "imported", path, 100)
        plain.append(timed(insert_into_postgres, database, "plain", script))
        migrate(database, "plain")
        script = dump_postgres(database, "imported", path, 1)
        single.append(timed(insert_into_postgres, database, "plain", script))
        sums = " + ".join(f"(SELECT COUNT(*) FROM {table})" for table in TABLES)
        count = int(database.psql("imported", "-At", "-c", f"SELECT {sums}"))
    tell(database, count, imports, plain)
    if single:
        ratio = statistics.median(single) / statistics.median(imports)
        report("Postgres: speed of the import : one row to a statement", f"{ratio:.2f}")


def tell(database, count, imports, plain):
    name, seconds, plain_seconds = database.name, statistics.median(imports), statistics.median(plain)
    report(f"{name}: import, {ARTICLES / seconds:,.0f} articles/s, {count / seconds:,.0f} rows/s", f"{seconds:.2f} s")
    report(f"{name}: the same {count:,} rows as SQL, {count / plain_seconds:,.0f} rows/s", f"{plain_seconds:.2f} s")
    ratio = plain_seconds / seconds
    report(f"{name}: speed of the import : plain SQL", f"{ratio:.2f}", f"> {LEAST_RATIO:.2f}", ratio > LEAST_RATIO)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    with folder() as path, databases(path) as found:
        newsroom = path / "newsroom.ndjson"
        write(ARTICLES, newsroom)
        for each in found:
            measure(each, path, newsroom)
