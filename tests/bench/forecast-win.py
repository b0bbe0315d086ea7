#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""forecast-win.py DATA OURS THEIRS [--draws 2000] [--seed 1]: is one set of forecasts better than another by more than luck?

DATA    id,freq,period,h,train(;),test(;); NA is a gap; ids X@k are windows of X
OURS, THEIRS    id,h,mean[,lo95,hi95][,q10..q90]; with a header line that names the columns

Prints MASE (of q50 where there is one, else of the mean), RMSSE (of the mean) and WQL (where both have q10..q90), the difference,
its 95 % range over draws of products with replacement (all windows of a product at once), and the share of draws in which
OURS is not better. MASE and RMSSE are averages over series, WQL is a ratio of sums, as the scorers have them.
"""
import argparse
import csv
import gzip

import numpy as np

csv.field_size_limit(1 << 30)
LEVELS = np.arange(1, 10) / 10


def opened(path):
    return gzip.open(path, "rt") if path.endswith(".gz") else open(path)


def numbers(text):
    return np.array([np.nan if v in ("NA", "nan", "") else float(v) for v in text.split(";")])


def read_forecasts(path):
    rows = csv.reader(opened(path))
    names = next(rows)
    columns = {name.lower(): i for i, name in enumerate(names)}
    quantiles = [columns.get("q%d" % (10 * k)) for k in range(1, 10)]
    if "mean" not in columns and None in quantiles:
        raise SystemExit("%s: no column mean, no columns q10 to q90" % path)
    steps = {}
    for row in rows:
        q = None if None in quantiles else [float(row[i]) for i in quantiles]
        mean = float(row[columns["mean"]]) if "mean" in columns else q[4]
        steps.setdefault(row[columns["id"]], []).append((int(row[columns["h"]]), mean, q))
    return {key: sorted(value, key=lambda step: step[0]) for key, value in steps.items()}


def scale_of(train, period, square):
    lag = period if not square and len(train) > period else 1
    step = np.abs(train[lag:] - train[:-lag]) ** (2 if square else 1)
    step = step[~np.isnan(step)]
    return step.mean() if len(step) else np.nan


def losses(train, test, period, steps):
    """MASE, RMSSE, and the pinball losses and size that make WQL."""
    if len(steps) < len(test):
        raise SystemExit("forecasts are missing")
    mean = np.array([step[1] for step in steps])[: len(test)]
    known = ~np.isnan(test)
    quantiles = None if steps[0][2] is None else np.array([step[2] for step in steps])[: len(test)]
    point = mean if quantiles is None else quantiles[:, 4]
    absolute, square = scale_of(train, period, False), scale_of(train, period, True)
    mase = np.abs(test - point)[known].mean() / absolute if absolute > 0 and known.any() else np.nan
    rmsse = np.sqrt(((test - mean)[known] ** 2).mean() / square) if square > 0 and known.any() else np.nan
    pinball = np.full(9, np.nan)
    if quantiles is not None:
        off = (test[:, None] - quantiles)[known]
        pinball = (2 * np.abs(off * ((off <= 0) - LEVELS))).sum(axis=0)
    return [mase, rmsse], pinball.mean(), np.abs(test[known]).sum()


def by_product(data, forecasts):
    """For each product: sums and counts of MASE and RMSSE, pinball loss, size."""
    table = {}
    for key, period, train, test in data:
        if key not in forecasts:
            raise SystemExit("no forecast of %s" % key)
        ratios, pinball, size = losses(train, test, period, forecasts[key])
        row = table.setdefault(key.split("@")[0], np.zeros(6))
        for i, value in enumerate(ratios):
            if np.isfinite(value):
                row[2 * i : 2 * i + 2] += value, 1
        row[4:] += pinball, size
    return np.array([table[key] for key in sorted(table)])


def figures(total):
    """Of sums over products, the last axis: MASE, RMSSE, WQL."""
    with np.errstate(all="ignore"):
        return np.stack([total[..., 0] / total[..., 1], total[..., 2] / total[..., 3], total[..., 4] / total[..., 5]], axis=-1)


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "ours", "theirs"):
        parser.add_argument(name)
    parser.add_argument("--draws", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    data = [(r["id"], int(r["period"]), numbers(r["train"]), numbers(r["test"])) for r in csv.DictReader(opened(options.data))]
    ours = by_product(data, read_forecasts(options.ours))
    theirs = by_product(data, read_forecasts(options.theirs))
    draws = np.random.default_rng(options.seed).multinomial(len(ours), np.full(len(ours), 1 / len(ours)), size=options.draws)
    apart = figures(draws @ ours) - figures(draws @ theirs)
    a, b = figures(ours.sum(axis=0)), figures(theirs.sum(axis=0))
    print("%d series of %d products" % (len(data), len(ours)))
    for i, name in enumerate(("MASE", "RMSSE", "WQL")):
        if not np.isfinite(a[i] + b[i]):
            continue
        low, high = np.quantile(apart[:, i], [0.025, 0.975])
        verdict = "ours better" if high < 0 else "theirs better" if low > 0 else "no clear difference"
        print("%-5s ours %.4f theirs %.4f  %+.2f %%  95 %% of draws %+.4f to %+.4f  not better in %.4f  %s"
              % (name, a[i], b[i], 100 * (a[i] / b[i] - 1), low, high, (apart[:, i] >= 0).mean(), verdict))


if __name__ == "__main__":
    main()
