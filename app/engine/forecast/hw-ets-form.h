/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-form.h: the recursion of exponential smoothing in state-space form, for
 * every combination of error, trend and season.
 *
 * In:  a form, its weights, a state and a series, oldest first.
 * Out: the state after the series, one-step errors, likelihood, the path ahead.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { HW_ETS_NONE, HW_ETS_ADD, HW_ETS_TIMES } HwEtsPart;

/* The state lies in one array: level, trend, then the season by index modulo season. */
#define HW_ETS_LEVEL 0
#define HW_ETS_TREND 1
#define HW_ETS_SEASON 2

typedef struct
{
  HwEtsPart error;           /* HW_ETS_ADD: in units; HW_ETS_TIMES: relative to the mean */
  HwEtsPart trend;
  gboolean  damped;
  HwEtsPart kind;            /* of season */
  int       season;          /* periods, >= 2; 1 with kind HW_ETS_NONE */
} HwEtsForm;

typedef struct
{
  double alpha;              /* level */
  double beta;               /* trend; 0 without */
  double gamma;              /* season; 0 without */
  double phi;                /* damping; 1 where there is none */
} HwEtsWeights;

typedef struct
{
  double squares;            /* sum of squared errors, in units or relative as the form says */
  double log_means;          /* sum of ln |one-step mean|; relative errors only */
  gsize  n;                  /* periods observed */
} HwEtsLoss;

gsize    hw_ets_form_states (const HwEtsForm    *form);

/* Numbers that are estimated, the spread among them, as the criteria count them. */
gsize    hw_ets_form_count  (const HwEtsForm    *form);

gboolean hw_ets_form_pass   (const HwEtsForm    *form,
                             const HwEtsWeights *weights,
                             const double       *y,
                             const guint8       *filled,
                             gsize               from,
                             gsize               to,
                             double             *state,
                             double             *errors,
                             HwEtsLoss          *loss);

double   hw_ets_form_minus_two_log_likelihood (const HwEtsForm *form,
                                               const HwEtsLoss *loss);

void     hw_ets_form_path   (const HwEtsForm    *form,
                             const HwEtsWeights *weights,
                             const double       *state,
                             gsize               next,
                             gsize               horizon,
                             double             *mean);

G_END_DECLS
