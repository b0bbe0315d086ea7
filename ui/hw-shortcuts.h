/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-shortcuts.h: the one table of what can be done from the keyboard: it gives the
 * program its accelerators, the list of keys its rows and the search its actions.
 *
 * In:  nothing. Out: constant rows. Pages have rows of their own (hw-pages.h), which
 *      hw_shortcuts_set_accels() gives their keys too.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HW_KEYS_OF_FILES,   /* businesses and files */
  HW_KEYS_OF_WINDOW, /* moving about */
  HW_KEYS_OF_ASSESS,
  HW_KEYS_OF_CHART,
  HW_KEYS_N_GROUPS,
} HwKeysGroup;

typedef struct
{
  HwKeysGroup group;
  const char *text;      /* N_() what it does: "Import a file" */
  const char *accels[3]; /* ends with NULL; empty if it has no key */
  const char *action;    /* (nullable) NULL: GTK or a widget does it */
  gboolean    is_local;  /* the window's own key, after what is being typed in */
  gboolean    is_found;  /* worth finding in the search */
} HwShortcut;

const HwShortcut *hw_shortcuts            (guint *n);
const char       *hw_keys_group_title     (HwKeysGroup group);   /* translated */

void              hw_shortcuts_set_accels (GtkApplication *app);
/* The keys that are the window's own. */
void              hw_shortcuts_add_local  (GtkWidget *window);

G_END_DECLS
