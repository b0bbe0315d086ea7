/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-rows.h"

struct _HwRows
{
  HwRowSource  source;
  HwCsv       *csv;    /* (owned) (nullable) */
  HwSpool     *spool;  /* (owned) (nullable) the other one */
  guint        tab;    /* that is read */
  gint64       base;   /* records of the tabs before it */
  gint64       last;
  GArray      *room;   /* (owned) (nullable) of HwCell, where cells are put behind */
};

static guint
count_tabs (const HwRows *self)
{
  return self->source.tabs != NULL ? self->source.tabs->len : 1;
}

HwRows *
hw_rows_new (const HwRowSource *source,
             GError           **error)
{
  g_autoptr(HwRows) self = g_new0 (HwRows, 1);
  HwByteStream *stream;

  self->source = *source;
  self->room = source->aside != NULL ? g_array_new (FALSE, FALSE, sizeof (HwCell)) : NULL;
  if (source->book != NULL)
    {
      self->spool = hw_sheets_read (source->book, source->tabs != NULL ? g_array_index (source->tabs, guint, 0) : source->sheet);
      return g_steal_pointer (&self);
    }

  stream = hw_byte_stream_new (source->path, source->encoding, source->repair, error);
  if (stream == NULL)
    return NULL;

  self->csv = hw_csv_new (stream, source->separator);
  return g_steal_pointer (&self);
}

void
hw_rows_free (HwRows *self)
{
  if (self == NULL)
    return;

  hw_csv_free (self->csv);
  hw_spool_free (self->spool);
  g_clear_pointer (&self->room, g_array_unref);
  g_free (self);
}

/* Below the last row of a tab the next begins, behind its heading. */
static gboolean
next_of_tabs (HwRows    *self,
              HwRecord  *record,
              GError   **error)
{
  GError *failed = NULL;

  for (;;)
    {
      if (hw_spool_next (self->spool, record, &failed))
        {
          if (self->tab > 0 && record->number <= self->source.heading)
            continue;
          record->number += self->base;
          self->last = record->number;
          return TRUE;
        }
      if (failed != NULL || ++self->tab >= count_tabs (self))
        break;

      self->base = self->last;
      hw_spool_free (self->spool);
      self->spool = hw_sheets_read (self->source.book, g_array_index (self->source.tabs, guint, self->tab));
    }

  if (failed != NULL)
    g_propagate_error (error, failed);
  return FALSE;
}

gboolean
hw_rows_next (HwRows    *self,
              HwRecord  *record,
              GError   **error)
{
  const gboolean more = self->csv != NULL ? hw_csv_next (self->csv, record, error)
                        : self->source.tabs != NULL ? next_of_tabs (self, record, error)
                                                    : hw_spool_next (self->spool, record, error);

  if (more && G_UNLIKELY (self->source.aside != NULL))
    hw_aside_extend (self->source.aside, self->tab, self->room, record);
  return more;
}

double
hw_rows_get_share (const HwRows *self)
{
  const double share = self->csv != NULL ? hw_csv_get_share (self->csv) : hw_spool_get_share (self->spool);

  return (self->tab + share) / count_tabs (self);
}
