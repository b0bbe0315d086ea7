#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-stock-cases.py BENCH-STOCK-CASES: the worked stock cases of stock/cases.json in the folder HEADWAY_DATA, every key.

The program sees a copy without any answer: only the names of the keys to fill in. compare_cases.py beside the cases judges
what it says. Skipped, with a word, where HEADWAY_DATA is not set.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77


def main():
    data = os.environ.get("HEADWAY_DATA")
    if not data:
        print("stock-cases: HEADWAY_DATA is not set: there are no cases to answer")
        return SKIPPED

    folder = pathlib.Path(data) / "stock"
    asked = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    for case in asked["cases"]:
        case["keys"] = list(case.pop("expected"))
        for told in ("tol", "crosscheck", "note"):
            case.pop(told, None)

    with tempfile.TemporaryDirectory() as scratch:
        cases, results = pathlib.Path(scratch) / "cases.json", pathlib.Path(scratch) / "results.json"
        cases.write_text(json.dumps(asked), encoding="utf-8")
        run = subprocess.run([sys.argv[1], str(cases)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=True)
        results.write_text(run.stdout, encoding="utf-8")
        judged = subprocess.run([sys.executable, str(folder / "compare_cases.py"), str(folder / "cases.json"), str(results)],
                                stdout=subprocess.PIPE, text=True, check=False)

    print(run.stderr, judged.stdout, sep="", end="")
    total = len(asked["cases"])
    return 0 if judged.stdout.splitlines()[-1:] == ["%d passed, 0 failed, 0 skipped" % total] and not run.stderr else 1


if __name__ == "__main__":
    sys.exit(main())
