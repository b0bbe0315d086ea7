/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn once for all trials of one item: waiting times, and when open orders come. */
#include "engine/stock/hw-replenish-sim.h"

#include "core/hw-rng.h"

/* @n equal shares of the chances, in order. */
static void
spread_shares (const double *chance,
               gsize         n_chance,
               guint16      *shares,
               gsize         n)
{
  double sum = chance[0];
  gsize k = 0;

  for (gsize i = 0; i < n; i++)
    {
      while (k + 1 < n_chance && sum <= ((double) i + 0.5) / (double) n)
        sum += chance[++k];
      shares[i] = (guint16) k;
    }
}

static void
shuffle (guint16 *shares,
         gsize    n,
         HwRng   *rng)
{
  for (gsize i = n - 1; i > 0; i--)
    {
      const gsize j = hw_rng_below (rng, (guint32) (i + 1));
      const guint16 other = shares[j];

      shares[j] = shares[i];
      shares[i] = other;
    }
}

/* Waiting times spread over the paths as evenly as their chances allow: in each
 * period every path has another one of n_paths equal shares of the chance. */
static void
draw_leads (HwReplenishWorld *self)
{
  const HwReplenishInput *in = self->in;
  g_autofree guint16 *shares = g_new (guint16, in->n_paths);
  HwRng rng;

  spread_shares (in->lead, in->n_lead, shares, in->n_paths);
  hw_rng_init (&rng, in->seed);
  for (gsize t = 0; t < in->n_periods; t++)
    {
      shuffle (shares, in->n_paths, &rng);
      for (gsize i = 0; i < in->n_paths; i++)
        self->lead[i * in->n_periods + t] = shares[i];
    }
}

/* An order comes on each path after another one of n_paths equal shares of its chances. */
static void
draw_arrival (HwReplenishWorld *self,
              const HwOnTheWay *order,
              const double     *left,
              gsize             n_left,
              HwRng            *rng)
{
  const gsize n_paths = self->in->n_paths;
  g_autofree guint16 *shares = g_new (guint16, n_paths);

  spread_shares (left, n_left, shares, n_paths);
  shuffle (shares, n_paths, rng);
  for (gsize i = 0; i < n_paths; i++)
    self->arriving[i * self->ring + MIN (shares[i], self->ring - 1)] += order->quantity;
}

/* What comes beyond the last period counts as coming in the one after it. */
static void
draw_arrivals (HwReplenishWorld *self)
{
  const HwReplenishInput *in = self->in;
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autofree gsize *n_left = g_new (gsize, in->n_coming + 1);
  HwRng rng;

  hw_rng_init (&rng, in->seed + 1);
  for (gsize j = 0; j < in->n_coming; j++)
    {
      g_ptr_array_add (left, hw_on_the_way_left (&in->coming[j], in->lead, in->n_lead, &n_left[j]));
      self->ring = MAX (self->ring, MIN (n_left[j], in->n_periods + 1));
    }

  self->arriving = g_new0 (double, in->n_paths * self->ring);
  for (gsize j = 0; j < in->n_coming; j++)
    draw_arrival (self, &in->coming[j], g_ptr_array_index (left, j), n_left[j], &rng);
}

/* When each open order begins to count. */
static void
set_joins (HwReplenishWorld *self)
{
  const HwReplenishInput *in = self->in;
  gboolean later = FALSE;

  self->on_order = hw_replenish_joins (in, 0);
  for (gsize j = 0; j < in->n_coming; j++)
    later = later || in->coming[j].named;
  if (!later)
    return;

  self->joins = g_new0 (double, in->n_periods);
  for (gsize t = 1; t < in->n_periods; t++)
    self->joins[t] = hw_replenish_joins (in, t);
}

/**
 * hw_replenish_world_init:
 * @self: (out caller-allocates): to be cleared; borrows @input
 * @input: checked already
 *
 * Draws a waiting time for an order of each path and period, and for what is on its
 * way: the same for all policies tried, so that they differ by nothing else.
 */
void
hw_replenish_world_init (HwReplenishWorld       *self,
                         const HwReplenishInput *input)
{
  *self = (HwReplenishWorld) { .in = input, .n_steps = input->n_periods, .ring = input->n_lead + 1 };
  self->lead = g_new (guint16, input->n_paths * input->n_periods);
  draw_leads (self);
  draw_arrivals (self);
  set_joins (self);
  self->pipe = g_new (double, self->ring);
  self->shelf = g_new (double, (gsize) input->shelf + 1);
}

void
hw_replenish_world_clear (HwReplenishWorld *self)
{
  g_clear_pointer (&self->lead, g_free);
  g_clear_pointer (&self->arriving, g_free);
  g_clear_pointer (&self->joins, g_free);
  g_clear_pointer (&self->pipe, g_free);
  g_clear_pointer (&self->shelf, g_free);
}
