/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-heat-private.h"

#include <glib/gi18n-lib.h>

#define GAP_EMS 0.55        /* between plot and texts */
#define NAMES_SHARE 0.4     /* of the height, at most */
#define SHORT_EMS 4.5       /* names of columns up to this width lie flat, every k-th */
#define BETWEEN_EMS 0.6

static void
heat_free (HwChart *chart)
{
  HwHeatChart *self = (HwHeatChart *) chart;

  g_strfreev (self->rows);
  g_strfreev (self->columns);
  g_free (self->values);
  g_free (self->value_name);
  g_free (self->row_name);
  g_free (self);
}

static guint
heat_n_points (const HwChart *chart)
{
  return (guint) hw_heat_n_cells (hw_heat_chart (chart));
}

char *
hw_heat_figure (const HwHeatChart *self,
                double             value)
{
  return isnan (value) ? g_strdup ("") : hw_format_number (self->base.format, value, self->decimals);
}

static double
widest_name (HwInk *ink,
             char **names)
{
  double widest = 0.0;

  for (gsize i = 0; names[i] != NULL; i++)
    widest = MAX (widest, hw_ink_width (ink, names[i]));

  return ceil (widest);
}

/* Short names stay flat and are thinned out; longer ones go their own way. */
static void
set_columns (const HwHeatChart *self,
             HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const double slot = frame->plot.width / (double) self->n_columns;
  const double widest = widest_name (ink, self->columns);

  if (widest > SHORT_EMS * ink->em)
    {
      hw_name_axis_set (&frame->names, ink, (const char *const *) self->columns, self->n_columns, slot,
                        frame->bounds.height * NAMES_SHARE);
      return;
    }

  frame->names.slot = slot;
  frame->names.turned = FALSE;
  frame->names.every = (guint) MAX (1.0, ceil ((widest + BETWEEN_EMS * ink->em) / MAX (slot, 1e-3)));
  frame->names.reach = widest + 1.0;
  frame->names.room = GAP_EMS * ink->em + ink->line;
}

static void
take_room (const HwHeatChart *self,
           HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;

  /* The key of the colours stands beside the caption, else in a row of its own. */
  frame->share.from = hw_heat_key_width (self, ink);
  if (frame->share.from > plot->width)
    frame->share.from = 0.0;
  else if (frame->legend.caption_width + 2.0 * ink->em + frame->share.from > plot->width)
    {
      plot->y += 1.3 * ink->line;
      plot->height -= 1.3 * ink->line;
    }

  frame->left.room = MIN (widest_name (ink, self->rows), plot->width * HW_FRAME_SIDE_SHARE) + GAP_EMS * ink->em;
  plot->x += frame->left.room;
  plot->width = MAX (0.0, plot->width - frame->left.room);
  set_columns (self, frame);
  plot->height = MAX (0.0, plot->height - frame->names.room);
}

static gboolean
figures_fit (const HwHeatChart *self,
             HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const double width = frame->plot.width / (double) self->n_columns;
  const double height = frame->plot.height / (double) self->n_rows;

  if (height < ink->line + 2.0 || width < ink->em)
    return FALSE;

  for (gsize i = 0; i < hw_heat_n_cells (self); i++)
    {
      g_autofree char *figure = hw_heat_figure (self, self->values[i]);

      if (hw_ink_width (ink, figure) > width - 0.6 * ink->em)
        return FALSE;
    }

  return TRUE;
}

static void
heat_lay_out (const HwChart *chart,
              HwFrame       *frame)
{
  const HwHeatChart *self = hw_heat_chart (chart);
  const HwBox *plot = &frame->plot;

  frame->legend.caption = self->value_name;
  hw_frame_begin (frame);
  if (hw_heat_n_cells (self) > 0 && !frame->bare)
    {
      take_room (self, frame);
      frame->figures = figures_fit (self, frame);
    }

  frame->x = (HwScale) { 0.0, (double) self->n_columns, plot->x, plot->x + plot->width };
  frame->y = (HwScale) { 0.0, (double) self->n_rows, plot->y, plot->y + plot->height };
}

static int
heat_hit (const HwChart *chart,
          const HwFrame *frame,
          double         x,
          double         y)
{
  const HwHeatChart *self = hw_heat_chart (chart);
  double row, column;

  if (hw_heat_n_cells (self) == 0)
    return -1;

  column = CLAMP (floor (hw_scale_value (&frame->x, x)), 0.0, (double) (self->n_columns - 1));
  row = CLAMP (floor (hw_scale_value (&frame->y, y)), 0.0, (double) (self->n_rows - 1));
  return (int) (row * (double) self->n_columns + column);
}

/* A cell is where it is, known or not. */
static gboolean
heat_place (const HwChart *chart,
            const HwFrame *frame,
            guint          point,
            double        *x,
            double        *y)
{
  const HwHeatChart *self = hw_heat_chart (chart);

  *x = hw_scale_place (&frame->x, (double) (point % self->n_columns) + 0.5);
  *y = hw_scale_place (&frame->y, (double) (point / self->n_columns) + 0.5);
  return TRUE;
}

static const HwChartKind heat_kind = {
  .free = heat_free,
  .lay_out = heat_lay_out,
  .draw = hw_heat_draw,
  .n_points = heat_n_points,
  .hit = heat_hit,
  .place = heat_place,
  .read = hw_heat_read,
  .point_text = hw_heat_point_text,
  .summary = hw_heat_summary,
  .n_columns = hw_heat_n_columns,
  .n_rows = hw_heat_n_rows,
  .cell = hw_heat_cell,
  .is_number = hw_heat_is_number,
};

static char **
copy_names (const char *const *names,
            gsize              n)
{
  char **copy = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    copy[i] = hw_chart_copy_text (names[i]);

  return copy;
}

/* The colours begin at nothing, unless all is far from it. */
static void
find_range (HwHeatChart *self)
{
  double low = INFINITY, high = -INFINITY;
  gboolean whole = TRUE;

  for (gsize i = 0; i < hw_heat_n_cells (self); i++)
    if (!isnan (self->values[i]))
      {
        low = fmin (low, self->values[i]);
        high = fmax (high, self->values[i]);
        whole = whole && self->values[i] == floor (self->values[i]);
        self->n_known++;
      }

  if (self->n_known == 0)
    return;

  self->low = low > 0.0 && low < high / 2.0 ? 0.0 : low;
  self->high = high;
  self->decimals = whole || fmax (fabs (low), fabs (high)) >= 100.0 ? 0 : 1;
}

HwChart *
hw_heat_chart_new (const HwHeatData *data,
                   const HwFormat   *format)
{
  HwHeatChart *self;

  g_return_val_if_fail (data != NULL && format != NULL, NULL);
  g_return_val_if_fail (data->n_columns == 0 || data->n_rows < G_MAXINT / data->n_columns, NULL);

  self = g_new0 (HwHeatChart, 1);
  self->base.kind = &heat_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->value_name = hw_chart_copy_text (data->value_name);
  self->row_name = hw_chart_copy_text (data->row_name);
  self->is_money = data->is_money;
  self->rows = copy_names (data->rows, data->n_rows);
  self->columns = copy_names (data->columns, data->n_columns);
  self->n_rows = data->n_rows;
  self->n_columns = data->n_columns;
  self->values = g_new (double, hw_heat_n_cells (self));
  for (gsize i = 0; i < hw_heat_n_cells (self); i++)
    self->values[i] = hw_chart_tame (data->values[i]);
  find_range (self);

  return &self->base;
}

HwChart *
hw_week_heat_chart_new (const HwWeekData *data,
                        const HwFormat   *format)
{
  const char *const names[] = { _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
                                _("Sunday") };
  const char *rows[7];
  char hours[24][8];
  const char *columns[24];
  double values[7 * 24];
  HwHeatData field;
  gsize n;

  g_return_val_if_fail (data != NULL && format != NULL, NULL);
  g_return_val_if_fail (data->first_weekday >= 0 && data->first_weekday < 7, NULL);
  g_return_val_if_fail (data->from_hour >= 0 && data->from_hour <= data->to_hour && data->to_hour < 24, NULL);

  n = (gsize) (data->to_hour - data->from_hour + 1);
  for (gsize k = 0; k < n; k++)
    {
      g_snprintf (hours[k], sizeof hours[k], "%d:00", data->from_hour + (int) k);
      columns[k] = hours[k];
    }
  for (int row = 0; row < 7; row++)
    {
      const int weekday = (data->first_weekday + row) % 7;

      rows[row] = names[weekday];
      memcpy (values + (gsize) row * n, data->values[weekday] + data->from_hour, n * sizeof (double));
    }

  field = (HwHeatData) { data->title, data->value_name, data->is_money, _("Weekday"), rows, 7, columns, n, values };
  return hw_heat_chart_new (&field, format);
}
