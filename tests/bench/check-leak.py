#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-leak.py BENCH DATA [ARGUMENT ...]: does a forecast know what it must not?

Runs BENCH DATA [ARGUMENT ...] on the file, and on copies of it in which only test parts are different: all values turned round and
multiplied, then all missing. What it prints must be the same, byte for byte. Series that are windows of one product
(X@1, X@2) stay in the file side by side: a later window's training part holds an earlier one's test part, so the windows
are run one by one as well, and each must get the forecast that it got beside the others.
"""
import csv
import gzip
import os
import subprocess
import sys
import tempfile

csv.field_size_limit(1 << 30)


def opened(path, mode):
    return gzip.open(path, mode + "t", newline="") if path.endswith(".gz") else open(path, mode, newline="")


def turned(test):
    return ";".join("NA" if v == "NA" else "%.12g" % (7 * float(v) + 1) for v in reversed(test.split(";")))


def missing(test):
    return ";".join("NA" for _ in test.split(";"))


def write(path, names, rows):
    with opened(path, "w") as out:
        writer = csv.DictWriter(out, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def run(bench, path, arguments):
    done = subprocess.run([bench, path] + arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise SystemExit("%s %s: returned %d" % (bench, path, done.returncode))
    return done.stdout


def by_id(printed):
    lines = printed.decode().splitlines()[1:]
    out = {}
    for line in lines:
        out.setdefault(line.split(",", 1)[0], []).append(line)
    return out


def first_apart(a, b):
    for x, y in zip(a.decode().splitlines(), b.decode().splitlines()):
        if x != y:
            return "%s | %s" % (x, y)
    return "one is longer"


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    bench, data, arguments = sys.argv[1], sys.argv[2], sys.argv[3:]
    with opened(data, "r") as source:
        reader = csv.DictReader(source)
        names, rows = reader.fieldnames, list(reader)
    wrong = 0

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, os.path.basename(data))
        write(path, names, rows)
        plain = run(bench, path, arguments)
        for what, change in (("turned round", turned), ("missing", missing)):
            write(path, names, [dict(row, test=change(row["test"])) for row in rows])
            changed = run(bench, path, arguments)
            print("test parts %s: %s" % (what, "same" if changed == plain else "DIFFERENT: " + first_apart(plain, changed)))
            wrong += changed != plain

        windows = sorted({row["id"].split("@")[1] for row in rows if "@" in row["id"]})
        together = by_id(plain) if len(windows) > 1 else {}
        for window in windows if len(windows) > 1 else []:
            write(path, names, [row for row in rows if row["id"].endswith("@" + window)])
            alone = by_id(run(bench, path, arguments))
            apart = [key for key in alone if alone[key] != together.get(key)]
            print("window %s by itself: %s" % (window, "same" if not apart else "DIFFERENT: %d series, such as %s" % (len(apart), apart[0])))
            wrong += bool(apart)

    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
