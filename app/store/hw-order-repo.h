/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-repo.h: orders to suppliers as a list, and taken back. */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  HwOrder order;
  char   *supplier;   /* (owned) name */
  HwDay   received;   /* the day on which all of it had come; HW_DAY_NONE */
  guint   n_lines;
  HwMoney value;      /* of the lines whose cost is known */
} HwOrderRow;

void       hw_order_row_free     (HwOrderRow *self);

/* Newest first, at most @most: array of HwOrderRow. */
GPtrArray *hw_order_repo_list    (HwStore *store, guint most, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A sent order of which nothing has come; @done says whether it was one.
 * NO_SUCH_ROW if there is no such order. */
gboolean   hw_order_repo_cancel  (HwStore *store, gint64 id, gboolean *done, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrderRow, hw_order_row_free)

G_END_DECLS
