/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-lots.c: how much to order at a time. */
#include "bench-stock-cases.h"

const BenchCase bench_cases_of_lots[] = {
  { NULL, NULL },
};
