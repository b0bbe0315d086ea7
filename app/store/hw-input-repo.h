/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-input-repo.h: what the lines of sale of a stretch of time look like, in counts: to see
 * whether files that come in look as they did.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

#define HW_INPUT_SIZES 16  /* amounts below 1, to 2, to 4, ... in the currency's unit */

typedef struct
{
  double weekday[7];            /* lines, Monday first */
  double size[HW_INPUT_SIZES];  /* lines by amount; those without one or brought back are left out */
  double n;                     /* lines */
  double n_new;                 /* of them, of products never sold before the stretch */
} HwInputCounts;

/* Of the days from..to, both included. */
gboolean hw_input_repo_count (HwStore        *store,
                              HwDay           from,
                              HwDay           to,
                              HwInputCounts  *counts,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
