#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes hw-two-groups-reference.h: values from a seed with p and the range of the two-group
permutation test, both found the long way: every choice of the group is counted, and the ends of
the range are searched for by moving the supposed effect and testing again, one way at a time.
usage: make-two-groups-reference.py > hw-two-groups-reference.h"""
import itertools
import random

draw = random.Random(23)


def mean(values):
    return sum(values) / len(values)


def gap(y, group):
    return mean([v for i, v in enumerate(y) if i in group]) - mean([v for i, v in enumerate(y) if i not in group])


def p_two(y, z, groups):
    return mean([abs(gap(y, g)) >= abs(gap(y, z)) - 1e-9 for g in groups])


def p_one(y, z, groups, way):
    return mean([way * gap(y, g) >= way * gap(y, z) - 1e-9 for g in groups])


def end(y, z, groups, way, half):
    """The supposed effect at which the one-sided test begins not to refuse."""
    seen = gap(y, z)
    moved = lambda x: [v - x * (i in z) for i, v in enumerate(y)]
    low, high = seen - way * 50.0, seen
    if p_one(moved(low), z, groups, way) > half:
        return None
    for _ in range(60):
        middle = 0.5 * (low + high)
        if p_one(moved(middle), z, groups, way) > half:
            high = middle
        else:
            low = middle
    return 0.5 * (low + high)


print("/* SPDX-License-Identifier: GPL-3.0-or-later */")
print("/* Made by make-two-groups-reference.py: every choice counted. */")
print("static const struct { gsize n; double y[12]; guint8 chosen[12]; double level, effect, p, low, high; } references[] = {")
for n, k, level in ((6, 3, 0.9), (8, 4, 0.95), (9, 4, 0.9), (10, 5, 0.95), (10, 3, 0.95), (12, 6, 0.8)):
    z = set(draw.sample(range(n), k))
    effect = draw.choice((0.0, 1.0, 2.0))
    y = [round(draw.gauss(0.0, 1.0) * draw.choice((1, 1, 3)) + effect * (i in z), 3) for i in range(n)]
    groups, half = [set(c) for c in itertools.combinations(range(n), k)], 0.5 * (1.0 - level) + 1e-12
    low, high = end(y, z, groups, 1.0, half), end(y, z, groups, -1.0, half)
    print(f"  {{ {n}, {{ {', '.join(map(str, y))} }}, {{ {', '.join(str(int(i in z)) for i in range(n))} }}, {level},\n"
          f"    {gap(y, z)!r}, {p_two(y, z, groups)!r}, {'-INFINITY' if low is None else repr(low)}, "
          f"{'INFINITY' if high is None else repr(high)} }},")
print("};")
