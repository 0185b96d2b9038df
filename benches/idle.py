#!/usr/bin/env python3
"""How soon the server is ready, and how much memory it holds when nobody asks, with the sample newsroom."""

import statistics
import time

from support import Server, databases, folder, report

ROUNDS = 5
READY_SECONDS, RESIDENT_MEGABYTES = 1.0, 60


def ready(what, seconds):
    slowest = max(seconds)
    measured = f"{statistics.median(seconds) * 1000:.0f} ms"
    report(f"{what}, median of {len(seconds)}", measured, f"< {READY_SECONDS * 1000:.0f} ms", slowest < READY_SECONDS)


def measure(database):
    cold, warm = [], []
    for number in range(ROUNDS):
        name = f"idle{number}"
        database.create(name)
        with Server(database.url(name), "--demo") as server:
            cold.append(server.seconds_to_ready)
        with Server(database.url(name), "--demo") as server:
            warm.append(server.seconds_to_ready)
    ready(f"{database.name}: ready, loading the sample", cold)
    ready(f"{database.name}: ready, the sample being there", warm)
    database.create("idle")
    with Server(database.url("idle"), "--demo") as server:
        time.sleep(3)
        resident(f"{database.name}: resident when idle, the sample just loaded", server)
        for _ in range(50):
            server.get("/v1/articles?first=20&include=authors,factBoxes")
        time.sleep(1)
        resident(f"{database.name}: resident after 50 lists", server)


def resident(what, server):
    megabytes = server.resident_megabytes()
    report(what, f"{megabytes:.1f} MB", f"< {RESIDENT_MEGABYTES} MB", megabytes < RESIDENT_MEGABYTES)


if __name__ == "__main__":
    with folder() as path, databases(path) as found:
        for each in found:
            measure(each)
