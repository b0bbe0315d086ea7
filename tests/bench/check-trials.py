#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-trials.py BENCH: the short form of the bench of trials. Limits leave room for few
shops: of 100, what happens 5 times in 100 happens more than 13 times less than once in a
thousand, and 80 in 100 is outside 67 to 92 as seldom."""
import csv
import io
import subprocess
import sys

SHOPS, SEED = 100, 9001
DESIGNS = ["items", "customers", "switchback", "sites", "control", "own_forecast"]


def main():
    command = [sys.argv[1], "--shops", str(SHOPS), "--seed", str(SEED)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(out, end="")
    rows = {row["design"]: {k: float(v) for k, v in row.items() if k != "design"} for row in csv.DictReader(io.StringIO(out))}
    bad = []
    for design in DESIGNS:
        fair, naive = rows.get(design), rows.get("naive_" + design)
        if fair is None or naive is None:
            bad.append(f"{design}: no row")
            continue
        if fair["false_alarm"] > 0.13 or not 0.03 < fair["attainable"] <= 0.05:
            bad.append(f"{design}: false alarms {fair['false_alarm']}, attainable {fair['attainable']}")
        if not 0.67 <= fair["power"] <= 0.92:
            bad.append(f"{design}: power {fair['power']}")
        if fair["coverage"] < 0.87:
            bad.append(f"{design}: coverage {fair['coverage']}")
    if not bad and sum(rows["naive_" + design]["false_alarm"] for design in DESIGNS) < 0.2 * len(DESIGNS):
        bad.append("the naive reading is honest in these shops: they show nothing")
    again = subprocess.run(command[:1] + ["--shops", "6", "--seed", "3"], check=True, capture_output=True, text=True).stdout
    if again != subprocess.run(command[:1] + ["--shops", "6", "--seed", "3"], check=True, capture_output=True, text=True).stdout:
        bad.append("the same seed gave something else")
    for line in bad:
        print(line, file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
