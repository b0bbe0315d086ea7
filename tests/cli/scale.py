#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""scale.py HEADWAY-CLI: a roll-out and the return on everything, as the command line tells
them of the examples; the sums worked out once more here."""
import json
import pathlib
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
TODAY = "2026-03-02"
checks = []


def check(name, good, detail=""):
    checks.append(good)
    print(f"{'ok' if good else 'not ok'} {len(checks)} - {name}")
    if not good:
        print(f"# {detail}")


def run(*words):
    done = subprocess.run([CLI, *map(str, words), "--today", TODAY, "--json"], capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else None


def near(a, b, share=1e-6):
    return abs(a - b) <= share * max(1.0, abs(a), abs(b))


def money(answer):
    months = answer["months"]
    worth = sum(month["plan"] / (1 + answer["rate"]) ** (t / 12) for t, month in enumerate(months))
    check("its worth is that of its months", near(worth, answer["npv"]), (worth, answer["npv"]))
    so_far, lowest = 0.0, 0.0
    for month in months:
        so_far += month["plan"]
        lowest = min(lowest, so_far)
        if not near(month["so_far"], so_far):
            check("months add up", False, month)
    check("the deepest purse is that of its months", near(-lowest, answer["trough"]), (lowest, answer["trough"]))
    if answer["irr"] is not None:
        rate = (1 + answer["irr"]) ** (1 / 12) - 1
        left = sum(month["plan"] / (1 + rate) ** t for t, month in enumerate(months))
        check("at its rate it is worth nothing", abs(left) < 1e-3, left)
    check("its range holds its middle", answer["npv_range"]["low"] < answer["npv_range"]["middle"] < answer["npv_range"]["high"])
    check("shares of the steps are one", near(sum(wave["share"] for wave in answer["waves"]), 1.0))
    check("it pays below what was found", 0 < answer["break_even"] < answer["effect"], answer["break_even"])


def sums(answer):
    lines = answer["initiatives"]
    check("money out is that of all initiatives", near(sum(line["out_all"] for line in lines), answer["out"]))
    check("money out is the same by part and by kind",
          near(sum(answer["out_by_station"].values()), answer["out"]) and near(sum(answer["owned"].values()), answer["out"]))
    check("money in is that of those that count",
          near(sum(line["in"] for line in lines if line["gain"] == "counted"), answer["in"]))
    check("growth and savings are all of it", near(answer["growth"] + answer["savings"], answer["in"]))
    check("what is left is in less out", near(answer["net"], answer["in"] - answer["out"]))
    reach = 1.644854 * sum(line["in_sd"] ** 2 for line in lines if line["gain"] == "counted") ** 0.5
    check("doubts are added as squares", near(answer["in_high"] - answer["in"], reach), reach)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for example, counted in (("bakery", 1), ("web-shop", 1), ("wholesaler", 0)):
        shop = folder / f"{example}.headway"
        run("sample", shop, "--example", example)
        code, scale = run("scale", shop)
        check(f"{example}: the roll-out is told", code == 0 and scale["text"] != "", scale)
        if counted:
            check(f"{example}: two steps are done", [wave["done"] for wave in scale["waves"]] == [True, True])
            check(f"{example}: as JSON all is told", scale["money"] == "ok", scale["money"])
            money(scale)
            check(f"{example}: told the same by its number", run("scale", shop, scale["id"])[1] == scale)
        else:
            check(f"{example}: no steps, no money", scale["money"] != "ok" and scale["npv"] is None and scale["waves"] == [])
        code, answer = run("return", shop)
        check(f"{example}: the return is told", code == 0 and answer["counted"] == counted, answer)
        sums(answer)
    code, answer = run("scale", shop, 99999)
    check("no such initiative is told as such", code == 1 and "error" in answer, answer)
    code, answer = run("return", folder / "none.headway")
    check("no file is told as such", code == 1 and "error" in answer, answer)

print(f"1..{len(checks)}")
sys.exit(0 if all(checks) else 1)
