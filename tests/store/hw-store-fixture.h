/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-store-fixture.h: a folder of its own for each test, and a small business in it. */
#pragma once

#include "core/hw-error.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Of the files this program makes, and of one it cannot know. */
#define VERSION_TODAY 7
#define VERSION_NEWER 1000

typedef struct
{
  char *folder;
  char *path;   /* folder/Shop.headway */
} Fixture;

static inline void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("headway-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Shop.headway", NULL);
}

static inline void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  GDir *dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }

  g_dir_close (dir);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* How many files stand in the folder. */
static inline guint
fixture_count_files (Fixture *self)
{
  GDir *dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  g_dir_close (dir);
  return n;
}

static inline HwStore *
fixture_create (Fixture *self)
{
  const HwBusiness business = {
    .name = (char *) "Corner Bakery", .sector = (char *) "bakery", .country = (char *) "DE",
    .currency = "EUR", .founded = 20000,
  };
  g_autoptr (GError) error = NULL;
  HwStore *store = hw_store_create (self->path, &business, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static inline HwStore *
fixture_open (Fixture    *self,
              HwStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  HwStore *store = hw_store_open (self->path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

/* Asserts that @path is refused for that reason. */
static inline void
assert_refused (const char   *path,
                HwStoreMode   mode,
                HwStoreError  code)
{
  g_autoptr (GError) error = NULL;
  HwStore *store = hw_store_open (path, mode, &error);

  g_assert_error (error, HW_STORE_ERROR, (int) code);
  g_assert_null (store);
}

static inline gint64
add_product (HwStore    *store,
             const char *sku,
             HwMoney     price,
             HwMoney     cost,
             gint64      import_id)
{
  HwProduct product = {
    .sku = (char *) sku, .name = (char *) sku, .category = (char *) "", .unit = (char *) "",
    .price = price, .cost = cost,
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_product_repo_add (store, &product, import_id, &error));
  g_assert_no_error (error);
  return product.id;
}

/* Changes the file behind the store's back. */
static inline void
run_sql (const char *path,
         const char *sql)
{
  g_autofree char *message = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    message = g_strdup (sqlite3_errmsg (db));

  sqlite3_close (db);
  g_assert_cmpstr (message, ==, NULL);
}

/* The one number that @sql gives. */
static inline gint64
ask_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return answer;
}
