/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idle.h: whether a product that has not sold for long will ever sell again, what
 * stands still in those that will not, and what that costs a year.
 *
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double value;      /* what is there, at cost [money] */
  double dead;       /* chance that it will not sell again, 0..1 */
} HwIdleProduct;

typedef struct
{
  double stands;     /* money in what will not sell */
  double stands_sd;
  double year;       /* what keeping it costs a year */
  double year_sd;
} HwIdle;

/* @days_on: from the first sale to the last; @n_sales: days with sales in them;
 * @days_off: since. */
double hw_idle_chance (double               days_on,
                       double               n_sales,
                       double               days_off);

/* @carrying: cost of keeping, of the value, a year; @carrying_off: how far that may be
 * off, of itself: 0 where the owner said it. */
void   hw_idle_cost   (const HwIdleProduct *products,
                       gsize                n,
                       double               carrying,
                       double               carrying_off,
                       HwIdle              *out);

G_END_DECLS
