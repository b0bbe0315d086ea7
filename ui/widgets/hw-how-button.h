/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-how-button.h: the small "?" beside a figure: how was this worked out, and,
 * where there is one, the button to the page it leads to.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_HOW_BUTTON (hw_how_button_get_type ())

G_DECLARE_FINAL_TYPE (HwHowButton, hw_how_button, HW, HOW_BUTTON, AdwBin)

GtkWidget *hw_how_button_new      (void);

/* Everything that stands behind a figure. Texts are translated; NULL leaves a line
 * out. */
typedef struct
{
  const char *about;      /* the figure's name, for the button's own name and the heading */
  const char *inputs;     /* what it was worked out from */
  const char *method;     /* how, in plain words */
  const char *technical;  /* what the field calls it */
  const char *run_id;     /* the same figures have the same id, here and in the workbook */
  const char *way;        /* the button to the rows behind it */
  const char *way_action; /* "win.page::data" */
} HwHowFacts;

void       hw_how_button_set_facts (HwHowButton      *self,
                                    const HwHowFacts *facts);

/* @about: the figure's name, for the button's own name. */
void       hw_how_button_set_text (HwHowButton *self,
                                   const char  *about,
                                   const char  *heading,
                                   const char  *text);
/* NULL for none. */
void       hw_how_button_set_way  (HwHowButton *self,
                                   const char  *button,
                                   const char  *detailed_action);

G_END_DECLS
