/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-sheet.h"

#include <glib/gi18n-lib.h>

void
hw_sheet_formula_known (HwSheet    *self,
                        int         row,
                        int         column,
                        HwCellKind  kind,
                        gboolean    known,
                        double      value,
                        const char *test,
                        const char *formula)
{
  g_autofree char *words = hw_sheet_quote (_("Not known yet"));

  if (known)
    hw_sheet_formula (self, row, column, kind, HW_ROLE_PLAIN, value, "=IF(%s,%s,%s)", test, formula, words);
  else
    hw_sheet_formula_text (self, row, column, HW_ROLE_PLAIN, _("Not known yet"), "=IF(%s,%s,%s)", test, formula, words);
}
