/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decision list: what to compare with, best first. What may be drawn lots among is
 * found in the records; whether the change can be made for some and not for others is
 * known of ideas of the catalogue, and else said by the owner. */
#include "jobs/trial/hw-pilot-case.h"

#include "engine/trial/hw-counterfactual.h"
#include "engine/trial/hw-sign-flip.h"
#include "engine/trial/hw-two-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define ALPHA 0.05
#define ALONG_LEAST 0.3   /* correlation from which on a control takes more out than it puts in */
#define CONTROL_KNOWN 0.95

/* Ideas that work on one product, one customer or one week at a time. */
static const char *const for_products[] = {
  "uc_daily_bake", "uc_reorder", "uc_slow_movers", "uc_abc", "uc_perishable", "uc_jit", "uc_promo", "uc_markdown",
  "uc_pricing", "uc_menu", NULL
};
static const char *const for_customers[] = { "uc_rfm", "uc_winback", "uc_clv", "uc_mail_test", "uc_leads", NULL };
static const char *const by_week[] = {
  "uc_route", "uc_route_live", "uc_roster", "uc_review_reply", "uc_faq", "uc_agent_assist", NULL
};

/* --- what is not touched, and moves along --- */

typedef struct
{
  gint64 control;
  double along;
} Beside;

static gboolean
is_known_enough (const double *y,
                 guint         n)
{
  guint known = 0;

  for (guint t = 0; t < n; t++)
    known += !isnan (y[t]);

  return n > 0 && known >= CONTROL_KNOWN * n;
}

/* Correlation of what trend and time of year leave of both. */
static double
find_along (const HwPilotCase *self,
            gint64             control)
{
  const guint n = self->past->before;
  g_autofree double *y = g_new (double, self->past->n + 1);
  g_autofree double *own = g_new (double, n + 1);
  g_autofree double *other = g_new (double, n + 1);
  double xy = 0.0, xx = 0.0, yy = 0.0;
  HwPilotLevel level;

  hw_pilot_past_control (self->past, control, y);
  if (!is_known_enough (y, n))
    return NAN;

  hw_pilot_past_scale (self->past, y, y);
  hw_pilot_level (y, n, other, &level);
  hw_pilot_level (self->scaled, n, own, &level);
  for (guint t = 0; t < n; t++)
    if (!isnan (own[t]) && !isnan (other[t]))
      {
        xy += own[t] * other[t];
        xx += own[t] * own[t];
        yy += other[t] * other[t];
      }

  return xx > 0.0 && yy > 0.0 ? xy / sqrt (xx * yy) : NAN;
}

static void
try_control (const HwPilotCase *self,
             gint64             control,
             Beside            *best)
{
  const double along = find_along (self, control);

  if (along > best->along)
    *best = (Beside) { control, along };
}

/* Of one product: categories it is not in, then their products. Those of its own
 * category may stand in for it, and are left out. */
static Beside
find_control (const HwPilotCase *self)
{
  const HwPilotPast *past = self->past;
  const int row = hw_pilot_past_find (past, past->product);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Beside best = { 0, ALONG_LEAST };
  const char *own;

  if (row < 0)
    return best;

  own = g_array_index (past->products, HwProduct, row).category;
  g_hash_table_add (seen, (gpointer) "");
  g_hash_table_add (seen, (gpointer) own);
  for (guint i = 0; i < past->products->len; i++)
    {
      const HwProduct *product = &g_array_index (past->products, HwProduct, i);

      if (g_strcmp0 (product->category, own) == 0)
        continue;

      if (g_hash_table_add (seen, product->category))
        try_control (self, -1 - product->id, &best);
      try_control (self, product->id, &best);
    }

  return best;
}

/* What the owner named, whatever it is worth; else the one that moves along most. */
static void
set_control (HwPilotCase *self)
{
  const gint64 named = g_ascii_strtoll (hw_answers_get_text (self->plan, "control"), NULL, 10);
  const Beside best = named != 0 ? (Beside) { named, find_along (self, named) } : find_control (self);
  HwPilotPast *past = self->past;

  self->beside = NAN;
  self->pilot->lock->control = 0;
  if (best.control == 0 || isnan (best.along))
    return;

  self->beside = best.along;
  self->pilot->lock->control = best.control;
  g_free (self->control);
  self->control = g_new (double, past->n + 1);
  hw_pilot_past_control (past, best.control, self->control);
  hw_pilot_past_scale (past, self->control, self->control);
}

/* --- each design --- */

typedef struct
{
  const char *why;   /* N_() */
  gboolean    open;
  guint       needs; /* pairs, customers, weeks; 0: open, or no number would do */
} Answer;

static Answer
ask_items (const HwPilotCase *self)
{
  const guint needs = (guint) hw_sign_flip_pairs_to_hold (ALPHA);

  if (self->past->product != 0)
    return (Answer) { N_("It is about one product, so there is nothing to draw lots among."), FALSE, 0 };
  if (!self->past->by_product)
    return (Answer) { N_("This figure is not known for each product on its own."), FALSE, 0 };
  if (self->units.n / 2 < needs)
    return (Answer) { N_("Too few products sell week by week to make pairs of them."), FALSE, needs };

  return (Answer) { N_("You have enough products for pairs: in each, a coin says which one changes."), TRUE, 0 };
}

static Answer
ask_customers (const HwPilotCase *self)
{
  const guint needs = 2 * (guint) hw_two_groups_each_for (ALPHA);

  if (self->past->product != 0 || !g_str_equal (self->past->metric->id, "revenue"))
    return (Answer) { N_("Customers can be compared by what all of them buy: choose sales as the figure."), FALSE, 0 };
  if (self->past->customers->len < needs)
    return (Answer) { N_("Too few sales say who bought. Names or numbers of customers would open it."), FALSE, needs };

  return (Answer) { N_("Your sales say who bought: lots say who gets the change first."), TRUE, 0 };
}

static Answer
ask_switchback (const HwPilotCase *self)
{
  const guint needs = 2 * (guint) hw_sign_flip_pairs_to_hold (ALPHA);

  if (self->weeks < needs)
    return (Answer) { N_("The trial is too short to go on and off often enough."), FALSE, needs };

  return (Answer) { N_("If it can be switched on and off without traces, a coin says in which week it is on."), TRUE, 0 };
}

static Answer
ask_sites (const HwPilotCase *self)
{
  const guint needs = 2 * (guint) hw_two_groups_each_for (ALPHA);

  if (self->past->product != 0)
    return (Answer) { N_("Shops can be compared by all that they sell, not by one product."), FALSE, 0 };
  if (!hw_shop_weeks_know (self->past->metric))
    return (Answer) { N_("This figure is not known for each shop on its own."), FALSE, 0 };
  if (self->sites.weeks == NULL || self->sites.weeks->shops->len == 0)
    return (Answer) { N_("Your sales do not say which shop they are from."), FALSE, needs };
  if (self->sites.ids->len < needs)
    return (Answer) { N_("Too few shops sell week by week to let some begin and hold them against the rest."), FALSE, needs };

  return (Answer) { N_("Your sales say which shop they are from: lots say which half of them begins."), TRUE, 0 };
}

/* Weeks of the past that judging takes: those until the start are still to come. */
static Answer
ask_past (const HwPilotCase *self,
          guint              n_controls)
{
  const guint needs = (guint) hw_counterfactual_needs (self->weeks, n_controls);
  const HwPilotPast *past = self->past;

  if (self->pilot->n_before + (past->begins > past->before ? past->begins - past->before : 0) < needs)
    return (Answer) { N_("Too few weeks are known before the start."), FALSE, needs };

  return n_controls > 0
           ? (Answer) { N_("Other sales moved along with these before, and the change does not touch them."), TRUE, 0 }
           : (Answer) { N_("The past itself says what was to be expected. It sees only large effects."), TRUE, 0 };
}

static Answer
ask_control (const HwPilotCase *self)
{
  if (self->pilot->lock->control == 0)
    return (Answer) { N_("No sales are known that move along and stay untouched. Name some if you have them."), FALSE, 0 };

  return ask_past (self, 1);
}

static Answer
ask (const HwPilotCase *self,
     HwDesign           design)
{
  switch (design)
    {
    case HW_DESIGN_ITEMS:
      return ask_items (self);

    case HW_DESIGN_CUSTOMERS:
      return ask_customers (self);

    case HW_DESIGN_SWITCHBACK:
      return ask_switchback (self);

    case HW_DESIGN_SITES:
      return ask_sites (self);

    case HW_DESIGN_CONTROL:
      return ask_control (self);

    case HW_DESIGN_OWN_FORECAST:
    case HW_DESIGN_N:
    default:
      return ask_past (self, 0);
    }
}

/* Whether the change can be made for some and not for others, as far as it is known. */
static gboolean
suits (const HwPilotCase *self,
       HwDesign           design)
{
  const char *idea = hw_answers_get_text (self->plan, "idea");

  switch (design)
    {
    case HW_DESIGN_ITEMS:
      return g_strv_contains (for_products, idea);

    case HW_DESIGN_CUSTOMERS:
      return g_strv_contains (for_customers, idea);

    case HW_DESIGN_SWITCHBACK:
      return g_strv_contains (by_week, idea);

    case HW_DESIGN_SITES:
    case HW_DESIGN_CONTROL:
    case HW_DESIGN_OWN_FORECAST:
    case HW_DESIGN_N:
    default:
      return TRUE;
    }
}

void
hw_pilot_choose (HwPilotCase *self)
{
  HwPilot *pilot = self->pilot;
  HwDesign chosen = HW_DESIGN_OWN_FORECAST;
  Answer answers[HW_DESIGN_N];

  set_control (self);
  for (guint i = 0; i < HW_DESIGN_N; i++)
    {
      answers[i] = ask (self, (HwDesign) i);
      g_array_append_vals (pilot->choices, &(HwDesignChoice) { (HwDesign) i, answers[i].open, _(answers[i].why) }, 1);
    }

  if (!hw_design_find (hw_answers_get_text (self->plan, "design"), &chosen))
    for (guint i = HW_DESIGN_N; i-- > 0;)
      if (answers[i].open && suits (self, (HwDesign) i))
        chosen = (HwDesign) i;

  pilot->lock->design = chosen;
  pilot->refused = !answers[chosen].open;
  pilot->needs = answers[chosen].needs;
  if (chosen != HW_DESIGN_CONTROL)
    pilot->lock->control = 0;
}
