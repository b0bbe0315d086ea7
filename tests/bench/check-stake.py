#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-stake.py BENCH: the short form of the bench of what is lost, on seeds that
nothing was tuned on. Limits leave room for the few seeds: of 80, a range that holds 90
in 100 holds fewer than 66 once in ten thousand times."""
import re
import subprocess
import sys

SEEDS, NOISE, FIRST = 80, 30, 9001
INSIDE, WIDTH, ERROR, CERTAIN = 82.0, 50.0, 20.0, 10.0


def main():
    out = subprocess.run([sys.argv[1], "--seeds", str(SEEDS), "--seed", str(FIRST), "--noise", str(NOISE)],
                         check=True, capture_output=True, text=True).stdout
    print(out, end="")
    bad = []
    rows = re.findall(r"^([a-z-]+) +(\d+) +([\d.]+)% +([\d.]+)% +([\d.]+)%$", out, re.M)
    for kind, n, inside, width, error in rows:
        if int(n) < SEEDS // 2 or float(inside) < INSIDE or float(width) > WIDTH or float(error) > ERROR:
            bad.append(f"{kind}: {inside} % inside, {width} % wide, {error} % off")
    noise = re.search(r"anything certain in ([\d.]+)%", out)
    if len(rows) != 3 or noise is None:
        bad.append("the bench did not say all it should")
    elif float(noise.group(1)) > CERTAIN:
        bad.append(f"noise: {noise.group(1)} % called certain")
    for line in bad:
        print(line, file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
