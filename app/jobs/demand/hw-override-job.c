/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-override-job.h"

#include "jobs/demand/hw-demand-money.h"
#include "jobs/demand/hw-demand-own.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>

static HwOverrideLine *
make_line (const HwDemand   *demand,
           const HwOverride *override)
{
  const HwDemandSeries *series = override->category != NULL ? hw_demand_find_category (demand, override->category)
                                                            : hw_demand_find (demand, override->product_id);
  HwOverrideLine *line = hw_override_line_new (hw_override_copy (override));

  if (series == NULL)
    return line;

  g_free (line->name);
  line->name = g_strdup (series->category != NULL ? series->category : series->product != NULL ? series->product->name : "");
  line->sold = hw_demand_units_sold (series, override->from, override->to);
  line->each = hw_demand_each (demand, series, NULL);
  return line;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwDemand *demand = hw_demand_get (session, HW_BY_DAY, 1, tick, error);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) overrides = NULL;
  g_autoptr (HwOverrideReview) review = NULL;

  if (demand == NULL)
    return NULL;

  entries = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_OVERRIDE, HW_ENTRY_ANY_PARENT, FALSE, error);
  if (entries == NULL)
    return NULL;

  overrides = hw_overrides_new (entries);
  review = hw_override_review_new ();
  for (guint i = 0; i < overrides->len; i++)
    hw_override_review_take (review, make_line (demand, g_ptr_array_index (overrides, i)),
                             demand->last_day, hw_session_get_today (session));

  hw_override_review_sort (review);
  return g_steal_pointer (&review);
}

const HwJob hw_override_review_job = {
  "override-review", N_("Looking up who was right"), run, NULL, (GDestroyNotify) hw_override_review_free, FALSE
};
