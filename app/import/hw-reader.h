/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-reader.h: records in, typed rows out, by a finished plan.
 *
 * In: a plan whose columns and styles are decided. Out: rows into the sink,
 * findings and control totals into the report. Totals, headings between rows,
 * balances and footers are told from rows here.
 * Thread: any, one reader at a time per plan.
 */
#pragma once

#include "import/hw-plan.h"

G_BEGIN_DECLS

typedef struct _HwReader HwReader;

HwReader *hw_reader_new  (const HwImportPlan *plan,
                          HwImportReport     *report,
                          const HwRowSink    *sink) G_GNUC_WARN_UNUSED_RESULT;
void      hw_reader_free (HwReader           *self);

/* One record below the heading. FALSE only if the sink or the totals fail. */
gboolean  hw_reader_take (HwReader           *self,
                          HwRecord           *record,
                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReader, hw_reader_free)

G_END_DECLS
