#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what test-hw-ets.c expects of one series under several forms.

The textbook's weighted-average equations (Hyndman and Athanasopoulos 2021,
chapter 8), with None for a period that was not seen; no error-correction form
and no line shared with app/engine/forecast/hw-ets.c.
"""
import math

SERIES = [30, 21, 29, 31, 40, 48, 53, 47, 37, None, 51, 29, 35, 42, 45, 51, 39, 58, None, None, 61, 37, 48, 55]
START = {"none": [0.0], "add": [5.0, -8.0, 1.0, 2.0], "mult": [1.1, 0.8, 1.0, 1.1]}
CASES = [  # name, trend, season, alpha, beta*, gamma*, phi
    ("ses", False, "none", 0.3, 0.0, 0.0, 1.0),
    ("holt", True, "none", 0.4, 0.25, 0.0, 1.0),
    ("damped", True, "none", 0.4, 0.25, 0.0, 0.9),
    ("season", False, "add", 0.2, 0.0, 0.3, 1.0),
    ("add", True, "add", 0.3, 0.2, 0.25, 1.0),
    ("mult", True, "mult", 0.3, 0.2, 0.25, 1.0),
    ("mult-damped", True, "mult", 0.25, 0.1, 0.4, 0.95),
]


def run(trend, season, alpha, beta_star, gamma, phi):
    level, slope, seasons = 32.0, 0.5 if trend else 0.0, list(START[season])
    squares = 0.0
    for t, y in enumerate(SERIES):
        s = seasons[t % len(seasons)]
        before = level + (phi * slope if trend else 0.0)
        mean = before * s if season == "mult" else before + s
        if y is None:
            level, slope = before, phi * slope if trend else 0.0
            continue
        squares += ((y - mean) / mean) ** 2 if season == "mult" else (y - mean) ** 2
        new = alpha * (y / s if season == "mult" else y - s) + (1 - alpha) * before
        if trend:
            slope = beta_star * (new - level) + (1 - beta_star) * phi * slope
        if season == "mult":
            seasons[t % len(seasons)] = gamma * y / before + (1 - gamma) * s
        elif season == "add":
            seasons[t % len(seasons)] = gamma * (y - before) + (1 - gamma) * s
        level = new
    ahead, reach = [], 0.0
    for h in range(1, 7):
        reach += phi ** h
        base = level + (reach * slope if trend else 0.0)
        s = seasons[(len(SERIES) + h - 1) % len(seasons)]
        ahead.append(base * s if season == "mult" else base + s)
    return squares, level, slope, ahead


if __name__ == "__main__":
    for name, trend, season, alpha, beta_star, gamma, phi in CASES:
        squares, level, slope, ahead = run(trend, season, alpha, beta_star, gamma, phi)
        kind = {"none": "NONE", "add": "ADDITIVE", "mult": "MULTIPLICATIVE"}[season]
        form = "NONE" if not trend else "DAMPED" if phi < 1 else "ADDITIVE"
        period = len(START[season])
        # the program's beta is alpha * beta*; its phi is 0 where there is no trend
        params = f"{{ {alpha!r}, {alpha * beta_star!r}, {gamma!r}, {phi if trend else 0.0!r} }}"
        print(f'  {{ "{name}", {{ HW_TREND_{form}, HW_SEASON_{kind}, {period} }}, {params},')
        print(f"    {squares!r}, {level!r}, {slope!r},")
        print(f"    {{ {', '.join(f'{a:.12g}' for a in ahead)} }} }},")
        assert math.isfinite(squares)
