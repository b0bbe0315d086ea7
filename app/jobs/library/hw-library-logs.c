/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures from files that hold no sales: each becomes a value of its day, as if it had
 * been typed in. Answers of a month are one survey, so that nobody can be told apart. */
#include "jobs/library/hw-library-private.h"

#include "domain/hw-records.h"
#include "store/hw-log-repo.h"
#include "store/hw-sale-repo.h"

#define BUFFER_DAYS  90 /* of a bank's list that a usual day is taken from */
#define BUFFER_LEAST 14

static void
add_figure (GPtrArray  *to,
            const char *metric,
            HwDay       from,
            HwDay       day,
            double      value)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_FIGURE, 0);

  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set_day (entry->answers, "to", day);
  if (from != HW_DAY_NONE)
    hw_answers_set_day (entry->answers, "from", from);
  hw_answers_set_number (entry->answers, "value", value);
  g_ptr_array_add (to, entry);
}

/* From the last, which of two values of a day is the one that counts. */
static void
add_figures (GPtrArray    *to,
             const GArray *lines)
{
  for (guint i = lines->len; i-- > 0;)
    {
      const HwLogLine *line = &g_array_index (lines, HwLogLine, i);

      add_figure (to, line->subject, HW_DAY_NONE, line->day, hw_scaled_to_double (line->quantity));
    }
}

static void
count_answer (HwEntry         *survey,
              const HwLogLine *line)
{
  g_autofree char *mark = g_strdup_printf ("n%d", (int) (line->quantity / HW_QUANTITY_ONE));
  gint64 n = 0;

  hw_answers_get_scaled (survey->answers, mark, &n);
  hw_answers_set_scaled (survey->answers, mark, n + HW_QUANTITY_ONE);
  hw_answers_set_day (survey->answers, "day", line->day);
}

static void
add_surveys (GPtrArray    *to,
             const GArray *lines)
{
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const HwLogLine *line = &g_array_index (lines, HwLogLine, i);
      int year, month, mday;
      g_autofree char *key = NULL;
      HwEntry *survey;

      hw_day_to_ymd (line->day, &year, &month, &mday);
      key = g_strdup_printf ("%s %d-%d", line->subject, year, month);
      survey = g_hash_table_lookup (months, key);
      if (survey == NULL)
        {
          survey = hw_entry_new (HW_ENTRY_SURVEY, 0);
          hw_answers_set (survey->answers, "metric", line->subject);
          g_hash_table_insert (months, g_steal_pointer (&key), survey);
          g_ptr_array_add (to, survey);
        }
      count_answer (survey, line);
    }
}

/* The last balance over what went out on a usual day before it. */
static void
add_buffer (GPtrArray    *to,
            const GArray *lines)
{
  const HwLogLine *last = NULL;
  double out = 0.0;
  HwDay first;
  int days;

  /* The newest day's line with a balance: lists run up or down, a day's lines alike. */
  for (guint i = 0; i < lines->len; i++)
    {
      const HwLogLine *line = &g_array_index (lines, HwLogLine, i);

      if (line->balance != HW_UNKNOWN && (last == NULL || line->day > last->day))
        last = line;
    }
  if (last == NULL)
    return;

  first = MAX (g_array_index (lines, HwLogLine, 0).day, last->day - BUFFER_DAYS + 1);
  days = last->day - first + 1;
  for (guint i = 0; i < lines->len; i++)
    {
      const HwLogLine *line = &g_array_index (lines, HwLogLine, i);

      if (line->day >= first && line->day <= last->day && line->amount < 0)
        out -= hw_scaled_to_double (line->amount);
    }

  if (days >= BUFFER_LEAST && out > 0.0 && last->balance > 0)
    add_figure (to, "cash_buffer_days", first, last->day, hw_scaled_to_double (last->balance) / (out / days));
}

typedef struct
{
  gboolean money;   /* else units */
  double   sum;
} Sum;

static gboolean
add_day (const HwDaySales *day,
         gpointer          data)
{
  Sum *sum = data;

  sum->sum += hw_scaled_to_double (sum->money ? day->amount : day->quantity);
  return TRUE;
}

static gboolean
sum_sales (HwStore   *store,
           HwDay      from,
           HwDay      to,
           gboolean   money,
           double    *value,
           GError   **error)
{
  Sum sum = { .money = money };
  gboolean ok = hw_sale_repo_each_day (store, from, to, add_day, &sum, error);

  *value = sum.sum;
  return ok;
}

/* Week by week, Monday to Sunday. */
static gboolean
add_hours (GPtrArray     *to,
           HwStore       *store,
           const GArray  *lines,
           GError       **error)
{
  for (guint i = 0; i < lines->len;)
    {
      const HwDay day = g_array_index (lines, HwLogLine, i).day;
      const HwDay monday = day - hw_day_weekday (day);
      double hours = 0.0, sales;

      for (; i < lines->len && g_array_index (lines, HwLogLine, i).day < monday + 7; i++)
        hours += hw_scaled_to_double (g_array_index (lines, HwLogLine, i).quantity);
      if (!sum_sales (store, monday, monday + 6, TRUE, &sales, error))
        return FALSE;
      if (hours > 0.0 && sales > 0.0)
        add_figure (to, "sales_per_labour_hour", monday, monday + 6, sales / hours);
    }

  return TRUE;
}

/* Readings that never shrink are those of a meter that counts on; others are what was
 * used since the one before. */
static gboolean
counts_on (const GArray *lines,
           const char   *meter)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < lines->len; i++)
    {
      const HwLogLine *line = &g_array_index (lines, HwLogLine, i);

      if (!g_str_equal (line->subject, meter))
        continue;
      if (line->quantity < last)
        return FALSE;
      last = line->quantity;
    }

  return TRUE;
}

static gboolean
add_meters (GPtrArray     *to,
            HwStore       *store,
            const GArray  *lines,
            GError       **error)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      HwLogLine *line = &g_array_index (lines, HwLogLine, i);
      const HwLogLine *before = g_hash_table_lookup (last, line->subject);
      double used, units;

      g_hash_table_insert (last, line->subject, line);
      if (before == NULL || before->day >= line->day)
        continue;

      used = hw_scaled_to_double (counts_on (lines, line->subject) ? line->quantity - before->quantity : line->quantity);
      if (!sum_sales (store, before->day + 1, line->day, FALSE, &units, error))
        return FALSE;
      if (used > 0.0 && units > 0.0)
        add_figure (to, "energy_intensity", before->day + 1, line->day, used / units);
    }

  return TRUE;
}

gboolean
hw_library_logs_add (HwStore    *store,
                     GPtrArray  *to,
                     GError    **error)
{
  static const HwImportKind kinds[] = { HW_IMPORT_FIGURES, HW_IMPORT_SURVEY, HW_IMPORT_BANK, HW_IMPORT_HOURS, HW_IMPORT_METER };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GArray) lines = hw_log_repo_list (store, kinds[k], HW_DAY_MIN, HW_DAY_MAX, error);

      if (lines == NULL)
        return FALSE;
      if (lines->len == 0)
        continue;

      if (kinds[k] == HW_IMPORT_FIGURES)
        add_figures (to, lines);
      else if (kinds[k] == HW_IMPORT_SURVEY)
        add_surveys (to, lines);
      else if (kinds[k] == HW_IMPORT_BANK)
        add_buffer (to, lines);
      else if (!(kinds[k] == HW_IMPORT_HOURS ? add_hours (to, store, lines, error) : add_meters (to, store, lines, error)))
        return FALSE;
    }

  return TRUE;
}
