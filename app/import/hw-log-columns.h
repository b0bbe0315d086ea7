/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-log-columns.h: lists of what happened beside sales, each with a day: orders to
 * suppliers, goods thrown away, hours, meters, marks, figures. Only for hw-kind*.c and
 * hw-fields.c.
 *
 * In: the roles of the columns. Out: how like such a list it is, and its fields.
 * Thread: any, one at a time per plan.
 */
#pragma once

#include "import/hw-kind.h"

G_BEGIN_DECLS

/* 2 it is a list of @kind, 1 it might be, 0 it is not. */
int  hw_log_likeness (const HwCast *cast,
                      HwImportKind  kind);
void hw_log_set      (HwImportPlan *plan,
                      const HwCast *cast);

G_END_DECLS
