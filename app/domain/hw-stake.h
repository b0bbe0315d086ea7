/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stake.h: what is lost today, in money a year, each kind with a range and its
 * working; or, where it cannot be worked out, which input is missing. Never a zero
 * that nobody counted.
 */
#pragma once

#include "core/hw-day.h"
#include "domain/hw-metric.h"

G_BEGIN_DECLS

typedef enum
{
  HW_STAKE_LOST_SALES,      /* sold out: margin that was not earned */
  HW_STAKE_WASTE,           /* thrown away, at cost */
  HW_STAKE_DEAD_STOCK,      /* nothing of it sells: what it is worth less each year, and the cash in it */
  HW_STAKE_EXCESS_STOCK,    /* more than the time ahead needs: what holding it costs */
  HW_STAKE_RUN_OUT,         /* will be sold out before an order can come */
  HW_STAKE_FORECAST,        /* what the simple rule costs more than the forecast */
  HW_STAKE_LATE_SUPPLIERS,  /* stock held and sales missed because deliveries do not keep their day */
  HW_STAKE_LATE_CUSTOMERS,  /* money that comes later than agreed */
  HW_STAKE_UNUSUAL,         /* receipts that look wrong */
  HW_STAKE_N,
} HwStakeKind;

typedef enum
{
  HW_STAKE_OK,
  HW_STAKE_NOTHING,         /* looked, and nothing is lost there */
  HW_STAKE_NO_SALES,
  HW_STAKE_TOO_SHORT,       /* fewer than 90 days of sales */
  HW_STAKE_NO_AMOUNTS,
  HW_STAKE_NO_COSTS,
  HW_STAKE_NO_STOCK,
  HW_STAKE_NO_STOCK_BY_DAY,
  HW_STAKE_NO_WASTE,
  HW_STAKE_NO_RECEIPTS,
  HW_STAKE_NO_INVOICES,
  HW_STAKE_N_STATES,
} HwStakeState;

const char *hw_stake_kind_id    (HwStakeKind kind);    /* "lost-sales" */
const char *hw_stake_kind_name  (HwStakeKind kind);    /* translated */
const char *hw_stake_kind_about (HwStakeKind kind);    /* translated: how it is worked out, in plain words */
const char *hw_stake_kind_technical (HwStakeKind kind); /* translated */
const char *hw_stake_kind_page  (HwStakeKind kind);    /* "stock": where its rows are; "" if nowhere */
const char *hw_stake_state_text (HwStakeState state);  /* translated: what is missing and how to get it */

/* One line of the working: "Sold-out days of all products: 412". */
typedef struct
{
  const char *label;    /* translated */
  HwUnit      unit;
  double      value;
} HwStakeStep;

typedef struct
{
  HwStakeKind   kind;
  HwStakeState  state;
  double        year;      /* money a year, the middle; 0 unless OK */
  double        low, high; /* 90 % of it */
  double        stands;    /* money that stands still in it; 0 if none */
  gboolean      certain;   /* the range leaves nothing out: it is there for sure */
  gint64        n_rows;    /* records it was worked out from */
  guint         n_products;/* it is about */
  GArray       *working;   /* (owned) of HwStakeStep, in the order it is worked out */
  GPtrArray    *top;       /* (owned) of HwStakeItem, largest first, at most HW_STAKE_TOP */
  char         *run_id;    /* (owned) */
} HwStake;

#define HW_STAKE_TOP 10

typedef struct
{
  gint64  product_id;      /* or supplier, or 0 */
  char   *name;            /* (owned) */
  double  year;
} HwStakeItem;

typedef struct
{
  HwDay      as_of;
  HwDay      from, to;     /* the time looked at */
  double     revenue;      /* a year's; NAN if not known */
  GPtrArray *stakes;       /* (owned) of HwStake: largest first, then nothing, then not known */
  double     total, low, high; /* of those that are OK; what is counted twice is taken off */
  double     twice;            /* that: the sum of those that are OK, less total */
} HwStakes;

HwStake     *hw_stake_new       (HwStakeKind kind) G_GNUC_WARN_UNUSED_RESULT;
void         hw_stake_free      (HwStake *self);
void         hw_stake_add_step  (HwStake *self, const char *label, HwUnit unit, double value);
void         hw_stake_add_item  (HwStake *self, gint64 id, const char *name, double year);
HwStakes    *hw_stakes_new      (HwDay as_of) G_GNUC_WARN_UNUSED_RESULT;
HwStakes    *hw_stakes_copy     (const HwStakes *self) G_GNUC_WARN_UNUSED_RESULT;
void         hw_stakes_free     (HwStakes *self);
/* (nullable) (transfer none) */
const HwStake *hw_stakes_find   (const HwStakes *self, HwStakeKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStake, hw_stake_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStakes, hw_stakes_free)

G_END_DECLS
