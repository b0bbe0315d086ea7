/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a text with separators, in the encoding they seem to have; every cell
 * must come out as text. */
#include "import/hw-csv.h"
#include "import/hw-sniff.h"

#include "fuzz.h"

static void
read_all (const char    *path,
          const HwSniff *sniff,
          char           separator)
{
  HwByteStream *stream = hw_byte_stream_new (path, sniff->encoding, sniff->repair, NULL);
  g_autoptr (HwCsv) csv = stream != NULL ? hw_csv_new (stream, separator) : NULL;
  gint64 last = 0;
  HwRecord record;

  while (csv != NULL && hw_csv_next (csv, &record, NULL))
    {
      if (record.number != ++last || record.n_cells > HW_CSV_MAX_CELLS)
        abort ();
      for (guint i = 0; i < record.n_cells; i++)
        {
          hw_cell_trim (&record.cells[i]);
          if (record.cells[i].length > HW_CSV_MAX_RECORD || strlen (hw_cell_text (&record.cells[i])) > record.cells[i].length)
            abort ();
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char separators[] = { ',', ';', '\t', '|' };
  const int fd = fuzz_file (data, size);
  g_autoptr (HwSniff) sniff = NULL;
  char path[40];

  fuzz_path (fd, path);
  sniff = hw_sniff_file (path, NULL, NULL);
  for (gsize i = 0; sniff != NULL && sniff->form == HW_FORM_TEXT && i < sizeof separators; i++)
    read_all (path, sniff, separators[i]);

  close (fd);
  return 0;
}
