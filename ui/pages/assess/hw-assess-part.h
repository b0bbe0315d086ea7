/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-assess-part.h: one step of Assess: a page of its own within the page, with its
 * title, what it needs, and what "Continue" means there.
 *
 * Out: "next-changed" when the words of Continue, or whether Back leads within the
 *      part, are others.
 */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_ASSESS_PART (hw_assess_part_get_type ())

G_DECLARE_DERIVABLE_TYPE (HwAssessPart, hw_assess_part, HW, ASSESS_PART, HwPage)

struct _HwAssessPartClass
{
  HwPageClass  parent_class;

  /* (nullable) The words of Continue; NULL where it leads to the next step. */
  const char *(*get_next) (HwAssessPart *self);
  /* (nullable) The words of a way past what Continue would ask; NULL: none is needed. Without
   * it there is one wherever Continue does not lead on. */
  const char *(*get_skip) (HwAssessPart *self);
  /* (nullable) Continue: TRUE if it was done within the part. */
  gboolean    (*go_on)    (HwAssessPart *self);
  /* (nullable) Back: TRUE if it was done within the part. */
  gboolean    (*go_back)  (HwAssessPart *self);
};

/* Work the owner waits for: Continue is off, and after a moment says so. */
void        hw_assess_part_set_busy     (HwAssessPart *self, gboolean busy);
gboolean    hw_assess_part_is_busy      (HwAssessPart *self);


/* In the part's init. @title: translated; takes @content. */
void        hw_assess_part_set_up       (HwAssessPart *self, const char *title, const char *about, GtkWidget *content);
void        hw_assess_part_next_changed (HwAssessPart *self);
/* To the top, as when it is opened anew. */
void        hw_assess_part_scroll_up    (HwAssessPart *self);

const char *hw_assess_part_get_next     (HwAssessPart *self); /* never NULL */
const char *hw_assess_part_get_skip     (HwAssessPart *self); /* (nullable) */
gboolean    hw_assess_part_go_on        (HwAssessPart *self);
gboolean    hw_assess_part_go_back      (HwAssessPart *self);

/* The desk while its business is open. (nullable) */
HwDesk     *hw_assess_part_get_desk     (HwAssessPart *self);

/* What parts are made of. */
GtkWidget  *hw_assess_label             (const char *style);  /* (nullable) wraps, from the left */
/* A row that reads, of words that are not markup. */
GtkWidget  *hw_assess_row               (const char *title, const char *subtitle); /* (nullable) */
void        hw_assess_set_text          (GtkLabel *label, const char *text);       /* (nullable): then hidden */
/* Every row of the group that was added through this, taken out again. */
void        hw_assess_group_add         (AdwPreferencesGroup *group, GtkWidget *row);
void        hw_assess_group_clear       (AdwPreferencesGroup *group);

G_END_DECLS
