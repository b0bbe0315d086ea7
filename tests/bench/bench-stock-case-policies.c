/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-policies.c: base stock, (r,Q), (s,S), safety stock. */
#include "bench-stock-cases.h"

const BenchCase bench_cases_of_policies[] = {
  { NULL, NULL },
};
