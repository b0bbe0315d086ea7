/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft carries marks beside its answers: in which form it was left, at which
 * question, and whether it is of something new. None of them is kept with the entry. */
#include "wizard/hw-form-window.h"

#include "compat/hw-ask.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

#define DRAFT_AT "draft_at"

struct _HwFormWindow
{
  AdwWindow       parent_instance;

  AdwWindowTitle *window_title;
  HwStatePage    *state_page;
  HwFormView     *view;

  GtkWidget      *from;       /* (owned) (nullable) */
  HwDesk         *desk;       /* (owned) (nullable) */
  const HwForm   *form;
  HwEntry        *entry;      /* (owned) */
  char           *last;       /* (owned) */
  char           *said;       /* (owned) */
  const char     *first;      /* (nullable) of the form: the question to begin at */
  HwFormKeepFunc  keep;       /* (nullable) */
  gpointer        data;
  GDestroyNotify  free_data;  /* (nullable) */
  gboolean        is_short;   /* not left for later */
  gboolean        touched;    /* something was entered that would be lost */
  gboolean        busy;       /* at the store: nothing is asked twice */
  gboolean        over;       /* may close */
};

G_DEFINE_FINAL_TYPE (HwFormWindow, hw_form_window, ADW_TYPE_WINDOW)

static gboolean
is_gone (HwFormWindow *self)
{
  return self->desk == NULL || hw_desk_get_session (self->desk) == NULL;
}

static void
end (HwFormWindow *self)
{
  self->over = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* The answers to this form's questions take the place of those before. */
static void
take_answers (HwFormWindow    *self,
              const HwAnswers *answers)
{
  for (guint i = 0; i < self->form->n; i++)
    {
      const char *id = self->form->questions[i].id;

      hw_answers_set (self->entry->answers, id, hw_answers_get (answers, id));
    }
}

/* What is no longer asked is no longer answered. */
static void
drop_unasked (HwFormWindow *self)
{
  g_autoptr (HwAnswers) all = hw_answers_copy (self->entry->answers);
  const HwQuestion *questions = self->form->questions;

  for (guint i = 0; i < self->form->n; i++)
    if (!hw_form_applies (self->form, all, i))
      hw_answers_set (self->entry->answers, questions[i].id, NULL);

  /* The same question may stand there for another kind of answer. */
  for (guint i = 0; i < self->form->n; i++)
    if (hw_form_applies (self->form, all, i))
      hw_answers_set (self->entry->answers, questions[i].id, hw_answers_get (all, questions[i].id));
}

static void
kept_cb (gpointer             owner,
         const HwEntryChange *change,
         const GError        *error)
{
  HwFormWindow *self = owner;
  g_autofree char *text = NULL;

  self->busy = FALSE;
  if (change != NULL)
    {
      end (self);
      return;
    }

  text = hw_say_error (error, NULL);
  hw_tell (GTK_WINDOW (self), _("This was not saved"), text);
}

static void
done_cb (HwFormWindow *self)
{
  if (is_gone (self) || self->busy)
    return;

  take_answers (self, hw_form_view_get_answers (self->view));
  drop_unasked (self);
  self->busy = TRUE;
  if (self->keep != NULL)
    self->keep (self->from, self->desk, self->entry, kept_cb, self, self->data);
  else
    hw_keep_entry (self->from, self->desk, hw_entry_save_new (self->entry), self->said, kept_cb, self);
}

static void
later_cb (HwFormWindow *self)
{
  HwEntrySave *save;

  if (is_gone (self) || self->busy)
    return;

  save = hw_entry_save_new (self->entry);
  save->draft = TRUE;
  for (guint i = 0; i < self->form->n; i++)
    {
      const char *id = self->form->questions[i].id;

      hw_answers_set (save->entry->answers, id, hw_answers_get (hw_form_view_get_answers (self->view), id));
    }
  hw_answers_set (save->entry->answers, HW_DRAFT_FORM, self->form->id);
  hw_answers_set (save->entry->answers, DRAFT_AT, hw_form_view_get_question (self->view));
  hw_answers_set (save->entry->answers, HW_DRAFT_NEW, self->entry->version == 0 ? "yes" : NULL);
  self->busy = TRUE;
  hw_keep_entry (self->from, self->desk, save, NULL, kept_cb, self);
}

/* What was saved for later of something new goes, too. */
static void
throw_away (HwFormWindow *self)
{
  HwEntrySave *save;

  if (self->entry->version > 0 || self->entry->id == 0 || is_gone (self))
    {
      end (self);
      return;
    }

  save = hw_entry_save_new (self->entry);
  save->remove = TRUE;
  self->busy = TRUE;
  hw_keep_entry (self->from, self->desk, save, NULL, kept_cb, self);
}

static void
answered_cb (gpointer owner,
             gboolean keep)
{
  if (keep)
    later_cb (owner);
  else
    throw_away (owner);
}

static gboolean
close_request_cb (HwFormWindow *self)
{
  if (self->over || !self->touched || self->is_short || is_gone (self))
    return FALSE;

  if (!self->busy)
    hw_ask_keep (GTK_WINDOW (self), _("Keep what you entered?"),
                 _("It waits for you where you left, and nothing is counted before it is complete."),
                 _("Save and go on later"), _("Throw it away"), answered_cb, self);
  return TRUE;
}

static void
left_cb (HwFormWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
changed_cb (HwFormWindow *self)
{
  self->touched = TRUE;
}

/* Something new begins at its beginning, also where a question is answered already;
 * what was left goes on where it was left. */
static void
start (HwFormWindow *self,
       const char   *at)    /* (nullable) the question; NULL: the first without a right answer */
{
  hw_form_view_start (self->view, self->form, self->entry->answers, hw_desk_get_format (self->desk),
                      G_OBJECT (self->desk), hw_session_get_today (hw_desk_get_session (self->desk)), self->last);
  if (at != NULL && hw_form_find (self->form, at) >= 0)
    hw_form_view_show (self->view, at);
  hw_state_page_show_ready (self->state_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
drafts_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwFormWindow *self = owner;
  g_autoptr (GPtrArray) drafts = result;
  const char *at = self->entry->version == 0 && !self->is_short ? self->form->questions[0].id : self->first;

  if (is_gone (self) || self->over)
    return;

  for (guint i = 0; drafts != NULL && !self->is_short && i < drafts->len; i++)
    {
      const HwEntry *draft = g_ptr_array_index (drafts, i);

      if (!hw_form_draft_is_of (draft, self->form, self->entry->id))
        continue;
      take_answers (self, draft->answers);
      self->entry->id = draft->id;
      at = hw_answers_get (draft->answers, DRAFT_AT);
      break;
    }

  start (self, at);
}

static void
hw_form_window_dispose (GObject *object)
{
  HwFormWindow *self = HW_FORM_WINDOW (object);

  g_clear_object (&self->from);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_FORM_WINDOW);

  G_OBJECT_CLASS (hw_form_window_parent_class)->dispose (object);
}

static void
hw_form_window_finalize (GObject *object)
{
  HwFormWindow *self = HW_FORM_WINDOW (object);

  if (self->free_data != NULL)
    self->free_data (self->data);
  hw_entry_free (self->entry);
  g_free (self->last);
  g_free (self->said);

  G_OBJECT_CLASS (hw_form_window_parent_class)->finalize (object);
}

static void
hw_form_window_class_init (HwFormWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_form_window_dispose;
  object_class->finalize = hw_form_window_finalize;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_FORM_VIEW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "wizard/hw-form-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwFormWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, HwFormWindow, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwFormWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
hw_form_window_init (HwFormWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hw_form_window_new (GtkWidget     *from,
                    HwDesk        *desk,
                    const HwForm  *form,
                    const HwEntry *entry,
                    const char    *last,
                    const char    *said)
{
  GtkRoot *root = gtk_widget_get_root (from);
  HwFormWindow *self = g_object_new (HW_TYPE_FORM_WINDOW, "transient-for", root, "title", _(form->title), NULL);
  HwEntryListRequest wish = { entry->kind, entry->parent_id, TRUE };

  self->from = g_object_ref (from);
  self->desk = g_object_ref (desk);
  self->form = form;
  self->entry = hw_entry_copy (entry);
  self->last = g_strdup (last);
  self->said = g_strdup (said);
  adw_window_title_set_title (self->window_title, _(form->title));
  if (entry->kind == HW_ENTRY_INITIATIVE)
    adw_window_title_set_subtitle (self->window_title, hw_answers_get_text (entry->answers, "name"));

  hw_errand_run (desk, &hw_entry_list_job, g_memdup2 (&wish, sizeof wish), self->state_page, drafts_cb, self);
  return GTK_WIDGET (self);
}

void
hw_form_window_set_keep (HwFormWindow   *self,
                         HwFormKeepFunc  keep,
                         gpointer        data,
                         GDestroyNotify  free_data)
{
  g_return_if_fail (HW_IS_FORM_WINDOW (self) && self->free_data == NULL);

  self->keep = keep;
  self->data = data;
  self->free_data = free_data;
}

void
hw_form_window_set_short (HwFormWindow *self,
                          const char   *about)
{
  g_return_if_fail (HW_IS_FORM_WINDOW (self));

  self->is_short = TRUE;
  adw_window_title_set_subtitle (self->window_title, about != NULL ? about : "");
  hw_form_view_set_later_shown (self->view, FALSE);
}

void
hw_form_window_begin_at (HwFormWindow *self,
                         const char   *question)
{
  const int i = HW_IS_FORM_WINDOW (self) ? hw_form_find (self->form, question) : -1;

  g_return_if_fail (i >= 0);

  self->first = self->form->questions[i].id;
}

HwFormView *
hw_form_window_get_view (HwFormWindow *self)
{
  g_return_val_if_fail (HW_IS_FORM_WINDOW (self), NULL);

  return self->view;
}
