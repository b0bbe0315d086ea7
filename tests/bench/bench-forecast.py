#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-forecast.py BENCH-FORECAST [DATA]: milliseconds a series, ours and R's, in the same run.

DATA is a set in the series format; without it, forecast/m3_monthly.csv.gz in the folder HEADWAY_DATA. Ours is the whole
combination with its ranges; R's are ets() and thetaf() of the forecast package (Debian: r-cran-forecast) on every
so-manieth series, fit and forecast alone. Says so and ends well where one of them is missing.
"""
import os
import pathlib
import shutil
import subprocess
import sys

SAMPLE = 40
R_CODE = """
suppressMessages(library(forecast))
d <- read.csv(commandArgs(TRUE)[1], stringsAsFactors = FALSE)
freq <- c(Hourly = 24, Daily = 7, Weekly = 52, Monthly = 12, Quarterly = 4)
d <- d[unique(round(seq(1, nrow(d), length.out = min(nrow(d), as.numeric(commandArgs(TRUE)[2]))))), ]
for (f in c("ets", "thetaf")) {
  ms <- sapply(seq_len(nrow(d)), function(i) {
    x <- suppressWarnings(as.numeric(strsplit(d$train[i], ";")[[1]]))
    m <- freq[d$freq[i]]
    y <- ts(x[!is.na(x)], frequency = if (is.na(m)) 1 else m)
    1000 * system.time(try(if (f == "ets") forecast(ets(y), h = d$h[i]) else thetaf(y, h = d$h[i]), silent = TRUE))[["user.self"]]
  })
  cat(f, median(ms), "\\n")
}
"""


def main():
    bench = sys.argv[1]
    data = os.environ.get("HEADWAY_DATA")
    path = sys.argv[2] if len(sys.argv) > 2 else data and str(pathlib.Path(data) / "forecast" / "m3_monthly.csv.gz")
    if not path:
        print("forecast: HEADWAY_DATA is not set: there are no series to forecast")
        return 0

    ours = subprocess.run([bench, path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True).stderr.strip()
    print("headway:", ours)
    if shutil.which("Rscript") is None:
        print("R is not installed: no ratio")
        return 0

    said = subprocess.run(["Rscript", "-e", R_CODE, path, str(SAMPLE)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          check=False).stdout
    each = float(ours.split(" ms each")[0].split()[-1])
    for line in said.splitlines():
        name, ms = line.split()
        print(f"R {name}: {float(ms):.1f} ms at the median; ours takes {each / max(float(ms), 0.5):.3f} of it")
    if not said:
        print("R's forecast package is not installed: no ratio")
    return 0


if __name__ == "__main__":
    sys.exit(main())
