/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-totals.h"

#include "widgets/hw-table-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#define MARGIN_X 9 /* as in the cells: resources/style.css */
#define MARGIN_Y 6

struct _HwTableTotals
{
  GtkWidget      parent_instance;

  GtkWidget     *rule;    /* between rows and totals */
  GtkColumnView *view;    /* borrowed (nullable) */
  GPtrArray     *labels;  /* (owned) of GtkLabel, borrowed; one for each column */
};

G_DEFINE_FINAL_TYPE (HwTableTotals, hw_table_totals, GTK_TYPE_WIDGET)

/* What stands above the totals. */
static GtkWidget *
get_rows (HwTableTotals *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self));
}

static int
line_height (HwTableTotals *self)
{
  int tallest = 0;

  if (!gtk_widget_get_visible (self->rule))
    return 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      int height;

      gtk_widget_measure (g_ptr_array_index (self->labels, i), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      tallest = MAX (tallest, height);
    }

  return tallest + 2 * MARGIN_Y;
}

static void
hw_table_totals_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  HwTableTotals *self = HW_TABLE_TOTALS (widget);
  const int line = orientation == GTK_ORIENTATION_VERTICAL ? line_height (self) : 0;

  gtk_widget_measure (get_rows (self), orientation, for_size < 0 ? -1 : MAX (for_size - line, 0), minimum, natural, NULL, NULL);
  *minimum += line;
  *natural += line;
}

/* A total that is wider than its column takes room from the empty one before it. */
static void
place_label (GtkWidget *label,
             GtkWidget *title,
             double     shift,
             int        y,
             int        height)
{
  const gboolean rtl = gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL;
  const gboolean to_right = (gtk_label_get_xalign (GTK_LABEL (label)) > 0.5f) != rtl;
  graphene_rect_t box;
  int natural, x, room, width;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_child_visible (label, gtk_widget_get_visible (title));
  if (!gtk_widget_compute_bounds (title, gtk_widget_get_parent (title), &box))
    return;

  room = MAX ((int) box.size.width - 2 * MARGIN_X, 0);
  width = MAX (room, natural);
  x = (int) ((double) box.origin.x - shift) + MARGIN_X - (to_right ? width - room : 0);
  gtk_widget_size_allocate (label, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
hw_table_totals_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  HwTableTotals *self = HW_TABLE_TOTALS (widget);
  const int foot = line_height (self), top = height - foot;
  GtkWidget *header, *title;
  double shift;

  gtk_widget_size_allocate (get_rows (self), &(GtkAllocation) { 0, 0, width, top }, -1);
  if (foot == 0)
    return;

  gtk_widget_measure (self->rule, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->rule, &(GtkAllocation) { 0, top, width, 1 }, -1);

  header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  title = gtk_widget_get_first_child (header);
  shift = gtk_adjustment_get_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)));
  for (guint i = 0; i < self->labels->len && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    place_label (g_ptr_array_index (self->labels, i), title, shift, top + MARGIN_Y, foot - 2 * MARGIN_Y);
}

static void
hw_table_totals_dispose (GObject *object)
{
  HwTableTotals *self = HW_TABLE_TOTALS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->labels, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hw_table_totals_parent_class)->dispose (object);
}

static void
hw_table_totals_finalize (GObject *object)
{
  g_ptr_array_unref (HW_TABLE_TOTALS (object)->labels);

  G_OBJECT_CLASS (hw_table_totals_parent_class)->finalize (object);
}

static void
hw_table_totals_class_init (HwTableTotalsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_table_totals_dispose;
  object_class->finalize = hw_table_totals_finalize;
  widget_class->measure = hw_table_totals_measure;
  widget_class->size_allocate = hw_table_totals_allocate;
}

static void
hw_table_totals_init (HwTableTotals *self)
{
  self->labels = g_ptr_array_new ();
  self->rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->rule, FALSE);
  gtk_widget_set_parent (self->rule, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
hw_table_totals_set_columns (HwTableTotals  *self,
                             GtkColumnView  *view,
                             const gboolean *figures,
                             guint           n)
{
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  g_return_if_fail (HW_IS_TABLE_TOTALS (self) && self->labels->len == 0);

  self->view = view;
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), figures[i] ? hw_table_figures_xalign () : 0);
      gtk_widget_add_css_class (label, "heading");
      if (figures[i])
        gtk_widget_add_css_class (label, "numeric");
      gtk_widget_insert_after (label, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->labels, label);
    }

  gtk_widget_set_visible (self->rule, TRUE);
  g_signal_connect_object (sideways, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
}

void
hw_table_totals_set_text (HwTableTotals *self,
                          guint          column,
                          const char    *title,
                          const char    *text)
{
  GtkWidget *label;
  g_autofree char *speech = NULL;

  g_return_if_fail (HW_IS_TABLE_TOTALS (self) && column < self->labels->len);

  label = g_ptr_array_index (self->labels, column);
  if (strcmp (gtk_label_get_text (GTK_LABEL (label)), text) == 0)
    return;

  /* Translators: the total below a column, for a screen reader: title, then figure. */
  speech = column == 0 ? g_strdup (text) : g_strdup_printf (_("Total, %s: %s"), title, text);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
}
