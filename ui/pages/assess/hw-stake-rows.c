/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-stake-rows.h"

#include "chart/hw-span-chart.h"
#include "jobs/assess/hw-say-stake.h"
#include "jobs/hw-say.h"
#include "pages/assess/hw-assess-part.h"
#include "widgets/hw-how-button.h"

#include <glib/gi18n.h>
#include <math.h>

#define TOP_NAMED 3

/* "Mostly: Rye loaf (€900), Bread roll (€300)" */
static char *
say_top (const HwStake  *stake,
         const HwFormat *format)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < MIN (stake->top->len, TOP_NAMED); i++)
    {
      const HwStakeItem *item = g_ptr_array_index (stake->top, i);
      g_autofree char *money = hw_format_money_about (format, item->year);

      g_ptr_array_add (names, g_strdup_printf ("%s (%s)", item->name, money));
    }
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: %s is a list of products with money. */
  return stake->top->len > 0 ? g_strdup_printf (_("Mostly: %s"), list) : NULL;
}

static char *
say_known (const HwStake  *stake,
           const HwFormat *format)
{
  g_autofree char *amount = hw_say_stake (stake->year, stake->low, stake->high, format);
  g_autofree char *top = say_top (stake, format);
  g_autoptr (GString) text = g_string_new (amount);

  if (!stake->certain)
    g_string_append_printf (text, "\n%s", _("This is not sure yet."));
  if (stake->stands > 0.0)
    {
      g_autofree char *stands = hw_format_money_about (format, stake->stands);

      g_string_append_c (text, '\n');
      /* Translators: %s is money. */
      g_string_append_printf (text, _("Money that stands still in it: about %s"), stands);
    }
  if (top != NULL)
    g_string_append_printf (text, "\n%s", top);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The steps of the working, one a line. */
static char *
say_working (const HwStake  *stake,
             const HwFormat *format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < stake->working->len; i++)
    {
      const HwStakeStep *step = &g_array_index (stake->working, HwStakeStep, i);
      const HwMetric metric = { .unit = step->unit };
      const HwMetricValue value = { .metric = &metric, .state = HW_METRIC_OK, .value = step->value };
      g_autofree char *figure = hw_say_metric (&value, format);

      g_string_append_c (text, '\n');
      /* Translators: 1 a step of how a figure was worked out, 2 its value. */
      g_string_append_printf (text, _("%1$s: %2$s"), step->label, figure);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_how (const HwStake  *stake,
          const HwFormat *format)
{
  GtkWidget *how = hw_how_button_new ();
  const char *page = hw_stake_kind_page (stake->kind);
  g_autofree char *working = say_working (stake, format);
  g_autofree char *action = g_strdup_printf ("win.page::%s", page);
  const HwHowFacts facts = {
    .about = hw_stake_kind_name (stake->kind),
    .inputs = working,
    .method = hw_stake_kind_about (stake->kind),
    .technical = hw_stake_kind_technical (stake->kind),
    .run_id = stake->run_id,
    .way = *page != '\0' ? _("See the rows") : NULL,
    .way_action = *page != '\0' ? action : NULL,
  };

  hw_how_button_set_facts (HW_HOW_BUTTON (how), &facts);
  gtk_widget_set_valign (how, GTK_ALIGN_CENTER);
  return how;
}

GtkWidget *
hw_stake_row_new (const HwStake  *stake,
                  const HwFormat *format)
{
  g_autofree char *known = stake->state == HW_STAKE_OK ? say_known (stake, format) : NULL;
  GtkWidget *row = hw_assess_row (hw_stake_kind_name (stake->kind),
                                  known != NULL ? known : hw_stake_state_text (stake->state));

  if (known != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_how (stake, format));
  return row;
}

GtkWidget *
hw_stake_twice_row_new (const HwStakes *stakes,
                        const HwFormat *format)
{
  g_autofree char *money = hw_say_stakes_twice (stakes, format);
  g_autofree char *text = NULL;

  if (money == NULL)
    return NULL;

  /* Translators: %s is money with a minus. */
  text = g_strdup_printf (_("%s a year: what two of the kinds above both count. So the lines add up to about the sum on top."), money);
  return hw_assess_row (_("Counted twice, taken off"), text);
}

HwChart *
hw_stakes_chart_new (const HwStakes *stakes,
                     const HwFormat *format)
{
  g_autofree HwSpanBar *bars = g_new0 (HwSpanBar, stakes->stakes->len);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  /* Translators: %s is a currency such as EUR. */
  g_autofree char *name = g_strdup_printf (_("%s a year"), hw_format_get_currency (format));
  HwSpanData data = {
    .title = _("What is lost, by kind"), .value_name = name, .range_name = _("Range, 9 times in 10"), .is_money = TRUE,
    .is_about = TRUE, .spans = bars,
  };

  for (guint i = 0; i < stakes->stakes->len; i++)
    {
      const HwStake *stake = g_ptr_array_index (stakes->stakes, i);
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;
      char *text;

      if (stake->state != HW_STAKE_OK)
        continue;

      (void) hw_format_money_range (format, stake->year, stake->low, stake->high, &text, &low, &high);
      g_ptr_array_add (texts, text);
      bars[data.n++] = (HwSpanBar) { hw_stake_kind_name (stake->kind), stake->year, stake->low, stake->high,
                                     g_ptr_array_index (texts, texts->len - 1) };
    }

  return data.n > 0 ? hw_span_chart_new (&data, format) : NULL;
}
