/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-bank.h"

#include "core/hw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_product (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_ITEM) || hw_cast_has (cast, HW_ROLE_SKU);
}

static gboolean
names_groups (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_CATEGORY) && !has_product (cast) && !hw_cast_has (cast, HW_ROLE_DATE) && !hw_cast_has (cast, HW_ROLE_ORDER)
         && !hw_cast_has (cast, HW_ROLE_CUSTOMER) && !hw_cast_has (cast, HW_ROLE_SUPPLIER) && !hw_cast_has (cast, HW_ROLE_EMAIL);
}

static const char *
find_sentence (const HwCast *cast)
{
  const gboolean dated = hw_cast_has (cast, HW_ROLE_DATE);

  if (hw_bank_is_journal (cast))
    return _("This is a journal of a bookkeeping program. Headway has no use for it. Save the list of sales or the bank's list instead.");
  if (hw_cast_has (cast, HW_ROLE_STAFF) && !dated && !hw_cast_has (cast, HW_ROLE_HOURS))
    return _("This is a list of your team. Headway has no use for it, so nothing was kept.");
  if (has_product (cast) && !dated && hw_cast_has (cast, HW_ROLE_QUANTITY)
      && (hw_cast_has (cast, HW_ROLE_NET) || hw_cast_has (cast, HW_ROLE_GROSS) || hw_cast_has (cast, HW_ROLE_LINE)))
    return _("These are sales without their day. Save them once more with the day of each sale.");
  if (hw_plan_title_says (cast->plan, "profit and loss|balance sheet|trial balance|gewinn und verlust|bilanz|summen und salden|bwa|compte de r\303\251sultat|"
                                      "bilan|p\303\251rdidas y ganancias|conto economico|winst en verlies"))
    return _("This is a report of a bookkeeping program. Headway reads the list of sales or the bank's list instead.");
  if (names_groups (cast))
    return _("This is a list of groups. Headway takes groups from your products, so nothing was kept.");

  return NULL;
}

/* One of two lists that belong together. */
static const char *
find_half (const HwCast *cast)
{
  const gboolean dated = hw_cast_has (cast, HW_ROLE_DATE);

  if (!hw_cast_has (cast, HW_ROLE_ORDER) || hw_bank_is_journal (cast) || dated == has_product (cast))
    return NULL;
  if (dated)
    return _("These are orders that do not say what was sold. Now choose the list of what was in them as well.");

  return _("These are lines of orders without their day. Now choose the list of the orders as well.");
}

gboolean
hw_plan_say_unused (const HwCast  *cast,
                    GError       **error)
{
  const char *half = find_half (cast);
  const char *sentence = half == NULL ? find_sentence (cast) : NULL;

  if (half != NULL)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_HALF, half);
      return TRUE;
    }
  if (sentence != NULL)
    g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NOT_USED, sentence);
  return sentence != NULL;
}
