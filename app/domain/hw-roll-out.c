/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-roll-out.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MONEY_MOST 1e9
#define WAVES_MOST 100.0

static const HwChoice kinds[] = {
  { "category", N_("All products, a few categories at a time") },
  { "shop", N_("Shops that your sales name, a few at a time") },
  { "count", N_("Shops, shelves or teams, a few at a time") },
  { NULL }
};

static const HwQuestion questions[] = {
  { .id = "kind", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = kinds, .text = N_("What comes one after the other?"),
    .label = N_("One after the other"), .hint = N_("Who begins first is partly drawn by lot. So those that wait show what it brings.") },
  { .id = "count", .kind = HW_ASK_NUMBER, .required = TRUE, .low = 1.0, .high = WAVES_MOST,
    .text = N_("How many shops, shelves or teams are there?"), .label = N_("How many"),
    .hint = N_("Count only those where it is still to come.") },
  { .id = "per_wave", .kind = HW_ASK_NUMBER, .required = TRUE, .low = 1.0, .high = WAVES_MOST,
    .text = N_("How many can begin at once?"), .label = N_("At once"),
    .hint = N_("As many as you can show how, with time to look at each.") },
  { .id = "weeks", .kind = HW_ASK_NUMBER, .required = TRUE, .low = 1.0, .high = 26.0, .unit = N_("weeks"),
    .text = N_("How long until the next ones begin?"), .label = N_("Weeks each"),
    .hint = N_("Two to four weeks give you time to see how it goes.") },
  { .id = "from", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("When do the first ones begin?"), .label = N_("From") },
  { .id = "money", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .text = N_("What does it cost to change one of them over?"),
    .label = N_("Cost of one") },
  { .id = "cash", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .unit = N_("a month"),
    .text = N_("How much money can go out for it each month?"), .label = N_("Money a month"),
    .hint = N_("Then no more begin at once than that pays for.") },
  { .id = "people", .kind = HW_ASK_NUMBER, .high = 1000.0, .unit = N_("people"),
    .text = N_("How many people must be shown how for one of them?"), .label = N_("People each") },
  { .id = "budget", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .text = N_("How much may all of it cost?"),
    .label = N_("Budget"), .hint = N_("Until all of it works. Headway says whether that will do.") },
  { .id = "support", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .unit = N_("a year"),
    .text = N_("What do you pay for help with it each year?"), .label = N_("Help"),
    .hint = N_("For example a service contract. Leave it empty if there is none.") },
  { .id = "exit_cost", .kind = HW_ASK_MONEY, .high = MONEY_MOST, .text = N_("What would it cost to get out of it again?"),
    .label = N_("Way out"), .hint = N_("For example getting your data back, or a notice period you must pay.") },
};

static gboolean
applies (const HwAnswers *answers,
         guint            i)
{
  return strcmp (questions[i].id, "count") != 0 || g_str_equal (hw_answers_get_text (answers, "kind"), "count");
}

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  const HwDay from = hw_answers_get_day (answers, "from");

  if (strcmp (questions[i].id, "from") == 0 && from != HW_DAY_NONE && from < today)
    return HW_FAULT_PAST;
  if (strcmp (questions[i].id, "cash") == 0 && hw_answers_has (answers, "cash") &&
      hw_answers_get_number (answers, "cash", 0.0) > 0.0 &&
      hw_answers_get_number (answers, "cash", 0.0) < hw_answers_get_number (answers, "money", 0.0))
    return HW_FAULT_TOO_LOW;

  return HW_FAULT_NONE;
}

const HwForm hw_waves_form = {
  .id = "waves", .title = N_("Plan the waves"), .questions = questions, .n = G_N_ELEMENTS (questions),
  .applies = applies, .check = check,
};

const char *
hw_scale_state_text (HwScaleState state)
{
  static const char *const texts[] = {
    [HW_SCALE_MONEY] = "",
    [HW_SCALE_NO_WAVES] = N_("No steps are planned yet. Plan the waves, or add a step."),
    [HW_SCALE_NO_VERDICT] = N_("The trial was not judged, so nobody knows what more of it would bring."),
    [HW_SCALE_NOT_MONEY] = N_("The figure of this trial does not say how much money it is worth. So you see days here, and what goes out."),
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (texts), "");

  return *texts[state] != '\0' ? _(texts[state]) : "";
}

const char *
hw_cost_name (HwCostKind kind)
{
  static const char *const names[HW_COST_N] = {
    [HW_COST_SET_UP] = N_("Setting it up, once"),
    [HW_COST_HOURS] = N_("Hours of work"),
    [HW_COST_TRAINING] = N_("Showing people how"),
    [HW_COST_SUBSCRIPTION] = N_("What is paid each month"),
    [HW_COST_SUPPORT] = N_("Help with it"),
    [HW_COST_EXIT] = N_("The way out"),
  };

  g_return_val_if_fail ((guint) kind < HW_COST_N, "");

  return _(names[kind]);
}

HwWave *
hw_wave_new (const HwEntry *entry)
{
  const HwAnswers *answers = entry->answers;
  HwWave *self = g_new0 (HwWave, 1);

  self->entry = hw_entry_copy (entry);
  self->from = hw_answers_get_day (answers, "from");
  self->to = hw_answers_get_day (answers, "to");
  self->done = hw_answers_get_yes (answers, "done");
  self->done_on = HW_DAY_NONE;
  self->money = hw_answers_get_number (answers, "money", 0.0);
  self->people = hw_answers_get_number (answers, "people", 0.0);
  self->trained = hw_answers_get_number (answers, "trained", 0.0);
  self->class_of = (int) hw_answers_get_number (answers, "class", -1.0);
  self->ends_50 = self->ends_90 = HW_DAY_NONE;
  self->effect = self->low = self->high = self->p = (double) NAN;
  return self;
}

void
hw_wave_free (HwWave *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->entry);
  g_free (self);
}

HwRollOut *
hw_roll_out_new (void)
{
  static const HwMoneyRange none = { (double) NAN, (double) NAN, (double) NAN };
  HwRollOut *self = g_new0 (HwRollOut, 1);

  self->waves = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_wave_free);
  self->months = g_array_new (FALSE, TRUE, sizeof (HwScaleMonth));
  self->swings = g_array_new (FALSE, TRUE, sizeof (HwSwing));
  self->training = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_training_due_free);
  self->gate_scale = g_array_new (FALSE, TRUE, sizeof (HwGateLine));
  self->gate_live = g_array_new (FALSE, TRUE, sizeof (HwGateLine));
  self->planned = self->ends_50 = self->ends_90 = self->trough_month = HW_DAY_NONE;
  self->slip = 1.0;
  self->effect = self->effect_low = self->effect_high = self->npv = self->irr = self->payback = (double) NAN;
  self->break_even = self->even_trial = self->budget = self->ratio = self->found = self->month = (double) NAN;
  self->npvs = self->irrs = self->paybacks = self->troughs = none;
  return self;
}

void
hw_roll_out_free (HwRollOut *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->initiative);
  g_free (self->but);
  g_ptr_array_unref (self->waves);
  g_array_unref (self->months);
  g_array_unref (self->swings);
  g_ptr_array_unref (self->training);
  g_array_unref (self->gate_scale);
  g_array_unref (self->gate_live);
  g_free (self);
}

double
hw_roll_out_share (const HwRollOut *self,
                   HwDay            day,
                   gboolean         planned)
{
  double share = 0.0;

  for (guint i = 0; i < self->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (self->waves, i);
      const HwDay works = planned ? wave->to : wave->done ? wave->done_on : HW_DAY_NONE;

      share += works != HW_DAY_NONE && works < day ? wave->share : 0.0;
    }

  return MIN (share, 1.0);
}

double
hw_roll_out_share_of (const HwRollOut *self,
                      HwDay            from,
                      HwDay            to,
                      gboolean         planned)
{
  double sum = 0.0;

  for (HwDay day = from; day <= to; day++)
    sum += hw_roll_out_share (self, day, planned);

  return to >= from ? sum / (to - from + 1) : 0.0;
}
