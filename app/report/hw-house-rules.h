/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-house-rules.h: the house rules for tools that forecast, write or choose, on one
 * page to sign and hang up.
 *
 * In:  everything already looked up.
 * Out: one page of PDF or for a printer, in the paper of the country, or the same words as plain text.
 * Any thread.
 */
#pragma once

#include "domain/hw-records.h"

G_BEGIN_DECLS

typedef struct
{
  const HwBusiness  *business;
  const char        *today;       /* as the business writes days */
  const char        *again;       /* the day a year later */
  HwDay              day;         /* the same, for the file itself */
  const char *const *uses;        /* what they are used for, ends with NULL; may be empty */
  const char *const *checkers;    /* who looks at the results of each use, beside it; "": not said */
  const char        *ask;         /* whom to ask; "": a line to fill in */
  gboolean           people;      /* something touches people */
  gboolean           data;        /* something uses data about people */
  gboolean           children;
} HwHouseRules;

/* The file is there whole or not at all; HW_REPORT_ERROR_WRITE. The same rules on the
 * same day make the same bytes. */
gboolean   hw_house_rules_write  (const HwHouseRules *self, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same page to print: of cairo_surface_t. */
GPtrArray *hw_house_rules_sheets (const HwHouseRules *self) G_GNUC_WARN_UNUSED_RESULT;

/* Title, headings, a line each beginning with "• ". */
char      *hw_house_rules_dup_text (const HwHouseRules *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
