/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-budget.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define COIN(x) ((HwMoney) ((x) * 10000))

/* A list of items with random amounts. */
typedef struct
{
  HwBudgetOption *options; /* (owned) */
  gsize          *first;   /* (owned) */
  HwBudgetInput   input;
} List;

static void
list_clear (List *self)
{
  g_clear_pointer (&self->options, g_free);
  g_clear_pointer (&self->first, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

/* Packs of an item at one price; their worth rises, ever less, or (@wild) in steps
 * of any size, as with minimum orders. @shares: of what all would take. */
static void
list_init (List    *self,
           HwRng   *rng,
           gsize    n_items,
           gsize    n_amounts,
           gboolean wild,
           double   budget_share,
           double   space_share)
{
  double all_cost = 0.0, all_space = 0.0;

  self->options = g_new0 (HwBudgetOption, n_items * n_amounts);
  self->first = g_new0 (gsize, n_items + 1);
  for (gsize i = 0; i < n_items; i++)
    {
      const double price = exp (1.0 + hw_rng_normal (rng)), size = exp (0.7 * hw_rng_normal (rng));
      const double margin = price * (0.1 + hw_rng_unit (rng)), pack = 1.0 + hw_rng_below (rng, 12);
      double worth = -1.0 - hw_rng_unit (rng);

      self->first[i + 1] = self->first[i] + n_amounts;
      for (gsize k = 0; k < n_amounts; k++)
        {
          const double chance = wild ? 1.5 * hw_rng_unit (rng) - 0.3 : 0.9 - 1.1 * (double) k / (double) n_amounts;
          HwBudgetOption *option = &self->options[self->first[i] + k];

          worth += margin * pack * chance;
          option->amount = pack * (double) (k + 1);
          option->cost = hw_scaled_from_double (price * option->amount);
          option->space = (gint64) (100.0 * size * option->amount);
          option->worth = worth;
        }
      all_cost += 0.5 * (double) self->options[self->first[i + 1] - 1].cost;
      all_space += 0.5 * (double) self->options[self->first[i + 1] - 1].space;
    }

  self->input = (HwBudgetInput) {
    self->options, self->first, n_items,
    budget_share > 0.0 ? (HwMoney) (budget_share * all_cost) : HW_BUDGET_NO_LIMIT,
    space_share > 0.0 ? (gint64) (space_share * all_space) : HW_BUDGET_NO_LIMIT,
  };
}

/* Spends and checks all that always holds. */
static void
spend (const HwBudgetInput *input,
       HwBudget            *out)
{
  g_autoptr (GError) error = NULL;
  HwMoney cost = 0;
  gint64 space = 0;
  double worth = 0.0;

  g_assert_true (hw_budget_spend (input, out, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (out->n_items, ==, input->n_items);

  for (gsize i = 0; i < input->n_items; i++)
    {
      const HwBudgetOption *option = &input->options[input->first[i] + (gsize) MAX (out->chosen[i], 0)];

      if (out->chosen[i] < 0)
        {
          g_assert_cmpfloat (out->amount[i], ==, 0.0);
          continue;
        }
      g_assert_cmpuint ((gsize) out->chosen[i], <, input->first[i + 1] - input->first[i]);
      g_assert_cmpfloat (out->amount[i], ==, option->amount);
      g_assert_cmpfloat (option->worth, >, 0.0);
      cost += option->cost;
      space += option->space;
      worth += option->worth;
    }

  g_assert_cmpint (out->cost, ==, cost);
  g_assert_cmpint (out->space, ==, space);
  g_assert_cmpfloat_with_epsilon (out->worth, worth, 1e-9 * worth + 1e-12);
  g_assert_true (input->budget == HW_BUDGET_NO_LIMIT || cost <= input->budget);
  g_assert_true (input->space == HW_BUDGET_NO_LIMIT || space <= input->space);
  g_assert_cmpfloat (out->worth, <=, out->bound);
}

/* The best of all choices of the items from @item on. */
static double
try_all (const HwBudgetInput *in,
         gsize                item,
         gint64               budget,
         gint64               space)
{
  double best;

  if (item == in->n_items)
    return 0.0;

  best = try_all (in, item + 1, budget, space);
  for (gsize j = in->first[item]; j < in->first[item + 1]; j++)
    {
      const HwBudgetOption *o = &in->options[j];

      if (o->cost <= budget && o->space <= space)
        best = MAX (best, o->worth + try_all (in, item + 1, budget - o->cost, space - o->space));
    }

  return best;
}

static double
brute_force (const HwBudgetInput *in)
{
  return try_all (in, 0, in->budget == HW_BUDGET_NO_LIMIT ? G_MAXINT64 : in->budget,
                  in->space == HW_BUDGET_NO_LIMIT ? G_MAXINT64 : in->space);
}

/* Three items for 10 coins. A: 4 for 9, 8 for 12. B: 5 for 10. C: 6 for 11, or 1 for 1.
 * A 4 and B 5 make 19 for 9, and C 1 for the last coin: 20. A 4 and C 6 make 20 as
 * well, for 10. A coin more buys nothing less than 1. */
static void
test_by_hand (void)
{
  const HwBudgetOption options[] = {
    { 4, COIN (4), 1, 9.0 }, { 8, COIN (8), 2, 12.0 }, { 5, COIN (5), 9, 10.0 },
    { 6, COIN (6), 3, 11.0 }, { 1, COIN (1), 1, 1.0 },
  };
  const gsize first[] = { 0, 2, 3, 5 };
  HwBudgetInput input = { options, first, 3, COIN (10), HW_BUDGET_NO_LIMIT };

  {
    g_auto (HwBudget) out = { 0 };

    spend (&input, &out);
    g_assert_cmpfloat (out.worth, ==, 20.0);
    g_assert_cmpint (out.cost, ==, COIN (10));
    g_assert_cmpfloat (out.per_coin, >, 0.5);
    g_assert_cmpfloat (out.per_coin, <, 3.0);
  }

  /* Room for 5: only without B. */
  {
    g_auto (HwBudget) out = { 0 };

    input.space = 5;
    spend (&input, &out);
    g_assert_cmpfloat (out.worth, ==, 20.0);
    g_assert_cmpint (out.chosen[0], ==, 0);
    g_assert_cmpint (out.chosen[1], ==, -1);
    g_assert_cmpint (out.chosen[2], ==, 0);
  }

  /* No limits: everything worth most. */
  {
    g_auto (HwBudget) out = { 0 };

    input.space = input.budget = HW_BUDGET_NO_LIMIT;
    spend (&input, &out);
    g_assert_cmpfloat (out.worth, ==, 33.0);
    g_assert_cmpfloat (out.bound, ==, 33.0);
    g_assert_cmpfloat (out.per_coin, ==, 0.0);
  }
}

static void
test_at_the_edges (void)
{
  const HwBudgetOption options[] = { { 1, 0, 0, 2.0 }, { 2, COIN (3), 1, 5.0 }, { 1, COIN (1), 1, -4.0 } };
  const gsize first[] = { 0, 2, 2, 3 };
  HwBudgetInput input = { options, first, 3, 0, 0 };

  {
    g_auto (HwBudget) out = { 0 };

    spend (&input, &out); /* what costs nothing is taken, a loss never */
    g_assert_cmpfloat (out.worth, ==, 2.0);
    g_assert_cmpint (out.chosen[1], ==, -1);
    g_assert_cmpint (out.chosen[2], ==, -1);
  }
  {
    g_auto (HwBudget) out = { 0 };

    input.n_items = 0;
    spend (&input, &out);
    g_assert_cmpfloat (out.worth, ==, 0.0);
  }
}

/* Every choice of 7 items with 4 amounts, worth of any shape, one or both limits,
 * tight and wide: the answer is the best one, but for the millionth it may miss. */
static void
test_brute_force (void)
{
  int n_exact = 0;
  HwRng rng;

  hw_rng_init (&rng, 42);
  for (int k = 0; k < 300; k++)
    {
      g_auto (List) list = { 0 };
      g_auto (HwBudget) out = { 0 };
      double best;

      list_init (&list, &rng, 7, 4, k % 2 == 0, k % 3 == 0 ? 0.0 : 0.05 + 0.9 * hw_rng_unit (&rng),
                 k % 3 == 1 ? 0.0 : 0.05 + 0.9 * hw_rng_unit (&rng));
      spend (&list.input, &out);
      best = brute_force (&list.input);
      g_assert_cmpfloat (out.bound, >=, best * (1.0 - 1e-12));
      g_assert_cmpfloat_with_epsilon (out.worth, best, 1e-6 * best + 1e-12);
      n_exact++;
    }

  g_test_message ("%d small lists, all exact", n_exact);
}

/* The list as a program for GLPK, one 0-or-1 column for each option. */
static char *
write_problem (const HwBudgetInput *in)
{
  g_autoptr (GString) text = g_string_new ("Maximize\n worth:");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize j = 0; j < in->first[in->n_items]; j++)
    g_string_append_printf (text, " %s%s x%" G_GSIZE_FORMAT "\n", in->options[j].worth < 0.0 ? "" : "+ ",
                            g_ascii_dtostr (number, sizeof number, in->options[j].worth), j);
  g_string_append (text, "Subject To\n");
  for (gsize i = 0; i < in->n_items; i++)
    {
      g_string_append_printf (text, " item%" G_GSIZE_FORMAT ":", i);
      for (gsize j = in->first[i]; j < in->first[i + 1]; j++)
        g_string_append_printf (text, " + x%" G_GSIZE_FORMAT, j);
      g_string_append (text, " <= 1\n");
    }
  for (int limit = 0; limit < 2; limit++)
    {
      const gint64 most = limit == 0 ? in->budget : in->space;

      if (most == HW_BUDGET_NO_LIMIT)
        continue;
      g_string_append_printf (text, " limit%d:", limit);
      for (gsize j = 0; j < in->first[in->n_items]; j++)
        g_string_append_printf (text, " + %" G_GINT64_FORMAT " x%" G_GSIZE_FORMAT "\n",
                                limit == 0 ? in->options[j].cost : in->options[j].space, j);
      g_string_append_printf (text, " <= %" G_GINT64_FORMAT "\n", most);
    }
  g_string_append (text, "Binary\n");
  for (gsize j = 0; j < in->first[in->n_items]; j++)
    g_string_append_printf (text, " x%" G_GSIZE_FORMAT "\n", j);
  g_string_append (text, "End\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* GLPK's best worth; NAN if it did not prove one in time. */
static double
ask_glpk (const HwBudgetInput *in,
          const char          *program,
          const char          *folder)
{
  g_autofree char *problem = g_build_filename (folder, "problem.lp", NULL);
  g_autofree char *answer = g_build_filename (folder, "answer.txt", NULL);
  g_autofree char *text = write_problem (in);
  g_autofree char *lines = NULL;
  const char *argv[] = { program, "--lp", problem, "--write", answer, "--tmlim", "10", "--cuts", NULL };
  const char *line;
  double worth = NAN;

  g_assert_true (g_file_set_contents (problem, text, -1, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                               NULL, NULL, NULL, NULL, NULL, NULL));
  if (g_file_get_contents (answer, &lines, NULL, NULL))
    {
      line = strstr (lines, "\ns mip "); /* s mip rows columns o worth */
      if (line != NULL && (line = strstr (line, " o ")) != NULL)
        worth = g_ascii_strtod (line + 3, NULL);
    }

  g_remove (problem);
  g_remove (answer);
  return worth;
}

static void
test_glpk (void)
{
  g_autofree char *program = g_find_program_in_path ("glpsol");
  g_autofree char *folder = NULL;
  double widest = 0.0, widest_two = 0.0;
  int n_proved = 0;
  HwRng rng;

  if (program == NULL)
    {
      g_test_skip ("glpsol is not installed (package glpk-utils): nothing to hold the answers against");
      return;
    }

  folder = g_dir_make_tmp ("headway-budget-XXXXXX", NULL);
  g_assert_nonnull (folder);
  hw_rng_init (&rng, 7);
  for (int k = 0; k < 24; k++)
    {
      const gsize n_items = 10 + hw_rng_below (&rng, 51);
      const gboolean two = k % 2 == 1;
      g_auto (List) list = { 0 };
      g_auto (HwBudget) out = { 0 };
      double best, gap;

      list_init (&list, &rng, n_items, 5, k % 4 >= 2, 0.1 + 0.7 * hw_rng_unit (&rng),
                 two ? 0.1 + 0.7 * hw_rng_unit (&rng) : 0.0);
      spend (&list.input, &out);
      best = ask_glpk (&list.input, program, folder);
      if (isnan (best))
        continue;

      gap = (best - out.worth) / best;
      g_assert_cmpfloat (gap, <, 0.001); /* a hundredth is promised */
      g_assert_cmpfloat (gap, >, -1e-6);
      g_assert_cmpfloat (out.bound, >=, best * (1.0 - 1e-6));
      widest = MAX (widest, two ? 0.0 : gap);
      widest_two = MAX (widest_two, two ? gap : 0.0);
      n_proved++;
    }

  g_rmdir (folder);
  g_test_message ("%d lists proved by GLPK: at most %.2g of it is missed with one limit, %.2g with two", n_proved,
                  widest, widest_two);
  g_assert_cmpint (n_proved, >=, 12);
}

/* Ten thousand items with twenty amounts: near the bound, and quick. */
static void
test_many (void)
{
  for (int k = 0; k < 4; k++)
    {
      g_auto (List) list = { 0 };
      g_auto (HwBudget) out = { 0 };
      double seconds;
      HwRng rng;

      hw_rng_init (&rng, 100 + k);
      list_init (&list, &rng, 10000, 20, k % 2 == 1, 0.3, k >= 2 ? 0.3 : 0.0);
      g_test_timer_start ();
      spend (&list.input, &out);
      seconds = g_test_timer_elapsed ();
      g_test_message ("10,000 items, %d limits: %.3f s, at most %.2g below the best", k >= 2 ? 2 : 1, seconds,
                      (out.bound - out.worth) / out.bound);
      g_assert_cmpfloat (out.worth, >, out.bound * (1.0 - 1e-4));
    }
}

/* More money is never worth less, beyond what the answer may miss; the coin's price
 * is what a little more brings. */
static void
test_more_is_not_less (void)
{
  g_auto (List) list = { 0 };
  double last = 0.0, price = INFINITY;
  HwRng rng;

  hw_rng_init (&rng, 9);
  list_init (&list, &rng, 400, 10, FALSE, 0.02, 0.0);
  for (int k = 0; k < 20; k++, list.input.budget = list.input.budget / 5 * 6)
    {
      g_auto (HwBudget) out = { 0 };

      spend (&list.input, &out);
      g_assert_cmpfloat (out.worth, >=, last * (1.0 - 1e-6));
      g_assert_cmpfloat (out.per_coin, <=, price * (1.0 + 1e-9));
      last = out.worth;
      price = out.per_coin;
    }
}

static void
check_refused (HwBudgetOption option,
               HwMoney        budget,
               gint64         space)
{
  const HwBudgetOption options[] = { { 1, COIN (1), 1, 1.0 }, option };
  const gsize first[] = { 0, 1, 2 };
  const HwBudgetInput input = { options, first, 2, budget, space };
  g_auto (HwBudget) out = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_budget_spend (&input, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_assert_null (out.chosen);
}

static void
test_refusals (void)
{
  check_refused ((HwBudgetOption) { 1, COIN (1), 1, NAN }, 10, 10);
  check_refused ((HwBudgetOption) { 1, COIN (1), 1, INFINITY }, 10, 10);
  check_refused ((HwBudgetOption) { NAN, COIN (1), 1, 1.0 }, 10, 10);
  check_refused ((HwBudgetOption) { 0, COIN (1), 1, 1.0 }, 10, 10);
  check_refused ((HwBudgetOption) { -1, COIN (1), 1, 1.0 }, 10, 10);
  check_refused ((HwBudgetOption) { 1, -1, 1, 1.0 }, 10, 10);
  check_refused ((HwBudgetOption) { 1, 1, -1, 1.0 }, 10, 10);
  check_refused ((HwBudgetOption) { 1, 1, 1, 1.0 }, -2, 10);
  check_refused ((HwBudgetOption) { 1, 1, 1, 1.0 }, 10, -2);
  check_refused ((HwBudgetOption) { 1, G_MAXINT64, 1, 1.0 }, 10, 10); /* the sum cannot be told */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/budget/by-hand", test_by_hand);
  g_test_add_func ("/engine/budget/at-the-edges", test_at_the_edges);
  g_test_add_func ("/engine/budget/brute-force", test_brute_force);
  g_test_add_func ("/engine/budget/glpk", test_glpk);
  g_test_add_func ("/engine/budget/many", test_many);
  g_test_add_func ("/engine/budget/more-is-not-less", test_more_is_not_less);
  g_test_add_func ("/engine/budget/refusals", test_refusals);

  return g_test_run ();
}
