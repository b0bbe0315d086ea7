#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""main-job.py HEADWAY-CLI: the main job from the command line, as a person or a
script would do it: new, import, forecast, stock, figures, workbook, mail, check.
What the command says, what the workbook says once recalculated, and what stands
in the file must be the same.
"""
import csv
import datetime
import decimal
import email
import json
import os
import pathlib
import shutil
import stat
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


def run(*words, json_too=True, today=TODAY):
    """(exit code, the JSON object or None, standard error)."""
    command = [CLI, *map(str, words)] + (["--json"] if json_too else []) + (["--today", today] if today else [])
    done = subprocess.run(command, capture_output=True, text=True)
    answer = json.loads(done.stdout) if json_too and done.stdout.strip() else done.stdout
    return done.returncode, answer, done.stderr.strip()


def make_sales(path):
    """Half a year of a small shop; gives quantity and amount."""
    quantity, amount = 0, decimal.Decimal(0)
    day = datetime.date(2025, 9, 1)
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Date", "Receipt", "SKU", "Product", "Qty", "Amount"])
        while day < datetime.date(2026, 3, 2):
            for number, (sku, name, price, base) in enumerate(
                    [("R1", "Rye bread", "4.50", 9), ("B2", "Butter, salted", "2.20", 4), ("=1", "=1+1", "0.35", 30)]):
                n = base + (day.toordinal() * (number + 3)) % 5 + (4 if day.weekday() == 5 else 0)
                line = decimal.Decimal(price) * n
                quantity, amount = quantity + n, amount + line
                if day.weekday() != 6:
                    out.writerow([day.isoformat(), day.toordinal(), sku, name, n, line])
                else:
                    quantity, amount = quantity - n, amount - line
            day += datetime.timedelta(days=1)
    return quantity, amount


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def main_job(folder):
    shop, sales = folder / "shop.headway", folder / "sales.csv"
    quantity, amount = make_sales(sales)

    code, answer, said = run("new", shop, "--name", "Corner Shop", "--sector", "retail", "--currency", "EUR", "--country", "DE")
    check("new makes a business", code == 0 and answer["currency"] == "EUR", said)
    check("its file is the owner's alone", stat.S_IMODE(os.stat(shop).st_mode) == 0o600)
    code, kpis, said = run("kpis", shop)
    check("without sales each figure says what it lacks",
          code == 0 and all(k["value"] is None and k["missing"] for k in kpis["kpis"]), (kpis, said))
    code, _, said = run("new", shop, "--name", "X", "--sector", "retail", "--currency", "EUR")
    check("new does not overwrite", code == 1 and "already" in said, said)

    code, dry, said = run("import", shop, sales, "--dry-run")
    check("a dry run counts", code == 0 and decimal.Decimal(dry["amount_total"]) == amount, dry)
    code, kept, said = run("import", shop, sales)
    check("import keeps what the dry run counted",
          code == 0 and {**kept, "import": None} == {**dry, "import": None}, (kept, dry))
    check("rows, days and totals are the file's",
          (kept["rows_read"], kept["rows_imported"]) == (156 * 3,) * 2
          and (kept["first_day"], kept["last_day"]) == ("2025-09-01", "2026-02-28")
          and decimal.Decimal(kept["quantity_total"]) == quantity, kept)
    code, again, said = run("import", shop, sales)
    check("the same file is noticed", code == 1 and again["error"]["code"] == "already-imported", again)

    stock_file = folder / "stock.csv"
    stock_file.write_text("SKU,Product,Quantity on hand,Unit cost\nR1,Rye bread,3,1.50\nB2,\"Butter, salted\",400,1.10\n")
    code, answer, said = run("import", shop, stock_file, "--kind", "stock")
    check("stock is imported", code == 0 and answer["rows_imported"] == 2, (answer, said))

    code, plan, said = run("forecast", shop, "--by", "day", "--horizon", "14", "--csv", folder / "forecast.csv")
    rows = read_csv(folder / "forecast.csv")
    check("a forecast for each product and the total",
          code == 0 and {row["product"] for row in rows} == {"*", "R1", "B2", "=1"} and len(rows) == 4 * 14, said)
    check("ranges hold the mean", all(
        0 <= float(r["lo95"]) <= float(r["lo80"]) <= float(r["mean"]) <= float(r["hi80"]) <= float(r["hi95"]) for r in rows))
    check("dates follow each other", [r["date"] for r in rows if r["product"] == "*"]
          == [(datetime.date(2026, 3, 2) + datetime.timedelta(days=i)).isoformat() for i in range(14)])
    code, weeks, said = run("forecast", shop, "--by", "week", "--csv", folder / "weeks.csv")
    check("twelve weeks by default", code == 0 and len([r for r in read_csv(folder / "weeks.csv") if r["product"] == "*"]) == 12)
    first = {r["product"]: decimal.Decimal(r["shown"]) for r in read_csv(folder / "weeks.csv") if r["date"] == "2026-03-02"}
    days = {name: sum(decimal.Decimal(r["shown"]) for r in rows if r["product"] == name and r["date"] < "2026-03-09") for name in first}
    check("the days of a week add up to the week, products to the total",
          first == days and first["*"] == sum(n for name, n in first.items() if name != "*"), (first, days))

    code, close, said = run("forecast", shop, "--accuracy", "--by", "day")
    check("how close it comes, in units and money, of all and of each",
          code == 0 and close["by"] == "day" and {line["name"] for line in close["lines"] if line["kind"] == "all"} == {"All products"}
          and len(close["lines"]) == 4 and close["tested"]["periods"] > 0
          and close["tested"]["error_money"] > 0 and close["kept"]["periods"] == 0, (close, said))
    code, answer, said = run("forecast", shop, "--accuracy", "--horizon", "3")
    check("looking back takes no horizon", code == 2, (code, said))

    code, stock, said = run("stock", shop, "--csv", folder / "stock-out.csv")
    rows = {row["product"]: row for row in read_csv(folder / "stock-out.csv")}
    check("what is short is ordered, what is plenty is not",
          code == 0 and float(rows["R1"]["order_now"]) > 0 and float(rows["B2"]["order_now"]) == 0, rows)
    check("a product never counted says so", rows["=1"]["on_hand"] == "" and stock["stock_not_known"] == 1, rows)
    check("the order's value is units times cost",
          decimal.Decimal(rows["R1"]["value"]) == decimal.Decimal(rows["R1"]["order_now"]) * decimal.Decimal("1.50"), rows)

    code, pilot, said = run("pilot", shop)
    check("a shop that tries nothing has no plan of a trial", code == 0 and pilot["planned"] is False, pilot)
    code, nothing, said = run("pilot", shop, "4711")
    check("nor has a trial that is not there", code == 1, nothing)
    code, watch, said = run("watch", shop)
    check("all that is watched says something, and at most five alerts",
          code == 0 and len(watch["monitors"]) == 8 and all(m["said"] for m in watch["monitors"]) and len(watch["alerts"]) <= 5, watch)
    code, agenda, said = run("agenda", shop, "--ics", folder / "agenda.ics")
    check("the agenda has a meeting a week for a quarter",
          code == 0 and 13 <= len(agenda["meetings"]) <= 14 and (folder / "agenda.ics").read_bytes().endswith(b"END:VCALENDAR\r\n"), agenda)

    code, year, said = run("year", shop)
    check("the business year adds up",
          code == 0 and len(year["periods"]) == 12 and
          sum(decimal.Decimal(p["sales"] or 0) for p in year["periods"]) == decimal.Decimal(year["whole"]["sales"]), year)

    code, kpis, said = run("kpis", shop)
    values = {kpi["id"]: kpi for kpi in kpis["kpis"]}
    check("at least twelve figures are known or say what is missing",
          code == 0 and len(values) >= 12 and all(("missing" in k) == (k["value"] is None) for k in values.values()), kpis)
    check("revenue is the file's total", decimal.Decimal(values["revenue"]["value"]) == amount, values["revenue"])

    workbook(folder, shop, amount, stock)
    mail(folder, shop)

    code, answer, said = run("check", shop)
    check("the file is whole", code == 0 and answer == {"ok": True, "problems": []}, answer)
    check("nothing lies beside it", not [p for p in folder.iterdir() if p.name.startswith("shop.headway.")])
    code, answer, said = run("undo-import", shop, kept["import"])
    check("an import is taken back", code == 0, said)
    code, answer, said = run("forecast", shop)
    check("no sales, no forecast, and why", code == 1 and answer["error"]["code"] == "no-sales" and "Import" in said, said)


def workbook(folder, shop, amount, stock):
    code, answer, said = run("report", shop, folder / "a.xlsx")
    check("a workbook is written", code == 0 and answer["bytes"] == (folder / "a.xlsx").stat().st_size, said)
    run("report", shop, folder / "b.xlsx")
    check("the same figures, the same bytes", (folder / "a.xlsx").read_bytes() == (folder / "b.xlsx").read_bytes())
    check("it is a zip without damage", zipfile.ZipFile(folder / "a.xlsx").testzip() is None)
    if shutil.which("soffice") is None:
        print(f"ok {len(checks) + 1} - recalculated # SKIP LibreOffice is not installed")
        checks.append(True)
        return
    cells = recalculated(folder, "a.xlsx")
    text = {cell for row in cells for cell in row}
    wrong = sorted(c for c in text if c.startswith(("#REF", "#NAME", "#VALUE", "#DIV", "#N/A", "#NUM", "Err:")))
    check("no error cell after recalculation", not wrong, wrong)
    numbers = {round(float(c), 2) for c in text if is_number(c)}
    check("the revenue is the command's", round(float(amount), 2) in numbers, sorted(numbers)[-20:])
    check("the order's value is the command's", round(float(stock["order_value"]), 2) in numbers)


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def recalculated(folder, name):
    """Every cell of every sheet after a forced recalculation, as text."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode">'
        "<value>0</value></prop></item></oor:items>")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile.parent}", "--headless", "--convert-to",
                    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1', "--outdir",
                    str(folder / "sheets"), str(folder / name)], check=True, capture_output=True, timeout=120,
                   env={**os.environ, "LC_ALL": "C.UTF-8"})
    rows = []
    for sheet in sorted((folder / "sheets").glob("*.csv")):
        with open(sheet, newline="", encoding="utf-8") as file:
            rows += list(csv.reader(file))
    return rows


def mail(folder, shop):
    code, _, said = run("report", shop, folder / "mail.eml", "--to", "books@example.com")
    message = email.message_from_bytes((folder / "mail.eml").read_bytes()) if code == 0 else None
    parts = [p for p in message.walk() if p.get_filename()] if message else []
    check("a draft holds the workbook and the pages, and is marked unsent",
          code == 0 and message["X-Unsent"] == "1" and "books@example.com" in message["To"]
          and [p.get_payload(decode=True)[:4] for p in parts] == [b"PK\x03\x04", b"%PDF"], said)
    code, answer, said = run("report", shop, folder / "bad.eml", "--to", "nobody at home")
    check("no draft to what is no address", code == 1 and not (folder / "bad.eml").exists(), (answer, said))


def sample(folder):
    """The sample's own till file, imported, is the sample."""
    code, made, said = run("sample", folder / "sample.headway", "--till", folder / "till.csv")
    check("a sample and its till file", code == 0 and made["sales"] > 50000, said)
    run("new", folder / "again.headway", "--name", "Again", "--sector", "bakery", "--currency", "EUR")
    code, report, said = run("import", folder / "again.headway", folder / "till.csv")
    check("every row of the till file is imported", code == 0 and report["rows_imported"] == made["sales"]
          and report["rows_with_issues"] == 0, (report, said))
    values = []
    for shop in ("sample", "again"):
        code, kpis, said = run("kpis", folder / f"{shop}.headway")
        values.append({k["id"]: k["value"] for k in kpis["kpis"]})
    check("its sales are the sample's, to the cent", values[0]["revenue"] == values[1]["revenue"], values)


def example(folder):
    """An example is a business with a journey behind it."""
    shop = folder / "example.headway"
    code, made, said = run("sample", shop, "--example", "wholesaler")
    check("an example is made", code == 0 and made["example"] == "wholesaler" and made["sales"] > 1000
          and made["name"].startswith("Example: "), said)
    code, answer, said = run("journey", shop)
    check("with a trial that is over", code == 0 and [t["state"] for t in answer["trials"]] == ["closed"], (answer, said))
    check("and two goals", len(run("goals", shop)[1]["goals"]) == 2)
    check("and it is in good order", run("check", shop)[0] == 0)
    code, _, said = run("sample", folder / "other.headway", "--example", "butcher", json_too=False)
    check("an example that there is not", code == 2 and "wholesaler" in said and not (folder / "other.headway").exists(), said)
    code, _, said = run("sample", folder / "other.headway", "--example", "bakery", "--till", folder / "t.csv", json_too=False)
    check("an example has no till file", code == 2 and not (folder / "t.csv").exists(), said)


def refusals(folder):
    code, answer, said = run("kpis", folder / "nowhere.headway")
    check("a missing file", code == 1 and answer["error"]["code"] == "not-found" and answer["error"]["text"] == said, said)
    code, answer, said = run("new", folder / "nowhere" / "n.headway", "--name", "N", "--sector", "retail", "--currency", "EUR")
    check("a folder that is not there", code == 1 and answer["error"]["code"] == "read-only", said)
    (folder / "notes.headway").write_text("milk, eggs")
    code, answer, said = run("kpis", folder / "notes.headway")
    check("a file that is no business", code == 1 and answer["error"]["code"] == "not-headway", said)
    check("and it is left as it was", (folder / "notes.headway").read_text() == "milk, eggs")
    for words in (["fly"], ["new"], ["forecast"], ["forecast", "x", "--by", "hour"], ["import", "x"],
                  ["new", folder / "n.headway", "--name", "N", "--sector", "retail", "--currency", "EURO"],
                  ["stock", "x", "--today", "yesterday"], ["report", "x", "x.doc"]):
        code, _, said = run(*words, json_too=False, today=None)
        check(f"wrong usage: {' '.join(map(str, words))[:40]}", code == 2 and said != "", (code, said))


with tempfile.TemporaryDirectory(prefix="headway-cli-") as name:
    main_job(pathlib.Path(name))
    sample(pathlib.Path(name))
    example(pathlib.Path(name))
    refusals(pathlib.Path(name))
print(f"1..{len(checks)}")
sys.exit(0 if all(checks) else 1)
