/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-pain-list.h"

#include "pages/assess/hw-assess-part.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwPainList
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;   /* of this trade */
  GtkButton           *more_button;
  AdwPreferencesGroup *more_group; /* of any trade, folded away */
  GPtrArray           *ids;     /* (owned) of char */
  GPtrArray           *checks;  /* (owned) of GtkCheckButton, borrowed: in the rows */
  guint                n_more;  /* folded away */
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (HwPainList, hw_pain_list, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (HwPainList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
hw_pain_list_finalize (GObject *object)
{
  HwPainList *self = HW_PAIN_LIST (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (hw_pain_list_parent_class)->finalize (object);
}

static void
hw_pain_list_class_init (HwPainListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_pain_list_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
show_more (HwPainList *self,
           guint       n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);

  gtk_button_set_label (self->more_button, gtk_widget_get_visible (GTK_WIDGET (self->more_group)) ? _("Show fewer") : text);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n > 0);
}

static void
more_cb (HwPainList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->more_group), !gtk_widget_get_visible (GTK_WIDGET (self->more_group)));
  show_more (self, self->n_more);
}

static void
hw_pain_list_init (HwPainList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *more = adw_preferences_group_new ();

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_title (self->group, _("What hurts"));
  hw_inner_names (group, _("What hurts"));
  self->more_button = GTK_BUTTON (gtk_button_new_with_label (""));
  self->more_group = ADW_PREFERENCES_GROUP (more);
  adw_preferences_group_set_title (self->more_group, _("What hurts in other trades, too"));
  hw_inner_names (more, _("What hurts in other trades, too"));
  gtk_widget_set_halign (GTK_WIDGET (self->more_button), GTK_ALIGN_START);
  gtk_widget_set_visible (more, FALSE);
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more_button));
  gtk_box_append (GTK_BOX (box), more);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
hw_pain_list_new (void)
{
  return g_object_new (HW_TYPE_PAIN_LIST, NULL);
}

static void
add_row (HwPainList       *self,
         const HwIdeaRank *rank)
{
  GtkWidget *row = hw_assess_row (rank->idea->pain, rank->idea->name);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE); /* the row has it */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), rank->ticked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, rank->idea->pain, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  hw_assess_group_add (rank->near || rank->ticked ? self->group : self->more_group, row);
  self->n_more += !rank->near && !rank->ticked;
  g_ptr_array_add (self->ids, g_strdup (rank->idea->id));
  g_ptr_array_add (self->checks, check);
}

/* In the catalogue's order: those that came first by chance or by score would lead. */
static int
compare_ideas (gconstpointer a,
               gconstpointer b)
{
  const HwIdeaRank *left = *(const HwIdeaRank *const *) a, *right = *(const HwIdeaRank *const *) b;

  return (left->idea->mode > right->idea->mode) - (left->idea->mode < right->idea->mode);
}

void
hw_pain_list_fill (HwPainList        *self,
                   const HwIdeaBoard *board)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new ();

  g_return_if_fail (HW_IS_PAIN_LIST (self));

  self->filling = TRUE;
  hw_assess_group_clear (self->group);
  hw_assess_group_clear (self->more_group);
  self->n_more = 0;
  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < board->ranks->len; i++)
    g_ptr_array_add (ranks, &g_array_index (board->ranks, HwIdeaRank, i));
  g_ptr_array_sort (ranks, compare_ideas);
  for (guint i = 0; i < ranks->len; i++)
    add_row (self, g_ptr_array_index (ranks, i));
  show_more (self, self->n_more);
  self->filling = FALSE;
}

void
hw_pain_list_read (HwPainList *self,
                   HwAnswers  *answers)
{
  g_return_if_fail (HW_IS_PAIN_LIST (self));

  for (guint i = 0; i < self->ids->len; i++)
    hw_answers_set (answers, g_ptr_array_index (self->ids, i),
                    gtk_check_button_get_active (g_ptr_array_index (self->checks, i)) ? "yes" : NULL);
}

guint
hw_pain_list_count (HwPainList *self)
{
  guint n = 0;

  g_return_val_if_fail (HW_IS_PAIN_LIST (self), 0);

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  return n;
}
