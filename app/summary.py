#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten lines on what the command line worked out for the sample business. Reads the
answers app/run left in the current folder: new, import, forecast, stock, kpis, report
.json and forecast.csv."""
import csv
import json
import pathlib
import statistics


def answer(name):
    return json.loads(pathlib.Path(f"{name}.json").read_text())


def line(label, text):
    print(f"  {label:<17} {text}")


def units(number):
    return f"{number:,.0f} units"


def kpi(name):
    """(the value, or None where it cannot be computed; the whole row)."""
    row = next(row for row in kpis if row["id"] == name)
    return (None if row["value"] is None else float(row["value"])), row


def percent(share):
    return "not known" if share is None else f"{100 * share:+.1f} %"


sample, imported, forecast, stock, report = (answer(name) for name in ("new", "import", "forecast", "stock", "report"))
kpis = answer("kpis")["kpis"]
total, *products = forecast["series"]
known = [series for series in products if "missing" not in series]
closer = statistics.median(1 - s["error"] / s["simple_error"] for s in known if s["simple_error"])
orders = [row for row in stock["lines"] if float(row["order_now"] or 0) > 0]
with open("forecast.csv", encoding="utf-8") as table:
    first = next(row for row in csv.DictReader(table) if row["product"] == total["product"])
revenue, sales = kpi("revenue")
currency = sample["currency"]

line("Business", f"{sample['name']}, sales up to {forecast['last_day']}")
line("Imported", f"{imported['rows_imported']:,} of {imported['rows_read']:,} rows of till-export.csv, "
     f"{float(imported['amount_total']):,.2f} {currency}")
line("Sales", f"{revenue:,.2f} {currency} from {sales['from']} to {sales['to']}, "
     f"{percent(kpi('revenue_growth_yoy')[0])} on the year before")
line("Expected", f"{units(total['total'])} in the next {forecast['horizon']} {forecast['by']}s, all products together")
line("First " + forecast["by"], f"{first['date']}: {units(float(first['mean']))}; "
     f"4 times in 5 between {float(first['lo80']):,.0f} and {float(first['hi80']):,.0f}")
line("How good", f"{100 * (1 - total['error'] / total['simple_error']):.0f} % closer than the simple rule in all, "
     f"{100 * closer:.0f} % for the middle one of {len(known)} products")
line("Stock", f"{len(stock['lines'])} products looked at, stock not known of {stock['stock_not_known']}")
line("Order today", f"{stock['orders']} products for {float(stock['order_value']):,.2f} {currency}")
line("Most urgent", f"{float(orders[0]['order_now']):,.0f} of {orders[0]['name']} for "
     f"{float(orders[0]['value']):,.2f} {currency}" if orders else "nothing")
line("Workbook", f"{pathlib.Path(report['file']).resolve()} ({report['bytes'] // 1000} kB)")
