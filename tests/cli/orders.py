#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""orders.py HEADWAY-CLI: orders to suppliers from the command line: the list, as
JSON, as CSV and for people, and one order as a file to mail.
"""
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

CLI = sys.argv[1]
TODAY = "2026-03-02"
checks = []


def check(name, good, detail=""):
    checks.append(good)
    print(f"{'ok' if good else 'not ok'} {len(checks)} - {name}")
    if not good:
        print(f"# {detail}")


def run(*words, json_too=True):
    """(exit code, the JSON object or the text, standard error)."""
    command = [CLI, *map(str, words), "--today", TODAY] + (["--json"] if json_too else [])
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.returncode, json.loads(done.stdout) if json_too and done.stdout.strip() else done.stdout, done.stderr.strip()


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def recalculated(folder, name):
    """Every cell after a forced recalculation."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false", "--outdir",
                    str(folder), str(folder / name)], check=True, capture_output=True, timeout=120,
                   env={**os.environ, "LC_ALL": "C.UTF-8"})
    with open(folder / (pathlib.Path(name).stem + ".csv"), newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def listing(folder, shop):
    code, answer, said = run("orders", shop, "--csv", folder / "list.csv")
    orders = answer["orders"]
    check("the orders are listed", code == 0 and len(orders) > 100, said)
    late = [o["late"] for o in orders]
    check("late ones come first", late == sorted(late, reverse=True) and answer["late"] == sum(late) > 0, late[:9])
    days = [o["ordered"] for o in orders if not o["late"]]
    check("then the newest", days == sorted(days, reverse=True), days[:9])
    check("one is partly here", any(o["state"] == "part" and any(0 < float(line["came"]) < float(line["quantity"]) for line in o["lines"])
                                    for o in orders))
    check("one is confirmed for a day", any(o["state"] == "confirmed" and o["confirmed"] for o in orders))
    check("what is on its way says between which days it comes",
          all(o["arrives_early"] <= o["arrives_late"] for o in orders if o["arrives_early"]) and
          any(o["arrives_early"] and o["state"] == "sent" for o in orders))
    check("what came has its day, what did not has none",
          all((o["received"] is not None) == (o["state"] == "received") for o in orders),
          [o for o in orders if (o["received"] is not None) != (o["state"] == "received")][:2])
    rows = read_csv(folder / "list.csv")
    check("the CSV file has every line", len(rows) == sum(len(o["lines"]) for o in orders))
    check("and the same quantities", [float(r["quantity"]) for r in rows] ==
          [float(line["quantity"]) for o in orders for line in o["lines"]])

    code, text, said = run("orders", shop, json_too=False)
    check("people read it as well", code == 0 and "Late  " in text.splitlines()[0] and "last of it came" in text, text[:300])
    return orders


def paper(folder, shop, orders):
    order = next(o for o in orders if o["state"] == "received" and len(o["lines"]) > 1 and float(o["value"]) > 0
                 and all(line["unit_cost"] is not None for line in o["lines"]))
    code, answer, said = run("orders", shop, order["order"], folder / "order.csv")
    rows = read_csv(folder / "order.csv")
    check("an order is written as CSV", code == 0 and len(rows) == len(order["lines"]), said)
    check("its values add up to the order's",
          abs(sum(float(r["value"]) for r in rows) - float(order["value"])) < 0.005, (rows, order["value"]))
    check("packs times pack is the quantity", all(float(r["packs"]) * float(r["pack"]) == float(r["quantity"]) for r in rows), rows)

    code, answer, said = run("orders", shop, order["order"], folder / "paper.xlsx")
    check("an order is written as a workbook", code == 0 and zipfile.ZipFile(folder / "paper.xlsx").testzip() is None, said)
    sheet = zipfile.ZipFile(folder / "paper.xlsx").read("xl/worksheets/sheet1.xml").decode()
    check("its total is a formula", "<f>SUM(H7:H" in sheet, sheet[-600:])
    if shutil.which("soffice") is None:
        print(f"ok {len(checks) + 1} - recalculated # SKIP LibreOffice is not installed")
        checks.append(True)
        return
    cells = [cell for row in recalculated(folder, "paper.xlsx") for cell in row]
    check("no error cell after recalculation", not [c for c in cells if c.startswith(("#", "Err:"))], cells)
    check("the total is the order's value", any(is_near(c, float(order["value"])) for c in cells), cells)


def is_near(text, value):
    try:
        return abs(float(text) - value) < 0.005
    except ValueError:
        return False


def refusals(folder, shop):
    empty = folder / "empty.headway"
    run("new", empty, "--name", "Empty", "--sector", "retail", "--currency", "EUR")
    code, text, said = run("orders", empty, json_too=False)
    check("a business without orders says so", code == 0 and "no orders to suppliers yet" in text, text)
    code, answer, _ = run("orders", empty)
    check("and lists none", code == 0 and answer["orders"] == [] and answer["late"] == 0, answer)
    check("an order that is not there is refused", run("orders", shop, 999999, folder / "x.csv")[0] == 1)
    check("a file of another kind is refused", run("orders", shop, 1, folder / "x.docx")[0] == 1)
    check("a number that is none is misuse", run("orders", shop, "one", folder / "x.csv")[0] == 2)
    check("half of a command is misuse", run("orders", shop, 1)[0] == 2)
    check("and none of them wrote a file", not list(folder.glob("x.*")))


with tempfile.TemporaryDirectory(prefix="headway-orders-") as name:
    place = pathlib.Path(name)
    bakery = place / "bakery.headway"
    made, _, words = run("sample", bakery)
    check("the sample is made", made == 0, words)
    found = listing(place, bakery)
    paper(place, bakery, found)
    refusals(place, bakery)

print(f"1..{len(checks)}")
sys.exit(0 if all(checks) else 1)
