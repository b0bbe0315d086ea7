/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about who buys, and about what is bought: customers, receipts,
 * waiting times, deliveries. */
#include "jobs/assess/hw-health-case.h"

#include <glib/gi18n-lib.h>

#define CUSTOMERS_ENOUGH 0.4 /* of the sales' value */
#define RECEIPTS_ENOUGH 0.5  /* of the lines */
#define RECEIVED_ENOUGH 0.8  /* of order lines with the day they came */

static void
check_customers (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const double share = rows->revenue > 0.0 ? rows->customer_revenue / rows->revenue
                                           : hw_health_share ((double) rows->n_customers, (double) rows->n_lines);
  const HwHealthGrade grade = share < 0.02 ? HW_HEALTH_UNKNOWN : share < CUSTOMERS_ENOUGH ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  g_autofree char *percent = hw_format_percent (self->format, share, 0);

  if (rows->last == HW_DAY_NONE)
    return;

  hw_health_case_mend (hw_health_case_add (self, "customers", grade, _("Who bought"), rows->n_customers,
                                           /* Translators: %s is a percentage. */
                                           g_strdup_printf (_("%s of your sales say who bought"), percent)),
                       _("Whether customers come back, and what they are worth"),
                       _("Import sales with the customer's number, from orders, invoices or a customer card"), _("Import a file"), "win.import");
}

static void
check_receipts (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const double share = hw_health_share ((double) rows->n_receipts, (double) (rows->n_lines - rows->n_ahead));
  g_autofree char *percent = hw_format_percent (self->format, share, 0);

  if (rows->last == HW_DAY_NONE)
    return;

  hw_health_case_mend (hw_health_case_add (self, "receipts", share == 0.0 ? HW_HEALTH_UNKNOWN : share < RECEIPTS_ENOUGH ? HW_HEALTH_HURTS
                                                                                                                       : HW_HEALTH_GOOD,
                                           _("Receipt numbers"), rows->n_receipts,
                                           /* Translators: %s is a percentage. */
                                           g_strdup_printf (_("%s of your sales have one"), percent)),
                       _("The value of one purchase, and receipts that look wrong"), _("Import sales with the number of the receipt or order"),
                       _("Import a file"), "win.import");
}

static void
check_waiting (HwHealthCase *self)
{
  gint64 n = 0;
  HwHealthGrade grade;
  char *found;

  for (guint i = 0; i < self->suppliers->len; i++)
    n += g_array_index (self->suppliers, HwSupplier, i).lead_days >= 0;

  grade = self->suppliers->len == 0 ? HW_HEALTH_UNKNOWN : n == 0 && self->rows->n_received == 0 ? HW_HEALTH_STOPS
          : n < self->suppliers->len && self->rows->n_received == 0 ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  found = self->suppliers->len == 0 ? g_strdup (_("No suppliers yet"))
          /* Translators: 1 and 2 are numbers of suppliers. */
          : g_strdup_printf (ngettext ("%1$d of %2$d supplier has a waiting time", "%1$d of %2$d suppliers have a waiting time",
                                       self->suppliers->len), (int) n, (int) self->suppliers->len);
  hw_health_case_mend (hw_health_case_add (self, "waiting", grade, _("Waiting times"), self->suppliers->len - n, found),
                       _("When to order, so that goods are there in time"), _("Import your suppliers with the days from order to shelf"),
                       _("Import a file"), "win.import");
}

static void
check_deliveries (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const double share = hw_health_share ((double) rows->n_received, (double) rows->n_order_lines);
  const HwHealthGrade grade = rows->n_order_lines == 0 ? HW_HEALTH_UNKNOWN : share < RECEIVED_ENOUGH ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  g_autofree char *percent = hw_format_percent (self->format, share, 0);
  char *found = rows->n_order_lines == 0 ? g_strdup (_("No orders on record"))
                /* Translators: %s is a percentage. */
                : g_strdup_printf (_("%s of what you ordered has a day on which it came"), percent);

  hw_health_case_mend (hw_health_case_add (self, "deliveries", grade, _("Deliveries"), rows->n_received, found),
                       _("Which suppliers are late, and what that costs you"), _("Order here, and tick off what came on the day it came"),
                       _("Go to the orders"), "win.page::orders");
}

void
hw_health_check_buying (HwHealthCase *self)
{
  check_waiting (self);
  check_deliveries (self);
  check_customers (self);
  check_receipts (self);
}
