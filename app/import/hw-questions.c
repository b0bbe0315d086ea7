/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the whole file proves about its figures and dates is taken; what it does
 * not prove, and would change a figure, is asked. Until the answer comes the
 * likeliest reading stands, so that the owner sees something to judge by. */
#include "import/hw-spread.h"

#include "core/hw-country.h"
#include "core/hw-error.h"
#include "core/hw-format.h"
#include "domain/hw-metric.h"
#include "import/hw-metric-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
hw_plan_answer (const HwImportPlan *plan,
                const char         *id)
{
  return plan->answers != NULL ? g_hash_table_lookup (plan->answers, id) : NULL;
}

gboolean
hw_plan_ask (HwImportPlan      *plan,
             HwImportQuestion  *question,
             const char       **value,
             GError           **error)
{
  g_autoptr(HwImportQuestion) owned = question;

  *value = hw_plan_answer (plan, question->id);
  if (*value == NULL)
    g_ptr_array_add (plan->questions, g_steal_pointer (&owned));
  else if (!hw_import_question_has_choice (question, *value))
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_ANSWER, "“%s” is no answer to “%s”", *value, question->id);
      return FALSE;
    }

  return TRUE;
}

/* An answer that may also come unasked. */
static gboolean
given (const HwImportPlan *plan,
       const char         *id,
       const char         *first,
       const char         *second,
       const char        **value,
       GError            **error)
{
  *value = hw_plan_answer (plan, id);
  if (*value == NULL || g_str_equal (*value, first) || g_str_equal (*value, second))
    return TRUE;

  g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_ANSWER, "“%s” is no answer to “%s”", *value, id);
  return FALSE;
}

static gboolean
ask_encoding (HwImportPlan  *plan,
              GError       **error)
{
  const char *const encodings[] = { plan->sniff->rival, plan->sniff->encoding };
  const char *value;
  HwImportQuestion *question;

  if (plan->sniff->rival == NULL)
    return TRUE;

  question = hw_import_question_new ("encoding", _("Which of these lines can be read?"));
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *text = g_convert_with_fallback (plan->sniff->line, -1, "UTF-8", encodings[i], "?", NULL, NULL, NULL);
      g_autofree char *label = g_strdup_printf ("%s (%s)", text != NULL ? text : "?", encodings[i]);

      hw_import_question_add_choice (question, encodings[i], label);
    }

  return hw_plan_ask (plan, question, &value, error);
}

static const char *
separator_id (char separator)
{
  return separator == ',' ? "comma" : separator == ';' ? "semicolon" : separator == '\t' ? "tab" : "pipe";
}

static const char *
separator_name (char separator)
{
  return separator == ',' ? _("Comma") : separator == ';' ? _("Semicolon") : separator == '\t' ? _("Tab") : _("Vertical bar");
}

gboolean
hw_plan_ask_text (HwImportPlan  *plan,
                  GError       **error)
{
  const char *value;
  HwImportQuestion *question;

  if (!ask_encoding (plan, error))
    return FALSE;
  if (plan->table->rival == 0 || hw_plan_answer (plan, "separator") != NULL)
    return TRUE;

  question = hw_import_question_new ("separator", _("What stands between two columns in this file?"));
  hw_import_question_add_choice (question, separator_id (plan->table->separator), separator_name (plan->table->separator));
  hw_import_question_add_choice (question, separator_id (plan->table->rival), separator_name (plan->table->rival));
  return hw_plan_ask (plan, question, &value, error);
}

static gboolean
ask_kind (HwImportPlan  *plan,
          GError       **error)
{
  const char *value;
  HwImportQuestion *question;

  if (plan->n_may_be == 0)
    return TRUE;

  question = hw_import_question_new ("kind", _("What does this file hold?"));
  for (guint i = 0; i < plan->n_may_be; i++)
    hw_import_question_add_choice (question, hw_import_kind_id (plan->may_be[i]), hw_import_kind_name (plan->may_be[i]));
  hw_import_question_add_choice (question, "none", _("Something else: do not import it"));
  return hw_plan_ask (plan, question, &value, error);
}

/* The mark that one column's cells prove, 0 if they do not. @whole: the currency
 * has no decimals. */
static char
proved_point (const HwNumberEvidence *numbers,
              gboolean                money,
              gboolean                whole)
{
  if (numbers->sure[0] > 0 || numbers->sure[1] > 0)
    {
      if (numbers->sure[0] >= 9 * numbers->sure[1])
        return '.';
      if (numbers->sure[1] >= 9 * numbers->sure[0])
        return ',';
      return 0;
    }

  if ((numbers->open[0] > 0) == (numbers->open[1] > 0))
    return 0;

  /* 1234 and 1.234 in one column: nobody groups by halves. */
  if (numbers->plain > 0)
    return numbers->open[0] > 0 ? '.' : ',';
  /* 980 and 1.234 among amounts: three decimals or none is no way to write money. */
  if (money && (numbers->bare > 0 || whole))
    return numbers->open[0] > 0 ? ',' : '.';

  return 0;
}

static gboolean
is_money (const HwImportPlan *plan,
          guint               column)
{
  const int c = (int) column;

  for (guint i = 0; plan->kind == HW_IMPORT_SALES && plan->spread != NULL && i < plan->spread->len; i++)
    if (g_array_index (plan->spread, HwSpread, i).column == c)
      return TRUE;

  return c == plan->column[HW_FIELD_MONEY_IN] || c == plan->column[HW_FIELD_MONEY_OUT] || c == plan->column[HW_FIELD_BALANCE] || c == plan->column[HW_FIELD_AMOUNT] || c == plan->column[HW_FIELD_UNIT_PRICE] || c == plan->column[HW_FIELD_UNIT_COST]
         || c == plan->column[HW_FIELD_TAX] || c == plan->column[HW_FIELD_DISCOUNT];
}

static char
point_of (const HwImportPlan *plan,
          guint               column)
{
  return proved_point (&plan->numbers[column], is_money (plan, column), hw_currency_decimals (plan->business) == 0);
}

static gboolean
is_open (const HwNumberEvidence *numbers)
{
  return numbers->open[0] > 0 || numbers->open[1] > 0;
}

static HwImportQuestion *
decimal_question (const char *example)
{
  HwImportQuestion *question = hw_import_question_new ("decimal", _("Which mark stands before the decimals in this file?"));
  const char mark = strchr (example, ',') != NULL ? ',' : '.';
  g_autofree char *whole = g_strdup (example);
  g_autofree char *part = NULL;
  g_autofree char *cut = NULL;
  char *at = strchr (whole, mark);
  char *point_label, *comma_label;

  memmove (at, at + 1, strlen (at));
  part = g_strdup (example);
  cut = g_strndup (example, (gsize) (strchr (example, mark) - example));
  /* Translators: both are figures: “1.234” is the number 1234. */
  point_label = g_strdup_printf (mark == '.' ? _("A point: “%s” is a little over %s") : _("A point: “%s” is %s"), part, mark == '.' ? cut : whole);
  comma_label = g_strdup_printf (mark == ',' ? _("A comma: “%s” is a little over %s") : _("A comma: “%s” is %s"), part, mark == ',' ? cut : whole);
  hw_import_question_add_choice (question, "point", point_label);
  hw_import_question_add_choice (question, "comma", comma_label);
  g_free (point_label);
  g_free (comma_label);
  return question;
}

/* Each column by its own cells, else by those of the others, else by the owner. */
static gboolean
decide_points (HwImportPlan  *plan,
               GError       **error)
{
  gint64 sure[2] = { 0, 0 };
  const HwNumberEvidence *open = NULL;
  const char *value;
  char usual;

  for (guint c = 0; c < plan->table->n_columns; c++)
    {
      const char point = point_of (plan, c);

      sure[0] += point == '.' ? plan->numbers[c].filled : 0;
      sure[1] += point == ',' ? plan->numbers[c].filled : 0;
    }

  if (!given (plan, "decimal", "point", "comma", &value, error))
    return FALSE;
  usual = sure[1] > sure[0] ? ',' : '.';

  for (guint c = 0; c < plan->table->n_columns; c++)
    {
      const char point = point_of (plan, c);

      plan->styles[c].point = value != NULL ? (*value == 'c' ? ',' : '.') : point != 0 ? point : usual;
      if (point == 0 && is_open (&plan->numbers[c]) && (sure[0] == 0) == (sure[1] == 0))
        open = &plan->numbers[c];
    }

  if (open == NULL || value != NULL)
    return TRUE;

  return hw_plan_ask (plan, decimal_question (open->example), &value, error);
}

static void
add_order_choice (HwImportQuestion   *question,
                  const HwImportPlan *plan,
                  const char         *example,
                  HwDateOrder         order)
{
  g_autoptr(HwFormat) format = hw_format_new (NULL, NULL, plan->business);
  g_autofree char *label = NULL;
  g_autofree char *day_text = NULL;
  HwDateParts parts;
  HwDay day;

  if (!hw_date_split (example, strlen (example), &parts))
    return;
  day = hw_date_join (&parts, order, plan->year_now);
  if (day == HW_DAY_NONE)
    return;

  day_text = hw_format_day (format, day, HW_DAY_LONG);
  /* Translators: a date as it stands in a file, and the day it means. */
  label = g_strdup_printf (_("“%s” is %s"), example, day_text);
  hw_import_question_add_choice (question, hw_date_order_id (order), label);
}

static void
force_order (HwStyle     *style,
             HwDateOrder  order)
{
  for (int m = 0; m < HW_MARK_N; m++)
    style->orders[m] = order;
}

/* "Mar 2" in a list whose title says 2026; else the owner knows. */
static gboolean
decide_date_year (HwImportPlan  *plan,
                  GError       **error)
{
  const int column = plan->column[HW_FIELD_DATE];
  const char *value = NULL;

  if (column < 0 || plan->dates[column].yearless == 0)
    return TRUE;

  plan->year = hw_spread_find_year (plan);
  if (plan->year != 0)
    return TRUE;
  if (!hw_plan_ask (plan, hw_spread_year_question (plan), &value, error))
    return FALSE;

  plan->year = value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : plan->year_now;
  return TRUE;
}

static gboolean
decide_dates (HwImportPlan  *plan,
              GError       **error)
{
  const int column = plan->column[HW_FIELD_DATE];
  const char *value = hw_plan_answer (plan, "date-order");
  const HwDateEvidence *dates;
  HwImportQuestion *question;
  HwDateOrder order;
  HwStyle *style;

  if (value != NULL && !hw_date_order_from_id (value, &order))
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_ANSWER, "“%s” is no order of day, month and year", value);
      return FALSE;
    }
  if (column < 0)
    return TRUE;

  dates = &plan->dates[column];
  style = &plan->styles[column];
  style->serial = dates->serials > dates->dates;
  if (value != NULL)
    {
      force_order (style, order);
      return TRUE;
    }
  if (hw_date_evidence_judge (dates, style->orders))
    return TRUE;

  /* Another column of dates may prove what this one does not. */
  for (guint c = 0; c < plan->table->n_columns; c++)
    {
      HwDateOrder others[HW_MARK_N];
      const HwDateEvidence *other = &plan->table->columns[c].dates;

      if ((int) c == column || other->dates * 2 < other->filled || !hw_date_evidence_judge (other, others))
        continue;
      for (int m = 0; m < HW_MARK_N; m++)
        if (style->orders[m] == HW_ORDER_UNKNOWN && other->marks[m].open > 0)
          style->orders[m] = others[m];
    }

  for (int m = 0; m < HW_MARK_N; m++)
    if (dates->marks[m].open > 0 && style->orders[m] == HW_ORDER_UNKNOWN)
      {
        style->orders[m] = HW_ORDER_DMY;
        value = "";
      }
  if (value == NULL || dates->example[0] == '\0')
    return TRUE;

  question = hw_import_question_new ("date-order", _("In which order do the dates of this file stand?"));
  for (int o = 0; o < HW_ORDER_N; o++)
    add_order_choice (question, plan, dates->example, (HwDateOrder) o);
  return hw_plan_ask (plan, question, &value, error);
}

static gboolean
decide_signs (HwImportPlan  *plan,
              GError       **error)
{
  const int column = plan->column[HW_FIELD_AMOUNT];
  const gboolean turned = plan->origin != NULL && plan->origin->turned;
  const gboolean negative = !turned && plan->kind == HW_IMPORT_SALES && column >= 0
                            && (plan->n_types > 0 ? plan->sold_negative * 2 > plan->sold
                                                  : plan->numbers[column].negative * 2 > plan->numbers[column].numbers);
  HwImportQuestion *question;
  const char *value;

  plan->flip = turned;
  if (plan->kind != HW_IMPORT_SALES || turned || (!negative && !plan->refunds_open))
    return given (plan, "sign", "flip", "keep", &value, error);

  if (negative)
    {
      question = hw_import_question_new ("sign", _("Most amounts in this file are less than zero. What are they?"));
      hw_import_question_add_choice (question, "flip", _("Sales, written with a minus"));
      hw_import_question_add_choice (question, "keep", _("Goods brought back"));
    }
  else
    {
      question = hw_import_question_new ("sign", _("Some rows are goods brought back, but stand without a minus. How shall they count?"));
      hw_import_question_add_choice (question, "flip", _("Take them off the sales"));
      hw_import_question_add_choice (question, "keep", _("As they stand"));
    }
  if (!hw_plan_ask (plan, question, &value, error))
    return FALSE;

  plan->flip = negative && (value == NULL || g_str_equal (value, "flip"));
  plan->flip_refunds = !negative && (value == NULL || g_str_equal (value, "flip"));
  return TRUE;
}

static gboolean
decide_amount (HwImportPlan  *plan,
               GError       **error)
{
  HwImportQuestion *question;
  const char *value;

  if (plan->n_rivals < 2 && !plan->rivals_may_fail)
    return TRUE;

  question = hw_import_question_new ("amount-column", _("Which column holds the amount of each row?"));
  for (guint i = 0; i < plan->n_rivals; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", plan->rivals[i] + 1);

      hw_import_question_add_choice (question, number, plan->table->columns[plan->rivals[i]].heading);
    }

  if (plan->rivals_may_fail)
    hw_import_question_add_choice (question, "none", _("None: the file holds no amounts"));

  return hw_plan_ask (plan, question, &value, error);
}

static gboolean
decide_cancelled (HwImportPlan  *plan,
                  GError       **error)
{
  HwImportQuestion *question;
  const char *value;

  if (plan->marked_rows * 2 <= plan->evidence_rows)
    {
      if (!given (plan, "left-out", "leave-out", "keep", &value, error))
        return FALSE;
    }
  else
    {
      question = hw_import_question_new ("left-out", _("Most rows of this file are marked as cancelled, void or failed. What shall happen to them?"));
      hw_import_question_add_choice (question, "leave-out", _("Leave them out"));
      hw_import_question_add_choice (question, "keep", _("Import them"));
      if (!hw_plan_ask (plan, question, &value, error))
        return FALSE;
    }

  plan->keep_cancelled = g_strcmp0 (value, "keep") == 0;
  return TRUE;
}

/* What was asked stands over the marks, or in the title; else the owner knows. */
static gboolean
decide_survey (HwImportPlan  *plan,
               GError       **error)
{
  static const char *const ids[] = { "nps", "enps", "csat", "engagement_index" };
  const int column = plan->column[HW_FIELD_QUANTITY];
  g_autofree char *base = g_path_get_basename (plan->path);
  HwImportQuestion *question;
  const char *value = NULL;
  gboolean ten = FALSE;

  if (plan->kind != HW_IMPORT_SURVEY || column < 0)
    return TRUE;

  plan->survey = hw_metric_name_survey (plan->table->columns[column].heading);
  for (guint i = 0; plan->survey == NULL && i < plan->table->above->len; i++)
    plan->survey = hw_metric_name_survey (hw_sample_cell (g_ptr_array_index (plan->table->above, i), 0));
  if (plan->survey == NULL)
    plan->survey = hw_metric_name_survey (base);
  if (plan->survey != NULL || plan->column[HW_FIELD_ITEM] >= 0)
    return TRUE;

  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      const char *cell = hw_sample_cell (g_ptr_array_index (plan->table->rows, i), column);
      gint64 mark;

      ten |= hw_number_read (cell, strlen (cell), '.', &mark) == HW_NUMBER_OK && (mark > 5 * HW_QUANTITY_ONE || mark == 0);
    }

  question = hw_import_question_new ("survey", _("What were people asked?"));
  for (gsize i = ten ? 0 : 2; i < (ten ? 2 : G_N_ELEMENTS (ids)); i++)
    hw_import_question_add_choice (question, ids[i], _(hw_metric_find (ids[i])->name));
  if (!hw_plan_ask (plan, question, &value, error))
    return FALSE;

  plan->survey = value != NULL ? hw_metric_find (value)->id : ten ? "nps" : "csat";
  return TRUE;
}

gboolean
hw_plan_decide (HwImportPlan  *plan,
                GError       **error)
{
  plan->styles = g_new0 (HwStyle, MAX (plan->table->n_columns, 1));
  return ask_kind (plan, error)
         && decide_points (plan, error)
         && decide_dates (plan, error)
         && decide_date_year (plan, error)
         && hw_spread_decide (plan, error)
         && hw_plan_decide_fill (plan, error)
         && decide_survey (plan, error)
         && hw_plan_decide_currency (plan, error)
         && decide_signs (plan, error)
         && decide_amount (plan, error)
         && decide_cancelled (plan, error);
}
