/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-table: a table of 100,000 rows and six columns, beside a bare GtkColumnView
 * with a GtkStringList of the same rows' texts in six columns, a GtkStringFilter and
 * a GtkStringSorter: milliseconds from a keystroke (or a new order, or the rows) to
 * the painted frame, and their ratios. Wants a display.
 *
 * usage: bench-table [ROWS]
 */
#include "core/hw-rng.h"
#include "widgets/hw-data-table.h"

#include <string.h>

#define ROWS 100000
#define N_COLUMNS 6

/* Typed letter by letter, then taken back. */
static const char *const typed[] = { "b", "br", "bre", "brea", "bread", "bread 7", "bread 77", "bread", "b", "",
                                     "m", "mi", "mil", "mill", "mill 1", "" };

static const HwColumn columns[N_COLUMNS] = {
  { "Product", HW_COLUMN_TEXT },   { "Supplier", HW_COLUMN_SHORT }, { "On hand", HW_COLUMN_NUMBER },
  { "Order", HW_COLUMN_NUMBER },   { "Value", HW_COLUMN_NUMBER },   { "Why", HW_COLUMN_LONG },
};

typedef struct
{
  double most;
  double middle;
} Times;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static Times
sum_up (GArray *ms)
{
  g_array_sort (ms, compare_times);
  return (Times) { g_array_index (ms, double, ms->len - 1), g_array_index (ms, double, ms->len / 2) };
}

static HwRow *
make_row (guint  i,
          HwRng *rng)
{
  static const char *const names[] = { "Bread", "Roll", "Cake", "Flour", "Milk", "Café crème" };
  HwRow *row = hw_row_new (N_COLUMNS, i);
  const guint on_hand = hw_rng_below (rng, 500), order = hw_rng_below (rng, 90), cents = hw_rng_below (rng, 100000);

  hw_row_set_text (row, 0, g_strdup_printf ("%s %u", names[hw_rng_below (rng, G_N_ELEMENTS (names))], i));
  hw_row_set_text (row, 1, g_strdup_printf ("Mill %u", hw_rng_below (rng, 40)));
  hw_row_set_number (row, 2, g_strdup_printf ("%u", on_hand), on_hand);
  hw_row_set_number (row, 3, g_strdup_printf ("%u", order), order);
  hw_row_set_number (row, 4, g_strdup_printf ("%u.%02u €", cents / 100, cents % 100), cents);
  hw_row_set_text (row, 5, g_strdup_printf ("Sells %u a week; runs out in %u days", on_hand / 3, order));
  return row;
}

static GPtrArray *
make_rows (guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  HwRng rng;

  hw_rng_init (&rng, 1);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, make_row (i, &rng));

  return rows;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

/* Milliseconds until what was asked for is on the screen. */
static double
until_painted (GtkWidget *window,
               gint64     start)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  const gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  double ms;

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  ms = (double) (g_get_monotonic_time () - start) / 1000;
  g_signal_handler_disconnect (clock, id);
  return ms;
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* As fingers do it: letters come and go at the end. */
static void
type (GtkEditable *entry,
      const char  *text)
{
  const char *before = gtk_editable_get_text (entry);
  int end = (int) strlen (before);

  if (g_str_has_prefix (text, before))
    gtk_editable_insert_text (entry, text + end, -1, &end);
  else
    gtk_editable_delete_text (entry, (int) strlen (text), -1);
}

/* As long as the owner looks before the next key. */
static void
rest (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, stop_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
show_in_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  rest (300);
  return window;
}

static void
print (const char *what,
       double      ours,
       double      theirs)
{
  g_print ("%-40s %8.1f ms %8.1f ms   ratio %.2f\n", what, ours, theirs, ours / theirs);
}

typedef struct
{
  double fill;
  Times  search;
  double sort_text;
  double sort_back;
} Result;

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static Result
measure_ours (GPtrArray *rows)
{
  HwDataTable *table = HW_DATA_TABLE (hw_data_table_new ());
  GtkWidget *window = show_in_window (GTK_WIDGET (table));
  GtkEditable *entry = GTK_EDITABLE (find (GTK_WIDGET (table), GTK_TYPE_SEARCH_ENTRY));
  g_autoptr (GArray) ms = g_array_new (FALSE, FALSE, sizeof (double));
  Result result;
  gint64 start;

  hw_data_table_set_columns (table, columns, N_COLUMNS);
  hw_data_table_set_label (table, "Stock");
  start = g_get_monotonic_time ();
  hw_data_table_set_rows (table, rows);
  result.fill = until_painted (window, start);
  rest (1500);

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      double one;

      start = g_get_monotonic_time ();
      type (entry, typed[i]);
      one = until_painted (window, start);
      g_array_append_val (ms, one);
      rest (100);
    }
  result.search = sum_up (ms);

  start = g_get_monotonic_time ();
  hw_data_table_sort (table, 0);
  result.sort_text = until_painted (window, start);
  rest (100);
  start = g_get_monotonic_time ();
  hw_data_table_sort (table, 0);
  result.sort_back = until_painted (window, start);

  gtk_window_destroy (GTK_WINDOW (window));
  return result;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            column)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  for (guint i = 0; i < GPOINTER_TO_UINT (column); i++)
    text = strchr (text, '\t') + 1;

  {
    g_autofree char *part = g_strndup (text, strcspn (text, "\t"));

    gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), part);
  }
}

static GPtrArray *
make_strings (const GPtrArray *rows)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      GString *line = g_string_new (NULL);

      for (guint c = 0; c < N_COLUMNS; c++)
        g_string_append_printf (line, "%s%s", c > 0 ? "\t" : "", hw_row_get_text (g_ptr_array_index (rows, i), c));
      g_ptr_array_add (strings, g_string_free (line, FALSE));
    }

  g_ptr_array_add (strings, NULL);
  return strings;
}

static Result
measure_peer (const GPtrArray *rows)
{
  g_autoptr (GPtrArray) strings = make_strings (rows);
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkStringFilter *filter = gtk_string_filter_new (gtk_expression_ref (text));
  GtkSortListModel *sorted = gtk_sort_list_model_new (
    G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (list), g_object_ref (GTK_FILTER (filter)))), NULL);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_string_sorter_new (text));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (sorted)))));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GArray) ms = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *window;
  Result result;
  gint64 start;

  for (guint c = 0; c < N_COLUMNS; c++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (c));
      column = gtk_column_view_column_new (columns[c].title, factory);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  window = show_in_window (scroller);

  start = g_get_monotonic_time ();
  gtk_string_list_splice (list, 0, 0, (const char *const *) strings->pdata);
  result.fill = until_painted (window, start);
  rest (500);

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      double one;

      start = g_get_monotonic_time ();
      gtk_string_filter_set_search (filter, typed[i]);
      one = until_painted (window, start);
      g_array_append_val (ms, one);
      rest (100);
    }
  result.search = sum_up (ms);

  start = g_get_monotonic_time ();
  gtk_sort_list_model_set_sorter (sorted, sorter);
  result.sort_text = until_painted (window, start);
  start = g_get_monotonic_time ();
  gtk_sort_list_model_set_sorter (sorted, NULL);
  result.sort_back = until_painted (window, start);

  g_object_unref (sorted);
  g_object_unref (filter);
  gtk_window_destroy (GTK_WINDOW (window));
  return result;
}

int
main (int   argc,
      char *argv[])
{
  const guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : ROWS;
  g_autoptr (GPtrArray) rows = NULL;
  Result ours, theirs;
  gint64 start;

  if (!gtk_init_check ())
    {
      g_printerr ("bench-table: no display\n");
      return 77;
    }

  adw_init ();
  start = g_get_monotonic_time ();
  rows = make_rows (n);
  g_print ("%u rows of %d cells made in %.0f ms\n", n, N_COLUMNS, (double) (g_get_monotonic_time () - start) / 1000);

  theirs = measure_peer (rows);
  ours = measure_ours (rows);
  g_print ("%-40s %11s %11s\n", "to the painted frame", "ours", "bare");
  print ("filling", ours.fill, theirs.fill);
  print ("a keystroke in the search, median", ours.search.middle, theirs.search.middle);
  print ("a keystroke in the search, worst", ours.search.most, theirs.search.most);
  print ("sorting by a text", ours.sort_text, theirs.sort_text);
  print ("sorting the other way", ours.sort_back, theirs.sort_back);
  return 0;
}
