/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-service-chain.h"
#include "hw-policy-fixture.h"

/* A store that takes a period holds at 1, a shop that takes one more and must serve at once holds at
 * 3: stock of two periods in the shop costs 3 root 2, of one period in both costs 1 + 3. */
static void
test_worked_by_hand (void)
{
  HwServiceStage stages[] = {
    { .holding = 1.0, .bound = 1.0, .time = 1, .outbound = -1 },
    { .holding = 3.0, .bound = 1.0, .sd = 1.0, .time = 1, .outbound = 0 },
  };
  const HwServiceLink links[] = { { .supplier = 0, .customer = 1 } };
  const HwServiceChain chain = { .stages = stages, .n_stages = 2, .links = links };
  int promise[2];
  double cost;

  g_assert_true (hw_service_chain_best (&chain, promise, &cost, NULL));
  assert_near (cost, 4.0, 1e-14);
  g_assert_cmpint (promise[0], ==, 0);
  g_assert_cmpint (promise[1], ==, 0);

  stages[0].holding = 2.0;
  g_assert_true (hw_service_chain_best (&chain, promise, &cost, NULL));
  assert_near (cost, 3.0 * G_SQRT2, 1e-14);
  g_assert_cmpint (promise[0], ==, 1);

  /* Customers who wait for two periods need no stock at all. */
  stages[1].outbound = 2;
  g_assert_true (hw_service_chain_best (&chain, promise, &cost, NULL));
  g_assert_cmpfloat (cost, ==, 0.0);
  g_assert_cmpint (promise[1], ==, 2);
}

/* Source: Snyder and Shen (2019), Fundamentals of Supply Chain Theory, examples 6.3 and 6.5. */
static void
test_published (void)
{
  static const HwServiceStage line[] = {
    { .holding = 2.0, .bound = 1.0, .time = 1, .inbound = 1, .outbound = -1 },
    { .holding = 4.0, .bound = 1.0, .time = 0, .outbound = -1 },
    { .holding = 7.0, .bound = 1.0, .sd = 1.0, .time = 1, .outbound = 1 },
  };
  static const HwServiceStage tree[] = {
    { .holding = 1.0, .bound = 1.0, .time = 2, .inbound = 1, .outbound = -1 },
    { .holding = 3.0, .bound = 1.0, .sd = 1.0, .time = 1, .outbound = 0 },
    { .holding = 2.0, .bound = 1.0, .time = 1, .outbound = -1 },
    { .holding = 3.0, .bound = 1.0, .sd = 1.0, .time = 1, .outbound = 1 },
  };
  static const HwServiceLink line_links[] = { { 0, 1 }, { 1, 2 } };
  static const HwServiceLink tree_links[] = { { 0, 2 }, { 2, 1 }, { 2, 3 } };
  const HwServiceChain one = { .stages = line, .n_stages = 3, .links = line_links };
  const HwServiceChain two = { .stages = tree, .n_stages = 4, .links = tree_links };
  int promise[4];
  double cost;

  g_assert_true (hw_service_chain_best (&one, promise, &cost, NULL));
  assert_near (cost, 2.0 * G_SQRT2, 1e-14);
  g_assert_true (hw_service_chain_best (&two, promise, &cost, NULL));
  g_assert_cmpfloat_with_epsilon (cost, 8.277917, 1e-6);
  g_assert_cmpint (promise[3], ==, 1);
}

typedef struct
{
  const HwServiceChain *chain;
  double               *sd;
  int                  *promise;
  int                   most;
} Search;

/* What promises cost; a stage's inbound time is the longest promise of its suppliers. */
static double
cost_of (const Search *search)
{
  const HwServiceChain *chain = search->chain;
  double cost = 0.0;

  for (gsize i = 0; i < chain->n_stages; i++)
    {
      const HwServiceStage *s = &chain->stages[i];
      int inbound = s->inbound;

      for (gsize k = 0; k + 1 < chain->n_stages; k++)
        if (chain->links[k].customer == (int) i)
          inbound = MAX (inbound, search->promise[chain->links[k].supplier]);

      if (search->promise[i] > inbound + s->time || (s->outbound >= 0 && search->promise[i] > s->outbound))
        return INFINITY;

      cost += s->holding * s->bound * search->sd[i] * sqrt ((double) (inbound + s->time - search->promise[i]));
    }

  return cost;
}

static double
try_all (Search *search,
         gsize   i)
{
  double least = INFINITY;

  if (i == search->chain->n_stages)
    return cost_of (search);

  for (int promise = 0; promise <= search->most; promise++)
    {
      search->promise[i] = promise;
      least = MIN (least, try_all (search, i + 1));
    }

  return least;
}

/* Demand served by a stage: its own and that of all after it. */
static double
variance_of (const HwServiceChain *chain,
             int                   i)
{
  double sum = chain->stages[i].sd * chain->stages[i].sd;

  for (gsize k = 0; k + 1 < chain->n_stages; k++)
    if (chain->links[k].supplier == i)
      sum += variance_of (chain, chain->links[k].customer);

  return sum;
}

/* All promises of small networks of any form, one by one; what is found costs what it says. */
static void
test_beats_all_promises (void)
{
  HwRng rng;

  hw_rng_init (&rng, 161);
  for (int i = 0; i < 150; i++)
    {
      const int n = 1 + (int) hw_rng_below (&rng, 5);
      HwServiceStage stages[5];
      HwServiceLink links[5];
      const HwServiceChain chain = { .stages = stages, .n_stages = (gsize) n, .links = links };
      double sd[5], cost, least;
      int found[5], tried[5];
      Search search = { .chain = &chain, .sd = sd, .promise = tried };

      for (int j = 0; j < n; j++)
        {
          stages[j] = (HwServiceStage){ .holding = 0.1 + hw_rng_unit (&rng), .bound = 1.0 + hw_rng_unit (&rng),
                                        .sd = hw_rng_unit (&rng) < 0.5 ? 0.0 : 10.0 * hw_rng_unit (&rng),
                                        .time = (int) hw_rng_below (&rng, 3), .inbound = (int) hw_rng_below (&rng, 2),
                                        .outbound = (int) hw_rng_below (&rng, 4) - 1 };
          if (j > 0)
            {
              const int other = (int) hw_rng_below (&rng, (guint32) j);
              const gboolean down = hw_rng_unit (&rng) < 0.5;

              links[j - 1] = (HwServiceLink){ .supplier = down ? other : j, .customer = down ? j : other };
            }
          search.most += stages[j].time + stages[j].inbound;
        }
      for (int j = 0; j < n; j++)
        sd[j] = sqrt (variance_of (&chain, j));

      least = try_all (&search, 0);
      g_assert_true (hw_service_chain_best (&chain, found, &cost, NULL));
      g_assert_cmpfloat_with_epsilon (cost, least, 1e-10 * (1.0 + least));

      search.promise = found;
      g_assert_cmpfloat_with_epsilon (cost_of (&search), least, 1e-10 * (1.0 + least));
    }
}

/* Property: customers who wait longer never cost more; a slower stage never less. */
static void
test_orders (void)
{
  HwServiceStage stages[] = {
    { .holding = 1.0, .bound = 2.0, .time = 5, .outbound = -1 },
    { .holding = 1.5, .bound = 2.0, .time = 2, .outbound = -1 },
    { .holding = 2.0, .bound = 2.0, .sd = 10.0, .time = 3, .outbound = 0 },
    { .holding = 2.5, .bound = 2.0, .sd = 4.0, .time = 1, .outbound = 0 },
  };
  static const HwServiceLink links[] = { { 0, 1 }, { 1, 2 }, { 1, 3 } };
  const HwServiceChain chain = { .stages = stages, .n_stages = 4, .links = links };
  double cost, last = INFINITY;
  int promise[4];

  for (stages[2].outbound = 0; stages[2].outbound < 12; stages[2].outbound++, last = cost)
    {
      g_assert_true (hw_service_chain_best (&chain, promise, &cost, NULL));
      g_assert_cmpfloat (cost, <=, last);
      g_assert_cmpint (promise[2], <=, stages[2].outbound);
    }

  for (stages[2].outbound = 0, last = 0.0; stages[1].time < 12; stages[1].time++, last = cost)
    {
      g_assert_true (hw_service_chain_best (&chain, promise, &cost, NULL));
      g_assert_cmpfloat (cost, >=, last);
    }
}

static void
test_refuses (void)
{
  const HwServiceStage well = { .holding = 1.0, .bound = 1.0, .sd = 1.0, .time = 1, .outbound = 0 };
  HwServiceStage stages[3] = { well, well, well };
  HwServiceLink links[2] = { { 0, 1 }, { 1, 2 } };
  HwServiceChain chain = { .stages = stages, .n_stages = 3, .links = links };
  int promise[3];
  double cost = -7.0;

  stages[1].holding = -1.0;
  assert_refused (hw_service_chain_best (&chain, promise, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "holding");
  stages[1] = well, stages[1].sd = (double) NAN;
  assert_refused (hw_service_chain_best (&chain, promise, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "spread");
  stages[1] = well, stages[1].time = 400;
  assert_refused (hw_service_chain_best (&chain, promise, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "366");
  stages[1] = well, stages[1].time = -1;
  assert_refused (hw_service_chain_best (&chain, promise, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "time");
  stages[1] = well, links[1] = (HwServiceLink){ 1, 0 };
  assert_refused (hw_service_chain_best (&chain, promise, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "one tree");
  links[1] = (HwServiceLink){ 1, 7 };
  assert_refused (hw_service_chain_best (&chain, promise, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "link");
  chain.n_stages = 0;
  assert_refused (hw_service_chain_best (&chain, promise, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "stages");
  g_assert_cmpfloat (cost, ==, -7.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/service-chain/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/service-chain/published", test_published);
  g_test_add_func ("/engine/service-chain/beats-all-promises", test_beats_all_promises);
  g_test_add_func ("/engine/service-chain/orders", test_orders);
  g_test_add_func ("/engine/service-chain/refuses", test_refuses);

  return g_test_run ();
}
