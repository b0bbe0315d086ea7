/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-import-report.h"

#include "domain/hw-id-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VALUE_SHOWN 80 /* bytes of a cell kept with its issue */

static const char *const kind_ids[HW_IMPORT_N_KINDS] = {
  "sales", "products", "stock", "suppliers", "customers", "bank", "purchases", "waste", "hours",
  "meter", "survey", "figures",
};

static const char *const kind_names[HW_IMPORT_N_KINDS] = {
  N_("sales"), N_("products"), N_("stock"), N_("suppliers"), N_("customers"),
  N_("money in and out"), N_("orders to suppliers"), N_("goods thrown away"), N_("hours worked"),
  N_("meter readings"), N_("survey answers"), N_("figures"),
};

static const char *const field_ids[HW_N_FIELDS] = {
  "date", "time", "order", "sku", "item", "category", "quantity", "unit-price", "amount",
  "discount", "tax", "unit-cost", "currency", "status", "customer", "customer-name", "shop",
  "supplier", "supplier-name", "email", "lead-days", "pack", "min-order", "unit",
  "shelf-days", "type", "note", "money-in", "money-out", "direction", "balance", "due", "came",
  "received",
};

static const char *const field_names[HW_N_FIELDS] = {
  N_("Date"), N_("Time"), N_("Receipt number"), N_("Product number"), N_("Product"), N_("Category"),
  N_("Quantity"), N_("Unit price"), N_("Amount"), N_("Discount"), N_("Tax"), N_("Unit cost"),
  N_("Currency"), N_("Status"), N_("Customer number"), N_("Customer"), N_("Shop"), N_("Supplier number"),
  N_("Supplier"), N_("E-mail"), N_("Waiting time in days"), N_("Pack size"), N_("Smallest order"),
  N_("Unit"), N_("Keeps for days"), N_("Type of line"),
  N_("Text"), N_("Money in"), N_("Money out"), N_("In or out"), N_("Balance"), N_("Promised for"),
  N_("Came on"), N_("Quantity that came"),
};

static const char *const issue_ids[HW_ISSUE_N_KINDS] = {
  "no-date", "no-product", "bad-number", "too-fine", "too-large", "no-quantity", "no-amount",
  "ragged", "bad-text", "double", "far-date", "total-differs", "no-figure", "date-above",
  "not-calculated",
};

static const char *const issue_texts[HW_ISSUE_N_KINDS] = {
  N_("No date that can be read"),
  N_("No product is named"),
  N_("Text where a number belongs"),
  N_("More than four decimals; rounded to four"),
  N_("A number too large to be right"),
  N_("No quantity; worked out from amount and price"),
  N_("No amount and no price"),
  N_("More or fewer cells than the heading"),
  N_("Some letters cannot be read"),
  N_("Listed twice; the last one counts"),
  N_("A date before 1970 or in the future"),
  N_("The total in the file differs from the sum of its rows"),
  N_("No figure of this name in the library"),
  N_("No date; the one above counts, as this file writes it once"),
  N_("A formula without its value; open the file where it was made and save it again"),
};

static const char *const left_out_ids[HW_LEFT_OUT_N] = {
  "cancelled", "other-currency", "not-a-sale", "defect", "known",
};

static const char *const left_out_texts[HW_LEFT_OUT_N] = {
  N_("Marked as cancelled, void or failed"),
  N_("In another currency"),
  N_("Not a sale: fees, shipping, transfers"),
  N_("Could not be read"),
  N_("Here already, from an earlier file"),
};

const char *
hw_import_kind_id (HwImportKind kind)
{
  return (guint) kind < HW_IMPORT_N_KINDS ? kind_ids[kind] : "auto";
}

gboolean
hw_import_kind_from_id (const char   *id,
                        HwImportKind *kind)
{
  const int i = hw_id_find (kind_ids, G_N_ELEMENTS (kind_ids), id);

  if (i < 0)
    return FALSE;

  *kind = (HwImportKind) i;
  return TRUE;
}

const char *
hw_import_kind_name (HwImportKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_IMPORT_N_KINDS, "");

  return _(kind_names[kind]);
}

const char *
hw_field_id (HwField field)
{
  g_return_val_if_fail ((guint) field < HW_N_FIELDS, NULL);

  return field_ids[field];
}

gboolean
hw_field_from_id (const char *id,
                  HwField    *field)
{
  const int i = hw_id_find (field_ids, G_N_ELEMENTS (field_ids), id);

  if (i < 0)
    return FALSE;

  *field = (HwField) i;
  return TRUE;
}

const char *
hw_field_name (HwField field)
{
  g_return_val_if_fail ((guint) field < HW_N_FIELDS, "");

  return _(field_names[field]);
}

const char *
hw_issue_kind_id (HwIssueKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_ISSUE_N_KINDS, NULL);

  return issue_ids[kind];
}

const char *
hw_issue_kind_text (HwIssueKind kind)
{
  g_return_val_if_fail ((guint) kind < HW_ISSUE_N_KINDS, "");

  return _(issue_texts[kind]);
}

const char *
hw_left_out_id (HwLeftOut why)
{
  g_return_val_if_fail ((guint) why < HW_LEFT_OUT_N, NULL);

  return left_out_ids[why];
}

const char *
hw_left_out_text (HwLeftOut why)
{
  g_return_val_if_fail ((guint) why < HW_LEFT_OUT_N, "");

  return _(left_out_texts[why]);
}

static void
choice_clear (HwImportChoice *choice)
{
  g_free (choice->value);
  g_free (choice->label);
}

HwImportQuestion *
hw_import_question_new (const char *id,
                        const char *text)
{
  HwImportQuestion *self = g_new0 (HwImportQuestion, 1);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->choices = g_array_new (FALSE, TRUE, sizeof (HwImportChoice));
  g_array_set_clear_func (self->choices, (GDestroyNotify) choice_clear);
  return self;
}

void
hw_import_question_add_choice (HwImportQuestion *self,
                               const char       *value,
                               const char       *label)
{
  const HwImportChoice choice = { g_strdup (value), g_strdup (label) };

  g_array_append_val (self->choices, choice);
}

gboolean
hw_import_question_has_choice (const HwImportQuestion *self,
                               const char             *value)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (g_array_index (self->choices, HwImportChoice, i).value, value))
      return TRUE;

  return FALSE;
}

void
hw_import_question_free (HwImportQuestion *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->text);
  g_array_unref (self->choices);
  g_free (self);
}

static void
issue_clear (HwIssue *issue)
{
  g_free (issue->value);
}

HwImportReport *
hw_import_report_new (void)
{
  HwImportReport *self = g_new0 (HwImportReport, 1);

  self->first_day = HW_DAY_NONE;
  self->last_day = HW_DAY_NONE;
  self->issues = g_array_new (FALSE, TRUE, sizeof (HwIssue));
  g_array_set_clear_func (self->issues, (GDestroyNotify) issue_clear);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_import_question_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
hw_import_report_free (HwImportReport *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->issues);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
hw_import_report_add_note (HwImportReport *self,
                           char           *note)
{
  g_ptr_array_add (self->notes, note);
}

static char *
cut_value (const char *value)
{
  g_autofree char *clean = value != NULL ? g_utf8_make_valid (value, (gssize) strnlen (value, VALUE_SHOWN)) : NULL;

  return g_steal_pointer (&clean);
}

/* Counts every issue; lists the first HW_ISSUES_KEPT. The caller counts rows. */
void
hw_import_report_add_issue (HwImportReport *self,
                            HwIssueKind     kind,
                            gint64          row,
                            int             column,
                            const char     *value,
                            gboolean        dropped)
{
  self->issue_counts[kind]++;

  if (self->issues->len < HW_ISSUES_KEPT)
    {
      const HwIssue issue = { kind, row, column, cut_value (value), dropped };

      g_array_append_val (self->issues, issue);
    }
}

void
hw_import_clear (HwImport *self)
{
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->sha256, g_free);
}

GArray *
hw_imports_new (void)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (HwImport));

  g_array_set_clear_func (array, (GDestroyNotify) hw_import_clear);
  return array;
}
