/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-change-repo.h: what was done to the records, newest first: events, and the
 * versions of what the owner entered with who and why. */
#pragma once

#include "core/hw-day.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* All texts: until the next one. */
typedef struct
{
  HwDay       day;
  const char *kind;     /* "import", "order-made", ...; "entry-saved" and "entry-removed" for versions */
  const char *subject;  /* "import", "product", ...; a kind of entry for versions; or "" */
  gint64      id;       /* of the subject; 0 if none */
  const char *name;     /* of the subject; "" if it has none */
  const char *who;      /* "" if not said */
  const char *why;
} HwChange;

typedef void (*HwChangeFunc) (const HwChange *change, gpointer data);

/* At most @n of them. */
gboolean hw_change_repo_each (HwStore       *store,
                              guint          n,
                              HwChangeFunc   func,
                              gpointer       data,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
