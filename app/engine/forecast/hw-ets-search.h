/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-search.h: the weights and first states of exponential smoothing that suit
 * a series best.
 *
 * In:  a form and a series, oldest first.
 * Out: the weights, the states before and after the series, the likelihood.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets-form.h"

G_BEGIN_DECLS

typedef enum
{
  HW_ETS_QUICK,     /* first season as decomposition gives it; one start */
  HW_ETS_THOROUGH,  /* every first state is free; many starts */
} HwEtsCare;

typedef struct
{
  HwEtsForm    form;
  HwEtsWeights weights;
  double      *first;          /* (owned) state before the first period */
  double      *state;          /* (owned) after the last */
  double       sigma2;         /* of one-step errors: in units, or relative if HW_ETS_TIMES */
  double       log_likelihood; /* but for a constant */
  double       aicc;           /* the smaller, the better this form suits the series */
} HwEtsModel;

gboolean hw_ets_search      (const HwEtsForm  *form,
                             const double     *y,
                             const guint8     *filled,
                             gsize             n,
                             HwEtsCare         care,
                             const HwEtsModel *hints,
                             gsize             n_hints,
                             HwEtsModel       *model,
                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_ets_model_clear (HwEtsModel       *model);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwEtsModel, hw_ets_model_clear)

G_END_DECLS
