"""What the benchmarks share: databases, servers, and how results are told."""

import contextlib
import http.client
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release" / "dateline"

# Without settings that somebody has for a Dateline of their own.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}


def dateline(*arguments):
    """Runs the program to its end."""
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=ENVIRONMENT, check=False)
    if done.returncode != 0:
        sys.exit(f"dateline {' '.join(arguments)} failed:\n{done.stdout}")


def migrate(database, name):
    """Makes a database anew, with tables and nothing in them."""
    database.create(name)
    dateline("migrate", "--database", database.url(name))
    database.settle()


def report(what, measured, limit=None, holds=None):
    """Tells a result: now, and in the table that `benches/run` prints at the end."""
    verdict = "" if holds is None else "ok" if holds else "BEYOND"
    print(f"  {what:<68} {measured:>9}  {limit or '':<12} {verdict}", flush=True)
    if path := os.environ.get("BENCH_RESULTS"):
        with open(path, "a", encoding="utf-8") as file:
            file.write(json.dumps([what, measured, limit, verdict]) + "\n")


@contextlib.contextmanager
def folder():
    """A folder for databases, gone at the end."""
    path = pathlib.Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


class Sqlite:
    """SQLite files in a folder."""

    name = "SQLite"

    def __init__(self, path):
        self.path = path

    def url(self, database):
        return f"sqlite://{self.file(database)}"

    def file(self, database):
        return self.path / f"{database}.db"

    def create(self, database):
        """A database without tables."""
        for file in self.path.glob(f"{database}.db*"):
            file.unlink()

    def settle(self):
        """SQLite does nothing behind our back."""


class Postgres:
    """A throw-away cluster, as the machine would have one: nothing about durability is changed."""

    name = "Postgres"

    def __init__(self, path, programs):
        self.path = path
        self.programs = programs

    def url(self, database):
        return f"postgres://dateline@/{database}?host={self.path}"

    def create(self, database):
        """A database without tables."""
        self.psql("postgres", "-c", f"DROP DATABASE IF EXISTS {database}", "-c", f"CREATE DATABASE {database}")

    def settle(self):
        """Writes out what is dirty, so that no measurement pays for the one before."""
        self.psql("postgres", "-c", "CHECKPOINT")

    def psql(self, database, *arguments):
        command = [self.programs / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *arguments, self.url(database)]
        quiet = {**os.environ, "PGOPTIONS": "-c client_min_messages=warning"}
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=quiet).stdout


def postgres_programs():
    """The folder of the server programs, the newest version where Debian keeps several."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    folders += [pathlib.Path(entry) for entry in os.environ.get("PATH", "").split(os.pathsep)]
    wanted = ("initdb", "postgres", "psql", "pg_dump")
    return next((path for path in folders if all((path / program).is_file() for program in wanted)), None)


@contextlib.contextmanager
def postgres(path):
    """A cluster below `path`, or None, loudly, where there are no programs for one."""
    programs = postgres_programs()
    if programs is None:
        banner = "!" * 100
        print(f"{banner}\n  NOT MEASURED ON POSTGRES: initdb, postgres, psql and pg_dump were not found. "
              f"Install the package postgresql.\n{banner}", flush=True)
        yield None
        return
    # The server refuses to run as root, so it runs as whoever owns a folder of its own.
    home = path / "postgres"
    home.mkdir()
    run_as = []
    if os.geteuid() == 0:
        user = next(user for user in ("postgres", "nobody") if is_user(user))
        path.chmod(0o755)
        shutil.chown(home, user)
        run_as = ["runuser", "-u", user, "--"]
    initdb = ["initdb", "-D", home / "data", "-A", "trust", "-U", "dateline", "-E", "UTF8", "--locale=C"]
    subprocess.run([*run_as, programs / initdb[0], *initdb[1:]], check=True, stdout=subprocess.DEVNULL, cwd=home)
    command = [*run_as, programs / "postgres", "-D", home / "data", "-k", home, "-c", "listen_addresses="]
    with open(path / "postgres.log", "w", encoding="utf-8") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=home)
    try:
        until(lambda: "ready to accept connections" in (path / "postgres.log").read_text(), 60, "Postgres")
        yield Postgres(home, programs)
    finally:
        subprocess.run([*run_as, programs / "pg_ctl", "-D", home / "data", "stop", "-m", "immediate"],
                       stdout=subprocess.DEVNULL, cwd=home, check=False)
        server.wait()


def is_user(name):
    return subprocess.run(["id", name], capture_output=True, check=False).returncode == 0


@contextlib.contextmanager
def databases(path):
    """Every database that can be measured here."""
    with postgres(path) as cluster:
        yield [database for database in (Sqlite(path), cluster) if database]


def until(condition, seconds, what):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            sys.exit(f"{what} did not start within {seconds} s")
        time.sleep(0.001)


class Server:
    """A running `dateline serve`, and one connection to it that is kept."""

    def __init__(self, url, *flags):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [PROGRAM, "serve", "--database", url, "--listen", f"127.0.0.1:{self.port}", *flags]
        # A benchmark asks more often than any reader may.
        environment = {**ENVIRONMENT, "DATELINE_LOG": "warn", "DATELINE_RATE_LIMIT_ADDRESS": "0"}
        started = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
        until(self.is_ready, 60, "dateline serve")
        self.seconds_to_ready = time.monotonic() - started
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)

    def is_ready(self):
        if self.process.poll() is not None:
            sys.exit("dateline serve ended")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == 200
        except OSError:
            return False

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            sys.exit(f"{path}: {answer.status} {body[:500]}")
        return body

    def post(self, path, document):
        self.connection.request("POST", path, json.dumps(document), {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200 or b'"errors"' in body:
            sys.exit(f"{path}: {answer.status} {body[:500]}")
        return body

    def resident_megabytes(self):
        """The resident set as the kernel counts it, in units of 1,000,000 bytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024 / 1e6

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.terminate()
        self.process.wait()
