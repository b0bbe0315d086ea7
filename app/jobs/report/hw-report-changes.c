/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-changes.h"

#include "domain/hw-entry.h"
#include "store/hw-change-repo.h"

#include <glib/gi18n-lib.h>

#define CHANGES_MOST 2000

static const struct { const char *kind; const char *words; } kinds[] = {
  { "business-made", N_("The business was set up") },
  { "sample", N_("The sample was made") },
  { "example", N_("The example was made") },
  { "import", N_("A file was added") },
  { "import-undone", N_("A file was taken back out") },
  { "order-drafted", N_("An order was drafted") },
  { "order-made", N_("An order was made") },
  { "order-sent", N_("An order was marked as sent") },
  { "order-confirmed", N_("An order was confirmed") },
  { "order-part-received", N_("Part of an order came") },
  { "order-received", N_("An order came") },
  { "order-cancelled", N_("An order was cancelled") },
  { "order-step-undone", N_("A step of an order was taken back") },
  { "order-file", N_("An order was written to a file") },
  { "order-refused", N_("A proposal to order was turned down") },
  { "price-breaks", N_("Prices by amount were changed") },
  { "stock-terms", N_("What stock is reckoned with was changed") },
  { "supplier-changed", N_("A supplier was changed") },
  { "name-erased", N_("A person’s name was erased") },
  { "entry-saved", N_("Entered or changed") },
  { "entry-removed", N_("Removed") },
};

static const char *const entry_words[HW_ENTRY_N] = {
  [HW_ENTRY_CARD] = N_("business card"), [HW_ENTRY_GOAL] = N_("goal"), [HW_ENTRY_INITIATIVE] = N_("trial"),
  [HW_ENTRY_CHECK_IN] = N_("week of a trial"), [HW_ENTRY_GATE] = N_("step of a trial"), [HW_ENTRY_ROLL_OUT] = N_("step of the roll-out"),
  [HW_ENTRY_REVIEW] = N_("day to look again"), [HW_ENTRY_EVENT] = N_("known event"), [HW_ENTRY_OVERRIDE] = N_("own figure in the forecast"),
  [HW_ENTRY_READINESS] = N_("questions on how ready the business is"), [HW_ENTRY_PAINS] = N_("what hurts"),
  [HW_ENTRY_IDEA] = N_("idea"), [HW_ENTRY_RISK] = N_("risk of an idea"), [HW_ENTRY_DUTY] = N_("line of the safety list"),
  [HW_ENTRY_MILESTONE] = N_("step of a goal"), [HW_ENTRY_FIGURE] = N_("value of a figure"), [HW_ENTRY_OWN_METRIC] = N_("own figure"),
  [HW_ENTRY_SURVEY] = N_("survey"), [HW_ENTRY_WATCH] = N_("how a figure is watched"), [HW_ENTRY_LOCK] = N_("plan of a trial"),
  [HW_ENTRY_GUARD] = N_("limit that stops harm"), [HW_ENTRY_QUIET] = N_("alert kept quiet"), [HW_ENTRY_DECISION] = N_("decision"),
};

static void
change_clear (gpointer data)
{
  HwReportChange *change = data;

  g_free (change->what);
  g_free (change->of_what);
  g_free (change->who);
  g_free (change->why);
}

static char *
dup_words (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return g_strdup (_(kinds[i].words));

  return g_strdelimit (g_strdup (kind), "-", ' ');
}

/* A cell of a list begins with a capital letter. */
static char *
dup_capital (const char *words)
{
  const char *rest = g_utf8_next_char (words);
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);
  return g_strconcat (first, rest, NULL);
}

/* "Goal: Less waste"; what has no name goes by what it is. */
static char *
dup_subject (const HwChange *change)
{
  HwEntryKind kind;
  const char *known = hw_entry_kind_find (change->subject, &kind) && entry_words[kind] != NULL ? _(entry_words[kind]) : NULL;
  g_autofree char *words = NULL;

  if (known == NULL)
    return g_strdup (change->name);

  words = dup_capital (known);
  if (*change->name == '\0')
    return g_steal_pointer (&words);

  /* Translators: 1 a kind of entry, "Goal", 2 its name. */
  return g_strdup_printf (_("%1$s: %2$s"), words, change->name);
}

static void
take_change (const HwChange *change,
             gpointer        data)
{
  const HwReportChange row = {
    .day = change->day,
    .what = dup_words (change->kind),
    .of_what = dup_subject (change),
    .id = change->id,
    .who = g_strdup (change->who),
    .why = g_strdup (change->why),
  };

  g_array_append_val ((GArray *) data, row);
}

GArray *
hw_report_changes_load (HwStore  *store,
                        GError  **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (HwReportChange));

  g_array_set_clear_func (changes, change_clear);
  if (!hw_change_repo_each (store, CHANGES_MOST, take_change, changes, error))
    return NULL;

  return g_steal_pointer (&changes);
}
