/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-number-text.h: numbers as people and tills write them.
 *
 * In: the text of a cell and the decimal mark of its column. Out: a count of
 * ten-thousandths, exact (no floating point anywhere). Understands thousands
 * marks (. , ' and spaces; groups of three, or the Indian 1,23,456), currency
 * signs and codes before or after, minus before, after, or as brackets, percent.
 * Thread: any.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_NUMBER_OK,
  HW_NUMBER_EMPTY,
  HW_NUMBER_BAD,
  HW_NUMBER_TOO_FINE,  /* @out is the nearest */
  HW_NUMBER_TOO_LARGE,
} HwNumberStatus;

#define HW_SIGNS 4

typedef struct
{
  char   sign[12];
  gint64 cells;
} HwSignCount;

/* What the cells of one column say about how its numbers are written. */
typedef struct
{
  gint64   filled;
  gint64   numbers;      /* of them */
  gint64   negative;
  gint64   percent;
  gint64   sure[2];      /* the decimal mark is a point [0], a comma [1], for certain */
  gint64   open[2];      /* one such mark with three digits behind: 1.234 */
  gint64   plain;        /* 1,000 or more without any mark: nobody groups here */
  gint64   bare;         /* less, likewise */
  char     example[24];  /* an open one */
  HwSignCount signs[HW_SIGNS];
  guint    n_signs;
} HwNumberEvidence;

/* @text needs no blanks around it to be taken off first. */
HwNumberStatus hw_number_read         (const char       *text,
                                       gsize             length,
                                       char              point,
                                       gint64           *out);

void           hw_number_evidence_add (HwNumberEvidence *self,
                                       const char       *text,
                                       gsize             length);
/* @exact: written by a program, with a point: it says nothing about marks. */
void           hw_number_evidence_add_cell (HwNumberEvidence *self,
                                            const char       *text,
                                            gsize             length,
                                            gboolean          exact);

/* "NULL", "n/a", "-" and the like: written out, but nothing. */
gboolean       hw_text_is_nothing     (const char       *text,
                                       gsize             length);

/* The sign or code in a number's cell; FALSE if there is none. */
gboolean       hw_number_sign         (const char       *text,
                                       gsize             length,
                                       char              sign[12]);

G_END_DECLS
