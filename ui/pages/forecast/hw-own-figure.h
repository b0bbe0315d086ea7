/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-own-figure.h: the owner's own figures as the Forecast page enters, changes and
 * takes them away; each with Undo. Private to the page.
 *
 * In:  an open desk whose HW_TOPIC_FIGURES is there, a subject, whole days.
 * Thread: the window's.
 */
#pragma once

#include "domain/hw-override.h"
#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a figure is about. */
typedef struct
{
  gint64      product_id;  /* 0: a category, or all */
  const char *category;    /* (nullable) */
} HwSubject;

/* The entry of exactly these days of the subject; NULL if there is none. */
const HwEntry *hw_own_figure_find   (HwDesk *desk, const HwSubject *subject, HwDay from, HwDay to);
/* In the place of @before where that is not NULL. @units: in all, scaled. */
void           hw_own_figure_keep   (GtkWidget *widget, HwDesk *desk, const HwEntry *before, const HwSubject *subject,
                                     HwDay from, HwDay to, HwQuantity units, HwReason reason);
void           hw_own_figure_remove (GtkWidget *widget, HwDesk *desk, const HwEntry *entry);
/* Asked question by question: @entry NULL for a new one about @subject. */
void           hw_own_figure_open   (GtkWidget *widget, HwDesk *desk, const HwEntry *entry, const HwSubject *subject);

/* "All products", "Bread (all)" or the product's name. */
char          *hw_subject_dup_name  (const HwSubject *subject, HwDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
