/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What deliveries that do not keep their day cost, and what looks wrong in the till. */
#include "jobs/assess/hw-stake-case.h"

#include "engine/stake/hw-late.h"
#include "jobs/stock/hw-shelf.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-loss-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEAR 365
#define RULE_OFF 0.15       /* of the extra stock: how the owner reckons it is not known */
#define RIGHT 0.5           /* of what looks wrong */

/* How one supplier kept its days. */
typedef struct
{
  gint64 supplier_id;
  HwLate late;
} Record;

/* Of each supplier with enough deliveries, by id. */
static GArray *
keep_records (const GArray *deliveries)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (Record));

  for (guint i = 0; i < deliveries->len; i++)
    {
      const HwDelivery *d = &g_array_index (deliveries, HwDelivery, i);

      if (records->len == 0 || g_array_index (records, Record, records->len - 1).supplier_id != d->supplier_id)
        {
          const Record record = { d->supplier_id, { 0 } };

          g_array_append_val (records, record);
        }

      hw_late_add (&g_array_index (records, Record, records->len - 1).late, d->came - d->due);
    }

  for (guint i = records->len; i > 0; i--)
    if (g_array_index (records, Record, i - 1).late.n < HW_LATE_LEAST)
      g_array_remove_index (records, i - 1);

  return records;
}

static gboolean
is_late_for_sure (const GArray *records)
{
  g_autofree HwLate *suppliers = g_new (HwLate, records->len + 1);

  for (guint i = 0; i < records->len; i++)
    suppliers[i] = g_array_index (records, Record, i).late;

  return hw_late_is_sure (suppliers, records->len, HW_STAKE_N);
}

static double
extra_units (const HwStockLine    *line,
             const HwDemandSeries *series,
             const HwLate         *late)
{
  const double sd = series->result.horizon > 0 ? series->result.sum_sd[0] : sqrt (MAX (line->daily_units, 0.0));

  return hw_late_extra (late, line->service, line->daily_units, sd, line->lead_days);
}

static const char *
supplier_name (const GArray *suppliers,
               gint64        id)
{
  for (guint i = 0; i < suppliers->len; i++)
    if (g_array_index (suppliers, HwSupplier, i).id == id)
      return g_array_index (suppliers, HwSupplier, i).name;

  return "";
}

typedef struct
{
  double extra, value, variance, n, late;
} Sum;

/* Each supplier's products, with what their extra stock costs. */
static Sum
add_up_suppliers (const HwStakeCase *self,
                  HwStake           *stake,
                  const GArray      *records,
                  const GArray      *suppliers)
{
  Sum sum = { 0 };

  for (guint r = 0; r < records->len; r++)
    {
      const Record *record = &g_array_index (records, Record, r);
      double value = 0.0;

      for (guint i = 0; i < self->plan->lines->len; i++)
        {
          const HwStockLine *line = g_ptr_array_index (self->plan->lines, i);
          const HwDemandSeries *series = hw_demand_find (self->demand, line->product_id);
          const double cost = line->unit_cost != HW_UNKNOWN ? hw_scaled_to_double (line->unit_cost) : 0.0;

          if (line->supplier_id != record->supplier_id || series == NULL || !(line->daily_units > 0.0))
            continue;

          sum.extra += extra_units (line, series, &record->late);
          value += cost * extra_units (line, series, &record->late);
          stake->n_products++;
        }

      sum.value += value;
      sum.variance += value * value * (1.0 / (record->late.n - 1.0) + RULE_OFF * RULE_OFF);
      sum.n += record->late.n;
      sum.late += record->late.late;
      hw_stake_add_item (stake, record->supplier_id, supplier_name (suppliers, record->supplier_id), value * self->carrying);
    }

  return sum;
}

gboolean
hw_stake_add_suppliers (HwStakeCase  *self,
                        GError      **error)
{
  const HwDay last = self->today;
  g_autoptr (GArray) deliveries = hw_loss_repo_deliveries (self->store, last - YEAR + 1, last, error);
  g_autoptr (GArray) suppliers = deliveries != NULL ? hw_supplier_repo_list (self->store, error) : NULL;
  g_autoptr (GArray) records = suppliers != NULL ? keep_records (deliveries) : NULL;
  HwStake *stake;
  HwStakeRange range;
  Sum sum;

  if (records == NULL)
    return FALSE;

  stake = hw_stake_case_add (self, HW_STAKE_LATE_SUPPLIERS, records->len == 0 ? HW_STAKE_NO_RECEIPTS : HW_STAKE_NOTHING);
  if (records->len == 0)
    return TRUE;

  sum = add_up_suppliers (self, stake, records, suppliers);
  stake->n_rows = (gint64) sum.n;
  if (!(sum.value > 0.0))
    return TRUE;

  hw_stake_range_of_loss (sum.value * self->carrying,
                          self->carrying * sqrt (sum.variance + sum.value * sum.value * self->carrying_off * self->carrying_off),
                          self->named, &range);
  range.certain = range.certain && is_late_for_sure (records);
  if (!hw_stake_case_set (self, stake, &range))
    return TRUE;

  stake->stands = sum.value;
  hw_stake_add_step (stake, _("Deliveries with a day they were held to"), HW_UNIT_COUNT, sum.n);
  hw_stake_add_step (stake, _("Of these, later than that day"), HW_UNIT_COUNT, sum.late);
  hw_stake_add_step (stake, _("Units to keep more because of it"), HW_UNIT_COUNT, sum.extra);
  hw_stake_add_step (stake, _("What they cost you"), HW_UNIT_MONEY, sum.value);
  hw_stake_add_step (stake, _("What keeping costs a year, of their value"), HW_UNIT_SHARE, self->carrying);
  return TRUE;
}

gboolean
hw_stake_add_unusual (HwStakeCase  *self,
                      GError      **error)
{
  HwStake *stake = hw_stake_case_add (self, HW_STAKE_UNUSUAL, isnan (self->stakes->revenue) ? HW_STAKE_NO_AMOUNTS : HW_STAKE_NOTHING);
  const double days = MAX (self->rows->last - self->rows->first + 1, YEAR);
  double cheap = 0.0, back = 0.0, n = 0.0, year;

  for (guint i = 0; stake->state == HW_STAKE_NOTHING && i < self->rows->products->len; i++)
    {
      const HwHealthProduct *row = &g_array_index (self->rows->products, HwHealthProduct, i);
      const HwProduct *product = hw_shelf_find_product (self->demand->products, row->product_id);

      if (!(row->cheap + row->back > 0.0) || product == NULL)
        continue;

      cheap += row->cheap;
      back += row->back;
      n += (double) row->n_cheap;
      stake->n_products++;
      hw_stake_add_item (stake, product->id, product->name, RIGHT * (row->cheap + row->back) * YEAR / days);
    }

  if (!(cheap + back > 0.0))
    return TRUE;

  year = (cheap + back) * YEAR / days;
  stake->n_rows = (gint64) n;
  if (!hw_stake_case_set (self, stake, &(HwStakeRange) { RIGHT * year, 0.0, year, FALSE }))
    return TRUE;

  hw_stake_add_step (stake, _("Sales at a quarter of the usual price or less"), HW_UNIT_COUNT, n);
  hw_stake_add_step (stake, _("What they brought less than usual"), HW_UNIT_MONEY, cheap);
  hw_stake_add_step (stake, _("Paid back for goods never sold before"), HW_UNIT_MONEY, back);
  hw_stake_add_step (stake, _("Part of it taken to be wrong: only you can tell"), HW_UNIT_SHARE, RIGHT);
  return TRUE;
}

gboolean
hw_stake_add_customers (HwStakeCase  *self,
                        GError      **error)
{
  (void) hw_stake_case_add (self, HW_STAKE_LATE_CUSTOMERS, HW_STAKE_NO_INVOICES);
  return TRUE;
}
