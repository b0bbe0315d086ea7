/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is looked at again after each change of what the owner said about it. */
#include "wizard/hw-import-window.h"

#include "compat/hw-drop.h"
#include "compat/hw-file-choice.h"
#include "core/hw-error.h"
#include "hw-look.h"
#include "jobs/import/hw-import-job.h"
#include "models/hw-shared-preferences.h"
#include "pages/help/hw-help-window.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"
#include "wizard/hw-findings.h"
#include "wizard/hw-import-wishes.h"
#include "wizard/hw-mapping-list.h"
#include "wizard/hw-question-group.h"

#include <glib/gi18n.h>

struct _HwImportWindow
{
  AdwWindow          parent_instance;

  AdwWindowTitle    *window_title;
  HwStatePage       *state_page;
  GtkStack          *steps;
  GtkButton         *choose_button;
  GtkScrolledWindow *check_scroller;
  GtkLabel          *looks_label;
  GtkLabel          *again_label;
  GtkBox            *questions_box;
  GtkDropDown       *kind_drop;
  AdwBin            *findings_bin;
  HwMappingList     *mapping_list;
  GtkLabel          *hint_label;
  GtkButton         *import_button;
  AdwStatusPage     *result_page;
  AdwBin            *result_bin;
  GtkButton         *undo_button;
  GtkButton         *done_button;

  HwDesk            *desk;      /* (owned) */
  char              *path;      /* (owned) (nullable) */
  char              *beside;    /* (owned) (nullable) a file that belongs to it */
  char              *half;      /* (owned) (nullable) one of two lists that belong together; the next file may be the other */
  HwImportWishes    *wishes;    /* (owned) */
  HwImportLook      *look;      /* (owned) (nullable) */
  GPtrArray         *asked;     /* (owned) of HwImportQuestion: also those answered, to change one's mind */
  gint64             import_id; /* kept; 0 if not */
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (HwImportWindow, hw_import_window, ADW_TYPE_WINDOW)

static void look_at_file (HwImportWindow *self);

static gboolean
is_gone (HwImportWindow *self)
{
  return self->desk == NULL || hw_desk_get_session (self->desk) == NULL;
}

static void
show_problem (HwImportWindow *self,
              const char     *title,
              const GError   *error)
{
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : NULL;

  hw_errand_show_error (self->state_page, title, error, name);
}

static void
show_step (HwImportWindow *self,
           const char     *step)
{
  gtk_stack_set_visible_child_name (self->steps, step);
  hw_state_page_show_ready (self->state_page);
}

static void
forget_file (HwImportWindow *self)
{
  hw_import_wishes_forget (self->wishes);
  g_ptr_array_set_size (self->asked, 0);
  g_clear_pointer (&self->look, hw_import_look_free);
}

static void
show_names (HwImportWindow *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *beside = self->beside != NULL ? g_path_get_basename (self->beside) : NULL;
  g_autofree char *both = beside != NULL ? g_strdup_printf ("%s + %s", name, beside) : NULL;

  adw_window_title_set_subtitle (self->window_title, both != NULL ? both : name);
}

/* @beside: (nullable) another that came with it. */
static void
take_file (HwImportWindow *self,
           const char     *path,
           const char     *beside)
{
  g_autofree char *half = g_steal_pointer (&self->half);

  forget_file (self);
  g_free (self->path);
  g_free (self->beside);
  self->path = g_strdup (path);
  self->beside = beside != NULL ? g_strdup (beside) : g_strcmp0 (half, path) != 0 ? g_steal_pointer (&half) : NULL;
  show_names (self);
  look_at_file (self);
}

/* One half of two lists waits for the other; one that is no half of it is looked at alone. */
static gboolean
is_settled (HwImportWindow *self,
            const GError   *error)
{
  if (self->beside != NULL && g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NOT_USED))
    {
      g_clear_pointer (&self->beside, g_free);
      show_names (self);
      look_at_file (self);
      return TRUE;
    }

  if (g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_HALF))
    {
      g_free (self->half);
      self->half = g_strdup (self->path);
    }
  return FALSE;
}

static HwImportRequest *
make_request (HwImportWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  HwImportRequest *request = hw_import_wishes_new_request (self->wishes, self->path, g_date_time_to_unix (now));

  request->beside = g_strdup (self->beside);
  return request;
}

/* Amounts are in the file's currency, which may not be the business's. */
static HwFormat *
make_format (HwImportWindow *self)
{
  g_auto (HwBusiness) card = { 0 };

  hw_business_copy (&card, hw_session_get_business (hw_desk_get_session (self->desk)));
  if (self->look != NULL && *self->look->currency != '\0')
    g_strlcpy (card.currency, self->look->currency, sizeof card.currency);

  return hw_look_new_format (hw_preferences_shared (), &card);
}

static GtkWidget *
make_findings (const HwImportReport *report,
               const HwFormat       *format)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What we found"));
  if (hw_findings_fill (ADW_PREFERENCES_GROUP (group), report, format) > 0)
    {
      hw_inner_names (group, "");
      return group;
    }

  g_object_ref_sink (group);
  g_object_unref (group);
  return NULL;
}

static void
answered_cb (HwImportWindow *self,
             const char     *id,
             const char     *value)
{
  if (hw_import_wishes_answer (self->wishes, id, value))
    look_at_file (self);
}

static void
remember_question (HwImportWindow   *self,
                   const HwImportQuestion *question)
{
  HwImportQuestion *copy;

  for (guint i = 0; i < self->asked->len; i++)
    {
      const HwImportQuestion *known = g_ptr_array_index (self->asked, i);

      if (g_str_equal (known->id, question->id))
        return;
    }

  copy = hw_import_question_new (question->id, question->text);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const HwImportChoice *choice = &g_array_index (question->choices, HwImportChoice, i);

      hw_import_question_add_choice (copy, choice->value, choice->label);
    }
  g_ptr_array_add (self->asked, copy);
}

static void
fill_questions (HwImportWindow *self)
{
  const GPtrArray *questions = self->asked;
  GtkWidget *child;

  for (guint i = 0; i < self->look->report->questions->len; i++)
    remember_question (self, g_ptr_array_index (self->look->report->questions, i));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions_box))) != NULL)
    gtk_box_remove (self->questions_box, child);

  for (guint i = 0; i < questions->len; i++)
    {
      const HwImportQuestion *question = g_ptr_array_index (questions, i);
      GtkWidget *group = hw_question_group_new (question,
                                                hw_import_wishes_get_answer (self->wishes, question->id));

      g_signal_connect_object (group, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->questions_box, group);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->questions_box), questions->len > 0);
}

static void
fill_head (HwImportWindow *self,
           const HwFormat *format)
{
  const HwImportReport *report = self->look->report;
  const gboolean open = report->questions->len > 0;
  const gboolean again = self->look->again > 0;
  g_autofree char *totals = hw_findings_totals (report, report->rows_read, format);
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  g_autofree char *known = NULL;

  /* Translators: 1 is a kind of list such as "sales", 2 its totals. */
  text = g_strdup_printf (_("This looks like %s: %s. Right?"), hw_import_kind_name (self->look->kind), totals);
  if (open)
    {
      g_free (text);
      /* Translators: %s is a kind of list such as "sales". */
      text = g_strdup_printf (_("This looks like %s."), hw_import_kind_name (self->look->kind));
    }
  if (self->look->origin != NULL)
    {
      g_autofree char *first = g_steal_pointer (&text);
      /* Translators: the name of a program and what it saves, such as "Shopify orders". */
      g_autofree char *from = g_strdup_printf (_("It seems to come from: %s."), self->look->origin);

      text = g_strconcat (first, " ", from, NULL);
    }
  gtk_label_set_text (self->looks_label, text);

  /* Translators: the number of an import in the list of imports. */
  number = hw_format_number (format, (double) self->look->again, 0);
  known = g_strdup_printf (_("This very file is in the business already (import %s). "
                             "Undo that import first if you want it again."), number);
  gtk_label_set_text (self->again_label, known);
  gtk_widget_set_visible (GTK_WIDGET (self->again_label), again);

  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), !open && !again);
  gtk_label_set_text (self->hint_label, open ? _("Answer the question first") : "");
}

static void
fill_check (HwImportWindow *self)
{
  g_autoptr (HwFormat) format = make_format (self);

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kind_drop, self->look->kind);
  fill_head (self, format);
  fill_questions (self);
  hw_mapping_list_fill (self->mapping_list, self->look);
  adw_bin_set_child (self->findings_bin, make_findings (self->look->report, format));
  self->filling = FALSE;
}

static void
looked_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwImportWindow *self = owner;

  if (is_gone (self))
    {
      hw_import_look_free (result);
      return;
    }

  hw_import_wishes_settle (self->wishes, error == NULL);
  if (error != NULL && is_settled (self, error))
    return;

  if (error != NULL)
    {
      show_problem (self, self->half != NULL ? _("One list is still missing") : _("This file cannot be used"), error);
      if (self->look != NULL)
        fill_check (self);
      return;
    }

  g_clear_pointer (&self->look, hw_import_look_free);
  self->look = result;
  fill_check (self);
  show_step (self, "check");
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->import_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->questions_box), GTK_DIR_TAB_FORWARD);
}

static void
look_at_file (HwImportWindow *self)
{
  if (!is_gone (self))
    hw_errand_run (self->desk, &hw_import_look_job, make_request (self), self->state_page, looked_cb, self);
}

static void
kind_changed_cb (HwImportWindow *self)
{
  if (self->filling || self->look == NULL)
    return;

  hw_import_wishes_set_kind (self->wishes, gtk_drop_down_get_selected (self->kind_drop));
  look_at_file (self);
}

static void
mapping_changed_cb (HwImportWindow *self,
                    guint           column,
                    int             field)
{
  if (self->filling || self->look == NULL)
    return;

  hw_import_wishes_map (self->wishes, self->look, column, field);
  look_at_file (self);
}

static void
kept_cb (gpointer      owner,
         gpointer      result,
         const GError *error)
{
  HwImportWindow *self = owner;
  g_autoptr (HwImportReport) report = result;
  g_autoptr (HwFormat) format = NULL;
  g_autofree char *totals = NULL;
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;

  if (is_gone (self))
    return;

  if (error != NULL)
    {
      show_problem (self, _("Nothing was imported"), error);
      return;
    }

  format = make_format (self);
  count = hw_format_number (format, (double) report->rows_imported, 0);
  totals = hw_findings_totals (report, report->rows_imported, format);
  /* Translators: %s is a number. */
  title = g_strdup_printf (ngettext ("%s row is in", "%s rows are in", (gulong) report->rows_imported), count);
  adw_status_page_set_title (self->result_page, title);
  adw_status_page_set_description (self->result_page, totals);
  adw_bin_set_child (self->result_bin, make_findings (report, format));

  self->import_id = report->import_id;
  gtk_widget_set_sensitive (GTK_WIDGET (self->undo_button), TRUE);
  hw_desk_renew (self->desk);
  show_step (self, "result");
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

static void
import_clicked_cb (HwImportWindow *self)
{
  if (!is_gone (self))
    hw_errand_run (self->desk, &hw_import_keep_job, make_request (self), self->state_page, kept_cb, self);
}

static void
undone_cb (gpointer      owner,
           gpointer      result,
           const GError *error)
{
  HwImportWindow *self = owner;

  g_free (result);
  if (is_gone (self))
    return;

  if (error != NULL)
    {
      show_problem (self, _("The import was not taken back"), error);
      return;
    }

  self->import_id = 0;
  adw_status_page_set_title (self->result_page, _("Taken back"));
  adw_status_page_set_description (self->result_page, _("The business is as it was before."));
  adw_bin_set_child (self->result_bin, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->undo_button), FALSE);
  hw_desk_renew (self->desk);
  show_step (self, "result");
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

static void
undo_clicked_cb (HwImportWindow *self)
{
  if (!is_gone (self) && self->import_id > 0)
    hw_errand_run (self->desk, &hw_import_undo_job, g_memdup2 (&self->import_id, sizeof self->import_id),
                   self->state_page, undone_cb, self);
}

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  HwImportWindow *self = owner;

  if (path != NULL && !is_gone (self))
    take_file (self, path, NULL);
}

static void
choose_clicked_cb (HwImportWindow *self)
{
  hw_file_choice_open (GTK_WINDOW (self), _("Choose a file"), HW_FILE_DATA, path_chosen_cb, self);
}

/* Back to what can be changed: the look if there was one, else another file. */
static void
again_cb (HwImportWindow *self)
{
  show_step (self, self->import_id > 0 ? "result" : self->look != NULL ? "check" : "choose");
}

static gboolean
dropped_cb (HwImportWindow *self,
            const GValue   *value)
{
  g_autofree char *path = NULL;
  g_autofree char *beside = NULL;

  if (!hw_drop_read (value, &path, &beside) || is_gone (self) || self->import_id > 0)
    return FALSE;

  take_file (self, path, beside);
  return TRUE;
}

static void
hw_import_window_dispose (GObject *object)
{
  HwImportWindow *self = HW_IMPORT_WINDOW (object);

  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_IMPORT_WINDOW);

  G_OBJECT_CLASS (hw_import_window_parent_class)->dispose (object);
}

static void
hw_import_window_finalize (GObject *object)
{
  HwImportWindow *self = HW_IMPORT_WINDOW (object);

  forget_file (self);
  hw_import_wishes_free (self->wishes);
  g_ptr_array_unref (self->asked);
  g_free (self->path);
  g_free (self->beside);
  g_free (self->half);

  G_OBJECT_CLASS (hw_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, check_scroller);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, looks_label);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, again_label);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, questions_box);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, findings_bin);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, mapping_list);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, result_page);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, result_bin);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, HwImportWindow, done_button);
}

static void
hw_import_window_class_init (HwImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_import_window_finalize;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_MAPPING_LIST);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  hw_help_add_key (widget_class, "import");
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "wizard/hw-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapping_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
hw_import_window_init (HwImportWindow *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->wishes = hw_import_wishes_new ();
  self->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_import_question_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < HW_IMPORT_N_KINDS; i++)
    gtk_string_list_append (kinds, hw_import_kind_name (i));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (kinds));
  self->filling = FALSE;
  hw_drop_down_name (self->kind_drop, _("This file is a list of"));
  hw_inner_names (GTK_WIDGET (self->steps), _("This file is a list of"));
  hw_scroll_keep_steady (self->check_scroller);
  g_signal_connect_object (self->state_page, "try-again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
hw_import_window_new (GtkWindow  *parent,
                      HwDesk     *desk,
                      const char *path,
                      const char *beside)
{
  HwImportWindow *self = g_object_new (HW_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  if (path != NULL)
    {
      take_file (self, path, beside);
    }
  else
    {
      show_step (self, "choose");
      gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->choose_button));
    }

  return GTK_WIDGET (self);
}
