/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-what-if-form.h: what the owner wants to try out: an offer, a price or a closed
 * day, and on which days.
 *
 * In:  the format and day of an open business. Out: a request, or what is wrong, said
 *      in the form; "changed" when it asks something else, "asked" for an answer.
 * Thread: the window's.
 */
#pragma once

#include "jobs/demand/hw-what-if-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_WHAT_IF_FORM (hw_what_if_form_get_type ())

G_DECLARE_FINAL_TYPE (HwWhatIfForm, hw_what_if_form, HW, WHAT_IF_FORM, AdwBin)

GtkWidget *hw_what_if_form_new   (void);

/* @format is borrowed until this is called again; NULL: no business, no fields. */
void       hw_what_if_form_start (HwWhatIfForm *self, const HwFormat *format, HwDay today);
/* All but the product. FALSE: something is wrong. */
gboolean   hw_what_if_form_read  (HwWhatIfForm *self, HwWhatIfRequest *wish);
/* Something is wrong after all; NULL takes it back. */
void       hw_what_if_form_say   (HwWhatIfForm *self, const char *problem);

G_END_DECLS
