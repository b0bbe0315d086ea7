/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea.h: what could be tried, how much it promises, how easy it is, and how sure
 * the order is.
 *
 * The catalogue is content; the owner ticks pains (entry HW_ENTRY_PAINS: idea id ->
 * "yes"; "budget": money a year) and may put own figures on an idea (HW_ENTRY_IDEA:
 * idea, benefit, cost, complexity, weeks, have ("all", "part", "none": of what it needs
 * and nobody can measure), out ("yes": not for us), why).
 *
 * Score = 100 c V^0.40 E^0.20 D^0.25 (1-R)^0.15: worth, ease, data, risk and evidence;
 * a product, so that one zero cannot hide behind the rest.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"
#include "domain/hw-stake.h"

G_BEGIN_DECLS

extern const HwForm hw_pains_form;  /* budget; the pains themselves are ids of ideas, "yes" */
extern const HwForm hw_idea_form;

typedef enum
{
  HW_IDEA_COMPUTED,   /* this program works it out */
  HW_IDEA_PARTLY,
  HW_IDEA_OUTSIDE,    /* another tool does it; this one chooses, tests and measures it */
  HW_IDEA_GUIDED,     /* a template and a list */
} HwIdeaMode;

const char *hw_idea_mode_name (HwIdeaMode mode); /* translated */

typedef struct
{
  char        *check;    /* a measured check or finding that tells how ready it is; "" if none can */
  char        *text;     /* translated: "Sales by product, 12 months or more" */
} HwIdeaNeed;

#define HW_IDEA_GIVEN "given"  /* a need that everybody can meet: not measured, not asked */

/* One row of the catalogue. All texts translated. */
typedef struct
{
  char        *id;           /* "uc_reorder" */
  char        *name;         /* "When and how much to order" */
  char        *pain;         /* "Too much of the wrong goods, none of the right ones" */
  char        *change;       /* what is done differently: "Order by the list on Monday" */
  char       **sectors;      /* ids of sectors.xml; "all" */
  char       **seldom;       /* those of them that rarely have this trouble */
  GPtrArray   *needs;        /* (owned) of HwIdeaNeed */
  int          complexity;   /* 1..5 */
  int          weeks_low, weeks_high; /* to a trial */
  int          cost_band;    /* 0..4 */
  char       **metrics;      /* ids of the metric table; the first is the one to watch */
  char         evidence;     /* 'A'..'D' */
  char        *evidence_note;
  char       **sources;      /* ids of sources.xml */
  char        *risk;         /* what may go wrong */
  HwIdeaMode   mode;
  gboolean     forecasts;    /* it rests on the forecast, which the records can be tried on */
  gboolean     people;       /* it decides about people: careful until six answers say otherwise */
  int          stake;        /* HwStakeKind it works on; -1 if none is worked out */
  double       share_low, share_high; /* of that stake it can win back, as the evidence says; NAN if it does not */
} HwIdea;

HwIdea *hw_idea_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void    hw_idea_free (HwIdea *self);
/* Whether it is a trouble of @sector itself, not one that any trade may have or that it
 * rarely has. Where no trade is named: of any trade, or of one's own records. */
gboolean hw_idea_is_near (const HwIdea *self, const char *sector);

/* What stands behind one idea's score in one business. */
typedef struct
{
  double   low, benefit, high;  /* money a year before running cost; NAN: cannot be said yet */
  gboolean computed;            /* from the records, not from the owner alone */
  double   cost;                /* money a year */
  double   complexity;          /* 1..5 */
  double   weeks;
  double   ready;               /* D, 0..1: geometric mean over the needs */
  int      missing;             /* the need that holds it back most; -1 if none */
  double   risk;                /* R: 0.1, 0.4, 0.8 */
  double   evidence;            /* c */
  double   revenue;             /* a year's */
  double   budget;              /* a year's; 0: not said */
  gboolean guessed;             /* the loss is from the records; no study says how much of it comes back */
  gboolean risk_known;          /* the six questions have an answer */
} HwIdeaFacts;

typedef enum
{
  HW_IDEA_OPEN,           /* can be chosen */
  HW_IDEA_DATA_FIRST,     /* D below 0.35 */
  HW_IDEA_IMPACT_FIRST,   /* risk is high */
  HW_IDEA_ESTIMATE_FIRST, /* worth cannot be said */
  HW_IDEA_OUT,            /* the owner said: not for us */
  HW_IDEA_N_GATES,
} HwIdeaGate;

const char *hw_idea_gate_text (HwIdeaGate gate); /* translated */

typedef struct
{
  const HwIdea *idea;        /* of the catalogue */
  HwIdeaFacts   facts;
  HwIdeaGate    gate;
  double        worth, ease; /* V and E, 0..1; worth NAN if not known */
  double        score;       /* 0..100; 0 where worth is not known */
  double        first_share; /* how often it comes first under random weights and worths, 0..1 */
  gboolean      equal;       /* among those that are about equal at the top */
  gboolean      ticked;      /* a pain of this owner's */
  gboolean      near;        /* hw_idea_is_near() of this business */
} HwIdeaRank;

#define HW_IDEA_GUESS_MOST  0.5   /* of a loss that comes back, where no study has a number: nothing to half */
#define HW_IDEA_WORTH_SHARE 0.02  /* of a year's sales: worth as much as can be */
#define HW_IDEA_WEIGHT_WORTH 0.40
#define HW_IDEA_WEIGHT_EASE  0.20
#define HW_IDEA_WEIGHT_DATA  0.25
#define HW_IDEA_WEIGHT_SAFE  0.15
#define HW_IDEA_EASE_HARD    0.50 /* of the ease, lost by the hardest, the longest wait, spending all */
#define HW_IDEA_EASE_WAIT    0.25
#define HW_IDEA_EASE_COST    0.25
#define HW_IDEA_HARD_MOST    5.0
#define HW_IDEA_WEEKS_MOST   26.0
#define HW_IDEA_READY_LEAST 0.35  /* D below it: the data come first */
#define HW_IDEA_RISK_HIGH   0.8   /* R from which on an impact assessment comes first */
#define HW_IDEA_EQUAL       0.20  /* first shares so close are about equal */
#define HW_IDEA_DRAWS       10000

/* V, E, score and gate from facts; @out: the owner said no. */
void     hw_idea_score   (HwIdeaRank *self, gboolean out);
/* Sorts @ranks (of HwIdeaRank): open ones with a score first, by score, then by what they
 * would score if they were worth the most, then by id; and fills
 * first_share of those by @n_draws draws of weights (uniform on the simplex) and of
 * worths: half of them below the middle and half above, each side a triangle that leaves
 * one in twenty beyond the end of the 90 % range. Draws that end level are shared. In
 * any order given, the same bits. Source: Lahdelma, Hokkanen and Salminen (1998), SMAA. */
void     hw_ideas_settle (GArray *ranks, guint n_draws, guint64 seed);
/* How many at the top are about equal: first shares within 20 points of the largest; 1 if
 * one stands alone, 0 if there is none. They need not be next to each other: marks them. */
guint    hw_ideas_equal  (GArray *ranks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwIdea, hw_idea_free)

G_END_DECLS
