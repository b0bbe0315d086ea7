/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-known-event.h: what the owner knows and the sales alone do not say: a feast, an
 * offer, a new price, a closed day, behind or ahead.
 *
 * An event is an entry of kind HW_ENTRY_EVENT with the answers of hw_known_event_form:
 * it is listed, kept, taken away and brought back by jobs/journey/hw-entry-job.h like any
 * other, version by version.
 *
 * Questions: name, kind (an id below), from, to (the same day if not answered),
 * products (ids with commas between, "12,15"; not answered: all; asked for an offer, a
 * price and other things), change (a share, -0.1: a tenth cheaper; asked for a price).
 * Who shows the form gives the choices of `products`; one id alone is a right answer.
 *
 * What comes back is told by its name: the "Village fair" of this year is what the one
 * of last year lets expect.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"

G_BEGIN_DECLS

typedef enum
{
  HW_KNOWN_EVENT_HOLIDAY,
  HW_KNOWN_EVENT_PROMOTION,
  HW_KNOWN_EVENT_PRICE,     /* from that day on; ends with `to` only if it was answered */
  HW_KNOWN_EVENT_CLOSED,    /* nothing sells ahead, nothing is learned from it behind */
  HW_KNOWN_EVENT_OTHER,
  HW_KNOWN_EVENT_N,
} HwKnownEventKind;

const char *hw_known_event_kind_id   (HwKnownEventKind kind); /* "promotion" */
const char *hw_known_event_kind_name (HwKnownEventKind kind); /* translated */
gboolean    hw_known_event_kind_find (const char *id, HwKnownEventKind *kind);

extern const HwForm hw_known_event_form;

#define HW_KNOWN_EVENT_PRODUCTS_MOST 200

typedef struct
{
  gint64            id;        /* of the entry */
  HwKnownEventKind  kind;
  char             *name;      /* (owned) as typed */
  HwDay             from, to;  /* both included; a price without an end: HW_DAY_MAX */
  GArray           *products;  /* (owned) of gint64 ids, rising; empty: all products */
  double            change;    /* of the price, as a share; 0 of the others */
  gboolean          is_public; /* by the country's calendar, not the owner's: all are one thing */
} HwKnownEvent;

/* NULL if the answers do not make one: an older version's, or a draft. */
HwKnownEvent *hw_known_event_new      (const HwEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
HwKnownEvent *hw_known_event_copy     (const HwKnownEvent *self) G_GNUC_WARN_UNUSED_RESULT;
void          hw_known_event_free     (HwKnownEvent *self);
/* From entries; by first day, then id. Array of HwKnownEvent that frees them. */
GPtrArray    *hw_known_events_new     (GPtrArray *entries) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it is about the product; every event is about the total (0). */
gboolean      hw_known_event_is_about (const HwKnownEvent *self, gint64 product_id);
gboolean      hw_known_event_is_on    (const HwKnownEvent *self, HwDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwKnownEvent, hw_known_event_free)

G_END_DECLS
