/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-data-table.h"

#include "models/hw-shared-preferences.h"

#include <math.h>
#include <string.h>

static const HwColumn columns[] = {
  { "Product", HW_COLUMN_TEXT },
  { "On hand", HW_COLUMN_NUMBER },
};

static HwRow *
make_row (gint64      id,
          const char *name,
          const char *text,
          double      number)
{
  HwRow *row = hw_row_new (2, id);

  hw_row_set_text (row, 0, g_strdup (name));
  hw_row_set_number (row, 1, g_strdup (text), number);
  return row;
}

/* As texts "9" would stand after "1,000"; one is not known. */
static GPtrArray *
make_rows (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rows, make_row (1, "Rye loaf", "1,000", 1000));
  g_ptr_array_add (rows, make_row (2, "Apple pie", "–", NAN));
  g_ptr_array_add (rows, make_row (3, "Bread roll", "9", 9));
  return rows;
}

static HwDataTable *
make_table (void)
{
  HwDataTable *table = g_object_ref_sink (HW_DATA_TABLE (hw_data_table_new ()));
  g_autoptr (GPtrArray) rows = make_rows ();

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, "Stock");
  hw_data_table_set_rows (table, rows);
  return table;
}

static void
assert_order (HwDataTable *table,
              gint64       first,
              gint64       second,
              gint64       third)
{
  g_assert_cmpuint (hw_data_table_get_n_shown (table), ==, 3);
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_shown (table, 0)), ==, first);
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_shown (table, 1)), ==, second);
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_shown (table, 2)), ==, third);
}

static void
test_sort (void)
{
  HwDataTable *table = make_table ();

  assert_order (table, 1, 2, 3); /* as given */
  hw_data_table_sort (table, 1);
  assert_order (table, 3, 1, 2); /* by size, the unknown last */
  hw_data_table_sort (table, 1);
  assert_order (table, 1, 3, 2); /* turned round, the unknown still last */
  hw_data_table_sort (table, 0);
  assert_order (table, 2, 3, 1); /* by name */

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "table.sort", "u", 1));
  assert_order (table, 3, 1, 2); /* the menu does the same */

  g_assert_finalize_object (table);
}

static void
test_search (void)
{
  HwDataTable *table = make_table ();

  hw_data_table_search (table, "BREAD");
  g_assert_cmpuint (hw_data_table_get_n_shown (table), ==, 1);
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_shown (table, 0)), ==, 3);

  hw_data_table_search (table, "1,000"); /* figures too */
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_shown (table, 0)), ==, 1);

  hw_data_table_search (table, "nothing of the sort");
  g_assert_cmpuint (hw_data_table_get_n_shown (table), ==, 0);

  hw_data_table_search (table, "");
  assert_order (table, 1, 2, 3);

  g_assert_finalize_object (table);
}

static void
chosen_cb (HwDataTable *table,
           HwRow       *row,
           gint64      *seen)
{
  *seen = hw_row_get_id (row);
}

/* New rows, as after an import, leave the choice where it was and say nothing. */
static void
test_choice_stays (void)
{
  HwDataTable *table = make_table ();
  g_autoptr (GPtrArray) rows = make_rows ();
  gint64 seen = 0;

  g_signal_connect (table, "row-chosen", G_CALLBACK (chosen_cb), &seen);
  g_assert_null (hw_data_table_get_chosen (table));

  hw_data_table_choose (table, 3);
  g_assert_cmpint (seen, ==, 3);

  seen = 0;
  hw_data_table_set_rows (table, rows);
  g_assert_cmpint (seen, ==, 0);
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_chosen (table)), ==, 3);

  g_assert_finalize_object (table);
}

/* What a screen reader hears of a line: the name, then each figure with its title. */
static void
test_speech (void)
{
  static const char *const titles[] = { "Product", "On hand", NULL };
  g_autoptr (HwRow) row = make_row (1, "Rye loaf", "1,000", 1000);
  g_autofree char *speech = hw_row_dup_speech (row, titles);

  g_assert_cmpstr (speech, ==, "Rye loaf, On hand: 1,000");
}

/* The table of an order: a name, a supplier, a quantity that can be changed, a share
 * as a bar, a small line. */
enum
{
  NAME,
  SUPPLIER,
  ORDER,
  SHARE,
  PAST,
  N_COLUMNS,
};

static const HwColumn order_columns[N_COLUMNS] = {
  [NAME]     = { "Product", HW_COLUMN_TEXT },
  [SUPPLIER] = { "Supplier", HW_COLUMN_SHORT },
  [ORDER]    = { "Order", HW_COLUMN_NUMBER },
  [SHARE]    = { "Share", HW_COLUMN_BAR },
  [PAST]     = { "Past weeks", HW_COLUMN_SPARK },
};

static HwRow *
make_order (gint64      id,
            const char *name,
            const char *supplier,
            double      units)
{
  static const double past[] = { 3, 5, NAN, 4 };
  HwRow *row = hw_row_new (N_COLUMNS, id);

  hw_row_set_text (row, NAME, g_strdup (name));
  hw_row_set_text (row, SUPPLIER, g_strdup (supplier));
  hw_row_set_number (row, ORDER, g_strdup_printf ("%.0f", units), units);
  hw_row_set_number (row, SHARE, g_strdup_printf ("%.0f %%", units), units / 100);
  hw_row_set_text (row, PAST, g_strdup ("from 3 to 4"));
  hw_row_set_values (row, PAST, past, G_N_ELEMENTS (past));
  return row;
}

static char *
total_cb (const GPtrArray *shown,
          guint            column,
          gpointer         data)
{
  double sum = 0;

  if (column == NAME)
    return g_strdup_printf ("%u in all", shown->len);
  if (column != ORDER)
    return NULL;

  for (guint i = 0; i < shown->len; i++)
    sum += hw_row_get_number (g_ptr_array_index (shown, i), column);
  return g_strdup_printf ("%.0f", sum);
}

static char *
order_cb (HwRow      *row,
          guint       column,
          const char *text,
          gpointer    data)
{
  const gint64 units = g_ascii_strtoll (text, NULL, 10);

  if (units <= 0)
    return g_strdup ("Enter a number above 0.");

  hw_row_set_number (row, column, g_strdup_printf ("%" G_GINT64_FORMAT, units), (double) units);
  return NULL;
}

static void
fill (HwDataTable *table)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rows, make_order (1, "Rye flour", "Mill", 20));
  g_ptr_array_add (rows, make_order (2, "Äpfel", "Farm", 5));
  g_ptr_array_add (rows, make_order (3, "Wheat flour", "Mill", 40));
  g_ptr_array_add (rows, make_order (4, "Milk", "Farm", 10));
  hw_data_table_set_rows (table, rows);
}

static HwDataTable *
make_orders (void)
{
  HwDataTable *table = g_object_ref_sink (HW_DATA_TABLE (hw_data_table_new ()));

  hw_data_table_set_columns (table, order_columns, N_COLUMNS);
  hw_data_table_set_label (table, "Orders");
  hw_data_table_set_totals (table, total_cb, NULL, NULL);
  fill (table);
  return table;
}

static char *
shown_ids (HwDataTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < hw_data_table_get_n_shown (table); i++)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, hw_row_get_id (hw_data_table_get_shown (table, i)));

  return g_string_free (out, FALSE);
}

static void
assert_shown (HwDataTable *table,
              const char  *ids)
{
  g_autofree char *shown = shown_ids (table);

  g_assert_cmpstr (shown, ==, ids);
}

static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_visible (widget) &&
      (text == NULL || (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_label (HwDataTable *table,
           const char  *text)
{
  return find (GTK_WIDGET (table), GTK_TYPE_LABEL, text) != NULL;
}

/* Letters with marks, words that grow and shrink, and the order that was chosen. */
static void
test_search_narrows (void)
{
  HwDataTable *table = make_orders ();

  hw_data_table_sort (table, ORDER);
  hw_data_table_search (table, "f");
  assert_shown (table, "2413");
  hw_data_table_search (table, "fl");
  assert_shown (table, "13");
  hw_data_table_search (table, "ÄPF");
  assert_shown (table, "2");
  hw_data_table_search (table, "f");
  assert_shown (table, "2413");

  g_assert_finalize_object (table);
}

/* Rows that are equal in one column keep the order of the other. */
static void
test_sort_by_two (void)
{
  HwDataTable *table = make_orders ();

  hw_data_table_sort (table, ORDER);
  hw_data_table_sort (table, SUPPLIER);
  assert_shown (table, "2413");
  fill (table);
  assert_shown (table, "2413");

  g_assert_finalize_object (table);
}

static void
test_filter (void)
{
  HwDataTable *table = make_orders ();

  hw_data_table_filter (table, SUPPLIER, "Mill");
  assert_shown (table, "13");
  g_assert_true (has_label (table, "Showing only: Supplier “Mill”"));

  hw_data_table_search (table, "rye");
  assert_shown (table, "1");
  fill (table);
  assert_shown (table, "1"); /* new rows are filtered as the old ones were */

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "table.show-all", NULL));
  assert_shown (table, "1234");
  g_assert_false (has_label (table, "Showing only: Supplier “Mill”"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "filter.column-1", "s", "Farm"));
  assert_shown (table, "24"); /* the menu does the same */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "filter.column-1", "s", ""));
  assert_shown (table, "1234");

  g_assert_finalize_object (table);
}

/* The foot of the table is about the rows that are shown. */
static void
test_totals (void)
{
  HwDataTable *table = make_orders ();

  g_assert_true (has_label (table, "4 in all"));
  g_assert_true (has_label (table, "75"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (GTK_WIDGET (table), GTK_TYPE_LABEL, "75")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Total, Order: 75");
  hw_data_table_search (table, "flour");
  g_assert_true (has_label (table, "60"));
  g_assert_true (has_label (table, "2 in all"));

  g_assert_finalize_object (table);
}

/* A spreadsheet takes it: titles, tabs, no space or mark that only looks nice. */
static void
test_copy (void)
{
  HwDataTable *table = make_orders ();
  g_autofree char *whole = NULL, *part = NULL, *csv = NULL;

  hw_row_set_text (hw_data_table_get_shown (table, 0), NAME, g_strdup ("Rye\tflour\n1\u202f000"));
  hw_data_table_filter (table, SUPPLIER, "Mill");
  whole = hw_data_table_dup_tsv (table);
  g_assert_cmpstr (whole, ==, "Product\tSupplier\tOrder\tShare\tPast weeks\n"
                              "Rye flour 1 000\tMill\t20\t20 %\tfrom 3 to 4\n"
                              "Wheat flour\tMill\t40\t40 %\tfrom 3 to 4\n");

  /* As a file: no cell is a formula, and a minus is none; a figure is one in any country. */
  hw_row_set_text (hw_data_table_get_shown (table, 0), NAME, g_strdup ("=1+1, \"rye\""));
  hw_row_set_number (hw_data_table_get_shown (table, 0), ORDER, g_strdup ("1.234,50\u00a0€"), 1234.5);
  hw_row_set_number (hw_data_table_get_shown (table, 1), ORDER, g_strdup ("-40"), -40);
  csv = hw_data_table_dup_csv (table);
  g_assert_cmpstr (csv, ==, "\xef\xbb\xbf" "Product,Supplier,Order,Share,Past weeks\n"
                            "\"'=1+1, \"\"rye\"\"\",Mill,1234.50,20 %,from 3 to 4\n"
                            "Wheat flour,Mill,-40,40 %,from 3 to 4\n");
  hw_row_set_text (hw_data_table_get_shown (table, 1), ORDER, g_strdup ("40"));

  hw_data_table_show_column (table, SHARE, FALSE);
  hw_data_table_show_column (table, PAST, FALSE);
  hw_data_table_search (table, "wheat");
  part = hw_data_table_dup_tsv (table);
  g_assert_cmpstr (part, ==, "Product\tSupplier\tOrder\nWheat flour\tMill\t40\n");

  g_assert_finalize_object (table);
}

/* A table is as it was left, under its name. */
static void
test_remembered (void)
{
  g_autoptr (HwPreferences) preferences = hw_preferences_load ();
  HwDataTable *table, *other;
  g_autofree char *tsv = NULL, *other_tsv = NULL;

  hw_preferences_share (preferences);
  table = make_orders ();
  hw_data_table_set_name (table, "orders");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "columns.column-3", NULL));
  hw_data_table_show_column (table, PAST, FALSE);
  hw_data_table_sort (table, ORDER);
  hw_data_table_sort (table, ORDER);
  assert_shown (table, "3142");
  g_assert_finalize_object (table);

  table = make_orders ();
  hw_data_table_set_name (table, "orders");
  assert_shown (table, "3142");
  tsv = hw_data_table_dup_tsv (table);
  g_assert_true (g_str_has_prefix (tsv, "Product\tSupplier\tOrder\n"));
  g_assert_finalize_object (table);

  other = make_table (); /* other columns than the name was kept for */
  hw_data_table_set_name (other, "orders");
  assert_order (other, 1, 2, 3);
  other_tsv = hw_data_table_dup_tsv (other);
  g_assert_true (g_str_has_prefix (other_tsv, "Product\tOn hand\n"));
  g_assert_finalize_object (other);

  hw_preferences_share (NULL);
}

/* Bars and small lines are said in words. */
static void
test_drawn_cells_speak (void)
{
  static const char *const titles[] = { "Product", "Supplier", "Order", "Share", "Past weeks" };
  static const char *const fewer[] = { "Product", NULL, "Order", NULL, NULL };
  g_autoptr (HwRow) row = make_order (1, "Rye flour", "Mill", 20);
  g_autofree char *all = hw_row_dup_speech (row, titles);
  g_autofree char *some = hw_row_dup_speech (row, fewer);

  g_assert_cmpstr (all, ==, "Rye flour, Supplier: Mill, Order: 20, Share: 20 %, Past weeks: from 3 to 4");
  g_assert_cmpstr (some, ==, "Rye flour, Order: 20");
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the window draw what changed. */
static void
draw_frames (void)
{
  gboolean done = FALSE;

  g_timeout_add (150, stop_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* A slow machine takes its time. */
static void
wait_for_value (GtkAdjustment *adjustment,
                double         least,
                double         most)
{
  const gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end &&
         (gtk_adjustment_get_value (adjustment) < least || gtk_adjustment_get_value (adjustment) > most))
    draw_frames ();

  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >=, least);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <=, most);
}

static GtkWindow *
show_in_window (HwDataTable *table)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 700, 400);
  gtk_window_set_child (window, GTK_WIDGET (table));
  gtk_window_present (window);
  draw_frames ();
  return window;
}

/* As if a key came to where the focus is, or to what is around it. */
static gboolean
press (GtkWindow       *window,
       guint            keyval,
       GdkModifierType  state)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (window));

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);
          gboolean taken = FALSE;

          if (GTK_IS_EVENT_CONTROLLER_KEY (one) && gtk_event_controller_get_propagation_phase (one) == GTK_PHASE_CAPTURE)
            g_signal_emit_by_name (one, "key-pressed", keyval, 0, state, &taken);
          if (taken)
            return TRUE;
        }
    }

  return FALSE;
}

static GtkWidget *
typing (GtkWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return GTK_IS_TEXT (focus) && gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW) != NULL ? focus : NULL;
}

static void
type (GtkWindow  *window,
      const char *text)
{
  g_assert_nonnull (typing (window));
  gtk_editable_set_text (GTK_EDITABLE (typing (window)), text);
}

static const char *
order_of (HwDataTable *table,
          guint        position)
{
  return hw_row_get_text (hw_data_table_get_shown (table, position), ORDER);
}

static void
activated_cb (HwDataTable *table,
              HwRow       *row,
              gint64      *seen)
{
  *seen = hw_row_get_id (row);
}

static void
test_edit (void)
{
  HwDataTable *table = make_orders ();
  GtkWindow *window;
  gint64 activated = 0;

  hw_data_table_set_editable (table, ORDER, order_cb, NULL, NULL);
  g_signal_connect (table, "row-activated", G_CALLBACK (activated_cb), &activated);
  window = show_in_window (table);
  hw_data_table_choose (table, 1);
  gtk_widget_grab_focus (GTK_WIDGET (table));

  /* F2, a figure, Enter: the row and the total have it, the focus is on the row. */
  g_assert_null (typing (window));
  g_assert_true (press (window, GDK_KEY_F2, 0));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (typing (window)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Order");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (typing (window))), ==, "20");
  type (window, "25");
  g_assert_true (press (window, GDK_KEY_Return, 0));
  g_assert_cmpstr (order_of (table, 0), ==, "25");
  g_assert_true (has_label (table, "25"));
  g_assert_true (has_label (table, "80"));
  g_assert_null (typing (window));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_COLUMN_VIEW));

  /* Enter begins too; Escape leaves. */
  g_assert_true (press (window, GDK_KEY_Return, 0));
  type (window, "99");
  g_assert_true (press (window, GDK_KEY_Escape, 0));
  g_assert_cmpstr (order_of (table, 0), ==, "25");

  /* What is wrong is said and stays to be mended; Tab then goes to the next row. */
  g_assert_true (hw_data_table_edit (table, ORDER));
  type (window, "none");
  g_assert_true (press (window, GDK_KEY_Tab, 0));
  g_assert_true (has_label (table, "Enter a number above 0."));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (typing (window)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Enter a number above 0.");
  type (window, "30");
  g_assert_true (press (window, GDK_KEY_Tab, 0));
  g_assert_false (has_label (table, "Enter a number above 0."));
  g_assert_cmpstr (order_of (table, 0), ==, "30");
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_chosen (table)), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (typing (window))), ==, "5");
  type (window, "6");
  g_assert_true (press (window, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_cmpstr (order_of (table, 1), ==, "6");
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_chosen (table)), ==, 1);
  g_assert_true (press (window, GDK_KEY_Escape, 0));

  /* Ctrl+Enter is what Enter is elsewhere. */
  g_assert_cmpint (activated, ==, 0);
  g_assert_true (press (window, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpint (activated, ==, 1);
  g_assert_false (hw_data_table_edit (table, NAME));

  gtk_window_destroy (window);
  g_assert_finalize_object (table);
}

/* A click elsewhere keeps what is right and drops what is not; typing goes on over
 * new rows, but not over another row. */
static void
test_edit_left (void)
{
  HwDataTable *table = make_orders ();
  GtkWindow *window;

  hw_data_table_set_editable (table, ORDER, order_cb, NULL, NULL);
  window = show_in_window (table);
  hw_data_table_choose (table, 1);

  g_assert_true (hw_data_table_edit (table, ORDER));
  type (window, "21");
  gtk_widget_grab_focus (find (GTK_WIDGET (table), GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_cmpstr (order_of (table, 0), ==, "21");
  g_assert_null (typing (window));

  g_assert_true (hw_data_table_edit (table, ORDER));
  type (window, "none");
  gtk_widget_grab_focus (find (GTK_WIDGET (table), GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_cmpstr (order_of (table, 0), ==, "21");
  g_assert_true (has_label (table, "Enter a number above 0."));

  g_assert_true (hw_data_table_edit (table, ORDER));
  type (window, "22");
  fill (table);
  draw_frames ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (typing (window))), ==, "22");
  g_assert_true (press (window, GDK_KEY_Return, 0));
  g_assert_cmpstr (order_of (table, 0), ==, "22");

  g_assert_true (hw_data_table_edit (table, ORDER));
  type (window, "23");
  hw_data_table_search (table, "wheat");
  g_assert_null (typing (window));
  hw_data_table_search (table, "");
  g_assert_cmpstr (order_of (table, 0), ==, "22");
  g_assert_cmpint (hw_row_get_id (hw_data_table_get_chosen (table)), ==, 1); /* the choice is back with its row */

  gtk_window_destroy (window);
  g_assert_finalize_object (table);
}

/* Search, filter, menu, rows, out; and back again. */
static void
test_tab (void)
{
  static const char *const stops[] = { "GtkText", "GtkToggleButton", "GtkToggleButton", "GtkListItemWidget" };
  HwDataTable *table = make_orders ();
  GtkWindow *window = show_in_window (table);
  const char *seen[8] = { NULL };
  guint n = 0;

  hw_data_table_choose (table, 1);
  gtk_window_set_focus (window, NULL);
  while (n < G_N_ELEMENTS (seen) - 1 && gtk_widget_child_focus (GTK_WIDGET (table), GTK_DIR_TAB_FORWARD))
    seen[n++] = G_OBJECT_TYPE_NAME (gtk_root_get_focus (GTK_ROOT (window)));
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (stops));
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (seen[i], ==, stops[i]);

  gtk_window_destroy (window);
  g_assert_finalize_object (table);
}

/* Far down a long table, as soon as it is there to be seen. */
static void
test_scroll_to (void)
{
  HwDataTable *table = make_orders ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkAdjustment *height;
  GtkWindow *window;

  for (gint64 i = 0; i < 5000; i++)
    g_ptr_array_add (rows, make_order (i, "Flour", "Mill", (double) i));
  hw_data_table_set_rows (table, rows);
  hw_data_table_scroll_to (table, 4999);
  window = show_in_window (table);

  height = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find (GTK_WIDGET (table), GTK_TYPE_SCROLLED_WINDOW, NULL)));
  wait_for_value (height, 5000 * 10, G_MAXDOUBLE);
  hw_data_table_scroll_to (table, 0);
  wait_for_value (height, 0, 0);

  gtk_window_destroy (window);
  g_assert_finalize_object (table);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/data-table/sort", test_sort);
  g_test_add_func ("/ui/data-table/search", test_search);
  g_test_add_func ("/ui/data-table/choice-stays", test_choice_stays);
  g_test_add_func ("/ui/data-table/speech", test_speech);

  g_test_add_func ("/ui/data-table/search-narrows", test_search_narrows);
  g_test_add_func ("/ui/data-table/sort-by-two", test_sort_by_two);
  g_test_add_func ("/ui/data-table/filter", test_filter);
  g_test_add_func ("/ui/data-table/totals", test_totals);
  g_test_add_func ("/ui/data-table/copy", test_copy);
  g_test_add_func ("/ui/data-table/remembered", test_remembered);
  g_test_add_func ("/ui/data-table/drawn-cells-speak", test_drawn_cells_speak);
  g_test_add_func ("/ui/data-table/edit", test_edit);
  g_test_add_func ("/ui/data-table/edit-left", test_edit_left);
  g_test_add_func ("/ui/data-table/tab", test_tab);
  g_test_add_func ("/ui/data-table/scroll-to", test_scroll_to);

  return g_test_run ();
}
