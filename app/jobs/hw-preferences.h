/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-preferences.h: what the program remembers about itself, not about a business:
 * recent files, window size, the accountant's address. A key file under the
 * user's config folder; a broken or missing one is an empty one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HwPreferences HwPreferences;

HwPreferences *hw_preferences_load (void) G_GNUC_WARN_UNUSED_RESULT;
void           hw_preferences_free (HwPreferences *self);

/* Newest first; files that are gone are left out. (transfer full) */
char         **hw_preferences_dup_recent (HwPreferences *self) G_GNUC_WARN_UNUSED_RESULT;
void           hw_preferences_add_recent (HwPreferences *self, const char *path);

void           hw_preferences_get_window (HwPreferences *self, int *width, int *height, gboolean *maximized);
void           hw_preferences_set_window (HwPreferences *self, int width, int height, gboolean maximized);

/* Any one text by name, "" if unset: "accountant". */
char          *hw_preferences_dup_text   (HwPreferences *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void           hw_preferences_set_text   (HwPreferences *self, const char *name, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPreferences, hw_preferences_free)

G_END_DECLS
