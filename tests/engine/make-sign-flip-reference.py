#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes hw-sign-flip-reference.h: paired differences from a seed with p and the range of the
sign-flip test, both found the long way: every fall of the coins is counted, and the ends of the
range are searched for by moving the supposed effect and testing again, one way at a time.
usage: make-sign-flip-reference.py > hw-sign-flip-reference.h"""
import itertools
import random

import numpy as np

draw = random.Random(11)


def falls(n):
    return np.array(list(itertools.product((1.0, -1.0), repeat=n)))


def p_two(d, signs):
    means = np.abs(signs @ d)
    return float(np.mean(means >= abs(d.sum()) - 1e-9))


def p_one(d, signs, way):
    return float(np.mean(way * (signs @ d) >= way * d.sum() - 1e-9))


def end(d, signs, way, half):
    """The supposed effect at which the one-sided test begins not to refuse."""
    low, high = d.mean() - way * 50.0, d.mean()
    if p_one(d - low, signs, way) > half:
        return None
    for _ in range(200):
        middle = 0.5 * (low + high)
        if p_one(d - middle, signs, way) > half:
            high = middle
        else:
            low = middle
    return 0.5 * (low + high)


print("/* SPDX-License-Identifier: GPL-3.0-or-later */")
print("/* Made by make-sign-flip-reference.py: every fall of the coins counted. */")
print("static const struct { gsize n; double d[12]; double level, p, low, high; } references[] = {")
for n, level in ((5, 0.9), (6, 0.9), (7, 0.95), (8, 0.9), (9, 0.95), (10, 0.95), (12, 0.95), (12, 0.8)):
    d = np.array([round(draw.gauss(draw.choice((0.0, 0.5, 1.5)), 1.0) * draw.choice((1, 1, 3)), 3) for _ in range(n)])
    signs = falls(n)
    half = 0.5 * (1.0 - level)
    low, high = end(d, signs, 1.0, half), end(d, signs, -1.0, half)
    print(f"  {{ {n}, {{ {', '.join(map(str, d))} }}, {level}, {p_two(d, signs)!r},\n"
          f"    {'-INFINITY' if low is None else repr(low)}, {'INFINITY' if high is None else repr(high)} }},")
print("};")
