/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-memory.h"

#include "models/hw-shared-preferences.h"

#define KEY "assess"

/* "money 7 shop.headway" */
HwAssessPlace
hw_assess_memory_load (const char *business)
{
  HwPreferences *preferences = hw_preferences_shared ();
  HwAssessPlace place = { HW_STEP_BUSINESS, 0 };
  g_autofree char *text = preferences != NULL ? hw_preferences_dup_text (preferences, KEY) : g_strdup ("");
  g_auto (GStrv) parts = g_strsplit (text, " ", 3);
  HwAssessStep step;

  if (g_strv_length (parts) < 3 || g_strcmp0 (parts[2], business) != 0 || !hw_assess_step_find (parts[0], &step))
    return place;

  place.here = step;
  place.passed = (guint) g_ascii_strtoull (parts[1], NULL, 10);
  return place;
}

void
hw_assess_memory_save (const char          *business,
                       const HwAssessPlace *place)
{
  HwPreferences *preferences = hw_preferences_shared ();
  g_autofree char *text = g_strdup_printf ("%s %u %s", hw_assess_step_id (place->here), place->passed, business);

  if (preferences != NULL)
    hw_preferences_set_text (preferences, KEY, text);
}
