/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-shared-preferences.h: the one set of preferences of the running program, for
 * widgets that remember how they were left. Thread: the window's. */
#pragma once

#include "jobs/hw-preferences.h"

G_BEGIN_DECLS

/* NULL where nobody shares any: then nothing is remembered. */
HwPreferences *hw_preferences_shared (void);
/* By the application, once they are read; NULL before they are freed. */
void           hw_preferences_share  (HwPreferences *preferences);

G_END_DECLS
