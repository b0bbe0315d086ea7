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
/* @name: of the business. */
void           hw_preferences_add_recent (HwPreferences *self, const char *path, const char *name);
/* The name of the business at @path when it was open last; the file's if not known. */
char          *hw_preferences_dup_name   (HwPreferences *self, const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The business that was open when the program ended, "" if none was: it opens again. */
char          *hw_preferences_dup_last   (HwPreferences *self) G_GNUC_WARN_UNUSED_RESULT;
void           hw_preferences_set_last   (HwPreferences *self, const char *path); /* (nullable) */

void           hw_preferences_get_window (HwPreferences *self, int *width, int *height, gboolean *maximized);
void           hw_preferences_set_window (HwPreferences *self, int width, int height, gboolean maximized);

/* Any one text by name, "" if unset: "accountant", or one of these. */
#define HW_PREFERENCE_LANGUAGE   "language"    /* "de"; "": the computer's */
#define HW_PREFERENCE_COUNTRY    "country"     /* "AT": numbers and dates as there; "": the business's */
#define HW_PREFERENCE_CURRENCY   "currency"    /* "letters"; "": the sign */
#define HW_PREFERENCE_WEEK_START "week-start"  /* "1" Monday .. "7" Sunday; "": the country's */
#define HW_PREFERENCE_COLOURS    "colours"     /* "light", "dark"; "": the computer's */
#define HW_PREFERENCE_TEXT_SIZE  "text-size"   /* "150", percent of the computer's; "": 100 */
#define HW_PREFERENCE_PAGE       "page"        /* the page shown last */
#define HW_PREFERENCE_TOLD       "told"        /* day and business the desktop was told of what is due */
#define HW_PREFERENCE_WATCH      "watch"       /* "downloads": new files there are offered; "": no folder is watched */
#define HW_PREFERENCE_SIDE_BAR   "side-bar"    /* "folded"; "": as the window's width allows */
char          *hw_preferences_dup_text   (HwPreferences *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void           hw_preferences_set_text   (HwPreferences *self, const char *name, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPreferences, hw_preferences_free)

G_END_DECLS
