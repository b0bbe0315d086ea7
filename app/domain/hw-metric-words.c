/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of hw-metric.h beside the table: units, categories, cadences, benchmarks. */
#include "domain/hw-metric.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  gboolean    is_money, is_share;
  double      low, high;
} units[HW_UNIT_N] = {
  [HW_UNIT_MONEY]        = { "money", TRUE, FALSE, -1e12, 1e12 },
  [HW_UNIT_SHARE]        = { "share", FALSE, TRUE, -100.0, 100.0 },
  [HW_UNIT_COUNT]        = { "count", FALSE, FALSE, 0.0, 1e9 },
  [HW_UNIT_DAYS]         = { "days", FALSE, FALSE, -1e5, 1e5 },
  [HW_UNIT_TIMES]        = { "times-a-year", FALSE, FALSE, 0.0, 1e5 },
  [HW_UNIT_RATIO]        = { "ratio", FALSE, FALSE, -1e6, 1e6 },
  [HW_UNIT_MONEY_EACH]   = { "money-each", TRUE, FALSE, -1e9, 1e9 },
  [HW_UNIT_MONEY_HOUR]   = { "money-an-hour", TRUE, FALSE, -1e9, 1e9 },
  [HW_UNIT_MONEY_YEAR]   = { "money-a-year", TRUE, FALSE, -1e12, 1e12 },
  [HW_UNIT_SHARE_POINTS] = { "share-points", FALSE, TRUE, -1.0, 1.0 },
  [HW_UNIT_POINTS]       = { "points", FALSE, FALSE, -100.0, 100.0 },
  [HW_UNIT_HOURS]        = { "hours", FALSE, FALSE, 0.0, 1e6 },
  [HW_UNIT_HOURS_WEEK]   = { "hours-a-week", FALSE, FALSE, -1e5, 1e5 },
  [HW_UNIT_MONTHS]       = { "months", FALSE, FALSE, 0.0, 1e4 },
  [HW_UNIT_STARS]        = { "stars", FALSE, FALSE, 1.0, 5.0 },
  [HW_UNIT_GRADE]        = { "grade", FALSE, FALSE, 0.0, 5.0 },
  [HW_UNIT_PER_1000]     = { "per-1000", FALSE, FALSE, 0.0, 1e6 },
  [HW_UNIT_KWH_EACH]     = { "kwh-each", FALSE, FALSE, 0.0, 1e6 },
  [HW_UNIT_KM]           = { "km", FALSE, FALSE, 0.0, 1e6 },
};

static const struct
{
  const char *id;
  const char *name;
} categories[HW_CATEGORY_N] = {
  [HW_CATEGORY_MONEY]     = { "money", N_("Money") },
  [HW_CATEGORY_CUSTOMERS] = { "customers", N_("Customers") },
  [HW_CATEGORY_DAILY]     = { "daily", N_("Daily work") },
  [HW_CATEGORY_SUPPLY]    = { "supply", N_("Suppliers") },
  [HW_CATEGORY_TEAM]      = { "team", N_("Team") },
  [HW_CATEGORY_SAFETY]    = { "safety", N_("Rules and safety") },
  [HW_CATEGORY_OWN]       = { "own", N_("Your own") },
};

static const struct
{
  const char *id;
  const char *name;
  int         days;
} cadences[HW_CADENCE_N] = {
  [HW_CADENCE_DAY]       = { "day", N_("Each day"), 1 },
  [HW_CADENCE_WEEK]      = { "week", N_("Each week"), 7 },
  [HW_CADENCE_MONTH]     = { "month", N_("Each month"), 30 },
  [HW_CADENCE_QUARTER]   = { "quarter", N_("Four times a year"), 91 },
  [HW_CADENCE_YEAR]      = { "year", N_("Each year"), 365 },
  [HW_CADENCE_EACH_TIME] = { "each-time", N_("After each time"), 0 },
};

const char *
hw_unit_id (HwUnit unit)
{
  g_return_val_if_fail ((guint) unit < HW_UNIT_N, NULL);

  return units[unit].id;
}

gboolean
hw_unit_find (const char *id,
              HwUnit     *unit)
{
  for (guint i = 0; i < HW_UNIT_N; i++)
    if (g_strcmp0 (units[i].id, id) == 0)
      {
        *unit = (HwUnit) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
hw_unit_is_money (HwUnit unit)
{
  g_return_val_if_fail ((guint) unit < HW_UNIT_N, FALSE);

  return units[unit].is_money;
}

gboolean
hw_unit_is_share (HwUnit unit)
{
  g_return_val_if_fail ((guint) unit < HW_UNIT_N, FALSE);

  return units[unit].is_share;
}

const char *
hw_unit_name (HwUnit unit)
{
  static const char *const names[HW_UNIT_N] = {
    [HW_UNIT_SHARE] = "%", [HW_UNIT_SHARE_POINTS] = "%", [HW_UNIT_COUNT] = N_("number"), [HW_UNIT_DAYS] = N_("days"),
    [HW_UNIT_TIMES] = N_("times a year"), [HW_UNIT_RATIO] = N_("ratio"), [HW_UNIT_POINTS] = N_("points"),
    [HW_UNIT_HOURS] = N_("hours"), [HW_UNIT_HOURS_WEEK] = N_("hours a week"), [HW_UNIT_MONTHS] = N_("months"),
    [HW_UNIT_STARS] = N_("stars"), [HW_UNIT_GRADE] = N_("points"), [HW_UNIT_PER_1000] = N_("of 1,000"),
    [HW_UNIT_KWH_EACH] = "kWh", [HW_UNIT_KM] = "km",
  };

  g_return_val_if_fail ((guint) unit < HW_UNIT_N, "");

  return names[unit] != NULL ? _(names[unit]) : "";
}

void
hw_unit_limits (HwUnit  unit,
                double *low,
                double *high)
{
  g_return_if_fail ((guint) unit < HW_UNIT_N);

  *low = units[unit].low;
  *high = units[unit].high;
}

const char *
hw_category_id (HwMetricCategory category)
{
  g_return_val_if_fail ((guint) category < HW_CATEGORY_N, NULL);

  return categories[category].id;
}

const char *
hw_category_name (HwMetricCategory category)
{
  g_return_val_if_fail ((guint) category < HW_CATEGORY_N, "");

  return _(categories[category].name);
}

const char *
hw_cadence_id (HwCadence cadence)
{
  g_return_val_if_fail ((guint) cadence < HW_CADENCE_N, NULL);

  return cadences[cadence].id;
}

const char *
hw_cadence_name (HwCadence cadence)
{
  g_return_val_if_fail ((guint) cadence < HW_CADENCE_N, "");

  return _(cadences[cadence].name);
}

gboolean
hw_cadence_find (const char *id,
                 HwCadence  *cadence)
{
  for (guint i = 0; i < HW_CADENCE_N; i++)
    if (g_strcmp0 (cadences[i].id, id) == 0)
      {
        *cadence = (HwCadence) i;
        return TRUE;
      }

  return FALSE;
}

int
hw_cadence_days (HwCadence cadence)
{
  g_return_val_if_fail ((guint) cadence < HW_CADENCE_N, 0);

  return cadences[cadence].days;
}

const char *
hw_benchmark_kind_name (HwBenchmarkKind kind)
{
  static const char *const names[] = {
    N_("To compare with"), N_("What a study saw change"), N_("What others do"), N_("Measured another way"), N_("What was found"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), "");

  return _(names[kind]);
}

const char *
hw_strength_name (HwStrength strength)
{
  static const char *const names[] = {
    N_("a strong source"), N_("a fair source"), N_("a weak source"),
  };

  g_return_val_if_fail ((guint) strength < G_N_ELEMENTS (names), "");

  return _(names[strength]);
}
