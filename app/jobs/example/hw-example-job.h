/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-example-job.h: three made-up businesses, each with a whole journey behind it: from
 * the first look through a trial to its end.
 *
 * Records and entries are dated from the session's today backwards. The same example,
 * seed, day and language make the same business. The card keeps which example it is.
 */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

#define HW_EXAMPLE_SEED 2

typedef struct
{
  const char *id;       /* "web-shop" */
  const char *title;    /* N_(): "A web shop for sailors" */
  const char *story;    /* N_(): what it sells, what it tried, and how it ended */
  const char *verdict;  /* the advice its trial ends with: an id of hw-verdict.h */
} HwExampleKind;

const HwExampleKind *hw_example_kinds    (gsize *n);
const HwExampleKind *hw_example_find     (const char *id); /* NULL if there is none */

/* Its first card, for the file to be made. */
void                 hw_example_business (const HwExampleKind *kind, HwBusiness *business, HwDay today);

typedef struct
{
  const HwExampleKind *kind;
  guint64              seed;
} HwExampleRequest;

/* HwExampleRequest -> gint64 * (number of sales made). Fills an empty business; where it
 * fails the file is of no use. Nobody else may have the session meanwhile. */
extern const HwJob hw_example_job;

/* NULL -> char *: the id of the example that the business is; "" if it is real; a look-up. */
extern const HwJob hw_example_mark_job;

G_END_DECLS
