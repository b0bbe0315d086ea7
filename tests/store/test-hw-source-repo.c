/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-source-repo.h"

#include "store/hw-sale-repo.h"
#include "store/hw-store-fixture.h"

#define DAY 20100

static void
add_sale (HwStore *store,
          HwDay    day,
          gint64   product_id,
          gint64   import_id,
          gint64   row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, &error);
  const HwSale sale = {
    .day = day, .product_id = product_id, .quantity = 10000, .amount = 10000, .minute = -1, .order_ref = (char *) "",
    .import_id = import_id, .source_row = row,
  };

  g_assert_no_error (error);
  g_assert_true (hw_sale_writer_add (writer, &sale, &error));
  g_assert_no_error (error);
}

static void
write_down (const HwSourceRows *rows,
            gpointer            data)
{
  g_string_append_printf (data, "%d/%d: %d %d-%d\n", (int) rows->product_id, rows->day, (int) rows->import_id,
                          (int) rows->first_row, (int) rows->last_row);
}

/* Which rows of which file; sales of no file have none; days beyond are not told. */
static void
test_each (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (GString) text = g_string_new (NULL);
  const gint64 bread = add_product (store, "B1", 10000, 10000, 0), roll = add_product (store, "R1", 10000, 10000, 0);

  add_sale (store, DAY, bread, 7, 12);
  add_sale (store, DAY, bread, 7, 9);
  add_sale (store, DAY, bread, 8, 2);
  add_sale (store, DAY + 1, bread, 0, 0);
  add_sale (store, DAY, roll, 7, 10);
  add_sale (store, DAY + 2, roll, 7, 99);

  g_assert_true (hw_source_repo_each (store, DAY, DAY + 1, FALSE, write_down, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, "1/20100: 7 9-12\n1/20100: 8 2-2\n1/20101: 0 0-0\n2/20100: 7 10-10\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/source-repo/each", Fixture, NULL, fixture_set_up, test_each, fixture_tear_down);
  return g_test_run ();
}
