/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-field.h: the widget in which one question of a form is answered.
 *
 * In:  the question with all that its widget needs (HwFieldSpec), an answer.
 * Out: the answer in canonical text (domain/hw-answers.h), or a fault; "changed"
 *      whenever what stands in it is another.
 *
 * One kind of widget for each kind of question, each in a file of its own.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_FIELD (hw_field_get_type ())

G_DECLARE_DERIVABLE_TYPE (HwField, hw_field, HW, FIELD, AdwBin)

typedef struct
{
  const HwQuestion *question;
  const char       *text;        /* translated: the question names its field */
  const char       *unit;        /* (nullable) translated */
  const HwChoice   *choices;     /* as they are read on the screen */
  guint             n_choices;
  const HwFormat   *format;      /* borrowed: the field's maker holds its owner */
  HwDay             today;
  int               first_day;   /* of the week: 0 Monday .. 6 Sunday */
} HwFieldSpec;

struct _HwFieldClass
{
  AdwBinClass parent_class;

  void      (*show)        (HwField *self, const char *answer);  /* NULL: none */
  /* What stands in it: @answer gets the canonical text, NULL if nothing does. */
  HwFault   (*read)        (HwField *self, char **answer);
  /* (nullable) What was typed letter for letter, and put back so. */
  char     *(*dup_typed)   (HwField *self);
  void      (*show_typed)  (HwField *self, const char *typed);
  /* (nullable) Where the focus goes; else to the target. */
  void      (*take_focus)  (HwField *self);
  /* (nullable) Whether Enter means something to the field itself. */
  gboolean  (*wants_enter) (HwField *self, GdkModifierType state);
};

/* The field for @spec; nothing of @spec but question and format is kept. */
HwField    *hw_field_new         (const HwFieldSpec *spec);

void        hw_field_show        (HwField *self, const char *answer);
HwFault     hw_field_read        (HwField *self, char **answer);
char       *hw_field_dup_typed   (HwField *self); /* (nullable) */
void        hw_field_show_typed  (HwField *self, const char *typed);
void        hw_field_take_focus  (HwField *self);
gboolean    hw_field_wants_enter (HwField *self, GdkModifierType state);
/* Marked as wrong, with the reason for those who hear the window; NULL: right. */
void        hw_field_set_wrong   (HwField *self, const char *why);

/* For the kinds. @target is what has the focus, the name and the mark. */
void        hw_field_set_target  (HwField *self, GtkWidget *target, const char *name);
void        hw_field_changed     (HwField *self);

HwField    *hw_text_field_new    (const HwFieldSpec *spec); /* a line, or several */
HwField    *hw_number_field_new  (const HwFieldSpec *spec); /* numbers, money, per cent */
HwField    *hw_day_field_new     (const HwFieldSpec *spec);
HwField    *hw_choice_field_new  (const HwFieldSpec *spec); /* rows to choose from */
HwField    *hw_list_field_new    (const HwFieldSpec *spec); /* a long list, searched by typing */
HwField    *hw_week_field_new    (const HwFieldSpec *spec);

/* More choices than this stand in a list that opens. */
#define HW_FIELD_ROWS_MOST 6

G_END_DECLS
