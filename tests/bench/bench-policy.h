/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-policy.h: items with costs, sales, past orders and stock, and their plans: what
 * the measurements of ordering share. */
#pragma once

#include "engine/stock/hw-replenish.h"

G_BEGIN_DECLS

#define BENCH_POLICY_PERIODS 52 /* weeks planned ahead */
#define BENCH_POLICY_PATHS   128
#define BENCH_POLICY_YEAR    52

typedef struct
{
  char       *sku;        /* (owned) */
  double      unit_cost, holding, ordering, penalty;
  HwShortage  shortage;
  double      min_order, pack;
  int         review;
  double      on_hand, waiting, on_order;
  gboolean    is_counted; /* the state says what is there */
  int         first;      /* period of y[0], below 0; y ends with period -1 */
  double     *y;          /* (owned) length n: demand, NAN: not told */
  guint8     *sold_out;   /* (owned) length n */
  gsize       n;
  int        *lead;       /* (owned) length n_lead: waiting times seen [weeks] */
  gsize       n_lead;
  double     *ahead;      /* (owned) (nullable) length BENCH_POLICY_PERIODS: the forecast's mean */
  HwReplenish plan;       /* (owned) if trouble is NULL */
  GError     *trouble;    /* (owned) (nullable) why there is no plan: nothing is ordered */
} BenchPolicyItem;

typedef struct
{
  BenchPolicyItem *items;        /* (owned) length n */
  gsize            n;
  GHashTable      *by_sku;       /* (owned) sku -> item */
  gboolean         has_sold_out; /* the history says which weeks sold out */
  int             *all_leads;    /* (owned) length n_all_leads: of all items */
  gsize            n_all_leads;
} BenchPolicy;

/* Any of the four files may be told to be wrong, with file and line. What is missing of
 * an item is told on standard error. */
gboolean bench_policy_read     (BenchPolicy  *self,
                                const char   *items,
                                const char   *history,
                                const char   *receipts,
                                const char   *state,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void     bench_policy_begin    (BenchPolicy  *self,
                                gsize         n);
void     bench_policy_clear    (BenchPolicy  *self);

/* Takes sold-out weeks out, then forecasts. */
gboolean bench_policy_forecast (BenchPolicy  *self,
                                guint         threads,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void     bench_policy_plan     (BenchPolicy  *self,
                                guint         threads);

/* What the plan of an item is made from. */
typedef struct
{
  HwReplenishInput input;
  double          *paths;  /* (owned) */
  double          *lead;   /* (owned) */
  HwOnTheWay       coming;
} BenchPolicyCase;

gboolean bench_policy_case_init  (BenchPolicyCase   *self,
                                  const BenchPolicy *policy,
                                  gsize              index,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void     bench_policy_case_clear (BenchPolicyCase   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BenchPolicy, bench_policy_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BenchPolicyCase, bench_policy_case_clear)

G_END_DECLS
