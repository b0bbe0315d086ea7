/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-known.h: what the owner knows beside the sales, as columns of numbers.
 *
 * In:  one thing known (an offer, a price, a holiday, open hours, the weather, a
 *      figure of the owner's own), its value in each period behind and ahead.
 * Out: columns that are 0 where all is as usual, of a size of about 1, and the
 *      share of each period that is open.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_KNOWN_PROMOTION, /* 0 without, 1 with; shares between if it runs for a part of the period */
  HW_KNOWN_PRICE,     /* of one unit, above 0, in any currency */
  HW_KNOWN_HOLIDAY,   /* also an event: 0 without, 1 with */
  HW_KNOWN_OPEN,      /* share of the period's usual hours that is open: 1 usual, 0 closed */
  HW_KNOWN_WEATHER,   /* degrees, millimetres, hours: compared with what is usual */
  HW_KNOWN_OWN,       /* anything: 0/1 as it is, other numbers compared with what is usual */
} HwKnownKind;

typedef struct
{
  HwKnownKind kind;
  guint       lead;   /* periods before that already feel it: 0 to 3 */
  guint       lag;    /* periods after that still feel it: 0 to 3 */
} HwKnown;

#define HW_KNOWN_SHIFT_MAX 3

gsize  hw_known_columns (const HwKnown *known);

void   hw_known_encode  (const HwKnown *known,
                         const double  *value,
                         gsize          n,
                         gsize          total,
                         double        *x);

double hw_known_share   (const HwKnown *known,
                         const double  *value,
                         gsize          t);

G_END_DECLS
