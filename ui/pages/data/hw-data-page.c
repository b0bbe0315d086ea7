/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/data/hw-data-page.h"

#include "compat/hw-ask.h"
#include "domain/hw-records.h"
#include "jobs/hw-say.h"
#include "jobs/import/hw-import-job.h"
#include "pages/data/hw-issues-window.h"
#include "widgets/hw-data-table.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-metric-tile.h"
#include "widgets/hw-names.h"
#include "widgets/hw-tile-flow.h"

#include <glib/gi18n.h>
#include <math.h>

typedef enum
{
  TILE_PRODUCTS,
  TILE_SUPPLIERS,
  TILE_SALES,
  TILE_DAYS,
  N_TILES,
} Tile;

struct _HwDataPage
{
  HwPage        parent_instance;

  HwStatePage  *state_page;
  GtkFlowBox   *tiles_box;
  GtkStack     *imports_stack;
  HwDataTable  *table;
  GtkLabel     *chosen_label;
  GtkButton    *issues_button;
  GtkButton    *undo_button;

  HwMetricTile *tiles[N_TILES];
};

G_DEFINE_FINAL_TYPE (HwDataPage, hw_data_page, HW_TYPE_PAGE)

enum
{
  COLUMN_FILE,
  COLUMN_KIND,
  COLUMN_WHEN,
  COLUMN_ROWS,
  COLUMN_DAYS,
  COLUMN_AMOUNT,
  COLUMN_ISSUES,
  COLUMN_STATE,
  N_COLUMNS,
};

static void
set_tile (HwMetricTile *tile,
          const char   *value,
          const char   *note)
{
  hw_metric_tile_set_value (tile, value != NULL ? value : "–");
  hw_metric_tile_set_note (tile, value != NULL ? note : _("None yet"), HW_MOOD_PLAIN);
}

static guint
count_suppliers (const HwStockPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (*line->supplier != '\0')
        g_hash_table_add (seen, line->supplier);
    }

  return g_hash_table_size (seen);
}

/* What is there, as far as the other pages have worked it out. */
static void
fill_tiles (HwDataPage *self,
            HwDesk     *desk)
{
  const HwFormat *format = hw_desk_get_format (desk);
  const HwStockPlan *stock = hw_desk_get_stock (desk);
  const HwMetricSheet *metrics = hw_desk_get_metrics (desk);
  const HwForecastPlan *forecast = hw_desk_get_forecast (desk);
  const guint n_suppliers = stock != NULL ? count_suppliers (stock) : 0;
  g_autofree char *products = NULL;
  g_autofree char *suppliers = NULL;
  g_autofree char *sales = NULL;
  g_autofree char *last = NULL;
  g_autofree char *since = NULL;

  if (stock != NULL)
    products = hw_format_number (format, stock->lines->len, 0);
  if (n_suppliers > 0)
    suppliers = hw_format_number (format, n_suppliers, 0);
  if (metrics != NULL && metrics->sums.n_lines > 0)
    sales = hw_format_number (format, (double) metrics->sums.n_lines, 0);
  if (forecast != NULL && forecast->first_day != HW_DAY_NONE)
    {
      g_autofree char *first = hw_format_day (format, forecast->first_day, HW_DAY_LONG);

      last = hw_format_day (format, forecast->last_day, HW_DAY_LONG);
      /* Translators: %s is a date. */
      since = g_strdup_printf (_("since %s"), first);
    }

  set_tile (self->tiles[TILE_PRODUCTS], products, _("with sales or stock"));
  set_tile (self->tiles[TILE_SUPPLIERS], suppliers, _("who deliver them"));
  set_tile (self->tiles[TILE_SALES], sales, _("lines in the last 52 weeks"));
  set_tile (self->tiles[TILE_DAYS], last, since);
}

static char *
say_when (gint64          at,
          const HwFormat *format)
{
  return hw_format_day (format, (HwDay) (at / 86400), HW_DAY_SHORT);
}

static HwRow *
make_row (const HwImport *import,
          const HwFormat *format)
{
  HwRow *row = hw_row_new (N_COLUMNS, import->id);
  const gboolean days = import->first_day != HW_DAY_NONE;
  const gboolean money = import->amount_total != HW_UNKNOWN;

  hw_row_set_text (row, COLUMN_FILE, g_strdup (import->file_name));
  hw_row_set_text (row, COLUMN_KIND, g_strdup (hw_import_kind_name (import->kind)));
  hw_row_set_number (row, COLUMN_WHEN, say_when (import->at, format), (double) import->at);
  hw_row_set_number (row, COLUMN_ROWS, hw_format_number (format, (double) import->rows_imported, 0),
                     (double) import->rows_imported);
  hw_row_set_number (row, COLUMN_DAYS, days ? hw_format_days (format, import->first_day, import->last_day)
                                            : g_strdup ("–"), days ? import->first_day : NAN);
  hw_row_set_number (row, COLUMN_AMOUNT, money ? hw_format_money (format, import->amount_total) : g_strdup ("–"),
                     money ? hw_scaled_to_double (import->amount_total) : NAN);
  hw_row_set_number (row, COLUMN_ISSUES, hw_format_number (format, (double) import->rows_with_issues, 0),
                     (double) import->rows_with_issues);
  hw_row_set_text (row, COLUMN_STATE, g_strdup (import->undone ? _("Taken back") : _("In use")));
  return row;
}

static const HwImport *
find_chosen (HwDataPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  HwRow *row = hw_data_table_get_chosen (self->table);
  GArray *imports = desk != NULL ? hw_desk_get_imports (desk) : NULL;

  if (row == NULL || imports == NULL)
    return NULL;

  for (guint i = 0; i < imports->len; i++)
    if (g_array_index (imports, HwImport, i).id == hw_row_get_id (row))
      return &g_array_index (imports, HwImport, i);

  return NULL;
}

static void
update_chosen (HwDataPage *self)
{
  const HwImport *import = find_chosen (self);

  gtk_label_set_text (self->chosen_label, import != NULL ? import->file_name : _("Choose a file in the list"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->issues_button), import != NULL && import->rows_with_issues > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->undo_button), import != NULL && !import->undone);
}

static void
hw_data_page_fill (HwPage *page)
{
  HwDataPage *self = HW_DATA_PAGE (page);
  HwDesk *desk = hw_page_get_desk (page);
  const GArray *imports = hw_desk_get_imports (desk);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < imports->len; i++)
    g_ptr_array_add (rows, make_row (&g_array_index (imports, HwImport, i), hw_desk_get_format (desk)));

  fill_tiles (self, desk);
  hw_data_table_set_rows (self->table, rows);
  gtk_stack_set_visible_child_name (self->imports_stack, rows->len > 0 ? "some" : "none");
  if (rows->len > 0 && hw_data_table_get_chosen (self->table) == NULL)
    hw_data_table_choose (self->table, hw_row_get_id (g_ptr_array_index (rows, 0)));
  update_chosen (self);
}

static void
hw_data_page_forget (HwPage *page)
{
  hw_data_table_forget (HW_DATA_PAGE (page)->table);
}

static void
issues_clicked_cb (HwDataPage *self)
{
  const HwImport *import = find_chosen (self);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (import != NULL)
    gtk_window_present (GTK_WINDOW (hw_issues_window_new (window, hw_page_get_desk (HW_PAGE (self)),
                                                          import->id, import->file_name)));
}

static void
undone_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwDataPage *self = owner;

  g_free (result);
  if (hw_page_get_desk (HW_PAGE (self)) == NULL)
    return;

  if (error != NULL && !hw_errand_was_stopped (error))
    {
      g_autofree char *text = hw_say_error (error, NULL);

      hw_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The import was not taken back"), text);
    }

  hw_desk_renew (hw_page_get_desk (HW_PAGE (self)));
  hw_state_page_show_ready (self->state_page);
}

static void
undo_agreed_cb (gpointer owner)
{
  HwDataPage *self = owner;
  const HwImport *import = find_chosen (self);

  if (import != NULL && !import->undone)
    hw_errand_run (hw_page_get_desk (HW_PAGE (self)), &hw_import_undo_job,
                   g_memdup2 (&import->id, sizeof import->id), self->state_page, undone_cb, self);
}

static void
undo_clicked_cb (HwDataPage *self)
{
  const HwImport *import = find_chosen (self);
  g_autofree char *rows = NULL;
  g_autofree char *body = NULL;

  if (import == NULL)
    return;

  rows = hw_format_number (hw_desk_get_format (hw_page_get_desk (HW_PAGE (self))), (double) import->rows_imported, 0);
  /* Translators: 1 how many rows, 2 a file's name. */
  body = g_strdup_printf (ngettext ("%s row from %s is taken out of the business. "
                                    "The file itself stays where it is; you can import it again.",
                                    "%s rows from %s are taken out of the business. "
                                    "The file itself stays where it is; you can import it again.",
                                    (gulong) import->rows_imported),
                          rows, import->file_name);
  hw_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Undo this import?"), body,
          _("Undo"), TRUE, undo_agreed_cb, self);
}

static void
hw_data_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_DATA_PAGE);

  G_OBJECT_CLASS (hw_data_page_parent_class)->dispose (object);
}

static void
hw_data_page_class_init (HwDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_data_page_dispose;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_IMPORTS);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_METRICS) | HW_TOPIC_BIT (HW_TOPIC_FORECAST) |
                      HW_TOPIC_BIT (HW_TOPIC_STOCK);
  page_class->fill = hw_data_page_fill;
  page_class->forget = hw_data_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_DATA_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/data/hw-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwDataPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwDataPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, HwDataPage, imports_stack);
  gtk_widget_class_bind_template_child (widget_class, HwDataPage, table);
  gtk_widget_class_bind_template_child (widget_class, HwDataPage, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, HwDataPage, issues_button);
  gtk_widget_class_bind_template_child (widget_class, HwDataPage, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, issues_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
hw_data_page_init (HwDataPage *self)
{
  const HwColumn columns[N_COLUMNS] = {
    [COLUMN_FILE]   = { _("File"), HW_COLUMN_TEXT },
    [COLUMN_KIND]   = { _("What"), HW_COLUMN_SHORT },
    [COLUMN_WHEN]   = { _("Imported"), HW_COLUMN_SHORT },
    [COLUMN_ROWS]   = { _("Rows"), HW_COLUMN_NUMBER },
    [COLUMN_DAYS]   = { _("Days"), HW_COLUMN_SHORT },
    [COLUMN_AMOUNT] = { _("Amount"), HW_COLUMN_NUMBER },
    [COLUMN_ISSUES] = { _("Issues"), HW_COLUMN_NUMBER },
    [COLUMN_STATE]  = { C_("column", "State"), HW_COLUMN_SHORT },
  };
  const char *const labels[N_TILES] = {
    [TILE_PRODUCTS]  = _("Products"),
    [TILE_SUPPLIERS] = _("Suppliers"),
    [TILE_SALES]     = _("Sales lines"),
    [TILE_DAYS]      = _("Last day known"),
  };
  GtkWidget *tiles[N_TILES];

  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);

  hw_data_table_set_columns (self->table, columns, N_COLUMNS);
  hw_data_table_set_label (self->table, _("Files you imported"));
  g_signal_connect_object (self->table, "row-chosen", G_CALLBACK (update_chosen), self, G_CONNECT_SWAPPED);

  for (int i = 0; i < N_TILES; i++)
    {
      tiles[i] = hw_metric_tile_new ();
      self->tiles[i] = HW_METRIC_TILE (tiles[i]);
      hw_metric_tile_set_label (self->tiles[i], labels[i]);
      gtk_widget_set_visible (GTK_WIDGET (hw_metric_tile_get_how (self->tiles[i])), FALSE);
    }
  hw_tile_flow_fill (self->tiles_box, tiles, N_TILES);
  hw_inner_names (GTK_WIDGET (self->imports_stack), "");
}
