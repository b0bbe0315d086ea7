/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-cell.h"

#include "widgets/hw-spark.h"

#include <string.h>

#define LONGEST_WORDS 24 /* letters a column of a word or two shows whole */

#define ITEM_KEY "hw-item"

#define HW_TYPE_TABLE_CELL (hw_table_cell_get_type ())

G_DECLARE_FINAL_TYPE (HwTableCell, hw_table_cell, HW, TABLE_CELL, GtkWidget)

struct _HwTableCell
{
  GtkWidget  parent_instance;

  GtkWidget *fill;   /* (nullable) the bar */
  GtkWidget *main;   /* a label or a small line */
  GtkWidget *text;   /* (nullable) while it is changed */
  double     share;
};

G_DEFINE_FINAL_TYPE (HwTableCell, hw_table_cell, GTK_TYPE_WIDGET)

static void
hw_table_cell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  HwTableCell *self = HW_TABLE_CELL (widget);

  gtk_widget_measure (self->main, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* The entry takes the place of the label, to the pixel: nothing moves. */
static void
hw_table_cell_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  HwTableCell *self = HW_TABLE_CELL (widget);
  const int part = (int) (self->share * width + 0.5);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (self->main, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->fill != NULL)
    {
      gtk_widget_measure (self->fill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->fill, &(GtkAllocation) { rtl ? width - part : 0, 0, part, height }, -1);
    }
  if (self->text != NULL)
    {
      int least, tall;

      gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, &tall, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->text, &(GtkAllocation) { 0, 0, MAX (width, least), MAX (height, tall) }, baseline);
    }
}

static void
hw_table_cell_dispose (GObject *object)
{
  HwTableCell *self = HW_TABLE_CELL (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->fill, gtk_widget_unparent);

  G_OBJECT_CLASS (hw_table_cell_parent_class)->dispose (object);
}

static void
hw_table_cell_class_init (HwTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_table_cell_dispose;
  widget_class->measure = hw_table_cell_measure;
  widget_class->size_allocate = hw_table_cell_allocate;
  gtk_widget_class_set_css_name (widget_class, "tablecell");
}

static void
hw_table_cell_init (HwTableCell *self)
{
}

typedef struct
{
  guint        column;
  HwColumnKind kind;
  gboolean     editable;
  HwTableList *list;         /* borrowed */
  const char *const *titles; /* borrowed */
} Cells;

#define CELLS_KEY "hw-cells"

static const Cells *
cells_of (gpointer object)
{
  return g_object_get_data (object, CELLS_KEY);
}

float
hw_table_figures_xalign (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 0.0f : 1.0f;
}

static GtkWidget *
label_new (HwColumnKind kind)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));
  const gboolean figures = kind == HW_COLUMN_NUMBER || kind == HW_COLUMN_BAR;

  gtk_label_set_xalign (label, figures ? hw_table_figures_xalign () : 0);
  gtk_label_set_width_chars (label, kind == HW_COLUMN_TEXT || kind == HW_COLUMN_LONG ? 11 : -1);
  if (kind == HW_COLUMN_TEXT || kind == HW_COLUMN_LONG)
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (kind == HW_COLUMN_LONG)
    {
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_lines (label, 2);
      gtk_widget_add_css_class (GTK_WIDGET (label), "caption");
    }
  if (figures)
    gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");

  return GTK_WIDGET (label);
}

static GtkWidget *
cell_new (const Cells *cells)
{
  HwTableCell *self;

  if (!cells->editable && cells->kind != HW_COLUMN_BAR && cells->kind != HW_COLUMN_SPARK)
    return label_new (cells->kind);

  self = g_object_new (HW_TYPE_TABLE_CELL, NULL);
  if (cells->kind == HW_COLUMN_BAR)
    {
      self->fill = g_object_new (ADW_TYPE_BIN, "css-name", "fill", "can-target", FALSE, NULL);
      gtk_widget_set_parent (self->fill, GTK_WIDGET (self));
    }
  self->main = cells->kind == HW_COLUMN_SPARK ? hw_spark_new () : label_new (cells->kind);
  gtk_widget_set_parent (self->main, GTK_WIDGET (self));
  if (cells->editable)
    gtk_widget_add_css_class (GTK_WIDGET (self), "editable");

  return GTK_WIDGET (self);
}

static void
show_text (GtkLabel    *label,
           HwColumnKind kind,
           const char  *text)
{
  gtk_label_set_text (label, text);
  if (kind == HW_COLUMN_SHORT)
    {
      const gboolean cut = strlen (text) > LONGEST_WORDS && g_utf8_strlen (text, -1) > LONGEST_WORDS;

      gtk_label_set_ellipsize (label, cut ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
      gtk_label_set_width_chars (label, cut ? LONGEST_WORDS / 2 : -1);
    }
}

static void
show_row (GtkWidget *cell,
          HwRow     *row)
{
  const Cells *cells = cells_of (cell);
  HwTableCell *self;

  if (GTK_IS_LABEL (cell))
    {
      show_text (GTK_LABEL (cell), cells->kind, hw_row_get_text (row, cells->column));
      return;
    }

  self = HW_TABLE_CELL (cell);
  if (cells->kind == HW_COLUMN_SPARK)
    {
      gsize n;
      const double *values = hw_row_get_values (row, cells->column, &n);

      hw_spark_set_values (HW_SPARK (self->main), values, (guint) n);
      return;
    }

  show_text (GTK_LABEL (self->main), cells->kind, hw_row_get_text (row, cells->column));
  if (self->fill != NULL)
    {
      const double number = hw_row_get_number (row, cells->column);

      self->share = number > 0 ? MIN (number, 1) : 0; /* not for NAN */
      gtk_widget_queue_allocate (cell);
    }
}

/* The row, not the cell, is what the focus is on: it says the whole line. */
static void
name_row (GtkWidget         *cell,
          HwRow             *row)
{
  GtkWidget *place = gtk_widget_get_parent (cell);
  GtkWidget *line = place != NULL ? gtk_widget_get_parent (place) : NULL;
  g_autofree char *speech = NULL;

  if (line == NULL)
    return;

  speech = hw_row_dup_speech (row, cells_of (cell)->titles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
}

static void
show_now (GtkWidget *cell)
{
  HwRow *row = hw_table_list_get_row (cells_of (cell)->list, hw_table_cell_position (cell));

  if (row == NULL)
    return;

  show_row (cell, row);
  if (cells_of (cell)->column == 0)
    name_row (cell, row);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *cell = cell_new (cells_of (factory));

  g_object_set_data (G_OBJECT (cell), CELLS_KEY, (gpointer) cells_of (factory));
  g_object_set_data (G_OBJECT (cell), ITEM_KEY, item);
  gtk_list_item_set_child (item, cell);
}

/* A cell that goes while it is changed is an ordinary cell again. */
static void
teardown_cb (GtkListItemFactory *factory,
             GtkListItem        *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell == NULL)
    return;

  g_object_set_data (G_OBJECT (cell), ITEM_KEY, NULL);
  if (HW_IS_TABLE_CELL (cell) && HW_TABLE_CELL (cell)->text != NULL)
    hw_table_cell_end (cell);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  show_now (cell);
}

/* Calls @func for every cell of @view that there is, until it says TRUE. */
static GtkWidget *
find_cell (GtkColumnView *view,
           gboolean     (*func) (GtkWidget *cell, gpointer data),
           gpointer       data)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (view));
  GtkWidget *line = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  for (; line != NULL; line = gtk_widget_get_next_sibling (line))
    for (GtkWidget *place = gtk_widget_get_first_child (line); place != NULL; place = gtk_widget_get_next_sibling (place))
      {
        GtkWidget *cell = gtk_widget_get_first_child (place);

        if (cell != NULL && cells_of (cell) != NULL && func (cell, data))
          return cell;
      }

  return NULL;
}

typedef struct
{
  guint position;
  guint column;
} Place;

static gboolean
is_at (GtkWidget *cell,
       gpointer   data)
{
  const Place *place = data;

  return hw_table_cell_column (cell) == place->column && hw_table_cell_position (cell) == place->position;
}

static gboolean
refresh_one (GtkWidget *cell,
             gpointer   data)
{
  if (data == NULL || hw_table_list_get_row (cells_of (cell)->list, hw_table_cell_position (cell)) == data)
    show_now (cell);

  return FALSE;
}

GtkListItemFactory *
hw_table_cells_new (HwTableList       *list,
                    guint              column,
                    HwColumnKind       kind,
                    gboolean           editable,
                    const char *const *titles)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const Cells cells = { column, kind, editable, list, titles };

  g_object_set_data_full (G_OBJECT (factory), CELLS_KEY, g_memdup2 (&cells, sizeof cells), g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), NULL);
  return factory;
}

GtkWidget *
hw_table_cell_find (GtkColumnView *view,
                    guint          position,
                    guint          column)
{
  Place place = { position, column };

  return find_cell (view, is_at, &place);
}

GtkWidget *
hw_table_cell_of (GtkWidget *inside)
{
  for (; inside != NULL; inside = gtk_widget_get_parent (inside))
    {
      GtkWidget *child = gtk_widget_get_first_child (inside);

      if (cells_of (inside) != NULL)
        return inside;
      if (child != NULL && cells_of (child) != NULL && gtk_widget_get_next_sibling (child) == NULL)
        return child; /* the margin around a cell */
    }

  return NULL;
}

guint
hw_table_cell_column (GtkWidget *cell)
{
  return cells_of (cell)->column;
}

guint
hw_table_cell_position (GtkWidget *cell)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (cell), ITEM_KEY);

  return item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
}

const char *
hw_table_cell_cut_text (GtkWidget *cell)
{
  GtkWidget *label = GTK_IS_LABEL (cell) ? cell : HW_TABLE_CELL (cell)->main;

  if (!GTK_IS_LABEL (label) || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return NULL;

  return gtk_label_get_text (GTK_LABEL (label));
}

void
hw_table_cells_refresh (GtkColumnView *view,
                        HwRow         *row)
{
  find_cell (view, refresh_one, row);
}

/* A label is turned round by the direction of the window, an entry by that of its text;
 * figures have none. */
static float
entry_xalign (GtkLabel *label)
{
  const float xalign = gtk_label_get_xalign (label);
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;
  const gboolean rtl_text = xalign < 0.5f && pango_layout_get_direction (gtk_label_get_layout (label), 0) == PANGO_DIRECTION_RTL;

  return rtl == rtl_text ? xalign : 1 - xalign;
}

GtkText *
hw_table_cell_begin (GtkWidget *cell)
{
  HwTableCell *self = HW_TABLE_CELL (cell);
  GtkLabel *label = GTK_LABEL (self->main);

  g_return_val_if_fail (self->text == NULL, NULL);

  self->text = g_object_new (GTK_TYPE_TEXT,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX,
                             "text", gtk_label_get_text (label),
                             "xalign", entry_xalign (label),
                             "width-chars", 1,
                             NULL);
  if (gtk_widget_has_css_class (self->main, "numeric"))
    gtk_widget_add_css_class (self->text, "numeric");
  gtk_widget_set_parent (self->text, cell);
  gtk_widget_set_child_visible (self->main, FALSE);
  gtk_widget_add_css_class (cell, "editing");
  return GTK_TEXT (self->text);
}

void
hw_table_cell_end (GtkWidget *cell)
{
  HwTableCell *self = HW_TABLE_CELL (cell);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  gtk_widget_set_child_visible (self->main, TRUE);
  gtk_widget_remove_css_class (cell, "editing");
}
