/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-families.h"

#include "engine/forecast/hw-adida.h"
#include "engine/forecast/hw-aggregate.h"
#include "engine/forecast/hw-analogue.h"
#include "engine/forecast/hw-arima.h"
#include "engine/forecast/hw-ces.h"
#include "engine/forecast/hw-counts.h"
#include "engine/forecast/hw-ets-family.h"
#include "engine/forecast/hw-intermittent.h"
#include "engine/forecast/hw-kernel.h"
#include "engine/forecast/hw-lag-ridge.h"
#include "engine/forecast/hw-level-shape.h"
#include "engine/forecast/hw-naive.h"
#include "engine/forecast/hw-stl-forecast.h"
#include "engine/forecast/hw-theta.h"
#include "engine/forecast/hw-trig-season.h"

const HwFamily *const hw_families[HW_FAMILIES] = {
  &hw_family_naive,
  &hw_family_theta_optimised,
  &hw_family_theta_dynamic,
  &hw_family_ets,
  &hw_family_ces,
  &hw_family_arima,
  &hw_family_stl,
  &hw_family_aggregate,
  &hw_family_lag_level,
  &hw_family_lag_change,
  &hw_family_lag_season,
  &hw_family_trig_season,
  &hw_family_trig_lags,
  &hw_family_level_shape,
  &hw_family_analogue,
  &hw_family_kernel,
  &hw_family_counts,
  &hw_family_imapa,
  &hw_family_tsb,
};
