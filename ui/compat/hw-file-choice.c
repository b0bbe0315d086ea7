/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/hw-file-choice.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkFileChooserNative *native; /* (owned) */
  HwFileChoiceFunc      done;
  GObject              *owner;  /* (owned) */
  const char           *ending; /* a name without it gets it; NULL to leave names alone */
  const char           *other;  /* an ending that is as good (nullable) */
} Choice;

static const char *const endings[] = {
  [HW_FILE_BUSINESS] = ".headway",
  [HW_FILE_DATA]     = NULL,
  [HW_FILE_WORKBOOK] = ".xlsx",
  [HW_FILE_ORDER]    = ".xlsx",
  [HW_FILE_PNG]      = ".png",
  [HW_FILE_SVG]      = ".svg",
  [HW_FILE_PDF]      = ".pdf",
  [HW_FILE_TABLE]    = ".csv",
  [HW_FILE_CALENDAR] = ".ics",
};

static void
add_filter (GtkFileChooser    *chooser,
            const char        *name,
            const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *patterns != NULL; patterns++)
    gtk_file_filter_add_pattern (filter, *patterns);

  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser,
             HwFileKind      kind)
{
  static const char *const business[] = { "*.headway", NULL };
  static const char *const tables[] = { "*.csv", "*.CSV", "*.tsv", "*.TSV", "*.tab", "*.txt", "*.TXT", "*.xlsx", "*.XLSX",
                                        "*.ods", "*.ODS", "*.xls", "*.XLS", NULL };
  static const char *const workbook[] = { "*.xlsx", NULL };
  static const char *const order[] = { "*.xlsx", "*.csv", NULL };
  static const char *const png[] = { "*.png", NULL };
  static const char *const svg[] = { "*.svg", NULL };
  static const char *const pdf[] = { "*.pdf", NULL };
  static const char *const table[] = { "*.csv", NULL };
  static const char *const calendar[] = { "*.ics", NULL };
  static const char *const all[] = { "*", NULL };

  switch (kind)
    {
    case HW_FILE_BUSINESS:
      add_filter (chooser, _("Headway businesses"), business);
      break;

    case HW_FILE_DATA:
      add_filter (chooser, _("Tables (Excel, ODS, CSV, text)"), tables);
      break;

    case HW_FILE_WORKBOOK:
      add_filter (chooser, _("Excel workbooks"), workbook);
      break;

    case HW_FILE_ORDER:
      add_filter (chooser, _("Excel workbooks and CSV tables"), order);
      break;

    case HW_FILE_PNG:
      add_filter (chooser, _("Pictures (PNG)"), png);
      break;

    case HW_FILE_SVG:
      add_filter (chooser, _("Drawings (SVG)"), svg);
      break;

    case HW_FILE_PDF:
      add_filter (chooser, _("PDF documents"), pdf);
      break;

    case HW_FILE_TABLE:
      add_filter (chooser, _("CSV tables"), table);
      break;

    case HW_FILE_CALENDAR:
      add_filter (chooser, _("Calendar files"), calendar);
      break;
    }

  add_filter (chooser, _("All files"), all);
}

/* Where the last choice was made; until then the owner's Documents, or at home. */
static char *last_folder; /* (owned) (nullable) as long as the program runs */

static char *
dup_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (last_folder != NULL && g_file_test (last_folder, G_FILE_TEST_IS_DIR))
    return g_strdup (last_folder);

  return g_strdup (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
}

static void
response_cb (GtkNativeDialog *native,
             int              response,
             Choice          *choice)
{
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

      path = file != NULL ? g_file_get_path (file) : NULL;
    }

  if (path != NULL && choice->ending != NULL && !g_str_has_suffix (path, choice->ending) &&
      !(choice->other != NULL && g_str_has_suffix (path, choice->other)))
    {
      g_autofree char *bare = g_steal_pointer (&path);

      path = g_strconcat (bare, choice->ending, NULL);
    }

  if (path != NULL)
    {
      g_free (last_folder);
      last_folder = g_path_get_dirname (path);
    }

  choice->done (choice->owner, path);
  g_object_unref (choice->owner);
  gtk_native_dialog_destroy (native);
  g_object_unref (choice->native);
  g_free (choice);
}

static void
show (GtkWindow            *parent,
      const char           *title,
      HwFileKind            kind,
      GtkFileChooserAction  action,
      const char           *name,
      HwFileChoiceFunc      done,
      gpointer              owner)
{
  const gboolean saves = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autofree char *folder = dup_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  Choice *choice = g_new0 (Choice, 1);
  GtkFileChooser *chooser;

  choice->native = gtk_file_chooser_native_new (title, parent, action,
                                                saves ? _("_Save") : _("_Open"), _("_Cancel"));
  choice->done = done;
  choice->owner = g_object_ref (owner);
  choice->ending = saves ? endings[kind] : NULL;
  choice->other = kind == HW_FILE_ORDER ? ".csv" : NULL;

  chooser = GTK_FILE_CHOOSER (choice->native);
  if (action != GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    add_filters (chooser, kind);
  gtk_file_chooser_set_current_folder (chooser, file, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->native), TRUE);
  g_signal_connect (choice->native, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->native));
}

void
hw_file_choice_open (GtkWindow        *parent,
                     const char       *title,
                     HwFileKind        kind,
                     HwFileChoiceFunc  done,
                     gpointer          owner)
{
  show (parent, title, kind, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, done, owner);
}

void
hw_file_choice_save (GtkWindow        *parent,
                     const char       *title,
                     HwFileKind        kind,
                     const char       *name,
                     HwFileChoiceFunc  done,
                     gpointer          owner)
{
  show (parent, title, kind, GTK_FILE_CHOOSER_ACTION_SAVE, name, done, owner);
}

void
hw_file_choice_folder (GtkWindow        *parent,
                       const char       *title,
                       HwFileChoiceFunc  done,
                       gpointer          owner)
{
  show (parent, title, HW_FILE_BUSINESS, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, done, owner);
}
