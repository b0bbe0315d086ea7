#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the holidays of hw-holiday.c with those of the holidays package for Python
(Debian: python3-holidays) and prints what only one of the two has.

usage: make-holiday-reference.py < LINES     LINES: "DE 2026-01-01" each, of 1995 to 2030
test-hw-holiday prints such lines when called with --list.
"""
import sys

import holidays

ALIKE = {"DE": "DE", "AT": "AT", "CH": "CH", "FR": "FRA", "ES": "ES", "IT": "IT", "NL": "NL",
         "GB": "England", "IE": "IE", "US": "US", "CA": "CA", "AU": "AU"}

ours = {}
for line in sys.stdin:
    country, day = line.split()
    ours.setdefault(country, set()).add(day)
for country, name in ALIKE.items():
    theirs = {str(day) for day in holidays.CountryHoliday(name, years=range(1995, 2031))
              if 1995 <= day.year <= 2030}
    mine = ours.get(country, set())
    print(country, "both:", len(mine & theirs))
    for what, days in (("only ours", mine - theirs), ("only theirs", theirs - mine)):
        by_date = {}
        for day in sorted(days):
            by_date.setdefault(day[5:], []).append(day[:4])
        print("  ", what, {k: (v if len(v) < 4 else f"{len(v)} years") for k, v in by_date.items()})
