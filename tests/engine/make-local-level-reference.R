#!/usr/bin/env Rscript
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes hw-local-level-reference.h: log-likelihoods of local level models at fixed variances
# by R's KalmanLike (package stats), and the variances StructTS finds.
# usage: Rscript make-local-level-reference.R > hw-local-level-reference.h
options(digits = 17)
set.seed(5)

# KalmanLike gives s2, the mean of squared errors over their variances, and
# 0.5 (log s2 + mean log variance).
loglik <- function(y, noise, step, mean, variance) {
  model <- list(Z = 1, a = mean, P = matrix(variance), T = matrix(1), V = matrix(step), h = noise, Pn = matrix(variance))
  r <- KalmanLike(y, model, nit = 0L)
  n <- sum(!is.na(y))
  -0.5 * n * (log(2 * pi) + 2 * r$Lik - log(r$s2) + r$s2)
}

number <- function(v) ifelse(is.na(v), "NAN", format(v, digits = 17, trim = TRUE))

cat("/* SPDX-License-Identifier: GPL-3.0-or-later */\n")
cat("/* Made by make-local-level-reference.R with", R.version.string, "*/\n")
nile <- as.numeric(Nile)
cat("static const double nile[] = {", paste(number(nile), collapse = ", "), "};\n")
gaps <- nile
gaps[c(1, 20:26, 61, 100)] <- NA
cat("static const double nile_gaps[] = {", paste(number(gaps), collapse = ", "), "};\n")
cat("static const struct { gboolean gaps; double noise, step, mean, variance, loglik; } references[] = {\n")
for (case in list(c(0, 15099, 1469.1, 1120, 1e4), c(0, 15099, 0, 900, 2e5), c(0, 100, 20000, 1000, 1), c(0, 0, 30000, 1100, 1e3),
                  c(1, 15099, 1469.1, 1120, 1e4), c(1, 9000, 50, 850, 1e6), c(1, 15099, 1469.1, 0, 1e7))) {
  y <- if (case[1] > 0) gaps else nile
  cat(sprintf("  { %s, %s, %s, %s, %s, %s },\n", if (case[1] > 0) "TRUE" else "FALSE", number(case[2]), number(case[3]),
              number(case[4]), number(case[5]), number(loglik(y, case[2], case[3], case[4], case[5]))))
}
cat("};\n")
# Nothing known of the start: that of all but the first, begun with what the first one told.
cat("static const double nile_unknown_start = ", number(loglik(nile[-1], 15099, 1469.1, nile[1], 15099 + 1469.1)), ";\n", sep = "")
fit <- StructTS(nile, "level", optim.control = list(factr = 10, pgtol = 0))
cat("static const double nile_step = ", number(fit$coef[["level"]]), ", nile_noise = ", number(fit$coef[["epsilon"]]), ";\n", sep = "")
