/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-problem.h: the search for weights and first states of exponential smoothing
 * as a function of free numbers within bounds. For hw-ets-search and hw-ets-quick.
 *
 * The free numbers are alpha, share of beta, share of gamma, phi, level, trend and
 * all but one place of the season, as far as the form has them; the states as
 * distances from where they start, in units that make them of the order of 1.
 *
 * In:  a form and a series.
 * Out: the value of any free numbers, and good ones to start from.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets-form.h"
#include "engine/math/hw-box-search.h"

G_BEGIN_DECLS

#define HW_ETS_WEIGHT_MIN 1e-4
#define HW_ETS_WEIGHT_MAX (1.0 - HW_ETS_WEIGHT_MIN)
#define HW_ETS_PHI_MIN 0.8
#define HW_ETS_PHI_MAX 0.98

typedef struct
{
  const HwEtsForm *form;
  const double    *y;
  const guint8    *filled;
  gsize            n;
  gboolean         free_season;
  double          *first;       /* where the states start from */
  double          *spare;       /* scratch, as long as the state */
  double          *backwards;   /* (nullable) scratch: the series from its end, and a state */
  double          *state;       /* scratch */
  gsize            states;
  double           doubt;       /* of a trend that turns quickly, per share of beta */
  double           floor;       /* least sum of squares that is believed */
  double           mean;        /* of the series */
  double           level_scale; /* what a free number of 1 stands for */
  double           trend_scale;
  double           season_scale;
  gsize            dim;
  double           lower[HW_BOX_SEARCH_DIM_MAX];
  double           upper[HW_BOX_SEARCH_DIM_MAX];
} HwEtsProblem;

void   hw_ets_problem_set_start   (HwEtsProblem       *problem,
                                   double             *first);
void   hw_ets_problem_set_bounds  (HwEtsProblem       *problem);

double hw_ets_problem_value       (const double       *x,
                                   gpointer            data);
void   hw_ets_problem_decode      (const HwEtsProblem *problem,
                                   const double       *x,
                                   HwEtsWeights       *w,
                                   double             *state);

void   hw_ets_problem_encode      (const HwEtsProblem *problem,
                                   double              alpha,
                                   double              beta,
                                   double              gamma,
                                   double              phi,
                                   double             *x);
void   hw_ets_problem_encode_line (const HwEtsProblem *problem,
                                   double              level,
                                   double              trend,
                                   double             *x);
void   hw_ets_problem_encode_flat (const HwEtsProblem *problem,
                                   double             *x);

G_END_DECLS
