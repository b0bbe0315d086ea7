/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-plan.h: the inside of an HwImportPlan, shared by the files that fill it in
 * order: hw-table (sample), hw-roles and hw-kind (kind and columns), hw-amount (which amount
 * is the line's), hw-evidence (the whole file), hw-questions (what stays open);
 * hw-reader then reads rows by it.
 * Thread: any, one at a time per plan.
 */
#pragma once

#include "import/hw-importer.h"
#include "import/hw-period.h"
#include "import/hw-sniff.h"
#include "import/hw-source.h"
#include "import/hw-table.h"

G_BEGIN_DECLS

#define HW_PLAN_TYPES      3
#define HW_PLAN_VARIANTS   3
#define HW_PLAN_CURRENCIES 8
#define HW_PLAN_PREVIEW    20
#define HW_PLAN_RIVALS     4

typedef enum
{
  HW_DISCOUNT_NONE,
  HW_DISCOUNT_MONEY,    /* taken off the line */
  HW_DISCOUNT_SHARE,    /* 0.15 */
  HW_DISCOUNT_PERCENT,  /* 15 */
} HwDiscount;

typedef struct
{
  char   code[4];
  gint64 rows;
} HwCurrencyCount;

/* A column of figures in a table that runs across. */
typedef struct
{
  int             column;
  HwDay           day;      /* HW_DAY_NONE: the heading names a product or figure */
  HwPeriod        period;
  const HwMetric *figure;   /* (nullable) the heading names it */
} HwSpread;

/* Lines of orders, and the orders in a list of their own. */
typedef struct
{
  char   *by;       /* (owned) (nullable) the heading of what both have; NULL: nothing was joined */
  char   *orders;   /* (owned) (nullable) the sheet or file of the orders */
  gint64  lines;
  gint64  found;    /* lines whose order is there */
  guint   n_orders;
} HwJoin;

/* How the cells of a used column are read. */
typedef struct
{
  char        point;             /* of its numbers */
  HwDateOrder orders[HW_MARK_N]; /* of its dates */
  gboolean    serial;
} HwStyle;

struct _HwImportPlan
{
  char           *path;          /* (owned) */
  char           *beside;        /* (owned) (nullable) a file that belongs to it */
  HwImportKind    asked_kind;
  char            business[4];   /* the business's currency */
  gboolean        currency_open;
  HwDay           today;
  int             year_now;
  int             year;          /* of dates that say none, 0 if all do */
  GHashTable     *map;           /* (owned) */
  GHashTable     *answers;       /* (owned) */
  GPtrArray      *own;           /* (owned) (nullable) of HwMetric: figures the owner made up */

  HwSniff        *sniff;         /* (owned) */
  HwSheets         *book;          /* (owned) (nullable) where the file is a workbook */
  HwRowSource        source;        /* how to read the table anew */
  GArray         *tabs;          /* (owned) (nullable) of guint: sheets that are read as one */
  HwAside        *aside;         /* (owned) (nullable) cells of its rows that stand elsewhere */
  HwJoin          join;          /* how lines were put together with their orders */
  HwTable        *table;         /* (owned) */
  GPtrArray      *questions;     /* (owned) of HwImportQuestion */
  char           *shape;         /* (owned) */
  char           *sum;           /* (owned) (nullable) of two files together */

  const HwSource *origin;        /* (nullable) the program it comes from */
  HwImportKind    kind;
  HwImportKind    may_be[HW_IMPORT_N_KINDS]; /* when the kind is open */
  guint           n_may_be;
  int             column[HW_N_FIELDS];  /* -1 if none */
  int             void_column;          /* -1 if none: yes or no */
  int             cancelled_column;     /* a date or nothing */
  int             first_name;
  int             group_column;         /* headings between the rows name the item */
  int             handle_column;
  int             types[HW_PLAN_TYPES];
  guint           n_types;
  int             variants[HW_PLAN_VARIANTS];
  guint           n_variants;
  gboolean        fill_days;            /* a blank date is the one above */
  guint           blank_days;           /* rows of the sample without a date, if it is open what they mean */
  GArray         *spread;               /* (owned) (nullable) of HwSpread; empty unless the table runs across */
  gboolean        spread_items;         /* its headings name products or figures, not periods */
  HwField         spread_field;         /* amount or quantity */
  gboolean        principal_only;
  gboolean        order_heads;          /* an order of several lines stands once more over them, as their sum */
  gboolean        invoiced;             /* invoices stand beside payments, which are the money for them */
  gboolean        refunds_open;         /* refunds stand without a minus */
  guint           sold;                 /* rows of the sample of a type that is sold, where types stand; fees are none */
  guint           sold_negative;        /* of them less than zero */
  int             rivals[HW_PLAN_RIVALS]; /* amount columns that cannot be told apart */
  guint           n_rivals;
  gboolean        rivals_may_fail;      /* perhaps none of them is it */
  gboolean        headed;               /* a list whose rows of one cell are headings */
  HwDiscount      discount;
  gboolean        spent;                /* a list of expenses: its amounts are money out */
  const char     *survey;        /* (nullable) the one all answers are of */

  HwStyle        *styles;        /* (owned) one for each column */
  HwNumberEvidence *numbers;     /* (owned) of the whole file, likewise */
  HwDateEvidence *dates;         /* (owned) likewise */
  HwCurrencyCount currencies[HW_PLAN_CURRENCIES]; /* of the currency column */
  guint           n_currencies;
  guint           last_currency;
  gint64          evidence_rows;
  gint64          marked_rows;   /* of them cancelled */

  char            currency[4];   /* the amounts are in it */
  char            file_currency[8]; /* code or sign in the file, "" if none */
  int             sign_column;   /* -1, or the column whose signs tell the rows' currency */
  char            keep[4];       /* of several, the one kept; "" if no choice was needed */
  gboolean        keep_cancelled;
  gboolean        flip;          /* amounts stand with the other sign */
  gboolean        flip_refunds;
};

/* The rows of the sample that can be rows: with a date, where the kind has one. */
gboolean hw_plan_is_data       (const HwImportPlan *plan,
                                const HwSampleRow  *row);

/* Lists of things and people: a name stands in it once, and has no day of its own. */
gboolean hw_plan_is_list       (const HwImportPlan *plan);

/* hw-plan-sheet.c: opens a workbook and chooses the sheet, or asks. */
gboolean hw_plan_open_book     (HwImportPlan  *plan,
                                const HwTick  *tick,
                                GError       **error);

/* hw-tabs.c: tabs of months, weeks or days with one heading, which are one table: sets
 * plan->tabs, and plan->aside where the tab alone says the day. FALSE on a wrong answer. */
gboolean hw_plan_find_tabs    (HwImportPlan  *plan,
                               GError       **error);
/* Reads these sheets as one, of guint; FALSE if they are no tables. */
gboolean hw_plan_take_tabs    (HwImportPlan  *plan,
                               const GArray  *sheets);
void     hw_plan_drop_tabs    (HwImportPlan  *plan);
/* Whether the sheets have the same headings in the same row. */
gboolean hw_plan_are_alike    (const HwImportPlan *plan,
                               guint               a,
                               guint               b);

/* hw-join.c: where the table holds lines of orders without their day, looks for the orders
 * in the other sheets and in the file beside; what is found is put behind the lines. */
gboolean hw_plan_join         (HwImportPlan  *plan,
                               GError       **error);
void     hw_join_clear        (HwJoin        *self);

/* hw-roles.c: the kind, and a column for each field. */
gboolean hw_plan_find_columns  (HwImportPlan  *plan,
                                GError       **error);

/* hw-layout.c: whether blank dates mean the one above, which only some layouts allow. */
void     hw_plan_find_fill     (HwImportPlan *plan);
gboolean hw_plan_decide_fill   (HwImportPlan  *plan,
                                GError       **error);
gboolean hw_plan_is_spread     (const HwImportPlan *plan);

/* Whether orders stand over their own lines. */
void     hw_plan_find_heads   (HwImportPlan *plan);

/* hw-amount.c: among the columns that hold amounts, the line's own. */
void     hw_plan_find_amount   (HwImportPlan *plan);

/* hw-evidence.c: reads the whole file. */
gboolean hw_plan_read_evidence (HwImportPlan  *plan,
                                const HwTick  *tick,
                                GError       **error);

/* hw-questions.c: how figures and dates are written, and what only the owner knows. */
gboolean hw_plan_decide        (HwImportPlan  *plan,
                                GError       **error);
gboolean hw_plan_ask_text      (HwImportPlan  *plan,
                                GError       **error);
const char *hw_plan_answer     (const HwImportPlan *plan,
                                const char         *id);
/* Takes the question. @value: the answer if there is one, else NULL and the
 * question stays open. FALSE if the answer is none of the choices. */
gboolean hw_plan_ask           (HwImportPlan      *plan,
                                HwImportQuestion  *question,
                                const char       **value,
                                GError           **error);

/* hw-plan-currency.c: which currency the amounts are in. */
gboolean hw_plan_decide_currency (HwImportPlan  *plan,
                                  GError       **error);

/* hw-plan-say.c: what was understood and no total shows, in sentences. */
void     hw_plan_say             (const HwImportPlan *plan,
                                  HwImportReport     *report);

G_END_DECLS
