/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-supplier-order.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>

#define COIN(x) ((HwMoney) ((x) * 10000))

/* Two items in packs of 10. Tea at 2 a unit asks for 20, worth 12, and loses 1 with
 * the next pack and 3 with the one after. Cups at 3 ask for none: a pack loses 2. */
static const HwBudgetOption goods[] = {
  { 10, COIN (20), 0, 8.0 }, { 20, COIN (40), 0, 12.0 }, { 30, COIN (60), 0, 11.0 }, { 40, COIN (80), 0, 8.0 },
  { 10, COIN (30), 0, -2.0 }, { 20, COIN (60), 0, -5.0 },
};
static const gsize first[] = { 0, 4, 6 };

static HwSupplierOrderInput
plain (void)
{
  return (HwSupplierOrderInput) { .options = goods, .first = first, .n_items = 2 };
}

/* The answer, after checks of all that always holds. */
static void
plan (const HwSupplierOrderInput *input,
      HwSupplierOrder            *out)
{
  g_autoptr (GError) error = NULL;
  HwMoney cost = 0;

  g_assert_true (hw_supplier_order_plan (input, out, &error));
  g_assert_no_error (error);

  for (gsize i = 0; i < input->n_items; i++)
    {
      const HwBudgetOption *option = &input->options[input->first[i] + (gsize) MAX (out->chosen[i], 0)];

      g_assert_cmpfloat (out->amount[i], ==, out->chosen[i] < 0 ? 0.0 : option->amount);
      g_assert_true (out->wait || out->amount[i] >= out->asked[i]);
      g_assert_true (input->most == NULL || out->amount[i] <= MAX (input->most[i], out->asked[i]));
      cost += out->chosen[i] < 0 ? 0 : option->cost;
    }

  g_assert_cmpint (out->cost, ==, cost);
  g_assert_true (out->wait ? cost == 0 && out->freight == 0 && out->gain == 0.0
                           : cost >= input->minimum && out->gain > 0.0);
  g_assert_cmpfloat (out->fill_cost, >=, 0.0);
}

static void
test_as_asked (void)
{
  HwSupplierOrderInput input = plain ();
  g_auto (HwSupplierOrder) out = { 0 };

  input.minimum = COIN (40);
  plan (&input, &out);
  g_assert_cmpint (out.reason, ==, HW_SUPPLIER_AS_ASKED);
  g_assert_cmpfloat (out.amount[0], ==, 20.0);
  g_assert_cmpfloat (out.amount[1], ==, 0.0);
  g_assert_cmpint (out.cost, ==, COIN (40));
  g_assert_cmpint (out.missing, ==, 0);
  g_assert_cmpfloat (out.gain, ==, 12.0);
  g_assert_cmpfloat (out.fill_cost, ==, 0.0);
}

/* To 60 a pack of tea loses 1, a pack of cups 2. To 70 cups alone lose 2, and two
 * packs of tea more would lose 4. To 90: one of each, 3. */
static void
test_to_minimum (void)
{
  const struct { double minimum, tea, cups, loss; } cases[] = {
    { 41, 30, 0, 1 }, { 60, 30, 0, 1 }, { 61, 20, 10, 2 }, { 70, 20, 10, 2 }, { 90, 30, 10, 3 }, { 140, 40, 20, 9 },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      HwSupplierOrderInput input = plain ();
      g_auto (HwSupplierOrder) out = { 0 };

      input.minimum = COIN (cases[k].minimum);
      plan (&input, &out);
      g_assert_cmpint (out.reason, ==, HW_SUPPLIER_TO_MINIMUM);
      g_assert_cmpfloat (out.amount[0], ==, cases[k].tea);
      g_assert_cmpfloat (out.amount[1], ==, cases[k].cups);
      g_assert_cmpfloat (out.fill_cost, ==, cases[k].loss);
      g_assert_cmpfloat (out.gain, ==, 12.0 - cases[k].loss);
      g_assert_cmpint (out.missing, ==, COIN (cases[k].minimum - 40));
    }
}

/* 141 is more than there is; 120 is more than sells in time where tea keeps for 30
 * and cups for 10. What an item asks for stays, though it lasts longer. */
static void
test_out_of_reach (void)
{
  const double most[] = { 30, 10 }, short_lived[] = { 5, 0 };
  HwSupplierOrderInput input = plain ();

  {
    g_auto (HwSupplierOrder) out = { 0 };

    input.minimum = COIN (141);
    plan (&input, &out);
    g_assert_cmpint (out.reason, ==, HW_SUPPLIER_OUT_OF_REACH);
    g_assert_true (out.wait);
    g_assert_cmpint (out.missing, ==, COIN (101));
    g_assert_cmpfloat (out.asked[0], ==, 20.0);
  }
  {
    g_auto (HwSupplierOrder) out = { 0 };

    input.minimum = COIN (120);
    input.most = most;
    plan (&input, &out);
    g_assert_cmpint (out.reason, ==, HW_SUPPLIER_OUT_OF_REACH);
  }
  {
    g_auto (HwSupplierOrder) out = { 0 };

    input.minimum = 0;
    input.most = short_lived;
    plan (&input, &out);
    g_assert_cmpint (out.reason, ==, HW_SUPPLIER_AS_ASKED);
    g_assert_cmpfloat (out.amount[0], ==, 20.0);
  }
}

/* Filling up to 70 loses 2 of 12; if the order were worth 1.5, it would wait. */
static void
test_wait_for_minimum (void)
{
  const HwBudgetOption little[] = { { 20, COIN (40), 0, 1.5 }, { 10, COIN (30), 0, -2.0 } };
  const gsize two[] = { 0, 1, 2 };
  const HwSupplierOrderInput input = { .options = little, .first = two, .n_items = 2, .minimum = COIN (70) };
  g_auto (HwSupplierOrder) out = { 0 };

  plan (&input, &out);
  g_assert_cmpint (out.reason, ==, HW_SUPPLIER_WAIT_MINIMUM);
  g_assert_true (out.wait);
  g_assert_cmpint (out.missing, ==, COIN (30));
}

/* Freight 5, free from 70. An order at the next look is sure: the freight of today
 * is saved by waiting. Filling up loses 2 and saves 5: 12 - 2. With free freight from
 * 90 it loses 3: 9 against 7 as asked; from 141 there is no way. */
static void
test_to_free_freight (void)
{
  HwFreightStep freight[] = { { 0, COIN (5) }, { COIN (70), 0 } };
  const struct { double from, gain; HwSupplierReason reason; } cases[] = {
    { 70, 10, HW_SUPPLIER_TO_FREIGHT }, { 90, 9, HW_SUPPLIER_TO_FREIGHT }, { 141, 7, HW_SUPPLIER_AS_ASKED },
    { 40, 12, HW_SUPPLIER_AS_ASKED },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      HwSupplierOrderInput input = plain ();
      g_auto (HwSupplierOrder) out = { 0 };

      freight[1].value = COIN (cases[k].from);
      input.freight = freight;
      input.n_freight = 2;
      input.again = 1.0;
      plan (&input, &out);
      g_assert_cmpint (out.reason, ==, cases[k].reason);
      g_assert_cmpfloat_with_epsilon (out.gain, cases[k].gain, 1e-9);
      g_assert_cmpint (out.freight, ==, cases[k].reason == HW_SUPPLIER_AS_ASKED && cases[k].from > 40 ? COIN (5) : 0);
    }
}

/* Freight 15 for what is worth 12: wait if an order goes out next time anyhow; if
 * none does, the freight is only put off, and the order goes now. */
static void
test_wait_for_freight (void)
{
  const HwFreightStep freight[] = { { 0, COIN (15) } };
  HwSupplierOrderInput input = plain ();

  input.freight = freight;
  input.n_freight = 1;
  for (input.again = 0.0; input.again <= 1.0; input.again += 0.25)
    {
      g_auto (HwSupplierOrder) out = { 0 };

      plan (&input, &out);
      g_assert_cmpint (out.reason, ==, input.again > 0.8 ? HW_SUPPLIER_WAIT_FREIGHT : HW_SUPPLIER_AS_ASKED);
    }
}

static void
test_nothing (void)
{
  const HwBudgetOption none[] = { { 10, COIN (30), 0, -2.0 }, { 20, COIN (60), 0, 0.0 } };
  const gsize two[] = { 0, 1, 2 };
  const HwFreightStep freight[] = { { 0, COIN (15) } };
  HwSupplierOrderInput input = { .options = none, .first = two, .n_items = 2, .freight = freight, .n_freight = 1 };

  for (input.n_items = 0; input.n_items <= 2; input.n_items++)
    {
      g_auto (HwSupplierOrder) out = { 0 };

      plan (&input, &out);
      g_assert_cmpint (out.reason, ==, HW_SUPPLIER_NOTHING);
      g_assert_cmpint (out.missing, ==, 0);
    }
}

/* Best gain over all baskets with no less than is asked of any item. */
static double
try_all (const HwSupplierOrderInput *in,
         const HwSupplierOrder      *answer,
         gsize                       item,
         HwMoney                     cost,
         double                      worth)
{
  double best = 0.0;

  if (item == in->n_items)
    {
      HwMoney freight = 0, put_off = 0;

      for (gsize k = 0; k < in->n_freight; k++)
        {
          freight = in->freight[k].value <= cost ? in->freight[k].freight : freight;
          put_off = in->freight[k].value <= MAX (answer->asked_cost, in->minimum) ? in->freight[k].freight : put_off;
        }
      return cost < in->minimum ? 0.0
                                : worth - (double) freight / 1e4 + (1.0 - in->again) * (double) put_off / 1e4;
    }

  if (answer->asked[item] <= 0.0)
    best = try_all (in, answer, item + 1, cost, worth);
  for (gsize j = in->first[item]; j < in->first[item + 1]; j++)
    {
      const HwBudgetOption *o = &in->options[j];

      if (o->amount >= answer->asked[item] && o->amount <= MAX (in->most[item], answer->asked[item]))
        best = MAX (best, try_all (in, answer, item + 1, cost + o->cost, worth + o->worth));
    }

  return best;
}

/* Six items with up to four packs, worth of any shape: no basket is better. */
static void
test_brute_force (void)
{
  int seen[HW_SUPPLIER_OUT_OF_REACH + 1] = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 77);
  for (int k = 0; k < 400; k++)
    {
      HwBudgetOption options[24];
      double most[6];
      gsize begin[7] = { 0 };
      HwFreightStep freight[3] = { { 0, COIN (9) }, { COIN (120), COIN (4) }, { COIN (200), 0 } };
      HwSupplierOrderInput input = { options, begin, most, 6, 0, freight, 3, 0.0 };
      g_auto (HwSupplierOrder) out = { 0 };
      double best;

      for (gsize i = 0; i < 6; i++)
        {
          const double price = 1.0 + 9.0 * hw_rng_unit (&rng);
          double worth = 6.0 * hw_rng_unit (&rng) - 3.0;

          for (gsize j = begin[i]; j < begin[i] + 4; j++)
            {
              const double amount = 3.0 * (double) (j - begin[i] + 1);

              options[j] = (HwBudgetOption) { amount, hw_scaled_from_double (price * amount), 0, worth };
              worth -= 4.0 * hw_rng_unit (&rng) - (k % 3 == 0 ? 2.0 : 0.0);
            }
          begin[i + 1] = begin[i] + 4;
          most[i] = 12.0 * hw_rng_unit (&rng);
        }
      input.minimum = k % 2 == 0 ? COIN (hw_rng_below (&rng, 250)) : 0;
      input.again = hw_rng_unit (&rng);

      plan (&input, &out);
      best = out.reason == HW_SUPPLIER_NOTHING ? 0.0 : try_all (&input, &out, 0, 0, 0.0);
      g_assert_cmpfloat_with_epsilon (out.gain, MAX (best, 0.0), 1e-7);
      seen[out.reason]++;
    }

  g_test_message ("as asked %d, to the minimum %d, to less freight %d, waiting %d + %d + %d, nothing %d",
                  seen[HW_SUPPLIER_AS_ASKED], seen[HW_SUPPLIER_TO_MINIMUM], seen[HW_SUPPLIER_TO_FREIGHT],
                  seen[HW_SUPPLIER_WAIT_MINIMUM], seen[HW_SUPPLIER_WAIT_FREIGHT], seen[HW_SUPPLIER_OUT_OF_REACH],
                  seen[HW_SUPPLIER_NOTHING]);
  for (int reason = HW_SUPPLIER_AS_ASKED; reason <= HW_SUPPLIER_OUT_OF_REACH; reason++)
    g_assert_cmpint (seen[reason], >, 0);
}

static void
check_refused (HwSupplierOrderInput input)
{
  g_auto (HwSupplierOrder) out = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_supplier_order_plan (&input, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_assert_null (out.chosen);
}

static void
test_refusals (void)
{
  const HwBudgetOption odd[] = { { 10, COIN (20), 0, NAN } };
  const gsize one[] = { 0, 1 };
  const double below[] = { -1, 10 }, none[] = { NAN, 10 };
  const HwFreightStep rising[] = { { 0, COIN (5) }, { COIN (70), COIN (6) } };
  const HwFreightStep late[] = { { COIN (1), COIN (5) } };
  const HwFreightStep twice[] = { { 0, COIN (5) }, { 0, COIN (4) } };
  const HwFreightStep negative[] = { { 0, -1 } };
  HwSupplierOrderInput input = plain ();

  input.minimum = -1;
  check_refused (input);
  input.minimum = 0;
  input.again = 1.1;
  check_refused (input);
  input.again = NAN;
  check_refused (input);
  input.again = 0.0;
  input.most = below;
  check_refused (input);
  input.most = none;
  check_refused (input);
  input.most = NULL;
  input.n_freight = 2;
  input.freight = rising;
  check_refused (input);
  input.freight = twice;
  check_refused (input);
  input.n_freight = 1;
  input.freight = late;
  check_refused (input);
  input.freight = negative;
  check_refused (input);
  check_refused ((HwSupplierOrderInput) { .options = odd, .first = one, .n_items = 1 });
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/supplier-order/as-asked", test_as_asked);
  g_test_add_func ("/engine/supplier-order/to-minimum", test_to_minimum);
  g_test_add_func ("/engine/supplier-order/out-of-reach", test_out_of_reach);
  g_test_add_func ("/engine/supplier-order/wait-for-minimum", test_wait_for_minimum);
  g_test_add_func ("/engine/supplier-order/to-free-freight", test_to_free_freight);
  g_test_add_func ("/engine/supplier-order/wait-for-freight", test_wait_for_freight);
  g_test_add_func ("/engine/supplier-order/nothing", test_nothing);
  g_test_add_func ("/engine/supplier-order/brute-force", test_brute_force);
  g_test_add_func ("/engine/supplier-order/refusals", test_refusals);

  return g_test_run ();
}
