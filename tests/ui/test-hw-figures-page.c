/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Figures page's own rows, chart and what stands on the Overview. */
#include "pages/figures/hw-figure-chart.h"
#include "pages/figures/hw-figure-rows.h"
#include "pages/overview/hw-overview-pins.h"

#include <math.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static HwFormat *
english (void)
{
  return hw_format_new ("en", "GB", "EUR");
}

static HwFigure *
add_figure (HwLibrary  *library,
            const char *metric)
{
  const HwFigure figure = {
    .metric = hw_metric_find (metric), .state = HW_METRIC_NOT_TYPED, .source = HW_FIGURE_TYPED_IN, .value = NAN, .low = NAN,
    .high = NAN, .from = HW_DAY_NONE, .to = HW_DAY_NONE, .trend = NAN, .good = NAN, .bad = NAN, .due = HW_DAY_NONE,
    .spark = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  g_array_append_val (library->figures, figure);
  return &g_array_index (library->figures, HwFigure, library->figures->len - 1);
}

/* Sales are known, costs are due, waste is on the Overview; hours to bill suit no bakery. */
static HwLibrary *
library_of_four (void)
{
  HwLibrary *library = g_new0 (HwLibrary, 1);
  HwFigure *figure;

  library->as_of = TODAY;
  library->figures = g_array_new (FALSE, TRUE, sizeof (HwFigure));
  g_array_set_clear_func (library->figures, (GDestroyNotify) hw_figure_clear);
  library->own = g_ptr_array_new ();
  library->watches = g_ptr_array_new ();
  library->typed = hw_entries_new ();
  library->run_id = g_strdup ("1a2b3c4d");
  library->n_pinned = library->n_due = 1;

  figure = add_figure (library, "opex_ratio");
  figure->due = TODAY;
  figure->is_due = TRUE;
  figure = add_figure (library, "revenue");
  figure->state = HW_METRIC_OK;
  figure->source = HW_FIGURE_WORKED_OUT;
  figure->value = 12000.0;
  figure = add_figure (library, "waste_rate");
  figure->pinned = TRUE;
  add_figure (library, "utilisation_rate");
  return library;
}

static guint
count (const HwLibrary *library,
       guint            choice)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (GPtrArray) rows = hw_figure_rows_new (library, choice, "bakery", en);

  return rows->len;
}

static void
test_choices (void)
{
  g_autoptr (HwLibrary) library = library_of_four ();

  g_assert_cmpuint (count (library, HW_FIGURES_ALL), ==, 4);
  g_assert_cmpuint (count (library, HW_FIGURES_TRADE), ==, 3);
  g_assert_cmpuint (count (library, HW_FIGURES_KNOWN), ==, 1);
  g_assert_cmpuint (count (library, HW_FIGURES_PINNED), ==, 1);
  g_assert_cmpuint (count (library, HW_FIGURES_DUE), ==, 1);
  g_assert_cmpuint (count (library, HW_FIGURES_CATEGORY + HW_CATEGORY_MONEY), ==, 2);
  g_assert_cmpuint (count (library, HW_FIGURES_CATEGORY + HW_CATEGORY_DAILY), ==, 2);
  g_assert_cmpuint (count (library, HW_FIGURES_CATEGORY + HW_CATEGORY_OWN), ==, 0);
  for (guint choice = 0; choice < HW_FIGURES_N; choice++)
    g_assert_cmpstr (hw_figure_choice_name (choice), !=, "");
}

/* What is known stands first; what is not shows no number and says what to do. */
static void
test_rows (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwLibrary) library = library_of_four ();
  g_autoptr (GPtrArray) rows = hw_figure_rows_new (library, HW_FIGURES_ALL, "bakery", en);
  HwRow *sales = g_ptr_array_index (rows, 0), *costs = g_ptr_array_index (rows, 1);

  g_assert_cmpstr (hw_row_get_text (sales, 0), ==, "Sales");
  g_assert_cmpstr (hw_row_get_text (sales, 1), ==, "€12,000");
  g_assert_true (hw_figure_rows_find (library, sales) == hw_library_find (library, "revenue"));
  g_assert_cmpstr (hw_row_get_text (costs, 1), ==, "–");
  g_assert_true (isnan (hw_row_get_number (costs, 1)));
  g_assert_cmpstr (hw_row_get_text (costs, 5), ==, hw_metric_state_text (HW_METRIC_NOT_TYPED));
  g_assert_true (hw_figure_rows_find (library, costs) == hw_library_find (library, "opex_ratio"));
  g_assert_null (hw_figure_rows_find (library, NULL));
}

static GtkColumnView *
find_view (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return GTK_COLUMN_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *view = find_view (child);

      if (view != NULL)
        return view;
    }

  return NULL;
}

static gboolean
is_shown (GtkWidget  *table,
          const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (find_view (table));
  gboolean shown = FALSE;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      shown |= gtk_column_view_column_get_visible (column) && g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0;
    }

  return shown;
}

/* A column that no row has anything in is not there; one row is enough for it to come. */
static void
test_no_empty_columns (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwLibrary) library = library_of_four ();
  GtkWidget *table = g_object_ref_sink (hw_data_table_new ());
  g_autoptr (GPtrArray) some = NULL, more = NULL;

  hw_figure_rows_set_up (HW_DATA_TABLE (table));
  some = hw_figure_rows_new (library, HW_FIGURES_ALL, "bakery", en);
  hw_data_table_set_rows (HW_DATA_TABLE (table), some);
  g_assert_true (is_shown (table, "Look again")); /* one is due */
  g_assert_false (is_shown (table, "Signal"));

  g_array_index (library->figures, HwFigure, 0).due = HW_DAY_NONE; /* running costs */
  g_array_index (library->figures, HwFigure, 1).light = HW_LIGHT_RED; /* sales */
  more = hw_figure_rows_new (library, HW_FIGURES_ALL, "bakery", en);
  hw_data_table_set_rows (HW_DATA_TABLE (table), more);
  g_assert_false (is_shown (table, "Look again"));
  g_assert_true (is_shown (table, "Signal"));
  g_assert_finalize_object (table);
}

static void
type_in (HwLibrary *library,
         double     value,
         HwDay      day)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_FIGURE, 0);

  hw_answers_set (entry->answers, "metric", "opex_ratio");
  hw_answers_set_number (entry->answers, "value", value);
  hw_answers_set_day (entry->answers, "to", day);
  g_ptr_array_insert (library->typed, -1, entry);
}

/* One value is no line; the same day twice is one point. */
static void
test_chart (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwLibrary) library = library_of_four ();
  const HwFigure *figure = hw_library_find (library, "opex_ratio");
  HwChart *chart;

  type_in (library, 0.3, TODAY);
  g_assert_null (hw_figure_chart_new (figure, NULL, library->typed, en));
  type_in (library, 0.4, TODAY);
  g_assert_null (hw_figure_chart_new (figure, NULL, library->typed, en));
  type_in (library, 0.2, TODAY - 30);
  chart = hw_figure_chart_new (figure, NULL, library->typed, en);
  g_assert_nonnull (chart);
  hw_chart_free (chart);
  g_assert_null (hw_figure_chart_new (hw_library_find (library, "revenue"), NULL, library->typed, en));
}

static void
test_pins (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (HwLibrary) library = library_of_four ();
  GtkWidget *tile = g_object_ref_sink (hw_metric_tile_new ());

  g_assert_cmpuint (hw_overview_n_pins (NULL), ==, 0);
  g_assert_cmpuint (hw_overview_n_pins (library), ==, 1);
  hw_overview_pin_fill (HW_METRIC_TILE (tile), library, 0, en);
  g_assert_cmpstr (hw_metric_tile_get_label (HW_METRIC_TILE (tile)), ==, "Share that was thrown away");
  g_assert_cmpstr (hw_metric_tile_get_value (HW_METRIC_TILE (tile)), ==, "–");
  g_assert_cmpstr (hw_metric_tile_get_note (HW_METRIC_TILE (tile)), ==, "Not typed in yet");
  g_object_unref (tile);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/figures-page/choices", test_choices);
  g_test_add_func ("/ui/figures-page/rows", test_rows);
  g_test_add_func ("/ui/figures-page/no-empty-columns", test_no_empty_columns);
  g_test_add_func ("/ui/figures-page/chart", test_chart);
  g_test_add_func ("/ui/figures-page/pins", test_pins);

  return g_test_run ();
}
