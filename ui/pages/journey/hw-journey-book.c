/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-journey-book.h"

#include "core/hw-country.h"
#include "domain/hw-metric.h"
#include "jobs/content/hw-content.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *sentence; /* N_() */
  const char *button;   /* N_() */
} Step;

static const Step steps[HW_NEXT_N] = {
  [HW_NEXT_CARD] = { N_("Who you are, when you are open and how you count. It takes two minutes."), N_("Fill in the card") },
  [HW_NEXT_DATA] = { N_("Everything begins with your sales: a file from your till, your shop or your books."), N_("Import a file") },
  [HW_NEXT_GOAL] = { N_("One figure, where it should be, and by which day."), N_("Set a goal") },
  [HW_NEXT_IDEA] = { N_("One change that helps a goal, small enough to try for a few weeks."), N_("Choose one thing") },
  [HW_NEXT_PLAN] = { N_("Short questions: which figure decides, from which day to which, and what it costs."), N_("Make the plan") },
  [HW_NEXT_START] = { N_("Everything is planned. From the first day on you do it the new way."), N_("Start the trial") },
  [HW_NEXT_CHECK_IN] = { N_("Two minutes: how often you did it the new way, and what got in the way."), N_("Say how it went") },
  [HW_NEXT_WAIT] = { N_("It goes on by itself. You will be asked again when there is something to do."), N_("Look at it") },
  [HW_NEXT_LOOK] = { N_("The plan names this day. Half way only what is very clear counts."), N_("See the figures") },
  [HW_NEXT_VERDICT] = { N_("The trial is over. Your own past tells what would have happened without it."), N_("See whether it helped") },
  [HW_NEXT_DECIDE] = { N_("The figures advise, and you decide."), N_("See the figures") },
  [HW_NEXT_ROLL_OUT] = { N_("One step at a time, so that each can be looked at."), N_("Go to the next step") },
  [HW_NEXT_LIVE] = { N_("From now on it is simply how you work."), N_("Make it the normal way") },
  [HW_NEXT_REVIEW] = { N_("What helps today may not help in a year. A short look is enough."), N_("Look again") },
  [HW_NEXT_LESSON] = { N_("What you learned helps you with the next thing you try."), N_("Say what you learned") },
};

const HwFormat *
hw_journey_book_format (const HwJourneyBook *self)
{
  return hw_desk_get_format (self->desk);
}

HwDay
hw_journey_book_today (const HwJourneyBook *self)
{
  return self->journey->as_of;
}

int
hw_journey_book_first_day (const HwJourneyBook *self)
{
  const HwEntry *card = self->journey->card;
  const char *start = card != NULL ? hw_answers_get_text (card->answers, "week_start") : "";

  return *start >= '1' && *start <= '7' ? *start - '1' : hw_format_first_weekday (hw_journey_book_format (self)) - 1;
}

const HwEntry *
hw_journey_book_draft (const HwJourneyBook *self,
                       const HwForm        *form,
                       gint64               id)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      const HwEntry *draft = g_ptr_array_index (self->drafts, i);

      if (hw_form_draft_is_of (draft, form, id))
        return draft;
    }

  return NULL;
}

static const char *
find_label (const HwChoice *choices,
            const char     *id)
{
  for (; choices != NULL && choices->id != NULL; choices++)
    if (g_str_equal (choices->id, id))
      return _(choices->label);

  return NULL;
}

static const char *
find_sector (const char *id)
{
  gsize n;
  const HwSector *sectors = hw_content_sectors (&n);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (sectors[i].id, id))
      return sectors[i].name;

  return id;
}

static const char *
find_goal (const HwJourneyBook *self,
           const char          *id)
{
  const HwEntry *goal = self->goals != NULL ? hw_entries_find (self->goals, g_ascii_strtoll (id, NULL, 10)) : NULL;

  return goal != NULL ? hw_answers_get_text (goal->answers, "name") : NULL;
}

static const char *
find_product (const HwJourneyBook *self,
              const char          *id)
{
  const HwStockPlan *plan = hw_desk_get_stock (self->desk);

  for (guint i = 0; plan != NULL && i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (line->product_id == g_ascii_strtoll (id, NULL, 10))
        return line->name;
    }

  return NULL;
}

static char *
say_choice (const HwJourneyBook *self,
            const HwQuestion    *question,
            const char          *answer)
{
  const HwMetric *metric = hw_metric_find_computed (answer);

  if (g_str_equal (question->id, "metric"))
    return g_strdup (metric != NULL ? _(metric->name) : answer);
  if (g_str_equal (question->id, "goal"))
    return g_strdup (find_goal (self, answer));
  if (g_str_equal (question->id, "product") || g_str_equal (question->id, "control"))
    return g_strdup (find_product (self, answer));
  if (g_str_equal (question->id, "sector"))
    return g_strdup (find_sector (answer));
  if (g_str_equal (question->id, "country"))
    return hw_country_name (answer);
  if (g_str_equal (question->id, "currency"))
    return hw_currency_name (answer);

  return g_strdup (find_label (question->choices, answer));
}

static char *
say_weekdays (const HwJourneyBook *self,
              const char          *answer)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const HwDay monday = hw_by_start (HW_BY_WEEK, 0);
  const int first = hw_journey_book_first_day (self);

  for (int i = 0; i < 7 && strlen (answer) == 7; i++)
    if (answer[(first + i) % 7] == '1')
      g_ptr_array_add (names, hw_format_day (hw_journey_book_format (self), monday + (first + i) % 7, HW_DAY_WEEKDAY));

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
say_number (const HwJourneyBook *self,
            const HwQuestion    *question,
            const HwAnswers     *answers)
{
  const HwFormat *format = hw_journey_book_format (self);
  g_autofree char *text = NULL;
  gint64 scaled;

  if (!hw_answers_get_scaled (answers, question->id, &scaled))
    return NULL;

  if (question->kind == HW_ASK_SHARE)
    return hw_format_percent (format, hw_scaled_to_double (scaled), scaled % 100 != 0 ? 1 : 0);

  text = question->kind == HW_ASK_MONEY ? hw_format_money (format, scaled) : hw_format_quantity (format, scaled);
  return question->unit != NULL ? g_strdup_printf ("%s %s", text, _(question->unit)) : g_steal_pointer (&text);
}

char *
hw_journey_say_answer (const HwJourneyBook *self,
                       const HwQuestion    *question,
                       const HwAnswers     *answers)
{
  const char *answer = hw_answers_get (answers, question->id);

  if (answer == NULL)
    return NULL;
  if (g_str_equal (answer, HW_ANSWER_NOT_SURE))
    return g_strdup (_("Not sure"));

  switch (question->kind)
    {
    case HW_ASK_NUMBER:
    case HW_ASK_MONEY:
    case HW_ASK_SHARE:
      return say_number (self, question, answers);

    case HW_ASK_DAY:
      return hw_format_day (hw_journey_book_format (self), hw_answers_get_day (answers, question->id), HW_DAY_FULL);

    case HW_ASK_CHOICE:
      return say_choice (self, question, answer);

    case HW_ASK_YES_NO:
      return g_strdup (g_str_equal (answer, "yes") ? _("Yes") : _("No"));

    case HW_ASK_WEEKDAYS:
      return say_weekdays (self, answer);

    case HW_ASK_TEXT:
    case HW_ASK_WORDS:
    default:
      return g_strdup (answer);
    }
}

char *
hw_journey_say_sentence (const HwJourneyBook *self,
                         const HwAnswers     *answers)
{
  const char *change = hw_answers_get_text (answers, "change");
  const char *reason = hw_answers_get_text (answers, "reason");
  const HwMetric *metric = hw_metric_find_computed (hw_answers_get_text (answers, "metric"));
  g_autofree char *effect = NULL;
  gint64 scaled;

  if (metric == NULL || !hw_answers_get_scaled (answers, "effect", &scaled))
    return g_strdup (change);

  effect = hw_format_percent (hw_journey_book_format (self), hw_scaled_to_double (scaled), scaled % 100 != 0 ? 1 : 0);
  if (*reason != '\0')
    /* Translators: what the owner wrote stands in quotation marks: 1 what changes, 2 the
     * name of a figure, 3 per cent, 4 the reason. */
    return g_strdup_printf (_("“%s”: then the figure “%s” should get better by at least %s, because: “%s”"),
                            change, _(metric->name), effect, reason);

  /* Translators: 1 what changes, as the owner wrote it, 2 the name of a figure, 3 per cent. */
  return g_strdup_printf (_("“%s”: then the figure “%s” should get better by at least %s."), change,
                          _(metric->name), effect);
}

char *
hw_journey_say_found (const HwJourneyBook *self)
{
  const HwDataFound *found = &self->journey->found;
  const HwFormat *format = hw_journey_book_format (self);
  g_autofree char *n = hw_format_number (format, (double) found->n_sales, 0);
  g_autofree char *products = hw_format_number (format, found->n_products, 0);
  g_autofree char *counted = hw_format_number (format, found->n_counted, 0);
  g_autofree char *costed = hw_format_number (format, found->n_costed, 0);
  g_autofree char *days = NULL;
  g_autofree char *revenue = NULL;

  if (found->n_sales == 0)
    return g_strdup (_("No sales yet."));

  days = hw_format_days (format, found->first_sale, found->last_sale);
  if (!found->has_money)
    /* Translators: 1 how many, 2 from when to when, 3 how many products there are, 4 of
     * how many the stock was counted, 5 of how many the cost is known. */
    return g_strdup_printf (_("%s sales, %s. Your files hold no amounts for them.\n"
                              "%s products: %s with a stock count, %s with a known cost."),
                            n, days, products, counted, costed);

  revenue = hw_format_money (format, found->revenue);
  /* Translators: 1 how many, 2 from when to when, 3 money, 4 how many products there
   * are, 5 of how many the stock was counted, 6 of how many the cost is known. */
  return g_strdup_printf (_("%s sales, %s. They came to %s in the last 52 weeks.\n"
                            "%s products: %s with a stock count, %s with a known cost."),
                          n, days, revenue, products, counted, costed);
}

const char *
hw_journey_step_sentence (HwNextStep step)
{
  g_return_val_if_fail ((guint) step < HW_NEXT_N, "");

  return _(steps[step].sentence);
}

gboolean
hw_journey_book_is_late (const HwJourneyBook *self,
                         const HwTrial       *trial)
{
  const HwState state = hw_initiative_state (trial->initiative);

  return (state == HW_STATE_PLANNED || state == HW_STATE_BASELINE) &&
         hw_initiative_is_late (trial->initiative, hw_journey_book_today (self));
}

const char *
hw_journey_step_button (HwNextStep step)
{
  g_return_val_if_fail ((guint) step < HW_NEXT_N, "");

  return _(steps[step].button);
}

char *
hw_journey_say_due (const HwJourneyBook *self,
                    HwNextStep           step,
                    HwDay                day)
{
  g_autofree char *text = NULL;

  if (day == HW_DAY_NONE)
    return g_strdup ("");

  text = hw_format_day (hw_journey_book_format (self), day, HW_DAY_FULL);
  /* Translators: %s is a day. */
  return g_strdup_printf (step == HW_NEXT_WAIT ? _("Next: %s") : _("Due: %s"), text);
}
