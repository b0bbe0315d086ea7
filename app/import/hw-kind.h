/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-kind.h: what sort of records a file holds, by the roles its columns can
 * play. Only for hw-kind.c, hw-fields.c and hw-roles.c.
 * Thread: any, one at a time per plan.
 */
#pragma once

#include "import/hw-plan.h"

G_BEGIN_DECLS

/* Which column plays which role best. */
typedef struct
{
  const HwImportPlan *plan;
  int                 best[HW_N_ROLES];  /* the column that plays it best, -1 if none */
  int                 count[HW_N_ROLES]; /* columns that can */
} HwCast;

static inline gboolean
hw_cast_has (const HwCast *cast,
             HwRole        role)
{
  return cast->best[role] >= 0;
}

/* hw-roles.c */
void     hw_cast_roles       (HwCast             *cast,
                              const HwImportPlan *plan);

/* A kind the caller or the owner named, or the one the columns prove; where they
 * leave several, the likeliest, and plan->may_be says so. */
gboolean hw_plan_choose_kind (HwImportPlan  *plan,
                              const HwCast  *cast,
                              GError       **error);

/* hw-kind-unused.c: TRUE if the file is known, but of no use: @error says what it is
 * and what would help, in a sentence for the owner. */
gboolean hw_plan_say_unused  (const HwCast  *cast,
                              GError       **error);

/* hw-fields.c: the column whose single cells head the rows below, -1 if none. */
int      hw_plan_find_groups (const HwTable *table);
/* A column for each field of the kind, where the owner named none. */
void     hw_plan_set_fields  (HwImportPlan  *plan,
                              const HwCast  *cast);

/* Whether the file's name, the sheet's or a title line has one of @words, '|' between. */
gboolean hw_plan_title_says (const HwImportPlan *plan,
                             const char         *words);

G_END_DECLS
