/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-mean-sd.h: mean and spread of waiting times as the receipts come in.
 *
 * In: one value after another. Out: mean and sample standard deviation.
 * Source: Welford (1962), Technometrics 4(3), the running form: no difference of
 * large sums. Pure.
 */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 n;
  double mean;
  double squares; /* sum of (x - mean)^2 so far */
} HwMeanSd;

static inline void
hw_mean_sd_add (HwMeanSd *self,
                double    x)
{
  const double off = x - self->mean;

  self->n++;
  self->mean += off / (double) self->n;
  self->squares += off * (x - self->mean);
}

/* 0 with fewer than two values. */
static inline double
hw_mean_sd_get_sd (const HwMeanSd *self)
{
  return self->n > 1 ? sqrt (self->squares / (double) (self->n - 1)) : 0;
}

G_END_DECLS
