/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-ideas.h"

#include "jobs/content/hw-content-reader.h"

#include <glib/gi18n-lib.h>

/* The place of @word in @words; 0 if it is not there. */
static int
find_word (const char *const *words,
           int                n,
           const char        *word)
{
  for (int i = 0; i < n; i++)
    if (g_str_equal (words[i], word))
      return i;

  return 0;
}

/* -1 for none. */
static int
find_stake (const char *id)
{
  for (int kind = 0; kind < HW_STAKE_N; kind++)
    if (g_str_equal (hw_stake_kind_id ((HwStakeKind) kind), id))
      return kind;

  return -1;
}

/* "6 10"; untouched if there are not two. */
static void
read_pair (const HwContentNode *node,
           const char          *attribute,
           double              *low,
           double              *high)
{
  g_auto (GStrv) words = hw_content_get_words (node, attribute);

  if (g_strv_length (words) != 2)
    return;

  *low = g_ascii_strtod (words[0], NULL);
  *high = g_ascii_strtod (words[1], NULL);
}

static void
read_needs (HwIdea              *idea,
            const HwContentNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HwContentNode *child = g_ptr_array_index (node->children, i);
      HwIdeaNeed *need;

      if (!g_str_equal (child->name, "need"))
        continue;

      need = g_new0 (HwIdeaNeed, 1);
      need->check = g_strdup (hw_content_get (child, "check"));
      need->text = g_strdup (_(child->text));
      g_ptr_array_add (idea->needs, need);
    }
}

static gpointer
read_idea (const HwContentNode *node)
{
  static const char *const modes[] = { "computed", "partly", "outside", "guided" };
  HwIdea *idea = hw_idea_new ();
  double weeks_low = 0.0, weeks_high = 0.0;

  idea->id = g_strdup (hw_content_get (node, "id"));
  idea->name = hw_content_dup_text (node, "name");
  idea->pain = hw_content_dup_text (node, "pain");
  idea->change = hw_content_dup_text (node, "change");
  idea->evidence_note = hw_content_dup_text (node, "note");
  idea->risk = hw_content_dup_text (node, "risk");
  idea->sectors = hw_content_get_words (node, "sectors");
  idea->seldom = hw_content_get_words (node, "seldom");
  idea->metrics = hw_content_get_words (node, "metrics");
  idea->sources = hw_content_get_words (node, "sources");
  idea->complexity = (int) hw_content_get_number (node, "complexity", 3.0);
  idea->cost_band = (int) hw_content_get_number (node, "cost", 0.0);
  idea->evidence = *hw_content_get (node, "evidence");
  idea->mode = (HwIdeaMode) find_word (modes, G_N_ELEMENTS (modes), hw_content_get (node, "mode"));
  idea->stake = find_stake (hw_content_get (node, "stake"));
  idea->forecasts = g_str_equal (hw_content_get (node, "rests-on"), "forecast");
  idea->people = g_str_equal (hw_content_get (node, "people"), "yes");
  read_pair (node, "weeks", &weeks_low, &weeks_high);
  read_pair (node, "share", &idea->share_low, &idea->share_high);
  idea->weeks_low = (int) weeks_low;
  idea->weeks_high = (int) weeks_high;
  read_needs (idea, node);
  return idea;
}

static gpointer
load (gpointer data)
{
  return hw_content_read_list ("ideas.xml", read_idea, (GDestroyNotify) hw_idea_free);
}

GPtrArray *
hw_content_ideas (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

const HwIdea *
hw_content_find_idea (const char *id)
{
  GPtrArray *ideas = hw_content_ideas ();

  for (guint i = 0; i < ideas->len; i++)
    {
      const HwIdea *idea = g_ptr_array_index (ideas, i);

      if (g_strcmp0 (idea->id, id) == 0)
        return idea;
    }

  return NULL;
}
