/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-repo.h: orders to suppliers, listed, made and changed, one at a time or
 * in steps that can be taken back.
 *
 * A step is what the owner did at one time to some orders. Order of calls, inside a
 * transaction: _begin_step, then _keep_before of each order before it is changed (or
 * _keep_made after it was made), then the changes. */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  HwOrderLine line;
  HwQuantity  proposed;   /* or HW_UNKNOWN */
  char       *why;        /* (owned) "" if none */
  char       *name;       /* (owned) of the product */
  char       *sku;        /* (owned) */
  char       *unit;       /* (owned) */
  HwQuantity  pack;
  HwQuantity  min_order;
  HwQuantity  received;
} HwOrderLineRow;

typedef struct
{
  HwOrder    order;
  HwDay      confirmed;   /* the day the supplier named; HW_DAY_NONE */
  char      *supplier;    /* (owned) name */
  char      *email;       /* (owned) */
  HwDay      received;    /* the day on which all of it had come; HW_DAY_NONE */
  gboolean   presumed;    /* counts as here though nobody said so */
  HwMoney    value;       /* of the lines whose cost is known */
  GPtrArray *lines;       /* (owned) of HwOrderLineRow, as they were made */
} HwOrderRow;

void       hw_order_row_free         (HwOrderRow *self);

/* Those on their way first, then newest first, at most @most: array of HwOrderRow. */
GPtrArray *hw_order_repo_list        (HwStore *store, HwDay today, guint most, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NO_SUCH_ROW if there is none. */
HwOrderRow *hw_order_repo_find       (HwStore *store, HwDay today, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A line with what was proposed (or HW_UNKNOWN) and why it differs; sets its id. */
gboolean   hw_order_repo_add_line    (HwStore *store, HwOrderLine *line, HwQuantity proposed, const char *why, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* State and days of the order of that id. */
gboolean   hw_order_repo_update      (HwStore *store, const HwOrder *order, HwDay confirmed, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 supplier_id;
  gint64 n;               /* lines of which it is known */
  gint64 on_time;
} HwPunctuality;

/* Whether all of a line was here by the day the supplier named, else by the day it
 * was expected when it was sent: lines received or overdue, not those that count as
 * here unsaid, nor cancelled ones. Array of HwPunctuality, by supplier id. */
GArray    *hw_order_repo_punctuality (HwStore *store, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- steps --- */

gboolean   hw_order_repo_begin_step  (HwStore *store, const char *kind, HwDay day, gint64 *step, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hw_order_repo_keep_before (HwStore *store, gint64 step, gint64 order_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hw_order_repo_keep_made   (HwStore *store, gint64 step, gint64 order_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hw_order_repo_add_receipt (HwStore *store, gint64 step, const HwReceipt *receipt, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hw_order_repo_add_refusal (HwStore *store, gint64 step, gint64 product_id, HwDay day, HwQuantity proposed, const char *why, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The orders of @step become what they were before, those it made cancelled; its
 * receipts and refusals go. @ids: of gint64, the orders, to be appended to;
 * @n_refused: refusals that went. NO_SUCH_ROW if there is no such step (it was taken
 * back before); @later TRUE, and nothing done, if one of its orders was changed since. */
gboolean   hw_order_repo_take_back   (HwStore *store, gint64 step, GArray *ids, guint *n_refused, gboolean *later, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64     product_id;
  HwDay      day;
  HwQuantity proposed;    /* or HW_UNKNOWN */
  char      *why;         /* (owned) "" if none */
} HwRefusal;

/* From @from on, newest first: array of HwRefusal, cleared with it. */
GArray    *hw_order_repo_refusals    (HwStore *store, HwDay from, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrderRow, hw_order_row_free)

G_END_DECLS
