/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-table.h: each idea that has a score as a row: its score and what it is made of. */
#pragma once

#include "core/hw-format.h"
#include "jobs/assess/hw-idea-job.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

void  hw_idea_table_set_up (HwDataTable *table);
/* How many rows. A row's id is its place in the board's ranks, from 1. */
guint hw_idea_table_fill   (HwDataTable *table, const HwIdeaBoard *board, const HwFormat *format);

G_END_DECLS
