/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-what-if-section.h"

#include "jobs/stock/hw-say-stock.h"
#include "jobs/stock/hw-stock-what-if-job.h"
#include "pages/stock/hw-stock-charts.h"
#include "pages/stock/hw-stock-what-if-form.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP 12
#define CHART_HEIGHT 380

struct _HwStockWhatIfSection
{
  HwSection          parent_instance;

  HwStockWhatIfForm *form;
  GtkLabel          *status_label;  /* why there is no answer */
  GtkWidget         *result_box;
  GtkLabel          *sentence_label;
  GtkLabel          *orders_label;
  GtkLabel          *rule_label;
  GtkLabel          *basis_label;
  GtkDropDown       *what_drop;
  HwChartView       *chart_view;
  GtkWidget         *use_button;

  HwStockWhatIf     *answer;        /* (owned) (nullable) */
  char              *run_id;        /* (owned) (nullable) of the records it was asked of */
  HwWork            *work;          /* (owned) (nullable) while it is being worked out */
  gboolean           again;         /* the sliders were moved meanwhile */
};

G_DEFINE_FINAL_TYPE (HwStockWhatIfSection, hw_stock_what_if_section, HW_TYPE_SECTION)

static void ask (HwStockWhatIfSection *self);

static void
show_chart (HwStockWhatIfSection *self)
{
  HwDesk *desk = hw_section_get_desk (HW_SECTION (self));
  const HwFrontier what = gtk_drop_down_get_selected (self->what_drop) == 1 ? HW_FRONTIER_STOCK : HW_FRONTIER_COST;

  if (desk != NULL && self->answer != NULL)
    hw_chart_view_take_chart (self->chart_view, hw_frontier_chart_new (self->answer, what, hw_desk_get_format (desk)),
                              G_OBJECT (desk));
}

/* @problem: what came instead of an answer (nullable). */
static void
say_status (HwStockWhatIfSection *self,
            const char           *problem)
{
  gtk_label_set_text (self->status_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), problem != NULL);
}

/* Which of all products went in, and why the others did not. */
static char *
say_basis (const HwStockWhatIf *answer,
           const HwStockPlan   *plan,
           const HwFormat      *format)
{
  const guint n_still = plan->lines->len - MIN (plan->lines->len, answer->n_products + answer->n_left_out);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *n = hw_format_number (format, answer->n_products, 0);
  g_autofree char *all = hw_format_number (format, plan->lines->len, 0);
  g_autofree char *out = hw_format_number (format, answer->n_left_out, 0);
  g_autofree char *still = hw_format_number (format, n_still, 0);

  /* Translators: two numbers: so many of all products. */
  g_string_append_printf (text, ngettext ("Worked out for %1$s of %2$s product.", "Worked out for %1$s of %2$s products.",
                                          plan->lines->len), n, all);
  if (answer->n_left_out > 0)
    /* Translators: %s is how many products. */
    g_string_append_printf (text, ngettext (" Of %s count, cost or forecast is not known.",
                                            " Of %s count, cost or forecast is not known.", answer->n_left_out), out);
  if (n_still > 0)
    /* Translators: %s is how many products. */
    g_string_append_printf (text, ngettext (" Of %s nothing is expected to sell.", " Of %s nothing is expected to sell.", n_still),
                            still);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is promised already needs no button. */
static void
show_use (HwStockWhatIfSection *self)
{
  HwDesk *desk = hw_section_get_desk (HW_SECTION (self));

  gtk_widget_set_sensitive (self->use_button, desk != NULL && self->answer != NULL &&
                            fabs (hw_desk_get_service (desk) - self->answer->chosen.promise) > 1e-9);
}

static void
show_answer (HwStockWhatIfSection *self)
{
  const HwFormat *format = hw_desk_get_format (hw_section_get_desk (HW_SECTION (self)));
  g_autofree char *sentence = hw_say_stock_what_if (self->answer, format);
  g_autofree char *rule = hw_say_stock_rule (self->answer, format);
  g_autofree char *basis = say_basis (self->answer, hw_desk_get_stock (hw_section_get_desk (HW_SECTION (self))), format);
  g_autofree char *orders = hw_format_money (format, self->answer->order_value);
  g_autofree char *before = hw_format_money (format, self->answer->order_value_kept);
  /* Translators: 1 and 2 money. */
  g_autofree char *today = g_strdup_printf (_("Today’s orders would come to %1$s instead of %2$s."), orders, before);

  gtk_label_set_text (self->sentence_label, sentence);
  gtk_label_set_text (self->orders_label, today);
  gtk_widget_set_visible (GTK_WIDGET (self->orders_label), self->answer->order_value != self->answer->order_value_kept);
  gtk_label_set_text (self->rule_label, rule);
  gtk_label_set_text (self->basis_label, basis);
  show_chart (self);
  show_use (self);
  gtk_widget_set_visible (self->result_box, TRUE);
  gtk_widget_set_sensitive (self->result_box, TRUE);
}

static void
answered_cb (gpointer      owner,
             gpointer      result,
             const GError *error)
{
  HwStockWhatIfSection *self = owner;
  g_autoptr (HwStockWhatIf) answer = result;

  g_clear_object (&self->work);
  if (hw_section_get_desk (HW_SECTION (self)) == NULL)
    return;
  if (self->again)
    {
      ask (self);
      return;
    }

  if (answer != NULL)
    {
      g_clear_pointer (&self->answer, hw_stock_what_if_free);
      self->answer = g_steal_pointer (&answer);
      show_answer (self);
    }
  else if (hw_errand_was_stopped (error))
    say_status (self, _("Stopped. Move a slider to try again."));
  else
    {
      gtk_widget_set_visible (self->result_box, FALSE);
      hw_errand_show_error (hw_section_get_state (HW_SECTION (self)), _("This cannot be tried"), error, NULL);
      g_clear_pointer (&self->run_id, g_free);
    }
}

/* One at a time: what is asked meanwhile waits for the one before to stop. */
static void
ask (HwStockWhatIfSection *self)
{
  HwDesk *desk = hw_section_get_desk (HW_SECTION (self));
  HwStockWhatIfRequest *wish;

  if (desk == NULL)
    return;

  gtk_widget_set_sensitive (self->result_box, FALSE);
  self->again = self->work != NULL;
  if (self->work != NULL)
    {
      hw_work_stop (self->work);
      return;
    }

  say_status (self, NULL);
  wish = g_new0 (HwStockWhatIfRequest, 1);
  hw_stock_what_if_form_read (self->form, wish);
  wish->kept = hw_desk_get_service (desk);
  self->work = hw_errand_run_beside (desk, &hw_stock_what_if_job, wish, hw_section_get_state (HW_SECTION (self)),
                                     answered_cb, self);
}

static void
moved_cb (HwStockWhatIfSection *self)
{
  gtk_widget_set_sensitive (self->result_box, FALSE);
}

static void
use_clicked_cb (HwStockWhatIfSection *self)
{
  HwDesk *desk = hw_section_get_desk (HW_SECTION (self));

  if (desk != NULL && self->answer != NULL)
    hw_desk_set_service (desk, self->answer->chosen.promise);
  show_use (self);
}

/* Asked when it is first opened, and again of other records. */
static void
hw_stock_what_if_section_fill (HwSection *section)
{
  HwStockWhatIfSection *self = HW_STOCK_WHAT_IF_SECTION (section);
  HwDesk *desk = hw_section_get_desk (section);
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "stock");

  show_use (self);
  if (g_strcmp0 (run_id, self->run_id) == 0)
    return;

  g_free (self->run_id);
  self->run_id = g_steal_pointer (&run_id);
  hw_stock_what_if_form_start (self->form, hw_desk_get_stock (desk), hw_desk_get_service (desk), hw_desk_get_format (desk));
  ask (self);
}

static void
hw_stock_what_if_section_forget (HwSection *section)
{
  HwStockWhatIfSection *self = HW_STOCK_WHAT_IF_SECTION (section);

  g_clear_pointer (&self->run_id, g_free);
  g_clear_pointer (&self->answer, hw_stock_what_if_free);
  g_clear_object (&self->work);
  self->again = FALSE;
  gtk_widget_set_visible (self->result_box, FALSE);
  hw_chart_view_take_chart (self->chart_view, NULL, NULL);
}

static void
hw_stock_what_if_section_finalize (GObject *object)
{
  HwStockWhatIfSection *self = HW_STOCK_WHAT_IF_SECTION (object);

  g_free (self->run_id);
  hw_stock_what_if_free (self->answer);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (hw_stock_what_if_section_parent_class)->finalize (object);
}

static void
hw_stock_what_if_section_class_init (HwStockWhatIfSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_stock_what_if_section_finalize;
  HW_SECTION_CLASS (klass)->fill = hw_stock_what_if_section_fill;
  HW_SECTION_CLASS (klass)->forget = hw_stock_what_if_section_forget;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = hw_section_label (style);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
make_result (HwStockWhatIfSection *self)
{
  const char *const whats[] = { _("Money a year"), _("Stock, at cost"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 2);
  GtkWidget *drop = gtk_drop_down_new_from_strings (whats);
  GtkWidget *view = hw_chart_view_new ();
  GtkWidget *use = gtk_button_new_with_label (_("Use this promise"));

  self->result_box = box;
  self->sentence_label = add_label (box, "title-4");
  self->orders_label = add_label (box, NULL);
  self->rule_label = add_label (box, NULL);
  self->what_drop = GTK_DROP_DOWN (drop);
  self->chart_view = HW_CHART_VIEW (view);
  self->use_button = use;
  hw_drop_down_name (self->what_drop, _("What the curve shows"));
  gtk_widget_set_halign (drop, GTK_ALIGN_START);
  gtk_widget_set_halign (use, GTK_ALIGN_START);
  gtk_widget_set_size_request (view, -1, CHART_HEIGHT);
  gtk_box_append (GTK_BOX (box), drop);
  gtk_box_append (GTK_BOX (box), view);
  self->basis_label = add_label (box, "dim-label");
  gtk_box_append (GTK_BOX (box), use);
  gtk_widget_set_visible (box, FALSE);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (show_chart), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (use, "clicked", G_CALLBACK (use_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
hw_stock_what_if_section_init (HwStockWhatIfSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *about = hw_section_label ("dim-label");

  gtk_label_set_text (GTK_LABEL (about), _("Move a slider and see what it would do. Nothing of it is kept until you say so."));
  gtk_box_append (GTK_BOX (box), about);
  self->form = HW_STOCK_WHAT_IF_FORM (hw_stock_what_if_form_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  self->status_label = add_label (box, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), FALSE);
  make_result (self);
  gtk_box_append (GTK_BOX (box), self->result_box);
  g_signal_connect_object (self->form, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "rested", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  hw_section_set_up (HW_SECTION (self), _("What if: another promise, waiting time or budget"), HW_TOPIC_BIT (HW_TOPIC_STOCK), box);
}
