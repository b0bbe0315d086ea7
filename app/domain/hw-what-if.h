/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-what-if.h: the forecast with and without something the owner thinks of. Nothing of
 * it is kept. */
#pragma once

#include "core/hw-day.h"
#include "domain/hw-known-event.h"

G_BEGIN_DECLS

/* Where the effect comes from. */
typedef enum
{
  HW_BASIS_OWN,       /* learned from the same thing in this product's past */
  HW_BASIS_SHARED,    /* from the same thing at other products */
  HW_BASIS_PLAIN,     /* needs no learning: a closed day sells nothing */
  HW_BASIS_NONE,      /* nothing like it is known: enter past events first. with = without */
} HwBasis;

typedef struct
{
  HwDay  day;
  double without;      /* units, as the forecast stands */
  double with;
} HwWhatIfPoint;

typedef struct
{
  gint64            product_id;      /* 0: all products */
  char             *name;            /* (owned) translated for all */
  HwKnownEventKind  kind;            /* HW_KNOWN_EVENT_PROMOTION, _PRICE or _CLOSED */
  HwDay             from, to;
  double            change;          /* of the price, as a share; 0 of the others */
  HwBasis           basis;
  guint             n_seen;          /* days in the past that the effect was learned from */
  GArray           *points;          /* (owned) of HwWhatIfPoint: every day of the forecast, from before to after */
  double            units_without, units_with;   /* over from..to */
  double            money_without, money_with;   /* takings over from..to, the new price counted in; NAN if no price is known */
  double            margin_without, margin_with; /* takings less cost; NAN if no cost is known */
} HwWhatIf;

HwWhatIf *hw_what_if_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void      hw_what_if_free (HwWhatIf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwWhatIf, hw_what_if_free)

G_END_DECLS
