/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/welcome/hw-welcome-page.h"

#include "jobs/example/hw-example-job.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define RECENT_SHOWN 6

struct _HwWelcomePage
{
  AdwBin        parent_instance;

  AdwActionRow *new_row;
  AdwPreferencesGroup *examples_group;
  AdwBin       *recent_bin;
  GtkLabel     *missing_label;
};

G_DEFINE_FINAL_TYPE (HwWelcomePage, hw_welcome_page, ADW_TYPE_BIN)

static GtkWidget *
make_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/* A row that is the window's @action of @target. */
static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *action,
          const char *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  return row;
}

static GtkWidget *
make_recent_row (const char *path,
                 const char *name)
{
  g_autofree char *shown = g_filename_display_name (path);
  GtkWidget *row = make_row (name, shown, "win.open-recent", path);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (row, shown);
  return row;
}

static void
add_examples (HwWelcomePage *self)
{
  gsize n;
  const HwExampleKind *kinds = hw_example_kinds (&n);

  for (gsize i = 0; i < n; i++)
    {
      GtkWidget *row = make_row (_(kinds[i].title), _(kinds[i].story), "win.example", kinds[i].id);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_icon ("mark-location-symbolic"));
      adw_preferences_group_add (self->examples_group, row);
    }
}

static void
hw_welcome_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (hw_welcome_page_parent_class)->dispose (object);
}

static void
hw_welcome_page_class_init (HwWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/welcome/hw-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwWelcomePage, new_row);
  gtk_widget_class_bind_template_child (widget_class, HwWelcomePage, examples_group);
  gtk_widget_class_bind_template_child (widget_class, HwWelcomePage, recent_bin);
  gtk_widget_class_bind_template_child (widget_class, HwWelcomePage, missing_label);
}

static void
hw_welcome_page_init (HwWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_examples (self);
  hw_inner_names (GTK_WIDGET (self), _("Begin"));
}

void
hw_welcome_page_set_recent (HwWelcomePage  *self,
                            char          **paths,
                            char          **names)
{
  GtkWidget *group;

  g_return_if_fail (HW_IS_WELCOME_PAGE (self));

  adw_bin_set_child (self->recent_bin, NULL);
  if (paths == NULL || paths[0] == NULL)
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Opened lately"));
  for (int i = 0; paths[i] != NULL && i < RECENT_SHOWN; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_recent_row (paths[i], names[i]));
  hw_inner_names (group, "");
  adw_bin_set_child (self->recent_bin, group);
}

void
hw_welcome_page_set_missing (HwWelcomePage *self,
                             const char    *name,
                             const char    *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = NULL;

  g_return_if_fail (HW_IS_WELCOME_PAGE (self));

  /* Translators: 1 is the name of a business, 2 its file. */
  text = g_strdup_printf (_("“%s” is no longer where it was: %s. If you moved the file, open it from its new place."),
                          name, shown);
  gtk_label_set_text (self->missing_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), TRUE);
}
