/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-lead-time.h"

#include "hw-policy-fixture.h"

#define LONG 400 /* room for every waiting time */

static void
learn (HwLeadTimeInput  input,
       double          *chance,
       gsize            n)
{
  g_autoptr (GError) error = NULL;
  double sum = 0.0;

  g_assert_true (hw_lead_time_learn (&input, chance, n, &error));
  g_assert_no_error (error);
  for (gsize k = 0; k < n; k++)
    {
      g_assert_cmpfloat (chance[k], >=, 0.0);
      sum += chance[k];
    }

  g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
}

static int
likeliest (const double *chance,
           int           n)
{
  int best = 0;

  for (int k = 1; k < n; k++)
    if (chance[k] > chance[best])
      best = k;

  return best;
}

static void
test_mean_and_quantile (void)
{
  const double chance[] = { 0.0, 0.5, 0.3, 0.2 };

  g_assert_cmpfloat_with_epsilon (hw_lead_time_mean (chance, 4), 0.5 + 0.6 + 0.6, 1e-12);
  g_assert_cmpint (hw_lead_time_quantile (chance, 4, 0.0), ==, 0);
  g_assert_cmpint (hw_lead_time_quantile (chance, 4, 0.01), ==, 1);
  g_assert_cmpint (hw_lead_time_quantile (chance, 4, 0.5), ==, 1);
  g_assert_cmpint (hw_lead_time_quantile (chance, 4, 0.8), ==, 2);
  g_assert_cmpint (hw_lead_time_quantile (chance, 4, 0.81), ==, 3);
  g_assert_cmpint (hw_lead_time_quantile (chance, 4, 1.0), ==, 3);
}

/* With a thousand orders seen there is nothing left to believe. */
static void
test_many_are_their_shares (void)
{
  int own[1000];
  double chance[LONG];

  for (int i = 0; i < 1000; i++)
    own[i] = i < 700 ? 3 : i < 900 ? 4 : 9;
  learn ((HwLeadTimeInput) { .own = own, .n_own = 1000, .told = -1.0 }, chance, LONG);
  g_assert_cmpfloat_with_epsilon (chance[3], 0.7, 0.005);
  g_assert_cmpfloat_with_epsilon (chance[4], 0.2, 0.005);
  g_assert_cmpfloat_with_epsilon (chance[9], 0.1, 0.005);
}

/* Four orders that took two periods each: two it is, a later one can come, none
 * comes sooner than any did, and after forty there is less to fear. */
static void
test_few_can_be_late (void)
{
  int own[40];
  double few[LONG], many[LONG];

  for (int i = 0; i < 40; i++)
    own[i] = 2;
  learn ((HwLeadTimeInput) { .own = own, .n_own = 4, .told = -1.0 }, few, LONG);
  learn ((HwLeadTimeInput) { .own = own, .n_own = 40, .told = -1.0 }, many, LONG);

  g_assert_cmpint (likeliest (few, LONG), ==, 2);
  g_assert_cmpfloat (few[0] + few[1], ==, 0.0);
  g_assert_cmpfloat (few[2], >, 0.75);
  g_assert_cmpfloat (few[2], <, 1.0);
  g_assert_cmpfloat (many[2], >, few[2]);
  g_assert_cmpfloat (hw_lead_time_mean (few, LONG), <, 3.0);
}

/* The first orders lean on what the supplier's other items show, later ones less. */
static void
test_own_values_win (void)
{
  const int others[] = { 6, 6, 6, 6, 6, 6, 6, 6, 6, 6 };
  int own[30];
  double chance[LONG], last = INFINITY;

  for (int i = 0; i < 30; i++)
    own[i] = 2;

  for (gsize n = 0; n <= 30; n += 3)
    {
      double mean;

      learn ((HwLeadTimeInput) { own, n, others, 10, -1.0, FALSE }, chance, LONG);
      mean = hw_lead_time_mean (chance, LONG);
      g_assert_cmpfloat (mean, <, last);
      g_assert_cmpfloat (mean, >, 2.0);
      if (n == 0)
        g_assert_cmpint (likeliest (chance, LONG), ==, 6);
      if (n >= 12)
        g_assert_cmpint (likeliest (chance, LONG), ==, 2);
      last = mean;
    }

  g_assert_cmpfloat (last, <, 3.0);
}

static void
test_told_only (void)
{
  const int own[] = { 5, 5, 5, 5, 5, 5 };
  double told[LONG], seen[LONG], both[LONG];

  learn ((HwLeadTimeInput) { .told = 3.0 }, told, LONG);
  g_assert_cmpint (likeliest (told, LONG), ==, 3);
  g_assert_cmpfloat (told[0] + told[1] + told[2], ==, 0.0);
  g_assert_cmpfloat (hw_lead_time_mean (told, LONG), <, 4.5);

  learn ((HwLeadTimeInput) { .own = own, .n_own = 6, .told = -1.0 }, seen, LONG);
  learn ((HwLeadTimeInput) { .own = own, .n_own = 6, .told = 3.0 }, both, LONG);
  g_assert_cmpint (likeliest (both, LONG), ==, likeliest (seen, LONG)); /* what was seen counts, not what was said */
}

static void
test_order_does_not_matter (void)
{
  const int one[] = { 2, 7, 3, 3, 9 }, other[] = { 9, 3, 2, 3, 7 };
  double a[LONG], b[LONG];

  learn ((HwLeadTimeInput) { .own = one, .n_own = 5, .told = -1.0 }, a, LONG);
  learn ((HwLeadTimeInput) { .own = other, .n_own = 5, .told = -1.0 }, b, LONG);
  g_assert_cmpmem (a, sizeof a, b, sizeof b);
}

/* What is made here may be ready at once. */
static void
test_made_here (void)
{
  const int own[] = { 0, 0, 0, 1 };
  double chance[LONG];

  learn ((HwLeadTimeInput) { .own = own, .n_own = 4, .told = -1.0, .made_here = TRUE }, chance, LONG);
  g_assert_cmpint (likeliest (chance, LONG), ==, 0);
  learn ((HwLeadTimeInput) { .told = 0.0, .made_here = TRUE }, chance, LONG);
  g_assert_cmpint (likeliest (chance, LONG), ==, 0);
}

/* There is just room for what was seen. */
static void
test_little_room (void)
{
  const int own[] = { 3, 3 };
  double chance[4];

  learn ((HwLeadTimeInput) { .own = own, .n_own = 2, .told = -1.0 }, chance, 4);
  g_assert_cmpfloat_with_epsilon (chance[3], 1.0, 1e-12);
}

static void
test_refusals (void)
{
  const int none[] = { 3, 0 }, below[] = { -1 }, slip[] = { 2, 400 }, good[] = { 2 };
  double chance[LONG];

#define REFUSE(code, what, ...) \
  assert_refused (hw_lead_time_learn (&(HwLeadTimeInput){ __VA_ARGS__ }, chance, LONG, &error), code, what)

  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "no time", .own = none, .n_own = 2, .told = -1.0);
  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "no time", .own = below, .n_own = 1, .told = -1.0, .made_here = TRUE);
  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "so long", .own = slip, .n_own = 2, .told = -1.0);
  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "so long", .own = good, .n_own = 1, .others = slip, .n_others = 2, .told = -1.0);
  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "no time", .others = none, .n_others = 2, .told = -1.0);
  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "no time", .told = 0.0);
  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "so long", .told = 400.0);
  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "so long", .told = INFINITY);
  REFUSE (HW_ENGINE_ERROR_BAD_VALUE, "nothing", .told = NAN);
  REFUSE (HW_ENGINE_ERROR_TOO_SHORT, "no waiting time is known", .told = -1.0);
#undef REFUSE

  assert_refused (hw_lead_time_learn (&(HwLeadTimeInput){ .own = good, .n_own = 1, .told = -1.0 }, chance, 2, &error),
                  HW_ENGINE_ERROR_BAD_VALUE, "so long"); /* no room for it */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lead-time/mean-and-quantile", test_mean_and_quantile);
  g_test_add_func ("/lead-time/many-are-their-shares", test_many_are_their_shares);
  g_test_add_func ("/lead-time/few-can-be-late", test_few_can_be_late);
  g_test_add_func ("/lead-time/own-values-win", test_own_values_win);
  g_test_add_func ("/lead-time/told-only", test_told_only);
  g_test_add_func ("/lead-time/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/lead-time/made-here", test_made_here);
  g_test_add_func ("/lead-time/little-room", test_little_room);
  g_test_add_func ("/lead-time/refusals", test_refusals);
  return g_test_run ();
}
