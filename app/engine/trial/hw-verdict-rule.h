/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-verdict-rule.h: what the numbers of a trial say is to be done, and how often that rule
 * keeps what is no good.
 *
 * The effect is first held against a sceptical prior, normal around 0: hoping for more
 * must not loosen the rule, so its spread is locked with the plan. On the money scale
 * its mean is then minus the cost. Order of the rules: harm, not tested, a limit broken,
 * go, extend, stop.
 *
 * In:  effect with standard error and range, what one unit of it is worth a year, costs,
 *      what was kept to, limits of the rule.
 * Out: the verdict and its reason; the chance that it pays; what more data are worth.
 * Source: Spiegelhalter, Freedman and Parmar (1994), "Bayesian approaches to randomized
 *      trials", JRSS A 157(3) (sceptical prior); Raiffa and Schlaifer (1961).
 * Checked against: both worked rows of shares kept, at 40,000 draws
 *      (tests/engine/test-hw-verdict-rule.c).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_RULING_GO,
  HW_RULING_EXTEND,
  HW_RULING_CHANGE,
  HW_RULING_STOP,
} HwRuling;

typedef enum
{
  HW_RULING_PAYS,           /* go: likely enough that it pays */
  HW_RULING_WORTH_KNOWING,  /* extend */
  HW_RULING_NOT_TESTED,     /* change: too little kept to */
  HW_RULING_LIMIT_BROKEN,   /* change: moved the right way, but a limit was broken */
  HW_RULING_DUTIES_OPEN,    /* change: likely enough, but something that must be done is not */
  HW_RULING_HARM,           /* stop */
  HW_RULING_DOES_NOT_PAY,   /* stop: unlikely */
  HW_RULING_STILL_OPEN,     /* stop: not clear after the last look */
  HW_RULING_NOT_WORTH_KNOWING, /* stop: finding out costs more than it saves, or would not tell more */
} HwRulingReason;

/* Locked with the plan. */
typedef struct
{
  double prior_sd;          /* of the effect; INFINITY: none */
  double value;             /* money a year of one unit of effect, > 0 */
  double cost;              /* money a year */
  double worth_having;      /* effect */
  double years;             /* for which knowing more counts; 1 */
  double go, go_last;       /* chance asked for at the first and the last look: 0.8 */
  double stop;              /* 0.2 */
  double kept_least;        /* 0.6 */
} HwVerdictTerms;

typedef struct
{
  double   effect, se;      /* se > 0 */
  double   low, high;       /* range of the effect */
  double   kept;            /* share of the time the change was really used; NAN: not known, counts as tested */
  double   se_more;         /* of what an extension alone would tell */
  double   cost_more;       /* of an extension, money once */
  gboolean harm, limit_broken, duties_done, last_look;
} HwVerdictFacts;

typedef struct
{
  HwRuling       ruling;
  HwRulingReason reason;
  gboolean       cannot_tell;   /* the range holds both 0 and the effect worth having */
  double         mean, sd;      /* of the net benefit a year, prior included */
  double         pays;          /* chance that it is above 0 */
  double         know_all, know_more; /* money over the years: of knowing for sure, of extending */
} HwVerdictRuling;

/* FALSE where a number is missing or out of order; the ruling is untouched then. */
gboolean hw_verdict_rule        (const HwVerdictTerms *terms,
                                 const HwVerdictFacts *facts,
                                 HwVerdictRuling      *ruling) G_GNUC_WARN_UNUSED_RESULT;

/* The locked design run over and over with a true effect: first look with @facts' own se,
 * where the rule says so extended and looked at for the last time with both together. Of
 * @facts, effect and range are drawn anew, the range as wide as there. */
typedef struct
{
  double go, extended, change, stop; /* shares of the first look */
  double adopted;                    /* share kept in the end */
} HwVerdictOdds;

gboolean hw_verdict_rule_odds   (const HwVerdictTerms *terms,
                                 const HwVerdictFacts *facts,
                                 double                truth,
                                 guint                 n_draws,
                                 guint64               seed,
                                 HwVerdictOdds        *odds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
