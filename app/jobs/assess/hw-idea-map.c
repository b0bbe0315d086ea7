/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-idea-map.h"

#include <glib/gi18n-lib.h>

#define FULL 100.0          /* ease and shares are shown out of a hundred */
#define LETTER 2            /* bytes of one, with its end */

static HwBubble
bubble_of (const HwIdeaRank *rank,
           char              letter[LETTER])
{
  letter[0] = rank->idea->evidence;
  letter[1] = '\0';
  return (HwBubble) {
    .name = rank->idea->name, .x = FULL * rank->ease, .y = rank->facts.benefit, .size = FULL * rank->first_share,
    .marked = rank->equal, .label = letter,
  };
}

HwChart *
hw_idea_map_new (const HwIdeaBoard *board,
                 const HwFormat    *format)
{
  g_autoptr (GArray) bubbles = g_array_new (FALSE, FALSE, sizeof (HwBubble));
  g_autofree char (*letters)[LETTER] = g_malloc0_n (board->ranks->len + 1, LETTER);
  HwBubbleData data = {
    .title = _("What each idea brings, and how easy it is"),
    .x_name = _("Ease (of 100)"), .y_name = _("Money a year"), .size_name = _("Comes first (of 100 tries)"),
    .mark_name = _("at the top"), .label_name = _("How well known (A is best)"),
    .y_is_money = TRUE, .x_from = 0.0, .x_to = FULL, .has_quadrants = TRUE, .x_split = FULL / 2.0,
    .y_split = 0.5 * HW_IDEA_WORTH_SHARE * board->revenue, /* half of what counts as much as can be */
    .quadrants = { _("Takes time"), _("Look here first"), _("Leave it"), _("On the side") },
  };

  for (guint i = 0; i < board->ranks->len; i++)
    {
      const HwIdeaRank *rank = &g_array_index (board->ranks, HwIdeaRank, i);

      if (rank->gate != HW_IDEA_OUT)
        {
          const HwBubble bubble = bubble_of (rank, letters[i]);

          g_array_append_val (bubbles, bubble);
        }
    }

  data.bubbles = (const HwBubble *) (gpointer) bubbles->data;
  data.n = bubbles->len;
  return hw_bubble_chart_new (&data, format);
}
