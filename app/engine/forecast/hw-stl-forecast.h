/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stl-forecast.h: forecasts by taking the seasons out, following what is left,
 * and putting the seasons back.
 *
 * In:  a complete series with one season or two.
 * Out: means and spreads ahead.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

#define HW_STL_SEASONS 2

typedef struct
{
  gboolean times;                    /* in logarithms: seasons are factors */
  int      n_seasons;
  int      seasons[HW_STL_SEASONS];  /* periods, the shortest first */
  double  *figures[HW_STL_SEASONS];  /* (owned) length of the season: by period index modulo it */
  double   alpha;                    /* weight of the newest period, 0 to 1 */
  double   level;                    /* after the last period, without season */
  double   trend;                    /* per period */
  double   sigma;                    /* standard deviation of the one-step errors */
  double   error;                    /* mean square of the one-step errors [units of y] */
  gsize    n;                        /* periods seen */
} HwStlForecast;

HwStlForecast *hw_stl_forecast_fit    (const double        *y,
                                       const guint8        *filled,
                                       gsize                n,
                                       const int           *seasons,
                                       int                  n_seasons,
                                       gboolean             times) G_GNUC_WARN_UNUSED_RESULT;
void           hw_stl_forecast_free   (HwStlForecast       *fit);
void           hw_stl_forecast_move   (HwStlForecast       *fit,
                                       const double        *y,
                                       gsize                from,
                                       gsize                to);
void           hw_stl_forecast_mean   (const HwStlForecast *fit,
                                       gsize                horizon,
                                       double              *mean);
void           hw_stl_forecast_spread (const HwStlForecast *fit,
                                       gsize                horizon,
                                       double              *sd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStlForecast, hw_stl_forecast_free)

/* STL or, with a long season, MSTL; in plain numbers or logarithms, whichever followed better. */
extern const HwFamily hw_family_stl;

G_END_DECLS
