/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-look.h"

#include <adwaita.h>

#define DPI_KEY "hw-dpi"
#define PERCENT_LEAST 50
#define PERCENT_MOST 300

/* gettext asks the environment each time; "C" as language would switch it off. */
void
hw_look_set_language (HwPreferences *preferences)
{
  g_autofree char *language = hw_preferences_dup_text (preferences, HW_PREFERENCE_LANGUAGE);

  if (*language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
}

static void
apply_text_size (HwPreferences *preferences)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *text = hw_preferences_dup_text (preferences, HW_PREFERENCE_TEXT_SIZE);
  const gint64 percent = *text != '\0' ? g_ascii_strtoll (text, NULL, 10) : 100;
  int dpi = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (settings), DPI_KEY));

  /* What the computer itself has, once: every size is a share of that. */
  if (dpi == 0)
    {
      g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
      dpi = dpi > 0 ? dpi : 96 * 1024;
      g_object_set_data (G_OBJECT (settings), DPI_KEY, GINT_TO_POINTER (dpi));
    }

  g_object_set (settings, "gtk-xft-dpi", (int) (dpi * CLAMP (percent, PERCENT_LEAST, PERCENT_MOST) / 100), NULL);
}

void
hw_look_apply (HwPreferences *preferences)
{
  g_autofree char *colours = hw_preferences_dup_text (preferences, HW_PREFERENCE_COLOURS);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (colours, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (colours, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);

  apply_text_size (preferences);
}

HwFormat *
hw_look_new_format (HwPreferences    *preferences,
                    const HwBusiness *card)
{
  g_autofree char *country = hw_preferences_dup_text (preferences, HW_PREFERENCE_COUNTRY);
  g_autofree char *currency = hw_preferences_dup_text (preferences, HW_PREFERENCE_CURRENCY);
  g_autofree char *week_start = hw_preferences_dup_text (preferences, HW_PREFERENCE_WEEK_START);
  HwFormat *format = hw_format_new (NULL, *country != '\0' ? country : card->country, card->currency);

  if (g_str_equal (currency, "letters"))
    hw_format_set_letters (format);
  if (*week_start >= '1' && *week_start <= '7')
    hw_format_set_first_weekday (format, *week_start - '0');
  return format;
}
