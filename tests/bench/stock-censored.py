#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""stock-censored.py POLICY_FOLDER BENCH_STOCK_POLICY DATASET...: what it costs that a shop sees sales and not demand.

POLICY_FOLDER holds score_policy.py; a DATASET is a folder of its generator. Each is played for 52 weeks, planned
again every four weeks, three times on the same demand:

  demand     the planner is told demand, sold out or not
  completed  it is told what was sold and which weeks sold out, and completes them
  sales      it is told what was sold, as if it were demand

A shop whose customers wait sees demand all the same; one that loses them sees the smaller of stock and demand. The
104 weeks before week 0 come from the generator, which knows demand: sales are cut from week 0 on. A week is sold
out when nothing is left at its end.

With --scarce the weeks before week 0 were lived by a shop too, one that orders a month's demand when it has just
what is asked for until it comes: it sold out often, and the planner has to learn demand from that.
"""
import argparse
import csv
import importlib.util
import pathlib
import subprocess
import sys
import tempfile

WEEKS = 52
MODES = ("demand", "completed", "sales")
MONTH = 4


def load_scorer(folder):
    spec = importlib.util.spec_from_file_location("score_policy", pathlib.Path(folder) / "score_policy.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Shop:
    """One item: the scorer's week, and what its owner sees of it."""

    def __init__(self, scorer, item, history, receipts):
        self.sim = scorer.Sim(item)
        self.history = [(period, *seen) for period, seen in sorted(history.items())]
        self.receipts = receipts
        self.loses = item["mode"] == "lost"

    def live(self, week, policy, demand, lead, cuts):
        before = self.sim.short
        self.sim.step(week, policy, demand, lead)
        sold_out = int(cuts and self.loses and self.sim.oh == 0)
        self.history.append((week, demand - (self.sim.short - before) if cuts and self.loses else demand, sold_out))

    def state(self):
        on_order = sum(units for orders in self.sim.pipe.values() for _, units in orders)
        return self.sim.oh, self.sim.bo, on_order


def live_scarcely(scorer, item, history, receipts):
    """What a shop without safety stock saw of that demand: periods, units sold, sold out."""
    demand = [units for _, units in sorted(history.items())]
    waited = [received - ordered for ordered, received in receipts] or [1]
    mean, wait = sum(demand) / len(demand), sum(waited) / len(waited)
    levels = ("sS", mean * wait, mean * (wait + MONTH))
    sim = scorer.Sim(item)
    seen = {}
    for week, units in enumerate(demand):
        before = sim.short
        sim.step(week, levels, units, waited[week % len(waited)])
        lost = sim.short - before if item["mode"] == "lost" else 0
        seen[week - len(demand)] = units - lost, int(item["mode"] == "lost" and sim.oh == 0)
    return seen


def write_table(path, names, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(names)
        table.writerows(rows)


def ask(scorer, bench, dataset, shops, week, told):
    """Levels from the planner, which is told what the shops see."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        columns = 4 if told else 3
        write_table(folder / "history.csv", ["sku", "period", "demand", "sold_out"][:columns],
                    ((sku, period - week, units, sold_out)[:columns]
                     for sku, shop in shops.items() for period, units, sold_out in shop.history))
        write_table(folder / "receipts.csv", ["sku", "ordered_period", "received_period"],
                    ((sku, ordered - week, received - week)
                     for sku, shop in shops.items() for ordered, received in shop.receipts + shop.sim.done))
        write_table(folder / "state.csv", ["sku", "on_hand", "backorders", "on_order"],
                    ((sku, *shop.state()) for sku, shop in shops.items()))
        subprocess.run([bench, "--items", str(pathlib.Path(dataset) / "items.csv"), "--history", str(folder / "history.csv"),
                        "--receipts", str(folder / "receipts.csv"), "--state", str(folder / "state.csv"),
                        "--out", str(folder / "out.csv")], check=True, stderr=subprocess.DEVNULL)
        return scorer.read_policy(str(folder / "out.csv"))


def play(scorer, bench, dataset, mode, args):
    items, history, future, leads, receipts, _ = scorer.load(dataset)
    replan, shops = args.replan, {}
    for sku, item in items.items():
        orders = receipts.get(sku, [])
        past = (live_scarcely(scorer, item, history[sku], orders) if args.scarce and mode != "demand"
                else {period: (units, 0) for period, units in history[sku].items()})
        shops[sku] = Shop(scorer, item, past, orders)
    policy = {}
    for week in range(WEEKS):
        if week % replan == 0:
            policy = ask(scorer, bench, dataset, shops, week, mode == "completed")
        for sku, shop in shops.items():
            shop.live(week, scorer.at(policy, sku, week % replan), future[sku][week], leads[sku][week], mode != "demand")

    loses = [shop for shop in shops.values() if shop.loses]
    weeks = [week for shop in loses for week in shop.history]
    return {"total": sum(sum(shop.sim.cost) for shop in shops.values()),
            "cut": sum(sum(shop.sim.cost) for shop in loses),
            "fill": 1 - sum(shop.sim.short for shop in shops.values()) / max(1, sum(shop.sim.dem for shop in shops.values())),
            "out": sum(week[2] for week in weeks) / max(1, len(weeks))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("bench")
    parser.add_argument("dataset", nargs="+")
    parser.add_argument("--replan", type=int, default=4)
    parser.add_argument("--scarce", action="store_true", help="sold out often before week 0, too")
    args = parser.parse_args()
    scorer = load_scorer(args.folder)
    sums = dict.fromkeys(MODES, 0.0)

    for dataset in args.dataset:
        runs = {mode: play(scorer, args.bench, dataset, mode, args) for mode in MODES}
        for mode in MODES:
            sums[mode] += runs[mode]["total"] / runs["demand"]["total"] / len(args.dataset)
            print("%s %-9s total %10.2f (%+.2f %%), of items that lose sales %+.2f %%, fill rate %.4f, sold out in %.1f %% of weeks"
                  % (pathlib.Path(dataset).name, mode, runs[mode]["total"],
                     100 * (runs[mode]["total"] / runs["demand"]["total"] - 1),
                     100 * (runs[mode]["cut"] / runs["demand"]["cut"] - 1), runs[mode]["fill"], 100 * runs[mode]["out"]),
                  flush=True)

    print("mean of %d: completed %+.2f %%, sales %+.2f %%"
          % (len(args.dataset), 100 * (sums["completed"] - 1), 100 * (sums["sales"] - 1)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
