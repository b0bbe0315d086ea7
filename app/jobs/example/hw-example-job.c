/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/example/hw-example-job.h"

#include "core/hw-error.h"
#include "jobs/example/hw-example-play.h"
#include "jobs/example/hw-example-simulate.h"
#include "jobs/hw-session-private.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"
#include "store/hw-event-repo.h"

#include <glib/gi18n-lib.h>

#define SIMULATED 0.1   /* share of the time that goes before the first row is kept */

static const HwExampleKind kinds[] = {
  { "bakery", N_("A bakery"),
    N_("It threw away too much, baked by a list for eight weeks, and kept it."), "go" },
  { "web-shop", N_("A web shop for sailors"),
    N_("It showed what goes together, saw fuller baskets, and kept it."), "go" },
  { "wholesaler", N_("A wholesaler for builders"),
    N_("It changed its prices, could not tell whether that helped, and stopped."), "stop" },
};

static const HwExample *const examples[] = { &hw_example_bakery, &hw_example_web_shop, &hw_example_wholesaler };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == G_N_ELEMENTS (examples));

const HwExampleKind *
hw_example_kinds (gsize *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

const HwExampleKind *
hw_example_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return &kinds[i];

  return NULL;
}

void
hw_example_business (const HwExampleKind *kind,
                     HwBusiness          *business,
                     HwDay                today)
{
  const HwExample *example = examples[kind - kinds];

  *business = (HwBusiness) {
    .name = g_strdup (example->name),
    .sector = g_strdup (example->sector),
    .country = g_strdup (example->country),
    .founded = today,
  };
  g_strlcpy (business->currency, example->currency, sizeof business->currency);
}

static gboolean
check_empty (HwStore  *store,
             GError  **error)
{
  g_autoptr (GArray) products = hw_product_repo_list (store, error);

  if (products == NULL)
    return FALSE;
  if (products->len == 0)
    return TRUE;

  g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, "not empty: %u products", products->len);
  return FALSE;
}

static gboolean
note_made (HwSession  *session,
           GError    **error)
{
  const HwEvent event = { .at = hw_session_get_now (session), .kind = "example", .subject = "" };

  return hw_event_repo_add (hw_session_get_store (session), &event, error);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwExampleRequest *wish = request;
  const HwExample *example = examples[wish->kind - kinds];
  const HwDay today = hw_session_get_today (session);
  HwTickPart first = { tick, 0.0, SIMULATED }, rest = { tick, SIMULATED, 1.0 };
  const HwTick simulating = HW_TICK_PART (&first), playing = HW_TICK_PART (&rest);
  g_autoptr (HwSampleRecords) records = NULL;
  gboolean played;
  gint64 made;

  if (!check_empty (hw_session_get_store (session), error))
    return NULL;

  records = hw_example_simulate (example, today, wish->seed, &simulating);
  if (records == NULL)
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
      return NULL;
    }

  played = hw_example_play (session, example, records, &playing, error);
  hw_session_set_today (session, today);
  if (!played || !note_made (session, error))
    return NULL;

  made = records->sales->len;
  return g_memdup2 (&made, sizeof made);
}

static gpointer
run_mark (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  HwStore *store = hw_session_get_reader (session);
  g_autoptr (HwEntry) card = NULL;
  gint64 id;

  if (!hw_entry_repo_find_card (store, &id, error))
    return NULL;

  card = id != 0 ? hw_entry_repo_load (store, id, HW_ENTRY_LAST, NULL) : NULL;
  return g_strdup (card != NULL ? hw_answers_get_text (card->answers, "example") : "");
}

const HwJob hw_example_job = {
  "example", N_("Making the example"), run, NULL, g_free, FALSE
};

const HwJob hw_example_mark_job = {
  "example-mark", N_("Looking up what it is"), run_mark, NULL, g_free, TRUE
};
