#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""spoil-series.py DATA OUT.csv[.gz] [--seed 20]: the same series, as they come from careless hands.

Each training part of 60 values or more loses 5 % of them (NA), and three of the rest become ten times as large. The last three
values, and what is scored, stay. Chance comes from the seed and the id of the series alone, not from the order of the lines.
"""
import argparse
import csv
import gzip
import zlib

import numpy as np

csv.field_size_limit(1 << 30)
LENGTH_LEAST = 60
SPARED = 3
SPIKES = 3
MISSING = 0.05


def opened(path, mode):
    return gzip.open(path, mode + "t", newline="") if path.endswith(".gz") else open(path, mode, newline="")


def spoiled(values, random):
    before = [i for i, value in enumerate(values[:-SPARED]) if value != "NA"]
    if len(values) < LENGTH_LEAST or len(before) < SPIKES:
        return values
    missing = round(MISSING * len(before))
    chosen = random.permutation(before)
    out = list(values)
    for i in chosen[:missing]:
        out[i] = "NA"
    for i in chosen[missing : missing + SPIKES]:
        out[i] = "%.12g" % (10 * float(values[i]))
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=20)
    options = parser.parse_args()

    with opened(options.data, "r") as source, opened(options.out, "w") as target:
        rows = csv.DictReader(source)
        writer = csv.DictWriter(target, rows.fieldnames, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            random = np.random.default_rng([options.seed, zlib.crc32(row["id"].encode())])
            row["train"] = ";".join(spoiled(row["train"].split(";"), random))
            writer.writerow(row)


if __name__ == "__main__":
    main()
