/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-filter.h"

#include "widgets/hw-table-menu.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_TEXTS 100 /* with more of them the search is the better way */

typedef struct
{
  HwTableList *list;     /* borrowed */
  guint        column;
  GCallback    changed;
  gpointer     data;
} Target;

gboolean
hw_table_filter_suits (HwColumnKind kind)
{
  return kind == HW_COLUMN_SHORT;
}

static char *
action_name (guint column)
{
  return g_strdup_printf ("column-%u", column);
}

static void
change_cb (GSimpleAction *action,
           GVariant      *state,
           Target        *target)
{
  const char *text = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  hw_table_list_filter (target->list, target->column, *text != '\0' ? text : NULL);
  ((void (*) (gpointer)) target->changed) (target->data);
}

static void
free_target (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

GActionGroup *
hw_table_filter_actions (HwTableList        *list,
                         const HwColumnKind *kinds,
                         guint               n,
                         GCallback           changed,
                         gpointer            data)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = action_name (i);
      g_autoptr (GSimpleAction) action = NULL;
      const Target target = { list, i, changed, data };

      if (!hw_table_filter_suits (kinds[i]))
        continue;

      action = g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (""));
      g_signal_connect_data (action, "change-state", G_CALLBACK (change_cb),
                             g_memdup2 (&target, sizeof target), free_target, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  return G_ACTION_GROUP (group);
}

void
hw_table_filter_sync (GActionGroup *actions,
                      HwTableList  *list,
                      guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = action_name (i);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions), name);
      const char *text = hw_table_list_get_filter (list, i);

      if (action != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (text != NULL ? text : ""));
    }
}

/* Up to one more than the most. */
static GPtrArray *
collect_texts (const GPtrArray *rows,
               guint            column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < rows->len && texts->len <= MOST_TEXTS; i++)
    {
      const char *text = hw_row_get_text (g_ptr_array_index (rows, i), column);

      if (*text != '\0' && g_hash_table_add (seen, (gpointer) text))
        g_ptr_array_add (texts, (gpointer) text);
    }

  return texts;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
append_item (GMenu      *menu,
             const char *label,
             guint       column,
             const char *text)
{
  g_autofree char *name = g_strdup_printf ("filter.column-%u", column);
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autofree char *plain = hw_table_menu_label (label);

  g_menu_item_set_label (item, plain);
  g_menu_item_set_action_and_target_value (item, name, g_variant_new_string (text));
  g_menu_append_item (menu, item);
}

GMenuModel *
hw_table_filter_menu (HwTableList        *list,
                      const HwColumnKind *kinds,
                      const char *const  *titles,
                      guint               n)
{
  GMenu *menu = g_menu_new ();
  const GPtrArray *rows = hw_table_list_get_all (list);
  guint n_suit = 0;

  for (guint i = 0; i < n; i++)
    n_suit += hw_table_filter_suits (kinds[i]);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) texts = hw_table_filter_suits (kinds[i]) ? collect_texts (rows, i) : NULL;
      g_autoptr (GMenu) part = g_menu_new ();

      if (texts == NULL || texts->len < 2 || texts->len > MOST_TEXTS)
        continue;

      g_ptr_array_sort (texts, compare_texts);
      append_item (part, C_("filter", "All"), i, "");
      for (guint t = 0; t < texts->len; t++)
        append_item (part, g_ptr_array_index (texts, t), i, g_ptr_array_index (texts, t));

      if (n_suit == 1)
        g_menu_append_section (menu, titles[i], G_MENU_MODEL (part));
      else
        g_menu_append_submenu (menu, titles[i], G_MENU_MODEL (part));
    }

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_menu_append (menu, _("Nothing to filter by"), "filter.none"); /* no such action: grey */

  return G_MENU_MODEL (menu);
}

char *
hw_table_filter_sentence (HwTableList       *list,
                          const char *const *titles,
                          guint              n)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *text = hw_table_list_get_filter (list, i);

      if (text == NULL)
        continue;
      if (parts->len > 0)
        g_string_append (parts, ", ");
      /* Translators: the title of a column and the text its rows have: Supplier “Mill”. */
      g_string_append_printf (parts, _("%s “%s”"), titles[i], text);
    }

  return parts->len > 0 ? g_strdup_printf (_("Showing only: %s"), parts->str) : NULL;
}
