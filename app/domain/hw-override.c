/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-override.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define UNITS_MOST 1e8
#define CATEGORY "category:"

static const HwChoice reasons[] = {
  [HW_REASON_EVENT] = { "event", N_("Something happens nearby: a fair, a match, roadworks") },
  [HW_REASON_ORDER] = { "order", N_("A large order is agreed, or one falls away") },
  [HW_REASON_OFFER] = { "offer", N_("I make an offer or advertise") },
  [HW_REASON_PRICE] = { "price", N_("The price changes") },
  [HW_REASON_WEATHER] = { "weather", N_("The weather will be unusual") },
  [HW_REASON_SUPPLY] = { "supply", N_("I cannot make or get as much as usual") },
  [HW_REASON_NEIGHBOUR] = { "neighbour", N_("Another shop opens, closes or is away") },
  [HW_REASON_EXPERIENCE] = { "experience", N_("I know my customers; it is experience") },
  [HW_REASON_N] = { NULL }
};

enum { SUBJECT, FROM, TO, UNITS, REASON, NOTE };

static const HwQuestion questions[] = {
  [SUBJECT] = { .id = "subject", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("What is your own figure about?"),
    .label = N_("Figure about") },
  [FROM] = { .id = "from", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("From which day on does it hold?"),
    .label = N_("From"), .hint = N_("Today or later: afterwards everybody knows.") },
  [TO] = { .id = "to", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("Up to which day does it hold?"),
    .label = N_("To") },
  [UNITS] = { .id = "units", .kind = HW_ASK_NUMBER, .required = TRUE, .low = 0.0, .high = UNITS_MOST,
    .unit = N_("in all, over these days"), .text = N_("How many do you expect to sell?"), .label = N_("Your figure"),
    .hint = N_("All the days together; they share it as the forecast would.") },
  [REASON] = { .id = "reason", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = reasons, .text = N_("Why do you expect that?"),
    .label = N_("Reason"), .hint = N_("Later you will see for which reasons you were right.") },
  [NOTE] = { .id = "note", .kind = HW_ASK_WORDS, .text = N_("What else do you want to remember?"), .label = N_("Note") },
};

static gboolean
read_subject (const char  *text,
              gint64      *product_id,
              const char **category)
{
  *product_id = 0;
  *category = NULL;
  if (g_str_has_prefix (text, CATEGORY))
    {
      *category = text + strlen (CATEGORY);
      return TRUE;
    }

  return g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, product_id, NULL);
}

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  const HwDay from = hw_answers_get_day (answers, "from");
  const HwDay to = hw_answers_get_day (answers, "to");
  const char *category;
  gint64 product_id;

  switch (i)
    {
    case SUBJECT:
      return read_subject (hw_answers_get_text (answers, "subject"), &product_id, &category) ? HW_FAULT_NONE
                                                                                              : HW_FAULT_NOT_A_CHOICE;
    case FROM:
      return from < today ? HW_FAULT_PAST : HW_FAULT_NONE;

    case TO:
      if (from == HW_DAY_NONE)
        return HW_FAULT_NONE;
      return to < from ? HW_FAULT_BEFORE_START : to - from >= HW_OVERRIDE_DAYS_MOST ? HW_FAULT_TOO_HIGH : HW_FAULT_NONE;

    default:
      return HW_FAULT_NONE;
    }
}

const HwForm hw_override_form = {
  .id = "override", .title = N_("Your own figure"), .questions = questions, .n = G_N_ELEMENTS (questions), .check = check
};

const char *
hw_reason_id (HwReason reason)
{
  g_return_val_if_fail ((guint) reason < HW_REASON_N, NULL);

  return reasons[reason].id;
}

const char *
hw_reason_name (HwReason reason)
{
  g_return_val_if_fail ((guint) reason < HW_REASON_N, "");

  return _(reasons[reason].label);
}

gboolean
hw_reason_find (const char *id,
                HwReason   *reason)
{
  for (guint i = 0; i < HW_REASON_N; i++)
    if (g_strcmp0 (reasons[i].id, id) == 0)
      {
        *reason = (HwReason) i;
        return TRUE;
      }

  return FALSE;
}

char *
hw_override_subject (gint64      product_id,
                     const char *category)
{
  return category != NULL ? g_strconcat (CATEGORY, category, NULL) : g_strdup_printf ("%" G_GINT64_FORMAT, product_id);
}

HwOverride *
hw_override_new (const HwEntry *entry)
{
  const HwAnswers *answers = entry->answers;
  HwOverride self = { .id = entry->id, .version = entry->version, .made = entry->changed };
  const char *category;

  self.from = hw_answers_get_day (answers, "from");
  self.to = hw_answers_get_day (answers, "to");
  self.units = hw_answers_get_number (answers, "units", NAN);
  self.model_units = hw_answers_get_number (answers, "model", NAN);
  if (!read_subject (hw_answers_get_text (answers, "subject"), &self.product_id, &category) ||
      !hw_reason_find (hw_answers_get_text (answers, "reason"), &self.reason) ||
      self.from == HW_DAY_NONE || self.to < self.from || isnan (self.units))
    return NULL;

  self.category = g_strdup (category);
  return g_memdup2 (&self, sizeof self);
}

HwOverride *
hw_override_copy (const HwOverride *self)
{
  HwOverride *copy = g_memdup2 (self, sizeof *self);

  copy->category = g_strdup (self->category);
  return copy;
}

void
hw_override_free (HwOverride *self)
{
  if (self == NULL)
    return;

  g_free (self->category);
  g_free (self);
}

static int
compare_first_day (gconstpointer a,
                   gconstpointer b)
{
  const HwOverride *x = *(HwOverride *const *) a, *y = *(HwOverride *const *) b;

  return x->from != y->from ? (x->from > y->from) - (x->from < y->from) : (x->id > y->id) - (x->id < y->id);
}

GPtrArray *
hw_overrides_new (GPtrArray *entries)
{
  GPtrArray *overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_override_free);

  for (guint i = 0; i < entries->len; i++)
    {
      HwOverride *override = hw_override_new (g_ptr_array_index (entries, i));

      if (override != NULL)
        g_ptr_array_add (overrides, override);
    }

  g_ptr_array_sort (overrides, compare_first_day);
  return overrides;
}
