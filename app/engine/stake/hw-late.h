/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-late.h: how suppliers keep their day, and whether they are late beyond chance.
 *
 * In:  days between the day named and the day of each delivery.
 * Out: mean and spread; how much more stock that asks for.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_LATE_LEAST 5   /* deliveries of one supplier that something is told from */

typedef struct
{
  double n;
  double mean, sd;        /* of the delay; early is below 0 [days] */
  double late;            /* deliveries after their day */
} HwLate;

void     hw_late_add     (HwLate       *self,
                          double        delay);

double   hw_late_extra   (const HwLate *self,
                          double        promise,
                          double        daily,
                          double        daily_sd,
                          double        wait);

gboolean hw_late_is_sure (const HwLate *suppliers,
                          gsize         n,
                          double        kinds);

G_END_DECLS
