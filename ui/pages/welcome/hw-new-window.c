/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/welcome/hw-new-window.h"

#include "compat/hw-file-choice.h"
#include "core/hw-country.h"
#include "domain/hw-records.h"
#include "jobs/content/hw-content.h"
#include "pages/help/hw-help-window.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwNewWindow
{
  AdwWindow     parent_instance;

  GtkButton    *create_button;
  AdwEntryRow  *name_row;
  GtkDropDown  *sector_drop;
  GtkDropDown  *country_drop;
  GtkDropDown  *currency_drop;

  char        **countries;   /* (owned) codes, as listed */
  char        **currencies;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (HwNewWindow, hw_new_window, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
find_code (char       **codes,
           const char  *code)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], code))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* Long lists are searched by typing. */
static void
set_list (GtkDropDown   *drop,
          GtkStringList *list,
          gboolean       search)
{
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (drop, text);
  gtk_drop_down_set_enable_search (drop, search);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
  g_object_unref (list);
}

static void
fill_sectors (HwNewWindow *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  gsize n;
  const HwSector *sectors = hw_content_sectors (&n);

  for (gsize i = 0; i < n; i++)
    gtk_string_list_append (list, sectors[i].name);
  set_list (self->sector_drop, list, FALSE);
}

static void
fill_places (HwNewWindow *self)
{
  GtkStringList *countries = gtk_string_list_new (NULL);
  GtkStringList *currencies = gtk_string_list_new (NULL);
  g_autofree char *here = hw_country_of_computer ();

  self->currencies = hw_currencies ();
  for (guint i = 0; self->currencies[i] != NULL; i++)
    {
      g_autofree char *name = hw_currency_name (self->currencies[i]);
      g_autofree char *text = g_strdup_printf ("%s – %s", self->currencies[i], name);

      gtk_string_list_append (currencies, text);
    }
  set_list (self->currency_drop, currencies, TRUE);

  self->countries = hw_countries ();
  for (guint i = 0; self->countries[i] != NULL; i++)
    {
      g_autofree char *name = hw_country_name (self->countries[i]);

      gtk_string_list_append (countries, name);
    }
  set_list (self->country_drop, countries, TRUE);

  gtk_drop_down_set_selected (self->currency_drop, find_code (self->currencies, "EUR"));
  gtk_drop_down_set_selected (self->country_drop, find_code (self->countries, *here != '\0' ? here : "DE"));
}

/* A country pays in its own money unless the owner says otherwise. */
static void
country_changed_cb (HwNewWindow *self)
{
  const guint selected = gtk_drop_down_get_selected (self->country_drop);
  g_autofree char *currency = NULL;

  if (self->countries == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  currency = hw_country_currency (self->countries[selected]);
  if (find_code (self->currencies, currency) != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->currency_drop, find_code (self->currencies, currency));
}

static char *
dup_name (HwNewWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static void
name_changed_cb (HwNewWindow *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), *name != '\0');
}

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  HwNewWindow *self = owner;
  g_auto (HwBusiness) business = { 0 };
  const guint country = gtk_drop_down_get_selected (self->country_drop);
  const guint currency = gtk_drop_down_get_selected (self->currency_drop);
  const guint sector = gtk_drop_down_get_selected (self->sector_drop);
  gsize n;
  const HwSector *sectors = hw_content_sectors (&n);

  if (path == NULL || sector >= n || currency == GTK_INVALID_LIST_POSITION)
    return;

  business.name = dup_name (self);
  business.sector = g_strdup (sectors[sector].id);
  business.country = g_strdup (country != GTK_INVALID_LIST_POSITION ? self->countries[country] : "");
  g_strlcpy (business.currency, self->currencies[currency], sizeof business.currency);
  g_signal_emit (self, signals[CHOSEN], 0, path, &business);
  gtk_window_close (GTK_WINDOW (self));
}

static void
create_clicked_cb (HwNewWindow *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *file = NULL;

  if (*name == '\0')
    return;

  g_strdelimit (name, "/\\:*?\"<>|", ' ');
  file = g_strconcat (name, ".headway", NULL);
  hw_file_choice_save (GTK_WINDOW (self), _("Where to keep the business"), HW_FILE_BUSINESS, file,
                       path_chosen_cb, self);
}

static void
hw_new_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_NEW_WINDOW);

  G_OBJECT_CLASS (hw_new_window_parent_class)->dispose (object);
}

static void
hw_new_window_finalize (GObject *object)
{
  HwNewWindow *self = HW_NEW_WINDOW (object);

  g_strfreev (self->countries);
  g_strfreev (self->currencies);

  G_OBJECT_CLASS (hw_new_window_parent_class)->finalize (object);
}

static void
hw_new_window_class_init (HwNewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_new_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_new_window_finalize;

  /* The path and the HwBusiness. */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  hw_help_add_key (widget_class, "first-steps");
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/welcome/hw-new-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwNewWindow, create_button);
  gtk_widget_class_bind_template_child (widget_class, HwNewWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, HwNewWindow, sector_drop);
  gtk_widget_class_bind_template_child (widget_class, HwNewWindow, country_drop);
  gtk_widget_class_bind_template_child (widget_class, HwNewWindow, currency_drop);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, country_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
}

static void
hw_new_window_init (HwNewWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  hw_entry_row_name (self->name_row);
  fill_sectors (self);
  fill_places (self);
  hw_drop_down_name (self->sector_drop, _("What it does"));
  hw_drop_down_name (self->country_drop, _("Country"));
  hw_drop_down_name (self->currency_drop, _("Currency"));
  hw_inner_names (GTK_WIDGET (self), _("New business"));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->name_row));
}

GtkWidget *
hw_new_window_new (GtkWindow *parent)
{
  return g_object_new (HW_TYPE_NEW_WINDOW, "transient-for", parent, NULL);
}
