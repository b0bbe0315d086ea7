/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-readiness-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_SCALE 3       /* the figures that the formulas use, then the levels */
#define SCORE_MOST (HW_READY_ANSWERS - 1)
#define POINT 25.0        /* of the score for one point of an answer: 100 over 4 */
#define LEVEL_STEP 25.0
#define ENOUGH 3
#define WORDS_LETTERS 52
#define PART_LETTERS 30

/* Of the parts. */
enum { PART, WEIGHT, APPLY, ANSWERED, SCORE, LOW, HIGH, LEVEL, WEIGHED, WON, ALL, MEANT, LEVEL_NAME };
/* Of the questions. */
enum { Q_PART, Q_ID, Q_TEXT, Q_WEIGHT, Q_SAID, Q_SHOWN, Q_COUNTS, Q_APPLIES, Q_WEIGHED, Q_WON, Q_ALL, Q_EVIDENCE = LEVEL_NAME };

/* A level can be one above the lowest of these. */
static const char *const links[] = { "data", "governance", "people" };

typedef struct
{
  HwBook                *book;
  HwSheet               *sheet;
  const HwQuestionnaire *questions;
  const HwReadiness     *readiness;
  int                    first_part, last_part, first_question; /* rows */
  gboolean               has_evidence; /* a run that was closed keeps none */
} Layout;

/* What the records show on a question, if it stands in place of what was said. */
static const HwMeasured *
find_measured (const Layout          *at,
               const HwReadyQuestion *question)
{
  const GPtrArray *measured = at->book->report->measured;

  for (guint i = 0; measured != NULL && *question->check != '\0' && i < measured->len; i++)
    {
      const HwMeasured *found = g_ptr_array_index (measured, i);

      if (found->score >= 0 && g_str_equal (found->check, question->check))
        return found;
    }

  return NULL;
}

static int
said_score (const char *answer)
{
  return answer != NULL && answer[0] >= '0' && answer[0] < '0' + HW_READY_ANSWERS && answer[1] == '\0' ? answer[0] - '0' : -1;
}

static void
write_said (const Layout *at,
            int           row,
            const char   *answer)
{
  const int said = said_score (answer);

  if (said >= 0)
    hw_sheet_number (at->sheet, row, Q_SAID, HW_CELL_COUNT, HW_ROLE_INPUT, said);
  else
    hw_sheet_text (at->sheet, row, Q_SAID, HW_ROLE_INPUT, answer != NULL ? answer : HW_ANSWER_NOT_SURE);
}

static void
write_points (const Layout          *at,
              int                    row,
              const HwReadyQuestion *question,
              int                    counts,
              gboolean               applies)
{
  const double weight = question->weight;
  const int r = row + 1;
  g_autofree char *formula = g_strdup_printf ("=IF(H%d=0,\"\",IF(ISNUMBER(F%d),F%d,IF(ISNUMBER(E%d),E%d,\"\")))", r, r, r, r, r);

  hw_sheet_formula_maybe (at->sheet, row, Q_COUNTS, HW_CELL_COUNT, counts >= 0, counts, formula);
  hw_sheet_formula (at->sheet, row, Q_APPLIES, HW_CELL_COUNT, HW_ROLE_PLAIN, applies, "=IF(EXACT(E%d,\"-\"),0,1)", r);
  hw_sheet_formula (at->sheet, row, Q_WEIGHED, HW_CELL_RATIO, HW_ROLE_PLAIN, counts >= 0 ? weight : 0.0,
                    "=IF(ISNUMBER(G%d),D%d,0)", r, r);
  hw_sheet_formula (at->sheet, row, Q_WON, HW_CELL_RATIO, HW_ROLE_PLAIN, counts >= 0 ? weight * counts : 0.0,
                    "=IF(ISNUMBER(G%d),D%d*G%d,0)", r, r, r);
  hw_sheet_formula (at->sheet, row, Q_ALL, HW_CELL_RATIO, HW_ROLE_PLAIN, applies ? weight : 0.0, "=D%d*H%d", r, r);
}

/* What the records show in place of the answer; -1: nothing. */
static int
shown_score (const Layout          *at,
             const HwReadyQuestion *question)
{
  const HwMeasured *measured = find_measured (at, question);

  return measured != NULL && measured->replaces ? measured->score : -1;
}

/* The steps that count, -1: none. */
static int
counted_score (const Layout          *at,
               const HwReadyQuestion *question,
               gboolean              *applies)
{
  const char *answer = hw_answers_get (at->book->report->answers, question->id);
  const int shown = shown_score (at, question);

  *applies = g_strcmp0 (answer, HW_ANSWER_NOT_MINE) != 0;
  return !*applies ? -1 : shown >= 0 ? shown : said_score (answer);
}

static void
write_question (const Layout          *at,
                int                    row,
                const HwReadyQuestion *question)
{
  const HwDimension *part = g_ptr_array_index (at->questions->dimensions, question->dimension);
  const HwMeasured *measured = find_measured (at, question);
  const char *answer = hw_answers_get (at->book->report->answers, question->id);
  const int shown = shown_score (at, question);
  gboolean applies;
  const int counts = counted_score (at, question, &applies);

  hw_sheet_text (at->sheet, row, Q_PART, HW_ROLE_PLAIN, part->name);
  hw_sheet_text (at->sheet, row, Q_ID, HW_ROLE_PLAIN, question->id);
  hw_sheet_words (at->sheet, row, Q_TEXT, HW_LOOK_WRAP, question->text);
  hw_sheet_number (at->sheet, row, Q_WEIGHT, HW_CELL_RATIO, HW_ROLE_TYPED, question->weight);
  write_said (at, row, answer);
  if (shown >= 0)
    hw_sheet_number (at->sheet, row, Q_SHOWN, HW_CELL_COUNT, HW_ROLE_TYPED, shown);
  write_points (at, row, question, counts, applies);
  if (at->has_evidence)
    hw_sheet_words (at->sheet, row, Q_EVIDENCE, HW_LOOK_WRAP, measured != NULL ? measured->evidence : "");
}

static void
write_questions (const Layout *at)
{
  const char *const heads[] = { _("Part"), _("Number or key"), _("Question"), _("Weight"), _("You said"), _("Your records"),
                                _("Counts"), _("Applies"), _("Weight that counts"), _("Weight times steps"),
                                _("Weight in all"), NULL };
  static const struct { const char *name; int column; } names[] = {
    { "ready_part", Q_PART }, { "ready_counts", Q_COUNTS }, { "ready_applies", Q_APPLIES },
    { "ready_weighed", Q_WEIGHED }, { "ready_won", Q_WON }, { "ready_all", Q_ALL },
  };
  const int last = at->first_question + (int) at->questions->questions->len - 1;
  static const char *const answers[] = { "0", "1", "2", "3", "4", HW_ANSWER_NOT_SURE, HW_ANSWER_NOT_MINE, NULL };
  lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LIST, .value_list = (char **) answers };

  hw_sheet_line (at->sheet, at->first_question - 3, HW_LOOK_SECTION, _("The answers"));
  hw_sheet_line (at->sheet, at->first_question - 2, HW_LOOK_NOTE,
                 _("0 to 4; “?” is not sure, “-” does not apply. Where your records show it, they count."));
  hw_sheet_heads (at->sheet, at->first_question - 1, Q_TEXT + 1, heads);
  if (at->has_evidence)
    hw_sheet_words (at->sheet, at->first_question - 1, Q_EVIDENCE, HW_LOOK_HEAD, _("What your records show"));
  for (guint i = 0; i < at->questions->questions->len; i++)
    write_question (at, at->first_question + (int) i, g_ptr_array_index (at->questions->questions, i));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    hw_book_name (at->book, names[i].name, HW_SHEET_READINESS, at->first_question, last, names[i].column);
  worksheet_data_validation_range (at->sheet->ws, (lxw_row_t) at->first_question, Q_SAID, (lxw_row_t) last, Q_SAID, &rule);
}

/* The constants that formulas use, each with a name. */
static int
write_scale (const Layout *at)
{
  const struct { const char *label, *name; double value; } rows[] = {
    { _("Score for one step of an answer"), "ready_point", POINT },
    { _("Most steps of an answer"), "ready_most", SCORE_MOST },
    { _("Answers a part needs"), "ready_enough", ENOUGH },
  };
  int row = ROW_SCALE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++, row++)
    {
      hw_sheet_label (at->sheet, row, PART, rows[i].label);
      hw_sheet_number (at->sheet, row, WEIGHT, HW_CELL_COUNT, HW_ROLE_TYPED, rows[i].value);
      hw_book_name (at->book, rows[i].name, HW_SHEET_READINESS, row, row, WEIGHT);
    }

  for (int level = 0; level < HW_READY_N; level++)
    {
      hw_sheet_label (at->sheet, row + level, PART, _("A level begins at"));
      hw_sheet_number (at->sheet, row + level, WEIGHT, HW_CELL_COUNT, HW_ROLE_TYPED, LEVEL_STEP * level);
      hw_sheet_number (at->sheet, row + level, APPLY, HW_CELL_COUNT, HW_ROLE_TYPED, level + 1);
      hw_sheet_run (at->sheet, row + level, ANSWERED, hw_ready_level_name ((HwReadyLevel) level));
    }

  hw_book_name (at->book, "level_from", HW_SHEET_READINESS, row, row + HW_READY_N - 1, WEIGHT);
  hw_book_name (at->book, "level_number", HW_SHEET_READINESS, row, row + HW_READY_N - 1, APPLY);
  hw_book_name (at->book, "level_name", HW_SHEET_READINESS, row, row + HW_READY_N - 1, ANSWERED);
  return row + HW_READY_N + 1;
}

static void
write_level_name (const Layout *at,
                  int           row,
                  gboolean      known,
                  HwReadyLevel  level)
{
  g_autofree char *formula = g_strdup_printf ("=IF(ISNUMBER(H%d),LOOKUP(H%d,level_number,level_name),\"\")", row + 1, row + 1);

  hw_sheet_formula_run (at->sheet, row, LEVEL_NAME, known ? hw_ready_level_name (level) : "", formula);
}

/* The weights and steps of a part's questions, which its scores rest on. */
static void
write_part_sums (const Layout *at,
                 int           row,
                 guint         place)
{
  static const struct { int column; const char *name; } columns[] = {
    { WEIGHED, "ready_weighed" }, { WON, "ready_won" }, { ALL, "ready_all" },
  };
  double sums[G_N_ELEMENTS (columns)] = { 0 };

  for (guint i = 0; i < at->questions->questions->len; i++)
    {
      const HwReadyQuestion *question = g_ptr_array_index (at->questions->questions, i);
      gboolean applies;
      const int counts = counted_score (at, question, &applies);

      if (question->dimension != place)
        continue;
      sums[0] += counts >= 0 ? question->weight : 0.0;
      sums[1] += counts >= 0 ? question->weight * counts : 0.0;
      sums[2] += applies ? question->weight : 0.0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hw_sheet_formula (at->sheet, row, columns[i].column, HW_CELL_RATIO, HW_ROLE_PLAIN, sums[i],
                      "=SUMPRODUCT((ready_part=A%d)*%s)", row + 1, columns[i].name);
}

static void
write_part (const Layout *at,
            int           row,
            guint         place)
{
  const HwDimension *part = g_ptr_array_index (at->questions->dimensions, place);
  const HwDimensionScore *found = &g_array_index (at->readiness->dimensions, HwDimensionScore, place);
  const gboolean any = found->n_applicable > 0;
  const int r = row + 1;
  g_autofree char *score = g_strdup_printf ("=IF(AND(C%d>0,D%d>=MIN(ready_enough,C%d)),ready_point*J%d/I%d,\"\")", r, r, r, r, r);
  g_autofree char *low = g_strdup_printf ("=IF(C%d>0,ready_point*J%d/K%d,\"\")", r, r, r);
  g_autofree char *high = g_strdup_printf ("=IF(C%d>0,F%d+ready_point*ready_most*(1-I%d/K%d),\"\")", r, r, r, r);
  g_autofree char *level = g_strdup_printf ("=IF(ISNUMBER(E%d),LOOKUP(ROUND(E%d,9),level_from,level_number),\"\")", r, r);

  hw_sheet_text (at->sheet, row, PART, HW_ROLE_PLAIN, part->name);
  hw_sheet_number (at->sheet, row, WEIGHT, HW_CELL_RATIO, HW_ROLE_TYPED, part->weight);
  hw_sheet_formula (at->sheet, row, APPLY, HW_CELL_COUNT, HW_ROLE_PLAIN, found->n_applicable,
                    "=SUMPRODUCT((ready_part=A%d)*ready_applies)", r);
  hw_sheet_formula (at->sheet, row, ANSWERED, HW_CELL_COUNT, HW_ROLE_PLAIN, found->n_answered,
                    "=SUMPRODUCT((ready_part=A%d)*(ready_weighed>0))", r);
  hw_sheet_formula_maybe (at->sheet, row, SCORE, HW_CELL_DAYS, found->enough, found->score, score);
  hw_sheet_formula_maybe (at->sheet, row, LOW, HW_CELL_DAYS, any, any ? found->low : 0.0, low);
  hw_sheet_formula_maybe (at->sheet, row, HIGH, HW_CELL_DAYS, any, any ? found->high : 0.0, high);
  hw_sheet_formula_maybe (at->sheet, row, LEVEL, HW_CELL_COUNT, found->enough, found->level + 1, level);
  write_part_sums (at, row, place);
  write_level_name (at, row, found->enough, found->level);
  hw_sheet_formula (at->sheet, row, MEANT, HW_CELL_RATIO, HW_ROLE_PLAIN, found->enough ? part->weight : 0.0,
                    "=IF(ISNUMBER(E%d),B%d,0)", r, r);
}

/* "H12,H16,H14": the levels that the whole can be one above of. */
static char *
link_cells (const Layout *at)
{
  GString *cells = g_string_new (NULL);

  for (guint d = 0; d < at->questions->dimensions->len; d++)
    for (guint i = 0; i < G_N_ELEMENTS (links); i++)
      if (g_str_equal (((const HwDimension *) g_ptr_array_index (at->questions->dimensions, d))->id, links[i]))
        g_string_append_printf (cells, "%sH%d", cells->len > 0 ? "," : "", at->first_part + (int) d + 1);

  return g_string_free (cells, FALSE);
}

/* Whether every part in which anything applies has enough answers. */
static char *
dup_enough (const Layout *at)
{
  const int a = at->first_part + 1, b = at->last_part + 1;

  return g_strdup_printf ("COUNTIF(C%d:C%d,\">0\")=COUNT(E%d:E%d)", a, b, a, b);
}

/* The mean of a column of the parts by their weights, where there is a score. */
static void
write_mean (const Layout *at,
            int           row,
            int           column,
            double        value)
{
  const int a = at->first_part + 1, b = at->last_part + 1, all = row + 1;
  g_autofree char *formula =
    g_strdup_printf ("=IF(L%d=0,\"\",SUMPRODUCT(L%d:L%d,%c%d:%c%d)/L%d)",
                     all, a, b, 'A' + column, a, 'A' + column, b, all);
  const gboolean known = !isnan (value);

  hw_sheet_formula_maybe (at->sheet, row, column, HW_CELL_DAYS, known, known ? value : 0.0, formula);
}

static double
sum_meant (const Layout *at)
{
  double sum = 0.0;

  for (guint d = 0; d < at->questions->dimensions->len; d++)
    if (g_array_index (at->readiness->dimensions, HwDimensionScore, d).enough)
      sum += ((const HwDimension *) g_ptr_array_index (at->questions->dimensions, d))->weight;

  return sum;
}

static void
write_whole (const Layout *at)
{
  const HwReadiness *readiness = at->readiness;
  const gboolean known = !isnan (readiness->score), enough = known && readiness->enough;
  const int row = at->last_part + 1, r = row + 1;
  g_autofree char *cells = link_cells (at);
  g_autofree char *all = dup_enough (at);
  g_autofree char *own = g_strdup_printf ("=IF(AND(ISNUMBER(E%d),%s),LOOKUP(ROUND(E%d,9),level_from,level_number),\"\")", r, all, r);
  g_autofree char *capped = g_strdup_printf ("=IF(ISNUMBER(H%d),MIN(H%d,IF(COUNT(%s)=0,H%d,1+MIN(%s))),\"\")", r, r, cells, r, cells);

  hw_sheet_text (at->sheet, row, PART, HW_ROLE_PLAIN, _("All parts, by their weights"));
  hw_sheet_formula (at->sheet, row, MEANT, HW_CELL_RATIO, HW_ROLE_PLAIN, sum_meant (at), "=SUM(L%d:L%d)", at->first_part + 1, row);
  write_mean (at, row, SCORE, readiness->score);
  write_mean (at, row, LOW, readiness->low);
  write_mean (at, row, HIGH, readiness->high);
  hw_sheet_formula_maybe (at->sheet, row, LEVEL, HW_CELL_COUNT, enough, readiness->own_level + 1, own);
  write_level_name (at, row, enough, readiness->own_level);
  hw_book_name (at->book, "ready_score", HW_SHEET_READINESS, row, row, SCORE);

  hw_sheet_text (at->sheet, row + 1, PART, HW_ROLE_PLAIN, _("Where the business stands"));
  hw_sheet_run (at->sheet, row + 1, WEIGHT, _("At most one level above its records, its rules and its team"));
  hw_sheet_formula_maybe (at->sheet, row + 1, LEVEL, HW_CELL_COUNT, enough, readiness->level + 1, capped);
  write_level_name (at, row + 1, enough, readiness->level);
  hw_book_name (at->book, "ready_level", HW_SHEET_READINESS, row + 1, row + 1, LEVEL);
  if (known)
    hw_book_check (at->book, _("Readiness, all parts"), HW_CELL_DAYS, readiness->score, readiness->score, "=ready_score");
}

static gboolean
has_evidence (const GPtrArray *measured)
{
  for (guint i = 0; measured != NULL && i < measured->len; i++)
    if (*((const HwMeasured *) g_ptr_array_index (measured, i))->evidence != '\0')
      return TRUE;

  return FALSE;
}

static char *
make_note (const HwReport *report,
           const HwFormat *format)
{
  g_autofree char *day = NULL;

  if (report->answered == HW_DAY_NONE)
    return g_strdup (_("Nothing is answered yet: these scores are what your records show. Too early to say for the whole."));

  day = hw_format_day (format, report->answered, HW_DAY_LONG);

  /* Translators: %s is a date. */
  return g_strdup_printf (_("As answered on %s. Change an answer, and the scores follow."), day);
}

void
hw_readiness_sheet_write (HwBook *book)
{
  const HwReport *report = book->report;
  const char *const heads[] = { _("Part"), _("Weight"), _("Questions that apply"), _("Answered"), _("Score"), _("Low"), _("High"),
                                _("Level"), _("Weight that counts"), _("Weight times steps"), _("Weight in all"),
                                _("Weight in the whole"), NULL };
  Layout at = { book, book->sheets[HW_SHEET_READINESS], report->questions, report->readiness, 0, 0, 0,
                has_evidence (report->measured) };
  g_autofree char *note = NULL;

  hw_sheet_line (at.sheet, 0, HW_LOOK_TITLE, _("How ready the business is"));
  if (report->readiness == NULL || report->questions == NULL || report->answers == NULL)
    {
      hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, _("The questions have no answers yet. Answer them under Assess."));
      hw_book_finish (book, HW_SHEET_READINESS, TRUE, -1);
      return;
    }

  note = make_note (report, book->format);
  hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, note);
  at.first_part = write_scale (&at) + 1;
  at.last_part = at.first_part + (int) at.questions->dimensions->len - 1;
  at.first_question = at.last_part + 7;

  hw_sheet_heads (at.sheet, at.first_part - 1, PART + 1, heads);
  hw_sheet_words (at.sheet, at.first_part - 1, LEVEL_NAME, HW_LOOK_HEAD, _("What it is fit for"));
  for (guint d = 0; d < at.questions->dimensions->len; d++)
    write_part (&at, at.first_part + (int) d, d);

  write_whole (&at);
  write_questions (&at);
  hw_sheet_widen (at.sheet, Q_TEXT, WORDS_LETTERS);
  hw_sheet_widen (at.sheet, PART, PART_LETTERS);
  if (at.has_evidence)
    hw_sheet_widen (at.sheet, Q_EVIDENCE, WORDS_LETTERS);
  hw_book_finish (book, HW_SHEET_READINESS, TRUE, at.first_question - 1);
}
