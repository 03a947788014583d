#!/usr/bin/env python3
"""Reads the recording of a session of Kate for session.sh.

session.py position     line and column of XX in $DRAFT as Kate's command line counts them
session.py holds WHAT   status 0 when $TRACE holds findings, outline, hover or correction
session.py report       writes $REPORT; the editor's version stands on standard input
"""

import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "recording"))
from trace import Trace  # noqa: E402


def position() -> tuple[int, int]:
    """From 1; a column is a UTF-16 unit, as everywhere in Qt."""
    for number, line in enumerate(open(os.environ["DRAFT"], encoding="utf-8"), 1):
        if "XX" in line:
            return number, len(line[: line.index("XX")].encode("utf-16-le")) // 2 + 1
    raise SystemExit("no XX in the draft")


def corrected(trace: Trace) -> bool:
    """The editor typed over the finding at the very place where it stood, and it went."""
    # Closing the draft clears its findings.
    last = next((found for found in reversed(trace.published()) if found), [])
    changed = trace.of("textDocument/didChange")
    return bool(changed) and bool(last) and not any(it["code"] == "placeholder" for it in last)


def main() -> int:
    question = sys.argv[1]
    if question == "position":
        print(*position())
        return 0
    trace = Trace(os.environ["TRACE"])
    if question == "holds":
        held = {
            "findings": lambda: bool(trace.findings()),
            "outline": lambda: bool(trace.outline()),
            "hover": lambda: bool(trace.hover()),
            "correction": lambda: corrected(trace),
        }
        return 0 if held[sys.argv[2]]() else 1
    report = {
        "editor": sys.stdin.read().strip() or "Kate",
        "findings": trace.findings(),
        "outline": trace.outline(),
        "hover": trace.hover(),
        # What was saved tells where the editor took the finding to be.
        "corrected": corrected(trace) and "完成投资3亿元" in open(os.environ["DRAFT"], encoding="utf-8").read(),
    }
    json.dump(report, open(os.environ["REPORT"], "w", encoding="utf-8"), ensure_ascii=False)
    return 0


sys.exit(main())
