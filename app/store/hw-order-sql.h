/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-sql.h: what an order is counted as, said once for all statements. Each
 * speaks of purchase_order AS o; ?1 is today.
 *
 * An order sent is on its way until all of it is noted as received, late or not. A
 * business that notes no receipts cannot tell late from here: there an order counts
 * as here once its day is over (two weeks where no day is known). So does one whose
 * day was over two weeks before the first receipt of all was noted. An order two
 * months late is no longer counted on.
 */
#pragma once

#define HW_ORDER_SQL_OPEN "o.state IN ('sent', 'confirmed', 'part')"

/* The day it should be here. */
#define HW_ORDER_SQL_DUE "coalesce (o.confirmed, o.expected, o.ordered + 14)"

#define HW_ORDER_SQL_PRESUMED \
  "(o.state IN ('sent', 'confirmed') AND " HW_ORDER_SQL_DUE " < ?1" \
  " AND coalesce (" HW_ORDER_SQL_DUE " + 14 < (SELECT min (day) FROM receipt WHERE day <= ?1), 1)" \
  " AND NOT EXISTS (SELECT 1 FROM order_line AS ol JOIN receipt AS rc ON rc.order_line_id = ol.id" \
  "  WHERE ol.order_id = o.id AND rc.day <= ?1))"

#define HW_ORDER_SQL_COUNTED_ON \
  "(" HW_ORDER_SQL_OPEN " AND " HW_ORDER_SQL_DUE " + 60 >= ?1 AND NOT " HW_ORDER_SQL_PRESUMED ")"
