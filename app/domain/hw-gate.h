/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gate.h: what should be in place before the next station. Advice: the owner may
 * go on anyway and says who and why; the two legal ones are never passed silently
 * (see hw-initiative.h).
 */
#pragma once

#include "domain/hw-initiative.h"
#include "domain/hw-readiness.h"
#include "domain/hw-safety.h"
#include "domain/hw-verdict.h"

G_BEGIN_DECLS

typedef enum
{
  HW_GATE_PILOT,      /* A: before a trial */
  HW_GATE_EVALUATE,   /* B: before the verdict */
  HW_GATE_SCALE,      /* C: before the roll-out */
  HW_GATE_LIVE,       /* D: before it counts as normal */
  HW_GATE_IMPACT,     /* legal: it decides about people */
  HW_GATE_LAWFUL,     /* legal: a use the law forbids */
  HW_GATE_N,
} HwGate;

const char *hw_gate_id   (HwGate gate);
const char *hw_gate_name (HwGate gate);     /* translated */
gboolean    hw_gate_is_legal (HwGate gate);

/* What the gates look at. A line about something that is not known is left out. */
typedef struct
{
  const HwEntry   *initiative;
  guint            n_goals;
  HwDay            first_sale, last_sale;  /* HW_DAY_NONE if none */
  HwDay            today;
  GPtrArray       *check_ins;    /* of HwEntry, this initiative's */
  GPtrArray       *roll_out;     /* of HwEntry, this initiative's */
  const HwVerdict *verdict;      /* (nullable) */

  const HwQuestionnaire *questions; /* (nullable) those of @readiness */
  const HwReadiness     *readiness; /* (nullable) of the last run */
  const HwAnswers       *told;      /* (nullable) its answers */
  const HwSafety        *safety;    /* (nullable) */
  HwRisk                 risk;      /* of this initiative */
  gboolean               uses_data; /* about people */
  const double          *ready;     /* (nullable) how ready the data of its idea are, 0..1 */

  gboolean         has_scale;   /* the roll-out was worked out: what follows is known */
  double           cost_90;     /* nine of ten cases cost no more until all of it works */
  double           budget;      /* NAN: not said */
  guint            n_in_time;   /* steps done by their day */
  double           ratio;       /* what they brought of what was planned; NAN */
  guint            n_limits;    /* that stop harm */
  guint            n_broken;    /* of these */
} HwGateFacts;

typedef struct
{
  gboolean    met;
  const char *text;    /* translated: "At least 90 days of sales" */
  const char *fix;     /* translated: what would fix it cheapest */
} HwGateLine;

/* Array of HwGateLine, in order of weight. */
GArray     *hw_gate_check (HwGate gate, const HwGateFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* The gate that stands before a move to @to; FALSE if none does. */
gboolean    hw_gate_before (HwState to, HwGate *gate);

G_END_DECLS
