/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column holds the amount of a line, if one does. Words alone do not say:
 * "Total" is the line's in one till and the receipt's in the next, "Net price"
 * the line's here and the unit's there. So the sample's figures are asked:
 *
 *   does quantity x price (- discount, + tax) give it?    -> the line's
 *   is it the same, or blank, on all lines of a receipt?  -> the receipt's
 *   does it stay the same when the quantity grows?        -> the unit's
 */
#include "import/hw-plan.h"

#include "core/hw-money.h"

#include <string.h>

#define MAX_CANDIDATES 12

typedef struct
{
  int   column;
  int   rank;       /* by the words: higher is nearer to what we want */
  guint filled;
  guint compared;   /* rows where quantity, price and amount stand */
  guint product;    /* of them, the product gives the amount */
  guint receipts;   /* of more than one line */
  guint repeated;   /* of them, with one value for all lines */
} Candidate;

static char
sample_point (const HwColumn *column)
{
  return column->numbers.sure[1] > column->numbers.sure[0] ? ',' : '.';
}

static gboolean
get (const HwImportPlan *plan,
     const HwSampleRow  *row,
     int                 column,
     gint64             *out)
{
  const char *cell = hw_sample_cell (row, column);
  HwNumberStatus status;

  if (column < 0 || (guint) column >= plan->table->n_columns)
    return FALSE;

  status = hw_number_read (cell, strlen (cell), hw_sample_hint (row, column) == HW_CELL_NUMBER ? '.'
                           : sample_point (&plan->table->columns[column]), out);
  return status == HW_NUMBER_OK || status == HW_NUMBER_TOO_FINE;
}

/* Within a cent or two of rounding, or three in a thousand. */
static gboolean
near (gint64 a,
      gint64 b)
{
  const gint64 gap = ABS (ABS (a) - ABS (b));

  return gap <= 200 || gap <= ABS (b) / 333;
}

static int
rank_of (const HwHeading *words)
{
  for (int i = 0; i < HW_HEADING_ROLES; i++)
    if (words->roles[i] == HW_ROLE_NET)
      return 400;
    else if (words->roles[i] == HW_ROLE_LINE)
      return 300;
    else if (words->roles[i] == HW_ROLE_TOTAL)
      return 200;
    else if (words->roles[i] == HW_ROLE_GROSS)
      return 100;

  return 0;
}

static gboolean
is_price_word (const char *words)
{
  static const char *const list[] = { "price", "preis", "prix", "precio", "prezzo", "prijs", "preco" };

  for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
    if (strstr (words, list[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* For one product sold in different quantities: does the figure grow with the
 * quantity (+1 each) or stay (-1 each)? */
static int
grows (const HwImportPlan *plan,
       int                 column)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const int item = plan->column[HW_FIELD_SKU] >= 0 ? plan->column[HW_FIELD_SKU] : plan->column[HW_FIELD_ITEM];
  int votes = 0;

  for (guint i = 0; i < plan->table->rows->len && item >= 0; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (plan->table->rows, i);
      const char *key = hw_sample_cell (row, item);
      const HwSampleRow *other;
      gint64 q[2], a[2];

      if (*key == '\0' || !get (plan, row, plan->column[HW_FIELD_QUANTITY], &q[0]) || !get (plan, row, column, &a[0]) || a[0] == 0 || q[0] == 0)
        continue;
      other = g_hash_table_lookup (seen, key);
      g_hash_table_insert (seen, (gpointer) key, (gpointer) row);
      if (other == NULL || !get (plan, other, plan->column[HW_FIELD_QUANTITY], &q[1]) || !get (plan, other, column, &a[1])
          || ABS (q[0]) == ABS (q[1]) || q[1] == 0)
        continue;
      if (ABS (a[0]) == ABS (a[1]))
        votes--;
      else if (near (hw_scaled_from_double (hw_scaled_to_double (a[0]) * (double) q[1] / (double) q[0]), a[1]))
        votes++;
    }

  return votes;
}

static gboolean
product_gives (const HwImportPlan *plan,
               const HwSampleRow  *row,
               gint64              amount,
               gboolean           *known)
{
  gint64 q, p, line, discount = 0, tax = 0;

  *known = FALSE;
  if (!get (plan, row, plan->column[HW_FIELD_QUANTITY], &q) || !get (plan, row, plan->column[HW_FIELD_UNIT_PRICE], &p))
    return FALSE;
  if (q == 0 || p == 0 || !hw_money_times (p, q, &line))
    return FALSE;

  *known = TRUE;
  get (plan, row, plan->column[HW_FIELD_DISCOUNT], &discount);
  get (plan, row, plan->column[HW_FIELD_TAX], &tax);
  discount = ABS (discount);
  tax = ABS (tax);
  line = ABS (line);
  return near (amount, line) || near (amount, line - discount) || near (amount, line + tax) || near (amount, line - discount + tax)
         || (discount < HW_MONEY_ONE && near (amount, line - line / HW_MONEY_ONE * discount));
}

/* Lines of one receipt stand together. */
static void
compare_lines (const HwImportPlan *plan,
               Candidate          *it)
{
  const int order = plan->column[HW_FIELD_ORDER];
  const char *last = "";
  gint64 first = 0, value;
  guint lines = 0;
  gboolean same = TRUE;

  for (guint i = 0; i <= plan->table->rows->len; i++)
    {
      const HwSampleRow *row = i < plan->table->rows->len ? g_ptr_array_index (plan->table->rows, i) : NULL;
      const char *key = row != NULL && order >= 0 ? hw_sample_cell (row, order) : "";
      gboolean there, known;

      if (lines == 0 || *key == '\0' || strcmp (key, last) != 0)
        {
          it->receipts += lines > 1;
          it->repeated += lines > 1 && same;
          lines = 0;
          same = TRUE;
          last = key;
        }
      if (row == NULL)
        break;

      there = get (plan, row, it->column, &value);
      it->filled += there;
      if (lines++ == 0)
        first = there ? value : 0;
      else
        same &= !there || value == first;

      if (there)
        {
          const gboolean gives = product_gives (plan, row, value, &known);

          it->compared += known;
          it->product += gives;
        }
    }
}

/* A price that is really a unit's or a line's goes where it belongs. */
static void
sort_prices (HwImportPlan *plan)
{
  HwTable *table = plan->table;
  int *price = &plan->column[HW_FIELD_UNIT_PRICE];

  if (plan->column[HW_FIELD_QUANTITY] < 0)
    return;

  for (guint c = 0; c < table->n_columns; c++)
    {
      HwRole *role = &table->columns[c].words.roles[0];

      if ((int) c == *price || rank_of (&table->columns[c].words) == 0 || !is_price_word (table->columns[c].words.words)
          || grows (plan, (int) c) > -3)
        continue;
      *role = HW_ROLE_PRICE;
      role[1] = role[2] = HW_ROLE_NONE;
      if (*price < 0)
        *price = (int) c;
    }

  if (*price >= 0 && !(plan->map != NULL && g_hash_table_contains (plan->map, "unit-price")) && grows (plan, *price) >= 5)
    {
      table->columns[*price].words.roles[0] = HW_ROLE_LINE;
      *price = -1;
    }
}

static int
judge (const HwImportPlan *plan,
       const Candidate    *it,
       guint               most)
{
  const gboolean proved = it->compared >= 3 && it->product * 10 >= it->compared * 9;
  const gboolean receipt = it->receipts >= 2 && it->repeated * 10 >= it->receipts * 9;

  if (it->filled * 2 < most)
    return 0;
  if (receipt && !proved)
    return 0;
  if (it->rank < 300 && it->compared >= 3 && !proved)
    return 0;

  return it->rank + plan->table->columns[it->column].words.sureness * 10 + (proved ? 5 : 0);
}

/* Whether two columns say the same in every row of the sample. */
static gboolean
agree (const HwImportPlan *plan,
       int                 a,
       int                 b)
{
  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      gint64 x = 0, y = 0;

      get (plan, g_ptr_array_index (plan->table->rows, i), a, &x);
      get (plan, g_ptr_array_index (plan->table->rows, i), b, &y);
      if (x != y)
        return FALSE;
    }

  return TRUE;
}

static void
find_discount (HwImportPlan *plan)
{
  const int column = plan->column[HW_FIELD_DISCOUNT];
  const HwColumn *info = column >= 0 ? &plan->table->columns[column] : NULL;
  guint shares = 0, others = 0;
  Candidate it = { .column = column };

  plan->discount = HW_DISCOUNT_NONE;
  if (info == NULL)
    return;

  compare_lines (plan, &it);
  if (it.receipts >= 2 && it.repeated * 10 >= it.receipts * 9 && strstr (info->words.words, "line") == NULL
      && strstr (info->words.words, "item") == NULL)
    return;

  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      gint64 value;

      if (get (plan, g_ptr_array_index (plan->table->rows, i), column, &value) && value != 0)
        {
          shares += value > 0 && value < HW_MONEY_ONE && value % 100 == 0;
          others += !(value > 0 && value < HW_MONEY_ONE && value % 100 == 0);
        }
    }

  if (strstr (info->words.words, "percent") != NULL || info->numbers.percent > 0)
    plan->discount = others == 0 && shares > 0 && info->numbers.percent == 0 ? HW_DISCOUNT_SHARE : HW_DISCOUNT_PERCENT;
  else
    plan->discount = shares > 0 && others == 0 ? HW_DISCOUNT_SHARE : HW_DISCOUNT_MONEY;
}

/* Which meanings the types of a row have, one bit each. */
static guint
meanings_of (const HwImportPlan *plan,
             const HwSampleRow  *row)
{
  guint bits = 0;

  for (guint t = 0; t < plan->n_types; t++)
    {
      const char *cell = hw_sample_cell (row, plan->types[t]);

      bits |= 1u << hw_cell_meaning (cell, strlen (cell));
    }

  return bits;
}

static gboolean
is_sold (const HwImportPlan *plan,
         guint               bits)
{
  if (bits & (1u << HW_MEANS_NO_SALE) || (plan->invoiced && bits & (1u << HW_MEANS_PAYMENT)))
    return FALSE;

  return !plan->principal_only || bits & (1u << HW_MEANS_PRINCIPAL);
}

/* Rows that undo a sale but stand without a minus: the owner must say. Fees stand with one
 * and say nothing about the sales' own sign. */
static void
look_at_types (HwImportPlan *plan)
{
  const guint n = plan->n_types > 0 ? plan->table->rows->len : 0;
  g_autofree guint *bits = g_new0 (guint, MAX (n, 1));
  guint refunds = 0, positive = 0, all = 0;

  for (guint i = 0; i < n; i++)
    all |= bits[i] = meanings_of (plan, g_ptr_array_index (plan->table->rows, i));
  plan->principal_only = (all & (1u << HW_MEANS_PRINCIPAL)) != 0;
  plan->invoiced = (all & (1u << HW_MEANS_INVOICE)) != 0;
  plan->sold = plan->sold_negative = 0;

  for (guint i = 0; i < n; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (plan->table->rows, i);
      gint64 value = 0, quantity = 0;
      const gboolean told = get (plan, row, plan->column[HW_FIELD_AMOUNT], &value);

      get (plan, row, plan->column[HW_FIELD_QUANTITY], &quantity);
      if (told && is_sold (plan, bits[i]))
        {
          plan->sold++;
          plan->sold_negative += value < 0;
        }
      if (!(bits[i] & (1u << HW_MEANS_REFUND)))
        continue;
      refunds++;
      positive += (told ? value : quantity) > 0 && quantity >= 0;
    }

  plan->refunds_open = !plan->principal_only && refunds > 0 && positive == refunds;
}

static void
choose (HwImportPlan    *plan,
        const Candidate *list,
        guint            n)
{
  int points[MAX_CANDIDATES], best = 0;
  guint most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, list[i].filled);

  for (guint i = 0; i < n; i++)
    {
      points[i] = judge (plan, &list[i], most);
      best = MAX (best, points[i]);
    }

  plan->n_rivals = 0;
  for (guint i = 0; i < n && best > 0; i++)
    {
      gboolean same = FALSE;

      if (points[i] != best)
        continue;
      for (guint r = 0; r < plan->n_rivals; r++)
        same |= agree (plan, plan->rivals[r], list[i].column);
      if (!same && plan->n_rivals < HW_PLAN_RIVALS)
        plan->rivals[plan->n_rivals++] = list[i].column;
    }

  plan->column[HW_FIELD_AMOUNT] = plan->n_rivals > 0 ? plan->rivals[0] : -1;
}

/* No heading says amount or price, yet there are columns of figures with decimals:
 * the owner knows which it is. */
static void
suggest (HwImportPlan *plan)
{
  for (guint c = 0; c < plan->table->n_columns && plan->n_rivals < HW_PLAN_RIVALS; c++)
    {
      const HwColumn *column = &plan->table->columns[c];
      const HwNumberEvidence *numbers = &column->numbers;

      if (column->words.roles[0] == HW_ROLE_NONE && (int) c != plan->column[HW_FIELD_QUANTITY] && (int) c != plan->column[HW_FIELD_DATE]
          && numbers->numbers * 10 >= (gint64) column->filled * 9 && numbers->sure[0] + numbers->sure[1] > 0
          && column->filled * 2 > plan->table->rows->len && column->dates.dates == 0)
        plan->rivals[plan->n_rivals++] = (int) c;
    }

  plan->rivals_may_fail = plan->n_rivals > 0;
}

/* Fees of a market place in each row: "net" is then what is paid out, not the sale. */
static gboolean
has_fee (const HwTable *table)
{
  static const char *const list[] = { "fee", "fees", "gebuhr", "provision", "commission", "comision", "commissione", "frais" };

  for (guint c = 0; c < table->n_columns; c++)
    for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
      if (strstr (table->columns[c].words.words, list[i]) != NULL && table->columns[c].numbers.numbers > 0
          && table->columns[c].numbers.negative * 2 > table->columns[c].numbers.numbers)
        return TRUE;

  return FALSE;
}

static gboolean
is_bare_net (const char *words)
{
  static const char *const list[] = { "net", "net amount", "netto", "nettobetrag", "betrag netto", "montant net", "importe neto", "neto", "importo netto", "nettobedrag" };

  for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
    if (g_str_equal (words, list[i]))
      return TRUE;

  return FALSE;
}

/* Where each row is an order of its own, its total is the row's: best before tax and
 * postage. */
static int
rank_of_order (const HwHeading *words)
{
  const gboolean sub = strstr (words->words, "sub") != NULL || strstr (words->words, "zwischen") != NULL || strstr (words->words, "sous") != NULL;
  g_autofree char *padded = g_strdup_printf (" %s ", words->words);

  for (int i = 0; i < HW_HEADING_ROLES; i++)
    if (words->roles[i] == HW_ROLE_ORDER_TOTAL)
      return 120 + (sub ? 40 : 0) + (strstr (padded, " ex ") != NULL || strstr (padded, " excl ") != NULL ? 20 : 0);

  return 0;
}

static gboolean
is_order_each (const HwImportPlan *plan)
{
  Candidate it = { .column = plan->column[HW_FIELD_ORDER] };

  if (it.column < 0 || plan->column[HW_FIELD_UNIT_PRICE] >= 0)
    return FALSE;

  compare_lines (plan, &it);
  return it.receipts == 0;
}

static guint
add_order_totals (const HwImportPlan *plan,
                  Candidate           list[MAX_CANDIDATES])
{
  guint n = 0;

  for (guint c = 0; c < plan->table->n_columns && n < MAX_CANDIDATES; c++)
    {
      const HwColumn *column = &plan->table->columns[c];
      const int rank = rank_of_order (&column->words);

      if (rank == 0 || column->filled == 0 || column->numbers.numbers * 2 < (gint64) column->filled)
        continue;
      list[n] = (Candidate) { .column = (int) c, .rank = rank };
      compare_lines (plan, &list[n++]);
    }

  return n;
}

/* Kilos, hours, metres: a column that, times the price, gives the amount. */
static void
find_measured (HwImportPlan *plan)
{
  for (guint c = 0; c < plan->table->n_columns && plan->column[HW_FIELD_QUANTITY] < 0; c++)
    {
      guint compared = 0, gives = 0, others = 0;

      if (plan->column[HW_FIELD_UNIT_PRICE] < 0 || plan->column[HW_FIELD_AMOUNT] < 0 || (int) c == plan->column[HW_FIELD_UNIT_PRICE]
          || (int) c == plan->column[HW_FIELD_AMOUNT])
        return;

      for (guint i = 0; i < plan->table->rows->len; i++)
        {
          const HwSampleRow *row = g_ptr_array_index (plan->table->rows, i);
          gint64 price, amount, measure, line;

          if (!get (plan, row, (int) c, &measure) || !get (plan, row, plan->column[HW_FIELD_UNIT_PRICE], &price)
              || !get (plan, row, plan->column[HW_FIELD_AMOUNT], &amount) || !hw_money_times (price, measure, &line))
            continue;
          compared++;
          gives += near (amount, line);
          others += measure != HW_MONEY_ONE;
        }
      if (compared >= 3 && others > 0 && gives * 10 >= compared * 9)
        plan->column[HW_FIELD_QUANTITY] = (int) c;
    }
}

void
hw_plan_find_amount (HwImportPlan *plan)
{
  Candidate list[MAX_CANDIDATES];
  guint n = 0;

  const gboolean less_fee = has_fee (plan->table);

  sort_prices (plan);
  for (guint c = 0; c < plan->table->n_columns && n < MAX_CANDIDATES; c++)
    {
      const HwColumn *column = &plan->table->columns[c];
      const int rank = less_fee && is_bare_net (column->words.words) ? 150 : rank_of (&column->words);

      if (rank == 0 || column->filled == 0 || column->numbers.numbers * 2 < column->filled || (int) c == plan->column[HW_FIELD_QUANTITY]
          || (int) c == plan->column[HW_FIELD_UNIT_PRICE])
        continue;
      list[n] = (Candidate) { .column = (int) c, .rank = rank };
      compare_lines (plan, &list[n++]);
    }

  if (n == 0 && is_order_each (plan))
    n = add_order_totals (plan, list);
  if (plan->column[HW_FIELD_AMOUNT] < 0)
    choose (plan, list, n);
  if (plan->column[HW_FIELD_AMOUNT] < 0 && plan->column[HW_FIELD_UNIT_PRICE] < 0)
    suggest (plan);
  if (plan->column[HW_FIELD_AMOUNT] >= 0 && plan->column[HW_FIELD_AMOUNT] == plan->column[HW_FIELD_UNIT_PRICE])
    plan->column[HW_FIELD_UNIT_PRICE] = -1;
  find_measured (plan);
  find_discount (plan);
  look_at_types (plan);
}
