/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-state-page.h"

#include "widgets/hw-live-bar.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define MOMENT_MS 250

struct _HwStatePage
{
  GtkWidget       parent_instance;

  GtkStack       *stack;
  AdwStatusPage  *empty_page;
  GtkButton      *empty_button;
  GtkLabel       *busy_label;
  GtkProgressBar *progress_bar;
  AdwBin         *ready_bin;
  AdwStatusPage  *problem_page;
  GtkWidget      *notice_box;
  GtkLabel       *notice_label;
  GtkProgressBar *notice_bar;
  GtkWidget      *notice_cancel;
  GtkWidget      *notice_again;

  guint           busy_timeout;   /* 0 if none */
  guint           notice_timeout; /* 0 if none */
};

G_DEFINE_FINAL_TYPE (HwStatePage, hw_state_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONTENT,
  N_PROPS,
};

enum
{
  CANCELLED,
  TRY_AGAIN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_state (HwStatePage *self,
            const char  *name)
{
  g_clear_handle_id (&self->busy_timeout, g_source_remove);
  if (!g_str_equal (name, "ready"))
    hw_state_page_hide_notice (self);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static gboolean
moment_over_cb (gpointer data)
{
  HwStatePage *self = data;

  self->busy_timeout = 0;
  show_state (self, "busy");
  return G_SOURCE_REMOVE;
}

static void
cancel_clicked_cb (HwStatePage *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
again_clicked_cb (HwStatePage *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static void
hw_state_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HwStatePage *self = HW_STATE_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->ready_bin));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_state_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTENT:
      hw_state_page_set_content (HW_STATE_PAGE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_state_page_dispose (GObject *object)
{
  HwStatePage *self = HW_STATE_PAGE (object);

  g_clear_handle_id (&self->busy_timeout, g_source_remove);
  g_clear_handle_id (&self->notice_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_STATE_PAGE);

  G_OBJECT_CLASS (hw_state_page_parent_class)->dispose (object);
}

static void
hw_state_page_class_init (HwStatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hw_state_page_get_property;
  object_class->set_property = hw_state_page_set_property;
  object_class->dispose = hw_state_page_dispose;

  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TRY_AGAIN] = g_signal_new ("try-again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "widgets/hw-state-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, busy_label);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, ready_bin);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, notice_cancel);
  gtk_widget_class_bind_template_child (widget_class, HwStatePage, notice_again);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
}

static void
hw_state_page_init (HwStatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notice_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  hw_live_bar (self->progress_bar);
  hw_live_bar (self->notice_bar);
  hw_inner_names (GTK_WIDGET (self), _("Message"));
}

GtkWidget *
hw_state_page_new (void)
{
  return g_object_new (HW_TYPE_STATE_PAGE, NULL);
}

void
hw_state_page_set_content (HwStatePage *self,
                           GtkWidget   *content)
{
  g_return_if_fail (HW_IS_STATE_PAGE (self));

  if (adw_bin_get_child (self->ready_bin) == content)
    return;

  adw_bin_set_child (self->ready_bin, content);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

const char *
hw_state_page_get_state (HwStatePage *self)
{
  g_return_val_if_fail (HW_IS_STATE_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

void
hw_state_page_show_empty (HwStatePage *self,
                          const char  *icon,
                          const char  *title,
                          const char  *text,
                          const char  *button,
                          const char  *action)
{
  g_return_if_fail (HW_IS_STATE_PAGE (self));

  adw_status_page_set_icon_name (self->empty_page, icon);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, text);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (self->empty_button, button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), action);
    }
  show_state (self, "empty");
}

void
hw_state_page_reset (HwStatePage *self)
{
  g_return_if_fail (HW_IS_STATE_PAGE (self));

  show_state (self, "busy");
}

void
hw_state_page_show_busy (HwStatePage *self,
                         const char  *what)
{
  g_return_if_fail (HW_IS_STATE_PAGE (self));

  gtk_label_set_text (self->busy_label, what);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_progress_bar_set_show_text (self->progress_bar, FALSE);

  if (!g_str_equal (hw_state_page_get_state (self), "ready"))
    show_state (self, "busy");
  else if (self->busy_timeout == 0)
    self->busy_timeout = g_timeout_add (MOMENT_MS, moment_over_cb, self);
}

void
hw_state_page_set_done (HwStatePage *self,
                        double       done)
{
  g_return_if_fail (HW_IS_STATE_PAGE (self));

  gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (done, 0, 1));
  gtk_progress_bar_set_show_text (self->progress_bar, done > 0);
}

void
hw_state_page_show_ready (HwStatePage *self)
{
  g_return_if_fail (HW_IS_STATE_PAGE (self));

  show_state (self, "ready");
}

static gboolean
notice_moment_over_cb (gpointer data)
{
  HwStatePage *self = data;

  self->notice_timeout = 0;
  gtk_widget_set_visible (self->notice_box, TRUE);
  return G_SOURCE_REMOVE;
}

void
hw_state_page_show_notice (HwStatePage *self,
                           const char  *text,
                           gboolean     at_work,
                           double       done)
{
  g_return_if_fail (HW_IS_STATE_PAGE (self));

  gtk_label_set_text (self->notice_label, text);
  gtk_progress_bar_set_fraction (self->notice_bar, CLAMP (done, 0, 1));
  gtk_widget_set_visible (GTK_WIDGET (self->notice_bar), at_work);
  gtk_widget_set_visible (self->notice_cancel, at_work);
  gtk_widget_set_visible (self->notice_again, !at_work);
  if (!gtk_widget_get_visible (self->notice_box) && self->notice_timeout == 0)
    self->notice_timeout = g_timeout_add (MOMENT_MS, notice_moment_over_cb, self);
}

void
hw_state_page_hide_notice (HwStatePage *self)
{
  g_return_if_fail (HW_IS_STATE_PAGE (self));

  g_clear_handle_id (&self->notice_timeout, g_source_remove);
  gtk_widget_set_visible (self->notice_box, FALSE);
}

void
hw_state_page_show_problem (HwStatePage *self,
                            const char  *title,
                            const char  *text)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);

  g_return_if_fail (HW_IS_STATE_PAGE (self));

  adw_status_page_set_title (self->problem_page, title);
  adw_status_page_set_description (self->problem_page, safe);
  show_state (self, "problem");
}
