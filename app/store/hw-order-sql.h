/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-sql.h: what an order is counted as, said once for all statements: they
 * begin with HW_ORDER_SQL_SEEN and join `seen` in place of purchase_order; ?1 is today.
 *
 * An order sent is on its way until all of it is noted as received, late or not. A
 * business that notes no receipts cannot tell late from here: there an order counts
 * as here once its day is over (two weeks where no day is known). So does one whose
 * day was over two weeks before the first receipt of all was noted. An order two
 * months late is no longer counted on.
 */
#pragma once

#define HW_ORDER_SQL_OPEN "o.state IN ('sent', 'confirmed', 'part')"

/* Private to the next: the day it should be here, and whether it counts as here
 * though nobody said so. */
#define HW_ORDER_SQL_DUE "coalesce (o.confirmed, o.expected, o.ordered + 14)"
#define HW_ORDER_SQL_PRESUMED \
  "(o.state IN ('sent', 'confirmed') AND " HW_ORDER_SQL_DUE " < ?1" \
  " AND coalesce (" HW_ORDER_SQL_DUE " + 14 < (SELECT min (day) FROM receipt WHERE day <= ?1), 1)" \
  " AND NOT EXISTS (SELECT 1 FROM order_line AS ol JOIN receipt AS rc ON rc.order_line_id = ol.id" \
  "  WHERE ol.order_id = o.id AND rc.day <= ?1))"

/* Looked at once an order, not once a line. Beside the order's own columns:
 * due         the day it should be here
 * named       the day it is held to: the supplier's, else the one expected; NULL if none is known
 * presumed    it counts as here though nobody said so
 * counted_on  it counts as on its way */
#define HW_ORDER_SQL_SEEN \
  "WITH marked AS MATERIALIZED (SELECT o.*, " HW_ORDER_SQL_DUE " AS due, coalesce (o.confirmed, o.expected) AS named," \
  "  " HW_ORDER_SQL_PRESUMED " AS presumed FROM purchase_order AS o)," \
  " seen AS MATERIALIZED (SELECT o.*, " HW_ORDER_SQL_OPEN " AND NOT o.presumed AND o.due + 60 >= ?1 AS counted_on" \
  "  FROM marked AS o) "
