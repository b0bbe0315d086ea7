/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-source-repo.h: which rows of which files the sales came from. */
#pragma once

#include "core/hw-day.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 product_id;
  HwDay  day;
  gint64 shop_id;              /* 0: not told apart, or not said */
  gint64 import_id;            /* 0: of no file */
  gint64 first_row, last_row;  /* in it; 0 if not known */
} HwSourceRows;

typedef void (*HwSourceRowsFunc) (const HwSourceRows *rows, gpointer data);

/* One call per product, day and file with sales, from..to (both included); by product
 * id, then day, then file. @by_shop: one for each shop too, by product, then shop, ... */
gboolean hw_source_repo_each (HwStore           *store,
                              HwDay              from,
                              HwDay              to,
                              gboolean           by_shop,
                              HwSourceRowsFunc   func,
                              gpointer           data,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
