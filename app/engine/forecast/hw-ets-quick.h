/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-quick.h: a search in some dozens of passes over the series. For hw-ets-search.
 *
 * In:  a problem, and fits of other forms to the same series.
 * Out: good free numbers; the problem's first season with them.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets-problem.h"
#include "engine/forecast/hw-ets-search.h"

G_BEGIN_DECLS

double hw_ets_search_quickly (HwEtsProblem     *problem,
                              const HwEtsModel *hints,
                              gsize             n_hints,
                              double           *best);

G_END_DECLS
