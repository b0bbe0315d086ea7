/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-bank.h"

#include "core/hw-country.h"
#include "core/hw-money.h"

#include <string.h>

#define MOST_COLUMNS 64
#define TEXT_LEAST   6  /* letters that a text about a line has at least, on average */

static const HwColumn *
column_at (const HwImportPlan *plan,
           int                 column)
{
  return &plan->table->columns[column];
}

static gboolean
get (const HwImportPlan *plan,
     guint               row,
     int                 column,
     gint64             *value)
{
  const char *cell = hw_sample_cell (g_ptr_array_index (plan->table->rows, row), column);
  const HwNumberEvidence *numbers = &column_at (plan, column)->numbers;
  const gboolean exact = hw_sample_hint (g_ptr_array_index (plan->table->rows, row), column) == HW_CELL_NUMBER;
  const HwNumberStatus status = hw_number_read (cell, strlen (cell), !exact && numbers->sure[1] > numbers->sure[0] ? ',' : '.', value);

  return status == HW_NUMBER_OK || status == HW_NUMBER_TOO_FINE;
}

/* Figures that are no whole numbers. */
static gint64
count_fine (const HwImportPlan *plan,
            int                 column)
{
  gint64 fine = 0, value;

  for (guint i = 0; i < plan->table->rows->len; i++)
    fine += get (plan, i, column, &value) && value % HW_MONEY_ONE != 0;

  return fine;
}

/* Most cells are figures with decimals: a number of an account has none. */
static gboolean
is_money (const HwImportPlan *plan,
          int                 column)
{
  const HwColumn *it = column_at (plan, column);
  const HwNumberEvidence *numbers = &it->numbers;

  return it->filled > 0 && numbers->numbers * 10 >= (gint64) it->filled * 9 && it->dates.dates * 2 < (gint64) it->filled
         && ((numbers->sure[0] + numbers->sure[1]) * 2 >= numbers->numbers || count_fine (plan, column) * 3 >= numbers->numbers);
}

static gboolean
is_date (const HwImportPlan *plan,
         int                 column)
{
  const HwColumn *it = column_at (plan, column);

  return it->filled * 2 > plan->table->rows->len && it->dates.dates * 10 >= (gint64) it->filled * 9;
}

/* Each row has one of the two and not the other. */
static gboolean
take_turns (const HwImportPlan *plan,
            int                 a,
            int                 b)
{
  guint one = 0, both = 0;

  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      gint64 x = 0, y = 0;

      get (plan, i, a, &x);
      get (plan, i, b, &y);
      one += (x != 0) != (y != 0);
      both += x != 0 && y != 0;
    }

  return one > 0 && both * 20 <= one;
}

/* The signed amount of a row, by whatever columns tell it so far. */
static gboolean
signed_at (const HwImportPlan *plan,
           guint               row,
           int                 amount,
           int                 in,
           int                 out,
           gint64             *value)
{
  gint64 x = 0, y = 0;

  if (amount >= 0)
    return get (plan, row, amount, value);

  get (plan, row, in, &x);
  get (plan, row, out, &y);
  *value = ABS (x) - ABS (y);
  return x != 0 || y != 0;
}

/* In how many rows of 100 the figure grows by the amount, the older first or last. */
static int
grows_by (const HwImportPlan *plan,
          int                 balance,
          int                 amount,
          int                 in,
          int                 out)
{
  guint up = 0, down = 0, compared = 0;

  for (guint i = 0; i + 1 < plan->table->rows->len; i++)
    {
      gint64 here, next, first, second;

      if (!get (plan, i, balance, &here) || !get (plan, i + 1, balance, &next) || !signed_at (plan, i, amount, in, out, &first)
          || !signed_at (plan, i + 1, amount, in, out, &second))
        continue;
      compared++;
      up += here + second == next;
      down += next + first == here;
    }

  return compared > 0 ? (int) (MAX (up, down) * 100 / compared) : 0;
}

/* Words for in and out in every cell, and nothing else. */
static gboolean
says_direction (const HwImportPlan *plan,
                int                 column)
{
  guint known = 0;

  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      const char *cell = hw_sample_cell (g_ptr_array_index (plan->table->rows, i), column);

      if (*cell == '\0')
        continue;
      if (hw_cell_direction (cell, strlen (cell)) == 0)
        return FALSE;
      known++;
    }

  return known * 10 >= plan->table->rows->len * 7;
}

static int
find_direction (const HwImportPlan *plan)
{
  for (guint c = 0; c < MIN (plan->table->n_columns, MOST_COLUMNS); c++)
    if (says_direction (plan, (int) c))
      return (int) c;

  return -1;
}

static double
mean_length (const HwImportPlan *plan,
             int                 column)
{
  gsize sum = 0;
  guint filled = 0;

  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      const char *cell = hw_sample_cell (g_ptr_array_index (plan->table->rows, i), column);

      sum += strlen (cell);
      filled += *cell != '\0';
    }

  return filled > 0 ? (double) sum / filled : 0.0;
}

/* The column with the longest texts. */
static int
find_text (const HwImportPlan *plan)
{
  double longest = TEXT_LEAST;
  int best = -1;

  for (guint c = 0; c < MIN (plan->table->n_columns, MOST_COLUMNS); c++)
    {
      const HwColumn *it = column_at (plan, (int) c);
      const double length = mean_length (plan, (int) c);

      if (it->filled * 2 > plan->table->rows->len && it->numbers.numbers * 2 < (gint64) it->filled && it->dates.dates * 2 < (gint64) it->filled
          && length > longest)
        {
          longest = length;
          best = (int) c;
        }
    }

  return best;
}

static gboolean
is_currency (const char *cell)
{
  return strlen (cell) == 3 && g_ascii_isupper (*cell) && hw_currency_exists (cell);
}

static int
find_currency (const HwImportPlan *plan)
{
  for (guint c = 0; c < MIN (plan->table->n_columns, MOST_COLUMNS); c++)
    {
      guint codes = 0, others = 0;

      for (guint i = 0; i < plan->table->rows->len; i++)
        {
          const char *cell = hw_sample_cell (g_ptr_array_index (plan->table->rows, i), (int) c);

          codes += is_currency (cell);
          others += *cell != '\0' && !is_currency (cell);
        }
      if (codes > 0 && others == 0)
        return (int) c;
    }

  return -1;
}

/* Of two columns that take turns, the one of money out: its figures have a minus, or
 * the balance shrinks by them, or it stands first. */
static void
set_pair (HwImportPlan *plan,
          int           a,
          int           b,
          int           balance)
{
  int out = a, in = b;

  if (column_at (plan, b)->numbers.negative * 2 > column_at (plan, b)->numbers.numbers
      || (balance >= 0 && grows_by (plan, balance, -1, a, b) > grows_by (plan, balance, -1, b, a)))
    {
      out = b;
      in = a;
    }

  plan->column[HW_FIELD_MONEY_OUT] = out;
  plan->column[HW_FIELD_MONEY_IN] = in;
  plan->column[HW_FIELD_BALANCE] = balance;
}

/* Among columns of money without a heading: one amount, or a pair, and a balance. 2 if
 * their cells prove it. */
static int
sort_money (HwImportPlan *plan,
            const int    *money,
            guint         n)
{
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      if (take_turns (plan, money[a], money[b]))
        {
          int balance = -1;

          for (guint c = 0; c < n; c++)
            if (c != a && c != b && column_at (plan, money[c])->filled * 10 >= plan->table->rows->len * 9)
              balance = money[c];
          set_pair (plan, money[a], money[b], balance);
          return 2;
        }

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (a != b && grows_by (plan, money[b], money[a], -1, -1) >= 60)
        {
          plan->column[HW_FIELD_AMOUNT] = money[a];
          plan->column[HW_FIELD_BALANCE] = money[b];
          return 2;
        }

  /* The amount stands before the balance. */
  plan->column[HW_FIELD_AMOUNT] = money[0];
  if (n > 1 && column_at (plan, money[0])->numbers.negative == 0 && column_at (plan, money[n - 1])->numbers.negative > 0)
    plan->column[HW_FIELD_AMOUNT] = money[n - 1];
  else if (n > 1)
    plan->column[HW_FIELD_BALANCE] = money[n - 1];

  return column_at (plan, plan->column[HW_FIELD_AMOUNT])->numbers.negative > 0 || plan->column[HW_FIELD_DIRECTION] >= 0 ? 2 : 1;
}

int
hw_bank_look (HwImportPlan *plan)
{
  int money[MOST_COLUMNS], date = -1, sure;
  guint n = 0;

  if (plan->table->recognised)
    return 0;

  for (guint c = 0; c < MIN (plan->table->n_columns, MOST_COLUMNS); c++)
    if (date < 0 && is_date (plan, (int) c))
      date = (int) c;
    else if (is_money (plan, (int) c))
      money[n++] = (int) c;

  if (date < 0 || n == 0 || find_text (plan) < 0)
    return 0;

  plan->column[HW_FIELD_DIRECTION] = find_direction (plan);
  sure = sort_money (plan, money, n);
  if (plan->column[HW_FIELD_DATE] < 0)
    plan->column[HW_FIELD_DATE] = date;
  plan->column[HW_FIELD_NOTE] = find_text (plan);
  plan->column[HW_FIELD_CURRENCY] = find_currency (plan);
  return sure;
}

/* By its heading, else the first that holds dates. */
static int
find_date (const HwCast *cast)
{
  if (hw_cast_has (cast, HW_ROLE_DATE))
    return cast->best[HW_ROLE_DATE];
  if (hw_cast_has (cast, HW_ROLE_DATE_OTHER))
    return cast->best[HW_ROLE_DATE_OTHER];

  for (guint c = 0; c < MIN (cast->plan->table->n_columns, MOST_COLUMNS); c++)
    if (is_date (cast->plan, (int) c))
      return (int) c;

  return -1;
}

static gboolean
has_amount (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_NET) || hw_cast_has (cast, HW_ROLE_LINE) || hw_cast_has (cast, HW_ROLE_TOTAL) || hw_cast_has (cast, HW_ROLE_GROSS);
}

static gboolean
has_pair (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_MONEY_IN) && hw_cast_has (cast, HW_ROLE_MONEY_OUT)
         && cast->best[HW_ROLE_MONEY_IN] != cast->best[HW_ROLE_MONEY_OUT];
}

/* Some amounts are less than zero, others more: money goes both ways. */
static gboolean
goes_both_ways (const HwCast *cast)
{
  static const HwRole roles[] = { HW_ROLE_LINE, HW_ROLE_NET, HW_ROLE_TOTAL, HW_ROLE_GROSS };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (hw_cast_has (cast, roles[i]))
      {
        const HwNumberEvidence *numbers = &column_at (cast->plan, cast->best[roles[i]])->numbers;

        return numbers->negative * 4 > numbers->numbers;
      }

  return FALSE;
}

gboolean
hw_bank_is_journal (const HwCast *cast)
{
  gint64 in = 0, out = 0;

  if (hw_bank_books_accounts (cast->plan))
    return TRUE;
  if (!has_pair (cast) || !hw_cast_has (cast, HW_ROLE_LEDGER) || hw_cast_has (cast, HW_ROLE_BALANCE))
    return FALSE;

  for (guint i = 0; i < cast->plan->table->rows->len; i++)
    {
      gint64 x;

      in += get (cast->plan, i, cast->best[HW_ROLE_MONEY_IN], &x) ? x : 0;
      out += get (cast->plan, i, cast->best[HW_ROLE_MONEY_OUT], &x) ? x : 0;
    }

  return in != 0 && in == out;
}

/* Expenses stand without a minus. */
static gboolean
is_spending (const HwCast *cast)
{
  return hw_bank_names_spending (cast) && !has_pair (cast) && has_amount (cast) && !goes_both_ways (cast);
}

/* "Available" or what is left after money in and out is money where nothing is named that
 * could lie on a shelf. */
static gboolean
is_balance (const HwCast *cast)
{
  return (cast->best[HW_ROLE_STOCK] == cast->best[HW_ROLE_BALANCE] || has_pair (cast)) && !hw_cast_has (cast, HW_ROLE_ITEM) && !hw_cast_has (cast, HW_ROLE_SKU);
}

int
hw_bank_likeness (const HwCast *cast)
{
  const gboolean sold = hw_cast_has (cast, HW_ROLE_QUANTITY) || hw_cast_has (cast, HW_ROLE_PRICE) || hw_cast_has (cast, HW_ROLE_SKU)
                        || (hw_cast_has (cast, HW_ROLE_STOCK) && !is_balance (cast));
  const gboolean moves = has_pair (cast) || (has_amount (cast) && hw_cast_has (cast, HW_ROLE_DIRECTION));

  if (find_date (cast) < 0 || hw_bank_is_journal (cast))
    return 0;
  if (is_spending (cast))
    return 2;
  if (sold || (!moves && !has_amount (cast)))
    return 0;
  if (moves || hw_cast_has (cast, HW_ROLE_BALANCE) || (cast->count[HW_ROLE_BANK] >= 2 && !hw_cast_has (cast, HW_ROLE_ITEM)))
    return 2;
  if (hw_cast_has (cast, HW_ROLE_ITEM) || hw_cast_has (cast, HW_ROLE_ORDER_TOTAL))
    return 0;

  return goes_both_ways (cast) ? 2 : 1;
}

static void
set (HwImportPlan *plan,
     HwField       field,
     int           column)
{
  if (plan->column[field] < 0)
    plan->column[field] = column;
}

/* The columns that say what a line was about: texts, the surest first. */
static int
best_text (const HwImportPlan *plan,
           const HwCast       *cast)
{
  static const HwRole roles[] = { HW_ROLE_NOTE, HW_ROLE_ITEM, HW_ROLE_NAME, HW_ROLE_CUSTOMER_NAME };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (hw_cast_has (cast, roles[i]) && mean_length (plan, cast->best[roles[i]]) >= 3.0)
      return cast->best[roles[i]];

  return find_text (plan);
}

/* A wallet lists what was paid, its fee, and what is left: the last changes the balance. */
static gboolean
takes_fee (const HwImportPlan *plan)
{
  static const char *const list[] = { "fee", "fees", "fee amount", "gebuhr", "gebuhren", "frais", "comision", "tarifa", "commissione", "tariffa", "kosten", "taxa", "avgift", "gebyr" };

  for (guint c = 0; c < plan->table->n_columns; c++)
    for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
      if (g_str_equal (column_at (plan, (int) c)->words.words, list[i]) && column_at (plan, (int) c)->numbers.numbers > 0)
        return TRUE;

  return FALSE;
}

void
hw_bank_set (HwImportPlan *plan,
             const HwCast *cast)
{
  static const HwRole amounts[] = { HW_ROLE_LINE, HW_ROLE_GROSS, HW_ROLE_NET, HW_ROLE_TOTAL };
  const gboolean less_fee = hw_cast_has (cast, HW_ROLE_NET) && takes_fee (plan);

  set (plan, HW_FIELD_DATE, find_date (cast));
  set (plan, HW_FIELD_BALANCE, cast->best[HW_ROLE_BALANCE]);
  set (plan, HW_FIELD_BALANCE, cast->best[HW_ROLE_STOCK]);
  set (plan, HW_FIELD_CURRENCY, cast->best[HW_ROLE_CURRENCY]);
  set (plan, HW_FIELD_STATUS, cast->best[HW_ROLE_STATUS]);
  if (has_pair (cast) && plan->column[HW_FIELD_AMOUNT] < 0)
    {
      set (plan, HW_FIELD_MONEY_IN, cast->best[HW_ROLE_MONEY_IN]);
      set (plan, HW_FIELD_MONEY_OUT, cast->best[HW_ROLE_MONEY_OUT]);
    }

  if (less_fee && plan->column[HW_FIELD_MONEY_IN] < 0)
    set (plan, HW_FIELD_AMOUNT, cast->best[HW_ROLE_NET]);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (plan->column[HW_FIELD_MONEY_IN] < 0 && cast->best[amounts[i]] != plan->column[HW_FIELD_BALANCE])
      set (plan, HW_FIELD_AMOUNT, cast->best[amounts[i]]);

  if (plan->column[HW_FIELD_AMOUNT] >= 0)
    {
      const int said = hw_cast_has (cast, HW_ROLE_DIRECTION) ? cast->best[HW_ROLE_DIRECTION] : find_direction (plan);

      if (said >= 0 && says_direction (plan, said))
        set (plan, HW_FIELD_DIRECTION, said);
    }
  plan->spent = plan->column[HW_FIELD_AMOUNT] >= 0 && is_spending (cast);
  if (plan->column[HW_FIELD_NOTE] < 0)
    set (plan, HW_FIELD_NOTE, best_text (plan, cast));
}
