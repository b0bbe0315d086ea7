/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-mapping-list.h"

#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define VALUES_SHOWN 4
#define COLUMN_KEY "hw-column"

struct _HwMappingList
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;  /* (nullable) rebuilt with each look */
};

G_DEFINE_FINAL_TYPE (HwMappingList, hw_mapping_list, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
selected_cb (GtkDropDown   *drop,
             GParamSpec    *pspec,
             HwMappingList *self)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop), COLUMN_KEY));

  g_signal_emit (self, signals[CHANGED], 0, column, (int) gtk_drop_down_get_selected (drop) - 1);
}

static GtkWidget *
make_drop (HwMappingList *self,
           guint          column,
           int            field,
           const char    *heading)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *drop;
  /* Translators: the name of a drop-down; %s is a column's heading. */
  g_autofree char *name = g_strdup_printf (_("Meaning of the column %s"), heading);

  gtk_string_list_append (list, _("Not used"));
  for (int i = 0; i < HW_N_FIELDS; i++)
    gtk_string_list_append (list, hw_field_name (i));

  drop = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), (guint) (field + 1));
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  hw_drop_down_name (GTK_DROP_DOWN (drop), name);
  g_object_set_data (G_OBJECT (drop), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  return drop;
}

/* The first values of a column: "3 · 5 · 12". */
static char *
join_values (const HwImportLook *look,
             guint               column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint shown = 0;

  for (guint i = 0; i < look->preview->len && shown < VALUES_SHOWN; i++)
    {
      char **cells = g_ptr_array_index (look->preview, i);

      if (column >= g_strv_length (cells) || *cells[column] == '\0')
        continue;
      g_string_append_printf (text, "%s%s", shown++ > 0 ? " · " : "", cells[column]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
hw_mapping_list_class_init (HwMappingListClass *klass)
{
  /* Column and field. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
}

static void
hw_mapping_list_init (HwMappingList *self)
{
}

GtkWidget *
hw_mapping_list_new (void)
{
  return g_object_new (HW_TYPE_MAPPING_LIST, NULL);
}

void
hw_mapping_list_fill (HwMappingList      *self,
                      const HwImportLook *look)
{
  g_return_if_fail (HW_IS_MAPPING_LIST (self));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("What each column means"));
  adw_preferences_group_set_description (self->group, _("With the first values of the file. "
                                                        "Change what is not right."));

  for (guint i = 0; i < look->headings->len; i++)
    {
      const char *heading = g_ptr_array_index (look->headings, i);
      const int field = i < look->fields->len ? g_array_index (look->fields, int, i) : -1;
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *values = join_values (look, i);
      g_autofree char *number = NULL;

      if (*heading == '\0')
        /* Translators: a column without a heading; %u counts from 1. */
        heading = number = g_strdup_printf (_("Column %u"), i + 1);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), values);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_drop (self, i, field, heading));
      gtk_widget_set_focusable (row, FALSE);
      adw_preferences_group_add (self->group, row);
    }

  hw_inner_names (GTK_WIDGET (self->group), "");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
