/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-tile-flow.h"

#define SPACING 12
#define TOGETHER 3 /* tiles that fit beside each other in any window */

void
hw_tile_flow_fill (GtkFlowBox       *box,
                   GtkWidget *const *tiles,
                   guint             n)
{
  const guint n_lines = MAX ((n + TOGETHER - 1) / TOGETHER, 1);
  const guint part = (n + n_lines - 1) / n_lines;

  g_return_if_fail (GTK_IS_FLOW_BOX (box));

  gtk_flow_box_set_selection_mode (box, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (box, TRUE);
  gtk_flow_box_set_row_spacing (box, SPACING);
  gtk_flow_box_set_column_spacing (box, SPACING);
  gtk_flow_box_set_max_children_per_line (box, n_lines);
  gtk_widget_set_vexpand (GTK_WIDGET (box), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (box), FALSE);

  for (guint i = 0; i < n_lines; i++)
    {
      GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

      gtk_box_set_homogeneous (GTK_BOX (group), TRUE);
      for (guint j = i * part; j < (i + 1) * part; j++)
        gtk_box_append (GTK_BOX (group), j < n ? tiles[j] : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
      gtk_flow_box_insert (box, group, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (group), FALSE);
    }
}
