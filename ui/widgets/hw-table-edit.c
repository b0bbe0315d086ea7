/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-edit.h"

#include "widgets/hw-table-cell.h"

typedef struct
{
  const char *const *title; /* borrowed */
  HwEditFunc      func;   /* NULL: cannot be changed */
  gpointer        data;
  GDestroyNotify  destroy;
} Column;

struct _HwTableEdit
{
  GtkColumnView *view;     /* borrowed */
  HwTableList   *list;     /* borrowed */
  GtkLabel      *problem;  /* borrowed */
  HwTableEdited  edited;
  gpointer       data;

  Column        *columns;  /* (owned) */
  guint          n_columns;
  guint          latest;   /* the column changed last, G_MAXUINT for none */

  GtkWindow     *window;   /* (nullable) weak: whose focus is watched while a cell is changed */
  gulong         focus_id;
  GtkWidget     *text;     /* (nullable) weak: NULL while nothing is changed */
  char          *before;   /* (owned) (nullable) what the entry began with */
  gint64         row_id;   /* whose cell it is */
};

static GtkWidget *
get_cell (HwTableEdit *self)
{
  return self->text != NULL ? gtk_widget_get_parent (self->text) : NULL; /* NULL also once the cell is gone */
}

static void
say (HwTableEdit *self,
     const char  *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (get_cell (self) == NULL)
    return;

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
  if (problem != NULL)
    gtk_widget_add_css_class (get_cell (self), "error");
  else
    gtk_widget_remove_css_class (get_cell (self), "error");
}

/* The cell is a cell again. @to_row: the focus goes back to its row. */
static void
end (HwTableEdit *self,
     gboolean     to_row)
{
  GtkWidget *cell = get_cell (self);

  if (cell == NULL)
    return;

  gtk_widget_remove_css_class (cell, "error");
  g_clear_weak_pointer (&self->text); /* from here on losing the focus means nothing */
  if (to_row)
    gtk_widget_grab_focus (gtk_widget_get_parent (gtk_widget_get_parent (cell)));
  hw_table_cell_end (cell);
}

/* Rows that were replaced meanwhile took the focus with them. */
static void
focus_row (HwTableEdit *self,
           guint        position,
           guint        column)
{
  GtkWidget *cell = hw_table_cell_find (self->view, position, column);

  if (cell != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (gtk_widget_get_parent (cell)));
}

/* Whether what was typed is right; then the row has it. */
static gboolean
keep (HwTableEdit *self)
{
  GtkWidget *cell = get_cell (self);
  const guint column = cell != NULL ? hw_table_cell_column (cell) : 0;
  g_autofree char *typed = NULL, *problem = NULL;
  g_autoptr (HwRow) row = NULL;

  if (cell == NULL)
    return TRUE;

  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_set_object (&row, hw_table_list_get_row (self->list, hw_table_cell_position (cell)));
  if (row == NULL || g_strcmp0 (typed, self->before) == 0)
    {
      say (self, NULL);
      return TRUE;
    }

  problem = self->columns[column].func (row, column, typed, self->columns[column].data);
  say (self, problem);
  if (problem == NULL)
    self->edited (row, self->data);

  return problem == NULL;
}

/* Keeps what was typed and goes on @step rows further, or stays where it is wrong. */
static void
keep_and_go (HwTableEdit *self,
             int          step)
{
  GtkWidget *cell = get_cell (self);
  const guint n = hw_table_list_get_shown (self->list)->len;
  const guint position = hw_table_cell_position (cell);
  const guint column = hw_table_cell_column (cell);

  if (!keep (self))
    return;

  end (self, TRUE);
  focus_row (self, position, column);
  if (step != 0 && (step < 0 ? position > 0 : position + 1 < n))
    hw_table_edit_begin (self, position + (guint) step, column);
}

static void
keep_and_go_along (HwTableEdit *self)
{
  GtkWidget *cell = get_cell (self);
  const guint position = hw_table_cell_position (cell);
  const guint column = hw_table_cell_column (cell);

  if (!keep (self))
    return;

  end (self, TRUE);
  focus_row (self, position, column);
  for (guint i = 1; i < self->n_columns; i++)
    {
      const guint next = (column + i) % self->n_columns;

      if (self->columns[next].func != NULL && hw_table_edit_begin (self, position, next))
        return;
    }
}

static gboolean
typing_cb (HwTableEdit     *self,
           guint            keyval,
           guint            keycode,
           GdkModifierType  state)
{
  if (get_cell (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      keep_and_go (self, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      keep_and_go (self, keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_F2:
      keep_and_go_along (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      say (self, NULL);
      end (self, TRUE);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* A click elsewhere. The entry's own menu is not elsewhere, and a window that is left
 * for another keeps its focus. */
static void
focus_moved_cb (HwTableEdit *self)
{
  GtkWidget *focus = get_cell (self) != NULL ? gtk_root_get_focus (gtk_widget_get_root (self->text)) : NULL;

  if (get_cell (self) == NULL || focus == self->text || (focus != NULL && gtk_widget_is_ancestor (focus, self->text)))
    return;

  keep (self);
  end (self, FALSE);
}

/* The chosen row; while none is, the one that has the focus, as after Tab. */
static guint
get_chosen (HwTableEdit *self)
{
  const guint chosen = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (self->view)));
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->view)));
  GtkWidget *cell;

  if (chosen != GTK_INVALID_LIST_POSITION || row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->view)) ||
      gtk_widget_get_first_child (row) == NULL)
    return chosen;

  cell = hw_table_cell_of (gtk_widget_get_first_child (row));
  return cell != NULL ? hw_table_cell_position (cell) : chosen;
}

static gboolean
key_cb (HwTableEdit     *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  const guint position = get_chosen (self);
  const gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (get_cell (self) != NULL || position == GTK_INVALID_LIST_POSITION || (!enter && keyval != GDK_KEY_F2))
    return GDK_EVENT_PROPAGATE;

  if (enter && (state & GDK_CONTROL_MASK) != 0)
    {
      g_signal_emit_by_name (self->view, "activate", position);
      return GDK_EVENT_STOP;
    }

  return hw_table_edit_begin (self, position, hw_table_edit_column (self)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (HwTableEdit     *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  GtkWidget *cell = n_press == 2 ? hw_table_cell_of (gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT)) : NULL;

  if (cell != NULL && cell != get_cell (self) &&
      hw_table_edit_begin (self, hw_table_cell_position (cell), hw_table_cell_column (cell)))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
listen (HwTableEdit *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

/* By a plain handler: a GSignalGroup (GLib 2.74) that goes while its window is disposed
 * of is told of the window's end after its own. */
static void
watch_focus (HwTableEdit *self,
             GtkWindow   *window)
{
  if (self->window != NULL)
    g_clear_signal_handler (&self->focus_id, self->window);

  self->focus_id = 0;
  g_set_weak_pointer (&self->window, window);
  if (window != NULL)
    self->focus_id = g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self);
}

HwTableEdit *
hw_table_edit_new (GtkColumnView *view,
                   HwTableList   *list,
                   GtkLabel      *problem,
                   guint          n_columns,
                   HwTableEdited  edited,
                   gpointer       data)
{
  HwTableEdit *self = g_new0 (HwTableEdit, 1);

  self->view = view;
  self->list = list;
  self->problem = problem;
  self->edited = edited;
  self->data = data;
  self->columns = g_new0 (Column, n_columns);
  self->n_columns = n_columns;
  self->latest = G_MAXUINT;
  listen (self);
  return self;
}

void
hw_table_edit_free (HwTableEdit *self)
{
  if (self == NULL)
    return;

  end (self, FALSE);
  watch_focus (self, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].destroy != NULL)
      self->columns[i].destroy (self->columns[i].data);
  g_free (self->columns);
  g_free (self->before);
  g_free (self);
}

void
hw_table_edit_add (HwTableEdit    *self,
                   guint              column,
                   const char *const *title,
                   HwEditFunc      func,
                   gpointer        data,
                   GDestroyNotify  destroy)
{
  g_return_if_fail (column < self->n_columns && self->columns[column].func == NULL && func != NULL);

  self->columns[column] = (Column) { title, func, data, destroy };
}

guint
hw_table_edit_column (HwTableEdit *self)
{
  if (self->latest != G_MAXUINT)
    return self->latest;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].func != NULL)
      return i;

  return G_MAXUINT;
}

gboolean
hw_table_edit_begin (HwTableEdit *self,
                     guint        position,
                     guint        column)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);
  GtkEventController *keys;
  GtkWidget *cell;

  if (column >= self->n_columns || self->columns[column].func == NULL)
    return FALSE;

  hw_table_edit_leave (self);
  cell = hw_table_cell_find (self->view, position, column);
  if (cell == NULL)
    return FALSE;

  gtk_selection_model_select_item (model, position, TRUE);
  g_set_weak_pointer (&self->text, GTK_WIDGET (hw_table_cell_begin (cell)));
  g_free (self->before);
  self->before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  self->latest = column;
  self->row_id = hw_row_get_id (hw_table_list_get_row (self->list, position));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *self->columns[column].title, -1);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (typing_cb), self);
  gtk_widget_add_controller (self->text, keys);
  gtk_widget_grab_focus (self->text); /* selects the text */
  watch_focus (self, GTK_WINDOW (gtk_widget_get_root (self->text)));
  return TRUE;
}

void
hw_table_edit_check (HwTableEdit *self)
{
  GtkWidget *cell = get_cell (self);
  HwRow *row = cell != NULL ? hw_table_list_get_row (self->list, hw_table_cell_position (cell)) : NULL;

  if (cell != NULL && (row == NULL || hw_row_get_id (row) != self->row_id))
    hw_table_edit_leave (self);
}

void
hw_table_edit_leave (HwTableEdit *self)
{
  say (self, NULL);
  end (self, FALSE);
}
