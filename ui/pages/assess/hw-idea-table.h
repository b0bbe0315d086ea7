/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-table.h: every idea for this trade as a row: its score and what it is made of. */
#pragma once

#include "core/hw-format.h"
#include "jobs/hw-idea-job.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

void  hw_idea_table_set_up (HwDataTable *table);
/* A row's id is its place in the board's ranks, from 1. */
void  hw_idea_table_fill   (HwDataTable *table, const HwIdeaBoard *board, const HwFormat *format);

G_END_DECLS
