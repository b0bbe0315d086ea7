/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-catalogue.h: many series in, their forecasts out, each the better for the others.
 *
 * In:  the series of a business (its products, categories, total), in one
 *      frequency; series of one group end at the same time.
 * Out: for each a forecast, or the reason why there is none.
 *
 * What the series share: how far the families of methods can be trusted, how
 * wide ranges have to be, and what products that sell now and then have in
 * common. All of it is learned on held-out stretches of their past, group by
 * group, so that nothing of a later time is seen by an earlier one.
 *
 * Pure: the same on one thread and on many, bit for bit.
 */
#pragma once

#include "core/hw-tick.h"
#include "engine/forecast/hw-forecast.h"

G_BEGIN_DECLS

typedef struct
{
  HwForecastResult result; /* (owned) if error is NULL */
  GError          *error;  /* (owned) (nullable) TOO_SHORT, NO_DEMAND, BAD_VALUE */
} HwForecastAnswer;

gboolean hw_catalogue_forecast      (const HwForecastInput *inputs,
                                     gsize                  n,
                                     gsize                  horizon,
                                     guint                  threads,
                                     const HwTick          *tick,
                                     HwForecastAnswer      *answers,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_catalogue_answers_clear (HwForecastAnswer      *answers,
                                     gsize                  n);

G_END_DECLS
