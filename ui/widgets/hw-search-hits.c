/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-search-hits.h"

#include "hw-shortcuts.h"
#include "pages/help/hw-help-book.h"
#include "pages/hw-pages.h"

#include <glib/gi18n.h>
#include <string.h>

void
hw_hit_free (HwHit *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->note);
  g_free (self->keys);
  g_free (self->action);
  g_free (self);
}

const char *
hw_hits_group_name (HwHitGroup group)
{
  static const char *const names[HW_HITS_N_GROUPS] = {
    [HW_HITS_PRODUCTS]    = N_("Products"),
    [HW_HITS_SUPPLIERS]   = N_("Suppliers"),
    [HW_HITS_GOALS]       = N_("Goals"),
    [HW_HITS_INITIATIVES] = N_("Things to try"),
    [HW_HITS_PAGES]       = N_("Pages"),
    [HW_HITS_ACTIONS]     = N_("Do"),
    [HW_HITS_HELP]        = N_("Help"),
  };

  g_return_val_if_fail (group < HW_HITS_N_GROUPS, "");

  return _(names[group]);
}

static char *
keys_text (const char *const *accels)
{
  GdkModifierType modifiers;
  guint key;

  if (accels[0] == NULL || !gtk_accelerator_parse (accels[0], &key, &modifiers))
    return g_strdup ("");

  return gtk_accelerator_get_label (key, modifiers);
}

static HwHit *
hit_new (HwHitGroup  group,
         const char *title,
         const char *note,
         char       *keys,   /* (transfer full) */
         char       *action) /* (transfer full) */
{
  HwHit *self = g_new0 (HwHit, 1);

  self->group = group;
  self->title = g_strdup (title);
  self->note = g_strdup (note);
  self->keys = keys;
  self->action = action;
  return self;
}

/* A name of one's own language: every word typed begins a word of it. */
static gboolean
matches (const char *words,
         const char *title)
{
  return *words == '\0' || g_str_match_string (words, title, TRUE);
}

static gboolean
can_do (GtkWindow  *window,
        const char *action)
{
  GActionGroup *group = G_ACTION_GROUP (g_application_get_default ());
  const char *name = strchr (action, '.') + 1;

  if (g_str_has_prefix (action, "win."))
    group = G_ACTION_GROUP (window);

  return group != NULL && g_action_group_get_action_enabled (group, name);
}

static void
add_pages (GPtrArray  *hits,
           GtkWindow  *window,
           const char *words)
{
  const HwPageKind *kinds;
  guint n;

  if (!can_do (window, "win.page"))
    return;

  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    if (matches (words, _(kinds[i].title)) || matches (words, _(kinds[i].question)))
      g_ptr_array_add (hits, hit_new (HW_HITS_PAGES, _(kinds[i].title), _(kinds[i].question), keys_text (kinds[i].accels),
                                      g_strdup_printf ("win.page::%s", kinds[i].id)));
}

GPtrArray *
hw_search_hits (GtkWindow  *window,
                const char *words)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_hit_free);
  const HwShortcut *rows;
  const HwHelpTopic *topics;
  guint n;

  add_pages (hits, window, words);

  rows = hw_shortcuts (&n);
  for (guint i = 0; i < n; i++)
    if (rows[i].is_found && can_do (window, rows[i].action) && matches (words, _(rows[i].text)))
      g_ptr_array_add (hits, hit_new (HW_HITS_ACTIONS, _(rows[i].text), "", keys_text (rows[i].accels),
                                      g_strdup (rows[i].action)));

  topics = hw_help_topics (&n);
  for (guint i = 0; *words != '\0' && i < n; i++)
    if (matches (words, topics[i].title))
      g_ptr_array_add (hits, hit_new (HW_HITS_HELP, topics[i].title, "", g_strdup (""),
                                      g_strdup_printf ("win.help-topic::%s", topics[i].id)));

  return hits;
}

HwHit *
hw_hit_new_found (const HwFound *found)
{
  const char *note = found->note != NULL ? found->note : "";

  switch (found->kind)
    {
    case HW_FOUND_SUPPLIER:
      return hit_new (HW_HITS_SUPPLIERS, found->name, note, g_strdup (""),
                      g_strdup_printf ("win.page::%s", hw_page_find ("orders") != NULL ? "orders" : "stock"));

    case HW_FOUND_GOAL:
      return hit_new (HW_HITS_GOALS, found->name, note, g_strdup (""),
                      g_strdup_printf ("win.goal(int64 %" G_GINT64_FORMAT ")", found->id));

    case HW_FOUND_INITIATIVE:
      return hit_new (HW_HITS_INITIATIVES, found->name, note, g_strdup (""),
                      g_strdup_printf ("win.initiative(int64 %" G_GINT64_FORMAT ")", found->id));

    case HW_FOUND_PRODUCT:
    default:
      return hit_new (HW_HITS_PRODUCTS, found->name, note, g_strdup (""),
                      g_strdup_printf ("win.product(int64 %" G_GINT64_FORMAT ")", found->id));
    }
}
