#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""verdict.py HEADWAY-CLI: the verdict on trials as the command line tells it: those of the
examples, and one in half of the shops, drawn and planted here and judged by a test that is
written out here once more."""
import datetime
import itertools
import json
import math
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
START = datetime.date(2026, 3, 2)  # a Monday
END = START + datetime.timedelta(weeks=8)
BEFORE, PAST, WEEKS, SHOPS, EFFECT = 26, 40, 8, 10, 0.3
checks = []


def check(name, good, detail=""):
    checks.append(good)
    print(f"{'ok' if good else 'not ok'} {len(checks)} - {name}")
    if not good:
        print(f"# {detail}")


def run(*words, today="2026-03-02", as_json=True):
    done = subprocess.run([CLI, *map(str, words), "--today", str(today), *(["--json"] if as_json else [])],
                          capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout) if as_json and done.stdout.strip() else done.stdout


def near(a, b, share=1e-6):
    return abs(a - b) <= share * max(1.0, abs(a), abs(b))


def number(day):
    return (day - datetime.date(1970, 1, 1)).days


def mean(values):
    return sum(values) / len(values)


def examples(folder):
    for example, advice in (("bakery", "go"), ("web-shop", "go"), ("wholesaler", "stop")):
        shop = folder / f"{example}.headway"
        run("sample", shop, "--example", example)
        code, v = run("verdict", shop)
        check(f"{example}: judged as the plan was locked", code == 0 and v["state"] == "judged" and v["locked"], v)
        check(f"{example}: {advice}", v["advice"] == advice, v["advice"])
        check(f"{example}: the range holds the effect, the narrower lies within the wider",
              v["low_95"] <= v["share"] <= v["high_95"] and v["low_90"] <= v["effect"] <= v["high_90"], v)
        check(f"{example}: chances are chances", all(0 <= v[key] <= 1 for key in ("p", "pays", "useless_kept", "used")), v)
        year = v["money"]["year"]
        check(f"{example}: money has its range", year["low"] <= year["middle"] <= year["high"], year)
    check("it is told in words, too", v["text"] in run("verdict", shop, as_json=False)[1], v["text"])
    paper = folder / "learned.pdf"
    check("what was learned is kept on paper",
          run("verdict", folder / "bakery.headway", "--paper", paper)[0] == 0 and paper.read_bytes()[:5] == b"%PDF-")


def sell(path, first, weeks, changed, sales):
    """A sale a week in each shop; those in changed sell more."""
    with open(path, "w", encoding="utf-8") as out:
        out.write("Date,Branch,Product,Qty,Amount\n")
        for week in range(first, first + weeks):
            street = random.gauss(0, 0.15)
            for i in range(SHOPS):
                more = math.log(1 + EFFECT) if i in changed else 0.0
                money = round((200 + 90 * i) * math.exp(street + more + random.gauss(0, 0.06)), 2)
                sales[i, week] = money
                day = START + datetime.timedelta(weeks=week, days=6)
                out.write(f"{day},Branch {i:02},Bread,10,{money:.2f}\n")


def keep(shop, kind, parent, answers):
    with sqlite3.connect(shop) as db:
        made = db.execute("INSERT INTO entry (kind, parent_id) VALUES (?, ?)", (kind, parent)).lastrowid
        db.execute("INSERT INTO entry_version VALUES (?, 1, ?, 0, '', '')", (made, number(START)))
        db.executemany("INSERT INTO entry_answer VALUES (?, 1, ?, ?)", [(made, k, str(v)) for k, v in answers.items()])
    return made


def expected(sales, changed):
    """Difference in differences on logs, and how many of all halves differ at least as much."""
    change = [mean([math.log(sales[i, w]) for w in range(WEEKS)]) - mean([math.log(sales[i, w]) for w in range(-BEFORE, 0)])
              for i in range(SHOPS)]

    def gap(chosen):
        return mean([change[i] for i in chosen]) - mean([change[i] for i in range(SHOPS) if i not in chosen])

    halves = list(itertools.combinations(range(SHOPS), SHOPS // 2))
    seen = gap(changed)
    return math.expm1(seen), sum(abs(gap(half)) >= abs(seen) - 1e-12 for half in halves) / len(halves)


def sites(folder):
    shop, sales = folder / "shops.headway", {}
    run("new", shop, "--name", "Ten shops", "--sector", "retail", "--currency", "EUR", "--country", "DE")
    sell(folder / "past.csv", -PAST, PAST, (), sales)
    code, answer = run("import", shop, folder / "past.csv", today=START)
    check("shops: the past is kept", code == 0 and answer["rows_imported"] == PAST * SHOPS, answer)
    plan = {"name": "Bread at the door", "change": "The bread stands at the door.", "metric": "revenue", "effect": 1000,
            "start": number(START), "end": number(END) - 1, "people": "no", "banned": "no"}
    trial = keep(shop, "initiative", None, plan | {"state": "planned"})
    code, pilot = run("pilot", shop, trial, today=START)
    names = [pair[side] for pair in pilot["pairs"] for side in ("changed", "partner")]
    check("shops: half of them by lot is what is offered", code == 0 and pilot["design"] == "sites", pilot)
    check("shops: each is on one side", sorted(names) == [f"Branch {i:02}" for i in range(SHOPS)], names)
    paper = folder / "plan.pdf"
    check("shops: the list is printed", run("pilot", shop, trial, "--paper", paper, today=START)[0] == 0 and paper.stat().st_size > 1000)

    changed = tuple(sorted(int(pair["changed"][-2:]) for pair in pilot["pairs"]))
    ids = [i + 1 for i in changed]  # in the order in which the file named them
    others = [i + 1 for i in range(SHOPS) if i not in changed]
    running = keep(shop, "initiative", None, plan | {"state": "running"})
    share = "{:.17g}".format
    keep(shop, "lock", running, {
        "design": "sites", "metric": "revenue", "product": 0, "control": 0, "start": number(START), "end": number(END) - 1,
        "worth": share(0.1), "prior_sd": share(0.05), "kept_least": share(0.6), "go": share(0.8), "stop": share(0.2), "seed": 7,
        "changed": ",".join(map(str, ids)), "partner": ",".join(map(str, others))})
    code, v = run("verdict", shop, running, today=START)
    check("shops: before its first week is over there is nothing to see", code == 0 and v["state"] in ("too_early", "not_started"), v)
    sell(folder / "trial.csv", 0, WEEKS, changed, sales)
    run("import", shop, folder / "trial.csv", today=END)
    code, v = run("verdict", shop, running, today=END)
    effect, p = expected(sales, changed)
    check("shops: judged by the lot", code == 0 and v["state"] == "judged" and v["design"] == "sites" and v["locked"], v)
    check("shops: all took part", v["units"] == SHOPS and v["weeks"] == WEEKS, v)
    check("shops: the effect is the difference in differences", near(v["share"], effect), (v["share"], effect))
    check("shops: p counts all lots there could have been", near(v["p"], p), (v["p"], p))
    check("shops: what was planted lies within", v["low_95"] < EFFECT < v["high_95"] and v["advice"] == "go", v)
    check("shops: the same again", run("verdict", shop, running, today=END)[1] == v)
    code, answer = run("verdict", shop, 99999, today=END)
    check("no such trial is told as such", code == 1 and "error" in answer, answer)


with tempfile.TemporaryDirectory() as name:
    random.seed(5)
    examples(pathlib.Path(name))
    sites(pathlib.Path(name))

print(f"1..{len(checks)}")
sys.exit(0 if all(checks) else 1)
