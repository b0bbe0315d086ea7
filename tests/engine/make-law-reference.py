#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-law-reference.py > hw-law-reference.h: both sides of distributions around points, to 17 digits.

Worked with 60 digits (the Python package mpmath), from sums and textbook integrals, none of which the engine uses.
"""
import mpmath as mp

mp.mp.dps = 60


def normal(m, s, x):
    z = (x - m) / s
    pdf, below, above = mp.npdf(z), mp.ncdf(z), mp.ncdf(-z)
    loss, left = pdf - z * above, pdf + z * below
    second = ((z * z + 1) * above - z * pdf) / 2
    return pdf / s, below, above, s * loss, s * left, s * s * second, s * s * ((z * z + 1) / 2 - second)


def lognormal(m, s, x):
    u = (mp.log(x) - m) / s
    e1, e2 = mp.exp(m + s * s / 2), mp.exp(2 * m + 2 * s * s)
    up = [mp.ncdf(-u), e1 * mp.ncdf(s - u), e2 * mp.ncdf(2 * s - u)]
    low = [mp.ncdf(u), e1 * mp.ncdf(u - s), e2 * mp.ncdf(u - 2 * s)]
    return (mp.npdf(u) / (s * x), low[0], up[0], up[1] - x * up[0], x * low[0] - low[1],
            (up[2] - 2 * x * up[1] + x * x * up[0]) / 2, (low[2] - 2 * x * low[1] + x * x * low[0]) / 2)


def gamma(k, c, x):
    y = x / c
    up = [mp.gammainc(k + i, y) / mp.gamma(k) for i in range(3)]
    low = [mp.gammainc(k + i, 0, y) / mp.gamma(k) for i in range(3)]
    return (y ** (k - 1) * mp.exp(-y) / mp.gamma(k) / c, low[0], up[0], c * (up[1] - y * up[0]), c * (y * low[0] - low[1]),
            c * c * (up[2] - 2 * y * up[1] + y * y * up[0]) / 2, c * c * (low[2] - 2 * y * low[1] + y * y * low[0]) / 2)


def count(first, ratio, x, end):
    """Sums over 0, 1, ..., end of chances that follow from one another."""
    p, k, x = first, 0, int(x)
    sums = [mp.mpf(0)] * 7
    while k <= end:
        d = k - x
        if d == 0:
            sums[0] = p
        if d <= 0:
            sums[1] += p
            sums[4] -= d * p
            sums[6] += mp.mpf(d) * (d - 1) / 2 * p
        else:
            sums[2] += p
            sums[3] += d * p
            sums[5] += mp.mpf(d) * (d - 1) / 2 * p
        k += 1
        p *= ratio(k)
    return sums


def poisson(m, _, x):
    return count(mp.exp(-m), lambda k: m / k, x, int(max(m, x) + 60 * mp.sqrt(m) + 200))


def negative(r, c, x):
    sd = mp.sqrt(r * (1 - c)) / c
    return count(c ** r, lambda k: (k - 1 + r) / k * (1 - c), x, int(max(r / c, x) + 150 * sd + 500))


CASES = [
    ("NORMAL", normal, [(0, 1, 0), (0, 1, 0.3), (0, 1, 3.9), (0, 1, 4.1), (0, 1, 9), (0, 1, 25), (0, 1, -6), (100, 20, 133),
                        (1e6, 10, 1e6 + 55), (5, 3, -4)]),
    ("LOGNORMAL", lognormal, [(2, 0.3, 10), (2, 0.3, 7), (2, 0.3, 60), (2, 0.3, 1), (5, 1.2, 3000), (5, 1.2, 2), (3, 0.02, 20),
                              (3, 0.02, 24), (3, 0.02, 17), (0, 2.5, 1e4)]),
    ("GAMMA", gamma, [(2, 3, 4), (2, 3, 90), (2, 3, 0.01), (0.05, 1, 0.001), (0.05, 1, 3), (0.05, 1, 40), (0.7, 2, 1), (1, 5, 7),
                      (30, 0.5, 15), (30, 0.5, 60), (30, 0.5, 3), (1000, 1, 1000), (1000, 1, 1250), (1000, 1, 800),
                      (50000, 0.01, 505), (50000, 0.01, 490)]),
    ("POISSON", poisson, [(0.01, 0, 0), (0.01, 0, 3), (0.5, 0, 0), (0.5, 0, 9), (7, 0, 5), (7, 0, 7), (7, 0, 40), (53.76, 0, 52),
                          (200, 0, 220), (200, 0, 100), (200, 0, 400), (10000, 0, 10100), (10000, 0, 9000)]),
    ("NEGATIVE", negative, [(0.3, 0.2, 0), (0.3, 0.2, 1), (0.3, 0.2, 60), (9.8, 0.2, 51), (9.8, 0.2, 10), (9.8, 0.2, 300),
                            (1, 0.1, 15), (200, 0.9, 40), (200, 0.9, 5), (2.5, 0.004, 500), (2.5, 0.004, 6000)]),
]


def main():
    print("/* SPDX-License-Identifier: GPL-3.0-or-later */")
    print("/* hw-law-reference.h: made by make-law-reference.py, not by hand. */")
    print("#pragma once\n")
    print('#include "engine/stock/hw-law.h"\n')
    print("typedef struct\n{\n  HwLawKind kind;\n  double    a, b, x;\n  HwTails   t;\n} HwLawReference;\n")
    print("static const HwLawReference law_reference[] = {")
    for kind, work, points in CASES:
        for a, b, x in points:
            row = ", ".join(mp.nstr(v, 17) for v in work(mp.mpf(a), mp.mpf(b), mp.mpf(x)))
            print("  { HW_LAW_%s, %r, %r, %r,\n    { %s } }," % (kind, float(a), float(b), float(x), row))
    print("};")


if __name__ == "__main__":
    main()
