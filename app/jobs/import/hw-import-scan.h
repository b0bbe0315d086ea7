/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-scan.h: what a file is, with all that this business knows: its currency, its
 * own figures, and what the owner said of files of the same shape.
 *
 * Thread: that of @store.
 */
#pragma once

#include "import/hw-importer.h"
#include "jobs/import/hw-import-job.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

HwImportPlan *hw_import_scan_wish  (HwSession              *session,
                                    HwStore                *store,
                                    const HwImportRequest  *wish,
                                    const HwTick           *tick,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of HwMetric: figures the owner made up, so that a file may name them. */
GPtrArray    *hw_import_scan_own   (HwStore                *store,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* What was said of such files before, and what is said now of this one. */
GHashTable   *hw_import_scan_merge (const char             *before,
                                    GHashTable             *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
