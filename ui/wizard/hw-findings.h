/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-findings.h: what an import found, in words: its control totals in a sentence,
 * its issues and left-out rows in groups. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-import-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "1,204 rows, 3 Jan 2025 – 28 Feb 2026, €18,214.60". @format: in the file's currency. */
char *hw_findings_totals (const HwImportReport *report,
                          gint64                rows,
                          const HwFormat       *format) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a row to @group for each note, each sort of issue and each reason why rows were left
 * out; how many it added. */
guint hw_findings_fill   (AdwPreferencesGroup  *group,
                          const HwImportReport *report,
                          const HwFormat       *format);

G_END_DECLS
