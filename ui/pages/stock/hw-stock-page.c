/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-page.h"

#include "jobs/stock/hw-say-stock.h"
#include "pages/stock/hw-stock-card.h"
#include "pages/stock/hw-stock-excess.h"
#include "pages/stock/hw-stock-money.h"
#include "pages/stock/hw-stock-rows.h"
#include "pages/stock/hw-stock-tiles.h"
#include "pages/stock/hw-stock-what-if-section.h"
#include "widgets/hw-names.h"
#include "widgets/hw-old-notice.h"
#include "widgets/hw-promise.h"
#include "widgets/hw-scroll.h"
#include "widgets/hw-tile-flow.h"

#include <glib/gi18n.h>

enum { SECTION_CARD, SECTION_WHAT_IF, SECTION_EXCESS, SECTION_MONEY, N_SECTIONS };

struct _HwStockPage
{
  HwPage             parent_instance;

  HwStatePage       *state_page;
  GtkScrolledWindow *scrolled;
  HwOldNotice       *old_notice;
  GtkLabel          *note_label;
  GtkLabel          *cost_label;
  HwPromise         *promise;
  GtkFlowBox        *tiles_box;
  HwMetricTile      *tiles[HW_N_STOCK_TILES];
  GtkWidget         *pile_box;
  GtkDropDown       *pile_drop;
  HwHowButton       *class_how;
  HwDataTable       *table;
  GtkBox            *sections_box;
  HwSection         *sections[N_SECTIONS];
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (HwStockPage, hw_stock_page, HW_TYPE_PAGE)

static const HwStockPlan *
get_plan (HwStockPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  return desk != NULL && hw_desk_get_session (desk) != NULL ? hw_desk_get_stock (desk) : NULL;
}

/* How old the knowledge of the shelves is, and what is taken where a cost is missing. */
static void
fill_note (HwStockPage       *self,
           const HwStockPlan *plan,
           const HwFormat    *format)
{
  g_autofree char *day = hw_format_day (format, plan->as_of, HW_DAY_LONG);
  const guint n_unknown = hw_stock_plan_count_in (plan, HW_PILE_NOT_COUNTED);
  g_autofree char *no_cost = hw_say_no_cost (plan, format);
  g_autofree char *missed = hw_say_promises_missed (plan, format);
  g_autofree char *both = NULL;
  g_autofree char *note = NULL;

  if (n_unknown > 0)
    /* Translators: 1 a date, 2 how many products. */
    note = g_strdup_printf (ngettext ("As of %s. How much is left of %u product is not known.",
                                      "As of %s. How much is left of %u products is not known.",
                                      n_unknown), day, n_unknown);
  else
    /* Translators: %s is a date. */
    note = g_strdup_printf (_("As of %s, from your last counts and what sold since."), day);

  gtk_label_set_text (self->note_label, note);
  both = g_strjoin (missed != NULL && no_cost != NULL ? "\n" : "", missed != NULL ? missed : "", no_cost != NULL ? no_cost : "", NULL);
  gtk_label_set_text (self->cost_label, both);
  gtk_widget_set_visible (GTK_WIDGET (self->cost_label), *both != '\0');
}

static HwStockPile
get_pile (HwStockPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->pile_drop);

  return selected < HW_N_PILES ? (HwStockPile) selected : HW_PILE_ALL;
}

/* Each with how many there are; what is chosen stays. */
static void
fill_piles (HwStockPage       *self,
            const HwStockPlan *plan,
            const HwFormat    *format)
{
  static const char *const names[HW_N_PILES] = {
    [HW_PILE_ALL] = N_("All products"), [HW_PILE_MAY_RUN_OUT] = N_("May run out"), [HW_PILE_TOO_MUCH] = N_("Too much"),
    [HW_PILE_DEAD] = N_("Does not sell"), [HW_PILE_NOT_COUNTED] = N_("Not counted"),
  };
  const HwStockPile chosen = get_pile (self);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < HW_N_PILES; i++)
    {
      g_autofree char *n = hw_format_number (format, hw_stock_plan_count_in (plan, i), 0);
      /* Translators: 1 "May run out", 2 how many products. */
      g_autofree char *text = g_strdup_printf (_("%1$s (%2$s)"), _(names[i]), n);

      gtk_string_list_append (list, text);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->pile_drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->pile_drop, chosen);
  self->filling = FALSE;
}

static void
fill_table (HwStockPage *self)
{
  const HwStockPlan *plan = get_plan (self);
  g_autoptr (GPtrArray) rows = NULL;

  if (plan == NULL)
    return;

  rows = hw_stock_levels_rows (plan, get_pile (self), hw_desk_get_format (hw_page_get_desk (HW_PAGE (self))));
  hw_data_table_set_rows (self->table, rows);
}

static void
hw_stock_page_fill (HwPage *page)
{
  HwStockPage *self = HW_STOCK_PAGE (page);
  HwDesk *desk = hw_page_get_desk (page);
  const HwStockPlan *plan = hw_desk_get_stock (desk);
  const HwFormat *format = hw_desk_get_format (desk);
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "stock");

  hw_old_notice_fill (self->old_notice, desk);
  fill_note (self, plan, format);
  hw_stock_tiles_fill (self->tiles, plan, run_id, format);
  fill_piles (self, plan, format);
  fill_table (self);
  for (int i = 0; i < N_SECTIONS; i++)
    hw_section_show (self->sections[i], desk);
}

static void
hw_stock_page_forget (HwPage *page)
{
  HwStockPage *self = HW_STOCK_PAGE (page);

  hw_data_table_forget (self->table);
  gtk_drop_down_set_selected (self->pile_drop, HW_PILE_ALL);
  for (int i = 0; i < N_SECTIONS; i++)
    hw_section_show (self->sections[i], NULL);
  hw_promise_set_desk (self->promise, hw_page_get_desk (page));
}

static void
pile_changed_cb (HwStockPage *self)
{
  if (!self->filling)
    fill_table (self);
}

static void
row_chosen_cb (HwStockPage *self,
               HwRow       *row)
{
  hw_stock_card_choose (HW_STOCK_CARD (self->sections[SECTION_CARD]), hw_row_get_id (row));
}

/* From a product to why. */
static void
row_activated_cb (HwStockPage *self,
                  HwRow       *row)
{
  row_chosen_cb (self, row);
  hw_section_open (self->sections[SECTION_CARD]);
}

static void
hw_stock_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_STOCK_PAGE);

  G_OBJECT_CLASS (hw_stock_page_parent_class)->dispose (object);
}

static void
hw_stock_page_class_init (HwStockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_stock_page_dispose;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_STOCK);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS);
  page_class->fill = hw_stock_page_fill;
  page_class->forget = hw_stock_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_OLD_NOTICE);
  g_type_ensure (HW_TYPE_HOW_BUTTON);
  g_type_ensure (HW_TYPE_DATA_TABLE);
  g_type_ensure (HW_TYPE_PROMISE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/stock/hw-stock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, old_notice);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, cost_label);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, promise);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, pile_box);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, pile_drop);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, class_how);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, table);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, sections_box);
  gtk_widget_class_bind_template_callback (widget_class, pile_changed_cb);
}

static void
add_sections (HwStockPage *self)
{
  const GType types[N_SECTIONS] = {
    HW_TYPE_STOCK_CARD, HW_TYPE_STOCK_WHAT_IF_SECTION, HW_TYPE_STOCK_EXCESS, HW_TYPE_STOCK_MONEY,
  };

  for (int i = 0; i < N_SECTIONS; i++)
    {
      self->sections[i] = g_object_new (types[i], NULL);
      gtk_box_append (self->sections_box, GTK_WIDGET (self->sections[i]));
    }
}

/* Which of them stands beside the search, so that one more row is seen. */
static void
put_piles_in_table (HwStockPage *self)
{
  g_autoptr (GtkWidget) box = g_object_ref (self->pile_box);

  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (box)), box);
  hw_data_table_add_tool (self->table, box);
}

static void
hw_stock_page_init (HwStockPage *self)
{
  GtkWidget *tiles[HW_N_STOCK_TILES];

  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);

  for (int i = 0; i < HW_N_STOCK_TILES; i++)
    {
      tiles[i] = hw_metric_tile_new ();
      self->tiles[i] = HW_METRIC_TILE (tiles[i]);
    }
  hw_tile_flow_fill (self->tiles_box, tiles, HW_N_STOCK_TILES);

  hw_drop_down_name (self->pile_drop, _("Which products"));
  put_piles_in_table (self);
  hw_how_button_set_text (self->class_how, _("Class"), _("What the letters mean"),
                          _("A, B, C: how much money a product brings. A are the few that bring most, C the many that bring "
                            "little.\n\nX, Y, Z: how well its sales can be foretold. X easily, Y roughly, Z hardly."));
  hw_stock_levels_set_up (self->table);
  hw_data_table_set_name (self->table, "stock");
  g_signal_connect_object (self->table, "row-chosen", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  add_sections (self);
  hw_scroll_keep_steady (self->scrolled);
}
