/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/preferences/hw-preferences-window.h"

#include "core/hw-country.h"
#include "hw-look.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define CODES_KEY "hw-codes"
#define CHOICE_KEY "hw-choice"

struct _HwPreferencesWindow
{
  AdwWindow           parent_instance;

  AdwPreferencesPage *page;
  HwPreferences      *preferences; /* borrowed */
};

G_DEFINE_FINAL_TYPE (HwPreferencesWindow, hw_preferences_window, ADW_TYPE_WINDOW)

enum
{
  HABITS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is chosen from: codes as they are kept, and their names. The first is what
 * holds while nothing was chosen. */
typedef struct
{
  GPtrArray     *codes; /* (owned) of char * */
  GtkStringList *names; /* (owned) */
} List;

typedef struct
{
  const char *preference;
  const char *title;     /* N_() */
  const char *subtitle;  /* N_() (nullable) */
  List      (*list) (void);
  gboolean    is_long;   /* searched by typing */
  gboolean    is_habit;  /* the open window must know */
} Choice;

static void
add (List       *list,
     const char *code,
     const char *name)
{
  g_ptr_array_add (list->codes, g_strdup (code));
  gtk_string_list_append (list->names, name);
}

static List
list_new (const char *first)
{
  List list = { g_ptr_array_new_with_free_func (g_free), gtk_string_list_new (NULL) };

  add (&list, "", first);
  return list;
}

static List
list_languages (void)
{
  List list = list_new (_("The computer's"));
  g_auto (GStrv) codes = g_strsplit (HW_LINGUAS, " ", -1);

  add (&list, "en", "English");
  for (char **code = codes; *code != NULL; code++)
    if (**code != '\0')
      {
        g_autofree char *name = hw_language_name (*code);

        add (&list, *code, name);
      }

  return list;
}

static List
list_countries (void)
{
  List list = list_new (_("The business's country"));
  g_auto (GStrv) codes = hw_countries ();

  for (char **code = codes; *code != NULL; code++)
    {
      g_autofree char *name = hw_country_name (*code);

      add (&list, *code, name);
    }

  return list;
}

static List
list_currencies (void)
{
  List list = list_new (_("Sign, such as €"));

  add (&list, "letters", _("Letters, such as EUR"));
  return list;
}

static List
list_weekdays (void)
{
  static const int shown[] = { 1, 6, 7 };
  List list = list_new (_("As usual in the country"));
  g_autoptr (HwFormat) format = hw_format_new (NULL, NULL, NULL);
  const HwDay monday = hw_day_from_ymd (2026, 3, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *code = g_strdup_printf ("%d", shown[i]);
      g_autofree char *name = hw_format_day (format, monday + shown[i] - 1, HW_DAY_WEEKDAY_NAME);

      add (&list, code, name);
    }

  return list;
}

static List
list_colours (void)
{
  List list = list_new (_("The computer's"));

  add (&list, "light", _("Light"));
  add (&list, "dark", _("Dark"));
  return list;
}

static List
list_sizes (void)
{
  static const int percents[] = { 110, 125, 150, 175, 200 };
  List list = list_new ("100 %");

  for (gsize i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *code = g_strdup_printf ("%d", percents[i]);
      g_autofree char *name = g_strdup_printf ("%d %%", percents[i]);

      add (&list, code, name);
    }

  return list;
}

static List
list_folders (void)
{
  List list = list_new (_("No folder"));

  add (&list, "downloads", _("The Downloads folder"));
  return list;
}

static const Choice words[] = {
  { HW_PREFERENCE_LANGUAGE, N_("Language"), N_("Takes effect at the next start of Headway"), list_languages },
  { HW_PREFERENCE_COUNTRY, N_("Numbers and dates as in"), NULL, list_countries, TRUE, TRUE },
  { HW_PREFERENCE_CURRENCY, N_("Currency"), NULL, list_currencies, FALSE, TRUE },
  { HW_PREFERENCE_WEEK_START, N_("A week begins on"), N_("In calendars"), list_weekdays, FALSE, TRUE },
};

static const Choice looks[] = {
  { HW_PREFERENCE_COLOURS, N_("Colours"), N_("High contrast is the computer's setting"), list_colours },
  { HW_PREFERENCE_TEXT_SIZE, N_("Size of text"), NULL, list_sizes },
};

static const Choice files[] = {
  { HW_PREFERENCE_WATCH, N_("Offer new files in"), N_("Only those that look like a file you imported before"), list_folders, FALSE, TRUE },
};

static void
selected_cb (HwPreferencesWindow *self,
             GParamSpec          *pspec,
             GtkDropDown         *drop)
{
  const Choice *choice = g_object_get_data (G_OBJECT (drop), CHOICE_KEY);
  const GPtrArray *codes = g_object_get_data (G_OBJECT (drop), CODES_KEY);
  const guint selected = gtk_drop_down_get_selected (drop);

  if (selected >= codes->len)
    return;

  hw_preferences_set_text (self->preferences, choice->preference, g_ptr_array_index (codes, selected));
  hw_look_apply (self->preferences);
  if (choice->is_habit)
    g_signal_emit (self, signals[HABITS_CHANGED], 0);
}

static guint
find_code (const GPtrArray *codes,
           const char      *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_str_equal (g_ptr_array_index (codes, i), code))
      return i;

  return 0;
}

static void
add_row (HwPreferencesWindow *self,
         AdwPreferencesGroup *group,
         const Choice        *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autofree char *kept = hw_preferences_dup_text (self->preferences, choice->preference);
  const List list = choice->list ();

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), choice->is_long);
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop), G_LIST_MODEL (list.names));
  g_object_unref (list.names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), find_code (list.codes, kept));
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (drop), CODES_KEY, list.codes, (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (drop), CHOICE_KEY, (gpointer) choice);
  hw_drop_down_name (GTK_DROP_DOWN (drop), _(choice->title));
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(choice->title));
  if (choice->subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(choice->subtitle));
  gtk_widget_set_focusable (row, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_preferences_group_add (group, row);
}

static void
add_group (HwPreferencesWindow *self,
           const char          *title,
           const Choice        *choices,
           gsize                n)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (gsize i = 0; i < n; i++)
    add_row (self, group, &choices[i]);
  adw_preferences_page_add (self->page, group);
}

static void
hw_preferences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (hw_preferences_window_parent_class)->dispose (object);
}

static void
hw_preferences_window_class_init (HwPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_preferences_window_dispose;

  signals[HABITS_CHANGED] = g_signal_new ("habits-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/preferences/hw-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwPreferencesWindow, page);
}

static void
hw_preferences_window_init (HwPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hw_preferences_window_new (GtkWindow     *parent,
                           HwPreferences *preferences)
{
  HwPreferencesWindow *self = g_object_new (HW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  self->preferences = preferences;
  add_group (self, _("Words and numbers"), words, G_N_ELEMENTS (words));
  add_group (self, _("Looks"), looks, G_N_ELEMENTS (looks));
  add_group (self, _("Files"), files, G_N_ELEMENTS (files));
  hw_inner_names (GTK_WIDGET (self), _("Preferences"));
  return GTK_WIDGET (self);
}
