/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-health.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *name;
} grades[HW_HEALTH_N] = {
  [HW_HEALTH_STOPS] = { "stops", N_("In the way") },
  [HW_HEALTH_HURTS] = { "hurts", N_("Makes figures less sure") },
  [HW_HEALTH_UNKNOWN] = { "unknown", N_("Nothing to look at yet") },
  [HW_HEALTH_GOOD] = { "good", N_("Good") },
};

const char *
hw_health_grade_id (HwHealthGrade grade)
{
  g_return_val_if_fail ((guint) grade < HW_HEALTH_N, NULL);

  return grades[grade].id;
}

const char *
hw_health_grade_name (HwHealthGrade grade)
{
  g_return_val_if_fail ((guint) grade < HW_HEALTH_N, NULL);

  return _(grades[grade].name);
}

HwHealthFinding *
hw_health_finding_new (const char    *id,
                       HwHealthGrade  grade)
{
  HwHealthFinding *self = g_new0 (HwHealthFinding, 1);

  self->id = g_strdup (id);
  self->grade = grade;
  self->name = "";
  self->found = g_strdup ("");
  self->blocks = "";
  self->mend = "";
  self->way = "";
  self->action = "";
  return self;
}

void
hw_health_finding_free (HwHealthFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->found);
  g_free (self);
}

HwHealth *
hw_health_new (HwDay as_of)
{
  HwHealth *self = g_new0 (HwHealth, 1);

  self->as_of = as_of;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_health_finding_free);
  self->measured = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_measured_free);
  return self;
}

void
hw_health_free (HwHealth *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->measured);
  g_free (self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const HwHealthFinding *x = *(HwHealthFinding *const *) a, *y = *(HwHealthFinding *const *) b;

  return (x->grade > y->grade) - (x->grade < y->grade);
}

void
hw_health_settle (HwHealth *self)
{
  for (guint grade = 0; grade < HW_HEALTH_N; grade++)
    self->n[grade] = 0;

  for (guint i = 0; i < self->findings->len; i++)
    self->n[((HwHealthFinding *) g_ptr_array_index (self->findings, i))->grade]++;

  g_ptr_array_sort (self->findings, compare); /* a merge sort: equals stay in their order */
}

const HwHealthFinding *
hw_health_find (const HwHealth *self,
                const char     *id)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const HwHealthFinding *finding = g_ptr_array_index (self->findings, i);

      if (g_str_equal (finding->id, id))
        return finding;
    }

  return NULL;
}
