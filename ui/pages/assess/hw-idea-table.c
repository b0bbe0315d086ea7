/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-idea-table.h"

#include <glib/gi18n.h>
#include <math.h>

enum { COLUMN_IDEA, COLUMN_SCORE, COLUMN_WORTH, COLUMN_EASE, COLUMN_READY, COLUMN_FIRST, COLUMN_GATE, N_COLUMNS };

void
hw_idea_table_set_up (HwDataTable *table)
{
  const HwColumn columns[N_COLUMNS] = {
    [COLUMN_IDEA] = { _("Idea"), HW_COLUMN_TEXT },
    [COLUMN_SCORE] = { _("Points"), HW_COLUMN_NUMBER },
    [COLUMN_WORTH] = { _("Worth a year"), HW_COLUMN_NUMBER },
    [COLUMN_EASE] = { _("Ease"), HW_COLUMN_NUMBER },
    [COLUMN_READY] = { _("Data"), HW_COLUMN_NUMBER },
    [COLUMN_FIRST] = { _("Comes first"), HW_COLUMN_NUMBER },
    [COLUMN_GATE] = { _("Now"), HW_COLUMN_SHORT },
  };

  hw_data_table_set_columns (table, columns, N_COLUMNS);
  hw_data_table_set_label (table, _("Ideas in their order"));
  hw_data_table_set_name (table, "ideas");
}

static void
set_share (HwRow          *row,
           guint           column,
           double          share,
           const HwFormat *format)
{
  hw_row_set_number (row, column, isnan (share) ? g_strdup ("–") : hw_format_percent (format, share, 0), share);
}

static HwRow *
make_row (const HwIdeaRank *rank,
          gint64            id,
          const HwFormat   *format)
{
  HwRow *row = hw_row_new (N_COLUMNS, id);
  const double score = isnan (rank->worth) ? (double) NAN : rank->score;
  const double benefit = rank->facts.benefit;

  hw_row_set_text (row, COLUMN_IDEA, g_strdup (rank->idea->name));
  hw_row_set_number (row, COLUMN_SCORE, isnan (score) ? g_strdup ("–") : hw_format_number (format, score, 0), score);
  hw_row_set_number (row, COLUMN_WORTH, isnan (benefit) ? g_strdup ("–") : hw_format_money_about (format, benefit), benefit);
  set_share (row, COLUMN_EASE, rank->ease, format);
  set_share (row, COLUMN_READY, rank->facts.ready, format);
  set_share (row, COLUMN_FIRST, isnan (score) ? (double) NAN : rank->first_share, format);
  hw_row_set_text (row, COLUMN_GATE, g_strdup (hw_idea_gate_text (rank->gate)));
  return row;
}

guint
hw_idea_table_fill (HwDataTable       *table,
                    const HwIdeaBoard *board,
                    const HwFormat    *format)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < board->ranks->len; i++)
    if (!isnan (g_array_index (board->ranks, HwIdeaRank, i).worth) || g_array_index (board->ranks, HwIdeaRank, i).gate == HW_IDEA_OUT)
      g_ptr_array_add (rows, make_row (&g_array_index (board->ranks, HwIdeaRank, i), (gint64) i + 1, format));
  hw_data_table_set_rows (table, rows);
  return rows->len;
}
