/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-things.h: events as things with a value on every day, for every product. */
#pragma once

#include "engine/forecast/hw-known.h"
#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

typedef struct
{
  HwKnown           known;
  HwKnownEventKind  kind;
  char             *name;   /* (owned) */
  gboolean          is_public; /* the holidays of the country's calendar */
  double            usual;  /* its value on a day without it */
  double           *of_all; /* (owned) (nullable) length n + n_ahead: what is about all products */
  GHashTable       *of_one; /* (owned) product id to values, where events name it */
} HwDemandThing;

/* One for offers, one for prices, one for the holidays of the calendar, one
 * for each name of the rest. Array of
 * HwDemandThing that frees them; empty if there are no events but closed days. */
GPtrArray    *hw_demand_things_new  (const HwDemand *day) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) its values for a product; NULL: as usual throughout. */
const double *hw_demand_thing_value (const HwDemandThing *self, gint64 product_id);

G_END_DECLS
