/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-initiative.h"
#include "domain/hw-metric.h"
#include "jobs/content/hw-content-ideas.h"
#include "jobs/content/hw-content-playbooks.h"
#include "jobs/content/hw-content-sources.h"
#include "jobs/content/hw-content-training.h"

static void
check_sources (char **sources)
{
  g_assert_cmpuint (g_strv_length (sources), >, 0);
  for (guint i = 0; sources[i] != NULL; i++)
    g_assert_nonnull (hw_content_find_source (sources[i]));
}

/* Every lesson is for a role that exists, and every role works with ideas that do. */
static void
test_lessons (void)
{
  GPtrArray *roles = hw_content_roles (), *lessons = hw_content_training ();

  g_assert_cmpuint (roles->len, ==, 9);
  g_assert_cmpuint (lessons->len, ==, 37);
  for (guint r = 0; r < roles->len; r++)
    {
      const HwRole *role = g_ptr_array_index (roles, r);

      g_assert_cmpstr (role->name, !=, "");
      for (guint i = 0; role->ideas[i] != NULL; i++)
        g_assert_true (g_str_equal (role->ideas[i], "all") || hw_content_find_idea (role->ideas[i]) != NULL);
    }

  for (guint i = 0; i < lessons->len; i++)
    {
      const HwTraining *lesson = g_ptr_array_index (lessons, i);

      g_assert_true (hw_content_find_training (lesson->id) == lesson);
      g_assert_cmpstr (lesson->title, !=, "");
      g_assert_cmpstr (lesson->know, !=, "");
      g_assert_cmpstr (lesson->way, !=, "");
      g_assert_cmpstr (lesson->check, !=, "");
      g_assert_cmpint (lesson->minutes, >=, 10);
      g_assert_cmpint (lesson->minutes, <=, 60);
      check_sources (lesson->sources);
      for (guint k = 0; lesson->roles[k] != NULL; k++)
        {
          gboolean found = g_str_equal (lesson->roles[k], "all");

          for (guint r = 0; r < roles->len; r++)
            found |= g_str_equal (lesson->roles[k], ((const HwRole *) g_ptr_array_index (roles, r))->id);
          g_assert_true (found);
        }
    }
}

/* The owner always; others by the idea; what is due later is not due yet. */
static void
test_due (void)
{
  g_autoptr (GPtrArray) bake = hw_training_due (hw_content_roles (), hw_content_training (), "uc_daily_bake", HW_STATION_SCALE);
  g_autoptr (GPtrArray) own = hw_training_due (hw_content_roles (), hw_content_training (), "", HW_STATION_ASSESS);
  const HwTrainingDue *owner = g_ptr_array_index (own, 0);

  g_assert_cmpuint (bake->len, ==, 5);
  g_assert_cmpstr (((const HwTrainingDue *) g_ptr_array_index (bake, 1))->role->id, ==, "buyer");
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpstr (owner->role->id, ==, "owner");
  /* T01 30, T02 20, T05 30, T10 45, T13 40. */
  g_assert_cmpuint (owner->lessons->len, ==, 5);
  g_assert_cmpint (owner->minutes, ==, 165);
}

static void
test_playbooks (void)
{
  GPtrArray *playbooks = hw_content_playbooks ();

  g_assert_cmpuint (playbooks->len, ==, 16);
  for (guint i = 0; i < playbooks->len; i++)
    {
      const HwPlaybook *book = g_ptr_array_index (playbooks, i);
      g_autofree char *id = g_strdup_printf ("P%02u", i + 1);

      g_assert_cmpstr (book->id, ==, id);
      g_assert_cmpstr (book->title, !=, "");
      g_assert_cmpstr (book->when, !=, "");
      g_assert_cmpstr (book->rule, !=, "");
      g_assert_cmpstr (book->over, !=, "");
      g_assert_cmpuint (g_strv_length (book->hour), >, 0);
      g_assert_cmpuint (g_strv_length (book->day), >, 0);
      g_assert_cmpuint (g_strv_length (book->week), >, 0);
      check_sources (book->sources);
      for (guint k = 0; book->metrics[k] != NULL; k++)
        g_assert_nonnull (hw_metric_find (book->metrics[k]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/content-training/lessons", test_lessons);
  g_test_add_func ("/jobs/content-training/due", test_due);
  g_test_add_func ("/jobs/content-training/playbooks", test_playbooks);

  return g_test_run ();
}
