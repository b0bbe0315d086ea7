/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-save.h"

#include "compat/hw-ask.h"
#include "compat/hw-file-choice.h"
#include "widgets/hw-undo.h"

#include <glib/gi18n.h>

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  HwDataTable *table = owner;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (table));
  g_autofree char *csv = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || !GTK_IS_WINDOW (root))
    return;

  csv = hw_data_table_dup_csv (table);
  if (!g_file_set_contents (path, csv, -1, &error))
    {
      hw_tell (GTK_WINDOW (root), _("The file was not written"), error->message);
      return;
    }

  /* Translators: %s is the path of a file. */
  said = g_strdup_printf (_("The table is saved as %s"), path);
  hw_undo_offer (GTK_WIDGET (table), said, NULL, NULL, NULL);
}

void
hw_table_save (HwDataTable *table)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (table));

  if (GTK_IS_WINDOW (root))
    /* Translators: the second is a file's name. */
    hw_file_choice_save (GTK_WINDOW (root), _("Save the table"), HW_FILE_TABLE, _("table.csv"), path_chosen_cb, table);
}
