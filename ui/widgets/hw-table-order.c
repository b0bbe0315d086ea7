/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view's sorter asks the sorters of its columns in turn and turns their answer
 * round where the order is downwards: given a probe in place of a row, the first one
 * asked leaves its number, and the answer tells the direction. */
#include "widgets/hw-table-order.h"

typedef struct
{
  gboolean asked;
  guint    column;
} Probe;

static int
compare_probe (gconstpointer a,
               gconstpointer b,
               gpointer      column)
{
  Probe *probe = (Probe *) a;

  if (!probe->asked)
    *probe = (Probe) { TRUE, GPOINTER_TO_UINT (column) };

  return GTK_ORDERING_SMALLER;
}

GtkSorter *
hw_table_order_sorter (guint column)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_probe, GUINT_TO_POINTER (column), NULL));
}

gboolean
hw_table_order_read (GtkColumnView *view,
                     guint         *column,
                     gboolean      *descending)
{
  Probe probe = { FALSE, 0 }, other = { TRUE, 0 };
  const GtkOrdering answer = gtk_sorter_compare (gtk_column_view_get_sorter (view), &probe, &other);

  if (!probe.asked)
    return FALSE;

  *column = probe.column;
  *descending = answer == GTK_ORDERING_LARGER;
  return TRUE;
}
