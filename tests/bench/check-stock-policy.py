#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-stock-policy.py BENCH-STOCK-POLICY: reads what the format allows, says where a file is wrong, and gives the same
bytes on one thread and on two. Everything it reads is made here."""
import csv
import pathlib
import random
import subprocess
import sys
import tempfile

ITEMS = ("sku,unit_cost,holding_cost,order_cost,shortage,shortage_cost,moq,pack,review_period,initial_on_hand\n"
         "steady,10,0.05,20,lost,5,6,2,1,30\nwaits,10,0.05,20,backorder,0.6,0,1,2,30\n"
         "young,10,0.05,20,lost,5,0,1,1,9\nnever,10,0.05,20,lost,5,0,1,1,0\nunseen,10,0.05,20,lost,5,0,1,1,0\n"
         "alone,10,0.05,20,lost,5,0,1,1,4\n")


def make():
    """The four files, as text; alone has no past orders and no row in the state."""
    draw = random.Random(3)
    weeks = {"steady": 104, "waits": 104, "young": 5, "never": 60, "alone": 80}
    history = ["sku,period,demand"] + ["%s,%d,%d" % (sku, week, 0 if sku == "never" else draw.randint(2, 12))
                                       for sku, n in weeks.items() for week in range(-n, 0)]
    receipts = ["sku,ordered_period,received_period"] + ["%s,%d,%d" % (sku, -week, 3 - week)
                                                         for sku in ("steady", "waits", "young", "never", "unseen")
                                                         for week in range(90, 10, -9)]
    state = "sku,on_hand,backorders,on_order\nsteady,12,0,20\nwaits,0,4,0\nyoung,9,0,0\nnever,3,0,0\nunseen,0,0,0\n"
    return {"items": ITEMS, "history": "\n".join(history) + "\n", "receipts": "\n".join(receipts) + "\n", "state": state}


def run(bench, files, folder, *more):
    names = []
    for name, text in files.items():
        path = folder / (name + ".csv")
        path.write_bytes(text.encode("utf-8"))
        names += ["--" + name, str(path)]
    out = folder / "out.csv"
    out.unlink(missing_ok=True)
    done = subprocess.run([bench, *names, "--out", str(out), *more], stderr=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stderr, out.read_bytes() if out.exists() else None


def check(is_so, what, *told):
    if not is_so:
        print("stock-policy:", what, *told)
        sys.exit(1)


def check_levels(bench, folder):
    files = make()
    code, told, out = run(bench, files, folder, "--threads", "1")
    check(code == 0, "a good set is refused:", told)
    check(run(bench, files, folder, "--threads", "2")[2] == out, "two threads give other bytes than one")
    old = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in files.items()}
    check(run(bench, old, folder)[2] == out, "a file of another system is read in another way")

    rows = list(csv.DictReader(out.decode("ascii").splitlines()))
    check(list(rows[0]) == ["sku", "period", "policy", "reorder_point", "order_up_to_or_qty"], "the first line is", list(rows[0]))
    for sku in ("steady", "waits", "young", "alone"):
        mine = [row for row in rows if row["sku"] == sku]
        check([row["period"] for row in mine] == [str(week) for week in range(52)] + [""], sku, "has not 52 weeks and a last line")
        check(all(row["policy"] == "sS" and 0 < float(row["reorder_point"]) < float(row["order_up_to_or_qty"]) for row in mine),
              sku, "has odd levels")
        check(mine[-1]["reorder_point"] == mine[-2]["reorder_point"], sku, "goes on otherwise than it ends")
    for sku, why in (("never", "nothing was ever asked for"), ("unseen", "fewer than two periods of demand")):
        check([(row["period"], row["reorder_point"], row["order_up_to_or_qty"]) for row in rows if row["sku"] == sku]
              == [("", "-1", "0")], sku, "is ordered")
        check("%s: nothing is ordered: %s\n" % (sku, why) in told, "not told why:", told)
    for word in ("alone: no past orders", "alone: no row in the state", "6 items (2 without a plan), 1 threads", "s forecasting",
                 "s planning"):
        check(word in told, "not told:", word, told)

    code, _, out = run(bench, files, folder, "--period-limit", "3")
    check(code == 0 and out.decode("ascii").count("steady,") == 4, "--period-limit 3 does not write three weeks and a last line")


def check_sold_out(bench, folder):
    """Weeks that sold out ask for more than was sold: levels rise."""
    files = make()
    plain = run(bench, files, folder)[2].decode("ascii")
    lines = files["history"].splitlines()
    files["history"] = "\n".join([lines[0] + ",sold_out"] + [line + ",0" for line in lines[1:]]) + "\n"
    check(run(bench, files, folder)[2].decode("ascii") == plain, "no week sold out, and yet other levels")
    files["history"] = "\n".join([lines[0] + ",sold_out"] + [line + (",1" if n % 3 == 0 else ",0")
                                                             for n, line in enumerate(lines[1:])]) + "\n"
    def total(text):
        return sum(float(row["reorder_point"]) for row in csv.DictReader(text.splitlines()) if row["sku"] == "steady")
    check(total(run(bench, files, folder)[2].decode("ascii")) > total(plain), "weeks that sold out do not raise the levels")


def check_told_where(bench, folder):
    wrong = [("items", "steady,10,0.05", "steady,ten,0.05", "items.csv:2: unit_cost cannot be: ten"),
             ("items", "20,lost,5,6", "-20,lost,5,6", "items.csv:2: order_cost cannot be: -20"),
             ("items", "backorder", "later", "items.csv:3: shortage is neither lost nor backorder: later"),
             ("items", "waits,", "steady,", "items.csv:3: the same item again: steady"),
             ("items", "pack,", "box,", "items.csv:1: no column: pack"),
             ("items", "young,10,", "young,", "items.csv:4: more or fewer values than the first line names: young"),
             ("items", ",1,1,9", ",1,0,9", "items.csv:4: review_period cannot be: 0"),
             ("history", "steady,-104,", "steady,0,", "history.csv:2: period cannot be: 0"),
             ("history", "steady,-103,", "steady,-104,", "history.csv:3: the same week again: -104"),
             ("history", "steady,-103,", "steady,-102.5,", "history.csv:3: period is no whole number: -102.5"),
             ("history", "steady,-103,", "steady,-103,nan", "history.csv:3: demand cannot be: nan"),
             ("receipts", "steady,-90,-87", "steady,-90,-90", "receipts.csv:2: received too early or too late: -90"),
             ("receipts", "steady,-90,-87", "steady,-490,-87", "receipts.csv:2: received too early or too late: -87"),
             ("state", "waits,0,4", "waits,0,-4", "state.csv:3: backorders cannot be: -4"),
             ("state", "waits,", "steady,", "state.csv:3: the same item again: steady")]
    for name, old, new, said in wrong:
        files = make()
        check(old in files[name], "nothing to spoil:", old)
        files[name] = files[name].replace(old, new, 1)
        code, told, out = run(bench, files, folder)
        check(code == 1 and said in told and out is None, "wanted", said, "and got", code, told)

    files = make()
    files["state"] += "stranger,1,0,0\n"
    code, told, _ = run(bench, files, folder)
    check(code == 0 and "state.csv:7: stranger is no item of the list" in told, "a stranger is not told:", told)
    check(subprocess.run([bench, "--items", "x"], stderr=subprocess.PIPE, check=False).returncode == 1, "runs without files")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        for part in (check_levels, check_sold_out, check_told_where):
            part(sys.argv[1], pathlib.Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
