/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-pilot-rows.h"

#include "jobs/trial/hw-say-pilot.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>
#include <math.h>

#define ALIKE 0.1      /* spreads */
#define PAIRS_SHOWN 60 /* the paper and the workbook have all of them */

GtkWidget *
hw_pilot_row_new (const char *title,
                  const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkWidget *
group_new (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  hw_inner_names (group, title);
  return group;
}

static GtkWidget *
folded_new (const char *title)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

GtkWidget *
hw_pilot_rows_compare (const HwPilot *pilot)
{
  GtkWidget *group = group_new (_("Compared with"));
  GtkWidget *others = folded_new (_("Other ways to compare"));

  for (guint i = 0; i < pilot->choices->len; i++)
    {
      const HwDesignChoice *choice = &g_array_index (pilot->choices, HwDesignChoice, i);
      const gboolean chosen = choice->design == pilot->lock->design;
      const char *name = hw_design_name (choice->design);
      g_autofree char *title = chosen && pilot->control_name != NULL ? g_strdup_printf ("%s: %s", name, pilot->control_name)
                                                                     : g_strdup (name);
      GtkWidget *row = hw_pilot_row_new (title, choice->why);

      if (chosen)
        {
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
          continue;
        }

      if (choice->open)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("Could be used")));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (others), row);
    }

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), others);
  return group;
}

GtkWidget *
hw_pilot_rows_sees (const HwPilot  *pilot,
                    const HwFormat *format)
{
  GtkWidget *group = group_new (_("What it can see"));
  g_autofree char *sees = hw_say_pilot_sees (pilot, format);
  guint n = 0;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), sees);
  for (guint way = 0; way < HW_PILOT_WAY_N; way++)
    if (pilot->ways & (1u << way))
      {
        g_autofree char *number = hw_format_number (format, ++n, 0);
        GtkWidget *row = hw_pilot_row_new (hw_pilot_way_text ((HwPilotWay) way), NULL);
        GtkWidget *label = gtk_label_new (number);

        gtk_widget_add_css_class (label, "numeric");
        gtk_widget_add_css_class (label, "dim-label");
        adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      }

  return group;
}

static char *
say_side (const char     *name,
          double          week,
          const HwFormat *format)
{
  g_autofree char *money = NULL;

  if (isnan (week))
    return g_strdup (name);

  money = hw_format_money_about (format, week);
  /* Translators: 1 a product, a customer or a shop, 2 money. */
  return g_strdup_printf (_("%1$s, %2$s a week"), name, money);
}

static void
add_pairs (GtkWidget      *folded,
           const HwPilot  *pilot,
           const HwFormat *format)
{
  for (guint i = 0; i < MIN (pilot->pairs->len, PAIRS_SHOWN); i++)
    {
      const HwPilotPair *pair = g_ptr_array_index (pilot->pairs, i);
      g_autofree char *changed = say_side (pair->changed, pair->changed_week, format);
      g_autofree char *partner = say_side (pair->partner, pair->partner_week, format);
      /* Translators: %s is a product, a customer or a shop, with money a week. */
      g_autofree char *beside = g_strdup_printf (_("Stays as it is: %s"), partner);

      /* Where they cannot be halved, one more stays as it is. */
      adw_expander_row_add_row (ADW_EXPANDER_ROW (folded), *changed != '\0' ? hw_pilot_row_new (changed, beside) : hw_pilot_row_new (beside, NULL));
    }

  if (pilot->pairs->len > PAIRS_SHOWN)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (folded), hw_pilot_row_new (_("The rest is in the PDF and in the workbook."), NULL));
}

static void
add_weeks (GtkWidget      *folded,
           const HwLock   *lock,
           const HwFormat *format)
{
  for (guint i = 0; i < lock->changed->len; i++)
    {
      g_autofree char *on = hw_format_day (format, (HwDay) g_array_index (lock->changed, gint64, i), HW_DAY_FULL);
      g_autofree char *off = hw_format_day (format, (HwDay) g_array_index (lock->partner, gint64, i), HW_DAY_FULL);
      /* Translators: %s is a date. */
      g_autofree char *title = g_strdup_printf (_("On from %s"), on);
      /* Translators: %s is a date. */
      g_autofree char *text = g_strdup_printf (_("Off from %s"), off);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (folded), hw_pilot_row_new (title, text));
    }
}

/* "Sales: 0.03, price: 0.05": how far both sides are apart, in spreads. */
static char *
say_balance (const HwPilot  *pilot,
             const HwFormat *format)
{
  const char *const names[] = { _("sales"), _("margin"), _("price") };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *number = NULL;

      if (isnan (pilot->balance[i]))
        continue;

      number = hw_format_number (format, fabs (pilot->balance[i]), 2);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", names[i], number);
    }

  return g_string_free (text, FALSE);
}

GtkWidget *
hw_pilot_rows_lot (const HwPilot  *pilot,
                   const HwFormat *format)
{
  const HwLock *lock = pilot->lock;
  g_autofree char *balance = hw_say_pilot_balance (pilot, format);
  GtkWidget *group, *folded;

  if (lock->changed->len == 0)
    return NULL;

  group = group_new (_("Drawn by lot"));
  if (balance != NULL)
    {
      g_autofree char *apart = say_balance (pilot, format);
      g_autofree char *alike = hw_format_number (format, ALIKE, 1);
      /* Translators: 1 a number: "0.1", 2 a list: "sales 0.03, price 0.05". */
      g_autofree char *text = g_strdup_printf (_("How far both sides are apart (below %1$s is alike): %2$s"), alike, apart);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), hw_pilot_row_new (balance, text));
    }

  folded = folded_new (lock->design == HW_DESIGN_SWITCHBACK ? _("The weeks") : _("Who changes, and who stays as it is"));
  if (lock->design == HW_DESIGN_SWITCHBACK)
    add_weeks (folded, lock, format);
  else
    add_pairs (folded, pilot, format);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), folded);
  return group;
}

GtkWidget *
hw_pilot_rows_lines (const char        *title,
                     const GPtrArray   *lines,
                     const char *const *heads)
{
  GtkWidget *group = group_new (title);

  for (guint h = 0; heads[h] != NULL; h++)
    for (guint i = 0; i < lines->len; i++)
      {
        const HwPilotLine *line = g_ptr_array_index (lines, i);

        if (g_str_equal (line->head, heads[h]))
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), hw_pilot_row_new (line->head, line->text));
      }

  return group;
}
