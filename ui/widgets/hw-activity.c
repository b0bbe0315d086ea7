/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-activity.h"

#include "models/hw-work.h"

#include <glib/gi18n.h>

#define MOMENT_MS 400  /* what is over sooner is not worth a button */
#define SECOND_MS 1000
#define ROW_WORK "hw-work"

struct _HwActivity
{
  AdwBin         parent_instance;

  GtkMenuButton *menu_button;
  GtkSpinner    *spinner;
  GtkPopover    *popover;
  GtkListBox    *list;

  GListModel    *works;       /* (owned) (nullable) */
  guint          show_id;     /* timeout; 0 if none */
  guint          second_id;   /* timeout; 0 if none */
};

G_DEFINE_FINAL_TYPE (HwActivity, hw_activity, ADW_TYPE_BIN)

/* What a row shows. */
typedef struct
{
  HwWork         *work;    /* (owned) */
  GtkProgressBar *bar;
  GtkLabel       *label;
  GtkWidget      *cancel;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->work);
  g_free (row);
}

static char *
progress_text (HwWork *work)
{
  const int seconds = (int) hw_work_get_seconds (work);

  switch (hw_work_get_stage (work))
    {
    case HW_STAGE_WAITING:
      return g_strdup (_("Waiting for its turn"));

    case HW_STAGE_STOPPING:
      return g_strdup (_("Stopping"));

    case HW_STAGE_RUNNING:
      break;
    }

  /* Translators: 1 is how much of some work is done in percent, 2 for how many seconds it runs. */
  return g_strdup_printf (ngettext ("%d %% after %d second", "%d %% after %d seconds", (unsigned long) seconds),
                          (int) (hw_work_get_done (work) * 100), seconds);
}

static void
update_row (GtkWidget *widget)
{
  const Row *row = g_object_get_data (G_OBJECT (widget), ROW_WORK);
  g_autofree char *text = progress_text (row->work);

  gtk_progress_bar_set_fraction (row->bar, hw_work_get_done (row->work));
  gtk_label_set_text (row->label, text);
  gtk_widget_set_sensitive (row->cancel, hw_work_get_stage (row->work) != HW_STAGE_STOPPING);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  HwWork *work = item;
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", hw_work_get_title (work), "xalign", 0.0,
                                   "wrap", TRUE, "width-chars", 30, "max-width-chars", 30, "hexpand", TRUE, NULL);
  Row *row = g_new0 (Row, 1);
  g_autofree char *name = NULL;

  row->work = g_object_ref (work);
  row->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  row->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (row->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->label), "numeric");
  row->cancel = gtk_button_new_with_label (_("Cancel"));
  gtk_widget_set_valign (row->cancel, GTK_ALIGN_CENTER);
  /* Translators: the name of a button; %s is the name of work such as "Working out the forecast". */
  name = g_strdup_printf (_("Cancel: %s"), hw_work_get_title (work));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->cancel), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, hw_work_get_title (work), -1);

  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  gtk_widget_set_margin_top (grid, 9);
  gtk_widget_set_margin_bottom (grid, 9);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (row->bar), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (row->label), 0, 2, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), row->cancel, 1, 0, 1, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), grid);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  gtk_widget_set_focusable (widget, FALSE);

  g_object_set_data_full (G_OBJECT (widget), ROW_WORK, row, row_free);
  g_signal_connect_object (work, "changed", G_CALLBACK (update_row), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (row->cancel, "clicked", G_CALLBACK (hw_work_stop), work, G_CONNECT_SWAPPED);
  update_row (widget);
  return widget;
}

static gboolean
second_over_cb (gpointer data)
{
  HwActivity *self = data;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    update_row (GTK_WIDGET (row));

  return G_SOURCE_CONTINUE;
}

/* Seconds count only while somebody reads them. */
static void
popover_shown_cb (HwActivity *self)
{
  g_clear_handle_id (&self->second_id, g_source_remove);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    self->second_id = g_timeout_add (SECOND_MS, second_over_cb, self);
}

static gboolean
moment_over_cb (gpointer data)
{
  HwActivity *self = data;

  self->show_id = 0;
  gtk_spinner_start (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), TRUE);
  return G_SOURCE_REMOVE;
}

static void
works_changed_cb (HwActivity *self)
{
  const guint n = self->works != NULL ? g_list_model_get_n_items (self->works) : 0;
  g_autofree char *name = NULL;

  if (n == 0)
    {
      g_clear_handle_id (&self->show_id, g_source_remove);
      gtk_popover_popdown (self->popover);
      gtk_spinner_stop (self->spinner);
      gtk_widget_set_visible (GTK_WIDGET (self->menu_button), FALSE);
      return;
    }

  name = g_strdup_printf (ngettext ("%u thing is being worked on", "%u things are being worked on", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), name);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->menu_button)) && self->show_id == 0)
    self->show_id = g_timeout_add (MOMENT_MS, moment_over_cb, self);
}

static void
hw_activity_dispose (GObject *object)
{
  HwActivity *self = HW_ACTIVITY (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_handle_id (&self->second_id, g_source_remove);
  if (self->works != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->works, works_changed_cb, self);
      g_clear_object (&self->works);
    }

  G_OBJECT_CLASS (hw_activity_parent_class)->dispose (object);
}

static void
hw_activity_class_init (HwActivityClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_activity_dispose;
}

static void
hw_activity_init (HwActivity *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "hw-works");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is being worked on"), -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is being worked on"), -1);
  gtk_widget_set_size_request (scrolled, 400, -1);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, scrolled);
  g_signal_connect_object (self->popover, "notify::visible", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->menu_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->menu_button, GTK_WIDGET (self->spinner));
  gtk_menu_button_set_popover (self->menu_button, GTK_WIDGET (self->popover));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->menu_button));
}

void
hw_activity_set_works (HwActivity *self,
                       GListModel *works)
{
  g_return_if_fail (HW_IS_ACTIVITY (self));

  if (self->works != NULL)
    g_signal_handlers_disconnect_by_func (self->works, works_changed_cb, self);
  g_set_object (&self->works, works);
  gtk_list_box_bind_model (self->list, works, make_row, NULL, NULL);
  if (works != NULL)
    g_signal_connect_object (works, "items-changed", G_CALLBACK (works_changed_cb), self, G_CONNECT_SWAPPED);
  works_changed_cb (self);
}

void
hw_activity_open (HwActivity *self)
{
  g_return_if_fail (HW_IS_ACTIVITY (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}
