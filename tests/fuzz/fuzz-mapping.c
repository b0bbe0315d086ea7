/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a table to be understood: the first byte chooses the kind and the
 * business's currency, a first line "map ..." says what columns mean; the first
 * questions are answered by their first choices. */
#include "import/hw-importer.h"

#include "core/hw-error.h"

#include "fuzz.h"

#define TODAY 20778 /* 2026-11-21 */

static gboolean
take_row (const HwImportRow  *row,
          gpointer            data,
          GError            **error)
{
  if (!g_utf8_validate (row->item, -1, NULL) || !g_utf8_validate (row->customer, -1, NULL))
    abort ();
  return TRUE;
}

static void
run (const char      *path,
     HwImportOptions *options)
{
  const HwRowSink sink = { take_row, NULL };

  for (int turn = 0; turn < 4; turn++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HwImportPlan) plan = hw_import_scan (path, options, NULL, &error);
      g_autoptr (HwImportReport) report = NULL;
      const HwImportQuestion *question;

      if ((plan == NULL) != (error != NULL) || (error != NULL && error->domain != HW_IMPORT_ERROR))
        abort ();
      if (plan == NULL)
        return;
      g_free (hw_import_plan_dup_mapping (plan));
      if (hw_import_plan_get_questions (plan)->len == 0)
        {
          report = hw_import_read (plan, &sink, NULL, NULL);
          if (report != NULL && report->rows_imported > report->rows_read)
            abort ();
          return;
        }

      report = hw_import_read (plan, NULL, NULL, NULL);
      question = g_ptr_array_index (hw_import_plan_get_questions (plan), 0);
      if (question->choices->len == 0)
        abort ();
      g_hash_table_insert (options->answers, g_strdup (question->id),
                           g_strdup (g_array_index (question->choices, HwImportChoice, 0).value));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const currencies[] = { "EUR", "USD", "JPY", "GBP" };
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) map = NULL;
  HwImportOptions options = { .today = TODAY, .answers = answers };
  const uint8_t *end;
  char path[40];
  int fd;

  if (size < 2)
    return 0;

  options.kind = (HwImportKind) (data[0] % (HW_IMPORT_N_KINDS + 1));
  options.currency = currencies[data[0] / 32 % 4];
  options.currency_open = data[0] >= 128;
  data++;
  size--;
  end = memchr (data, '\n', size);
  if (end != NULL && size > 4 && memcmp (data, "map ", 4) == 0)
    {
      g_autofree char *line = g_strndup ((const char *) data + 4, (gsize) (end - data) - 4);

      options.map = map = hw_import_mapping_parse (line);
      size -= (size_t) (end + 1 - data);
      data = end + 1;
    }

  fd = fuzz_file (data, size);
  fuzz_path (fd, path);
  run (path, &options);
  close (fd);
  return 0;
}
