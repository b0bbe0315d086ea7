#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""assess.py HEADWAY-CLI: how ready a business is, as the command line tells it: answers
kept as they come, closed into runs, and what the records show in their place."""
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
TODAY = datetime.date(2026, 3, 2)
PARTS = {"strategy": "ST", "data": "DA", "processes": "PR", "technology": "TE", "people": "PE", "finance": "FI", "governance": "GO"}
checks = []


def check(name, good, detail=""):
    checks.append(good)
    print(f"{'ok' if good else 'not ok'} {len(checks)} - {name}")
    if not good:
        print(f"# {detail}")


def run(*words, json_too=True, today=TODAY):
    command = [CLI, *map(str, words), "--today", today.isoformat()] + (["--json"] if json_too else [])
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout) if json_too and done.stdout.strip() else done.stdout, done.stderr.strip()


def all_answers(value):
    return [word for part in PARTS.values() for i in range(1, 6) for word in ("--answer", f"{part}{i}={value}")]


def part(answer, name):
    return next(d for d in answer["readiness"]["dimensions"] if d["id"] == name)


def import_sales(shop, folder):
    sales = folder / "sales.csv"
    with open(sales, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Date", "SKU", "Product", "Qty", "Amount"])
        for i in range(400):
            date = TODAY - datetime.timedelta(days=400 - i)
            for k, name in enumerate(("Rye bread", "Rolls")):
                out.writerow([date.isoformat(), f"R{k}", name, 9 + (i + k) % 7, f"{4.5 * (9 + (i + k) % 7):.2f}"])
    return run("import", shop, sales)


def questions(folder):
    shop = folder / "shop.headway"
    run("new", shop, "--name", "Corner Shop", "--sector", "retail", "--currency", "EUR", "--country", "GB")

    code, answer, said = run("assess", shop)
    check("with nothing answered there is no score, and no error", code == 0 and not answer["readiness"]["enough"]
          and answer["readiness"]["score"] is None and not answer["readiness"]["draft"] and answer["readiness"]["runs"] == []
          and [d["id"] for d in answer["readiness"]["dimensions"]] == list(PARTS), (answer, said))
    code, text, said = run("assess", shop, json_too=False)
    check("and says so", code == 0 and "not enough answers yet: 0 of 5" in text, (text, said))

    run("assess", shop, "--answer", "ST1=3", "--answer", "ST2=?")
    code, answer, said = run("assess", shop, "--answer", "ST3=1", "--answer", "ST4=2")
    check("answers are kept from one time to the next", code == 0 and answer["readiness"]["draft"]
          and answer["readiness"]["answered"] == 4 and part(answer, "strategy")["enough"], (answer, said))
    strategy = part(answer, "strategy")
    check("what is open makes the range", strategy["low"] < strategy["score"] < strategy["high"], strategy)

    code, answer, said = run("assess", shop, "--answer", "ST9=1")
    check("a question that is not there", code == 2 and "ST9" in said, (code, said))
    code, answer, said = run("assess", shop, "--answer", "ST1=5")
    check("an answer that cannot be", code == 2 and "5" in said, (code, said))
    check("changes nothing", run("assess", shop)[1]["readiness"]["answered"] == 4)

    code, answer, said = run("assess", shop, *all_answers(2), "--close")
    first = answer["readiness"]
    check("closed, it is a run", code == 0 and not first["draft"] and first["enough"] and len(first["runs"]) == 1
          and first["runs"][0]["day"] == TODAY.isoformat() and first["again"] == (TODAY + datetime.timedelta(182)).isoformat(),
          (answer, said))
    check("an answer of 2 everywhere is 50 where no record speaks", part(answer, "technology")["score"] == 50
          and part(answer, "technology")["level"] == "ready", answer)

    import_sales(shop, folder)
    later = TODAY + datetime.timedelta(days=1)
    code, answer, said = run("assess", shop, *all_answers(0), "--close", today=later)
    second = answer["readiness"]
    check("the next run stands beside the first", code == 0 and [r["day"] for r in second["runs"]] == [TODAY.isoformat(), later.isoformat()]
          and second["runs"][0] == first["runs"][0], (answer, said))
    check("and says what changed, part by part", part(answer, "technology")["change"] == -50
          and all(d["change"] is None for d in first["dimensions"]), answer)
    check("the records speak in place of what was told", part(answer, "data")["score"] > 0
          and any(g["question"] == "DA1" and g["told"] == 0 and g["shown"] == 3 and g["replaces"] for g in second["gaps"]), second)
    check("the weakest part holds the level", second["level"] == "starting", second)
    answer = run("assess", shop, today=later)[1]
    check("what the records are good for is told, worst first", len(answer["health"]) >= 10
          and answer["health"][-1]["grade"] == "good" and all(f["found"] for f in answer["health"]), answer["health"])
    check("what is lost is told for each kind, or what is missing to say it", len(answer["stakes"]) == 9
          and all(s["known"] or (s["missing"] and s["year"] is None) for s in answer["stakes"])
          and all(s["low"] <= s["year"] <= s["high"] for s in answer["stakes"] if s["low"] is not None), answer["stakes"])
    check("and what to try first, with reasons", len(answer["ideas"]) > 10 and len(answer["first"]) <= 3
          and all(idea["why"] for idea in answer["first"]) and answer["verdict"], (answer["first"], answer["verdict"]))
    code, text, said = run("assess", shop, json_too=False, today=later)
    check("in words", code == 0 and "Your records" in text and "You said:" in text and "Over all" in text, (text, said))


def main():
    with tempfile.TemporaryDirectory() as name:
        questions(pathlib.Path(name))
    print(f"1..{len(checks)}")
    sys.exit(not all(checks))


main()
