/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue of ideas and the sources it names: whole, and of one piece. */
#include "jobs/content/hw-content-ideas.h"
#include "jobs/content/hw-content-sources.h"
#include "jobs/content/hw-content.h"

#include <math.h>
#include <string.h>

#define N_IDEAS 64

static void
test_whole (void)
{
  GPtrArray *ideas = hw_content_ideas ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_computed = 0;

  g_assert_cmpuint (ideas->len, ==, N_IDEAS);
  for (guint i = 0; i < ideas->len; i++)
    {
      const HwIdea *idea = g_ptr_array_index (ideas, i);

      g_assert_true (g_str_has_prefix (idea->id, "uc_"));
      g_assert_true (g_hash_table_add (seen, idea->id));
      g_assert_true (hw_content_find_idea (idea->id) == idea);
      g_assert_cmpstr (idea->name, !=, "");
      g_assert_cmpstr (idea->pain, !=, "");
      g_assert_cmpstr (idea->change, !=, "");
      g_assert_cmpstr (idea->risk, !=, "");
      g_assert_cmpstr (idea->evidence_note, !=, "");
      g_assert_cmpint (idea->complexity, >=, 1);
      g_assert_cmpint (idea->complexity, <=, 5);
      g_assert_cmpint (idea->weeks_low, >, 0);
      g_assert_cmpint (idea->weeks_high, >=, idea->weeks_low);
      g_assert_cmpint (idea->cost_band, >=, 0);
      g_assert_cmpint (idea->cost_band, <=, 4);
      g_assert_true (idea->evidence >= 'A' && idea->evidence <= 'D');
      g_assert_cmpuint (g_strv_length (idea->metrics), >=, 1);
      g_assert_cmpuint (idea->needs->len, >=, 1);
      n_computed += idea->mode == HW_IDEA_COMPUTED;
    }

  g_assert_cmpuint (n_computed, ==, 46);
  g_assert_null (hw_content_find_idea ("uc_nothing"));
}

/* Each trade is one of the card's, or all; a share goes with a stake and stays in 0..1. */
static void
test_of_one_piece (void)
{
  GPtrArray *ideas = hw_content_ideas ();

  for (guint i = 0; i < ideas->len; i++)
    {
      const HwIdea *idea = g_ptr_array_index (ideas, i);

      g_assert_cmpuint (g_strv_length (idea->sectors), >=, 1);
      for (guint k = 0; idea->sectors[k] != NULL; k++)
        if (!g_str_equal (idea->sectors[k], "all"))
          g_assert_cmpstr (hw_content_find_sector (idea->sectors[k]), ==, idea->sectors[k]);

      for (guint k = 0; idea->sources[k] != NULL; k++)
        g_assert_nonnull (hw_content_find_source (idea->sources[k]));

      g_assert_true (isnan (idea->share_low) == isnan (idea->share_high));
      if (isnan (idea->share_low))
        continue;

      g_assert_cmpint (idea->stake, >=, 0);
      g_assert_cmpfloat (idea->share_low, >=, 0.0);
      g_assert_cmpfloat (idea->share_high, >, idea->share_low);
      g_assert_cmpfloat (idea->share_high, <=, 1.0);
    }
}

static void
test_one_as_it_is (void)
{
  const HwIdea *idea = hw_content_find_idea ("uc_daily_bake");
  const HwIdeaNeed *need;

  g_assert_nonnull (idea);
  g_assert_cmpstr (idea->sectors[0], ==, "bakery");
  g_assert_cmpint (idea->weeks_low, ==, 6);
  g_assert_cmpint (idea->weeks_high, ==, 10);
  g_assert_cmpint (idea->evidence, ==, 'B');
  g_assert_cmpint (idea->stake, ==, HW_STAKE_WASTE);
  g_assert_cmpfloat (idea->share_low, ==, 0.14);
  g_assert_cmpfloat (idea->share_high, ==, 0.52);
  g_assert_cmpstr (idea->metrics[0], ==, "waste_rate");
  g_assert_true (idea->forecasts);
  g_assert_false (idea->people);
  need = g_ptr_array_index (idea->needs, 1);
  g_assert_cmpstr (need->check, ==, "waste");

  g_assert_true (hw_content_find_idea ("uc_hire")->people);
  g_assert_cmpint (hw_content_find_idea ("uc_hire")->mode, ==, HW_IDEA_GUIDED);
}

/* What an owner ticks leads to what they mean: goods left over in the evening are baked
 * or bought too many, not a matter of the season's prices. */
static void
test_pains_lead_where_they_say (void)
{
  g_assert_nonnull (strstr (hw_content_find_idea ("uc_daily_bake")->pain, "end of the day"));
  g_assert_null (strstr (hw_content_find_idea ("uc_markdown")->pain, "day"));
  g_assert_false (hw_idea_is_near (hw_content_find_idea ("uc_markdown"), "bakery"));
  g_assert_nonnull (strstr (hw_content_find_idea ("uc_lost_sales")->pain, "gone"));
}

/* A name that begins as a question ends as one. */
static void
test_names_that_ask (void)
{
  static const char *const begins[] = { "Will ", "Does ", "Do ", "Where does ", "What does ", "How much can ", "Can " };
  GPtrArray *ideas = hw_content_ideas ();

  for (guint i = 0; i < ideas->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (begins); k++)
      {
        const char *name = ((const HwIdea *) g_ptr_array_index (ideas, i))->name;

        g_assert_true (!g_str_has_prefix (name, begins[k]) || g_str_has_suffix (name, "?"));
      }
}

static void
test_sources (void)
{
  GPtrArray *sources = hw_content_sources ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (sources->len, >, 50);
  for (guint i = 0; i < sources->len; i++)
    {
      const HwSource *source = g_ptr_array_index (sources, i);

      g_assert_true (g_hash_table_add (seen, source->id));
      g_assert_cmpstr (source->title, !=, "");
      g_assert_cmpstr (source->kind, !=, "");
      if (!g_str_equal (source->kind, "memory"))
        g_assert_true (g_str_has_prefix (source->address, "http"));
    }

  g_assert_cmpstr (hw_content_find_source ("kenya")->kind, ==, "study");
  g_assert_null (hw_content_find_source ("nowhere"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/ideas/whole", test_whole);
  g_test_add_func ("/content/ideas/of-one-piece", test_of_one_piece);
  g_test_add_func ("/content/ideas/one-as-it-is", test_one_as_it_is);
  g_test_add_func ("/content/sources", test_sources);
  g_test_add_func ("/content/ideas/pains", test_pains_lead_where_they_say);
  g_test_add_func ("/content/ideas/questions", test_names_that_ask);
  return g_test_run ();
}
