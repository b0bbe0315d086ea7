/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-export.h: the sample's sales as a till would export them: a CSV file to
 * try an import with.
 */
#pragma once

#include "jobs/sample/hw-sample-records.h"

G_BEGIN_DECLS

/* Date, time, receipt, product number and name, category, quantity, amount. */
GString *hw_sample_export (const HwSampleRecords *records) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
