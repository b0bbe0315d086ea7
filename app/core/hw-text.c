/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-text.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* The folder of the running program, by the kernel's own word. Linux only; where
 * it is missing the installed catalogues serve. */
static gboolean
runs_from (const char *build_dir)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);

  return self != NULL && g_str_has_prefix (self, build_dir) && self[strlen (build_dir)] == '/';
}

void
hw_text_set_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8"); /* plain C is never translated */
}

void
hw_text_init (const char *build_dir,
              const char *installed_dir)
{
  g_autofree char *built = g_build_filename (build_dir, "po", NULL);

  setlocale (LC_ALL, "");
  /* Files and other programs are read and written with a point, always. */
  setlocale (LC_NUMERIC, "C");

  bindtextdomain (GETTEXT_PACKAGE, runs_from (build_dir) ? built : installed_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
