/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-section.h: one thing more about what a page shows, folded away until it is asked
 * for: nothing of it is worked out before.
 *
 * In:  the desk, and the topics the section cannot do without.
 * Out: what its kind makes of them, with progress, Cancel and problems in place.
 * Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"
#include "widgets/hw-state-page.h"

G_BEGIN_DECLS

#define HW_TYPE_SECTION (hw_section_get_type ())

G_DECLARE_DERIVABLE_TYPE (HwSection, hw_section, HW, SECTION, AdwBin)

struct _HwSectionClass
{
  AdwBinClass parent_class;

  void      (*fill)   (HwSection *self); /* open, and every topic it needs has a result */
  void      (*forget) (HwSection *self); /* (nullable) another business */
};

/* In the section's init. @title: translated; @needs: HW_TOPIC_BITs; takes @content. */
void         hw_section_set_up    (HwSection *self, const char *title, guint needs, GtkWidget *content);

/* Another subject, or new figures of the same one. @desk NULL: none. */
void         hw_section_show      (HwSection *self, HwDesk *desk);
/* Folded out as if the owner had done it, with the focus on its title. */
void         hw_section_open      (HwSection *self);

HwDesk      *hw_section_get_desk  (HwSection *self); /* (nullable) */
HwStatePage *hw_section_get_state (HwSection *self);
gboolean     hw_section_is_open   (HwSection *self);

/* Paragraphs of a section: they wrap, and what is said first stands out. */
GtkWidget   *hw_section_label     (const char *style_class); /* (nullable) */
/* A few buttons with short texts side by side. */
GtkWidget   *hw_section_row       (GtkWidget *const *widgets, guint n);

G_END_DECLS
