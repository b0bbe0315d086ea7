/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-say-stake.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIGURES 3 /* of the whole: it is about as much, whatever small kinds add */

static double
round_to (double value,
          double step)
{
  return round (value / step) * step;
}

/* Below a unit all is told to the unit: the whole is money of a year. */
static double
step_of (const HwStake  *stake,
         const HwFormat *format)
{
  return MAX (1.0, hw_format_money_step (format, stake->year, stake->low, stake->high));
}

HwStakesTold
hw_stakes_told (const HwStakes *stakes,
                const HwFormat *format)
{
  double sum = 0.0, finest = INFINITY;
  HwStakesTold told = { 0.0, 0.0 };

  for (guint i = 0; i < stakes->stakes->len; i++)
    {
      const HwStake *stake = g_ptr_array_index (stakes->stakes, i);

      if (stake->state != HW_STAKE_OK)
        continue;

      sum += round_to (stake->year, step_of (stake, format));
      finest = MIN (finest, step_of (stake, format));
    }

  if (stakes->twice < 0.5 || isinf (finest))
    return (HwStakesTold) { sum, 0.0 };

  told.total = MIN (round_to (stakes->total, finest), sum);
  told.twice = sum - told.total;
  return told;
}

char *
hw_say_stake_total (const HwStakes *stakes,
                    const HwFormat *format,
                    char          **from,
                    char          **to)
{
  const double total = hw_stakes_told (stakes, format).total;
  const double step = total > 0.0 ? MAX (1.0, pow (10.0, floor (log10 (total)) - (FIGURES - 1))) : 1.0;
  g_autofree char *middle = NULL;

  (void) hw_format_money_range (format, stakes->total, stakes->low, stakes->high, &middle, from, to);
  return hw_format_money_whole (format, round_to (total, step));
}

char *
hw_say_stake (double          year,
              double          low,
              double          high,
              const HwFormat *format)
{
  g_autofree char *middle = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!hw_format_money_range (format, year, low, high, &middle, &from, &to))
    /* Translators: %s is money. */
    return g_strdup_printf (_("about %s a year"), middle);

  /* Translators: 1 to 3 money. */
  return g_strdup_printf (_("about %1$s a year, between %2$s and %3$s"), middle, from, to);
}

char *
hw_say_stakes_twice (const HwStakes *stakes,
                     const HwFormat *format)
{
  const double twice = hw_stakes_told (stakes, format).twice;

  return twice > 0.0 ? hw_format_money_whole (format, -twice) : NULL;
}
