/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-text.h: where words come from. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Points gettext at the catalogues: those of the build folder when the program
 * runs from there, else the installed ones. Call once, first thing in main().
 * @build_dir: the top build folder; @installed_dir: the locale folder. */
void hw_text_init (const char *build_dir,
                   const char *installed_dir);

/* "de": of all words from here on. Before the first of them is looked up: then it stays. */
void hw_text_set_language (const char *language);

G_END_DECLS
