/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stake-sheet.h: the sheet Money at stake: what is lost in a year, each kind with
 * its range, its working and where most of it is. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_stake_sheet_write (HwBook *book);

G_END_DECLS
