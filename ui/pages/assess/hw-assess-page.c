/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-page.h"

#include "pages/assess/hw-assess-business.h"
#include "pages/assess/hw-assess-decision.h"
#include "pages/assess/hw-assess-goals.h"
#include "pages/assess/hw-assess-ideas.h"
#include "pages/assess/hw-assess-memory.h"
#include "pages/assess/hw-assess-money.h"
#include "pages/assess/hw-assess-path.h"
#include "pages/assess/hw-assess-questions.h"
#include "pages/assess/hw-assess-records.h"
#include "pages/assess/hw-assess-safety.h"
#include "pages/assess/hw-idea-acts.h"
#include "pages/assess/hw-idea-card.h"

#include <glib/gi18n.h>

struct _HwAssessPage
{
  HwPage         parent_instance;

  HwStatePage   *state_page;
  HwAssessPath  *path;
  GtkStack      *stack;
  GtkButton     *back_button;
  GtkButton     *skip_button;
  GtkButton     *next_button;

  HwAssessPart  *parts[HW_STEP_N];  /* in the stack */
  HwAssessPlace  place;
};

G_DEFINE_FINAL_TYPE (HwAssessPage, hw_assess_page, HW_TYPE_PAGE)

static gboolean
has_open_trial (const HwJourney *journey)
{
  for (guint i = 0; i < journey->trials->len; i++)
    if (!hw_state_is_final (hw_initiative_state (((const HwTrial *) g_ptr_array_index (journey->trials, i))->initiative)))
      return TRUE;

  return FALSE;
}

/* What the records and entries show; what is only to be read is done once it was left
 * by Continue. */
static guint
find_done (HwAssessPage *self,
           HwDesk       *desk)
{
  const HwJourney *journey = hw_desk_get_journey (desk);
  const HwReadinessBook *readiness = hw_desk_get_readiness (desk);
  const HwSafetyBook *safety = hw_desk_get_safety (desk);
  guint done = self->place.passed & (1u << HW_STEP_MONEY | 1u << HW_STEP_IDEAS);

  if (journey->found.n_sales > 0)
    done |= self->place.passed & 1u << HW_STEP_RECORDS;
  if (journey->card != NULL)
    done |= 1u << HW_STEP_BUSINESS;
  if (journey->n_goals > 0)
    done |= 1u << HW_STEP_GOALS;
  if (readiness != NULL && readiness->runs->len > 0)
    done |= 1u << HW_STEP_QUESTIONS;
  if (safety != NULL && safety->risks->len > 0)
    done |= 1u << HW_STEP_SAFETY;
  if (has_open_trial (journey))
    done |= 1u << HW_STEP_DECISION;
  return done;
}

/* What is left of a step that is done, and how far one is that was begun. */
static void
add_notes (HwDesk *desk,
           guint   done,
           char   *notes[HW_STEP_N])
{
  const HwReadinessBook *readiness = hw_desk_get_readiness (desk);
  const HwSafetyBook *safety = hw_desk_get_safety (desk);
  const guint n_due = safety != NULL ? safety->safety->n_must - safety->safety->n_must_done : 0;
  const guint n_open = readiness != NULL ? hw_readiness_book_count_open (readiness) : 0;
  const guint n_all = readiness != NULL ? readiness->questionnaire->questions->len : 0;

  if ((done >> HW_STEP_SAFETY & 1) != 0 && n_due > 0)
    /* Translators: of a step; %u is how many things are left to do. */
    notes[HW_STEP_SAFETY] = g_strdup_printf (ngettext ("Done, %u thing to do", "Done, %u things to do", n_due), n_due);
  if (n_open > 0 && n_open < n_all)
    /* Translators: 1 how many questions have an answer, 2 how many there are. */
    notes[HW_STEP_QUESTIONS] = g_strdup_printf (_("%1$u of %2$u answered"), n_all - n_open, n_all);
}

static void
show_path (HwAssessPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  char *notes[HW_STEP_N] = { NULL };
  guint done;

  if (desk == NULL || hw_desk_get_session (desk) == NULL || hw_desk_get_journey (desk) == NULL)
    return;

  done = find_done (self, desk);
  add_notes (desk, done, notes);
  hw_assess_path_show (self->path, self->place.here, done, notes);
  for (guint i = 0; i < HW_STEP_N; i++)
    g_free (notes[i]);
}

static void
show_next (HwAssessPage *self)
{
  HwAssessPart *part = self->parts[self->place.here];
  const gboolean last = self->place.here + 1 == HW_STEP_N;
  const char *skip = last ? NULL : hw_assess_part_get_skip (part);

  gtk_button_set_label (self->next_button, hw_assess_part_get_next (part));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button),
                          !last || HW_ASSESS_PART_GET_CLASS (part)->get_next != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), !hw_assess_part_is_busy (part));
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), self->place.here > 0);
  if (skip != NULL)
    gtk_button_set_label (self->skip_button, skip);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_button), skip != NULL);
}

static void
save_place (HwAssessPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  if (desk != NULL && hw_desk_get_session (desk) != NULL)
    hw_assess_memory_save (hw_session_get_path (hw_desk_get_session (desk)), &self->place);
}

static void
show_step (HwAssessPage *self,
           HwAssessStep  step)
{
  self->place.here = step;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->parts[step]));
  show_path (self);
  show_next (self);
}

static void
hw_assess_page_fill (HwPage *page)
{
  show_path (HW_ASSESS_PAGE (page));
  show_next (HW_ASSESS_PAGE (page));
}

static void
hw_assess_page_forget (HwPage *page)
{
  HwAssessPage *self = HW_ASSESS_PAGE (page);
  HwDesk *desk = hw_page_get_desk (page);

  for (int i = 0; i < HW_STEP_N; i++)
    hw_page_set_desk (HW_PAGE (self->parts[i]), desk);
  self->place = hw_assess_memory_load (hw_session_get_path (hw_desk_get_session (desk)));
  show_step (self, self->place.here);
}

static void
chosen_cb (HwAssessPage *self,
           guint         step)
{
  hw_assess_page_open (self, (HwAssessStep) step);
}

/* What was still being worked out when it was left was not read. */
static gboolean
is_shown (HwAssessPage *self,
          HwAssessStep  step)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  return (step != HW_STEP_MONEY || hw_desk_get_stakes (desk) != NULL) &&
         (step != HW_STEP_IDEAS || hw_desk_get_ideas (desk) != NULL);
}

static void
next_cb (HwAssessPage *self)
{
  const HwAssessStep here = self->place.here;

  if (hw_assess_part_go_on (self->parts[here]) || here + 1 == HW_STEP_N)
    return;

  if (is_shown (self, here))
    self->place.passed |= 1u << here;
  hw_assess_page_open (self, here + 1);
}

/* To the step before or after, whatever Continue would ask first. */
static void
skip (HwAssessPage *self,
      int           by)
{
  const int to = (int) self->place.here + by;

  if (to >= 0 && to < HW_STEP_N)
    hw_assess_page_open (self, (HwAssessStep) to);
}

static void
skip_cb (HwAssessPage *self)
{
  skip (self, 1);
}

static void
back_cb (HwAssessPage *self)
{
  if (!hw_assess_part_go_back (self->parts[self->place.here]) && self->place.here > 0)
    hw_assess_page_open (self, self->place.here - 1);
}

/* Who works with keys goes on in what is shown, wherever the focus was. */
static void
enter (HwAssessPage *self)
{
  GtkWidget *part = GTK_WIDGET (self->parts[self->place.here]);
  GtkRoot *root = gtk_widget_get_root (part);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, part))
    gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

/* @args: by how many steps; NULL to continue. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   unused)
{
  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;

  if (args == NULL)
    next_cb (HW_ASSESS_PAGE (widget));
  else
    skip (HW_ASSESS_PAGE (widget), g_variant_get_int32 (args));
  enter (HW_ASSESS_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  HwAssessStep step;

  if (hw_assess_step_find (g_variant_get_string (target, NULL), &step))
    hw_assess_page_open (HW_ASSESS_PAGE (widget), step);
}

/* The idea that is chosen is what the last step asks for; how careful to be with it comes
 * before. */
static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *target)
{
  HwAssessPage *self = HW_ASSESS_PAGE (widget);
  const char *idea = g_variant_get_string (target, NULL);
  const gboolean ask = hw_assess_safety_ask (HW_ASSESS_SAFETY (self->parts[HW_STEP_SAFETY]), idea);

  hw_assess_decision_choose (HW_ASSESS_DECISION (self->parts[HW_STEP_DECISION]), idea);
  self->place.passed |= 1u << HW_STEP_IDEAS;
  hw_assess_page_open (self, ask ? HW_STEP_SAFETY : HW_STEP_DECISION);
}

static void
worth_action (GtkWidget  *widget,
              const char *name,
              GVariant   *target)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (widget));
  const HwIdeaBoard *board = desk != NULL ? hw_desk_get_ideas (desk) : NULL;
  const HwIdeaRank *rank = board != NULL ? hw_idea_board_find (board, g_variant_get_string (target, NULL)) : NULL;

  if (rank != NULL)
    hw_idea_open_own (widget, desk, board, rank->idea);
}

static void
hw_assess_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_ASSESS_PAGE);

  G_OBJECT_CLASS (hw_assess_page_parent_class)->dispose (object);
}

static void
hw_assess_page_class_init (HwAssessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_assess_page_dispose;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_JOURNEY);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_READINESS) | HW_TOPIC_BIT (HW_TOPIC_SAFETY);
  page_class->fill = hw_assess_page_fill;
  page_class->forget = hw_assess_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_ASSESS_PATH);
  gtk_widget_class_install_action (widget_class, "assess.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "assess.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "assess.worth", "s", worth_action);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/assess/hw-assess-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwAssessPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwAssessPage, path);
  gtk_widget_class_bind_template_child (widget_class, HwAssessPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwAssessPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, HwAssessPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, HwAssessPage, skip_button);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

/* Also while the focus is on the side bar. */
static void
add_key (GtkEventController *keys,
         const char         *trigger,
         int                 by)    /* 0: to continue */
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (key_cb, NULL, NULL));

  if (by != 0)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_keys (HwAssessPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (keys, "<Control>Return|<Control>KP_Enter", 0);
  add_key (keys, "<Control>Page_Down", 1);
  add_key (keys, "<Control>Page_Up", -1);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
hw_assess_page_init (HwAssessPage *self)
{
  const GType types[HW_STEP_N] = {
    HW_TYPE_ASSESS_BUSINESS, HW_TYPE_ASSESS_RECORDS, HW_TYPE_ASSESS_QUESTIONS, HW_TYPE_ASSESS_MONEY,
    HW_TYPE_ASSESS_GOALS, HW_TYPE_ASSESS_IDEAS, HW_TYPE_ASSESS_SAFETY, HW_TYPE_ASSESS_DECISION,
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);
  for (int i = 0; i < HW_STEP_N; i++)
    {
      self->parts[i] = g_object_new (types[i], NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->parts[i]), hw_assess_step_id ((HwAssessStep) i));
      g_signal_connect_object (self->parts[i], "next-changed", G_CALLBACK (show_next), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->path, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next_button), _("Ctrl+Enter"));
  add_keys (self);
}

void
hw_assess_page_open (HwAssessPage *self,
                     HwAssessStep  step)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside;

  g_return_if_fail (HW_IS_ASSESS_PAGE (self) && (guint) step < HW_STEP_N);

  inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));
  hw_assess_part_scroll_up (self->parts[step]);
  show_step (self, step);
  if (inside) /* what had it is not shown any more */
    gtk_widget_child_focus (GTK_WIDGET (self->parts[step]), GTK_DIR_TAB_FORWARD);
  save_place (self);
}

HwAssessStep
hw_assess_page_get_step (HwAssessPage *self)
{
  g_return_val_if_fail (HW_IS_ASSESS_PAGE (self), HW_STEP_BUSINESS);

  return self->place.here;
}
