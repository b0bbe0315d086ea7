/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-table.h"

#include "import/hw-period.h"
#include "import/hw-spread.h"

#include <string.h>

#define TOP_RECORDS   60 /* where a heading is looked for */
#define TASTE_RECORDS 120 /* read to tell separators apart */
#define SAMPLE_BYTES  (4 * 1024 * 1024)
#define KNOWN_COLUMNS 512 /* whose headings are read for their meaning */

static const char separators[] = { ',', ';', '\t', '|' };

static void
row_free (HwSampleRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i]);
  g_free (row->cells);
  g_free (row->hints);
  g_free (row);
}

const char *
hw_sample_cell (const HwSampleRow *row,
                int                column)
{
  return column >= 0 && (guint) column < row->n_cells ? row->cells[column] : "";
}

HwCellHint
hw_sample_hint (const HwSampleRow *row,
                int                column)
{
  return column >= 0 && (guint) column < row->n_cells ? row->hints[column] : HW_CELL_TEXT;
}

/* The first @max records that are not blank. */
static GPtrArray *
read_rows (const HwRowSource *source,
           char             separator,
           guint            max,
           GError         **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr(HwRows) records = NULL;
  HwRowSource own = *source;
  GError *failed = NULL;
  HwRecord record;
  gsize bytes = 0;

  own.separator = separator;
  records = hw_rows_new (&own, error);
  if (records == NULL)
    return NULL;

  while (rows->len < max && bytes < SAMPLE_BYTES && hw_rows_next (records, &record, &failed))
    {
      HwSampleRow *row;
      gsize filled = 0;

      for (guint i = 0; i < record.n_cells; i++)
        {
          hw_cell_trim (&record.cells[i]);
          filled += record.cells[i].length;
        }
      if (filled == 0)
        continue;

      bytes += filled + record.n_cells * 16;
      row = g_new0 (HwSampleRow, 1);
      row->number = record.number;
      row->n_cells = record.n_cells;
      row->cells = g_new (char *, record.n_cells);
      row->hints = g_new (guint8, record.n_cells);
      for (guint i = 0; i < record.n_cells; i++)
        {
          row->cells[i] = g_strndup (record.cells[i].text, record.cells[i].length);
          row->hints[i] = (guint8) record.cells[i].hint;
        }
      g_ptr_array_add (rows, row);
    }

  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return NULL;
    }

  return g_steal_pointer (&rows);
}

/* How much a row looks like a heading; 0 if not at all. */
static int
heading_score (const HwSampleRow *row)
{
  const guint periods = hw_spread_count_periods (row->cells, MIN (row->n_cells, KNOWN_COLUMNS));
  int known = 0, filled = 0, figures = 0;

  for (guint i = 0; i < MIN (row->n_cells, KNOWN_COLUMNS); i++)
    {
      const char *cell = row->cells[i];
      const gsize length = strlen (cell);
      HwHeading heading;
      HwDateParts parts;
      gint64 value;

      if (length == 0)
        continue;
      filled++;
      if (length > 80)
        continue;
      if (hw_number_read (cell, length, '.', &value) != HW_NUMBER_BAD || hw_date_split (cell, length, &parts))
        {
          figures++;
          continue;
        }
      hw_heading_read (&heading, cell);
      known += heading.roles[0] == HW_ROLE_NONE ? 0 : heading.sureness >= 2 ? 2 : 1;
    }

  /* Months across: the table is known by them. */
  if (periods > 0)
    return (known + (int) periods) * 2;
  if (filled < 2 || known < 3 || known * 6 < filled || known < figures * 3)
    return 0;

  return MAX (known * 2 + MIN (filled, 20) - figures * 4, 0);
}

static int
find_heading (const GPtrArray *rows)
{
  int best = -1, best_score = 0;

  for (guint i = 0; i < MIN (rows->len, TOP_RECORDS); i++)
    {
      const int score = heading_score (g_ptr_array_index (rows, i));

      if (score > best_score)
        {
          best = (int) i;
          best_score = score;
        }
    }

  return best;
}

/* Share of rows (in 100) that have as many cells as most have, and how many. */
static int
evenness (const GPtrArray *rows,
          guint           *width)
{
  guint best = 0, same = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (rows, i);
      guint n = 0;

      for (guint j = 0; j < rows->len; j++)
        n += ((const HwSampleRow *) g_ptr_array_index (rows, j))->n_cells == row->n_cells;
      if (n > same || (n == same && row->n_cells > best))
        {
          same = n;
          best = row->n_cells;
        }
    }

  *width = best;
  return rows->len > 0 ? (int) (same * 100 / rows->len) : 0;
}

/* A first line "sep=;" says it. */
static char
said_separator (const HwRowSource *source)
{
  g_autoptr(GPtrArray) rows = read_rows (source, '\001', 1, NULL);
  const char *cell = rows != NULL && rows->len > 0 ? hw_sample_cell (g_ptr_array_index (rows, 0), 0) : "";

  if (g_ascii_strncasecmp (cell, "sep=", 4) == 0)
    for (gsize i = 0; i < sizeof separators; i++)
      if (cell[4] == separators[i])
        return separators[i];

  return 0;
}

static gboolean
find_separator (HwTable         *self,
                const HwRowSource *source,
                GError         **error)
{
  int best = 0, second = 0;

  self->separator = ',';
  for (gsize i = 0; i < sizeof separators; i++)
    {
      g_autoptr(GPtrArray) rows = read_rows (source, separators[i], TASTE_RECORDS, error);
      int heading, score;
      guint width;

      if (rows == NULL)
        return FALSE;

      heading = find_heading (rows);
      score = evenness (rows, &width);
      score = width < 2 ? 0 : score * (int) MIN (width, 12) / 4 + (heading >= 0 ? 10 * heading_score (g_ptr_array_index (rows, heading)) : 0);
      if (score > best)
        {
          second = best;
          self->rival = best > 0 ? self->separator : 0;
          best = score;
          self->separator = separators[i];
        }
      else if (score > second)
        {
          second = score;
          self->rival = separators[i];
        }
    }

  if (second * 10 < best * 8)
    self->rival = 0;
  return TRUE;
}

/* A first row of words over rows with figures, though none of the words is known. */
static gboolean
looks_like_heading (const GPtrArray *rows)
{
  const HwSampleRow *row = rows->len > 1 ? g_ptr_array_index (rows, 0) : NULL;
  guint words = 0;

  if (row == NULL)
    return FALSE;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const gsize length = strlen (row->cells[i]);
      HwDateParts parts;
      gint64 value;

      if (length == 0)
        continue;
      if (hw_number_read (row->cells[i], length, '.', &value) != HW_NUMBER_BAD || hw_date_split (row->cells[i], length, &parts))
        return FALSE;
      words++;
    }

  return words > 1 || row->n_cells == 1;
}

/* A year over its months: "2025" stands once over all twelve. */
static void
give_years (const HwSampleRow *over,
            HwSampleRow       *months)
{
  const char *year = NULL;
  HwPeriod period;

  for (guint i = 0; i < months->n_cells; i++)
    {
      const char *cell = hw_sample_cell (over, (int) i);
      g_autofree char *text = NULL;

      if (*cell != '\0')
        year = hw_period_read (cell, &period) && period.kind == HW_PERIOD_YEAR ? cell : NULL;
      if (year == NULL || !hw_period_read (months->cells[i], &period) || period.year != 0 || period.kind == HW_PERIOD_DAY)
        continue;

      text = g_strdup_printf ("%s %s", months->cells[i], year);
      if (!hw_period_read (text, &period) || period.year == 0)
        continue;
      g_free (months->cells[i]);
      months->cells[i] = g_steal_pointer (&text);
    }
}

/* A heading of two rows: what stands above counts where the second says nothing. */
static HwSampleRow *
join_headings (HwTable     *self,
               HwSampleRow *heading)
{
  HwSampleRow *below = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  g_autoptr(GString) over = g_string_new (NULL);

  if (below == NULL || hw_spread_count_periods (heading->cells, MIN (heading->n_cells, KNOWN_COLUMNS)) > 0
      || hw_spread_count_periods (below->cells, MIN (below->n_cells, KNOWN_COLUMNS)) == 0)
    return heading;

  below = g_ptr_array_steal_index (self->rows, 0);
  for (guint i = 0; i < heading->n_cells; i++)
    {
      g_string_append_printf (over, "%s ", heading->cells[i]);
      if (i < below->n_cells && *below->cells[i] == '\0')
        {
          g_free (below->cells[i]);
          below->cells[i] = g_strdup (heading->cells[i]);
        }
    }

  give_years (heading, below);
  self->over = g_string_free (g_steal_pointer (&over), FALSE);
  row_free (heading);
  return below;
}

/* The heading is the second of two rows, the first of which stands above it. */
static void
lift_heading (HwTable     *self,
              HwSampleRow *heading)
{
  const HwSampleRow *above = self->above->len > 0 ? g_ptr_array_index (self->above, self->above->len - 1) : NULL;

  if (above == NULL || above->number + 1 != heading->number || above->n_cells < 2
      || hw_spread_count_periods (heading->cells, MIN (heading->n_cells, KNOWN_COLUMNS)) == 0)
    return;

  give_years (above, heading);
  for (guint i = 0; i < MIN (above->n_cells, heading->n_cells); i++)
    if (*heading->cells[i] == '\0' && *above->cells[i] != '\0')
      {
        g_free (heading->cells[i]);
        heading->cells[i] = g_strdup (above->cells[i]);
      }
}

/* Files of several tables, each row with the name of its own in front (IIF): headings
 * are "!SPL". The one with most to say is read. */
static int
find_section (HwTable *self)
{
  static const char *const sections[] = { "SPL", "INVITEM", "CUST", "VEND" };

  for (gsize s = 0; s < G_N_ELEMENTS (sections); s++)
    {
      int heading = -1;
      guint rows = 0;

      for (guint i = 0; i < self->rows->len; i++)
        {
          const char *first = hw_sample_cell (g_ptr_array_index (self->rows, i), 0);

          if (*first == '!' && g_str_equal (first + 1, sections[s]))
            heading = (int) i;
          rows += heading >= 0 && g_str_equal (first, sections[s]);
        }
      if (heading < 0 || rows == 0)
        continue;
      self->section = g_strdup (sections[s]);
      return heading;
    }

  return -1;
}

static void
keep_section (HwTable *self)
{
  for (guint i = self->rows->len; i > 0; i--)
    if (!g_str_equal (hw_sample_cell (g_ptr_array_index (self->rows, i - 1), 0), self->section))
      g_ptr_array_remove_index (self->rows, i - 1);
}

gboolean
hw_table_has_record (const HwTable *self,
                     HwRecord      *record)
{
  if (G_LIKELY (self->section == NULL))
    return TRUE;

  return record->n_cells > 0 && g_str_equal (hw_cell_text (&record->cells[0]), self->section);
}

static void
split_rows (HwTable *self)
{
  const int section = find_section (self);
  const int at = section >= 0 ? section : find_heading (self->rows);
  const gboolean plain = at < 0 && looks_like_heading (self->rows);
  const int above = at > 0 ? at : 0;
  HwSampleRow *heading = NULL;

  self->recognised = at >= 0;
  self->above = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (int i = 0; i < above; i++)
    g_ptr_array_add (self->above, g_ptr_array_steal_index (self->rows, 0));
  if (at >= 0 || plain)
    heading = g_ptr_array_steal_index (self->rows, 0);
  if (self->section != NULL)
    keep_section (self);
  else if (heading != NULL)
    {
      heading = join_headings (self, heading);
      lift_heading (self, heading);
    }

  for (guint i = 0; i < MIN (self->rows->len, 200); i++)
    self->n_columns = MAX (self->n_columns, ((HwSampleRow *) g_ptr_array_index (self->rows, i))->n_cells);
  if (heading != NULL)
    self->n_columns = heading->n_cells;

  self->columns = g_new0 (HwColumn, MAX (self->n_columns, 1));
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].heading = g_strdup (heading != NULL ? heading->cells[i] : "");
      if (i < KNOWN_COLUMNS)
        hw_heading_read (&self->columns[i].words, self->columns[i].heading);
    }

  if (heading != NULL)
    {
      self->heading = heading->number;
      row_free (heading);
    }
}

static void
look_at_cells (HwTable *self,
               int      year_now)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      const HwSampleRow *row = g_ptr_array_index (self->rows, r);

      for (guint c = 0; c < MIN (row->n_cells, self->n_columns); c++)
        {
          HwColumn *column = &self->columns[c];
          const gsize length = strlen (row->cells[c]);

          if (hw_text_is_nothing (row->cells[c], length))
            continue;
          column->filled++;
          hw_number_evidence_add_cell (&column->numbers, row->cells[c], length, row->hints[c] == HW_CELL_NUMBER);
          hw_date_evidence_add (&column->dates, row->cells[c], length, year_now);
          column->times += length < 16 && hw_time_read (row->cells[c], length) >= 0;
        }
    }
}

HwTable *
hw_table_sample (const HwRowSource *source,
                 int              year_now,
                 GError         **error)
{
  g_autoptr(HwTable) self = g_new0 (HwTable, 1);

  if (source->book == NULL)
    {
      self->separator = source->separator != 0 ? source->separator : said_separator (source);
      if (self->separator == 0 && !find_separator (self, source, error))
        return NULL;
    }

  else
    self->title = g_strdup (hw_sheets_get (source->book, source->sheet)->name);

  self->rows = read_rows (source, self->separator, HW_SAMPLE_RECORDS, error);
  if (self->rows == NULL)
    return NULL;

  split_rows (self);
  if (evenness (self->rows, &self->usual) < 80)
    self->usual = self->n_columns;
  look_at_cells (self, year_now);
  return g_steal_pointer (&self);
}

void
hw_table_free (HwTable *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; self->columns != NULL && i < self->n_columns; i++)
    g_free (self->columns[i].heading);
  g_free (self->columns);
  g_free (self->title);
  g_free (self->section);
  g_free (self->over);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->above, g_ptr_array_unref);
  g_free (self);
}
