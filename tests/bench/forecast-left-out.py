#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""forecast-left-out.py FOLDER: what settings would have been chosen for each set by looking at the others alone?

Copies this tree to FOLDER, which must be new or come from an earlier run on the same sources, changes one setting of the
engine at a time there, and forecasts all sets in forecast/ of the folder HEADWAY_DATA with each, on one core: a minute for
each setting. The scores stay in FOLDER/scores.json: what is known is not worked out again.

Score of a set: the geometric mean of OWA, WQL and MSIS; of RMSSE and WQL where more than a fifth of the past is empty. For
each set every setting takes the value with the least mean score, relative to the settings as they stand, on the sets of other
sources (nothing of M3 speaks for M3 monthly). Then the set is forecast with all of these at once. Sets count alike.
Needs the scorers that lie beside the sets, and numpy.
"""
import glob
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import warnings

ENGINE = "app/engine/forecast"
SETTINGS = {  # file, how it is written there, what else is tried
    "sharpness of means": ("hw-weights.c", r"hw_weights_means = { ([\d.]+),", ["3.0", "8.0"]),
    "own share of means": ("hw-weights.c", r"hw_weights_means = { [\d.]+, ([\d.]+)", ["0.0", "0.4"]),
    "sharpness of chances": ("hw-weights.c", r"hw_weights_chances = { ([\d.]+),", ["5.0", "20.0"]),
    "own share of chances": ("hw-weights.c", r"hw_weights_chances = { [\d.]+, ([\d.]+)", ["0.0", "0.3"]),
    "YOUNGER": ("hw-conformal.c", r"#define YOUNGER ([\d.]+)", ["0.25", "0.55"]),
    "BELIEF_MOST": ("hw-conformal.c", r"#define BELIEF_MOST ([\d.]+)", ["0.5", "0.8"]),
    "OWN_PRIOR": ("hw-conformal.c", r"#define OWN_PRIOR ([\d.]+)", ["6.0", "24.0"]),
    "SQUARE_PRIOR": ("hw-conformal.c", r"#define SQUARE_PRIOR ([\d.]+)", ["1.0", "1.6"]),
    "MANY_ZEROS": ("hw-prepared.c", r"#define MANY_ZEROS ([\d.]+)", ["0.05", "0.2"]),
    "CLOSER_LEAST": ("hw-common.c", r"#define CLOSER_LEAST ([\d.]+)", ["0.0", "0.03"]),
}
NOW_AND_THEN = 0.2
SAME = 5e-5


def make_copy(root, folder):
    if not (folder / "tree").exists():
        shutil.copytree(root, folder / "tree", ignore=shutil.ignore_patterns("_build*", ".git"))
        subprocess.run(["meson", "setup", "_build", "-Dauto_features=disabled"], cwd=folder / "tree", check=True, stdout=subprocess.DEVNULL)


def as_written(root, name):
    path, pattern, _ = SETTINGS[name]
    return re.search(pattern, (root / ENGINE / path).read_text()).group(1)


def build(root, folder, changed):
    """The bench with the settings in @changed, everything else as it stands."""
    for path in {path for path, _, _ in SETTINGS.values()}:
        text = (root / ENGINE / path).read_text()
        for name, value in changed.items():
            if SETTINGS[name][0] == path:
                at = re.search(SETTINGS[name][1], text)
                text = text[: at.start(1)] + value + text[at.end(1) :]
        if (folder / "tree" / ENGINE / path).read_text() != text:
            (folder / "tree" / ENGINE / path).write_text(text)
    subprocess.run(["ninja", "-j1", "-C", "_build", "tests/bench/bench-forecast"], cwd=folder / "tree", check=True, stdout=subprocess.DEVNULL)
    return folder / "tree/_build/tests/bench/bench-forecast"


def scores_of(bench, folder, path):
    import giftscore
    import m4score

    out = [str(folder / "means.csv"), str(folder / "quantiles.csv")]
    for name, arguments in zip(out, ([], ["--quantiles"])):
        with open(name, "w") as file:
            subprocess.run([bench, path] + arguments, check=True, stdout=file, stderr=subprocess.DEVNULL)
    data = m4score.load_data(path)
    values = [v for series in data.values() for v in series[3] if v == v]
    empty = sum(v == 0 for v in values) / len(values)
    (told,) = m4score.summarize(m4score.score(data, m4score.load_fc(out[0]))).values()
    wql = giftscore.score(data, giftscore.load_q(out[1]))["WQL"]
    return {"now and then": bool(empty > NOW_AND_THEN), "WQL": wql, "OWA": told["OWA"], "RMSSE": told["RMSSE"], "MSIS": told["MSIS"]}


def score(row):
    parts = ("RMSSE", "WQL") if row["now and then"] else ("OWA", "WQL", "MSIS")
    return math.exp(sum(math.log(row[part]) for part in parts) / len(parts))


def mean_of(apart):
    """Of logarithms of scores over scores, in percent: mean, its standard error over sets, sets that are better, worse."""
    mean = sum(apart) / len(apart)
    error = math.sqrt(sum((a - mean) ** 2 for a in apart) / (len(apart) - 1) / len(apart))
    return 100 * mean, 100 * error, sum(a < -SAME for a in apart), sum(a > SAME for a in apart)


class Scores:
    """Of settings on sets; kept in a file."""

    def __init__(self, root, folder, sets):
        self.root, self.folder, self.sets = root, folder, sets
        self.path = folder / "scores.json"
        self.known = json.loads(self.path.read_text()) if self.path.exists() else {}

    def of(self, changed, names):
        label = ", ".join("%s %s" % item for item in sorted(changed.items())) or "as they stand"
        rows = self.known.setdefault(label, {})
        missing = [name for name in names if name not in rows]
        if missing:
            bench = build(self.root, self.folder, changed)
            for name in missing:
                rows[name] = scores_of(bench, self.folder, self.sets[name])
            self.path.write_text(json.dumps(self.known, indent=1))
            print("%s: %d sets forecast" % (label, len(missing)), file=sys.stderr, flush=True)
        return {name: score(rows[name]) for name in names}


def source(name):
    return name.split("_")[0]


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    if "HEADWAY_DATA" not in os.environ:
        raise SystemExit("HEADWAY_DATA is not set: there are no series to forecast")
    data = pathlib.Path(os.environ["HEADWAY_DATA"]) / "forecast"
    sys.path.insert(0, str(data))
    warnings.filterwarnings("ignore", "Mean of empty slice")
    root, folder = pathlib.Path(__file__).resolve().parents[2], pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    make_copy(root, folder)

    paths = sorted(glob.glob(str(data / "*.csv.gz")))
    sets = {os.path.basename(p)[: -len(".csv.gz")]: p for p in paths if not os.path.basename(p).startswith("panel_")}
    scores = Scores(root, folder, sets)
    stand = scores.of({}, sets)
    tried = {}
    print("| setting | value | all sets, % | better on | worse on |\n|---|---|---|---|---|")
    for name, (_, _, values) in SETTINGS.items():
        tried[name] = {as_written(root, name): dict.fromkeys(sets, 0.0)}
        for value in values:
            new = scores.of({name: value}, sets)
            apart = {key: math.log(new[key] / stand[key]) for key in sets}
            tried[name][value] = apart
            print("| %s | %s | %+.2f ± %.2f | %d | %d |" % (name, value, *mean_of(apart.values())))

    print("\n| left out | chosen on the others | score | as they stand | % |\n|---|---|---|---|---|")
    total = []
    for left in sets:
        others = [name for name in sets if source(name) != source(left)]
        chosen = {name: min(by_value, key=lambda value: sum(by_value[value][key] for key in others)) for name, by_value in tried.items()}
        changed = {name: value for name, value in chosen.items() if value != as_written(root, name)}
        new = scores.of(changed, [left])[left]
        total.append(math.log(new / stand[left]))
        said = ", ".join("%s %s" % item for item in changed.items()) or "as they stand"
        print("| %s | %s | %.4f | %.4f | %+.2f |" % (left, said, new, stand[left], 100 * (new / stand[left] - 1)))
    print("\nmean %+.2f ± %.2f %%; better on %d, worse on %d sets" % mean_of(total))


if __name__ == "__main__":
    main()
