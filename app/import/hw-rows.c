/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-rows.h"

struct _HwRows
{
  HwCsv   *csv;   /* (owned) (nullable) */
  HwSpool *spool; /* (owned) (nullable) the other one */
};

HwRows *
hw_rows_new (const HwRowSource *source,
             GError         **error)
{
  g_autoptr(HwRows) self = g_new0 (HwRows, 1);
  HwByteStream *stream;

  if (source->book != NULL)
    {
      self->spool = hw_sheets_read (source->book, source->sheet);
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
  g_free (self);
}

gboolean
hw_rows_next (HwRows    *self,
              HwRecord  *record,
              GError   **error)
{
  return self->csv != NULL ? hw_csv_next (self->csv, record, error) : hw_spool_next (self->spool, record, error);
}

double
hw_rows_get_share (const HwRows *self)
{
  return self->csv != NULL ? hw_csv_get_share (self->csv) : hw_spool_get_share (self->spool);
}
