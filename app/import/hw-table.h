/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table.h: the top of a file as a table: its separator, its heading, its
 * first rows, and what each column's cells look like.
 *
 * In: a text and its encoding, or a sheet of a workbook. Out: a bounded sample;
 * nothing is decided here about what the columns mean.
 * Thread: any.
 */
#pragma once

#include "import/hw-cell-words.h"
#include "import/hw-date-evidence.h"
#include "import/hw-heading.h"
#include "import/hw-number-text.h"
#include "import/hw-rows.h"

G_BEGIN_DECLS

#define HW_SAMPLE_RECORDS 2000

typedef struct
{
  gint64  number;  /* record in the file, from 1 */
  guint   n_cells;
  char  **cells;   /* (owned) trimmed */
  guint8 *hints;   /* (owned) HwCellHint of each */
} HwSampleRow;

typedef struct
{
  char             *heading;  /* (owned) trimmed, "" if none */
  HwHeading         words;
  HwNumberEvidence  numbers;
  HwDateEvidence    dates;
  guint             filled;   /* rows of the sample */
  guint             times;
} HwColumn;

typedef struct
{
  GPtrArray  *rows;       /* (owned) of HwSampleRow, below the heading */
  GPtrArray  *above;      /* (owned) of HwSampleRow: title lines */
  char       *title;      /* (owned) (nullable) of the sheet */
  char       *section;    /* (owned) (nullable) only rows whose first cell says this are rows */
  char       *over;       /* (owned) (nullable) the row over a heading of two rows */
  gint64      heading;    /* record number, 0 if the file has none */
  gboolean    recognised; /* the heading's words are known */
  HwColumn   *columns;    /* (owned) */
  guint       n_columns;
  guint       usual;      /* cells most rows have, whatever the heading has */
  char        separator;  /* 0 in a workbook */
  char        rival;      /* another separator that might be it, 0 if none */
} HwTable;

/* @source: a text without separator has it found out. */
HwTable    *hw_table_sample   (const HwRowSource *source,
                               int             year_now,
                               GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void        hw_table_free     (HwTable        *self);

/* Whether a record is of the section that is read. */
gboolean    hw_table_has_record (const HwTable *self,
                                 HwRecord      *record);

/* "" where the row is shorter. */
const char *hw_sample_cell    (const HwSampleRow *row,
                               int                column);
HwCellHint  hw_sample_hint    (const HwSampleRow *row,
                               int                column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTable, hw_table_free)

G_END_DECLS
