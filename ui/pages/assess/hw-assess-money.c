/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-money.h"

#include "jobs/assess/hw-say-stake.h"
#include "pages/assess/hw-stake-rows.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-how-button.h"

#include <glib/gi18n.h>
#include <math.h>

#define CHART_BASE 130      /* title, legend and words */
#define CHART_ROW 34

enum { GROUP_LOST, GROUP_MISSING, GROUP_NOTHING, N_GROUPS };

struct _HwAssessMoney
{
  HwAssessPart         parent_instance;

  GtkLabel            *total_label;
  GtkLabel            *range_label;
  GtkLabel            *basis_label;
  HwHowButton         *how;
  GtkWidget           *chart_card;
  HwChartView         *chart_view;
  AdwPreferencesGroup *groups[N_GROUPS];
};

G_DEFINE_FINAL_TYPE (HwAssessMoney, hw_assess_money, HW_TYPE_ASSESS_PART)

static guint
count_known (const HwStakes *stakes)
{
  guint n = 0;

  for (guint i = 0; i < stakes->stakes->len; i++)
    n += ((const HwStake *) g_ptr_array_index (stakes->stakes, i))->state == HW_STAKE_OK;
  return n;
}

static char *
say_basis (const HwStakes *stakes,
           const HwFormat *format)
{
  g_autofree char *days = NULL;
  g_autofree char *share = NULL;

  if (stakes->from == HW_DAY_NONE || stakes->to == HW_DAY_NONE)
    return NULL;

  days = hw_format_days (format, stakes->from, stakes->to);
  if (isnan (stakes->revenue) || stakes->revenue <= 0.0 || stakes->total <= 0.0)
    /* Translators: %s is from when to when. */
    return g_strdup_printf (_("Worked out on your records, %s."), days);

  share = hw_format_percent (format, stakes->total / stakes->revenue, 1);
  /* Translators: 1 from when to when, 2 per cent. */
  return g_strdup_printf (_("Worked out on your records, %1$s. That is %2$s of a year’s sales."), days, share);
}

static void
fill_head (HwAssessMoney  *self,
           HwDesk         *desk,
           const HwStakes *stakes)
{
  const HwFormat *format = hw_desk_get_format (desk);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *total = hw_say_stake_total (stakes, format, &low, &high);
  /* Translators: %s is money. */
  g_autofree char *said = g_strdup_printf (_("About %s a year"), total);
  /* Translators: 1 and 2 money. */
  g_autofree char *range = low != NULL ? g_strdup_printf (_("9 times in 10 it is between %1$s and %2$s."), low, high) : NULL;
  g_autofree char *basis = say_basis (stakes, format);
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "stakes");
  const HwHowFacts facts = {
    .about = _("Money at stake"),
    .inputs = basis,
    .method = _("The kinds below are added up. What two of them count at once is taken off, and the ranges are put together "
                "as if the kinds had nothing to do with each other."),
    .run_id = run_id,
  };
  const gboolean known = count_known (stakes) > 0;

  gtk_label_set_text (self->total_label, known ? said : _("Nothing can be worked out yet"));
  hw_assess_set_text (self->range_label, known ? range : NULL);
  hw_assess_set_text (self->basis_label, known ? basis : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->how), known);
  hw_how_button_set_facts (self->how, &facts);
}

static int
find_group (const HwStake *stake)
{
  return stake->state == HW_STAKE_OK ? GROUP_LOST : stake->state == HW_STAKE_NOTHING ? GROUP_NOTHING : GROUP_MISSING;
}

/* Last of the kinds, so that they add up to what stands on top. */
static void
add_twice (HwAssessMoney  *self,
           const HwStakes *stakes,
           const HwFormat *format)
{
  GtkWidget *row = hw_stake_twice_row_new (stakes, format);

  if (row != NULL)
    hw_assess_group_add (self->groups[GROUP_LOST], row);
}

static void
hw_assess_money_fill (HwPage *page)
{
  HwAssessMoney *self = HW_ASSESS_MONEY (page);
  HwDesk *desk = hw_page_get_desk (page);
  const HwStakes *stakes = hw_desk_get_stakes (desk);
  const HwFormat *format = hw_desk_get_format (desk);
  HwChart *chart = hw_stakes_chart_new (stakes, format);
  guint n[N_GROUPS] = { 0 };

  fill_head (self, desk, stakes);
  gtk_widget_set_visible (self->chart_card, chart != NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->chart_view), -1, CHART_BASE + CHART_ROW * (int) count_known (stakes));
  hw_chart_view_take_chart (self->chart_view, chart, chart != NULL ? G_OBJECT (desk) : NULL);

  for (int i = 0; i < N_GROUPS; i++)
    hw_assess_group_clear (self->groups[i]);
  for (guint i = 0; i < stakes->stakes->len; i++)
    {
      const HwStake *stake = g_ptr_array_index (stakes->stakes, i);

      hw_assess_group_add (self->groups[find_group (stake)], hw_stake_row_new (stake, format));
      n[find_group (stake)]++;
    }
  add_twice (self, stakes, format);
  for (int i = 0; i < N_GROUPS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), n[i] > 0);
}

static void
hw_assess_money_class_init (HwAssessMoneyClass *klass)
{
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_STAKES);
  page_class->fill = hw_assess_money_fill;
}

static GtkWidget *
make_head (HwAssessMoney *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->total_label = GTK_LABEL (hw_assess_label ("title-1"));
  self->range_label = GTK_LABEL (hw_assess_label ("numeric"));
  self->basis_label = GTK_LABEL (hw_assess_label ("dim-label"));
  self->how = HW_HOW_BUTTON (hw_how_button_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->total_label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->how), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->total_label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->how));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->range_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->basis_label));
  return box;
}

static void
hw_assess_money_init (HwAssessMoney *self)
{
  const char *const titles[N_GROUPS] = {
    [GROUP_LOST] = _("Kind by kind"), [GROUP_MISSING] = _("Not known yet"), [GROUP_NOTHING] = _("Looked, and nothing is lost"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->chart_view = HW_CHART_VIEW (hw_chart_view_new ());
  self->chart_card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->chart_card, "card");
  gtk_widget_add_css_class (self->chart_card, "hw-card");
  gtk_box_append (GTK_BOX (self->chart_card), GTK_WIDGET (self->chart_view));
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), self->chart_card);
  for (int i = 0; i < N_GROUPS; i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      self->groups[i] = ADW_PREFERENCES_GROUP (group);
      adw_preferences_group_set_title (self->groups[i], titles[i]);
      gtk_box_append (GTK_BOX (box), group);
    }
  hw_assess_part_set_up (HW_ASSESS_PART (self), _("Money at stake"), _("What is lost today, in a year, worked out on your records."),
                         box);
}
