/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-period.h"

#include <glib/gi18n-lib.h>

#define LONG_DAYS 330

gboolean
hw_period_is_day (HwDay day)
{
  return day >= HW_DAY_MIN && day <= HW_DAY_MAX;
}

gboolean
hw_period_is_long (HwDay first,
                   HwDay last)
{
  return last - first > LONG_DAYS;
}

char *
hw_period_name (const HwFormat *format,
                HwBy            by,
                HwDay           day,
                gboolean        is_long)
{
  g_autofree char *start = NULL;

  switch (by)
    {
    case HW_BY_DAY:
      return hw_format_day (format, day, is_long ? HW_DAY_FULL : HW_DAY_SHORT);
    case HW_BY_WEEK:
      start = hw_format_day (format, day, is_long ? HW_DAY_LONG : HW_DAY_AXIS);
      /* Translators: a week, named by its first day: "week of 5 Jan". */
      return g_strdup_printf (_("week of %s"), start);
    case HW_BY_MONTH:
      return hw_format_day (format, day, HW_DAY_MONTH);
    }

  return g_strdup ("");
}

char *
hw_period_count (HwBy  by,
                 gsize n)
{
  switch (by)
    {
    case HW_BY_DAY:
      return g_strdup_printf (ngettext ("%u day", "%u days", n), (guint) n);
    case HW_BY_WEEK:
      return g_strdup_printf (ngettext ("%u week", "%u weeks", n), (guint) n);
    case HW_BY_MONTH:
      return g_strdup_printf (ngettext ("%u month", "%u months", n), (guint) n);
    }

  return g_strdup ("");
}

char *
hw_period_rate (HwBy        by,
                const char *figure)
{
  switch (by)
    {
    case HW_BY_DAY:
      return g_strdup_printf (_("%s a day"), figure);
    case HW_BY_WEEK:
      return g_strdup_printf (_("%s a week"), figure);
    case HW_BY_MONTH:
      return g_strdup_printf (_("%s a month"), figure);
    }

  return g_strdup ("");
}

const char *
hw_period_heading (HwBy by)
{
  return by == HW_BY_DAY ? _("Day") : by == HW_BY_WEEK ? _("Week of") : _("Month");
}

char *
hw_period_cell (const HwFormat *format,
                HwBy            by,
                HwDay           day)
{
  return hw_format_day (format, day, by == HW_BY_MONTH ? HW_DAY_MONTH : HW_DAY_NUMERIC);
}
