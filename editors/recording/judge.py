#!/usr/bin/env python3
"""Says whether an editor showed what it should of the draft that the sessions share.

    judge.py REPORT

REPORT is JSON: `editor` with its version; `findings`, each with `rule`, `line` (from 0), `text` (what the editor has under the
squiggle, by its own reckoning) and `message`; `outline`, the names; `hover`, the words on 地区生产总值; `corrected`, whether
the finding went when its cause was typed over. An editor that cannot be asked for one of them leaves it out and says so in
`unasked`. Prints a line for every expectation and last how many were met.
"""

import json
import re
import sys


def main() -> int:
    report = json.load(open(sys.argv[1], encoding="utf-8"))
    findings = {finding["rule"]: finding for finding in report["findings"]}
    blank = findings.get("placeholder", {})
    change = findings.get("change-mismatch", {})
    names = " / ".join(report["outline"])
    unasked = report.get("unasked", [])
    results = {
        # An astral character stands before it: a column that counts in another unit cuts beside the two letters.
        "the finding is under XX": (blank.get("text"), blank.get("line")) == ("XX", 14),
        "the arithmetic is told in Chinese": bool(re.search(r"1\.9.*百分点", change.get("message", ""))),
        "the outline has the parts and their sections": bool(
            re.search(r"2024年工作回顾.*产业发展稳中有进.*民生福祉持续改善.*2025年工作安排", names)
        ),
        "hovering tells of the indicator": all(word in report["hover"] for word in ("地区生产总值", "928", "亿元")),
        "the finding goes with its cause": report.get("corrected") is True,
    }
    if "corrected" in unasked:
        del results["the finding goes with its cause"]
    for expectation, met in results.items():
        print(f"{'ok  ' if met else 'FAIL'}  {expectation}")
    if not all(results.values()):
        print(json.dumps(report, ensure_ascii=False, indent=1))
    print(f"{report['editor']}: {sum(results.values())} of {len(results)} expectations met")
    return 0 if all(results.values()) else 1


sys.exit(main())
