#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
"""Keeps what phold_bench measured, and draws its scaling curves. Standard library alone.

    build/bench/bin/phold_bench --benchmark_repetitions=5 --benchmark_format=json >phold.json
    benchmarks/curves.py phold.json     appends the medians to history/phold.csv, then draws history/phold.svg
    benchmarks/curves.py                draws again

Rows of several threads are left out where more programs wanted a core than there are: the wall clock would then
measure those.
"""
import csv
import datetime
import json
import math
import os
import pathlib
import re
import subprocess
import sys

HISTORY = pathlib.Path(__file__).resolve().parent / "history"
TABLE = HISTORY / "phold.csv"
SERIES = {  # of the left picture: engine and threads, words, colour
    ("reference", 1): ("std::priority_queue", "#b3541e"),
    ("window", 1): ("Essaim, 1 thread", "#1b4f72"),
    ("window", 2): ("Essaim, 2 threads", "#2e8b7a"),
}
SIZES = {100_000: "#1b4f72", 1_600_000: "#2e8b7a", 10_000_000: "#b3541e"}  # of the right picture: pending events


def words(value):
    """This machine or compiler in a few words, without commas."""
    return " ".join(value.replace(",", " ").split())


def machine():
    model = re.search(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    return words(f"{model[1] if model else 'unknown'} virtual {os.cpu_count()} shared cores")


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=HISTORY).stdout.strip()


def append_medians(results):
    report = json.loads(pathlib.Path(results).read_text())
    compiler = f"g++ {output_of('g++', '-dumpfullversion')} -O3"
    loads = report["context"].get("load_avg") or [math.nan]
    crowded = loads[0] > (os.cpu_count() or 1) + 1
    with TABLE.open("a", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        for row in report["benchmarks"]:
            if row.get("aggregate_name") != "median" or row.get("error_occurred"):
                continue
            if crowded and not re.match(r"phold/\w+/\d+/1\b", row["run_name"]):
                print(f"left out at a load of {loads[0]:.0f}: {row['run_name']}", file=sys.stderr)
                continue
            out.writerow([
                datetime.date.fromisoformat(report["context"]["date"][:10]),
                output_of("git", "rev-parse", "--short", "HEAD"), machine(), compiler, row["run_name"],
                f"{row['ns_per_event']:.1f}", f"{row['events_per_second']:.3e}",
                f"median of {row['repetitions']} at load {loads[0]:.0f}"
            ])


def runs():
    """Of the usual load, a run a date and commit, in order: (engine, pending, threads) -> row."""
    found = {}
    with TABLE.open(newline="") as file:
        for row in csv.DictReader(file):
            name = re.fullmatch(r"phold/(\w+)/(\d+)/(\d+)", row["row"])
            if name:
                of_run = found.setdefault((row["date"], row["commit"]), {})
                of_run[name[1], int(name[2]), int(name[3])] = row
    return list(found.values())


def said_of(run):
    row = next(iter(run.values()))
    return f"{row['date']}, commit {row['commit']}, {row['machine']}, {row['compiler']}, {row['statistic']}"


class Picture:
    """One chart with logarithmic axes at a place of the drawing."""

    def __init__(self, left, x_range, y_range):
        self.left, self.top, self.width, self.height = left, 70, 300, 260
        self.x_range, self.y_range = x_range, y_range
        self.parts = []

    def x(self, value):
        low, high = map(math.log, self.x_range)
        return self.left + self.width * (math.log(value) - low) / (high - low)

    def y(self, value):
        low, high = map(math.log, self.y_range)
        return self.top + self.height * (1 - (math.log(value) - low) / (high - low))

    def text(self, x, y, text, anchor="start", colour="#333", size=11):
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" '
                          f'font-size="{size}">{text}</text>')

    def axes(self, title, x_title, x_marks, y_marks):
        bottom = self.top + self.height
        self.text(self.left, self.top - 18, title, size=13, colour="#111")
        self.text(self.left + self.width / 2, bottom + 34, x_title, "middle")
        for value, mark in y_marks:
            self.parts.append(f'<path d="M{self.left} {self.y(value):.1f}h{self.width}" stroke="#ddd"/>')
            self.text(self.left - 6, self.y(value) + 4, mark, "end")
        for value, mark in x_marks:
            self.text(self.x(value), bottom + 16, mark, "middle")

    def line(self, points, colour, dashes=""):
        path = "L".join(f"{self.x(x):.1f} {self.y(y):.1f}" for x, y in points)
        self.parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" '
                          f'stroke-dasharray="{dashes}"/>')
        if not dashes:
            self.parts += [f'<circle cx="{self.x(x):.1f}" cy="{self.y(y):.1f}" r="3" fill="{colour}"/>'
                           for x, y in points]


def cost_picture(rows):
    marks = [(1_000, "1,000"), (16_000, "16,000"), (100_000, "100,000"), (1_600_000, "1.6 M"), (10_000_000, "10 M")]
    picture = Picture(60, (800, 14_000_000), (20, 5_000))
    picture.axes("Nanoseconds an event", "events that wait", marks,
                 [(value, f"{value:,}") for value in (20, 50, 100, 200, 500, 1_000, 2_000, 5_000)])
    for place, ((engine, threads), (label, colour)) in enumerate(SERIES.items()):
        points = sorted((pending, float(row["ns_per_event"])) for (e, pending, t), row in rows.items()
                        if (e, t) == (engine, threads))
        if points:
            picture.line(points, colour)
            picture.text(picture.left + 10, picture.top + 16 + 16 * place, label, colour=colour)
    return picture


def speedup_picture(rows):
    most = max(threads for _, _, threads in rows)
    picture = Picture(470, (1, max(2, most)), (0.5, max(2.5, most)))
    picture.axes("Times as quick as one thread", "threads", [(n, str(n)) for n in range(1, most + 1)],
                 [(value, f"{value:g}") for value in (0.5, 1, 1.5, 2, 4, 8) if value <= max(2, most)])
    picture.line([(1, 1), (most, most)], "#999", "4 4")
    low = picture.top + picture.height
    picture.text(picture.left + 10, low - 70, "perfect", colour="#777")
    for place, (pending, colour) in enumerate(SIZES.items()):
        ns = {t: float(row["ns_per_event"]) for (e, p, t), row in rows.items() if (e, p) == ("window", pending)}
        if 1 in ns and len(ns) > 1:
            picture.line([(t, ns[1] / ns[t]) for t in sorted(ns)], colour)
            picture.text(picture.left + 10, low - 54 + 16 * place, f"{pending:,} events wait", colour=colour)
    return picture


def draw():
    newest = runs()[-1]
    shared = [run for run in runs() if any(threads > 1 for _, _, threads in run)][-1]
    notes = [f"Left: {said_of(newest)}.",
             f"Right: {said_of(shared)}. One thread by processor time, several by the wall clock."]
    parts = cost_picture(newest).parts + speedup_picture(shared).parts
    (HISTORY / "phold.svg").write_text(
        "<!-- SPDX-FileCopyrightText: The Essaim authors, SPDX-License-Identifier: Apache-2.0 -->\n"
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420" font-family="sans-serif" role="img">\n'
        "<title>PHOLD: what an event costs</title>\n"
        '<rect width="800" height="420" fill="#fff"/>\n'
        '<text x="20" y="26" font-size="16" fill="#111">PHOLD: what an event costs, and what a second core '
        "brings</text>\n" + "\n".join(parts) +
        "".join(f'\n<text x="20" y="{392 + 14 * i}" font-size="10" fill="#555">{note}</text>'
                for i, note in enumerate(notes)) + "\n</svg>\n")


if __name__ == "__main__":
    if sys.argv[1:] in (["-h"], ["--help"]) or len(sys.argv) > 2:
        sys.exit(__doc__)
    if len(sys.argv) == 2:
        append_medians(sys.argv[1])
    draw()
