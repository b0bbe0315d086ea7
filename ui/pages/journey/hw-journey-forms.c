/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-journey-forms.h"

#include "core/hw-country.h"
#include "jobs/content/hw-content.h"
#include "wizard/hw-figure-watch.h"
#include "wizard/hw-goal-window.h"

#include <glib/gi18n.h>

static const HwQuestion lesson_questions[] = {
  { .id = "lesson", .kind = HW_ASK_WORDS, .required = TRUE, .text = N_("What did you learn?"), .label = N_("Lesson"),
    .hint = N_("One or two sentences. They help you with the next thing you try.") },
};

const HwForm hw_lesson_form = { .id = "lesson", .title = N_("What you learned"), .questions = lesson_questions, .n = 1 };

/* Texts that live as long as the list of choices is made. */
typedef struct
{
  GArray    *choices; /* (owned) of HwChoice */
  GPtrArray *texts;   /* (owned) of char */
} Choices;

static void
choices_init (Choices *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (HwChoice));
  self->texts = g_ptr_array_new_with_free_func (g_free);
}

/* Takes @id and @label. */
static void
choices_take (Choices *self,
              char    *id,
              char    *label)
{
  const HwChoice choice = { id, label };

  g_array_append_val (self->choices, choice);
  g_ptr_array_add (self->texts, id);
  g_ptr_array_add (self->texts, label);
}

static void
choices_give (Choices    *self,
              HwFormView *view,
              const char *question)
{
  hw_form_view_set_choices (view, question, (const HwChoice *) (const void *) self->choices->data, self->choices->len);
  g_array_unref (self->choices);
  g_ptr_array_unref (self->texts);
}

static void
fill_sectors (HwFormView *view)
{
  Choices choices;
  gsize n;
  const HwSector *sectors = hw_content_sectors (&n);

  choices_init (&choices);
  for (gsize i = 0; i < n; i++)
    choices_take (&choices, g_strdup (sectors[i].id), g_strdup (sectors[i].name));
  choices_give (&choices, view, "sector");
}

static void
fill_codes (HwFormView  *view,
            const char  *question,
            char       **codes,
            char      *(*name) (const char *code))
{
  Choices choices;

  choices_init (&choices);
  for (guint i = 0; codes[i] != NULL; i++)
    choices_take (&choices, g_strdup (codes[i]), name (codes[i]));
  choices_give (&choices, view, question);
}

const char *
hw_journey_open_days (const HwJourneyBook *book)
{
  const char *days = book->journey->found.open_days;

  return *days != '\0' ? days : NULL;
}

void
hw_journey_choose_goal (HwAnswers           *answers,
                        const HwJourneyBook *book)
{
  g_autofree char *id = NULL;

  if (book->goals == NULL || book->goals->len != 1)
    return;

  id = g_strdup_printf ("%" G_GINT64_FORMAT, ((const HwEntry *) g_ptr_array_index (book->goals, 0))->id);
  hw_answers_set (answers, "goal", id);
}

void
hw_journey_choose_figure (HwAnswers           *answers,
                          const HwJourneyBook *book)
{
  const gint64 id = g_ascii_strtoll (hw_answers_get_text (answers, "goal"), NULL, 10);
  const HwEntry *goal = book->goals != NULL ? hw_entries_find (book->goals, id) : NULL;

  if (goal != NULL)
    hw_answers_set (answers, "metric", hw_answers_get (goal->answers, "metric"));
}

void
hw_journey_fill_card (HwFormView          *view,
                      const HwJourneyBook *book)
{
  g_auto (GStrv) countries = hw_countries ();
  g_auto (GStrv) currencies = hw_currencies ();

  fill_sectors (view);
  fill_codes (view, "country", countries, hw_country_name);
  fill_codes (view, "currency", currencies, hw_currency_name);
  hw_form_view_set_skipped (view, "currency", book->journey->found.has_money);
  if (book->journey->card == NULL && hw_journey_open_days (book) != NULL)
    hw_form_view_set_note (view, "open_days", _("On these days you sold something in the last half year."));
  hw_form_view_set_first_day (view, hw_journey_book_first_day (book));
}

/* @goals: of HwEntry (nullable). */
static void
fill_goals (HwFormView      *view,
            const GPtrArray *goals)
{
  const gboolean any = goals != NULL && goals->len > 0;
  Choices choices;

  choices_init (&choices);
  for (guint i = 0; any && i < goals->len; i++)
    {
      const HwEntry *goal = g_ptr_array_index (goals, i);

      choices_take (&choices, g_strdup_printf ("%" G_GINT64_FORMAT, goal->id),
                    g_strdup (hw_answers_get_text (goal->answers, "name")));
    }

  hw_form_view_set_note (view, "goal", any ? NULL : _("No goals are set yet. You can choose one later."));
  hw_form_view_set_way (view, "goal", any ? NULL : _("Set a goal"));
  choices_give (&choices, view, "goal");
}

/* One set meanwhile can be chosen at once. */
static void
goals_cb (HwFormView *view,
          guint       topic,
          HwDesk     *desk)
{
  const GPtrArray *outlooks = topic == HW_TOPIC_GOALS ? hw_desk_get_goals (desk) : NULL;
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  if (outlooks == NULL || hw_desk_is_stale (desk, HW_TOPIC_GOALS))
    return;

  for (guint i = 0; i < outlooks->len; i++)
    g_ptr_array_add (goals, ((const HwGoalOutlook *) g_ptr_array_index (outlooks, i))->entry);
  if (goals->len > 0)
    fill_goals (view, goals);
}

static void
goal_way_cb (HwFormView *view,
             HwDesk     *desk)
{
  if (hw_desk_get_session (desk) == NULL || g_strcmp0 (hw_form_view_get_question (view), "goal") != 0)
    return;

  g_signal_connect_object (desk, "changed", G_CALLBACK (goals_cb), view, G_CONNECT_SWAPPED);
  hw_desk_need (desk, HW_TOPIC_GOALS);
  hw_goal_window_open (GTK_WIDGET (view), desk, NULL);
}

void
hw_journey_fill_idea (HwFormView          *view,
                      const HwJourneyBook *book)
{
  g_signal_connect_object (view, "way", G_CALLBACK (goal_way_cb), book->desk, 0);
  fill_goals (view, book->goals);
}

/* Not asked while there is nothing to choose from. */
static void
fill_products_of (HwFormView *view,
                  HwDesk     *desk,
                  const char *question)
{
  const HwStockPlan *plan = hw_desk_get_stock (desk);
  Choices choices;

  hw_form_view_set_skipped (view, question, plan == NULL || plan->lines->len == 0);
  if (plan == NULL)
    return;

  choices_init (&choices);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      choices_take (&choices, g_strdup_printf ("%" G_GINT64_FORMAT, line->product_id), g_strdup (line->name));
    }

  choices_give (&choices, view, question);
}

static void
fill_products (HwFormView *view,
               HwDesk     *desk)
{
  fill_products_of (view, desk, "product");
  fill_products_of (view, desk, "control");
}

static void
stock_cb (HwFormView *view,
          guint       topic,
          HwDesk     *desk)
{
  if (topic == HW_TOPIC_STOCK && hw_desk_get_stock (desk) != NULL)
    fill_products (view, desk);
}

void
hw_journey_fill_plan (HwFormView          *view,
                      const HwJourneyBook *book)
{
  const HwDataFound *found = &book->journey->found;

  hw_figure_watch_start (view, book->desk, "metric", NULL);
  fill_products (view, book->desk);
  if (hw_desk_get_stock (book->desk) == NULL)
    {
      g_signal_connect_object (book->desk, "changed", G_CALLBACK (stock_cb), view, G_CONNECT_SWAPPED);
      hw_desk_need (book->desk, HW_TOPIC_STOCK);
    }
  if (found->n_sales > 0)
    {
      g_autofree char *days = hw_format_days (hw_journey_book_format (book), found->first_sale, found->last_sale);
      /* Translators: %s is from when to when. */
      g_autofree char *note = g_strdup_printf (_("Your sales are on record for %s."), days);

      hw_form_view_set_note (view, "baseline_from", note);
    }
}

void
hw_journey_fill_check_in (HwFormView          *view,
                          const HwJourneyBook *book,
                          const HwTrial       *trial)
{
  const HwAnswers *answers = trial->initiative->answers;
  const HwDay start = hw_answers_get_day (answers, "start");
  const HwDay end = hw_answers_get_day (answers, "end");
  g_autofree char *days = NULL;
  g_autofree char *note = NULL;

  if (start == HW_DAY_NONE || end == HW_DAY_NONE)
    return;

  days = hw_format_days (hw_journey_book_format (book), start, end);
  /* Translators: %s is from when to when. */
  note = g_strdup_printf (_("The trial runs for %s."), days);
  hw_form_view_set_note (view, "week", note);
}

HwDay
hw_journey_open_week (const HwTrial *trial,
                      HwDay          today)
{
  const HwDay start = hw_answers_get_day (trial->initiative->answers, "start");
  HwDay week = start;

  if (start == HW_DAY_NONE)
    return HW_DAY_NONE;

  for (; week + 7 <= today; week += 7)
    {
      gboolean said = FALSE;

      for (guint i = 0; i < trial->check_ins->len && !said; i++)
        {
          const HwEntry *entry = g_ptr_array_index (trial->check_ins, i);
          const HwDay day = hw_answers_get_day (entry->answers, "week");

          said = day >= week && day < week + 7;
        }
      if (!said)
        return week;
    }

  return MIN (week, today);
}
