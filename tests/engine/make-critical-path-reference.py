#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes hw-critical-path-reference.h: plans from a seed with their ends and slacks, found by
walking every path one by one, and the middle and the 90 % end of one step of a PERT law times
a log-normal slip, by numerical integration.
usage: make-critical-path-reference.py > hw-critical-path-reference.h"""
import math
import random

draw = random.Random(12)
print("/* SPDX-License-Identifier: GPL-3.0-or-later */")
print("/* Made by make-critical-path-reference.py. */")
print("#pragma once\n")
print("#define PLAN_MOST 7\n")
print("static const struct\n{\n  guint n;\n  double days[PLAN_MOST], from[PLAN_MOST];\n  guint8 waits[PLAN_MOST]; /* bits: for which */\n"
      "  double planned, start[PLAN_MOST], slack[PLAN_MOST];\n} plans[] = {")


def paths(waits, i):
    """Every way from some first step to i."""
    before = [k for k in range(i) if waits[i] >> k & 1]
    return [[i]] + [path + [i] for k in before for path in paths(waits, k)]


for _ in range(30):
    n = draw.randint(1, 7)
    days = [draw.randint(1, 20) for _ in range(n)]
    begins = [draw.choice([0, 0, 0, draw.randint(1, 25)]) for _ in range(n)]
    waits = [sum(1 << k for k in range(i) if draw.random() < 0.4) for i in range(n)]
    length = lambda path: begins[path[0]] + sum(days[i] for i in path)
    ends = [max(length(path) for path in paths(waits, i)) for i in range(n)]
    planned = max(ends)
    slack = []
    for i in range(n):
        # The longest way that goes through the step, beginning as early as the step may.
        after = 0
        for last in range(n):
            for path in paths(waits, last):
                if i in path:
                    after = max(after, sum(days[k] for k in path[path.index(i):]))
        slack.append(planned - (ends[i] - days[i] + after))
    row = lambda v: "{ " + ", ".join(str(x) for x in v) + " }"
    print(f"  {{ {n}, {row(days)}, {row(begins)}, {row(waits)}, {planned}, {row([e - d for e, d in zip(ends, days)])}, {row(slack)} }},")
print("};\n")


def beta_density(x, a, b):
    return math.exp((a - 1) * math.log(x) + (b - 1) * math.log(1 - x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b))


def chance(t, low, mode, high, mean, sd, n=4000):
    """Chance that days times slip are at most t."""
    a, b = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
    total = 0.0
    for k in range(n):
        x = (k + 0.5) / n
        days = low + (high - low) * x
        total += beta_density(x, a, b) / n * 0.5 * math.erfc(-(math.log(t / days) - mean) / sd / math.sqrt(2))
    return total


def point(share, *law):
    low, high = 0.01, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if chance(middle, *law, n=800) < share else (low, middle)
    return low


print("/* One open step; slips of the done ones as logs, their sum and how many there were. */")
print("static const struct\n{\n  double low, mode, high, slips[4];\n  guint k;\n  double ends_50, ends_90;\n} laws[] = {")
for low, mode, high, slips in [(8, 10, 16, []), (8, 10, 16, [0.4]), (20, 28, 56, [0.2, 0.3]), (5, 14, 15, [0.1, -0.2, 0.6]), (5, 14, 15, [0.5, 0.5, 0.8, 0.2])]:
    k = len(slips)
    scatter = 0.3
    if k >= 3:
        m = sum(slips) / k
        scatter = math.sqrt(sum((s - m) ** 2 for s in slips) / (k - 1))
    mean, sd = sum(slips) / (k + 1), scatter * math.sqrt(1 / (k + 1))
    law = (low, mode, high, mean, sd)
    print(f"  {{ {low}, {mode}, {high}, {{ {', '.join(map(str, slips)) or 0} }}, {k}, {point(0.5, *law):.5f}, {point(0.9, *law):.5f} }},")
print("};")
