#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""figures.py HEADWAY-CLI: the library of figures as the command line tells it: all of
them, with a value or with what is missing; values typed in; figures on the Overview."""
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
TODAY = datetime.date(2026, 3, 2)
checks = []


def check(name, good, detail=""):
    checks.append(good)
    print(f"{'ok' if good else 'not ok'} {len(checks)} - {name}")
    if not good:
        print(f"# {detail}")


def run(*words, json_too=True):
    command = [CLI, *map(str, words), "--today", TODAY.isoformat()] + (["--json"] if json_too else [])
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout) if json_too and done.stdout.strip() else done.stdout, done.stderr.strip()


def make_shop(folder):
    shop, sales = folder / "shop.headway", folder / "sales.csv"
    with open(sales, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Date", "Receipt", "SKU", "Product", "Qty", "Amount"])
        for i in range(500):
            date = TODAY - datetime.timedelta(days=500 - i)
            out.writerow([date.isoformat(), i, "R1", "Rye bread", 10, "40.00"])
    run("new", shop, "--name", "Corner Shop", "--sector", "retail", "--currency", "EUR", "--country", "GB")
    run("import", shop, sales)
    return shop


def figures(*words):
    code, answer, _ = run("figures", *words)
    return code, {figure["id"]: figure for figure in answer["figures"]} if code == 0 else {}, answer


with tempfile.TemporaryDirectory() as temp:
    shop = make_shop(pathlib.Path(temp))

    code, all_of_them, answer = figures(shop)
    check("88 figures are told", code == 0 and len(all_of_them) == 88, code)
    check("each has a value or says what is missing",
          all((f["value"] is None) == bool(f.get("missing")) for f in all_of_them.values()))
    sales = all_of_them["revenue"]
    check("sales are worked out", sales["value"] == "14560.00" and sales["source"] == "worked-out", sales)
    check("what is level neither rises nor falls", sales["trend"] == 0.0, sales)
    check("a figure nobody typed in is missing, not nothing", all_of_them["opex_ratio"]["value"] is None)

    _, kpis, _ = run("kpis", shop)
    told = {k["id"]: k["value"] for k in kpis["kpis"]}
    check("the same values as the KPIs", all(all_of_them[i]["value"] == told[i] for i in told), told)

    code, typed, _ = figures(shop, "--set", "opex_ratio=31.5%", "--day", "2026-02-28")
    opex = typed.get("opex_ratio", {})
    check("a value typed in is there", code == 0 and opex["value"] == 0.315 and opex["source"] == "typed-in", opex)
    check("it is of its day and due a month later", opex["to"] == "2026-02-28" and opex["due"] == "2026-03-30", opex)
    _, typed, _ = figures(shop, "--set", "opex_ratio=0.29", "--day", "2026-01-31")
    check("the newest day counts", typed["opex_ratio"]["value"] == 0.315)

    code, pinned, _ = figures(shop, "--pin", "opex_ratio")
    check("it can be put on the Overview", code == 0 and pinned["opex_ratio"]["pinned"])
    for metric in ("revenue", "csat", "nps", "dso", "mtbf", "clv"):
        code, pinned, _ = figures(shop, "--pin", metric)
    check("seven of them", code == 0 and sum(f["pinned"] for f in pinned.values()) == 7)
    code, _, error = run("figures", shop, "--pin", "waste_rate")
    check("an eighth is refused in words", code == 1 and "seven" in error, error)
    code, pinned, _ = figures(shop, "--unpin", "clv")
    check("one can be taken off", code == 0 and not pinned["clv"]["pinned"])

    code, _, error = run("figures", shop, "--set", "no_such_figure=3")
    check("an unknown figure is refused", code == 1 and error != "", error)
    code, _, error = run("figures", shop, "--set", "review_rating=7")
    check("six stars and more are refused", code == 1 and error != "", error)
    code, _, error = run("figures", shop, "--set", "opex_ratio=0.3", "--day", "2026-03-03")
    check("a day to come is refused", code == 1 and error != "", error)
    check("a value that is no number is a slip of the pen", run("figures", shop, "--set", "opex_ratio=much")[0] == 2)
    check("so is a day that is none", run("figures", shop, "--set", "opex_ratio=0.3", "--day", "soon")[0] == 2)

    code, text, _ = run("figures", shop, json_too=False)
    check("the plain text has a line a figure", code == 0 and len(text.strip().splitlines()) == 88, text)
    check("the same file on the same day gives the same run", figures(shop)[2]["run"] == figures(shop)[2]["run"])

print(f"1..{len(checks)}")
sys.exit(not all(checks))
