/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-records.h: what the records are good for, worst first, each with a way to mend it. */
#pragma once

#include "pages/assess/hw-assess-part.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_RECORDS (hw_assess_records_get_type ())

G_DECLARE_FINAL_TYPE (HwAssessRecords, hw_assess_records, HW, ASSESS_RECORDS, HwAssessPart)

G_END_DECLS
