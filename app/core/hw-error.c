/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"

G_DEFINE_QUARK (hw-engine-error-quark, hw_engine_error)
G_DEFINE_QUARK (hw-store-error-quark, hw_store_error)
G_DEFINE_QUARK (hw-import-error-quark, hw_import_error)
G_DEFINE_QUARK (hw-report-error-quark, hw_report_error)
G_DEFINE_QUARK (hw-jobs-error-quark, hw_jobs_error)

gboolean
hw_error_is_cancelled (const GError *error)
{
  return g_error_matches (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED) ||
         g_error_matches (error, HW_STORE_ERROR, HW_STORE_ERROR_CANCELLED) ||
         g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CANCELLED) ||
         g_error_matches (error, HW_REPORT_ERROR, HW_REPORT_ERROR_CANCELLED) ||
         g_error_matches (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED);
}
