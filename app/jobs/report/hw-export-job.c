/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-export-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/report/hw-report-job.h"
#include "store/hw-open-form.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define DATA "data"

void
hw_export_free (HwExport *self)
{
  if (self == NULL)
    return;

  g_free (self->folder);
  g_free (self->hash);
  g_free (self);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* What was there before is never mixed with it. */
static gboolean
make_folder (const char  *folder,
             const char  *data,
             GError     **error)
{
  if (g_file_test (folder, G_FILE_TEST_EXISTS) && count_files (folder) > 0)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_EXISTS, "%s: is there already", folder);
      return FALSE;
    }

  if (g_mkdir_with_parents (data, 0700) == 0)
    return TRUE;

  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY, "%s: %s", data, g_strerror (errno));
  return FALSE;
}

static gboolean
write_note (const char  *folder,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "README.txt", NULL);
  const char *text = _("All data of your business, in files that any program can open.\n\n"
                       "data: one table a file (CSV, UTF-8). Money, prices and amounts are whole numbers of ten-thousandths; "
                       "days are counted from 1 January 1970.\n"
                       "The workbook (.xlsx) and the summary (.pdf) show the same data to people.\n\n"
                       "To make a business file of it again: headway-cli restore FOLDER NEW.headway\n");

  return g_file_set_contents (path, text, -1, error);
}

static gboolean
write_report (HwSession     *session,
              const char    *folder,
              const char    *ending,
              const HwTick  *tick,
              GError       **error)
{
  g_autofree char *name = hw_report_propose_name (session, ending);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (HwReportRequest) request = hw_report_request_new (path, NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (HwReportFile) file = hw_report_job.run (session, request, tick, &local);

  if (file != NULL || g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const char *folder = request;
  g_autofree char *data = g_build_filename (folder, DATA, NULL);
  g_autofree char *hash = NULL;
  HwExport *out;

  /* The data last: making the report may keep forecasts, and all of it is to be there. */
  if (!make_folder (folder, data, error) ||
      !write_report (session, folder, ".xlsx", tick, error) ||
      !write_report (session, folder, ".pdf", tick, error) ||
      !write_note (folder, error) ||
      !hw_open_form_write (hw_session_get_store (session), data, &hash, error))
    return NULL;

  out = g_new0 (HwExport, 1);
  out->folder = g_strdup (folder);
  out->hash = g_steal_pointer (&hash);
  out->n_files = count_files (data) + count_files (folder) - 1;
  return out;
}

const HwJob hw_export_job = {
  "export", N_("Writing all data"), run, g_free, (GDestroyNotify) hw_export_free, FALSE
};

gboolean
hw_export_read (const char  *folder,
                const char  *path,
                char       **hash,
                GError     **error)
{
  g_autofree char *inner = g_build_filename (folder, DATA, NULL);
  const char *data = g_file_test (inner, G_FILE_TEST_IS_DIR) ? inner : folder;
  HwStore *store;

  if (!hw_open_form_read (data, path, error))
    return FALSE;

  store = hw_store_open (path, HW_STORE_READ, error);
  *hash = store != NULL ? hw_open_form_dup_hash (store, error) : NULL;
  g_clear_pointer (&store, hw_store_close);
  return *hash != NULL;
}
