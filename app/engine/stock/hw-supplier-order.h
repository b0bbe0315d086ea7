/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-supplier-order.h: one order for all items of a supplier: now, filled up to
 * what the supplier asks, or at the next look.
 *
 * In:  for each item the amounts it can be ordered in and what each is worth; the
 *      supplier's minimum and freight.
 * Out: an amount for each item, or to wait; the freight; why.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/stock/hw-budget.h"

G_BEGIN_DECLS

/* From this order value on, this freight. */
typedef struct
{
  HwMoney value;
  HwMoney freight;
} HwFreightStep;

typedef struct
{
  const HwBudgetOption *options;   /* as in HwBudgetInput; space does not count here */
  const gsize          *first;     /* length n_items + 1 */
  const double         *most;      /* (nullable) length n_items [units]: filled up to this at most: what sells
                                      within shelf life or the wished cover; what the item itself asks for stays */
  gsize                 n_items;
  HwMoney               minimum;   /* least order value without freight; 0: none */
  const HwFreightStep  *freight;   /* (nullable) length n_freight: by value, the first from 0; never rising */
  gsize                 n_freight;
  double                again;     /* chance of an order at the next look even if one is placed now, 0..1:
                                      then waiting saves the freight, else it only puts it off */
} HwSupplierOrderInput;

typedef enum
{
  HW_SUPPLIER_NOTHING,        /* no item asks for an order */
  HW_SUPPLIER_AS_ASKED,       /* every item gets what it asks for */
  HW_SUPPLIER_TO_MINIMUM,     /* filled up to the minimum */
  HW_SUPPLIER_TO_FREIGHT,     /* filled up to where freight is less, or free */
  HW_SUPPLIER_WAIT_MINIMUM,   /* filling up to the minimum costs more than waiting */
  HW_SUPPLIER_WAIT_FREIGHT,   /* the freight is more than ordering now is worth */
  HW_SUPPLIER_OUT_OF_REACH,   /* the minimum is more than can be sold in time: wait */
} HwSupplierReason;

typedef struct
{
  HwSupplierReason reason;
  gboolean         wait;      /* nothing is ordered now */
  gsize            n_items;
  int             *chosen;    /* (owned) length n_items: which option, from 0; -1: none */
  double          *amount;    /* (owned) length n_items [units] */
  double          *asked;     /* (owned) length n_items [units]: without the supplier's terms */
  HwMoney          cost;      /* of what is ordered, without freight */
  HwMoney          asked_cost;
  HwMoney          freight;   /* of this order; 0 if there is none */
  HwMoney          missing;   /* from asked_cost to the minimum, or to the next step of freight; 0 if reached */
  double           fill_cost; /* expected money that filling up costs, before what it saves */
  double           gain;      /* expected money of this answer over waiting; 0 if waiting */
} HwSupplierOrder;

gboolean hw_supplier_order_plan  (const HwSupplierOrderInput  *input,
                                  HwSupplierOrder             *out,
                                  GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_supplier_order_clear (HwSupplierOrder             *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwSupplierOrder, hw_supplier_order_clear)

G_END_DECLS
