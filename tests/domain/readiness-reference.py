#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""readiness-reference.py QUESTIONS.xml N SEED: the questions, then N random sets of answers and what they come to.

Worked out in fractions, straight from the rules, and written apart from the program:

    dimension  100 sum (w s) / (4 sum (w)) over what applies and is answered; three answers, or all that apply if fewer
    low, high  what is open or not sure counted as 0 and as 4
    over all   the mean of the dimensions that have enough, by their weights
    level      quarters of a hundred; over all at most one above the lowest of data, governance, people
    measured   stands in place of what was told where it may; two apart or more is listed

    dimension ID WEIGHT | question ID DIMENSION WEIGHT CHECK
    case ANSWERS MEASURED DIMENSION... OVERALL GAPS
ANSWERS: one sign a question, "." open. MEASURED: digits replace, letters a..e (0..4) stand beside, "x" cannot be said.
DIMENSION: applicable/answered/score/low/high/level. OVERALL: enough/score/low/high/level/own level/held by.
"""
import random
import sys
import xml.etree.ElementTree as tree
from fractions import Fraction

LEVELS = ["starting", "emerging", "ready", "advanced"]


def level_of(score):
    return LEVELS.index(next(name for edge, name in ((75, "advanced"), (50, "ready"), (25, "emerging"), (0, "starting"))
                             if score >= edge))


def text(value):
    return "nan" if value is None else f"{float(value):.11f}"


def name(level):
    return "-" if level is None else LEVELS[level]


def judge(questions, told, seen):
    """(applicable, answered, score, low, high, level) of one dimension."""
    rows = []
    for question, answer, measured in zip(questions, told, seen):
        if answer != "-":
            value = int(measured) if measured.isdigit() else int(answer) if answer.isdigit() else None
            rows.append((question["weight"], value))
    if not rows:
        return 0, 0, None, None, None, None
    known = [(w, s) for w, s in rows if s is not None]
    total = sum(w for w, _ in rows)
    low, high = (100 * sum(w * (other if s is None else s) for w, s in rows) / (4 * total) for other in (0, 4))
    if len(known) < min(3, len(rows)):
        return len(rows), len(known), None, low, high, None
    score = 100 * sum(w * s for w, s in known) / (4 * sum(w for w, _ in known))
    return len(rows), len(known), score, low, high, level_of(score)


def judge_all(dimensions, found):
    counted = [(d, f) for d, f in zip(dimensions, found) if f[2] is not None]
    enough = any(f[0] for f in found) and all(f[2] is not None or f[0] == 0 for f in found)
    if not counted:
        return enough, None, None, None, None, None, -1
    total = sum(d["weight"] for d, _ in counted)
    score, low, high = (sum(d["weight"] * f[i] for d, f in counted) / total for i in (2, 3, 4))
    own = level_of(score)
    links = [(f[2], dimensions.index(d)) for d, f in counted if d["id"] in ("data", "governance", "people")]
    weakest = min(links)[1] if links else -1
    held = weakest >= 0 and own > found[weakest][5] + 1
    return enough, score, low, high, found[weakest][5] + 1 if held else own, own, weakest if held else -1


def differences(questions, told, seen):
    for question, answer, measured in zip(questions, told, seen):
        if answer.isdigit() and measured not in ".x":
            shown = int(measured) if measured.isdigit() else "abcde".index(measured)
            if abs(shown - int(answer)) >= 2:
                yield f"{question['id']}:{answer}:{shown}"


def draw(rng, questions):
    """Some owners know all, some little, some need little; some are strong in all but one thing; some say the same
    throughout, which lands on the edges."""
    unsure, foreign, open_ = (rng.choice((0, 0, 0, 0.1, 0.4, 0.8)) for _ in range(3))
    weak = rng.choice((None, None, 0, 1, 4, 6))
    same = rng.choice((None, None, None, "0", "1", "2", "3", "4"))
    top = rng.choice((1, 2, 4, 4))
    told, seen = "", ""
    for question in questions:
        chance = rng.random()
        answer = same or str(rng.randint(0, top) if weak is None else rng.randint(0, 1) if question["dimension"] == weak
                             else rng.randint(3, 4))
        told += "?" if chance < unsure else "-" if rng.random() < foreign else "." if rng.random() < open_ else answer
        kind = rng.random()
        seen += "." if question["check"] == "." or same else (
            str(rng.randint(0, 4)) if kind < 0.25 else rng.choice("abcde") if kind < 0.4 else "x" if kind < 0.5 else ".")
    return told, seen


def consistent(questions, seen):
    """What speaks to two questions says the same to both."""
    by_check = {}
    return "".join("." if q["check"] == "." else by_check.setdefault(q["check"], s) for q, s in zip(questions, seen))


def main():
    root = tree.parse(sys.argv[1]).getroot()
    rng = random.Random(int(sys.argv[3]))
    dimensions = [{"id": d.get("id"), "weight": Fraction(d.get("weight"))} for d in root]
    questions = [{"id": q.get("id"), "dimension": i, "weight": Fraction(q.get("weight")), "check": q.get("check") or "."}
                 for i, d in enumerate(root) for q in d.findall("question")]
    for d in dimensions:
        print("dimension", d["id"], float(d["weight"]))
    for q in questions:
        print("question", q["id"], q["dimension"], float(q["weight"]), q["check"])
    for _ in range(int(sys.argv[2])):
        told, seen = draw(rng, questions)
        seen = consistent(questions, seen)
        found = [judge(*zip(*((q, told[k], seen[k]) for k, q in enumerate(questions) if q["dimension"] == i)))
                 for i in range(len(dimensions))]
        whole = judge_all(dimensions, found)
        print("case", told, seen, *("/".join([str(f[0]), str(f[1]), *map(text, f[2:5]), name(f[5])]) for f in found),
              "/".join([str(int(whole[0])), *map(text, whole[1:4]), name(whole[4]), name(whole[5]), str(whole[6])]),
              ",".join(differences(questions, told, seen)) or "none")


main()
