/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-chains.c: chains of stages, and periods one after the other. */
#include "bench-stock-cases.h"

const BenchCase bench_cases_of_chains[] = {
  { NULL, NULL },
};
