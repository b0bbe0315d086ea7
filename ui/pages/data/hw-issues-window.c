/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/data/hw-issues-window.h"

#include "jobs/import/hw-import-job.h"
#include "pages/help/hw-help-window.h"
#include "widgets/hw-data-table.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

struct _HwIssuesWindow
{
  AdwWindow    parent_instance;

  HwStatePage *state_page;
  HwDataTable *table;

  HwDesk      *desk;      /* (owned) */
  gint64       import_id;
  char        *file_name; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HwIssuesWindow, hw_issues_window, ADW_TYPE_WINDOW)

enum
{
  COLUMN_ROW,
  COLUMN_VALUE,
  COLUMN_WHAT,
  COLUMN_KEPT,
  N_COLUMNS,
};

/* A row with several findings was kept only if none of them threw it out; what is
 * said of the file's own total is said of no row. */
static const char *
say_kept (const GArray  *issues,
          const HwIssue *issue)
{
  if (issue->kind == HW_ISSUE_TOTAL_DIFFERS)
    return "";

  for (guint i = 0; i < issues->len; i++)
    if (g_array_index (issues, HwIssue, i).row == issue->row && g_array_index (issues, HwIssue, i).dropped)
      return _("Left out");

  return _("Kept");
}

static GPtrArray *
make_rows (const GArray   *issues,
           const HwFormat *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < issues->len; i++)
    {
      const HwIssue *issue = &g_array_index (issues, HwIssue, i);
      HwRow *row = hw_row_new (N_COLUMNS, i);

      hw_row_set_number (row, COLUMN_ROW, hw_format_number (format, (double) issue->row, 0), (double) issue->row);
      hw_row_set_text (row, COLUMN_VALUE, g_strdup (issue->value));
      hw_row_set_text (row, COLUMN_WHAT, g_strdup (hw_issue_kind_text (issue->kind)));
      hw_row_set_text (row, COLUMN_KEPT, g_strdup (say_kept (issues, issue)));
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static void
issues_arrived_cb (gpointer      owner,
                   gpointer      result,
                   const GError *error)
{
  HwIssuesWindow *self = owner;
  g_autoptr (GArray) issues = result;

  if (self->desk == NULL)
    return;

  if (error != NULL)
    {
      hw_errand_show_error (self->state_page, _("This did not work"), error, self->file_name);
    }
  else if (issues->len == 0)
    {
      hw_state_page_show_empty (self->state_page, "emblem-ok-symbolic", _("Nothing to look at"),
                                _("Every row of this file could be read."), NULL, NULL);
    }
  else
    {
      g_autoptr (GPtrArray) rows = make_rows (issues, hw_desk_get_format (self->desk));

      hw_data_table_set_rows (self->table, rows);
      hw_state_page_show_ready (self->state_page);
      gtk_widget_grab_focus (GTK_WIDGET (self->table));
    }
}

static void
look (HwIssuesWindow *self)
{
  if (hw_desk_get_session (self->desk) != NULL)
    hw_errand_run (self->desk, &hw_import_issues_job, g_memdup2 (&self->import_id, sizeof self->import_id),
                   self->state_page, issues_arrived_cb, self);
}

static void
hw_issues_window_dispose (GObject *object)
{
  HwIssuesWindow *self = HW_ISSUES_WINDOW (object);

  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_ISSUES_WINDOW);

  G_OBJECT_CLASS (hw_issues_window_parent_class)->dispose (object);
}

static void
hw_issues_window_finalize (GObject *object)
{
  g_free (HW_ISSUES_WINDOW (object)->file_name);

  G_OBJECT_CLASS (hw_issues_window_parent_class)->finalize (object);
}

static void
hw_issues_window_class_init (HwIssuesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_issues_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_issues_window_finalize;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_DATA_TABLE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  hw_help_add_key (widget_class, "import");
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/data/hw-issues-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwIssuesWindow, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwIssuesWindow, table);
}

static void
hw_issues_window_init (HwIssuesWindow *self)
{
  const HwColumn columns[N_COLUMNS] = {
    [COLUMN_ROW]   = { _("Row"), HW_COLUMN_NUMBER },
    [COLUMN_VALUE] = { _("What stood there"), HW_COLUMN_TEXT },
    [COLUMN_WHAT]  = { _("What is wrong"), HW_COLUMN_LONG },
    [COLUMN_KEPT]  = { _("The row was"), HW_COLUMN_SHORT },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  hw_data_table_set_columns (self->table, columns, N_COLUMNS);
  hw_data_table_set_label (self->table, _("Issues"));
  g_signal_connect_object (self->state_page, "try-again", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hw_issues_window_new (GtkWindow  *parent,
                      HwDesk     *desk,
                      gint64      import_id,
                      const char *file_name)
{
  HwIssuesWindow *self = g_object_new (HW_TYPE_ISSUES_WINDOW, "transient-for", parent, NULL);
  /* Translators: a window's title; %s is a file's name. */
  g_autofree char *title = g_strdup_printf (_("Issues in %s"), file_name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  self->desk = g_object_ref (desk);
  self->import_id = import_id;
  self->file_name = g_strdup (file_name);
  look (self);
  return GTK_WIDGET (self);
}
