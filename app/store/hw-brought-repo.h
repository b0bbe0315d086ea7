/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-brought-repo.h: which files brought sales of some days, and what they brought, for
 * telling whether another file says the same once more.
 *
 * Thread: that of the store.
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   import_id;
  char    *name;      /* (owned) of the file */
  HwDay    said_last; /* the last day that the file counts for */
  HwDay    last;      /* the last that a sale of it stands on */
  guint    n_days;    /* on which sales of it stand */
  gboolean months;    /* each of them begins a month */
  gboolean weeks;     /* each is a Monday */
} HwBrought;

/* All files of which there are sales: array of HwBrought, oldest first. */
GArray  *hw_brought_repo_list (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64     import_id;
  HwDay      day;
  gint64     product_id;
  gint64     shop_id;   /* 0: not said */
  HwQuantity quantity;
  HwMoney    amount;    /* or HW_UNKNOWN */
} HwBroughtSale;

typedef void (*HwBroughtFunc) (const HwBroughtSale *sale, gpointer data);

/* Each sale of those days that came with a file. */
gboolean hw_brought_repo_each (HwStore *store, HwDay from, HwDay to, HwBroughtFunc func, gpointer data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
