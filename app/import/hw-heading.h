/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-heading.h: what the words over a column can mean, in seven languages.
 *
 * In: a heading as it stands in the file. Out: its plain words, the currency
 * named in it, and the roles those words can play, best first. What a column
 * really is, its cells decide too (hw-plan.h).
 * Thread: any.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finer than HwField: several roles may serve one field, some none. */
typedef enum
{
  HW_ROLE_NONE,
  HW_ROLE_DATE,          /* of the sale */
  HW_ROLE_DATE_OTHER,    /* due, paid, shipped */
  HW_ROLE_TIME,
  HW_ROLE_ORDER,
  HW_ROLE_SKU,
  HW_ROLE_ITEM,
  HW_ROLE_NOTE,          /* description, memo: the item where nothing else names it */
  HW_ROLE_GROUP,         /* product line: likewise, later */
  HW_ROLE_VARIANT,       /* size, colour: added to the name */
  HW_ROLE_HANDLE,        /* the same for all variants of a product */
  HW_ROLE_CATEGORY,
  HW_ROLE_QUANTITY,
  HW_ROLE_STOCK,         /* on hand */
  HW_ROLE_PRICE,
  HW_ROLE_COST,
  HW_ROLE_NET,           /* amount of the line without tax, after discount */
  HW_ROLE_LINE,          /* amount of the line */
  HW_ROLE_GROSS,         /* before discount, or with tax */
  HW_ROLE_TOTAL,         /* of the line or of the order: the cells tell */
  HW_ROLE_ORDER_TOTAL,   /* of the order */
  HW_ROLE_DISCOUNT,
  HW_ROLE_TAX,
  HW_ROLE_CURRENCY,
  HW_ROLE_STATUS,
  HW_ROLE_VOID,          /* yes or no */
  HW_ROLE_CANCELLED_AT,  /* a date, or nothing */
  HW_ROLE_TYPE,          /* what sort of line */
  HW_ROLE_CUSTOMER,
  HW_ROLE_CUSTOMER_NAME,
  HW_ROLE_SUPPLIER,
  HW_ROLE_SUPPLIER_NAME,
  HW_ROLE_NAME,          /* of whatever the file lists */
  HW_ROLE_NUMBER,        /* likewise: "No.", "ID", "Code" */
  HW_ROLE_FIRST_NAME,
  HW_ROLE_EMAIL,
  HW_ROLE_LEAD,
  HW_ROLE_PACK,
  HW_ROLE_MIN_ORDER,
  HW_ROLE_UNIT,
  HW_ROLE_SHELF,
  /* These only say what sort of file it is. */
  HW_ROLE_CONTACT,       /* address, phone */
  HW_ROLE_BANK,          /* balance, account, debit */
  HW_ROLE_CATALOGUE,     /* image, tags */
  HW_ROLE_STORE_ROOM,    /* reorder level, shelf, on order */
  /* Of statements and of logs. */
  HW_ROLE_MONEY_OUT,     /* debit */
  HW_ROLE_MONEY_IN,      /* credit */
  HW_ROLE_DIRECTION,     /* a word that says which of the two */
  HW_ROLE_BALANCE,
  HW_ROLE_LEDGER,        /* the account that a line of a journal is booked on */
  HW_ROLE_HOURS,
  HW_ROLE_STAFF,         /* who worked */
  HW_ROLE_READING,       /* of a meter */
  HW_ROLE_METER,
  HW_ROLE_REASON,        /* why goods were thrown away */
  HW_ROLE_WASTED,        /* how much */
  HW_ROLE_MARK,          /* that somebody gave */
  HW_ROLE_ASKED,         /* the question it was given to */
  HW_ROLE_METRIC,        /* the name of a figure */
  HW_ROLE_VALUE,         /* of a figure */
  HW_ROLE_DUE,           /* the day a delivery was promised for */
  HW_ROLE_CAME,          /* the day it came */
  HW_ROLE_RECEIVED,      /* how much of it came */
  HW_ROLE_PURCHASE,      /* the number of an order to a supplier */
  HW_ROLE_SHOP,          /* where it was sold */
  HW_N_ROLES,
} HwRole;

#define HW_HEADING_ROLES 4

typedef struct
{
  char   words[64];      /* small letters, one space between, no accents */
  char   currency[8];    /* sign or code named in it, "" if none */
  HwRole roles[HW_HEADING_ROLES]; /* HW_ROLE_NONE after the last */
  int    sureness;       /* of the first: 3 the very words, 2 nearly, 1 in part */
} HwHeading;

void     hw_heading_read     (HwHeading  *self,
                              const char *text);

/* Words as in @words above, of any text. */
void     hw_heading_words    (const char *text,
                              char       *words,
                              gsize       room,
                              char       *currency,
                              gsize       currency_room);

G_END_DECLS
