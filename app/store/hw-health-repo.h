/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-health-repo.h: what the records hold and what is odd in them, counted row by row.
 *
 * In:  the file, and the day up to which rows can be right.
 * Out: counts and sums; sums of money are for shares, never for the books.
 * Two walks over the sales: a million of them take well under a second.
 * Thread: that of the store.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 product_id;
  gint64 n_lines;
  double revenue;
  double units;
  HwDay  last;             /* sale up to today */
  gint64 n_cheap;          /* lines at a quarter of the usual price or less */
  double cheap;            /* what they bring less than at the usual price */
  double back;             /* paid back for goods never sold before */
} HwHealthProduct;

typedef struct
{
  gint64  n_lines;         /* sales, of any day */
  gint64  n_ahead;         /* of days after today */
  HwDay   first, last;     /* up to today; HW_DAY_NONE if there are none */
  guint8 *sold_on;         /* (owned) (nullable) length last - first + 1: 1 where anything was sold */
  gint64  n_amounts;       /* lines with an amount */
  double  revenue;         /* of them */
  gint64  n_customers;     /* lines that say who bought */
  double  customer_revenue;
  gint64  n_receipts;      /* lines with a receipt or order number */
  gint64  n_nothing;       /* lines of no quantity */
  gint64  n_signs;         /* quantity and amount of different signs */
  gint64  n_negative;      /* brought back */
  gint64  n_too_many_back; /* more brought back than was ever sold before */
  gint64  n_far_quantity;  /* many times what is sold of the product otherwise */
  gint64  n_far_price;     /* at a price far from the product's usual one */
  gint64  n_again;         /* the same line in two files */
  gint64  n_twice;         /* the same line twice in one file */
  gint64  n_pairs;         /* product-days with sales */
  gint64  n_pairs_many;    /* of them, with more than one line */
  gint64  n_weeks;         /* product-weeks with sales in the last 364 days of sales */
  gint64  n_weeks_counted; /* of them, with a count of the product */
  GArray *products;        /* (owned) of HwHealthProduct, those with sales, by id */

  gint64  n_counts;
  gint64  n_sold_out;      /* counts of none */
  gint64  n_below_zero;
  gint64  n_count_days;    /* days with any count */
  HwDay   last_count;
  gint64  n_waste;
  HwDay   first_waste, last_waste;

  gint64  n_order_lines;   /* of orders sent, not cancelled */
  gint64  n_received;      /* of them, with the day they came */
  gint64  n_proposed;      /* lines the program proposed */
  gint64  n_changed;       /* of them, ordered in another amount */
  gint64  n_changed_why;   /* of these, with a reason */
  double  supplier_hhi;    /* sum of squared shares of what was ordered; 0 if nothing was */
  gint64  n_rules;         /* shapes of files that the program knows how to read */
} HwHealthRows;

/* @today: rows of later days are counted as such and left out of the rest. */
HwHealthRows *hw_health_repo_rows (HwStore  *store,
                                   HwDay     today,
                                   GError  **error) G_GNUC_WARN_UNUSED_RESULT;
void          hw_health_rows_free (HwHealthRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwHealthRows, hw_health_rows_free)

G_END_DECLS
