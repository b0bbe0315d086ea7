/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money/hw-cash-flow.h"

#include "hw-cash-flow-reference.h"

#include <math.h>

/* LibreOffice's NPV() and IRR(), to ten places. */
static void
test_reference (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const double irr = hw_cash_flow_irr (references[i].net, references[i].n);

      g_assert_cmpfloat_with_epsilon (hw_cash_flow_npv (references[i].net, references[i].n, references[i].rate),
                                      references[i].npv, 1e-8);
      g_assert_cmpfloat_with_epsilon (irr, references[i].irr, 1e-9);
      g_assert_cmpfloat (fabs (hw_cash_flow_npv (references[i].net, references[i].n, irr)), <,
                         1e-9 * fabs (references[i].net[0]));
    }
}

static void
test_no_rate (void)
{
  const double only_in[] = { 1.0, 2.0 }, only_out[] = { -1.0, -2.0 }, twice[] = { -100.0, 230.0, -132.0 };
  const double lost[] = { -100.0, 0.0 }, borrowed[] = { 100.0, -110.0 };
  const double steps[] = { -100.0, 66.0, -24.2, 79.86 };

  g_assert_true (isnan (hw_cash_flow_irr (only_in, 2)));
  g_assert_true (isnan (hw_cash_flow_irr (only_out, 2)));
  g_assert_true (isnan (hw_cash_flow_irr (twice, 3)));
  g_assert_true (isnan (hw_cash_flow_irr (lost, 2)));
  g_assert_true (isnan (hw_cash_flow_irr (NULL, 0)));
  g_assert_cmpfloat_with_epsilon (hw_cash_flow_irr (borrowed, 2), 0.1, 1e-12);
  /* Signs change three times, but what is in and out so far does once: 1.1 solves it. */
  g_assert_cmpfloat_with_epsilon (hw_cash_flow_irr (steps, 4), 0.1, 1e-12);
}

static void
test_payback (void)
{
  const double even[] = { -100.0, 50.0, 50.0, 50.0 }, within[] = { -100.0, 30.0, 30.0, 80.0 };
  const double again[] = { -100.0, 150.0, -100.0, 100.0 }, never[] = { -100.0, 30.0 }, free_of_cost[] = { 0.0, 10.0 };
  const double monthly[] = { -1000.0, 500.0, 500.0, 500.0 };

  g_assert_cmpfloat (hw_cash_flow_payback (even, 4, 0.0), ==, 2.0);
  g_assert_cmpfloat (hw_cash_flow_payback (within, 4, 0.0), ==, 2.5);
  g_assert_cmpfloat (hw_cash_flow_payback (again, 4, 0.0), ==, 2.5);
  g_assert_true (isnan (hw_cash_flow_payback (never, 2, 0.0)));
  g_assert_cmpfloat (hw_cash_flow_payback (free_of_cost, 2, 0.0), ==, 0.0);
  /* 500/1.1 + 500/1.21 = 867.77; the rest of 132.23 out of 375.66. */
  g_assert_cmpfloat_with_epsilon (hw_cash_flow_payback (monthly, 4, 0.1), 2.352, 1e-3);
}

static void
test_trough (void)
{
  const double net[] = { -100.0, 20.0, -50.0, 300.0 }, good[] = { 5.0, 1.0 };
  gsize at;

  g_assert_cmpfloat (hw_cash_flow_trough (net, 4, &at), ==, 130.0);
  g_assert_cmpuint (at, ==, 2);
  g_assert_cmpfloat (hw_cash_flow_trough (good, 2, &at), ==, 0.0);
  g_assert_cmpuint (at, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cash-flow/reference", test_reference);
  g_test_add_func ("/engine/cash-flow/no-rate", test_no_rate);
  g_test_add_func ("/engine/cash-flow/payback", test_payback);
  g_test_add_func ("/engine/cash-flow/trough", test_trough);
  return g_test_run ();
}
