#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-results.py FOLDER...: one line on the last test run of each build folder.

Counts the single checks a test program reports (TAP); a program that does not
report any, such as a lint, counts as one. A program that breaks down without
naming a failed check counts as one failed check. A folder without a run counts
as one failed.
"""
import json
import pathlib
import re
import sys

CASE = re.compile(r"^(not )?ok\b(.*)$", re.M)
SKIPPED = re.compile(r"#\s*skip", re.I)


def count(entry):
    """(passed, failed, skipped) of one test program."""
    good = entry["result"] in ("OK", "EXPECTEDFAIL")
    cases = CASE.findall(entry.get("stdout") or "")
    if not cases:
        skipped = entry["result"] == "SKIP"
        return good, not good and not skipped, skipped
    failed = sum(1 for bad, _ in cases if bad)
    skipped = sum(1 for bad, text in cases if not bad and SKIPPED.search(text))
    passed = len(cases) - failed - skipped
    if not good and entry["result"] != "SKIP":
        failed = max(failed, 1)
    return passed, failed, skipped


totals = [0, 0, 0]
for folder in sys.argv[1:]:
    logs = sorted(pathlib.Path(folder, "meson-logs").glob("testlog*.json"), key=lambda p: p.stat().st_mtime)
    runs = [count(json.loads(line)) for line in logs[-1].read_text().splitlines()] if logs else []
    for counts in runs or [(0, 1, 0)]:
        totals = [total + n for total, n in zip(totals, counts)]
print("{} passed, {} failed, {} skipped".format(*totals))
