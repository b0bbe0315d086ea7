/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-kernel.h: what sold before is what may sell again, the more so the nearer
 * it lies in time, in the week and in the year.
 *
 * In:  a series; a shape that weighs its periods; what is known from elsewhere.
 * Out: chances of what each period ahead sells: quantiles and means.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"
#include "engine/forecast/hw-kernel-shape.h"

G_BEGIN_DECLS

typedef struct _HwKernel HwKernel;

/* What would be expected without the series' own past: @atoms values of the
 * same chance for each place in the cycle, first the one of the next period. */
typedef struct
{
  double        periods;  /* counts as much as so many own periods of full weight */
  gsize         atoms;
  const double *values;   /* cycle * atoms, rising within a place; as y */
  const double *means;    /* cycle; as y */
  double        mean_periods; /* as `periods`, for the mean */
} HwKernelPrior;

HwKernel *hw_kernel_new       (const HwKernelShape *shape,
                               const double        *y,
                               const guint8        *filled,
                               gsize                n);
void      hw_kernel_free      (HwKernel            *kernel);
void      hw_kernel_move      (HwKernel            *kernel,
                               const double        *y,
                               gsize                from,
                               gsize                to);

void      hw_kernel_reshape   (HwKernel            *kernel,
                               const HwKernelShape *shape);

gsize         hw_kernel_seen   (const HwKernel      *kernel);
const double *hw_kernel_series (const HwKernel      *kernel,
                                gsize               *n);
gsize         hw_kernel_week   (const HwKernel      *kernel,
                                double              *profile);

void      hw_kernel_mean      (const HwKernel      *kernel,
                               const HwKernelPrior *prior,
                               gsize                horizon,
                               double              *mean);
void      hw_kernel_quantiles (const HwKernel      *kernel,
                               const HwKernelPrior *prior,
                               gsize                horizon,
                               gsize                every,
                               double              *q);

extern const HwFamily hw_family_kernel;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwKernel, hw_kernel_free)

G_END_DECLS
