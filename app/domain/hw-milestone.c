/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-milestone.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static const HwQuestion questions[] = {
  { .id = "what", .kind = HW_ASK_TEXT, .required = TRUE, .text = N_("What is the step?"), .label = N_("Step"),
    .hint = N_("Something that is done or not: “New oven is running”.") },
  { .id = "day", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("By which day?"), .label = N_("By"),
    .hint = N_("A day you can keep.") },
  { .id = "after", .kind = HW_ASK_CHOICE, .text = N_("Which step must be done before?"), .label = N_("After"),
    .hint = N_("Leave it open if it can begin at once.") },
  { .id = "quick", .kind = HW_ASK_YES_NO, .text = N_("Is it a quick win?"), .label = N_("Quick win"),
    .hint = N_("Small, cheap, done within four weeks.") },
  { .id = "done", .kind = HW_ASK_DAY, .text = N_("On which day was it done?"), .label = N_("Done"),
    .hint = N_("Leave it open until it is.") },
};

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  const HwDay done = hw_answers_get_day (answers, "done");

  return g_str_equal (questions[i].id, "done") && done != HW_DAY_NONE && done > today ? HW_FAULT_AHEAD : HW_FAULT_NONE;
}

const HwForm hw_milestone_form = {
  .id = "milestone", .title = N_("A step to a goal"), .questions = questions, .n = G_N_ELEMENTS (questions), .check = check,
};

const char *
hw_milestone_state_name (HwMilestoneState state)
{
  static const char *const names[] = { N_("Done"), N_("Open"), N_("Waits for another step"), N_("Late") };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (names), "");

  return _(names[state]);
}

static void
clear (gpointer data)
{
  hw_entry_free (((HwMilestone *) data)->entry);
}

static gint64
id_after (const HwEntry *entry)
{
  return g_ascii_strtoll (hw_answers_get_text (entry->answers, "after"), NULL, 10);
}

static int
find (const GArray *milestones,
      gint64        id)
{
  for (guint i = 0; i < milestones->len; i++)
    if (g_array_index (milestones, HwMilestone, i).entry->id == id)
      return (int) i;

  return -1;
}

static void
add (GArray        *milestones,
     const HwEntry *entry,
     HwDay          today)
{
  const int before = find (milestones, id_after (entry));
  const HwMilestone *first = before >= 0 ? &g_array_index (milestones, HwMilestone, before) : NULL;
  const HwDay day = hw_answers_get_day (entry->answers, "day"), done = hw_answers_get_day (entry->answers, "done");
  HwMilestone milestone = { hw_entry_copy (entry), HW_MILESTONE_OPEN, MAX (today, day) };

  if (done != HW_DAY_NONE)
    {
      milestone.state = HW_MILESTONE_DONE;
      milestone.earliest = done;
    }
  else
    {
      if (first != NULL && first->state != HW_MILESTONE_DONE)
        {
          milestone.state = HW_MILESTONE_WAITS;
          milestone.earliest = MAX (milestone.earliest, first->earliest);
        }
      if (day < today || (first != NULL && first->state == HW_MILESTONE_LATE && milestone.earliest > day))
        milestone.state = HW_MILESTONE_LATE;
    }

  g_array_append_val (milestones, milestone);
}

static int
compare_day (gconstpointer a,
             gconstpointer b)
{
  const HwEntry *x = *(HwEntry *const *) a, *y = *(HwEntry *const *) b;
  const HwDay of_x = hw_answers_get_day (x->answers, "day"), of_y = hw_answers_get_day (y->answers, "day");

  return of_x != of_y ? (of_x > of_y) - (of_x < of_y) : (x->id > y->id) - (x->id < y->id);
}

static gboolean
is_ready (GPtrArray     *left,
          const HwEntry *entry)
{
  const gint64 after = id_after (entry);

  for (guint i = 0; after != 0 && i < left->len; i++)
    if (((const HwEntry *) g_ptr_array_index (left, i))->id == after)
      return FALSE;

  return TRUE;
}

GArray *
hw_milestones_new (GPtrArray *entries,
                   HwDay      today)
{
  GArray *milestones = g_array_new (FALSE, FALSE, sizeof (HwMilestone));
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  g_array_set_clear_func (milestones, clear);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (left, g_ptr_array_index (entries, i));
  g_ptr_array_sort (left, compare_day);

  while (left->len > 0)
    {
      guint next = 0;

      while (next < left->len && !is_ready (left, g_ptr_array_index (left, next)))
        next++;
      if (next == left->len) /* each waits for another: a ring */
        {
          next = 0;
          for (guint i = 1; i < left->len; i++)
            if (((const HwEntry *) g_ptr_array_index (left, i))->id < ((const HwEntry *) g_ptr_array_index (left, next))->id)
              next = i;
        }

      add (milestones, g_ptr_array_index (left, next), today);
      g_ptr_array_remove_index (left, next);
    }

  return milestones;
}

const char *
hw_smart_text (HwSmart one)
{
  switch (one)
    {
    case HW_SMART_SPECIFIC:
      return _("Give it a name of its own.");
    case HW_SMART_MEASURED:
      return _("Choose a figure that your records can show.");
    case HW_SMART_START:
      return _("Say where it stands today.");
    case HW_SMART_REACHABLE:
      return _("As things go, it is next to out of reach: take a nearer target or a later day.");
    case HW_SMART_REASON:
      return _("Say why it matters to you.");
    case HW_SMART_DATED:
      return _("Set a day that is still to come.");
    case HW_SMART_ALL:
    default:
      return "";
    }
}

HwSmart
hw_smart_missing (const HwGoalOutlook *outlook,
                  HwDay                today)
{
  const HwAnswers *answers = outlook->entry->answers;
  int missing = 0;

  if (!hw_answers_has (answers, "name"))
    missing |= HW_SMART_SPECIFIC;
  if (outlook->metric == NULL || outlook->reach == HW_REACH_NO_FIGURE)
    missing |= HW_SMART_MEASURED;
  if (!hw_answers_has (answers, "start"))
    missing |= HW_SMART_START;
  if (outlook->reach == HW_REACH_KNOWN && outlook->chance < HW_SMART_CHANCE_LEAST)
    missing |= HW_SMART_REACHABLE;
  if (!hw_answers_has (answers, "reason"))
    missing |= HW_SMART_REASON;
  if (hw_answers_get_day (answers, "day") <= today && outlook->reach != HW_REACH_REACHED)
    missing |= HW_SMART_DATED;

  return (HwSmart) missing;
}
