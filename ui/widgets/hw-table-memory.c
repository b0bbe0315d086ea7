/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-memory.h"

#include "models/hw-shared-preferences.h"

#include <inttypes.h>
#include <stdio.h>

/* Kept as four numbers: "7 20 3 1" is seven columns, the sixth hidden, sorted by the
 * fourth downwards. */

static char *
key_of (const char *name)
{
  return g_strconcat ("table-", name, NULL);
}

gboolean
hw_table_memory_recall (HwTableMemory *self,
                        const char    *name)
{
  HwPreferences *preferences = hw_preferences_shared ();
  g_autofree char *key = key_of (name);
  g_autofree char *text = preferences != NULL ? hw_preferences_dup_text (preferences, key) : g_strdup ("");
  unsigned int n, sorted_by, descending;
  uint64_t hidden;

  if (sscanf (text, "%u %" SCNx64 " %u %u", &n, &hidden, &sorted_by, &descending) != 4 ||
      n != self->n_columns || sorted_by > n)
    return FALSE;

  *self = (HwTableMemory) { n, hidden & ~G_GUINT64_CONSTANT (1), sorted_by, descending != 0 };
  return TRUE;
}

void
hw_table_memory_keep (const HwTableMemory *self,
                      const char          *name)
{
  HwPreferences *preferences = hw_preferences_shared ();
  g_autofree char *key = key_of (name);
  g_autofree char *text = g_strdup_printf ("%u %" PRIx64 " %u %u", self->n_columns, (uint64_t) self->hidden, self->sorted_by,
                                           self->descending ? 1U : 0U);

  if (preferences != NULL)
    hw_preferences_set_text (preferences, key, text);
}
