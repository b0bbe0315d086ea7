#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the reference of test-hw-survey.c by other ways than the program's: the Wilson
range as the two shares that are just as far from what was seen as the normal law allows,
found by halving; ranges of means from the single answers, one after another. Where
all answers are alike, those not seen could be anything."""
from math import sqrt
from statistics import NormalDist, fmean, pvariance, variance

Z = NormalDist().inv_cdf(0.975)


def edge(share, n, outside):
    """The share between @share and @outside at which |share - x| is Z standard errors of x."""
    inside = share
    for _ in range(200):
        middle = (inside + outside) / 2
        if abs(share - middle) <= Z * sqrt(middle * (1 - middle) / n):
            inside = middle
        else:
            outside = middle
    return inside


def wilson(good, n):
    return good / n, edge(good / n, n, 0.0), edge(good / n, n, 1.0)


def spread(answers, deviation, least, most):
    middle, n = fmean(answers), len(answers)
    if len(set(answers)) == 1:
        same = wilson(n, n)[1]
        return middle, same * middle + (1 - same) * least, same * middle + (1 - same) * most
    half = Z * sqrt(deviation(answers) / n)
    return middle, max(least, middle - half), min(most, middle + half)


def nps(counts):
    return spread([100 * ((mark >= 9) - (mark <= 6)) for mark, n in enumerate(counts) for _ in range(n)],
                  pvariance, -100, 100)


def mean(counts):
    return spread([mark for mark, n in enumerate(counts) for _ in range(n)], variance, 1, 5)


for good, n in ((0, 5), (5, 5), (4, 6), (37, 50), (810, 1000)):
    print("share", good, n, *("%.12f" % x for x in wilson(good, n)))
for counts in ([0, 0, 0, 0, 0, 1, 2, 7, 10, 18, 12], [3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0], [0] * 10 + [9],
               [1, 0, 2, 0, 0, 5, 3, 4, 2, 1, 2]):
    print("nps", counts, *("%.12f" % x for x in nps(counts)))
for counts in ([0, 1, 2, 4, 9, 6], [0, 0, 0, 0, 0, 7], [0, 3, 0, 0, 0, 2]):
    print("mean", counts, *("%.12f" % x for x in mean(counts)))
