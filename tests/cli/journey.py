#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey.py HEADWAY-CLI: goals and the way from assess to keep working, as the
command line tells them. What the owner enters is written into the file by plain SQL
here, as anybody with SQLite could read it."""
import csv
import datetime
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
TODAY = datetime.date(2026, 3, 2)
EPOCH = datetime.date(1970, 1, 1)
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


def day(distance):
    return (TODAY - EPOCH).days + distance


def enter(shop, kind, answers, parent=None, version=1):
    with sqlite3.connect(shop) as db:
        number = db.execute("INSERT INTO entry (kind, parent_id) VALUES (?, ?)", (kind, parent)).lastrowid
        db.execute("INSERT INTO entry_version VALUES (?, ?, ?, 0, '', '')", (number, version, day(0)))
        db.executemany("INSERT INTO entry_answer VALUES (?, ?, ?, ?)",
                       [(number, version, question, str(answer)) for question, answer in answers.items()])
    db.close()
    return number


def make_shop(folder):
    shop, sales = folder / "shop.headway", folder / "sales.csv"
    with open(sales, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Date", "Receipt", "SKU", "Product", "Qty", "Amount"])
        for i in range(400):
            date = TODAY - datetime.timedelta(days=400 - i)
            out.writerow([date.isoformat(), i, "R1", "Rye bread", 9 + i % 7, f"{4.5 * (9 + i % 7):.2f}"])
    run("new", shop, "--name", "Corner Shop", "--sector", "retail", "--currency", "EUR", "--country", "GB")
    return shop, sales


def journey(folder):
    shop, sales = make_shop(folder)
    code, answer, said = run("journey", shop)
    check("a new business begins with its card", code == 0 and answer["next"] == "card" and not answer["card"]
          and answer["station"] == "assess" and answer["trials"] == [] and answer["found"]["sales"] == 0, (answer, said))
    code, answer, said = run("goals", shop)
    check("no goals are no error", code == 0 and answer["goals"] == [], (answer, said))
    code, text, said = run("goals", shop, json_too=False)
    check("and are said so", code == 0 and "no goals yet" in text, (text, said))

    enter(shop, "card", {"name": "Corner Shop"})
    check("then its sales", run("journey", shop)[1]["next"] == "data")
    run("import", shop, sales)
    code, answer, said = run("journey", shop)
    check("then a goal; what the records show", answer["next"] == "goal" and answer["card"]
          and answer["found"]["sales"] == 400 and answer["found"]["products"] == 1
          and answer["found"]["last_sale"] == "2026-03-01", answer)

    enter(shop, "goal", {"name": "Half a goal"}, version=0)
    check("a draft is none yet", run("journey", shop)[1]["next"] == "goal")
    goal = enter(shop, "goal", {"name": "More bread", "metric": "revenue", "start": 14000000, "target": 17000000,
                                "day": day(120)})
    code, answer, said = run("goals", shop)
    found = answer["goals"]
    check("the goal beside its figure", code == 0 and len(found) == 1 and found[0]["id"] == goal
          and found[0]["target"] == "1700" and found[0]["day"] == "2026-06-30" and found[0]["reach"] == "known"
          and 0 <= found[0]["chance"] <= 1 and 1300 < found[0]["now"] < 1700, (answer, said))
    code, text, said = run("goals", shop, json_too=False)
    check("the same in words", code == 0 and "More bread" in text and "30 June 2026" in text, text)
    return shop


def trials(shop):
    check("then one thing to try", run("journey", shop)[1]["next"] == "idea")
    number = enter(shop, "initiative", {"name": "Bake less on Mondays", "state": "running", "start": day(-8), "end": day(48)})
    code, answer, said = run("journey", shop)
    trial = answer["trials"][0]
    check("a week without a word", answer["next"] == "check-in" and answer["next_id"] == number
          and answer["station"] == "pilot" and trial["state"] == "running" and trial["end"] == "2026-04-19", answer)
    enter(shop, "check-in", {"week": day(-8), "used": 10000}, parent=number)
    code, answer, said = run("journey", shop)
    check("then nothing before the next week is over", answer["next"] == "wait" and answer["due"] == "2026-03-08"
          and answer["trials"][0]["check_ins"] == 1, answer)
    code, text, said = run("journey", shop, json_too=False)
    check("in words", "Nothing to do before" in text and "Bake less on Mondays" in text and "400 sales" in text, text)
    code, answer, said = run("check", shop)
    check("the file is whole", code == 0, (answer, said))


def refusals(folder):
    for command in ("goals", "journey"):
        code, answer, said = run(command, folder / "nowhere.headway")
        check(f"{command}: a missing file", code == 1 and answer["error"]["code"] == "not-found", said)
        code, _, said = run(command, json_too=False)
        check(f"{command}: wrong usage", code == 2 and said != "", said)


def older_file(folder):
    """A file of an older version is brought up to date, also by who only looks."""
    shop = folder / "older.headway"
    shutil.copy(pathlib.Path(__file__).parent.parent / "store/data/v1.headway", shop)
    code, answer, said = run("journey", shop)
    check("an older file opens", code == 0 and answer["found"]["sales"] == 20, (answer, said))
    check("and stays as it was beside itself", (folder / "older.headway.v1.bak").exists())


with tempfile.TemporaryDirectory(prefix="headway-cli-") as name:
    older_file(pathlib.Path(name))
    trials(journey(pathlib.Path(name)))
    refusals(pathlib.Path(name))
print(f"1..{len(checks)}")
sys.exit(0 if all(checks) else 1)
