/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-job.h: orders to suppliers, from the day's list to the shelf: draft,
 * sent, confirmed, partly received, received; or cancelled. Every step can be
 * taken back, and nothing is sent by the program itself.
 */
#pragma once

#include "domain/hw-records.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      product_id;
  HwQuantity  quantity;   /* > 0; in the answer to a refusal 0 */
  HwQuantity  proposed;   /* what the plan said; HW_UNKNOWN if it said nothing */
  char       *why;        /* (owned) (nullable) the owner's reason where the two differ */
} HwOrderWish;

void hw_order_wish_clear (HwOrderWish *self);

typedef struct
{
  GArray  *wishes;        /* (owned) of HwOrderWish */
  gboolean draft;         /* TRUE: drafts; FALSE: sent today */
} HwOrderRequest;

void hw_order_request_free (HwOrderRequest *self);

/* What was done, and all that is needed to take it back. */
typedef struct
{
  gint64  step;           /* 0: nothing was */
  GArray *ids;            /* (owned) of gint64: the orders made or moved */
  guint   n_refused;      /* refusals kept */
} HwOrderChange;

void hw_order_change_free (HwOrderChange *self);

/* HwOrderRequest -> HwOrderChange: the orders made, one per supplier. Products
 * without a supplier go to one of their own without a name. A wish of 0 is a
 * refusal: kept with its reason, no order. */
extern const HwJob hw_order_job;

typedef struct
{
  gint64      id;         /* of the order line */
  gint64      product_id;
  char       *name;       /* (owned) */
  char       *unit;       /* (owned) */
  HwQuantity  quantity;
  HwQuantity  proposed;   /* HW_UNKNOWN */
  HwQuantity  received;
  HwMoney     unit_cost;  /* or HW_UNKNOWN */
  char       *why;        /* (owned) "" if none */
  HwQuantity  pack;       /* as it comes; 0: any amount */
  HwQuantity  min_order;  /* 0 if none; see hw_say_order_least() */
} HwOrderLineView;

typedef struct
{
  gint64       id;
  gint64       supplier_id;
  char        *supplier;    /* (owned) */
  char        *email;       /* (owned) "" if none */
  HwOrderState state;
  gboolean     late;        /* sent, and not all here after arrives_late (or the day confirmed) */
  gboolean     made_here;   /* the house makes it itself */
  gboolean     presumed;    /* its day is over and nobody noted receipts by then: it counts as here */
  HwDay        ordered, expected, received; /* HW_DAY_NONE if not known or not yet */
  HwDay        confirmed;   /* the day the supplier named; HW_DAY_NONE */
  HwDay        arrives_early, arrives_late; /* 8 of 10 times between, as receipts show it; HW_DAY_NONE */
  guint        n_lines;
  guint        n_changed;   /* lines the owner changed */
  HwMoney      value;       /* at cost, of the lines whose cost is known */
  GPtrArray   *lines;       /* (owned) of HwOrderLineView */
} HwOrderSummary;

void hw_order_summary_free (HwOrderSummary *self);

/* Where the order stands: "On its way", "Late", "Taken as arrived"; translated. */
const char *hw_order_state_words (const HwOrderSummary *self);

typedef enum
{
  HW_ORDER_TO_COME,      /* drafts too */
  HW_ORDER_CAME_LATELY,  /* all of it, or taken as arrived, in the last HW_LATELY_DAYS days */
  HW_ORDER_CAME_BEFORE,
} HwOrderTime;

#define HW_LATELY_DAYS 14

HwOrderTime hw_order_summary_time (const HwOrderSummary *self, HwDay today);

#define HW_ORDER_LIST_MOST 2000

/* NULL -> GPtrArray of HwOrderSummary, late ones first, then newest, at most
 * HW_ORDER_LIST_MOST, those to come among them; a look-up. */
extern const HwJob hw_order_list_job;

typedef struct
{
  gint64     order_line_id;
  HwQuantity quantity;    /* came, > 0 */
} HwOrderArrival;

typedef struct
{
  GArray       *ids;      /* (owned) of gint64 */
  HwOrderState  to;       /* SENT, CONFIRMED, RECEIVED (with `arrivals`, or all that is open), CANCELLED */
  HwDay         day;      /* of it; HW_DAY_NONE: today. CONFIRMED: the day named by the supplier, never NONE */
  GArray       *arrivals; /* (owned) (nullable) of HwOrderArrival, of one order: what came */
} HwOrderMove;

void hw_order_move_free (HwOrderMove *self);

/* HwOrderMove -> HwOrderChange. What cannot be (a received order cannot be sent) is
 * BAD_INPUT with the reason in words. An order partly here stays so when its rest is
 * confirmed for a day; cancelled, what came stays and the rest is no longer awaited. */
extern const HwJob hw_order_move_job;

/* gint64 *, HwOrderChange.step -> HwOrderChange: how it was before; orders that were
 * made by it become cancelled. BAD_INPUT if one of them was changed since. */
extern const HwJob hw_order_undo_job;

/* Writes one order as a file to mail or print, or as a mail to its supplier that is
 * ready to be looked over and sent by the owner's own mail program. */
typedef struct
{
  gint64 id;
  char  *path;            /* (owned) .xlsx, .csv or .eml */
} HwOrderFile;

void hw_order_file_free (HwOrderFile *self);

/* HwOrderFile -> char *, the path. */
extern const HwJob hw_order_file_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrderRequest, hw_order_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrderChange, hw_order_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrderMove, hw_order_move_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrderFile, hw_order_file_free)

G_END_DECLS
