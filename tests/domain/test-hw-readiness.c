/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures to compare with come from readiness-reference.py, which knows the rules
 * and not this program. */
#include "domain/hw-readiness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_CASES 1000
#define SEED "6"
#define CLOSE 1e-9
#define N_SIGNS 7 /* 0..4, ? and - */

static const char signs[] = "01234?-";

typedef struct
{
  HwQuestionnaire *questionnaire; /* (owned) */
  GPtrArray       *cases;         /* (owned) of char **: words of a case */
} World;

static World world;

static void
add_dimension (HwQuestionnaire *self,
               const char      *id,
               double           weight)
{
  HwDimension *dimension = g_new0 (HwDimension, 1);

  dimension->id = g_strdup (id);
  dimension->weight = weight;
  g_ptr_array_add (self->dimensions, dimension);
}

static void
add_question (HwQuestionnaire *self,
              const char      *id,
              guint            dimension,
              double           weight,
              const char      *check)
{
  HwReadyQuestion *question = g_new0 (HwReadyQuestion, 1);

  question->id = g_strdup (id);
  question->dimension = dimension;
  question->weight = weight;
  question->check = g_strdup (check);
  g_ptr_array_add (self->questions, question);
}

static const HwReadyQuestion *
question_at (const HwQuestionnaire *self,
             guint                  i)
{
  return g_ptr_array_index (self->questions, i);
}

static void
world_open (void)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "domain", "readiness-reference.py", NULL);
  g_autofree char *content = g_test_build_filename (G_TEST_DIST, "..", "resources", "content", "questions.xml", NULL);
  const char *const argv[] = { "python3", script, content, G_STRINGIFY (N_CASES), SEED, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  world.questionnaire = hw_questionnaire_new ();
  world.cases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (g_strcmp0 (words[0], "dimension") == 0)
        add_dimension (world.questionnaire, words[1], g_ascii_strtod (words[2], NULL));
      else if (g_strcmp0 (words[0], "question") == 0)
        add_question (world.questionnaire, words[1], (guint) atoi (words[2]), g_ascii_strtod (words[3], NULL),
                      g_str_equal (words[4], ".") ? "" : words[4]);
      else if (g_strcmp0 (words[0], "case") == 0)
        g_ptr_array_add (world.cases, g_steal_pointer (&words));
    }

  g_assert_cmpuint (world.questionnaire->dimensions->len, ==, 7);
  g_assert_cmpuint (world.questionnaire->questions->len, ==, 35);
  g_assert_cmpuint (world.cases->len, ==, N_CASES);
}

static void
world_close (void)
{
  hw_questionnaire_free (world.questionnaire);
  g_ptr_array_unref (world.cases);
}

static HwAnswers *
read_answers (const char *told)
{
  HwAnswers *answers = hw_answers_new ();

  for (guint i = 0; told[i] != '\0'; i++)
    {
      const char answer[] = { told[i], '\0' };

      if (told[i] != '.')
        hw_answers_set (answers, question_at (world.questionnaire, i)->id, answer);
    }

  return answers;
}

static GPtrArray *
read_measured (const char *seen)
{
  GPtrArray *measured = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_measured_free);

  for (guint i = 0; seen[i] != '\0'; i++)
    {
      const char *check = question_at (world.questionnaire, i)->check;

      if (g_ascii_isdigit (seen[i]))
        g_ptr_array_add (measured, hw_measured_new (check, seen[i] - '0', TRUE, "told by records"));
      else if (seen[i] >= 'a' && seen[i] <= 'e')
        g_ptr_array_add (measured, hw_measured_new (check, seen[i] - 'a', FALSE, "told by records"));
      else if (seen[i] == 'x')
        g_ptr_array_add (measured, hw_measured_new (check, -1, TRUE, ""));
    }

  return measured;
}

static HwReadiness *
judge (const HwQuestionnaire *questionnaire,
       const char            *told,
       const char            *seen)
{
  g_autoptr (HwAnswers) answers = read_answers (told);
  g_autoptr (GPtrArray) measured = seen != NULL ? read_measured (seen) : NULL;
  HwReadiness *readiness = hw_readiness_new (questionnaire, answers, measured);

  for (guint i = 0; i < readiness->gaps->len; i++) /* what they point at goes with @measured */
    g_array_index (readiness->gaps, HwReadyGap, i).measured = NULL;

  return readiness;
}

static const HwDimensionScore *
dimension_of (const HwReadiness *self,
              guint              d)
{
  return &g_array_index (self->dimensions, HwDimensionScore, d);
}

static void
assert_close (double found,
              double wanted)
{
  if (isnan (wanted))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, wanted, CLOSE);
}

static void
assert_word (double      found,
             const char *word)
{
  assert_close (found, g_str_equal (word, "nan") ? (double) NAN : g_ascii_strtod (word, NULL));
}

static void
assert_dimension (const HwDimensionScore *found,
                  const char             *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "/", -1);

  g_assert_cmpuint (found->n_applicable, ==, (guint) atoi (parts[0]));
  g_assert_cmpuint (found->n_answered, ==, (guint) atoi (parts[1]));
  g_assert_cmpint (found->enough, ==, !g_str_equal (parts[5], "-"));
  assert_word (found->score, parts[2]);
  assert_word (found->low, parts[3]);
  assert_word (found->high, parts[4]);
  if (found->enough)
    g_assert_cmpstr (hw_ready_level_id (found->level), ==, parts[5]);
}

static void
assert_whole (const HwReadiness *found,
              const char        *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "/", -1);

  g_assert_cmpint (found->enough, ==, atoi (parts[0]));
  assert_word (found->score, parts[1]);
  assert_word (found->low, parts[2]);
  assert_word (found->high, parts[3]);
  g_assert_cmpint (found->held_by, ==, atoi (parts[6]));
  if (!isnan (found->score))
    {
      g_assert_cmpstr (hw_ready_level_id (found->level), ==, parts[4]);
      g_assert_cmpstr (hw_ready_level_id (found->own_level), ==, parts[5]);
    }
}

static char *
list_gaps (const HwReadiness *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const HwReadyGap *gap = &g_array_index (self->gaps, HwReadyGap, i);

      g_string_append_printf (list, "%s%s:%d:%d", i > 0 ? "," : "", question_at (world.questionnaire, gap->question)->id,
                              gap->told, gap->measured->score);
    }

  return g_string_free (list->len > 0 ? list : g_string_append (list, "none"), FALSE);
}

/* A thousand sets of answers, each figure as worked out independently. */
static void
test_reference (void)
{
  for (guint i = 0; i < world.cases->len; i++)
    {
      char **words = g_ptr_array_index (world.cases, i);
      g_autoptr (HwAnswers) answers = read_answers (words[1]);
      g_autoptr (GPtrArray) measured = read_measured (words[2]);
      g_autoptr (HwReadiness) found = hw_readiness_new (world.questionnaire, answers, measured);
      g_autofree char *gaps = list_gaps (found);

      for (guint d = 0; d < found->dimensions->len; d++)
        assert_dimension (dimension_of (found, d), words[3 + d]);
      assert_whole (found, words[10]);
      g_assert_cmpstr (gaps, ==, words[11]);
    }
}

/* The random sets hold what the comparison is about. */
static void
test_reference_reaches (void)
{
  guint n_enough = 0, n_held = 0, n_gaps = 0, n_none = 0;

  for (guint i = 0; i < world.cases->len; i++)
    {
      char **words = g_ptr_array_index (world.cases, i);

      n_enough += *words[10] == '1';
      n_held += !g_str_has_suffix (words[10], "/-1");
      n_gaps += !g_str_equal (words[11], "none");
      n_none += g_str_has_prefix (words[10], "0/nan");
    }

  g_test_message ("%u of %d have enough, %u are held by their weakest link, %u differ from the records, %u say nothing",
                  n_enough, N_CASES, n_held, n_gaps, n_none);
  g_assert_cmpuint (n_enough, >, 200);
  g_assert_cmpuint (n_held, >, 20);
  g_assert_cmpuint (n_gaps, >, 200);
  g_assert_cmpuint (n_none, >, 20);
}

/* The questionnaire with its questions, of all but @without, from the last to the first
 * in an order of @step. */
static HwQuestionnaire *
rearrange (int   without,
           guint step)
{
  HwQuestionnaire *self = hw_questionnaire_new ();
  const guint n = world.questionnaire->questions->len;

  for (guint d = 0; d < world.questionnaire->dimensions->len; d++)
    {
      const HwDimension *dimension = g_ptr_array_index (world.questionnaire->dimensions, d);

      add_dimension (self, dimension->id, dimension->weight);
    }

  for (guint i = 0; i < n; i++)
    {
      const guint k = (n - 1 - i) * step % n;
      const HwReadyQuestion *question = question_at (world.questionnaire, k);

      if ((int) k != without)
        add_question (self, question->id, question->dimension, question->weight, question->check);
    }

  return self;
}

static void
assert_same (const HwReadiness *a,
             const HwReadiness *b)
{
  for (guint d = 0; d < a->dimensions->len; d++)
    {
      const HwDimensionScore *x = dimension_of (a, d), *y = dimension_of (b, d);

      g_assert_cmpuint (x->n_applicable, ==, y->n_applicable);
      g_assert_cmpuint (x->n_answered, ==, y->n_answered);
      g_assert_cmpint (x->level, ==, y->level);
      g_assert_true (x->score == y->score || (isnan (x->score) && isnan (y->score)));
      g_assert_true (x->low == y->low || (isnan (x->low) && isnan (y->low)));
      g_assert_true (x->high == y->high || (isnan (x->high) && isnan (y->high)));
    }

  g_assert_true (a->score == b->score || (isnan (a->score) && isnan (b->score)));
  g_assert_cmpint (a->level, ==, b->level);
  g_assert_cmpint (a->own_level, ==, b->own_level);
  g_assert_cmpint (a->held_by, ==, b->held_by);
  g_assert_cmpuint (a->gaps->len, ==, b->gaps->len);
}

static void
test_order_changes_nothing (void)
{
  for (guint i = 0; i < world.cases->len; i++)
    {
      static const guint steps[] = { 1, 2, 3, 4, 6, 8, 9, 11, 12 }; /* none shares a factor with 35 */
      char **words = g_ptr_array_index (world.cases, i);
      g_autoptr (HwQuestionnaire) other = rearrange (-1, steps[i % G_N_ELEMENTS (steps)]);
      g_autoptr (HwReadiness) a = judge (world.questionnaire, words[1], words[2]);
      g_autoptr (HwReadiness) b = judge (other, words[1], words[2]);

      assert_same (a, b);
    }
}

/* "Does not apply" is the questionnaire without that question, and never less than
 * the worst answer to it. */
static void
test_does_not_apply (void)
{
  for (guint i = 0; i < world.cases->len; i++)
    {
      char **words = g_ptr_array_index (world.cases, i);
      const guint at = i % world.questionnaire->questions->len;
      const guint d = question_at (world.questionnaire, at)->dimension;
      g_autoptr (HwQuestionnaire) without = rearrange ((int) at, 1);
      g_autofree char *told = g_strdup (words[1]);
      g_autoptr (HwReadiness) with_records = NULL;
      g_autoptr (HwReadiness) without_it = NULL;
      g_autoptr (HwReadiness) away = NULL;
      g_autoptr (HwReadiness) zero = NULL;

      told[at] = '-';
      with_records = judge (world.questionnaire, told, words[2]);
      without_it = judge (without, told, words[2]);
      assert_same (with_records, without_it);

      away = judge (world.questionnaire, told, NULL);
      told[at] = '0';
      zero = judge (world.questionnaire, told, NULL);
      if (dimension_of (away, d)->n_applicable > 0)
        {
          g_assert_cmpfloat (dimension_of (away, d)->low, >=, dimension_of (zero, d)->low);
          g_assert_cmpfloat (dimension_of (away, d)->high, >=, dimension_of (zero, d)->high);
        }
      if (dimension_of (away, d)->enough && dimension_of (zero, d)->enough)
        {
          g_assert_cmpfloat (dimension_of (away, d)->score, >=, dimension_of (zero, d)->score);
          g_assert_cmpfloat (away->score, >=, zero->score - CLOSE);
          g_assert_cmpint (away->level, >=, zero->level);
        }
    }
}

/* One answer better and nothing gets worse: no score, no bound, no level. */
static void
test_monotone (void)
{
  for (guint i = 0; i < world.cases->len; i++)
    {
      char **words = g_ptr_array_index (world.cases, i);
      const guint at = i % world.questionnaire->questions->len;
      const guint d = question_at (world.questionnaire, at)->dimension;
      g_autofree char *told = g_strdup (words[1]);
      g_autoptr (HwReadiness) worse = NULL;

      told[at] = '0';
      worse = judge (world.questionnaire, told, NULL);
      for (char answer = '1'; answer <= '4'; answer++)
        {
          g_autoptr (HwReadiness) better = NULL;

          told[at] = answer;
          better = judge (world.questionnaire, told, NULL);
          g_assert_cmpfloat (dimension_of (better, d)->low, >, dimension_of (worse, d)->low);
          g_assert_cmpfloat (dimension_of (better, d)->high, >, dimension_of (worse, d)->high);
          if (dimension_of (better, d)->enough)
            {
              g_assert_cmpfloat (dimension_of (better, d)->score, >, dimension_of (worse, d)->score);
              g_assert_cmpfloat (better->score, >, worse->score);
              g_assert_cmpint (better->level, >=, worse->level);
            }
          hw_readiness_free (g_steal_pointer (&worse));
          worse = g_steal_pointer (&better);
        }
    }
}

/* What an answer is replaced with does not matter where the records speak; what only
 * stands beside it changes nothing but the list. */
static void
test_measured (void)
{
  g_autofree char *told = g_strnfill (35, '2');
  g_autofree char *seen = g_strnfill (35, '.');
  g_autoptr (HwReadiness) plain = judge (world.questionnaire, told, NULL);
  const int da1 = hw_questionnaire_find (world.questionnaire, "DA1");
  const guint data = question_at (world.questionnaire, (guint) da1)->dimension;

  g_assert_cmpint (da1, >=, 0);
  for (guint i = 0; i < N_SIGNS - 1; i++)
    {
      g_autoptr (HwReadiness) found = NULL;

      told[da1] = signs[i];
      seen[da1] = '4';
      found = judge (world.questionnaire, told, seen);
      g_assert_cmpuint (dimension_of (found, data)->n_answered, ==, 5);
      g_assert_cmpfloat_with_epsilon (dimension_of (found, data)->score, 100.0 * (4 * 1.5 + 2 * 4.8) / (4 * 6.3), CLOSE);
      g_assert_cmpuint (found->gaps->len, ==, signs[i] >= '0' && signs[i] <= '2');
    }

  told[da1] = '2';
  seen[da1] = 'e';
  {
    g_autoptr (HwReadiness) beside = judge (world.questionnaire, told, seen);

    g_assert_cmpuint (beside->gaps->len, ==, 1);
    g_assert_cmpfloat (dimension_of (beside, data)->score, ==, dimension_of (plain, data)->score);
  }

  told[da1] = '-';
  seen[da1] = '0';
  {
    g_autoptr (HwReadiness) foreign = judge (world.questionnaire, told, seen);

    g_assert_cmpuint (dimension_of (foreign, data)->n_applicable, ==, 4);
    g_assert_cmpfloat (dimension_of (foreign, data)->score, ==, 50.0);
  }
}

static void
test_levels (void)
{
  static const struct { double score; HwReadyLevel level; } cases[] = {
    { 0.0, HW_READY_STARTING },  { 24.999, HW_READY_STARTING }, { 25.0, HW_READY_EMERGING },
    { 49.999, HW_READY_EMERGING }, { 50.0, HW_READY_READY },    { 74.999, HW_READY_READY },
    { 75.0, HW_READY_ADVANCED }, { 100.0, HW_READY_ADVANCED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hw_ready_level_of (cases[i].score), ==, cases[i].level);

  for (int level = 0; level < HW_READY_N; level++)
    for (int other = 0; other < level; other++)
      {
        g_assert_cmpstr (hw_ready_level_id ((HwReadyLevel) level), !=, hw_ready_level_id ((HwReadyLevel) other));
        g_assert_cmpstr (hw_ready_level_name ((HwReadyLevel) level), !=, hw_ready_level_name ((HwReadyLevel) other));
      }

  /* All ones are exactly at the edge of the second level, and so on. */
  for (int answer = 0; answer < HW_READY_ANSWERS; answer++)
    {
      g_autofree char *told = g_strnfill (35, (char) ('0' + answer));
      g_autoptr (HwReadiness) found = judge (world.questionnaire, told, NULL);

      g_assert_true (found->enough);
      g_assert_cmpfloat_with_epsilon (found->score, 25.0 * answer, CLOSE);
      g_assert_cmpint (found->level, ==, MIN (answer, HW_READY_ADVANCED));
      g_assert_cmpint (found->held_by, ==, -1);
    }
}

/* All fours but nothing in the records: two levels down from the top, and said why. */
static void
test_weakest_link (void)
{
  g_autofree char *told = g_strnfill (35, '4');
  g_autoptr (HwReadiness) found = NULL;

  for (guint i = 0; i < 35; i++)
    if (question_at (world.questionnaire, i)->dimension == 1)
      told[i] = '0';

  found = judge (world.questionnaire, told, NULL);
  g_assert_cmpfloat_with_epsilon (found->score, 100.0 * 5.7 / 7.1, CLOSE);
  g_assert_cmpint (found->own_level, ==, HW_READY_ADVANCED);
  g_assert_cmpint (found->level, ==, HW_READY_EMERGING);
  g_assert_cmpint (found->held_by, ==, 1);
}

/* Three answers, or all that apply if fewer. */
static void
test_enough (void)
{
  static const struct { const char *told; gboolean enough; } cases[] = {
    { ".....", FALSE }, { "12...", FALSE }, { "123..", TRUE }, { "12?.-", FALSE }, { "12---", TRUE },
    { "1----", TRUE },   { "?----", FALSE }, { "-----", FALSE }, { "1?---", FALSE }, { "012?-", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = g_strnfill (35, '.');
      g_autoptr (HwReadiness) found = NULL;

      memcpy (told, cases[i].told, 5);
      found = judge (world.questionnaire, told, NULL);
      g_assert_cmpint (dimension_of (found, 0)->enough, ==, cases[i].enough);
      g_assert_cmpint (isnan (dimension_of (found, 0)->score), ==, !cases[i].enough);
      g_assert_cmpint (isnan (found->score), ==, !cases[i].enough);
      g_assert_false (found->enough);
    }
}

static void
test_bad_answers (void)
{
  static const char *const bad[] = { NULL, "", "5", "-1", "22", "a", "?", "-", "/", ":" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (hw_ready_score_of (bad[i]), ==, -1);
  g_assert_cmpint (hw_ready_score_of ("0"), ==, 0);
  g_assert_cmpint (hw_ready_score_of ("4"), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  world_open ();

  g_test_add_func ("/domain/readiness/reference", test_reference);
  g_test_add_func ("/domain/readiness/reference-reaches", test_reference_reaches);
  g_test_add_func ("/domain/readiness/order-changes-nothing", test_order_changes_nothing);
  g_test_add_func ("/domain/readiness/does-not-apply", test_does_not_apply);
  g_test_add_func ("/domain/readiness/monotone", test_monotone);
  g_test_add_func ("/domain/readiness/measured", test_measured);
  g_test_add_func ("/domain/readiness/levels", test_levels);
  g_test_add_func ("/domain/readiness/weakest-link", test_weakest_link);
  g_test_add_func ("/domain/readiness/enough", test_enough);
  g_test_add_func ("/domain/readiness/bad-answers", test_bad_answers);

  result = g_test_run ();
  world_close ();
  return result;
}
