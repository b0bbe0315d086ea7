/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-id-table.h: enums that are kept in files and typed on command lines. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where @id stands in @ids, or -1. */
static inline int
hw_id_find (const char *const *ids,
            guint              n,
            const char        *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (int) i;

  return -1;
}

G_END_DECLS
