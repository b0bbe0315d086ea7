/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook with a tab for each month, week or day and one heading in all of them is one
 * table cut in pieces. Where its rows have no day of their own, the tab says it. */
#include "import/hw-spread.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TABS_LEAST 2
#define TABS_MOST  120

typedef struct
{
  guint    sheet;
  HwPeriod period;
} Tab;

static HwTable *
sample (const HwImportPlan *plan,
        guint               sheet)
{
  HwRowSource source = { .path = plan->path, .book = plan->book, .sheet = sheet };

  return hw_table_sample (&source, plan->year_now, NULL);
}

static gboolean
have_one_heading (const HwTable *a,
                  const HwTable *b)
{
  if (a == NULL || b == NULL || a->heading == 0 || a->heading != b->heading || a->n_columns != b->n_columns)
    return FALSE;

  for (guint c = 0; c < a->n_columns; c++)
    if (!g_str_equal (a->columns[c].heading, b->columns[c].heading))
      return FALSE;

  return TRUE;
}

gboolean
hw_plan_are_alike (const HwImportPlan *plan,
                   guint               a,
                   guint               b)
{
  g_autoptr(HwTable) first = sample (plan, a);
  g_autoptr(HwTable) second = sample (plan, b);

  return have_one_heading (first, second);
}

/* Shown sheets whose names are periods of that kind. */
static GArray *
list_tabs (const HwImportPlan *plan,
           HwPeriodKind        kind)
{
  GArray *tabs = g_array_new (FALSE, FALSE, sizeof (Tab));

  for (guint i = 0; i < hw_sheets_get_n (plan->book) && tabs->len < TABS_MOST; i++)
    {
      const HwSheetRows *sheet = hw_sheets_get (plan->book, i);
      Tab tab = { .sheet = i };

      if (sheet->n_rows > 1 && !sheet->hidden && hw_period_read (sheet->name, &tab.period) && tab.period.kind == kind)
        g_array_append_val (tabs, tab);
    }

  return tabs;
}

static gboolean
is_twice (const GArray *tabs)
{
  for (guint i = 0; i < tabs->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const HwPeriod *a = &g_array_index (tabs, Tab, i).period, *b = &g_array_index (tabs, Tab, k).period;

        if (a->year == b->year && a->number == b->number && a->day == b->day)
          return TRUE;
      }

  return FALSE;
}

/* Drops those whose heading is another; FALSE if what is left is no table in pieces. */
static gboolean
keep_alike (const HwImportPlan *plan,
            const HwTable      *first,
            GArray             *tabs)
{
  g_autofree char **headings = g_new0 (char *, MAX (first->n_columns, 1));

  for (guint i = tabs->len; i > 1; i--)
    {
      g_autoptr(HwTable) table = sample (plan, g_array_index (tabs, Tab, i - 1).sheet);

      if (!have_one_heading (first, table))
        g_array_remove_index (tabs, i - 1);
    }

  for (guint c = 0; c < first->n_columns; c++)
    headings[c] = first->columns[c].heading;

  return tabs->len >= TABS_LEAST && !is_twice (tabs) && hw_spread_count_periods (headings, first->n_columns) == 0;
}

static int
find_year (const HwImportPlan *plan,
           const HwTable      *first)
{
  g_autofree char *base = g_path_get_basename (plan->path);
  g_autoptr(GString) text = g_string_new (base);

  for (guint i = 0; i < first->above->len; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (first->above, i);

      for (guint c = 0; c < row->n_cells; c++)
        g_string_append_printf (text, " %s", row->cells[c]);
    }

  return hw_period_find_year (text->str);
}

/* Each row gets the first day of its tab's period. */
static gboolean
take_days (HwImportPlan   *plan,
           const HwTable  *first,
           const GArray   *tabs,
           GError        **error)
{
  int year = find_year (plan, first), last = 0;
  const char *value = NULL;

  if (g_array_index (tabs, Tab, 0).period.kind != HW_PERIOD_DAY && g_array_index (tabs, Tab, 0).period.year == 0 && year == 0)
    {
      if (!hw_plan_ask (plan, hw_spread_year_question (plan), &value, error))
        return FALSE;
      year = value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : plan->year_now;
    }

  plan->aside = hw_aside_new (first->n_columns, first->heading, -1);
  hw_aside_add_column (plan->aside, "Date");
  for (guint i = 0; i < tabs->len; i++)
    {
      const HwPeriod *period = &g_array_index (tabs, Tab, i).period;
      g_autofree char *key = g_strdup_printf ("%u", i);
      char iso[HW_DAY_ISO_SIZE] = "";
      HwCell cell = { .text = iso, .hint = HW_CELL_DATE };
      HwDay day;

      year += period->number < last;
      last = period->number;
      day = hw_period_first (period, year);
      if (day != HW_DAY_NONE)
        hw_day_write_iso (day, iso);
      cell.length = (guint32) strlen (iso);
      hw_aside_add (plan->aside, key, &cell);
    }

  return TRUE;
}

/* 1 the rows have a day of their own, 0 the tab says it, -1 they are no sales. */
static int
have_days (const HwImportPlan *plan,
           HwTable            *first)
{
  HwImportPlan probe = *plan;
  HwCast cast;

  probe.table = first;
  hw_cast_roles (&cast, &probe);
  if (hw_cast_has (&cast, HW_ROLE_DATE))
    return 1;
  if (hw_cast_has (&cast, HW_ROLE_STOCK) || (!hw_cast_has (&cast, HW_ROLE_ITEM) && !hw_cast_has (&cast, HW_ROLE_SKU)))
    return -1;

  return hw_cast_has (&cast, HW_ROLE_QUANTITY) || hw_cast_has (&cast, HW_ROLE_LINE) || hw_cast_has (&cast, HW_ROLE_NET)
         || hw_cast_has (&cast, HW_ROLE_TOTAL) || hw_cast_has (&cast, HW_ROLE_GROSS) ? 0 : -1;
}

static gboolean
try_kind (HwImportPlan  *plan,
          HwPeriodKind   kind,
          GError       **error)
{
  g_autoptr(GArray) tabs = list_tabs (plan, kind);
  g_autoptr(HwTable) first = tabs->len >= TABS_LEAST ? sample (plan, g_array_index (tabs, Tab, 0).sheet) : NULL;
  int days;

  if (first == NULL || !first->recognised || !keep_alike (plan, first, tabs))
    return TRUE;

  days = have_days (plan, first);
  if (days < 0 || (days == 0 && kind == HW_PERIOD_YEAR))
    return TRUE;
  if (days == 0 && !take_days (plan, first, tabs, error))
    return FALSE;

  plan->tabs = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < tabs->len; i++)
    g_array_append_val (plan->tabs, g_array_index (tabs, Tab, i).sheet);
  plan->source.sheet = g_array_index (plan->tabs, guint, 0);
  plan->source.tabs = plan->tabs;
  plan->source.heading = first->heading;
  plan->source.aside = plan->aside;
  return TRUE;
}

gboolean
hw_plan_find_tabs (HwImportPlan  *plan,
                   GError       **error)
{
  static const HwPeriodKind kinds[] = { HW_PERIOD_MONTH, HW_PERIOD_WEEK, HW_PERIOD_DAY, HW_PERIOD_QUARTER, HW_PERIOD_YEAR };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && plan->tabs == NULL; i++)
    if (!try_kind (plan, kinds[i], error))
      return FALSE;

  return TRUE;
}

gboolean
hw_plan_take_tabs (HwImportPlan *plan,
                   const GArray *sheets)
{
  g_autoptr(HwTable) first = sample (plan, g_array_index (sheets, guint, 0));

  if (first == NULL)
    return FALSE;

  plan->tabs = g_array_copy ((GArray *) sheets);
  plan->source.sheet = g_array_index (sheets, guint, 0);
  plan->source.tabs = plan->tabs;
  plan->source.heading = first->heading;
  return TRUE;
}

void
hw_plan_drop_tabs (HwImportPlan *plan)
{
  g_clear_pointer (&plan->tabs, g_array_unref);
  g_clear_pointer (&plan->aside, hw_aside_free);
  plan->source.tabs = NULL;
  plan->source.aside = NULL;
}
