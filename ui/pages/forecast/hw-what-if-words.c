/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-what-if-words.h"

#include "pages/forecast/hw-forecast-figures.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
money_text (double          money,
            const HwFormat *format)
{
  return hw_format_money (format, hw_scaled_from_double (money));
}

char *
hw_what_if_say_units (const HwWhatIf *answer,
                      const HwFormat *format)
{
  g_autofree char *days = hw_format_days (format, answer->from, answer->to);
  g_autofree char *with = hw_forecast_units_text (answer->units_with, format);
  g_autofree char *without = hw_forecast_units_text (answer->units_without, format);
  g_autofree char *change = NULL;

  if (answer->basis == HW_BASIS_NONE)
    return g_strdup (_("Nothing like it is known yet"));
  if (!(answer->units_without > 0.0))
    /* Translators: 1 days, 2 and 3 numbers of units. */
    return g_strdup_printf (_("%1$s: %2$s units instead of %3$s"), days, with, without);

  change = hw_format_change (format, answer->units_with / answer->units_without - 1.0);
  /* Translators: 1 days, 2 and 3 numbers of units, 4 a percentage with its sign. */
  return g_strdup_printf (_("%1$s: %2$s units instead of %3$s (%4$s)"), days, with, without, change);
}

char *
hw_what_if_say_money (const HwWhatIf *answer,
                      const HwFormat *format)
{
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *margin_with = NULL;
  g_autofree char *margin_without = NULL;

  if (answer->basis == HW_BASIS_NONE || isnan (answer->money_with) || isnan (answer->money_without))
    return NULL;

  with = money_text (answer->money_with, format);
  without = money_text (answer->money_without, format);
  if (isnan (answer->margin_with) || isnan (answer->margin_without))
    /* Translators: two amounts of money. */
    return g_strdup_printf (_("Takings: %1$s instead of %2$s."), with, without);

  margin_with = money_text (answer->margin_with, format);
  margin_without = money_text (answer->margin_without, format);
  /* Translators: four amounts of money. */
  return g_strdup_printf (_("Takings: %1$s instead of %2$s. Left after the cost of goods: %3$s instead of %4$s."),
                          with, without, margin_with, margin_without);
}

char *
hw_what_if_say_basis (const HwWhatIf *answer)
{
  switch (answer->basis)
    {
    case HW_BASIS_OWN:
      return g_strdup_printf (ngettext ("Learned from %u day of the same in the past.", "Learned from %u days of the same in the past.",
                                        answer->n_seen), answer->n_seen);

    case HW_BASIS_SHARED:
      return g_strdup_printf (ngettext ("Learned from the same at other products, on %u day.",
                                        "Learned from the same at other products, on %u days.", answer->n_seen), answer->n_seen);

    case HW_BASIS_PLAIN:
      return g_strdup (_("A closed day sells nothing; what customers buy the day before or after instead is not counted."));

    case HW_BASIS_NONE:
    default:
      return g_strdup (_("Enter past offers and prices under “What you know”: the forecast learns from them what the next one does."));
    }
}
