/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-steady-rows.h"

#define ROWS_KEY "hw-steady-rows"
#define KEY_KEY "hw-steady-key"

typedef struct
{
  GPtrArray *rows;  /* (owned) of GtkWidget, borrowed: in the group */
  guint      at;    /* rows before this one are put */
  int        lost;  /* where the row was that had the focus and went; -1 if none */
} Rows;

static void
rows_free (gpointer data)
{
  Rows *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static Rows *
rows_of (AdwPreferencesGroup *group)
{
  Rows *self = g_object_get_data (G_OBJECT (group), ROWS_KEY);

  if (self == NULL)
    {
      self = g_new0 (Rows, 1);
      self->rows = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (group), ROWS_KEY, self, rows_free);
    }

  return self;
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

static void
take_out (AdwPreferencesGroup *group,
          Rows                *self,
          guint                at)
{
  GtkWidget *row = g_ptr_array_index (self->rows, at);

  if (has_focus (row))
    self->lost = (int) at;
  g_ptr_array_remove_index (self->rows, at);
  adw_preferences_group_remove (group, row);
}

static gboolean
find (const Rows *self,
      const char *key,
      guint      *at)
{
  for (guint i = self->at; i < self->rows->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->rows, i), KEY_KEY), key) == 0)
      {
        *at = i;
        return TRUE;
      }

  return FALSE;
}

static GtkWidget *
make (AdwPreferencesGroup *group,
      Rows                *self,
      const char          *key)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), KEY_KEY, g_strdup (key), g_free);

  /* The group itself only knows how to put a row last. */
  if (self->at < self->rows->len)
    gtk_list_box_insert (GTK_LIST_BOX (gtk_widget_get_parent (g_ptr_array_index (self->rows, self->at))), row, (int) self->at);
  else
    adw_preferences_group_add (group, row);
  g_ptr_array_insert (self->rows, (int) self->at, row);
  return row;
}

void
hw_steady_rows_begin (AdwPreferencesGroup *group)
{
  Rows *self = rows_of (group);

  self->at = 0;
  self->lost = -1;
}

GtkWidget *
hw_steady_rows_put (AdwPreferencesGroup *group,
                    const char          *key,
                    const char          *title,
                    const char          *subtitle,
                    gboolean            *made)
{
  Rows *self = rows_of (group);
  guint found = 0;
  const gboolean old = find (self, key, &found);
  GtkWidget *row;

  while (old && found > self->at)
    take_out (group, self, --found);

  row = old ? g_ptr_array_index (self->rows, self->at) : make (group, self, key);
  self->at++;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  if (made != NULL)
    *made = !old;
  return row;
}

void
hw_steady_rows_end (AdwPreferencesGroup *group)
{
  Rows *self = rows_of (group);

  while (self->rows->len > self->at)
    take_out (group, self, self->rows->len - 1);

  gtk_widget_set_visible (GTK_WIDGET (group), self->rows->len > 0);
  if (self->lost >= 0 && self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN ((guint) self->lost, self->rows->len - 1)));
}
