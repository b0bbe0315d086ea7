/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-example.h: an example business as constant tables: what it sells, how people buy
 * there, and what its owner did from the first look to the end. All names are made up.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-initiative.h"
#include "jobs/sample/hw-sample-keep.h"

G_BEGIN_DECLS

/* What the trial truly changed, so that a fair verdict can find it. */
typedef enum
{
  HW_EXAMPLE_NOTHING,
  HW_EXAMPLE_BAKES_LESS,   /* the spare made each morning shrinks to @size of itself */
  HW_EXAMPLE_FULLER,       /* as many receipts, with @size times the lines */
} HwExampleEffect;

/* How people buy. */
typedef struct
{
  double          weekdays[7];   /* Monday first; mean 1 over the open ones; 0: closed */
  gboolean        on_holidays;   /* open then, too */
  double          eve;           /* sales of the day before a holiday; 1 is usual */
  int             opens, closes; /* minute of the day */
  double          spare;         /* made each morning beyond what is expected, in roots of it */
  double          lumps;         /* how unlike the sizes of two lines are: squared coefficient of variation */
  double          more_lines;    /* mean lines of a receipt beyond the first */
  double          known;         /* share of receipts that say who bought */
  double          returns;       /* share of lines of which a piece comes back */
  HwExampleEffect effect;
  double          size;
  int             from, to;      /* days before today, both included; to 0: it stays */
} HwExampleTrade;

/* One answer. */
typedef enum
{
  HW_SAY_NONE,
  HW_SAY_WORDS,   /* N_(): kept in the language of the program */
  HW_SAY_ID,
  HW_SAY_NUMBER,
  HW_SAY_DAY,     /* so many days before today; below 0: ahead */
  HW_SAY_TIMES,   /* so many times what was answered to "start" */
  HW_SAY_ENTRY,   /* the number of the entry of that name */
} HwSayKind;

typedef struct
{
  const char *question;
  HwSayKind   kind;
  const char *text;
  double      number;
} HwSay;

typedef enum
{
  HW_ACT_SAVE,    /* an entry, or what changes of the one of that name */
  HW_ACT_CHOOSE,  /* a trial from the catalogue of ideas, with own answers on top */
  HW_ACT_MOVE,    /* the trial goes on to @to, with more answers */
  HW_ACT_ANSWER,  /* all questions of readiness: @list has a letter each, in their order */
  HW_ACT_DUTIES,  /* safety duties done: @list of their ids */
} HwActKind;

#define HW_SAYS_MOST 16

typedef struct
{
  int         days;  /* before today; rows go from the past to today */
  HwActKind   act;
  HwEntryKind kind;
  const char *name;  /* of the entry, for later rows; NULL: none */
  const char *of;    /* the name of what it belongs to; NULL: nothing */
  HwState     to;
  const char *list;
  HwSay       says[HW_SAYS_MOST]; /* ends with a NULL question, unless full */
} HwExampleAct;

typedef struct
{
  const char          *id;       /* "web-shop" */
  const char          *name;
  const char          *sector;
  const char          *country;
  const char          *currency;
  HwSampleCatalogue    catalogue;
  HwExampleTrade       trade;
  const HwExampleAct  *acts;
  guint                n_acts;
} HwExample;

extern const HwExample hw_example_bakery;
extern const HwExample hw_example_web_shop;
extern const HwExample hw_example_wholesaler;

/* Short words for the tables. */
#define HW_WORDS(question, text)   { question, HW_SAY_WORDS, text, 0.0 }
#define HW_ID(question, text)      { question, HW_SAY_ID, text, 0.0 }
#define HW_NUMBER(question, value) { question, HW_SAY_NUMBER, NULL, value }
#define HW_DAY(question, days)     { question, HW_SAY_DAY, NULL, days }
#define HW_TIMES(question, times)  { question, HW_SAY_TIMES, NULL, times }
#define HW_ENTRY(question, name)   { question, HW_SAY_ENTRY, name, 0.0 }

#define HW_SAVE(days, kind, name, of, ...) { days, HW_ACT_SAVE, kind, name, of, HW_STATE_IDEA, NULL, { __VA_ARGS__ } }
#define HW_CHOOSE(days, idea, name, ...) \
  { days, HW_ACT_CHOOSE, HW_ENTRY_INITIATIVE, name, NULL, HW_STATE_IDEA, idea, { __VA_ARGS__ } }
#define HW_MOVE(days, name, to, ...) { days, HW_ACT_MOVE, HW_ENTRY_INITIATIVE, name, NULL, to, NULL, { __VA_ARGS__ } }
#define HW_ANSWER(days, answers) { days, HW_ACT_ANSWER, HW_ENTRY_READINESS, NULL, NULL, HW_STATE_IDEA, answers, { { 0 } } }
#define HW_DUTIES(days, duties) { days, HW_ACT_DUTIES, HW_ENTRY_DUTY, NULL, NULL, HW_STATE_IDEA, duties, { { 0 } } }
#define HW_CHECK_IN(days, of, share) \
  HW_SAVE (days, HW_ENTRY_CHECK_IN, NULL, of, HW_DAY ("week", (days) + 1), HW_NUMBER ("used", share))
#define HW_PIN(days, metric) HW_SAVE (days, HW_ENTRY_WATCH, NULL, NULL, HW_ID ("metric", metric), HW_ID ("pinned", "yes"), \
           HW_DAY ("looked", days))
/* Not about people but their data where @data says so, little to lose, can be undone. */
#define HW_RISK(days, idea, money, data) \
  HW_SAVE (days, HW_ENTRY_RISK, NULL, NULL, HW_ID ("about", idea), HW_ID ("people", "no"), HW_ID ("money", money), \
           HW_ID ("safety", "no"), HW_ID ("children", "no"), HW_ID ("data", data), HW_ID ("undo", "yes"))

G_END_DECLS
