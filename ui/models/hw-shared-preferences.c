/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-shared-preferences.h"

static HwPreferences *shared;

HwPreferences *
hw_preferences_shared (void)
{
  return shared;
}

void
hw_preferences_share (HwPreferences *preferences)
{
  shared = preferences;
}
