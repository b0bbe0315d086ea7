/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "import/hw-importer.h"
#include "jobs/hw-session-private.h"
#include "jobs/import/hw-import-job.h"
#include "jobs/import/hw-import-scan.h"
#include "store/hw-import-repo.h"

#include <glib/gi18n-lib.h>

void
hw_import_glance_free (HwImportGlance *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

static gpointer
run_glance (HwSession      *session,
            gconstpointer   request,
            const HwTick   *tick,
            GError        **error)
{
  const char *path = request;
  HwStore *store = hw_session_get_reader (session);
  g_autoptr (GPtrArray) own = hw_import_scan_own (store, error);
  const HwImportOptions options = {
    .kind = HW_IMPORT_AUTO, .currency = hw_session_get_business (session)->currency, .today = hw_session_get_today (session),
    .own = own,
  };
  g_autoptr (HwImportPlan) plan = own != NULL ? hw_import_scan (path, &options, tick, error) : NULL;
  g_autoptr (HwImportGlance) glance = NULL;
  gint64 again = 0;

  if (plan == NULL)
    return NULL;

  glance = g_new0 (HwImportGlance, 1);
  glance->path = g_strdup (path);
  glance->kind = hw_import_plan_get_kind (plan);
  if (!hw_import_repo_knows (store, hw_import_plan_get_shape (plan), &glance->known, error) ||
      !hw_import_repo_find (store, hw_import_plan_get_sha256 (plan), &again, error))
    return NULL;

  glance->again = again != 0;
  return g_steal_pointer (&glance);
}

const HwJob hw_import_glance_job = {
  "import-glance", N_("Looking at a new file"), run_glance, g_free, (GDestroyNotify) hw_import_glance_free, TRUE
};
