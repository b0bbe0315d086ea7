/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures with their unit beside them: numbers, money, and shares in per cent. */
#include "wizard/hw-field.h"

#include <glib/gi18n.h>

#define FIELD_CHARS 14
#define PER_CENT 100

#define HW_TYPE_NUMBER_FIELD (hw_number_field_get_type ())

G_DECLARE_FINAL_TYPE (HwNumberField, hw_number_field, HW, NUMBER_FIELD, HwField)

struct _HwNumberField
{
  HwField         parent_instance;

  GtkEntry       *entry;
  HwAskKind       kind;
  const HwFormat *format;
};

G_DEFINE_FINAL_TYPE (HwNumberField, hw_number_field, HW_TYPE_FIELD)

static void
hw_number_field_show (HwField    *field,
                      const char *answer)
{
  HwNumberField *self = HW_NUMBER_FIELD (field);
  g_autofree char *text = NULL;
  gint64 scaled;

  if (answer != NULL && g_ascii_string_to_signed (answer, 10, G_MININT64 / PER_CENT, G_MAXINT64 / PER_CENT,
                                                  &scaled, NULL))
    text = hw_format_quantity (self->format, self->kind == HW_ASK_SHARE ? scaled * PER_CENT : scaled);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

/* "12 %" and "€ 12" are figures to their writer: the sign goes, the rest is parsed. */
static char *
dup_figures (HwNumberField *self)
{
  g_autofree char *valid = g_utf8_make_valid (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  const char *currency = hw_format_get_currency (self->format);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0';)
    {
      const gunichar c = g_utf8_get_char (p);

      if (self->kind == HW_ASK_MONEY && g_str_has_prefix (p, currency))
        {
          p += 3;
          continue;
        }
      if (!(self->kind == HW_ASK_MONEY && g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL) &&
          !(self->kind == HW_ASK_SHARE && (c == '%' || c == 0x66a)))
        g_string_append_unichar (out, c);
      p = g_utf8_next_char (p);
    }

  return g_strstrip (g_string_free (out, FALSE));
}

static HwFault
hw_number_field_read (HwField  *field,
                      char    **answer)
{
  HwNumberField *self = HW_NUMBER_FIELD (field);
  g_autofree char *figures = dup_figures (self);
  gint64 scaled;

  if (*figures == '\0')
    return HW_FAULT_NONE;

  if (!hw_format_parse (self->format, figures, &scaled))
    return HW_FAULT_NOT_A_NUMBER;

  if (self->kind == HW_ASK_SHARE)
    scaled = hw_scaled_from_double (hw_scaled_to_double (scaled) / PER_CENT);

  *answer = g_strdup_printf ("%" G_GINT64_FORMAT, scaled);
  return HW_FAULT_NONE;
}

static char *
hw_number_field_dup_typed (HwField *field)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (HW_NUMBER_FIELD (field)->entry)));
}

static void
hw_number_field_show_typed (HwField    *field,
                            const char *typed)
{
  gtk_editable_set_text (GTK_EDITABLE (HW_NUMBER_FIELD (field)->entry), typed);
}

static void
hw_number_field_class_init (HwNumberFieldClass *klass)
{
  HwFieldClass *field_class = HW_FIELD_CLASS (klass);

  field_class->show = hw_number_field_show;
  field_class->read = hw_number_field_read;
  field_class->dup_typed = hw_number_field_dup_typed;
  field_class->show_typed = hw_number_field_show_typed;
}

static void
hw_number_field_init (HwNumberField *self)
{
}

static char *
dup_unit (const HwFieldSpec *spec)
{
  const gboolean money = spec->question->kind == HW_ASK_MONEY;
  const char *sign = money ? hw_format_get_currency (spec->format) : spec->question->kind == HW_ASK_SHARE ? "%" : "";

  if (money && spec->unit != NULL)
    /* Translators: 1 the code of a currency, 2 "a month" or "an hour". */
    return g_strdup_printf (_("%1$s %2$s"), sign, spec->unit);

  return g_strdup (spec->unit != NULL ? spec->unit : sign);
}

HwField *
hw_number_field_new (const HwFieldSpec *spec)
{
  HwNumberField *self = g_object_new (HW_TYPE_NUMBER_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *measure = dup_unit (spec);
  GtkWidget *unit = gtk_label_new (measure);
  g_autofree char *name = NULL;

  self->entry = GTK_ENTRY (entry);
  self->kind = spec->question->kind;
  self->format = spec->format;

  gtk_entry_set_alignment (GTK_ENTRY (entry), 1.0f);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), FIELD_CHARS);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_add_css_class (unit, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (unit), TRUE);
  gtk_label_set_xalign (GTK_LABEL (unit), 0.0f);
  gtk_widget_set_hexpand (unit, TRUE);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), unit);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (hw_field_changed), self);

  /* Heard, the unit belongs to the question. */
  name = *measure != '\0' ? g_strdup_printf ("%s (%s)", spec->text, measure) : g_strdup (spec->text);
  hw_field_set_target (HW_FIELD (self), entry, name);
  adw_bin_set_child (ADW_BIN (self), box);
  return HW_FIELD (self);
}
