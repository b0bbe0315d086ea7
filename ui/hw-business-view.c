/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-business-view.h"

#include "hw-side-bar.h"
#include "jobs/example/hw-example-job.h"
#include "models/hw-shared-preferences.h"
#include "pages/hw-pages.h"
#include "pages/reports/hw-reports-page.h"
#include "widgets/hw-activity.h"
#include "widgets/hw-text-scale.h"

#include <glib/gi18n.h>

struct _HwBusinessView
{
  AdwBin           parent_instance;

  AdwFlap         *flap;
  GtkLabel        *business_label;
  GtkLabel        *example_label;
  HwSideBar       *side_bar;
  GtkLabel        *today_label;
  AdwWindowTitle  *page_title;
  GtkToggleButton *side_button;
  GtkButton       *search_button;
  HwActivity      *activity;
  GtkMenuButton   *menu_button;
  GtkStack        *pages;
  AdwToastOverlay *toast_overlay;
  GtkBox          *change_box;
  GtkLabel        *change_label;
  GtkButton       *undo_button;

  HwUndoBoard     *undo;      /* (owned) */
  HwDesk          *desk;      /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwBusinessView, hw_business_view, ADW_TYPE_BIN)

static void
chosen_cb (HwBusinessView *self,
           const char     *id)
{
  if (g_str_equal (id, hw_business_view_get_shown (self)))
    hw_page_go_home (hw_business_view_get_page (self, id));
  hw_business_view_show_page (self, id);
}

static void
undo_changed_cb (HwBusinessView *self)
{
  const char *text = hw_undo_board_get_text (self->undo);
  const char *next = hw_undo_board_get_next (self->undo);
  g_autofree char *name = NULL;

  gtk_label_set_text (self->change_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->change_box), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), next != NULL);
  /* Translators: the name of a button; %s is what was done: "Goal saved". */
  name = next != NULL ? g_strdup_printf (_("Take back: %s"), next) : g_strdup (_("Take back the last change"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
hw_business_view_dispose (GObject *object)
{
  HwBusinessView *self = HW_BUSINESS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_BUSINESS_VIEW);
  g_clear_object (&self->undo);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hw_business_view_parent_class)->dispose (object);
}

static void
hw_business_view_class_init (HwBusinessViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_business_view_dispose;

  g_type_ensure (HW_TYPE_SIDE_BAR);
  g_type_ensure (HW_TYPE_ACTIVITY);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "hw-business-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, flap);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, business_label);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, example_label);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, side_bar);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, search_button);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, activity);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, today_label);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, page_title);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, side_button);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, pages);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, change_box);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, change_label);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
hw_business_view_init (HwBusinessView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->undo = hw_undo_board_new (self->toast_overlay);
  g_signal_connect_object (self->undo, "changed", G_CALLBACK (undo_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show the side bar"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Menu"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search everything"), -1);
}

/* Of the business that was open when it was asked for. */
typedef struct
{
  HwBusinessView *view; /* (owned) */
  HwDesk         *desk; /* (owned) */
} Asked;

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Asked *asked = data;
  g_autofree char *example = hw_session_run_finish (result, NULL);

  if (asked->view->desk == asked->desk && example != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (asked->view->example_label), *example != '\0');
      gtk_label_set_lines (asked->view->business_label, *example != '\0' ? 1 : 2); /* the bar holds two in all */
    }

  g_object_unref (asked->view);
  g_object_unref (asked->desk);
  g_free (asked);
}

/* Whether it is one of the examples is said under its name. */
static void
look_up_mark (HwBusinessView *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->view = g_object_ref (self);
  asked->desk = g_object_ref (self->desk);
  hw_session_run_async (hw_desk_get_session (self->desk), &hw_example_mark_job, NULL, NULL, NULL, NULL, marked_cb, asked);
}

void
hw_business_view_set_desk (HwBusinessView *self,
                           HwDesk         *desk)
{
  GtkWidget *page;

  g_return_if_fail (HW_IS_BUSINESS_VIEW (self));

  if (desk != NULL)
    {
      const HwSession *session = hw_desk_get_session (desk);
      g_autofree char *day = hw_format_day (hw_desk_get_format (desk), hw_session_get_today (session), HW_DAY_SHORT);
      /* Translators: %s is a date. */
      g_autofree char *today = g_strdup_printf (_("As of %s"), day);

      gtk_label_set_text (self->business_label, hw_session_get_business (session)->name);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->business_label), hw_session_get_business (session)->name);
      gtk_label_set_text (self->today_label, today);
    }

  g_set_object (&self->desk, desk);
  gtk_widget_set_visible (GTK_WIDGET (self->example_label), FALSE);
  if (desk != NULL)
    look_up_mark (self);
  hw_side_bar_set_desk (self->side_bar, desk);
  hw_activity_set_works (self->activity, desk != NULL ? hw_desk_get_works (desk) : NULL);
  hw_undo_board_set_active (self->undo, desk != NULL);
  for (page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL; page = gtk_widget_get_next_sibling (page))
    hw_page_set_desk (HW_PAGE (page), desk);
}

void
hw_business_view_set_menu (HwBusinessView *self,
                           GMenuModel     *menu)
{
  g_return_if_fail (HW_IS_BUSINESS_VIEW (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

/* A page is made when it is first asked for: the window opens without them. */
HwPage *
hw_business_view_get_page (HwBusinessView *self,
                           const char     *id)
{
  const HwPageKind *kind = hw_page_find (id);
  GtkWidget *page;

  g_return_val_if_fail (HW_IS_BUSINESS_VIEW (self), NULL);

  if (kind == NULL)
    return NULL;

  page = gtk_stack_get_child_by_name (self->pages, id);
  if (page == NULL)
    {
      page = g_object_new (kind->type (), NULL);
      if (HW_IS_REPORTS_PAGE (page))
        hw_reports_page_set_preferences (HW_REPORTS_PAGE (page), hw_preferences_shared ());
      gtk_stack_add_named (self->pages, page, id);
      hw_text_scale_clamps (page);
      hw_page_set_desk (HW_PAGE (page), self->desk);
    }

  return HW_PAGE (page);
}

void
hw_business_view_show_page (HwBusinessView *self,
                            const char     *id)
{
  const HwPageKind *kind = hw_page_find (id);

  if (kind == NULL)
    return;

  (void) hw_business_view_get_page (self, id);
  gtk_stack_set_visible_child_name (self->pages, id);
  adw_window_title_set_title (self->page_title, _(kind->title));
  adw_window_title_set_subtitle (self->page_title, _(kind->question));
  hw_side_bar_show (self->side_bar, id);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (adw_flap_get_reveal_flap (self->flap))
    hw_side_bar_focus (self->side_bar);
}

const char *
hw_business_view_get_shown (HwBusinessView *self)
{
  const char *id;

  g_return_val_if_fail (HW_IS_BUSINESS_VIEW (self), "overview");

  id = gtk_stack_get_visible_child_name (self->pages);
  return id != NULL ? id : "overview";
}

void
hw_business_view_show_activity (HwBusinessView *self)
{
  g_return_if_fail (HW_IS_BUSINESS_VIEW (self));

  hw_activity_open (self->activity);
}

gboolean
hw_business_view_is_narrow (HwBusinessView *self)
{
  g_return_val_if_fail (HW_IS_BUSINESS_VIEW (self), FALSE);

  return adw_flap_get_folded (self->flap);
}

gboolean
hw_business_view_is_folded (HwBusinessView *self)
{
  g_return_val_if_fail (HW_IS_BUSINESS_VIEW (self), FALSE);

  return !adw_flap_get_reveal_flap (self->flap);
}

void
hw_business_view_fold (HwBusinessView *self)
{
  g_return_if_fail (HW_IS_BUSINESS_VIEW (self));

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

void
hw_business_view_add_toast (HwBusinessView *self,
                            AdwToast       *toast)
{
  g_return_if_fail (HW_IS_BUSINESS_VIEW (self));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

HwUndoBoard *
hw_business_view_get_undo (HwBusinessView *self)
{
  g_return_val_if_fail (HW_IS_BUSINESS_VIEW (self), NULL);

  return self->undo;
}
