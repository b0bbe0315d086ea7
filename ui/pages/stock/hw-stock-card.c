/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-card.h"

#include "jobs/hw-say.h"
#include "jobs/stock/hw-say-stock.h"
#include "jobs/stock/hw-stock-what-if-job.h"
#include "pages/orders/hw-break-sheet.h"
#include "pages/stock/hw-stock-charts.h"
#include "pages/stock/hw-stock-rows.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-how-button.h"

#include <glib/gi18n.h>

#define GAP 12
#define CHART_HEIGHT 360

enum { RUNS_OUT, KEEP, USUAL, PRICES, LASTS, CLASSES, YEAR, WAY_OUT, LEFT_OUT, N_FACTS };

struct _HwStockCard
{
  HwSection    parent_instance;

  gint64       product_id;
  GtkWidget   *product_box;
  GtkLabel    *name_label;
  HwHowButton *how;
  GtkLabel    *why_label;
  GtkWidget   *heads[N_FACTS];
  GtkLabel    *facts[N_FACTS];
  GtkWidget   *try_button;
  GtkWidget   *prices_button;
  GtkWidget   *result_box;
  GtkLabel    *rhythm_label;
  HwChartView *chart_view;
  GtkLabel    *kanban_label;
  GtkLabel    *stress_label;
  gint64       asked;         /* the product that is being tried */
};

G_DEFINE_FINAL_TYPE (HwStockCard, hw_stock_card, HW_TYPE_SECTION)

static const HwStockLine *
get_line (HwStockCard *self)
{
  HwDesk *desk = hw_section_get_desk (HW_SECTION (self));
  const HwStockPlan *plan = desk != NULL ? hw_desk_get_stock (desk) : NULL;

  return plan != NULL ? hw_stock_rows_find (plan, self->product_id) : NULL;
}

/* Takes @text; a fact nobody knows is not shown. */
static void
show_fact (HwStockCard *self,
           int          fact,
           char        *text)
{
  gtk_label_set_text (self->facts[fact], text != NULL ? text : "");
  gtk_widget_set_visible (self->heads[fact], text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->facts[fact]), text != NULL);
  g_free (text);
}

static char *
say_usual (const HwStockLine *line,
           const HwFormat    *format)
{
  g_autofree char *lot = NULL;
  g_autofree char *served = NULL;

  if (line->lot <= 0)
    return NULL;

  lot = hw_say_level (line, line->lot, format);
  if (line->served <= 0.0)
    return g_steal_pointer (&lot);

  served = hw_format_percent (format, line->served, 1);
  /* Translators: 1 units, 2 a share of what customers ask for. */
  return g_strdup_printf (_("%1$s; then %2$s of what is asked for is there"), lot, served);
}

static char *
say_year (const HwStockLine *line,
          const HwFormat    *format)
{
  g_autofree char *cost = NULL;
  g_autofree char *rule = NULL;

  if (line->year_cost == HW_UNKNOWN)
    return NULL;

  cost = hw_format_money_about (format, hw_scaled_to_double (line->year_cost));
  rule = hw_say_year_cost (line->year_cost, line->year_cost_now, format);
  /* Translators: 1 money a year, 2 "about 20 € less than as you order today". */
  return rule != NULL ? g_strdup_printf (_("about %1$s, %2$s"), cost, rule) : g_strdup_printf (_("about %s"), cost);
}

static char *
say_way_out (const HwStockLine *line,
             const HwFormat    *format)
{
  g_autofree char *way = hw_say_way_out (line);
  g_autofree char *value = hw_format_money (format, line->excess_value);

  /* Translators: 1 money, 2 "Send it back to the supplier". */
  return way != NULL ? g_strdup_printf (_("%1$s at cost. %2$s."), value, way) : NULL;
}

static void
show_facts (HwStockCard       *self,
            const HwStockLine *line,
            const HwFormat    *format)
{
  g_autofree char *classes = hw_say_classes (line);
  const gboolean policy = line->order_up_to > 0;

  show_fact (self, RUNS_OUT, hw_say_runs_out (line, format));
  show_fact (self, KEEP, hw_say_keep (line, format));
  show_fact (self, USUAL, policy ? say_usual (line, format) : NULL);
  show_fact (self, PRICES, hw_say_breaks (line, format));
  show_fact (self, LASTS, hw_say_cover (line, format));
  /* Translators: 1 "A: brings most of the money. X: easy to foretell", 2 how it sells: "steady". */
  show_fact (self, CLASSES, g_strdup_printf (_("%1$s. It sells: %2$s."), classes, hw_say_pattern (line->pattern)));
  show_fact (self, YEAR, say_year (line, format));
  show_fact (self, WAY_OUT, say_way_out (line, format));
  show_fact (self, LEFT_OUT, hw_say_refused (line, format));
  gtk_widget_set_visible (self->prices_button, !line->made_here);
}

static void
show_how (HwStockCard       *self,
          const HwStockLine *line,
          HwDesk            *desk)
{
  const HwFormat *format = hw_desk_get_format (desk);
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "stock");
  g_autofree char *daily = hw_format_number (format, line->daily_units, line->daily_units < 10.0 ? 1 : 0);
  g_autofree char *promise = hw_say_promise (line->service, format);
  g_autofree char *wait = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) line->lead_days), line->lead_days);
  /* Translators: 1 units a day, 2 "3 days", 3 "95 of 100". */
  g_autofree char *inputs = g_strdup_printf (_("about %1$s sold a day, a waiting time of %2$s, a promise of %3$s"),
                                             daily, wait, promise);
  const HwHowFacts facts = {
    .about = line->name, .inputs = inputs, .run_id = run_id,
    .method = _("The forecast is followed over the waiting time and to the next look, on many ways it may go. From these comes "
                "how much has to be there to keep the promise, and the amount of one order that costs least a year."),
    .technical = _("Order-up-to policy by simulation on forecast scenarios"),
  };

  hw_how_button_set_facts (self->how, &facts);
}

static void
hw_stock_card_fill (HwSection *section)
{
  HwStockCard *self = HW_STOCK_CARD (section);
  HwDesk *desk = hw_section_get_desk (section);
  const HwStockLine *line = get_line (self);
  const HwFormat *format = hw_desk_get_format (desk);
  g_autofree char *why = NULL;
  g_autofree char *change = NULL;
  g_autofree char *both = NULL;

  gtk_widget_set_visible (self->product_box, line != NULL);
  gtk_widget_set_visible (self->result_box, FALSE);
  if (line == NULL)
    {
      gtk_label_set_text (self->name_label, _("Choose a product in the table above."));
      return;
    }

  why = hw_say_stock_reason (line, format);
  change = hw_say_stock_change (line, format);
  both = change != NULL ? g_strdup_printf ("%s. %s.", why, change) : g_strdup_printf ("%s.", why);
  gtk_label_set_text (self->name_label, line->name);
  gtk_label_set_text (self->why_label, both);
  show_facts (self, line, format);
  show_how (self, line, desk);
}

static void
hw_stock_card_forget (HwSection *section)
{
  HwStockCard *self = HW_STOCK_CARD (section);

  self->product_id = 0;
  gtk_widget_set_visible (self->result_box, FALSE);
  hw_chart_view_take_chart (self->chart_view, NULL, NULL);
}

/* --- smaller orders and bad stretches --- */

static void
show_stress (HwStockCard         *self,
             const HwSmallOrders *small,
             const HwFormat      *format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < small->stress->len; i++)
    {
      g_autofree char *line = hw_say_stress (&g_array_index (small->stress, HwStress, i), format);

      g_string_append_printf (text, i > 0 ? "\n%s" : "%s", line);
    }
  gtk_label_set_text (self->stress_label, text->len > 0 ? text->str : _("Nothing can be said of it yet."));
}

static void
answered_cb (gpointer      owner,
             gpointer      result,
             const GError *error)
{
  HwStockCard *self = owner;
  HwSection *section = HW_SECTION (self);
  HwDesk *desk = hw_section_get_desk (section);
  g_autoptr (HwSmallOrders) small = result;
  g_autofree char *rhythm = NULL;
  g_autofree char *kanban = NULL;

  if (desk == NULL || self->asked != self->product_id)
    {
      hw_state_page_show_ready (hw_section_get_state (section));
      return;
    }
  if (small == NULL)
    {
      hw_errand_show_error (hw_section_get_state (section), _("This cannot be tried"), error, NULL);
      return;
    }

  rhythm = hw_say_rhythm (small, hw_desk_get_format (desk));
  kanban = hw_say_kanban (small, hw_desk_get_format (desk));
  gtk_label_set_text (self->rhythm_label, rhythm != NULL ? rhythm : _("No other rhythm could be tried."));
  gtk_label_set_text (self->kanban_label, kanban != NULL ? kanban : _("No cards are needed: nothing is expected to sell."));
  show_stress (self, small, hw_desk_get_format (desk));
  hw_chart_view_take_chart (self->chart_view, small->points->len > 0 ? hw_rhythm_chart_new (small, hw_desk_get_format (desk)) : NULL,
                            G_OBJECT (desk));
  gtk_widget_set_visible (GTK_WIDGET (self->chart_view), small->points->len > 0);
  gtk_widget_set_visible (self->result_box, TRUE);
  hw_state_page_show_ready (hw_section_get_state (section));
}

static void
try_clicked_cb (HwStockCard *self)
{
  HwDesk *desk = hw_section_get_desk (HW_SECTION (self));

  if (desk == NULL || self->product_id == 0)
    return;

  self->asked = self->product_id;
  hw_errand_run (desk, &hw_small_orders_job, g_memdup2 (&self->product_id, sizeof self->product_id),
                 hw_section_get_state (HW_SECTION (self)), answered_cb, self);
}

static void
forecast_clicked_cb (HwStockCard *self)
{
  if (self->product_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.product", "x", self->product_id);
}

static void
prices_clicked_cb (HwStockCard *self)
{
  const HwStockLine *line = get_line (self);

  if (line != NULL)
    hw_break_sheet_open (GTK_WIDGET (self), hw_section_get_desk (HW_SECTION (self)), line);
}

static void
hw_stock_card_class_init (HwStockCardClass *klass)
{
  HW_SECTION_CLASS (klass)->fill = hw_stock_card_fill;
  HW_SECTION_CLASS (klass)->forget = hw_stock_card_forget;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = hw_section_label (style);

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_facts (HwStockCard *self)
{
  static const char *const names[N_FACTS] = {
    [RUNS_OUT] = N_("Runs out"), [KEEP] = N_("Keep between"), [USUAL] = N_("Usual order"), [PRICES] = N_("More at once"),
    [LASTS] = N_("On hand"),
    [CLASSES] = N_("Class"), [YEAR] = N_("Costs a year"), [WAY_OUT] = N_("Too much"),
    [LEFT_OUT] = N_("Left out"),
  };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), GAP);
  gtk_grid_set_row_spacing (GTK_GRID (grid), GAP / 2);
  for (int i = 0; i < N_FACTS; i++)
    {
      GtkWidget *head = hw_section_label ("dim-label"), *fact = hw_section_label (NULL);

      gtk_label_set_text (GTK_LABEL (head), _(names[i]));
      gtk_widget_set_valign (head, GTK_ALIGN_START);
      gtk_widget_set_hexpand (fact, TRUE);
      self->heads[i] = head;
      self->facts[i] = GTK_LABEL (fact);
      gtk_grid_attach (GTK_GRID (grid), head, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), fact, 1, i, 1, 1);
    }

  return grid;
}

/* In two rows: words of other languages are longer. */
static GtkWidget *
make_buttons (HwStockCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 2);
  GtkWidget *forecast = gtk_button_new_with_label (_("See its forecast"));

  self->try_button = gtk_button_new_with_label (_("Try smaller orders and bad times"));
  g_signal_connect_object (forecast, "clicked", G_CALLBACK (forecast_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->try_button, "clicked", G_CALLBACK (try_clicked_cb), self, G_CONNECT_SWAPPED);
  self->prices_button = gtk_button_new_with_label (_("Prices of more at once…"));
  g_signal_connect_object (self->prices_button, "clicked", G_CALLBACK (prices_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (self->prices_button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), hw_section_row ((GtkWidget *const[]) { self->try_button, forecast }, 2));
  gtk_box_append (GTK_BOX (box), self->prices_button);
  return box;
}

static GtkWidget *
make_result (HwStockCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *view = hw_chart_view_new ();

  self->result_box = box;
  add_label (box, _("Smaller and more frequent orders"), "heading");
  self->rhythm_label = add_label (box, NULL, NULL);
  self->chart_view = HW_CHART_VIEW (view);
  hw_chart_view_set_title_shown (self->chart_view, FALSE);
  gtk_widget_set_size_request (view, -1, CHART_HEIGHT);
  gtk_box_append (GTK_BOX (box), view);
  add_label (box, _("Cards on the shelf: order a pack whenever one is empty"), "heading");
  self->kanban_label = add_label (box, NULL, NULL);
  add_label (box, _("In bad times"), "heading");
  self->stress_label = add_label (box, NULL, NULL);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
hw_stock_card_init (HwStockCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP / 2);
  GtkWidget *how = hw_how_button_new ();

  self->name_label = add_label (head, NULL, "title-4");
  self->product_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  self->how = HW_HOW_BUTTON (how);
  gtk_widget_set_valign (how, GTK_ALIGN_CENTER);
  g_object_bind_property (self->product_box, "visible", how, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (head), how);
  gtk_box_append (GTK_BOX (box), head);
  self->why_label = add_label (self->product_box, NULL, NULL);
  gtk_box_append (GTK_BOX (self->product_box), make_facts (self));
  gtk_box_append (GTK_BOX (self->product_box), make_buttons (self));
  gtk_box_append (GTK_BOX (self->product_box), make_result (self));
  gtk_box_append (GTK_BOX (box), self->product_box);
  hw_section_set_up (HW_SECTION (self), _("The chosen product"), HW_TOPIC_BIT (HW_TOPIC_STOCK), box);
}

void
hw_stock_card_choose (HwStockCard *self,
                      gint64       product_id)
{
  g_return_if_fail (HW_IS_STOCK_CARD (self));

  if (self->product_id == product_id)
    return;

  self->product_id = product_id;
  hw_section_show (HW_SECTION (self), hw_section_get_desk (HW_SECTION (self)));
}
