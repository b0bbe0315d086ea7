#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ideas.py HEADWAY-CLI: what to try first, from the command line: on the sample and on a
business that has nothing yet; a pain ticked, an idea chosen, the page printed."""
import json
import math
import pathlib
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
TODAY = "2026-03-02"
WEIGHTS = {"worth": 0.40, "ease": 0.20, "ready": 0.25}
checks = []


def check(name, good, detail=""):
    checks.append(good)
    print(f"{'ok' if good else 'not ok'} {len(checks)} - {name}")
    if not good:
        print(f"# {detail}")


def run(*words, json_too=True):
    command = [CLI, *map(str, words), "--today", TODAY] + (["--json"] if json_too else [])
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout) if json_too and done.stdout.strip() else done.stdout, done.stderr.strip()


def score_of(idea):
    """The same formula, written once more."""
    if idea["worth"] is None:
        return 0.0
    parts = math.prod(idea[part] ** weight for part, weight in WEIGHTS.items())
    return 100 * idea["evidence"] * parts * (1 - idea["risk"]) ** 0.15


def empty(folder):
    shop = folder / "empty.headway"
    run("new", shop, "--name", "Corner Inn", "--sector", "hotel", "--currency", "EUR", "--country", "GB")
    code, answer, said = run("ideas", shop)
    check("a business without sales has ideas, and none of them first", code == 0 and len(answer["ideas"]) > 10
          and answer["equal"] == 0 and answer["first"] == [] and "cannot say yet" in answer["verdict"], (answer, said))
    check("no figure is made up", all(i["score"] == 0 and i["benefit"] is None and i["gate"] != "open" for i in answer["ideas"]))
    check("nothing of another trade", "uc_daily_bake" not in [i["id"] for i in answer["ideas"]])
    code, answer, said = run("ideas", shop, "--tick", "uc_daily_bake", "--tick", "uc_energy")
    ticked = [i["id"] for i in answer["ideas"] if i["ticked"]]
    check("what hurts is there whatever the trade", code == 0 and sorted(ticked) == ["uc_daily_bake", "uc_energy"], (ticked, said))
    code, answer, said = run("ideas", shop, "--tick", "uc_nothing")
    check("a pain nobody knows is refused", code == 1 and "error" in answer, (code, answer, said))
    code, answer, said = run("ideas", shop, "--choose", "uc_nothing")
    check("so is an idea nobody knows", code == 1, (code, answer, said))


def sample(folder):
    shop, page = folder / "sample.headway", folder / "decision.pdf"
    run("sample", shop)
    code, answer, said = run("ideas", shop)
    check("the sample has three ideas to begin with", code == 0 and len(answer["first"]) == 3, (answer, said))
    check("each with a reason and what speaks against it", all(i["why"] and i["caution"] for i in answer["first"]))
    off = [i["id"] for i in answer["ideas"] if abs(i["score"] - score_of(i)) > 1e-6]
    check("scores are the formula's", not off, off)
    open_ones = [i["score"] for i in answer["ideas"] if i["gate"] == "open" and i["score"] > 0]
    check("best first", open_ones and open_ones == sorted(open_ones, reverse=True), open_ones)
    check("shares of the first place add up to one", abs(sum(i["first_share"] for i in answer["ideas"]) - 1) < 1e-9)
    check("the same again", run("ideas", shop)[1] == answer)

    first = answer["first"][0]["id"]
    code, ticked, said = run("ideas", shop, "--tick", "uc_menu")
    three = [i["id"] for i in ticked["first"]]
    check("what hurts is among the first, and hides none that is much better", code == 0 and "uc_menu" in three and
          three[0] == first and three.index("uc_menu") == 2, three)
    check("and changes no score", {i["id"]: i["score"] for i in ticked["ideas"]} == {i["id"]: i["score"] for i in answer["ideas"]})
    code, text, said = run("ideas", shop, json_too=False)
    check("in words, too", code == 0 and answer["verdict"] in text and first in text, (text, said))
    code, answer, said = run("ideas", shop, "--choose", first, "--page", page)
    check("one is chosen, and the page printed", code == 0 and answer["chosen"] > 0 and page.read_bytes().startswith(b"%PDF"),
          (answer, said))
    code, journey, said = run("journey", shop)
    check("it is something to try now", [t["name"] for t in journey["trials"]][-1:] == [answer["chosen_name"]], journey)


with tempfile.TemporaryDirectory() as name:
    empty(pathlib.Path(name))
    sample(pathlib.Path(name))
print(f"1..{len(checks)}")
sys.exit(not all(checks))
