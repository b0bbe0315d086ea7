/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-health-repo.h"

#include "store/hw-health-doubles.h"
#include "store/hw-health-usual.h"
#include "store/hw-statement.h"

#include <math.h>
#include <string.h>

#define YEAR_DAYS 364

/* All from the covering index: each product's lines day by day. */
#define SQL_LINES \
  "SELECT product_id, day, quantity, amount FROM sale INDEXED BY sale_by_product ORDER BY product_id, day"

#define SQL_SPAN \
  "SELECT min (day), (SELECT max (day) FROM sale WHERE day <= ?1) FROM sale WHERE day <= ?1"

/* Weeks begin on Mondays: day 0 was a Thursday. */
#define SQL_COUNTED_WEEKS \
  "SELECT DISTINCT product_id, (day + 3) / 7 FROM stock_count WHERE day BETWEEN ?1 AND ?2 ORDER BY 1, 2"

#define SQL_COUNTS \
  "SELECT count (*), coalesce (sum (quantity <= 0), 0), coalesce (sum (quantity < 0), 0)," \
  " count (DISTINCT day), max (day) FROM stock_count WHERE day <= ?1"

#define SQL_WASTE "SELECT count (*), min (day), max (day) FROM waste WHERE day <= ?1"

#define SQL_ORDERS \
  "SELECT count (*), coalesce (sum (EXISTS (SELECT 1 FROM receipt AS r WHERE r.order_line_id = l.id)), 0)," \
  " count (l.proposed), coalesce (sum (l.proposed <> l.quantity), 0)," \
  " coalesce (sum (l.proposed <> l.quantity AND l.why <> ''), 0)" \
  " FROM order_line AS l JOIN purchase_order AS o ON o.id = l.order_id" \
  " WHERE o.state NOT IN ('draft', 'cancelled')"

#define SQL_SUPPLIER_SHARES \
  "SELECT coalesce (sum (v * v) / (sum (v) * sum (v)), 0.0) FROM (" \
  "SELECT sum (1e-8 * l.quantity * coalesce (l.unit_cost, p.cost)) AS v" \
  " FROM order_line AS l JOIN purchase_order AS o ON o.id = l.order_id JOIN product AS p ON p.id = l.product_id" \
  " WHERE o.state NOT IN ('draft', 'cancelled') GROUP BY o.supplier_id)"

#define SQL_RULES "SELECT count (*) FROM import_shape WHERE mapping IS NOT NULL"

static HwStatement *
ask (HwStore     *store,
     const char  *sql,
     HwDay        today,
     GError     **error)
{
  HwStatement *stmt = hw_statement_new (store, sql, error);

  if (stmt != NULL && strstr (sql, "?1") != NULL)
    hw_statement_set_int (stmt, 1, today);

  return stmt;
}

/* The weeks in which each product was counted, walked along with its sales. */
typedef struct
{
  HwStatement *stmt;   /* (owned) */
  gboolean     more;
} CountedWeeks;

static gboolean
is_week_counted (CountedWeeks  *self,
                 gint64         product_id,
                 gint64         week,
                 GError       **error)
{
  while (self->more &&
         (hw_statement_get_int (self->stmt, 0) < product_id ||
          (hw_statement_get_int (self->stmt, 0) == product_id && hw_statement_get_int (self->stmt, 1) < week)))
    self->more = hw_statement_next (self->stmt, error);

  return self->more && hw_statement_get_int (self->stmt, 0) == product_id && hw_statement_get_int (self->stmt, 1) == week;
}

/* What is kept while walking the lines of one product. */
typedef struct
{
  HwHealthRows    *rows;
  CountedWeeks     counted;
  HwHealthUsual   *usual;      /* (owned) the lines of this product */
  HwHealthProduct  product;
  HwDay            day;
  gint64           week;
  gint64           in_day;     /* lines of this day */
  gint64           on_balance; /* sold less brought back so far */
} Walk;

static void
end_day (Walk *walk)
{
  walk->rows->n_pairs += walk->in_day > 0;
  walk->rows->n_pairs_many += walk->in_day > 1;
  walk->in_day = 0;
}

static void
end_product (Walk *walk)
{
  end_day (walk);
  if (walk->product.n_lines > 0)
    {
      const HwHealthOdd odd = hw_health_usual_count (walk->usual);

      walk->rows->n_far_quantity += odd.n_quantity;
      walk->rows->n_far_price += odd.n_price;
      walk->product.n_cheap = odd.n_cheap;
      walk->product.cheap = odd.cheap;
      g_array_append_val (walk->rows->products, walk->product);
    }

  hw_health_usual_reset (walk->usual);
  walk->product = (HwHealthProduct) { .last = HW_DAY_NONE };
  walk->day = HW_DAY_NONE;
  walk->week = G_MININT64;
  walk->on_balance = 0;
}

/* More brought back than ever was sold of it: the sale is missing, or the sign is wrong. */
static void
see_quantity (Walk       *walk,
              HwQuantity  quantity,
              HwMoney     amount)
{
  HwHealthRows *rows = walk->rows;
  const gboolean overflows = !hw_scaled_add (&walk->on_balance, quantity);

  rows->n_nothing += quantity == 0;
  rows->n_signs += amount != HW_UNKNOWN && ((quantity < 0 && amount > 0) || (quantity > 0 && amount < 0));
  if (quantity >= 0 || overflows)
    return;

  rows->n_negative++;
  if (walk->on_balance < 0)
    {
      rows->n_too_many_back++;
      walk->product.back += amount != HW_UNKNOWN ? fabs (hw_scaled_to_double (amount)) : 0.0;
      walk->on_balance = 0;
    }
}

static void
see_amount (Walk    *walk,
            HwMoney  amount)
{
  if (amount == HW_UNKNOWN)
    return;

  walk->rows->n_amounts++;
  walk->rows->revenue += hw_scaled_to_double (amount);
  walk->product.revenue += hw_scaled_to_double (amount);
}

static gboolean
see_line (Walk         *walk,
          HwStatement  *stmt,
          GError      **error)
{
  const HwDay day = hw_statement_get_day (stmt, 1);
  const HwQuantity quantity = hw_statement_get_int (stmt, 2);
  const HwMoney amount = hw_statement_get_known (stmt, 3);
  const gint64 week = (day + 3) / 7;
  GError *local = NULL;

  if (day != walk->day)
    end_day (walk);

  if (week != walk->week && day > walk->rows->last - YEAR_DAYS)
    {
      walk->rows->n_weeks++;
      walk->rows->n_weeks_counted += is_week_counted (&walk->counted, walk->product.product_id, week, &local);
      walk->week = week;
    }

  walk->day = day;
  walk->in_day++;
  walk->rows->sold_on[day - walk->rows->first] = 1;
  walk->product.n_lines++;
  walk->product.units += hw_scaled_to_double (quantity);
  walk->product.last = day;
  see_amount (walk, amount);
  see_quantity (walk, quantity, amount);
  hw_health_usual_add (walk->usual, quantity, amount);
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gboolean
walk_lines (HwStore       *store,
            HwHealthRows  *rows,
            HwDay          today,
            GError       **error)
{
  g_autoptr (HwStatement) stmt = ask (store, SQL_LINES, today, error);
  const HwDay end = rows->last != HW_DAY_NONE ? rows->last : today;
  g_autoptr (HwStatement) counted = stmt != NULL ? ask (store, SQL_COUNTED_WEEKS, end - YEAR_DAYS - 6, error) : NULL;
  g_autoptr (HwHealthUsual) usual = hw_health_usual_new ();
  Walk walk = { .rows = rows, .counted = { counted, FALSE }, .usual = usual };

  if (counted == NULL)
    return FALSE;

  hw_statement_set_int (counted, 2, today);
  walk.counted.more = hw_statement_next (counted, error);
  if (!walk.counted.more && !hw_statement_done (counted))
    return FALSE;

  end_product (&walk);
  while (hw_statement_next (stmt, error))
    {
      const gint64 product_id = hw_statement_get_int (stmt, 0);

      if (product_id != walk.product.product_id)
        {
          end_product (&walk);
          walk.product.product_id = product_id;
        }

      if (hw_statement_get_day (stmt, 1) > today)
        rows->n_ahead++;
      else if (!see_line (&walk, stmt, error))
        return FALSE;
    }

  end_product (&walk);
  return hw_statement_done (stmt);
}

static gboolean
find_span (HwStore       *store,
           HwHealthRows  *rows,
           HwDay          today,
           GError       **error)
{
  g_autoptr (HwStatement) stmt = ask (store, SQL_SPAN, today, error);

  if (stmt == NULL || !hw_statement_next (stmt, error))
    return FALSE;

  rows->first = hw_statement_get_day (stmt, 0);
  rows->last = hw_statement_get_day (stmt, 1);
  if (rows->last != HW_DAY_NONE)
    rows->sold_on = g_new0 (guint8, (gsize) (rows->last - rows->first) + 1);

  return TRUE;
}

static gboolean
count_shelf (HwStore       *store,
             HwHealthRows  *rows,
             HwDay          today,
             GError       **error)
{
  g_autoptr (HwStatement) counts = ask (store, SQL_COUNTS, today, error);
  g_autoptr (HwStatement) waste = counts != NULL ? ask (store, SQL_WASTE, today, error) : NULL;

  if (waste == NULL || !hw_statement_next (counts, error) || !hw_statement_next (waste, error))
    return FALSE;

  rows->n_counts = hw_statement_get_int (counts, 0);
  rows->n_sold_out = hw_statement_get_int (counts, 1);
  rows->n_below_zero = hw_statement_get_int (counts, 2);
  rows->n_count_days = hw_statement_get_int (counts, 3);
  rows->last_count = hw_statement_get_day (counts, 4);
  rows->n_waste = hw_statement_get_int (waste, 0);
  rows->first_waste = hw_statement_get_day (waste, 1);
  rows->last_waste = hw_statement_get_day (waste, 2);
  return TRUE;
}

static gboolean
count_orders (HwStore       *store,
              HwHealthRows  *rows,
              GError       **error)
{
  g_autoptr (HwStatement) orders = ask (store, SQL_ORDERS, 0, error);
  g_autoptr (HwStatement) shares = orders != NULL ? ask (store, SQL_SUPPLIER_SHARES, 0, error) : NULL;
  g_autoptr (HwStatement) rules = shares != NULL ? ask (store, SQL_RULES, 0, error) : NULL;

  if (rules == NULL || !hw_statement_next (orders, error) || !hw_statement_next (shares, error) ||
      !hw_statement_next (rules, error))
    return FALSE;

  rows->n_order_lines = hw_statement_get_int (orders, 0);
  rows->n_received = hw_statement_get_int (orders, 1);
  rows->n_proposed = hw_statement_get_int (orders, 2);
  rows->n_changed = hw_statement_get_int (orders, 3);
  rows->n_changed_why = hw_statement_get_int (orders, 4);
  rows->supplier_hhi = hw_statement_get_double (shares, 0);
  rows->n_rules = hw_statement_get_int (rules, 0);
  return TRUE;
}

HwHealthRows *
hw_health_repo_rows (HwStore  *store,
                     HwDay     today,
                     GError  **error)
{
  g_autoptr (HwHealthRows) rows = g_new0 (HwHealthRows, 1);

  rows->products = g_array_new (FALSE, FALSE, sizeof (HwHealthProduct));
  if (!find_span (store, rows, today, error) ||
      !walk_lines (store, rows, today, error) ||
      !hw_health_doubles_count (store, rows, today, error) ||
      !count_shelf (store, rows, today, error) ||
      !count_orders (store, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

void
hw_health_rows_free (HwHealthRows *self)
{
  if (self == NULL)
    return;

  g_free (self->sold_on);
  g_clear_pointer (&self->products, g_array_unref);
  g_free (self);
}
