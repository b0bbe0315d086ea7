/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-safety.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define RISKY_MANY 4
#define RISKY_SOME 2
#define AMERICAN "CCPA"  /* laws of California: of no weight elsewhere */

#define ASK(ask_id, ask_text, ask_label, ask_hint) \
  { .id = ask_id, .kind = HW_ASK_YES_NO, .required = TRUE, .text = ask_text, .label = ask_label, .hint = ask_hint }

static const HwQuestion risk_questions[] = {
  { .id = "about", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("Which idea is this about?"), .label = N_("Idea") },
  ASK ("people", N_("Does it touch people?"), N_("Touches people"),
       N_("Customers, your team, or somebody who looks for work.")),
  ASK ("money", N_("Could a mistake cost somebody money?"), N_("Money at stake"),
       N_("You, a customer or a supplier.")),
  ASK ("safety", N_("Could somebody get hurt?"), N_("Somebody could get hurt"),
       N_("Think of food, machines, medicine and the road.")),
  ASK ("children", N_("Are children part of it?"), N_("Children"),
       N_("As customers, in pictures or in your lists.")),
  ASK ("data", N_("Does it use data about people?"), N_("Data about people"),
       N_("Names, phone numbers, what one person bought, or sick days.")),
  ASK ("undo", N_("Can a mistake be undone?"), N_("Can be undone"),
       N_("An order can be taken back. A letter that is out cannot.")),
};

const HwForm hw_risk_form = {
  .id = "risk", .title = N_("How careful to be"), .questions = risk_questions, .n = G_N_ELEMENTS (risk_questions)
};

static const HwQuestion duty_questions[] = {
  { .id = "duty", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What was done?"), .label = N_("What") },
  { .id = "day", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("On which day was it done?"), .label = N_("Day"),
    .hint = N_("Some things are due again after a while.") },
  { .id = "who", .kind = HW_ASK_TEXT, .text = N_("Who did it?"), .label = N_("Who"),
    .hint = N_("The name is kept with the day.") },
  { .id = "note", .kind = HW_ASK_WORDS, .text = N_("Where is the paper that shows it?"), .label = N_("Note"),
    .hint = N_("A folder or a drawer that you will find again.") },
  { .id = "out", .kind = HW_ASK_YES_NO, .text = N_("Is it of no use at your place?"), .label = N_("Not needed here"),
    .hint = N_("Say in the note why.") },
};

static HwFault
check_duty (const HwAnswers *answers,
            guint            i,
            HwDay            today)
{
  return duty_questions[i].kind == HW_ASK_DAY && hw_answers_get_day (answers, duty_questions[i].id) > today ? HW_FAULT_AHEAD
                                                                                                           : HW_FAULT_NONE;
}

const HwForm hw_duty_form = {
  .id = "duty", .title = N_("What must be in place"), .questions = duty_questions, .n = G_N_ELEMENTS (duty_questions),
  .check = check_duty
};

static const struct
{
  const char *id;
  const char *name;
  double      share;
} risks[] = {
  [HW_RISK_UNKNOWN] = { "unknown", N_("Not known yet"), 0.4 },
  [HW_RISK_LOW] = { "low", N_("Low risk"), 0.1 },
  [HW_RISK_MIDDLE] = { "middle", N_("Middle risk"), 0.4 },
  [HW_RISK_HIGH] = { "high", N_("High risk"), 0.8 },
};

static const double duty_weights[] = { [HW_DUTY_MUST] = 2.0, [HW_DUTY_SHOULD] = 1.0, [HW_DUTY_COULD] = 0.5 };

const char *
hw_risk_id (HwRisk risk)
{
  g_return_val_if_fail ((guint) risk < G_N_ELEMENTS (risks), "");

  return risks[risk].id;
}

const char *
hw_risk_name (HwRisk risk)
{
  g_return_val_if_fail ((guint) risk < G_N_ELEMENTS (risks), "");

  return _(risks[risk].name);
}

double
hw_risk_share (HwRisk risk)
{
  g_return_val_if_fail ((guint) risk < G_N_ELEMENTS (risks), risks[HW_RISK_UNKNOWN].share);

  return risks[risk].share;
}

static gboolean
is_yes_or_no (const HwAnswers *answers,
              const char      *question)
{
  const char *answer = hw_answers_get_text (answers, question);

  return strcmp (answer, "yes") == 0 || strcmp (answer, "no") == 0;
}

HwRisk
hw_risk_of (const HwAnswers *answers)
{
  int n;

  for (guint i = 1; i < G_N_ELEMENTS (risk_questions); i++)
    if (!is_yes_or_no (answers, risk_questions[i].id))
      return HW_RISK_UNKNOWN;

  n = hw_answers_get_yes (answers, "people") + hw_answers_get_yes (answers, "money") +
      hw_answers_get_yes (answers, "data") + !hw_answers_get_yes (answers, "undo");
  if (n >= RISKY_MANY || hw_answers_get_yes (answers, "safety") || hw_answers_get_yes (answers, "children"))
    return HW_RISK_HIGH;

  /* What cannot be undone is never a small thing. */
  return n >= RISKY_SOME || !hw_answers_get_yes (answers, "undo") ? HW_RISK_MIDDLE : HW_RISK_LOW;
}

const HwEntry *
hw_risk_find (GPtrArray  *entries,
              const char *about)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (hw_answers_get_text (entry->answers, "about"), about))
        return entry;
    }

  return NULL;
}

HwRisk
hw_risk_of_trial (GPtrArray     *entries,
                  const HwEntry *initiative)
{
  g_autofree char *own = g_strdup_printf ("%" G_GINT64_FORMAT, initiative->id);
  const HwEntry *entry = hw_risk_find (entries, own);
  const HwRisk risk = entry != NULL ? hw_risk_of (entry->answers) : HW_RISK_UNKNOWN;

  if (risk != HW_RISK_UNKNOWN)
    return risk;

  entry = hw_answers_has (initiative->answers, "idea")
            ? hw_risk_find (entries, hw_answers_get_text (initiative->answers, "idea")) : NULL;
  return entry != NULL ? hw_risk_of (entry->answers) : HW_RISK_UNKNOWN;
}

void
hw_duty_free (HwDuty *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_free (self->more);
  g_free (self->country);
  g_free (self->why);
  g_free (self->keep);
  g_strfreev (self->when);
  g_free (self->cadence);
  g_strfreev (self->laws);
  g_free (self);
}

static gboolean
is_of (const char *country,
       const char *of)
{
  return *country == '\0' || g_ascii_strcasecmp (country, of) == 0;
}

char *
hw_duty_dup_text (const HwDuty *self,
                  const char   *country)
{
  return *self->more != '\0' && is_of (country, self->country) ? g_strconcat (self->text, " ", self->more, NULL)
                                                               : g_strdup (self->text);
}

char *
hw_duty_dup_laws (const HwDuty *self,
                  const char   *country)
{
  g_autoptr (GPtrArray) laws = g_ptr_array_new ();

  for (guint i = 0; self->laws != NULL && self->laws[i] != NULL; i++)
    if (!g_str_has_prefix (self->laws[i], AMERICAN) || is_of (country, "US"))
      g_ptr_array_add (laws, self->laws[i]);

  g_ptr_array_add (laws, NULL);
  return g_strjoinv (", ", (char **) laws->pdata);
}

/* Whether one of @words was answered with yes; of none: TRUE. */
static gboolean
says_one (const HwAnswers *answers,
          char           **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (hw_answers_get_yes (answers, words[i]))
      return TRUE;

  return words[0] == NULL;
}

static gboolean
duty_applies (const HwDuty *duty,
              GPtrArray    *entries)
{
  if (duty->from == HW_RISK_UNKNOWN && duty->when[0] == NULL)
    return TRUE;

  for (guint i = 0; i < entries->len; i++)
    {
      const HwAnswers *answers = ((const HwEntry *) g_ptr_array_index (entries, i))->answers;

      if (hw_risk_of (answers) >= duty->from && says_one (answers, duty->when))
        return TRUE;
    }

  return FALSE;
}

/* The last that was said of @duty up to @today; NULL if nothing was. */
static const HwEntry *
find_last (GPtrArray  *entries,
           const char *duty,
           HwDay       today)
{
  const HwEntry *last = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);
      const HwDay day = hw_answers_get_day (entry->answers, "day");

      if (g_str_equal (hw_answers_get_text (entry->answers, "duty"), duty) && day != HW_DAY_NONE && day <= today &&
          (last == NULL || day >= hw_answers_get_day (last->answers, "day")))
        last = entry;
    }

  return last;
}

static HwDutyState
judge (const HwDuty *duty,
       GPtrArray    *open_risks,
       GPtrArray    *entries,
       HwDay         today)
{
  const HwEntry *last = find_last (entries, duty->id, today);
  HwDutyState state = { .duty = duty, .day = HW_DAY_NONE, .due = HW_DAY_NONE };

  state.out = last != NULL && hw_answers_get_yes (last->answers, "out");
  state.applies = !state.out && duty_applies (duty, open_risks);
  if (last == NULL || state.out)
    return state;

  state.day = hw_answers_get_day (last->answers, "day");
  state.due = duty->days > 0 ? state.day + duty->days : HW_DAY_NONE;
  state.done = duty->days == 0 || state.due > today;
  return state;
}

static int
compare_states (gconstpointer a,
                gconstpointer b)
{
  const HwDutyState *x = a;
  const HwDutyState *y = b;

  if (x->applies != y->applies)
    return y->applies - x->applies;
  if (x->duty->weight != y->duty->weight)
    return x->duty->weight < y->duty->weight ? -1 : 1;
  if (x->done != y->done)
    return x->done - y->done;

  return strcmp (x->duty->id, y->duty->id);
}

HwSafety *
hw_safety_new (GPtrArray *duties,
               GPtrArray *open_risks,
               GPtrArray *entries,
               HwDay      today)
{
  HwSafety *self = g_new0 (HwSafety, 1);
  double all = 0.0, done = 0.0;

  self->duties = g_array_new (FALSE, FALSE, sizeof (HwDutyState));
  for (guint i = 0; i < open_risks->len; i++)
    self->risk = MAX (self->risk, hw_risk_of (((const HwEntry *) g_ptr_array_index (open_risks, i))->answers));

  for (guint i = 0; i < duties->len; i++)
    {
      const HwDutyState state = judge (g_ptr_array_index (duties, i), open_risks, entries, today);
      const double weight = state.applies ? duty_weights[state.duty->weight] : 0.0;

      all += weight;
      done += state.done ? weight : 0.0;
      self->n_must += state.applies && state.duty->weight == HW_DUTY_MUST;
      self->n_must_done += state.applies && state.duty->weight == HW_DUTY_MUST && state.done;
      g_array_append_val (self->duties, state);
    }

  self->score = all > 0.0 ? 100.0 * done / all : NAN;
  g_array_sort (self->duties, compare_states);
  return self;
}

void
hw_safety_free (HwSafety *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->duties);
  g_free (self);
}
