# SPDX-License-Identifier: GPL-3.0-or-later
# make-forecast-peers.R: what R's forecast package says about the same series.
#
#   Rscript make-forecast-peers.R OUT SET.csv[.gz] ...
#
# In:  sets in the series format: id,freq,period,h,train(;),test(;); NA is a gap. Test parts are not read.
# Out: OUT/SET.METHOD.csv for thetaf, ets and arima: id,h,mean,lo95,hi95,q10..q90; how often a
#      method failed and how long it took goes to OUT/log.txt. A file that is there is not made again.
#
# Methods as the package has them (8.20: r-cran-forecast), all defaults: thetaf(), ets(), auto.arima()
# (stepwise; approximation above 150 values). The season comes from freq: 7, 52, 12, 4, 24, 1. ets() has no
# season of 52, auto.arima() and thetaf() have. Gaps at the ends are cut off and the steps in
# between forecast as well; gaps within are interpolated (na.interp) for thetaf and ets, and left to
# auto.arima, which knows them. Quantiles are normal, from the 95 % interval. Where the
# training part is nowhere below 0, nothing in the forecast is. A fit has LIMIT seconds, 20 unless
# HEADWAY_PEER_SECONDS says otherwise. Where auto.arima() takes longer, which it does with a
# season of 52, it looks for a model without a season; where a method fails, the seasonal
# random walk stands in (snaive; rwf without a season). How often is in the log.
suppressMessages (library (forecast))
options (warn = -1)

LIMIT <- as.numeric (Sys.getenv ("HEADWAY_PEER_SECONDS", "20"))
seasons <- c (Hourly = 24, Daily = 7, Weekly = 52, Monthly = 12, Quarterly = 4)
columns <- c ("mean", "lo95", "hi95", paste0 ("q", 1:9 * 10))

methods <- list (
  thetaf = function (y, h) thetaf (na.interp (y), h = h, level = 95),
  ets    = function (y, h) forecast (ets (na.interp (y)), h = h, level = 95),
  arima  = function (y, h) forecast (auto.arima (y), h = h, level = 95))

second <- list (
  arima  = function (y, h) forecast (auto.arima (y, seasonal = FALSE), h = h, level = 95))

simple <- function (y, h)
{
  y <- if (any (is.na (y))) na.interp (y) else y
  if (frequency (y) > 1 && length (y) > frequency (y)) snaive (y, h = h, level = 95) else rwf (y, h = h, level = 95)
}

numbers <- function (text) suppressWarnings (as.numeric (strsplit (text, ";", fixed = TRUE)[[1]]))

usable <- function (f) !is.null (f) && all (is.finite (f$mean)) && all (is.finite (f$lower)) && all (is.finite (f$upper))

in_time <- function (seconds, expression)
{
  setTimeLimit (elapsed = seconds, transient = TRUE)
  on.exit (setTimeLimit (elapsed = Inf))
  tryCatch (expression, error = function (e) NULL)
}

forecast_one <- function (method, x, season, h)
{
  seen <- which (!is.na (x))
  late <- length (x) - max (seen)
  y <- ts (x[min (seen):max (seen)], frequency = season)
  f <- in_time (LIMIT, methods[[method]] (y, h + late))
  by <- "method"
  if (!usable (f) && !is.null (second[[method]]))
    {
      f <- in_time (LIMIT, second[[method]] (y, h + late))
      by <- "second"
    }
  if (!usable (f))
    {
      f <- simple (y, h + late)
      by <- "simple"
    }
  keep <- late + seq_len (h)
  mean <- as.numeric (f$mean)[keep]
  lo <- as.numeric (f$lower)[keep]
  hi <- as.numeric (f$upper)[keep]
  if (!all (is.finite (c (lo, hi))))
    lo <- hi <- mean
  sd <- (hi - lo) / (2 * qnorm (0.975))
  out <- cbind (mean, lo, hi, mean + outer (sd, qnorm (1:9 / 10)))
  if (min (x, na.rm = TRUE) >= 0)
    out <- pmax (out, 0)
  list (out = out, by = by)
}

forecast_set <- function (path, method, out)
{
  set <- sub ("\\.csv(\\.gz)?$", "", basename (path))
  file <- file.path (out, paste0 (set, ".", method, ".csv"))
  if (file.exists (file))
    return (invisible ())
  data <- read.csv (path, colClasses = "character")
  lines <- vector ("list", nrow (data))
  by <- character (nrow (data))
  started <- proc.time ()[[3]]
  for (i in seq_len (nrow (data)))
    {
      h <- as.integer (data$h[i])
      season <- if (is.na (seasons[data$freq[i]])) 1 else seasons[[data$freq[i]]]
      one <- forecast_one (method, numbers (data$train[i]), season, h)
      by[i] <- one$by
      lines[[i]] <- paste (data$id[i], seq_len (h), apply (signif (one$out, 8), 1, paste, collapse = ","), sep = ",")
    }
  writeLines (c (paste (c ("id", "h", columns), collapse = ","), unlist (lines)), file)
  cat (sprintf ("%s %s: %d series, %d without a season, %d by the simple rule, %.0f s\n", set, method, nrow (data),
                sum (by == "second"), sum (by == "simple"), proc.time ()[[3]] - started), file = file.path (out, "log.txt"), append = TRUE)
}

args <- commandArgs (trailingOnly = TRUE)
if (length (args) < 2)
  stop ("usage: make-forecast-peers.R OUT SET.csv[.gz] ...")
dir.create (args[1], showWarnings = FALSE)
for (method in names (methods))
  for (path in args[-1])
    forecast_set (path, method, args[1])
