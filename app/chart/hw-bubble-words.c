/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bubble map in words and as a table. */
#include "chart/hw-bubble-private.h"

#include <glib/gi18n-lib.h>

#define NAMED_MOST 3        /* of each quadrant, in the summary */

static char *
figure (const HwBubbleChart *self,
        gboolean             is_money,
        double               value)
{
  return isnan (value) ? g_strdup (_("not known")) : hw_chart_value (&self->base, is_money, value);
}

/* The word of the quadrant a bubble is in, or NULL. */
static const char *
word_of (const HwBubbleChart *self,
         const HwBubbleOne   *bubble)
{
  return self->has_quadrants && hw_bubble_has_place (bubble) ? self->quadrants[hw_bubble_quadrant (self, bubble)] : NULL;
}

static gboolean
tells_mark (const HwBubbleChart *self)
{
  return self->n_marked > 0 && self->mark_name != NULL;
}

static void
say_figure (GString             *text,
            const HwBubbleChart *self,
            const char          *name,
            gboolean             is_money,
            double               value)
{
  g_autofree char *told = figure (self, is_money, value);

  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, _("%s %s"), name, told);
}

char *
hw_bubble_point_text (const HwChart *chart,
                      guint          i)
{
  const HwBubbleChart *self = hw_bubble_chart (chart);
  const HwBubbleOne *bubble = &self->bubbles[i];
  const char *word = word_of (self, bubble);
  g_autoptr (GString) text = g_string_new (NULL);

  say_figure (text, self, self->x_name, self->x_is_money, bubble->x);
  say_figure (text, self, self->y_name, self->y_is_money, bubble->y);
  if (self->size_name != NULL)
    say_figure (text, self, self->size_name, self->size_is_money, bubble->size);
  if (hw_bubble_has_label (self, bubble))
    g_string_append_printf (text, ", %s %s", self->label_name, bubble->label);
  if (word != NULL)
    g_string_append_printf (text, ", %s", word);
  if (bubble->marked && self->mark_name != NULL)
    g_string_append_printf (text, ", %s", self->mark_name);

  return g_strdup_printf (_("%s: %s"), bubble->name, text->str);
}

void
hw_bubble_read (const HwChart *chart,
                const HwFrame *frame,
                guint          i,
                HwReading     *reading)
{
  const HwBubbleChart *self = hw_bubble_chart (chart);
  const HwBubbleOne *bubble = &self->bubbles[i];
  const HwSample none = { HW_SAMPLE_NONE, 0, NULL, 0.0 };
  const char *word = word_of (self, bubble);

  reading->heading = g_strdup (bubble->name);
  hw_reading_add (reading, none, self->x_name, figure (self, self->x_is_money, bubble->x));
  hw_reading_add (reading, none, self->y_name, figure (self, self->y_is_money, bubble->y));
  if (self->size_name != NULL)
    hw_reading_add (reading, none, self->size_name, figure (self, self->size_is_money, bubble->size));
  if (hw_bubble_has_label (self, bubble))
    hw_reading_add (reading, none, self->label_name, g_strdup (bubble->label));
  if (word != NULL)
    hw_reading_add (reading, none, word, g_strdup (""));
  if (bubble->marked && self->mark_name != NULL)
    hw_reading_add (reading, hw_bubble_sample_mark (frame->ink.theme), self->mark_name, g_strdup (""));
}

static char *
highest_sentence (const HwBubbleChart *self)
{
  const HwBubbleOne *right = &self->bubbles[self->n_placed - 1], *top = right;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  for (gsize i = 0; i < self->n_placed; i++)
    top = self->bubbles[i].y > top->y ? &self->bubbles[i] : top;
  x = figure (self, self->x_is_money, right->x);
  y = figure (self, self->y_is_money, top->y);

  /* Translators: measure, name and figure, twice: "Highest: Money with Rye (412 €), Ease with Tea (5)." */
  return g_strdup_printf (_("Highest: %s with %s (%s), %s with %s (%s)."), self->y_name, top->name, y, self->x_name,
                          right->name, x);
}

/* "Do first: Rye, Tea and 2 more" */
static char *
quadrant_text (const HwBubbleChart *self,
               HwQuadrant           q)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (gsize k = 0; k < self->n_placed; k++)
    {
      const HwBubbleOne *bubble = &self->bubbles[self->by_size[k]];

      if (hw_bubble_quadrant (self, bubble) != q)
        continue;
      if (n < NAMED_MOST)
        g_string_append_printf (names, n > 0 ? ", %s" : "%s", bubble->name);
      n++;
    }

  if (n == 0)
    return NULL;
  if (n > NAMED_MOST)
    /* Translators: a few names, and how many are not named: "Rye, Tea, Buns and 2 more". */
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - NAMED_MOST), n - NAMED_MOST);

  return g_strdup_printf (_("%s: %s"), self->quadrants[q], names->str);
}

static char *
quadrants_sentence (const HwBubbleChart *self)
{
  static const HwQuadrant order[] = { HW_QUADRANT_TOP_RIGHT, HW_QUADRANT_TOP_LEFT, HW_QUADRANT_BOTTOM_RIGHT,
                                      HW_QUADRANT_BOTTOM_LEFT };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize k = 0; k < G_N_ELEMENTS (order); k++)
    {
      g_autofree char *part = self->quadrants[order[k]] != NULL ? quadrant_text (self, order[k]) : NULL;

      if (part != NULL)
        g_string_append_printf (text, text->len > 0 ? "; %s" : "%s", part);
    }
  if (text->len == 0)
    return NULL;

  g_string_append_c (text, '.');
  return g_strdup (text->str);
}

char *
hw_bubble_summary (const HwChart *chart)
{
  const HwBubbleChart *self = hw_bubble_chart (chart);
  g_autofree char *whole = NULL;
  g_autofree char *highest = NULL;
  g_autofree char *quadrants = NULL;

  if (self->n_placed == 0)
    return g_strdup (_("Nothing to show yet."));

  /* Translators: how many bubbles, and the two measures: "6 entries, by Ease and Money." */
  whole = g_strdup_printf (ngettext ("%u entry, by %s and %s.", "%u entries, by %s and %s.", self->n_placed),
                           (guint) self->n_placed, self->x_name, self->y_name);
  highest = highest_sentence (self);
  quadrants = quadrants_sentence (self);

  return quadrants != NULL ? g_strjoin (" ", whole, highest, quadrants, NULL) : g_strjoin (" ", whole, highest, NULL);
}

/* The columns of the table that this map has, in order. */
typedef enum
{
  COLUMN_NAME,
  COLUMN_X,
  COLUMN_Y,
  COLUMN_SIZE,
  COLUMN_LABEL,
  COLUMN_FIELD,
  COLUMN_MARK,
  N_COLUMNS,
} Column;

static gboolean
has_column (const HwBubbleChart *self,
            int                  column)
{
  return column < COLUMN_SIZE || (column == COLUMN_SIZE && self->size_name != NULL)
         || (column == COLUMN_LABEL && self->label_name != NULL) || (column == COLUMN_FIELD && self->has_quadrants)
         || (column == COLUMN_MARK && tells_mark (self));
}

static Column
nth_column (const HwBubbleChart *self,
            guint                n)
{
  int column = 0;

  for (;; column++)
    if (has_column (self, column) && n-- == 0)
      return (Column) column;
}

guint
hw_bubble_n_columns (const HwChart *chart)
{
  guint n = 0;

  for (int column = 0; column < N_COLUMNS; column++)
    n += has_column (hw_bubble_chart (chart), column) ? 1 : 0;

  return n;
}

guint
hw_bubble_n_rows (const HwChart *chart)
{
  return (guint) hw_bubble_chart (chart)->n;
}

gboolean
hw_bubble_is_number (const HwChart *chart,
                     guint          column)
{
  const Column which = nth_column (hw_bubble_chart (chart), column);

  return which == COLUMN_X || which == COLUMN_Y || which == COLUMN_SIZE;
}

static const char *
heading (const HwBubbleChart *self,
         Column               column)
{
  switch (column)
    {
    case COLUMN_NAME:
      return _("Name");
    case COLUMN_X:
      return self->x_name;
    case COLUMN_Y:
      return self->y_name;
    case COLUMN_SIZE:
      return self->size_name;
    case COLUMN_LABEL:
      return self->label_name;
    case COLUMN_FIELD:
      return _("Field");
    case COLUMN_MARK:
      return _("Marked");
    case N_COLUMNS:
      break;
    }

  return "";
}

char *
hw_bubble_cell (const HwChart *chart,
                int            row,
                guint          n)
{
  const HwBubbleChart *self = hw_bubble_chart (chart);
  const Column column = nth_column (self, n);
  const HwBubbleOne *bubble;

  if (row < 0)
    return g_strdup (heading (self, column));

  bubble = &self->bubbles[row];
  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (bubble->name);
    case COLUMN_X:
      return hw_chart_exact (chart, self->x_is_money, bubble->x);
    case COLUMN_Y:
      return hw_chart_exact (chart, self->y_is_money, bubble->y);
    case COLUMN_SIZE:
      return hw_chart_exact (chart, self->size_is_money, bubble->size);
    case COLUMN_LABEL:
      return g_strdup (bubble->label);
    case COLUMN_FIELD:
      return g_strdup (word_of (self, bubble) != NULL ? word_of (self, bubble) : "");
    case COLUMN_MARK:
      return g_strdup (bubble->marked ? self->mark_name : "");
    case N_COLUMNS:
      break;
    }

  return g_strdup ("");
}
