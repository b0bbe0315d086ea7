/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-health-uses.h"

#include <glib/gi18n-lib.h>

#define NEEDS_MOST 5

static const struct
{
  const char *id;
  const char *name;
  const char *needs[NEEDS_MOST]; /* ids of findings */
} uses[] = {
  { "forecast", N_("What will sell, day by day"), { "span", "fresh", "gaps", "ahead" } },
  { "margin", N_("What each product leaves you"), { "amounts", "costs", "below-cost" } },
  { "orders", N_("What to order, and when"), { "counts", "count-age", "waiting", "suppliers" } },
  { "lost-sales", N_("What being sold out costs you"), { "sold-out", "counts", "amounts" } },
  { "waste", N_("What you throw away"), { "waste", "costs" } },
  { "deliveries", N_("Which supplier keeps its word"), { "deliveries" } },
  { "customers", N_("Who your regulars are"), { "customers" } },
};

GArray *
hw_health_uses (const HwHealth *health)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (HwHealthUse));

  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      HwHealthUse use = { uses[i].id, _(uses[i].name), HW_HEALTH_GOOD, "" };

      for (gsize k = 0; k < NEEDS_MOST && uses[i].needs[k] != NULL; k++)
        {
          const HwHealthFinding *finding = hw_health_find (health, uses[i].needs[k]);

          const HwHealthGrade grade = finding != NULL ? finding->grade : HW_HEALTH_UNKNOWN; /* nothing to look at */

          if (grade >= use.grade)
            continue;

          use.grade = grade;
          use.by = finding != NULL ? finding->name : _("No records to look at");
        }

      g_array_append_val (found, use);
    }

  return found;
}

const char *
hw_health_use_word (HwHealthGrade grade)
{
  return grade == HW_HEALTH_GOOD ? _("Good enough") : grade == HW_HEALTH_HURTS ? _("Only roughly") : _("Not yet");
}
