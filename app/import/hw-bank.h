/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-bank.h: which columns of a bank's list are what, by their words where there
 * are some, else by their cells: the balance grows by the amount, money in and
 * money out never stand in one row, a letter says which of the two.
 *
 * In: a plan with its sample. Out: the columns of the plan. Only for hw-kind*.c,
 * hw-fields.c and hw-questions.c.
 * Thread: any, one at a time per plan.
 */
#pragma once

#include "import/hw-kind.h"

G_BEGIN_DECLS

/* 2 this is a bank's list, 1 it might be, 0 it is not. */
int      hw_bank_likeness (const HwCast *cast);
/* Whether it is a journal: each sum on one account stands against the same on others. */
gboolean hw_bank_is_journal (const HwCast *cast);
/* hw-bank-books.c: each line is booked on one account of a chart against another. */
gboolean hw_bank_books_accounts (const HwImportPlan *plan);
/* Its title says that money was spent, or each line says to whom. */
gboolean hw_bank_names_spending (const HwCast *cast);
/* A list without a heading, of the kind that banks make; fills the columns. 2, 1 or 0. */
int      hw_bank_look     (HwImportPlan *plan);
/* Fills the columns by their headings. */
void     hw_bank_set      (HwImportPlan *plan,
                           const HwCast *cast);

G_END_DECLS
