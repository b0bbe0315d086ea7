/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money/hw-worth-knowing.h"

#include "engine/math/hw-special.h"

#include <math.h>

/* What a standard normal is above @z on average, counted as 0 below; @z >= 0. */
static double
unit_loss (double z)
{
  return (hw_normal_mean_above (z) - z) * hw_normal_below (-z);
}

double
hw_worth_knowing_all (double mean,
                      double sd)
{
  return sd > 0.0 ? sd * unit_loss (fabs (mean) / sd) : 0.0;
}

double
hw_worth_knowing_more (double mean,
                       double sd,
                       double sd_new)
{
  return sd > 0.0 ? hw_worth_knowing_all (mean, sd * sd / hypot (sd, sd_new)) : 0.0;
}
