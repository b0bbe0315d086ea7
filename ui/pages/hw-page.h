/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-page.h: what every page of an open business has in common: a desk, the
 * topics it shows, and a state page that follows them.
 *
 * A page says which topics it cannot do without (needs) and which it shows if
 * they are there (likes); it is asked to fill itself (fill) when one it has is
 * new and it is on the screen. Work starts when the page is first looked at. Once
 * filled it keeps showing what it has, under a notice with the time it is of, until
 * what takes its place is worked out.
 */
#pragma once

#include "models/hw-desk.h"
#include "widgets/hw-state-page.h"

G_BEGIN_DECLS

#define HW_TYPE_PAGE (hw_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (HwPage, hw_page, HW, PAGE, AdwBin)

struct _HwPageClass
{
  AdwBinClass parent_class;

  guint       needs;                /* HW_TOPIC_BITs: not ready without */
  guint       likes;                /* shown when there */

  void      (*fill)   (HwPage *self);  /* every topic of needs has a result */
  void      (*forget) (HwPage *self);  /* (nullable) another business: no search, nothing chosen */
  void      (*home)   (HwPage *self);  /* (nullable) back to where it begins */
};

/* In the page's init: the state page of its template. */
void     hw_page_set_state_page (HwPage *self, HwStatePage *state_page);

/* It was chosen while it is shown. */
void     hw_page_go_home        (HwPage *self);

HwDesk  *hw_page_get_desk       (HwPage *self); /* (nullable) */
void     hw_page_set_desk       (HwPage *self, HwDesk *desk);

G_END_DECLS
