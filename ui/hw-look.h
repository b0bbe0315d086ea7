/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-look.h: how the owner wants the program to look and to write, from the
 * preferences to GTK.
 *
 * Thread: the window's.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-records.h"
#include "jobs/hw-preferences.h"

G_BEGIN_DECLS

/* First thing in main(), before any word is looked up: the language chosen. */
void      hw_look_set_language (HwPreferences *preferences);

/* Colours and size of text, now and whenever called again. After GTK has begun. */
void      hw_look_apply        (HwPreferences *preferences);

/* Numbers, money and dates of a business as the owner wants them written. */
HwFormat *hw_look_new_format   (HwPreferences *preferences, const HwBusiness *card) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
