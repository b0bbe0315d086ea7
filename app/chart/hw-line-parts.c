/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the line chart: which it has, what they are called, which are shown. */
#include "chart/hw-line-private.h"

#include <glib/gi18n-lib.h>

gboolean
hw_line_has (const HwLineChart *self,
             HwLinePart         part)
{
  switch (part)
    {
    case HW_LINE_PAST:
      return self->n_past > 0;
    case HW_LINE_MEAN:
    case HW_LINE_NARROW:
    case HW_LINE_WIDE:
      return self->n_ahead > 0;
    case HW_LINE_MARKS:
      return self->n_marked > 0 && self->mark_name != NULL;
    case HW_LINE_TARGET:
      return self->has_target;
    case HW_LINE_OWN:
      return self->n_own > 0 && self->own_name != NULL;
    case HW_LINE_EVENTS:
      return self->n_events > 0 && self->event_name != NULL;
    case HW_LINE_N_PARTS:
      break;
    }

  return FALSE;
}

/* The number of a part among those this chart has; -1 if it cannot be put away. */
static int
series_of (const HwLineChart *self,
           HwLinePart         part)
{
  for (guint i = 0; i < self->n_parts && self->n_parts > 1; i++)
    if (self->parts[i] == part)
      return (int) i;

  return -1;
}

gboolean
hw_line_hides (const HwLineChart *self,
               const HwFrame     *frame,
               HwLinePart         part)
{
  const int series = series_of (self, part);

  return series >= 0 ? hw_frame_hides (frame, (guint) series) : !hw_line_has (self, part);
}

/* A chart of one line alone has nothing to put away. */
guint
hw_line_n_series (const HwChart *chart)
{
  return hw_line_chart (chart)->n_parts > 1 ? hw_line_chart (chart)->n_parts : 0;
}

static const char *
part_name (const HwLineChart *self,
           HwLinePart         part)
{
  switch (part)
    {
    case HW_LINE_PAST:
      return self->n_ahead > 0 ? _("So far") : self->value_name;
    case HW_LINE_MEAN:
      return _("Expected");
    case HW_LINE_NARROW:
      return _("4 times in 5");
    case HW_LINE_WIDE:
      return _("19 times in 20");
    case HW_LINE_MARKS:
      return self->mark_name;
    case HW_LINE_TARGET:
      return _("Target");
    case HW_LINE_OWN:
      return self->own_name;
    case HW_LINE_EVENTS:
      return self->event_name;
    case HW_LINE_N_PARTS:
      break;
    }

  return "";
}

const char *
hw_line_series_name (const HwChart *chart,
                     guint          series)
{
  return part_name (hw_line_chart (chart), hw_line_chart (chart)->parts[series]);
}

static void
add (const HwLineChart *self,
     HwFrame           *frame,
     HwSample           sample,
     HwLinePart         part)
{
  const int series = series_of (self, part);

  if (series >= 0)
    hw_legend_add_series (&frame->legend, sample, part_name (self, part), (guint) series);
  else
    hw_legend_add (&frame->legend, sample, part_name (self, part));
}

/* The caption names a line that has no other beside it; the target is named where it
 * is drawn, and in the legend once it is put away. */
void
hw_line_add_legend (const HwLineChart *self,
                    HwFrame           *frame)
{
  const HwTheme *theme = frame->ink.theme;

  frame->legend.caption = self->value_name;
  if (self->n_past > 0 && (self->n_ahead > 0 || hw_line_hides (self, frame, HW_LINE_PAST)))
    add (self, frame, hw_line_sample_past (theme), HW_LINE_PAST);
  if (self->n_ahead > 0)
    {
      add (self, frame, hw_line_sample_mean (theme), HW_LINE_MEAN);
      add (self, frame, hw_line_sample_narrow (theme), HW_LINE_NARROW);
      add (self, frame, hw_line_sample_wide (theme), HW_LINE_WIDE);
    }
  if (hw_line_has (self, HW_LINE_MARKS))
    add (self, frame, hw_line_sample_mark (theme), HW_LINE_MARKS);
  if (hw_line_has (self, HW_LINE_OWN))
    add (self, frame, hw_line_sample_own (theme), HW_LINE_OWN);
  if (hw_line_has (self, HW_LINE_EVENTS))
    add (self, frame, hw_line_sample_event (theme), HW_LINE_EVENTS);
  if (self->has_target && hw_line_hides (self, frame, HW_LINE_TARGET))
    add (self, frame, hw_line_sample_target (theme), HW_LINE_TARGET);
}
