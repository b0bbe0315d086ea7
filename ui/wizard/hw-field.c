/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-field.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *target; /* borrowed: inside */
} HwFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HwField, hw_field, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
hw_field_class_init (HwFieldClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_field_init (HwField *self)
{
}

HwField *
hw_field_new (const HwFieldSpec *spec)
{
  switch (spec->question->kind)
    {
    case HW_ASK_NUMBER:
    case HW_ASK_MONEY:
    case HW_ASK_SHARE:
      return hw_number_field_new (spec);

    case HW_ASK_DAY:
      return hw_day_field_new (spec);

    case HW_ASK_CHOICE:
      return spec->n_choices <= HW_FIELD_ROWS_MOST ? hw_choice_field_new (spec) : hw_list_field_new (spec);

    case HW_ASK_YES_NO:
      {
        const HwChoice choices[] = { { "no", _("No") }, { "yes", _("Yes") } };
        HwFieldSpec two = *spec;

        two.choices = choices;
        two.n_choices = G_N_ELEMENTS (choices);
        return hw_choice_field_new (&two);
      }

    case HW_ASK_WEEKDAYS:
      return hw_week_field_new (spec);

    case HW_ASK_TEXT:
    case HW_ASK_WORDS:
    default:
      return hw_text_field_new (spec);
    }
}

void
hw_field_show (HwField    *self,
               const char *answer)
{
  HW_FIELD_GET_CLASS (self)->show (self, answer);
}

HwFault
hw_field_read (HwField  *self,
               char    **answer)
{
  *answer = NULL;
  return HW_FIELD_GET_CLASS (self)->read (self, answer);
}

char *
hw_field_dup_typed (HwField *self)
{
  HwFieldClass *klass = HW_FIELD_GET_CLASS (self);

  return klass->dup_typed != NULL ? klass->dup_typed (self) : NULL;
}

void
hw_field_show_typed (HwField    *self,
                     const char *typed)
{
  HwFieldClass *klass = HW_FIELD_GET_CLASS (self);

  if (klass->show_typed != NULL)
    klass->show_typed (self, typed);
}

void
hw_field_take_focus (HwField *self)
{
  HwFieldPrivate *priv = hw_field_get_instance_private (self);
  HwFieldClass *klass = HW_FIELD_GET_CLASS (self);

  if (klass->take_focus != NULL)
    klass->take_focus (self);
  else
    gtk_widget_grab_focus (priv->target);
}

gboolean
hw_field_wants_enter (HwField         *self,
                      GdkModifierType  state)
{
  HwFieldClass *klass = HW_FIELD_GET_CLASS (self);

  return klass->wants_enter != NULL && klass->wants_enter (self, state);
}

void
hw_field_set_wrong (HwField    *self,
                    const char *why)
{
  HwFieldPrivate *priv = hw_field_get_instance_private (self);
  GtkAccessible *target = GTK_ACCESSIBLE (priv->target);

  if (why != NULL)
    {
      gtk_widget_add_css_class (priv->target, "error");
      gtk_accessible_update_state (target, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (target, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
    }
  else
    {
      gtk_widget_remove_css_class (priv->target, "error");
      gtk_accessible_reset_state (target, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (target, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

void
hw_field_set_target (HwField    *self,
                     GtkWidget  *target,
                     const char *name)
{
  HwFieldPrivate *priv = hw_field_get_instance_private (self);

  priv->target = target;
  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
hw_field_changed (HwField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
