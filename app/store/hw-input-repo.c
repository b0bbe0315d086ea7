/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-input-repo.h"

#include "core/hw-money.h"
#include "store/hw-statement.h"

static HwStatement *
ask (HwStore     *store,
     const char  *sql,
     HwDay        from,
     HwDay        to,
     GError     **error)
{
  HwStatement *statement = hw_statement_new (store, sql, error);

  if (statement != NULL)
    {
      hw_statement_set_day (statement, 1, from);
      hw_statement_set_day (statement, 2, to);
    }

  return statement;
}

static gboolean
count_days (HwStore        *store,
            HwDay           from,
            HwDay           to,
            HwInputCounts  *counts,
            GError        **error)
{
  g_autoptr (HwStatement) days = ask (store, "SELECT day, COUNT (*) FROM sale WHERE day BETWEEN ?1 AND ?2 GROUP BY day",
                                      from, to, error);

  while (days != NULL && hw_statement_next (days, error))
    {
      const double n = (double) hw_statement_get_int (days, 1);

      counts->weekday[hw_day_weekday (hw_statement_get_day (days, 0))] += n;
      counts->n += n;
    }

  return days != NULL && hw_statement_done (days);
}

static gsize
find_size (HwMoney amount)
{
  gsize size = 0;

  for (HwMoney top = HW_MONEY_ONE; amount >= top && size + 1 < HW_INPUT_SIZES; top *= 2)
    size++;

  return size;
}

static gboolean
count_sizes (HwStore        *store,
             HwDay           from,
             HwDay           to,
             HwInputCounts  *counts,
             GError        **error)
{
  g_autoptr (HwStatement) sizes = ask (store, "SELECT amount, COUNT (*) FROM sale WHERE day BETWEEN ?1 AND ?2 "
                                              "AND amount >= 0 GROUP BY amount", from, to, error);

  while (sizes != NULL && hw_statement_next (sizes, error))
    counts->size[find_size (hw_statement_get_int (sizes, 0))] += (double) hw_statement_get_int (sizes, 1);

  return sizes != NULL && hw_statement_done (sizes);
}

static gboolean
count_new (HwStore        *store,
           HwDay           from,
           HwDay           to,
           HwInputCounts  *counts,
           GError        **error)
{
  g_autoptr (HwStatement) new = ask (store, "SELECT COUNT (*) FROM sale WHERE day BETWEEN ?1 AND ?2 AND product_id NOT IN "
                                            "(SELECT product_id FROM sale WHERE day < ?1)", from, to, error);

  if (new == NULL || !hw_statement_next (new, error))
    return FALSE;

  counts->n_new = (double) hw_statement_get_int (new, 0);
  return TRUE;
}

gboolean
hw_input_repo_count (HwStore        *store,
                     HwDay           from,
                     HwDay           to,
                     HwInputCounts  *counts,
                     GError        **error)
{
  *counts = (HwInputCounts) { 0 };
  return count_days (store, from, to, counts, error) && count_sizes (store, from, to, counts, error) &&
         count_new (store, from, to, counts, error);
}
