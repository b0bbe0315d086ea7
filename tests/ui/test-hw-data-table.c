/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-data-table.h"

#include <math.h>

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
  assert_order (table, 2, 1, 3); /* turned round */
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

  return g_test_run ();
}
