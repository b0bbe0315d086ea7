/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-data-table-private.h: what the parts of the table share: its class
 * (hw-data-table.c), its columns and its rows. Private to hw-data-table*.c. */
#pragma once

#include "widgets/hw-data-table.h"
#include "widgets/hw-table-edit.h"
#include "widgets/hw-table-list.h"
#include "widgets/hw-table-totals.h"

G_BEGIN_DECLS

struct _HwDataTable
{
  GtkWidget             parent_instance;

  GtkBox               *tool_box;
  GtkSearchEntry       *search_entry;
  GtkMenuButton        *filter_button;
  GtkMenuButton        *menu_button;
  GtkBox               *filtered_box;
  GtkLabel             *filtered_label;
  GtkButton            *all_button;
  HwTableTotals        *totals;
  GtkOverlay           *overlay;
  GtkScrolledWindow    *scroller;
  GtkColumnView        *view;
  GtkLabel             *nothing_label;
  GtkLabel             *problem_label;

  HwTableList          *list;        /* (owned) (nullable) from the columns on */
  GtkSingleSelection   *selection;   /* (owned) */
  HwRow                *chosen;      /* (owned) (nullable) also while it is not shown */
  GActionGroup         *filters;     /* (owned) (nullable) */
  HwTableEdit          *edit;        /* (owned) (nullable) */

  guint                 n_columns;
  char                **titles;      /* (owned) */
  const char          **shown_titles; /* (owned) the same, NULL where the column is hidden */
  HwColumnKind         *kinds;       /* (owned) */
  GtkColumnViewColumn **columns;     /* (owned) borrowed from the view */
  int                  *spare_below; /* (owned) (nullable) of each column; 0: never */
  guint64               spare_empty; /* bit i: column i gives way while it says nothing */
  guint64               spared;      /* bit i: column i, for want of room or of anything to say */
  guint                 spare_idle;  /* 0: none */

  HwTotalFunc           total_func;
  gpointer              total_data;
  GDestroyNotify        total_destroy;

  char                 *name;        /* (owned) (nullable) under which it is remembered */
  guint                 sorted_by;   /* n_columns if by none */
  gboolean              descending;
  gboolean              loading;     /* rows are being replaced, or the past recalled: no signals */
  gint64                scroll_id;   /* the row to bring into sight */
  guint                 scroll_tick; /* 0: none */
};

/* Of the list: other rows are shown, or the last of them have come. */
void hw_data_table_rows_changed  (HwDataTable *self);
void hw_data_table_rows_grown    (HwDataTable *self);
/* Of the view: the owner sorts by another column. */
void hw_data_table_order_changed (HwDataTable *self);

void hw_data_table_show_totals   (HwDataTable *self);
void hw_data_table_say_filtered  (HwDataTable *self);

G_END_DECLS
