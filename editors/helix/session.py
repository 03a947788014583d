#!/usr/bin/env python3
"""Makes the report of a session of Helix: session.py VERSION, from the screens $OUTLINE and $HOVER and the recording $TRACE."""

import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "recording"))
from trace import Trace  # noqa: E402

trace = Trace(os.environ["TRACE"])
report = {
    "editor": f"{sys.argv[1]} ({trace.encoding()})",
    "findings": trace.findings(),
    "outline": open(os.environ["OUTLINE"], encoding="utf-8").read().split("\n"),
    "hover": open(os.environ["HOVER"], encoding="utf-8").read(),
    # What was typed over is what Helix had selected as the finding.
    "corrected": "完成投资3亿元" in open(os.environ["DRAFT"], encoding="utf-8").read(),
}
json.dump(report, open(os.environ["REPORT"], "w", encoding="utf-8"), ensure_ascii=False)
