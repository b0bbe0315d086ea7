/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference values: make-survey-reference.py beside this file. */
#include "domain/hw-survey.h"

#include <math.h>

#define NEAR 1e-9

typedef struct
{
  gint64 good, n;
  double value, low, high;
} ShareCase;

static const ShareCase shares[] = {
  { 0, 5, 0.000000000000, 0.000000000000, 0.434482464783 },
  { 5, 5, 1.000000000000, 0.565517535217, 1.000000000000 },
  { 4, 6, 0.666666666667, 0.299993315138, 0.903228588894 },
  { 37, 50, 0.740000000000, 0.604468427352, 0.841284725064 },
  { 810, 1000, 0.810000000000, 0.784516679803, 0.833110729936 },
};

typedef struct
{
  gint64 counts[11];
  double value, low, high;
} MarksCase;

static const MarksCase scores[] = {
  { { 0, 0, 0, 0, 0, 1, 2, 7, 10, 18, 12 }, 54.000000000000, 37.176246378743, 70.823753621257 },
  { { 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0 }, -100.000000000000, -100.000000000000, -13.103507043365 },
  { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9 }, 100.000000000000, 40.170990316091, 100.000000000000 },
  { { 1, 0, 2, 0, 0, 5, 3, 4, 2, 1, 2 }, -40.000000000000, -72.205494586909, -7.794505413091 },
};

static const MarksCase means[] = {
  { { 0, 1, 2, 4, 9, 6 }, 3.772727272727, 3.308990114834, 4.236464430621 },
  { { 0, 0, 0, 0, 0, 7 }, 5.000000000000, 3.582678259733, 5.000000000000 },
  { { 0, 3, 0, 0, 0, 2 }, 2.600000000000, 1.000000000000, 4.520364670542 },
};

static void
check (const HwSurveyResult *result,
       gint64                n,
       double                value,
       double                low,
       double                high)
{
  g_assert_false (result->hidden);
  g_assert_cmpint (result->n, ==, n);
  g_assert_cmpfloat_with_epsilon (result->value, value, NEAR);
  g_assert_cmpfloat_with_epsilon (result->low, low, NEAR);
  g_assert_cmpfloat_with_epsilon (result->high, high, NEAR);
}

static gint64
add_up (const gint64 counts[11])
{
  gint64 n = 0;

  for (int i = 0; i < 11; i++)
    n += counts[i];

  return n;
}

static void
test_equals_the_reference (void)
{
  HwSurveyResult result;

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      hw_survey_share (shares[i].good, shares[i].n, &result);
      check (&result, shares[i].n, shares[i].value, shares[i].low, shares[i].high);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      hw_survey_nps (scores[i].counts, &result);
      check (&result, add_up (scores[i].counts), scores[i].value, scores[i].low, scores[i].high);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (means); i++)
    {
      hw_survey_mean (means[i].counts, &result);
      check (&result, add_up (means[i].counts), means[i].value, means[i].low, means[i].high);
    }
}

/* Property: more answers of the same kind say it more surely, and no range leaves its ends. */
static void
test_more_answers_narrow_it (void)
{
  double width = 3.0;

  for (gint64 n = 5; n <= 5000; n *= 10)
    {
      HwSurveyResult result;

      hw_survey_share (n * 3 / 5, n, &result);
      g_assert_true (result.low >= 0.0 && result.low < result.value && result.value < result.high && result.high <= 1.0);
      g_assert_cmpfloat (result.high - result.low, <, width);
      width = result.high - result.low;
    }
}

static HwAnswers *
make_answers (const char *metric,
              gint64      fives)
{
  HwAnswers *answers = hw_answers_new ();

  hw_answers_set (answers, "metric", metric);
  hw_answers_set_day (answers, "day", 20000);
  hw_answers_set_scaled (answers, "n5", fives * 10000);
  return answers;
}

/* Four answers could be told apart; five cannot. */
static void
test_hides_under_five (void)
{
  static const char *const asked[] = { "csat", "nps", "enps", "engagement_index", "review_rating" };

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (HwAnswers) four = make_answers (asked[i], 4);
      g_autoptr (HwAnswers) five = make_answers (asked[i], 5);
      HwSurveyResult result;

      hw_survey_of (four, &result);
      g_assert_true (result.hidden);
      g_assert_cmpint (result.n, ==, 4);
      g_assert_true (isnan (result.value) && isnan (result.low) && isnan (result.high));

      hw_survey_of (five, &result);
      g_assert_false (result.hidden);
    }
}

static void
test_reads_its_scale (void)
{
  g_autoptr (HwAnswers) csat = make_answers ("csat", 6);
  g_autoptr (HwAnswers) nps = make_answers ("nps", 6);
  g_autoptr (HwAnswers) mood = make_answers ("engagement_index", 6);
  g_autoptr (HwAnswers) other = make_answers ("revenue", 6);
  HwSurveyResult result;

  hw_answers_set_scaled (csat, "n1", 2 * 10000);
  hw_survey_of (csat, &result);
  g_assert_cmpfloat (result.value, ==, 0.75);

  hw_answers_set_scaled (nps, "n10", 18 * 10000);
  hw_survey_of (nps, &result); /* 18 who love it, 6 who do not, of 24 */
  g_assert_cmpfloat (result.value, ==, 50.0);

  hw_answers_set_scaled (mood, "n10", 18 * 10000); /* no such mark there */
  hw_survey_of (mood, &result);
  g_assert_cmpint (result.n, ==, 6);
  g_assert_cmpfloat (result.value, ==, 5.0);

  hw_survey_of (other, &result);
  g_assert_true (result.hidden);
}

static void
test_asks_what_can_be_given (void)
{
  g_autoptr (HwAnswers) csat = make_answers ("csat", 6);
  g_autoptr (HwAnswers) nps = make_answers ("nps", 6);
  const guint zero = (guint) hw_form_find (&hw_survey_form, "n0");
  const guint five = (guint) hw_form_find (&hw_survey_form, "n5");
  const guint ten = (guint) hw_form_find (&hw_survey_form, "n10");
  const guint day = (guint) hw_form_find (&hw_survey_form, "day");

  g_assert_false (hw_form_applies (&hw_survey_form, csat, zero));
  g_assert_true (hw_form_applies (&hw_survey_form, csat, five));
  g_assert_false (hw_form_applies (&hw_survey_form, csat, ten));
  g_assert_true (hw_form_applies (&hw_survey_form, nps, zero));
  g_assert_true (hw_form_applies (&hw_survey_form, nps, ten));

  g_assert_cmpint (hw_form_check (&hw_survey_form, csat, five, 20000), ==, HW_FAULT_NONE);
  g_assert_cmpint (hw_form_check (&hw_survey_form, csat, day, 19999), ==, HW_FAULT_TO_COME);
  hw_answers_set_number (csat, "n5", 2.5);
  g_assert_cmpint (hw_form_check (&hw_survey_form, csat, five, 20000), ==, HW_FAULT_NOT_A_NUMBER);
  hw_answers_set_number (csat, "n5", -1.0);
  g_assert_cmpint (hw_form_check (&hw_survey_form, csat, five, 20000), ==, HW_FAULT_TOO_LOW);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/survey/equals-the-reference", test_equals_the_reference);
  g_test_add_func ("/domain/survey/more-answers-narrow-it", test_more_answers_narrow_it);
  g_test_add_func ("/domain/survey/hides-under-five", test_hides_under_five);
  g_test_add_func ("/domain/survey/reads-its-scale", test_reads_its_scale);
  g_test_add_func ("/domain/survey/asks-what-can-be-given", test_asks_what_can_be_given);

  return g_test_run ();
}
