/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-year-total.h: what a year comes to of which only a part was written down.
 *
 * In:  amounts by day, those of days that nobody wrote down left out.
 * Out: the sum of a whole year and how far it may be off. A year that was written down
 *      in full is a sum, not a guess.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double total;      /* of `days` days */
  double sd;         /* of what was not written down */
  gsize  n_days;     /* written down */
} HwYearTotal;

#define HW_YEAR_TOTAL_LEAST 28 /* days written down */

gboolean hw_year_total (const double  *amounts,
                        gsize          n,
                        double         days,
                        HwYearTotal   *out,
                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
