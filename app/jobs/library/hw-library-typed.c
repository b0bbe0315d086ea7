/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the owner typed in, and what people answered. */
#include "jobs/library/hw-library-private.h"

#include "domain/hw-survey.h"
#include "store/hw-entry-repo.h"

#include <math.h>

#define TREND_MOST 400 /* values a trend looks at: more days apart are years ago */

HwDay
hw_library_typed_day (const HwEntry *entry)
{
  return hw_answers_get_day (entry->answers, entry->kind == HW_ENTRY_SURVEY ? "day" : "to");
}

/* Newest day first; of the same day what was entered last. */
static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const HwEntry *x = *(HwEntry *const *) a, *y = *(HwEntry *const *) b;
  const HwDay p = hw_library_typed_day (x), q = hw_library_typed_day (y);

  return p != q ? (p < q) - (p > q) : (x->id < y->id) - (x->id > y->id);
}

GPtrArray *
hw_library_typed_load (HwStore  *store,
                       GError  **error)
{
  g_autoptr (GPtrArray) figures = hw_entry_repo_list (store, HW_ENTRY_FIGURE, HW_ENTRY_ANY_PARENT, FALSE, error);
  g_autoptr (GPtrArray) surveys = figures != NULL ? hw_entry_repo_list (store, HW_ENTRY_SURVEY, HW_ENTRY_ANY_PARENT, FALSE, error)
                                                  : NULL;

  if (surveys == NULL)
    return NULL;

  g_ptr_array_extend_and_steal (figures, g_steal_pointer (&surveys));
  if (!hw_library_logs_add (store, figures, error))
    return NULL;
  g_ptr_array_sort (figures, compare_days);
  return g_steal_pointer (&figures);
}

/* NAN where too few answered. */
static double
value_of (const HwEntry *entry)
{
  HwSurveyResult result;

  if (entry->kind == HW_ENTRY_FIGURE)
    return hw_answers_get_number (entry->answers, "value", NAN);

  hw_survey_of (entry->answers, &result);
  return result.value;
}

static void
take_newest (const HwEntry *entry,
             HwFigure      *figure)
{
  HwSurveyResult result;

  figure->to = hw_library_typed_day (entry);
  figure->from = entry->kind == HW_ENTRY_FIGURE ? hw_answers_get_day (entry->answers, "from") : HW_DAY_NONE;
  figure->source = entry->kind == HW_ENTRY_FIGURE ? HW_FIGURE_TYPED_IN : HW_FIGURE_SURVEY;
  figure->value = value_of (entry);
  figure->state = isnan (figure->value) ? HW_METRIC_FEW_ANSWERS : HW_METRIC_OK;
  if (entry->kind == HW_ENTRY_FIGURE)
    return;

  hw_survey_of (entry->answers, &result);
  figure->low = result.low;
  figure->high = result.high;
  figure->n = result.n;
}

void
hw_library_typed_fill (GPtrArray *typed,
                       int        cadence_days,
                       HwFigure  *figure)
{
  HwDay days[TREND_MOST];
  double values[TREND_MOST];
  guint n = 0;

  for (guint i = 0; i < typed->len && n < TREND_MOST; i++)
    {
      const HwEntry *entry = g_ptr_array_index (typed, i);

      if (!g_str_equal (hw_answers_get_text (entry->answers, "metric"), figure->metric->id))
        continue;
      if (n == 0)
        take_newest (entry, figure);

      n++; /* from the end, so that the oldest comes first */
      days[TREND_MOST - n] = hw_library_typed_day (entry);
      values[TREND_MOST - n] = value_of (entry);
    }

  if (n == 0)
    return;

  g_array_set_size (figure->spark, 0);
  g_array_append_vals (figure->spark, values + TREND_MOST - MIN (n, HW_LIBRARY_SPARK), MIN (n, HW_LIBRARY_SPARK));
  figure->trend = hw_figure_trend (days + TREND_MOST - n, values + TREND_MOST - n, n, cadence_days);
}
