/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-kanban.h"

#include "core/hw-error.h"

#include <math.h>

static guint
cards_of (double daily,
          double days,
          double extra,
          double pack)
{
  const HwKanbanInput input = { daily, days, extra, pack };
  g_autoptr (GError) error = NULL;
  guint cards = 0;

  g_assert_true (hw_kanban_cards (&input, &cards, &error));
  g_assert_no_error (error);
  return cards;
}

/* 100 a day * 2 days * 1.1 = 220 in bins of 25: 8.8, so 9. 30 * 0.5 * 1.2 = 18 in
 * packs of 6: 3 and no more, though 1.2 is not exact. */
static void
test_by_hand (void)
{
  g_assert_cmpuint (cards_of (100, 2, 0.1, 25), ==, 9);
  g_assert_cmpuint (cards_of (30, 0.5, 0.2, 6), ==, 3);
  g_assert_cmpuint (cards_of (0.7, 10, 0.0, 7), ==, 1);
  g_assert_cmpuint (cards_of (0.01, 1, 0.0, 100), ==, 1);
}

/* What the cards stand for reaches; one card less does not. */
static void
test_just_enough (void)
{
  for (int k = 1; k < 200; k++)
    {
      const double daily = 0.3 * k, days = 1 + k % 13, extra = 0.05 * (k % 7), pack = 1 + k % 5;
      const guint cards = cards_of (daily, days, extra, pack);
      const double need = daily * days * (1.0 + extra);

      g_assert_cmpfloat (cards * pack, >=, need * (1.0 - 1e-9));
      g_assert_true (cards == 1 || (cards - 1) * pack < need);
    }
}

static void
test_refusals (void)
{
  const HwKanbanInput bad[] = {
    { NAN, 2, 0.1, 25 }, { -1, 2, 0.1, 25 }, { INFINITY, 2, 0.1, 25 }, { 100, 0, 0.1, 25 }, { 100, 400, 0.1, 25 },
    { 100, NAN, 0.1, 25 }, { 100, 2, -0.1, 25 }, { 100, 2, NAN, 25 }, { 100, 2, 0.1, 0 }, { 100, 2, 0.1, NAN },
    { 1e9, 300, 0.1, 0.001 },
  };
  const HwKanbanInput nothing = { 0, 2, 0.1, 25 };
  g_autoptr (GError) error = NULL;
  guint cards = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (hw_kanban_cards (&bad[i], &cards, &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
      g_clear_error (&error);
    }

  g_assert_false (hw_kanban_cards (&nothing, &cards, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND);
  g_assert_cmpuint (cards, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/kanban/by-hand", test_by_hand);
  g_test_add_func ("/engine/kanban/just-enough", test_just_enough);
  g_test_add_func ("/engine/kanban/refusals", test_refusals);

  return g_test_run ();
}
