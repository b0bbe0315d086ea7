/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-questions.h"

#include <string.h>

/* Ids are kept in business files: none may go. */
static const struct { const char *id; double weight; const char *questions; } parts[] = {
  { "strategy", 1.0, "ST1 1.2 ST2 1.0 ST3 1.2 ST4 1.0 ST5 0.8" },
  { "data", 1.4, "DA1 1.5 DA2 1.4 DA3 1.2 DA4 1.2 DA5 1.0" },
  { "processes", 1.0, "PR1 1.0 PR2 1.2 PR3 0.8 PR4 1.0 PR5 0.8" },
  { "technology", 0.8, "TE1 1.2 TE2 1.0 TE3 0.9 TE4 1.0 TE5 0.8" },
  { "people", 1.0, "PE1 1.1 PE2 1.0 PE3 1.1 PE4 1.0 PE5 0.7" },
  { "finance", 0.9, "FI1 1.0 FI2 1.0 FI3 1.1 FI4 1.0 FI5 1.0" },
  { "governance", 1.0, "GO1 1.1 GO2 1.2 GO3 1.1 GO4 1.0 GO5 1.0" },
};

static void
test_ids_and_weights (void)
{
  const HwQuestionnaire *questions = hw_content_questions ();

  g_assert_cmpuint (questions->dimensions->len, ==, G_N_ELEMENTS (parts));
  g_assert_cmpuint (questions->questions->len, ==, 35);
  for (guint d = 0; d < G_N_ELEMENTS (parts); d++)
    {
      const HwDimension *dimension = g_ptr_array_index (questions->dimensions, d);
      g_auto (GStrv) words = g_strsplit (parts[d].questions, " ", -1);

      g_assert_cmpstr (dimension->id, ==, parts[d].id);
      g_assert_cmpfloat (dimension->weight, ==, parts[d].weight);
      for (guint i = 0; words[i] != NULL; i += 2)
        {
          const int at = hw_questionnaire_find (questions, words[i]);
          const HwReadyQuestion *question;

          g_assert_cmpint (at, ==, (int) (5 * d + i / 2));
          question = g_ptr_array_index (questions->questions, at);
          g_assert_cmpuint (question->dimension, ==, d);
          g_assert_cmpfloat (question->weight, ==, g_ascii_strtod (words[i + 1], NULL));
        }
    }

  g_assert_cmpint (hw_questionnaire_find (questions, "DA6"), ==, -1);
  g_assert_cmpint (hw_questionnaire_find (questions, NULL), ==, -1);
  g_assert_true (hw_content_questions () == questions);
}

/* Each question asks, helps and offers five answers, none twice. */
static void
test_words (void)
{
  const HwQuestionnaire *questions = hw_content_questions ();

  for (guint d = 0; d < questions->dimensions->len; d++)
    {
      const HwDimension *dimension = g_ptr_array_index (questions->dimensions, d);

      g_assert_cmpstr (dimension->name, !=, "");
      g_assert_true (g_str_has_suffix (dimension->asks, "?"));
    }

  for (guint i = 0; i < questions->questions->len; i++)
    {
      const HwReadyQuestion *question = g_ptr_array_index (questions->questions, i);

      g_assert_true (g_str_has_suffix (question->text, "?"));
      g_assert_true (g_str_has_suffix (question->help, "."));
      for (guint a = 0; a < HW_READY_ANSWERS; a++)
        {
          g_assert_nonnull (question->answers[a]);
          g_assert_cmpint ((int) strlen (question->answers[a]), >, 3);
          for (guint b = 0; b < a; b++)
            g_assert_cmpstr (question->answers[a], !=, question->answers[b]);
        }
    }
}

/* The records speak to 25 questions, by 24 checks: hours lost are asked for twice. */
static void
test_checks (void)
{
  const HwQuestionnaire *questions = hw_content_questions ();
  g_autoptr (GHashTable) checks = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < questions->questions->len; i++)
    {
      const HwReadyQuestion *question = g_ptr_array_index (questions->questions, i);

      n += *question->check != '\0';
      if (*question->check != '\0')
        g_hash_table_add (checks, question->check);
    }

  g_assert_cmpuint (n, ==, 25);
  g_assert_cmpuint (g_hash_table_size (checks), ==, 24);
  g_assert_true (g_hash_table_contains (checks, "sales_history_span_and_granularity"));
  g_assert_true (g_hash_table_contains (checks, "customer_id_coverage"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/content-questions/ids-and-weights", test_ids_and_weights);
  g_test_add_func ("/jobs/content-questions/words", test_words);
  g_test_add_func ("/jobs/content-questions/checks", test_checks);

  return g_test_run ();
}
