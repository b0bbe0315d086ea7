/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-report.h: what an import found: kinds, fields, questions, issues,
 * control totals. The words the import, the window and the command line share.
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef enum
{
  HW_IMPORT_SALES,
  HW_IMPORT_PRODUCTS,
  HW_IMPORT_STOCK,      /* products with a quantity on hand */
  HW_IMPORT_SUPPLIERS,
  HW_IMPORT_CUSTOMERS,
  HW_IMPORT_BANK,       /* money in and out, as a bank lists it */
  HW_IMPORT_PURCHASES,  /* orders to suppliers, and what came of them */
  HW_IMPORT_WASTE,      /* goods thrown away */
  HW_IMPORT_HOURS,      /* hours worked */
  HW_IMPORT_METER,      /* readings of meters for power and gas */
  HW_IMPORT_SURVEY,     /* marks that people gave */
  HW_IMPORT_FIGURES,    /* values of figures of the library */
  HW_IMPORT_N_KINDS,
  HW_IMPORT_AUTO = HW_IMPORT_N_KINDS, /* find out, or ask */
} HwImportKind;

/* "sales", "products", ...: as typed on the command line and kept in the file. */
const char *hw_import_kind_id      (HwImportKind kind);
gboolean    hw_import_kind_from_id (const char *id, HwImportKind *kind);
/* Translated: "sales", "products". */
const char *hw_import_kind_name    (HwImportKind kind);

/* What a column can mean. Ids as in --map FIELD=COLUMN. */
typedef enum
{
  HW_FIELD_DATE,
  HW_FIELD_TIME,
  HW_FIELD_ORDER,          /* receipt, invoice or order number */
  HW_FIELD_SKU,
  HW_FIELD_ITEM,           /* the product's name */
  HW_FIELD_CATEGORY,
  HW_FIELD_QUANTITY,
  HW_FIELD_UNIT_PRICE,
  HW_FIELD_AMOUNT,         /* of the line, without tax if there is a choice */
  HW_FIELD_DISCOUNT,
  HW_FIELD_TAX,
  HW_FIELD_UNIT_COST,
  HW_FIELD_CURRENCY,
  HW_FIELD_STATUS,
  HW_FIELD_CUSTOMER,       /* the customer's number */
  HW_FIELD_CUSTOMER_NAME,
  HW_FIELD_SHOP,           /* where it was sold, of several shops */
  HW_FIELD_SUPPLIER,       /* the supplier's number */
  HW_FIELD_SUPPLIER_NAME,
  HW_FIELD_EMAIL,
  HW_FIELD_LEAD_DAYS,
  HW_FIELD_PACK,
  HW_FIELD_MIN_ORDER,
  HW_FIELD_UNIT,
  HW_FIELD_SHELF_DAYS,
  HW_FIELD_TYPE,           /* what sort of line: payment, fee, refund */
  HW_FIELD_NOTE,           /* what a bank says about a line */
  HW_FIELD_MONEY_IN,
  HW_FIELD_MONEY_OUT,
  HW_FIELD_DIRECTION,      /* a word or letter that says in or out */
  HW_FIELD_BALANCE,        /* of the account after the line */
  HW_FIELD_DUE,            /* the day a delivery was promised for */
  HW_FIELD_CAME,           /* the day it came */
  HW_FIELD_RECEIVED,       /* how much came */
  HW_N_FIELDS,
} HwField;

const char *hw_field_id      (HwField field);  /* "date", "unit-price" */
gboolean    hw_field_from_id (const char *id, HwField *field);
const char *hw_field_name    (HwField field);  /* translated, for the screen */

/* One defect of one cell or row, for the owner's eyes. */
typedef enum
{
  HW_ISSUE_NO_DATE,        /* the row has no date that can be read */
  HW_ISSUE_NO_PRODUCT,     /* no product, or a word that means none */
  HW_ISSUE_BAD_NUMBER,     /* text where a number belongs */
  HW_ISSUE_TOO_FINE,       /* more than four decimals; kept rounded */
  HW_ISSUE_TOO_LARGE,      /* a number beyond what can be kept */
  HW_ISSUE_NO_QUANTITY,    /* empty; worked out from amount and price, or 1 */
  HW_ISSUE_NO_AMOUNT,      /* neither amount nor price */
  HW_ISSUE_RAGGED,         /* more or fewer cells than the header */
  HW_ISSUE_BAD_TEXT,       /* bytes that are no text in this encoding */
  HW_ISSUE_DOUBLE,         /* the same key twice in a list of products, suppliers, customers */
  HW_ISSUE_FAR_DATE,       /* a date before 1970 or after the day of the import */
  HW_ISSUE_TOTAL_DIFFERS,  /* the file's own total row says something else */
  HW_ISSUE_NO_FIGURE,      /* a name that no figure of the library has */
  HW_ISSUE_DATE_ABOVE,     /* no date, in a file that writes it once for several rows */
  HW_ISSUE_NOT_CALCULATED, /* a formula in a workbook without its value */
  HW_ISSUE_N_KINDS,
} HwIssueKind;

typedef struct
{
  HwIssueKind  kind;
  gint64       row;     /* line's record number in the file, from 1 */
  int          column;  /* from 0; -1 if the whole row */
  char        *value;   /* (owned) (nullable) what stood there, cut at 80 characters */
  gboolean     dropped; /* the row was left out because of it */
} HwIssue;

const char *hw_issue_kind_id   (HwIssueKind kind);   /* "no-date" */
const char *hw_issue_kind_text (HwIssueKind kind);   /* translated sentence, what and what was done */

/* Why a row that is a row was not kept. */
typedef enum
{
  HW_LEFT_OUT_CANCELLED,      /* marked void, cancelled or failed */
  HW_LEFT_OUT_OTHER_CURRENCY,
  HW_LEFT_OUT_NOT_A_SALE,     /* fees, shipping, transfers among the sales */
  HW_LEFT_OUT_DEFECT,         /* an issue that makes the row unusable */
  HW_LEFT_OUT_KNOWN,          /* it came with an earlier file */
  HW_LEFT_OUT_N,
} HwLeftOut;

const char *hw_left_out_id   (HwLeftOut why);
const char *hw_left_out_text (HwLeftOut why);        /* translated */

/* A question only the owner can answer, with its choices. */
typedef struct
{
  char *value;   /* (owned) as given back in an answer */
  char *label;   /* (owned) translated */
} HwImportChoice;

typedef struct
{
  char   *id;      /* (owned) date-order, decimal, encoding, separator, currency, kind, sign, amount-column, sheet, left-out, no-date, year, figures, survey, again */
  char   *text;    /* (owned) translated, one sentence */
  GArray *choices; /* (owned) of HwImportChoice */
} HwImportQuestion;

HwImportQuestion *hw_import_question_new        (const char *id, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void              hw_import_question_add_choice (HwImportQuestion *self, const char *value, const char *label);
gboolean          hw_import_question_has_choice (const HwImportQuestion *self, const char *value);
void              hw_import_question_free       (HwImportQuestion *self);

#define HW_ISSUES_KEPT 1000 /* rows listed; all are counted */

/* Control totals and findings, the same before and after the rows are kept. */
typedef struct
{
  HwImportKind kind;
  gint64       import_id;           /* 0 while nothing is kept */
  gint64       rows_read;           /* data rows in the file; headings and totals are none */
  gint64       rows_imported;
  gint64       left_out[HW_LEFT_OUT_N];
  HwMoney      left_out_amount[HW_LEFT_OUT_N];
  gint64       rows_with_issues;
  gint64       issue_counts[HW_ISSUE_N_KINDS];
  HwDay        first_day;           /* HW_DAY_NONE if the kind has no dates */
  HwDay        last_day;
  gboolean     has_quantity;
  HwQuantity   quantity_total;
  gboolean     has_amount;          /* FALSE for suppliers and customers */
  HwMoney      amount_total;        /* sales: line amounts; products, stock: units x price */
  gboolean     amount_known;        /* FALSE if no column gave any */
  GArray      *issues;              /* (owned) of HwIssue, the first HW_ISSUES_KEPT */
  GPtrArray   *questions;           /* (owned) of HwImportQuestion still open */
  GPtrArray   *notes;               /* (owned) of char *: what was understood beside, a sentence each, translated */
  gint64       new_products;        /* made for rows that named unknown ones */
} HwImportReport;

HwImportReport *hw_import_report_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            hw_import_report_free      (HwImportReport *self);
void            hw_import_report_add_issue (HwImportReport *self,
                                            HwIssueKind     kind,
                                            gint64          row,
                                            int             column,
                                            const char     *value,
                                            gboolean        dropped);
/* Takes the sentence. */
void            hw_import_report_add_note  (HwImportReport *self,
                                            char           *note);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportReport, hw_import_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportQuestion, hw_import_question_free)

/* An import as it is kept in the business's history. */
typedef struct
{
  gint64        id;
  HwImportKind  kind;
  char         *file_name;    /* (owned) without its folder */
  char         *sha256;       /* (owned) of the file's bytes */
  gint64        at;           /* seconds since 1970, UTC */
  gint64        rows_read;
  gint64        rows_imported;
  gint64        rows_with_issues;
  HwDay         first_day;    /* HW_DAY_NONE if none */
  HwDay         last_day;
  HwMoney       amount_total; /* HW_UNKNOWN if none */
  gboolean      undone;
} HwImport;

void    hw_import_clear (HwImport *self);
GArray *hw_imports_new  (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
