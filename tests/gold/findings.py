#!/usr/bin/env python3
"""Draws findings on published reports, for judging by hand.

usage: findings.py [--bin target/debug/dinggao] [--category number,count] [--severity error,warning]
                   [--seed N] [--count N] [--rates] FOLDER
prints one line a finding, tab-separated: rule, report, line, column, severity, text, message; sorted by
rule, report and place. Without --count it prints them all; with it, that many drawn with the seed.
--rates prints the numbers of findings and the rates per 10,000 characters instead.
The same seed, program and folder draw the same findings.
"""
import argparse
import json
import os
import random
import subprocess

SEVERITIES = ["error", "warning", "information", "hint"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default="target/debug/dinggao")
    parser.add_argument("--category", help="number, count, structure, year, typography, wording, leftover")
    parser.add_argument("--severity", default="error,warning", help=", ".join(SEVERITIES))
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--count", type=int)
    parser.add_argument("--rates", action="store_true")
    parser.add_argument("folder")
    options = parser.parse_args()
    printed = subprocess.run(
        [options.bin, "check", "--format", "json", "--fail-on", "never", options.folder],
        capture_output=True, text=True, check=True,
    ).stdout
    files = json.loads(printed)["files"]
    if options.rates:
        rates(files)
        return
    severities = options.severity.split(",")
    categories = options.category.split(",") if options.category else None
    found = [
        (finding["rule"], os.path.relpath(file["path"], options.folder), finding["line"], finding["column"],
         finding["severity"], finding["text"].replace("\n", " "), finding["message"])
        for file in files for finding in file["diagnostics"]
        if finding["severity"] in severities and (categories is None or finding["category"] in categories)
    ]
    found.sort()
    if options.count is not None:
        found = sorted(random.Random(options.seed).sample(found, min(options.count, len(found))))
    for finding in found:
        print("\t".join(map(str, finding)))


def rates(files):
    characters = 0
    for file in files:
        with open(file["path"], encoding="utf-8") as text:
            characters += len(text.read())
    print(f"{len(files)} reports, {characters} characters")
    kinds = {"number and count": lambda category: category in ("number", "count"),
             "other": lambda category: category not in ("number", "count")}
    for kind, belongs in kinds.items():
        for severity in SEVERITIES:
            count = sum(
                finding["severity"] == severity and belongs(finding["category"])
                for file in files for finding in file["diagnostics"]
            )
            print(f"{kind}\t{severity}\t{count}\t{count * 10000 / characters:.4f} per 10,000 characters")


if __name__ == "__main__":
    main()
