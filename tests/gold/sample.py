#!/usr/bin/env python3
"""Draws facts from published reports, for judging by hand.

usage: sample.py [--bin target/release/dinggao] [--seed N] [--count N] FOLDER [--context]
prints one line a fact, tab-separated: report, line, column, figure, indicator, value, unit, kind,
modifier, period, role, scope. The same seed, program and folder draw the same facts.
With --context the sentence around each figure is printed below it, the figure in brackets.
"""
import argparse
import json
import os
import random
import re
import subprocess


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default="target/release/dinggao")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--context", action="store_true")
    parser.add_argument("folder")
    options = parser.parse_args()
    printed = subprocess.run(
        [options.bin, "indicators", "--format", "json", options.folder], capture_output=True, text=True, check=True
    ).stdout
    facts = [(file["path"], fact) for file in json.loads(printed)["files"] for fact in file["facts"]]
    for path, fact in random.Random(options.seed).sample(facts, min(options.count, len(facts))):
        value = fact["value"] + (f"~{fact['value_to']}" if fact.get("value_to") else "")
        columns = [
            os.path.relpath(path, options.folder), fact["line"], fact["column"], fact["text"],
            (fact["indicator"] or "-") + " " + fact["name"] + (f" [{fact['threshold']}]" if fact["threshold"] else ""),
            value, fact["unit"], fact["kind"], fact["modifier"], fact["period"], fact["role"], fact["scope"],
        ]
        print("\t".join("null" if column is None else str(column) for column in columns))
        if options.context:
            with open(path, encoding="utf-8", newline="") as file:
                line = re.split(r"\r\n|\r|\n", file.read())[fact["line"] - 1]
            start, end = fact["column"] - 1, fact["end_column"] - 1
            print(f"    …{line[max(0, start - 160):start]}【{line[start:end]}】{line[end:end + 60]}…")


if __name__ == "__main__":
    main()
