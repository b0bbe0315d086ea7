/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/overview/hw-exception-card.h"

#include "jobs/today/hw-say-today.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwExceptionCard
{
  AdwBin     parent_instance;

  GtkImage  *icon;
  GtkLabel  *title_label;
  GtkLabel  *text_label;
  GtkButton *way_button;
};

G_DEFINE_FINAL_TYPE (HwExceptionCard, hw_exception_card, ADW_TYPE_BIN)

typedef struct
{
  const char *title;
  const char *icon;
  const char *button;
} CardKind;

static const CardKind kinds[HW_EXCEPTION_N] = {
  [HW_EXCEPTION_ORDER]      = { N_("Order today"), "hw-orders-symbolic", N_("See the list") },
  [HW_EXCEPTION_SOLD_OUT]   = { N_("Running out"), "dialog-warning-symbolic", N_("See the product") },
  [HW_EXCEPTION_DEAD_STOCK] = { N_("Money that stands still"), "package-x-generic-symbolic", N_("See the stock") },
  [HW_EXCEPTION_UNUSUAL]    = { N_("An unusual day"), "dialog-question-symbolic", N_("See the forecast") },
  [HW_EXCEPTION_OLD_SALES]  = { N_("Sales are not up to date"), "hw-table-symbolic", N_("Import a file") },
  [HW_EXCEPTION_OLD_COUNTS] = { N_("Counts are not up to date"), "package-x-generic-symbolic", N_("Import a stock list") },
  [HW_EXCEPTION_GOAL]       = { N_("A goal in danger"), "hw-goals-symbolic", N_("See the goals") },
  [HW_EXCEPTION_REVIEW]     = { N_("Time to look again"), "hw-journey-symbolic", N_("Open the journey") },
  [HW_EXCEPTION_ALARM]      = { N_("Something has changed"), "dialog-warning-symbolic", N_("Open the journey") },
};

static void
hw_exception_card_class_init (HwExceptionCardClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static void
hw_exception_card_init (HwExceptionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                        "valign", GTK_ALIGN_START, NULL));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->icon));
  self->title_label = add_label (GTK_BOX (head), "heading");
  gtk_box_append (GTK_BOX (box), head);

  self->text_label = add_label (GTK_BOX (box), "numeric");
  gtk_label_set_yalign (self->text_label, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->text_label), TRUE);

  self->way_button = GTK_BUTTON (gtk_button_new_with_label (""));
  gtk_widget_set_halign (GTK_WIDGET (self->way_button), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->way_button));

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "hw-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
hw_exception_card_new (void)
{
  return g_object_new (HW_TYPE_EXCEPTION_CARD, NULL);
}

static void
set_way (HwExceptionCard   *self,
         const HwException *exception)
{
  g_autofree char *action = NULL;

  if (exception->kind == HW_EXCEPTION_OLD_SALES || exception->kind == HW_EXCEPTION_OLD_COUNTS)
    action = g_strdup ("win.import");
  else if (exception->kind == HW_EXCEPTION_SOLD_OUT)
    action = g_strdup_printf ("win.product(int64 %" G_GINT64_FORMAT ")", exception->subject_id);
  else if (exception->kind == HW_EXCEPTION_GOAL)
    action = g_strdup_printf ("win.goal(int64 %" G_GINT64_FORMAT ")", exception->subject_id);
  else
    action = g_strdup_printf ("win.page::%s", exception->page);

  hw_set_action (GTK_WIDGET (self->way_button), action);
}

void
hw_exception_card_fill (HwExceptionCard   *self,
                        const HwException *exception,
                        const HwFormat    *format)
{
  const CardKind *kind;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (HW_IS_EXCEPTION_CARD (self));

  kind = &kinds[exception->kind];
  text = hw_say_exception (exception, format);
  gtk_image_set_from_icon_name (self->icon, kind->icon);
  gtk_label_set_text (self->title_label, _(kind->title));
  gtk_label_set_text (self->text_label, text);
  gtk_button_set_label (self->way_button, _(kind->button));
  set_way (self, exception);

  name = g_strdup_printf ("%s: %s", _(kind->title), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
