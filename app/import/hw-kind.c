/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sales have a day and something sold, stock has a count, products a price,
 * suppliers and customers an address. What fits none is left alone, and what
 * fits several is asked: a bank statement is no list of sales. */
#include "import/hw-kind.h"

#include "import/hw-bank.h"
#include "import/hw-log-columns.h"

#include "core/hw-error.h"

#include <string.h>

#define TITLE_ROWS 4 /* where a table without known headings may have its title */

static gboolean
is_mapped (const HwImportPlan *plan,
           HwField             field)
{
  return plan->map != NULL && g_hash_table_contains (plan->map, hw_field_id (field));
}

static gboolean
has_amount (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_NET) || hw_cast_has (cast, HW_ROLE_LINE) || hw_cast_has (cast, HW_ROLE_TOTAL) || hw_cast_has (cast, HW_ROLE_GROSS)
         || is_mapped (cast->plan, HW_FIELD_AMOUNT);
}

static gboolean
has_product (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_ITEM) || hw_cast_has (cast, HW_ROLE_SKU) || is_mapped (cast->plan, HW_FIELD_ITEM) || is_mapped (cast->plan, HW_FIELD_SKU);
}

static gboolean
has_quantity (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_QUANTITY) || is_mapped (cast->plan, HW_FIELD_QUANTITY);
}

static gboolean
has_date (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_DATE) || is_mapped (cast->plan, HW_FIELD_DATE);
}

/* What was bought, rather: suppliers and costs, no customers and no prices. */
static gboolean
is_purchase (const HwCast *cast)
{
  return (hw_cast_has (cast, HW_ROLE_SUPPLIER) || hw_cast_has (cast, HW_ROLE_SUPPLIER_NAME)) && hw_cast_has (cast, HW_ROLE_COST) && !hw_cast_has (cast, HW_ROLE_PRICE)
         && !has_amount (cast) && !hw_cast_has (cast, HW_ROLE_CUSTOMER) && !hw_cast_has (cast, HW_ROLE_CUSTOMER_NAME);
}

/* "Units sold" is no stock. */
static gboolean
counts_sold (const HwCast *cast)
{
  static const char *const list[] = { "sold", "verkauft", "vendu", "vendid", "vendut", "verkocht", "ordered" };
  const char *words = hw_cast_has (cast, HW_ROLE_QUANTITY) ? cast->plan->table->columns[cast->best[HW_ROLE_QUANTITY]].words.words : "";

  for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
    if (strstr (words, list[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* 2 these are sales, 1 they might be, 0 they are not. */
static int
sales_likeness (const HwCast *cast,
                gboolean    grouped)
{
  const int bank = cast->count[HW_ROLE_BANK];
  const gboolean sold = has_quantity (cast) || has_amount (cast) || hw_cast_has (cast, HW_ROLE_PRICE);
  const gboolean named = has_product (cast) || grouped;

  if (!has_date (cast))
    return 0;
  if (hw_cast_has (cast, HW_ROLE_STOCK) && !has_quantity (cast) && !has_amount (cast))
    return 0;
  if (named && sold)
    return bank >= 3 || is_purchase (cast) ? 1 : 2;
  if (named)
    return hw_cast_has (cast, HW_ROLE_ORDER) || hw_cast_has (cast, HW_ROLE_TIME) ? 2 : 1;
  if (bank >= 2)
    return 0;
  if (hw_cast_has (cast, HW_ROLE_ORDER) && has_quantity (cast) && (has_amount (cast) || hw_cast_has (cast, HW_ROLE_ORDER_TOTAL)))
    return 2;
  if ((hw_cast_has (cast, HW_ROLE_NOTE) || hw_cast_has (cast, HW_ROLE_GROUP) || hw_cast_has (cast, HW_ROLE_CATEGORY)) && (has_quantity (cast) || hw_cast_has (cast, HW_ROLE_PRICE)))
    return 2;

  return has_amount (cast) || hw_cast_has (cast, HW_ROLE_ORDER_TOTAL) ? 1 : 0;
}

static int
stock_likeness (const HwCast *cast)
{
  if (!has_product (cast) && !hw_cast_has (cast, HW_ROLE_NAME) && !hw_cast_has (cast, HW_ROLE_NOTE))
    return 0;
  if (hw_cast_has (cast, HW_ROLE_STOCK))
    return cast->count[HW_ROLE_CATALOGUE] > 2 + cast->count[HW_ROLE_STORE_ROOM] ? 0 : 2;
  if (has_date (cast) || hw_cast_has (cast, HW_ROLE_ORDER) || !has_quantity (cast) || counts_sold (cast) || hw_cast_has (cast, HW_ROLE_NET)
      || hw_cast_has (cast, HW_ROLE_GROSS))
    return 0;

  return hw_cast_has (cast, HW_ROLE_PRICE) || hw_cast_has (cast, HW_ROLE_COST) || hw_cast_has (cast, HW_ROLE_STORE_ROOM) ? 2 : 1;
}

static int
products_likeness (const HwCast *cast)
{
  const int marks = hw_cast_has (cast, HW_ROLE_CATEGORY) + hw_cast_has (cast, HW_ROLE_UNIT) + hw_cast_has (cast, HW_ROLE_PACK) + hw_cast_has (cast, HW_ROLE_MIN_ORDER)
                    + hw_cast_has (cast, HW_ROLE_SHELF) + hw_cast_has (cast, HW_ROLE_SUPPLIER) + hw_cast_has (cast, HW_ROLE_SUPPLIER_NAME) + hw_cast_has (cast, HW_ROLE_SKU)
                    + hw_cast_has (cast, HW_ROLE_LEAD);

  if (hw_cast_has (cast, HW_ROLE_DATE) || hw_cast_has (cast, HW_ROLE_ORDER) || has_quantity (cast))
    return 0;
  if (hw_cast_has (cast, HW_ROLE_CUSTOMER) || hw_cast_has (cast, HW_ROLE_CUSTOMER_NAME))
    return 0;
  if (has_product (cast))
    return hw_cast_has (cast, HW_ROLE_PRICE) || hw_cast_has (cast, HW_ROLE_COST) || marks >= 2 ? 2 : marks >= 1 ? 1 : 0;

  return hw_cast_has (cast, HW_ROLE_NAME) && (hw_cast_has (cast, HW_ROLE_PRICE) || hw_cast_has (cast, HW_ROLE_COST)) ? 2 : 0;
}

/* What the title lines and the file's name say in so many words. */
gboolean
hw_plan_title_says (const HwImportPlan *plan,
                    const char         *words)
{
  g_autofree char *base = g_path_get_basename (plan->path);
  g_autoptr(GString) text = g_string_new (base);
  g_auto(GStrv) list = g_strsplit (words, "|", -1);
  g_autofree char *small = NULL;

  if (plan->table->title != NULL)
    g_string_append_printf (text, " %s", plan->table->title);
  if (!plan->table->recognised && plan->table->n_columns > 0)
    {
      g_string_append_printf (text, " %s", plan->table->columns[0].heading);
      for (guint i = 0; i < MIN (plan->table->rows->len, TITLE_ROWS); i++)
        g_string_append_printf (text, " %s", hw_sample_cell (g_ptr_array_index (plan->table->rows, i), 0));
    }
  for (guint i = 0; i < plan->table->above->len; i++)
    g_string_append_printf (text, " %s", hw_sample_cell (g_ptr_array_index (plan->table->above, i), 0));

  small = g_utf8_strdown (text->str, -1);
  for (gsize i = 0; list[i] != NULL; i++)
    if (strstr (small, list[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* First names and no firms: a mailing list. */
static gboolean
names_people (const HwCast *cast)
{
  static const char *const firms[] = { " company", " firm", " business", " organi", " unternehmen", " societe", " entreprise", " empresa", " azienda", " bedrijf",
                                       " ragione", " razon", " raison", " supplier", " vendor" };

  if (!hw_cast_has (cast, HW_ROLE_FIRST_NAME) || !hw_cast_has (cast, HW_ROLE_EMAIL))
    return FALSE;

  for (guint c = 0; c < cast->plan->table->n_columns; c++)
    {
      g_autofree char *words = g_strconcat (" ", cast->plan->table->columns[c].words.words, NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (firms); i++)
        if (strstr (words, firms[i]) != NULL)
          return FALSE;
    }

  return TRUE;
}

/* Lists of people and firms. */
static void
party_likeness (const HwCast *cast,
                int        *suppliers,
                int        *customers)
{
  const gboolean supplier = hw_cast_has (cast, HW_ROLE_SUPPLIER) || hw_cast_has (cast, HW_ROLE_SUPPLIER_NAME) || hw_cast_has (cast, HW_ROLE_LEAD)
                            || is_mapped (cast->plan, HW_FIELD_SUPPLIER) || is_mapped (cast->plan, HW_FIELD_SUPPLIER_NAME);
  const gboolean customer = hw_cast_has (cast, HW_ROLE_CUSTOMER) || is_mapped (cast->plan, HW_FIELD_CUSTOMER)
                            || is_mapped (cast->plan, HW_FIELD_CUSTOMER_NAME) || names_people (cast)
                            || (hw_cast_has (cast, HW_ROLE_CUSTOMER_NAME)
                                && strstr (cast->plan->table->columns[cast->best[HW_ROLE_CUSTOMER_NAME]].words.words, "contact") == NULL);
  const gboolean named = supplier || customer || hw_cast_has (cast, HW_ROLE_NAME) || hw_cast_has (cast, HW_ROLE_CUSTOMER_NAME);

  *suppliers = *customers = 0;
  if (!named || has_product (cast) || has_quantity (cast) || hw_cast_has (cast, HW_ROLE_PRICE) || hw_cast_has (cast, HW_ROLE_STOCK))
    return;
  if (cast->count[HW_ROLE_CONTACT] + cast->count[HW_ROLE_EMAIL] < 2 && !hw_cast_has (cast, HW_ROLE_LEAD) && !hw_cast_has (cast, HW_ROLE_EMAIL))
    return;
  if (cast->count[HW_ROLE_BANK] >= 3 || (hw_cast_has (cast, HW_ROLE_ORDER) && has_date (cast)))
    return;

  if (supplier != customer)
    {
      *suppliers = supplier ? 2 : 0;
      *customers = customer ? 2 : 0;
    }
  else
    {
      const gboolean says_s = hw_plan_title_says (cast->plan, "supplier|vendor|lieferant|fournisseur|proveedor|fornitor|leverancier|fornecedor");
      const gboolean says_c = hw_plan_title_says (cast->plan, "customer|client|kunde|klant|mailing|newsletter");

      *suppliers = says_s == says_c ? 1 : says_s ? 2 : 0;
      *customers = says_s == says_c ? 1 : says_c ? 2 : 0;
    }
}

/* The kinds it could be; one alone if it is certain. */
static void
find_kinds (HwImportPlan *plan,
            const HwCast   *cast,
            gboolean      grouped)
{
  int like[HW_IMPORT_N_KINDS] = { 0 };
  int top = 0, other = 0;

  plan->n_may_be = 0;
  plan->kind = HW_IMPORT_AUTO;
  if (plan->origin == NULL && hw_bank_is_journal (cast))
    return;

  like[HW_IMPORT_BANK] = hw_bank_likeness (cast);
  for (int k = HW_IMPORT_PURCHASES; k < HW_IMPORT_N_KINDS; k++)
    {
      like[k] = hw_log_likeness (cast, (HwImportKind) k);
      other = MAX (other, like[k]);
    }
  /* What else it proves to be is no list of sales. */
  if (like[HW_IMPORT_BANK] < 2 && other < 2)
    like[HW_IMPORT_SALES] = sales_likeness (cast, grouped);
  if (like[HW_IMPORT_SALES] >= 2)
    like[HW_IMPORT_BANK] = 0;
  if (like[HW_IMPORT_BANK] < 2 && other < 2 && like[HW_IMPORT_SALES] < 2)
    {
      like[HW_IMPORT_STOCK] = stock_likeness (cast);
      if (like[HW_IMPORT_STOCK] < 2)
        like[HW_IMPORT_PRODUCTS] = hw_cast_has (cast, HW_ROLE_STOCK) && has_product (cast) ? 2 : products_likeness (cast);
      party_likeness (cast, &like[HW_IMPORT_SUPPLIERS], &like[HW_IMPORT_CUSTOMERS]);
    }

  for (int k = 0; k < HW_IMPORT_N_KINDS; k++)
    top = MAX (top, like[k]);
  if (like[HW_IMPORT_STOCK] == 1 && top == 1)
    like[HW_IMPORT_PRODUCTS] = 1;

  /* A program's own export is what it is. */
  if (plan->origin != NULL && plan->origin->kind != HW_IMPORT_AUTO)
    {
      memset (like, 0, sizeof like);
      like[plan->origin->kind] = top = 2;
    }

  for (int k = 0; k < HW_IMPORT_N_KINDS; k++)
    if (like[k] > 0 && like[k] == top)
      plan->may_be[plan->n_may_be++] = (HwImportKind) k;

  plan->kind = top == 2 && plan->n_may_be == 1 ? plan->may_be[0] : HW_IMPORT_AUTO;
}

/* Banks often save their lists without a heading. */
static void
look_without_heading (HwImportPlan *plan)
{
  const int sure = hw_bank_look (plan);

  if (sure == 2)
    plan->kind = HW_IMPORT_BANK;
  else if (sure == 1)
    plan->may_be[plan->n_may_be++] = HW_IMPORT_BANK;
}

/* A kind the caller or the owner named, or the one the columns prove. */
gboolean
hw_plan_choose_kind (HwImportPlan  *plan,
                     const HwCast  *cast,
                     GError       **error)
{
  const char *answer = hw_plan_answer (plan, "kind");

  find_kinds (plan, cast, plan->group_column >= 0);
  if (plan->kind == HW_IMPORT_AUTO && plan->n_may_be == 0)
    look_without_heading (plan);
  if (plan->asked_kind < HW_IMPORT_N_KINDS)
    plan->kind = plan->asked_kind;
  else if (g_strcmp0 (answer, "none") == 0)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_KIND, "the owner says it is nothing to import");
      return FALSE;
    }
  else if (answer != NULL && !hw_import_kind_from_id (answer, &plan->kind))
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_ANSWER, "no such kind: %s", answer);
      return FALSE;
    }

  if (plan->asked_kind < HW_IMPORT_N_KINDS || answer != NULL)
    plan->n_may_be = 0;
  else if (plan->kind == HW_IMPORT_AUTO && plan->n_may_be > 0)
    plan->kind = plan->may_be[0];
  else
    plan->n_may_be = 0;

  if (plan->kind == HW_IMPORT_AUTO && hw_plan_say_unused (cast, error))
    return FALSE;
  if (plan->kind == HW_IMPORT_AUTO)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_KIND, "none of the kinds fits the columns");
      return FALSE;
    }

  return TRUE;
}
