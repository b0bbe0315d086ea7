/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-ideas.h"

#include "jobs/assess/hw-idea-map.h"
#include "pages/assess/hw-idea-acts.h"
#include "pages/assess/hw-idea-card.h"
#include "pages/assess/hw-idea-table.h"
#include "pages/assess/hw-idea-window.h"
#include "pages/assess/hw-pain-list.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-keep.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAP_HEIGHT 460
#define TABLE_HEIGHT 420

struct _HwAssessIdeas
{
  HwAssessPart  parent_instance;

  GtkStack     *stack;
  HwPainList   *pains;
  GtkWidget    *budget_row;
  GtkLabel     *verdict_label;
  GtkLabel     *basis_label;
  GtkLabel     *order_label;
  GtkLabel     *hurts_label;
  HwHowButton  *how;
  GtkBox       *cards_box;
  HwChartView  *map_view;
  HwDataTable  *table;
  GtkWidget    *table_card;
  AdwPreferencesGroup *unscored_group;

  gboolean      picking;   /* what hurts is being ticked */
  gboolean      touched;   /* ticks that are not kept yet */
  gboolean      looked;    /* the owner has gone on from the list without a tick */
};

G_DEFINE_FINAL_TYPE (HwAssessIdeas, hw_assess_ideas, HW_TYPE_ASSESS_PART)

static const HwIdeaBoard *
get_board (HwAssessIdeas *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  return desk != NULL ? hw_desk_get_ideas (desk) : NULL;
}

/* What is kept, with the ticks as they are now. */
static HwEntry *
read_pains (HwAssessIdeas     *self,
            const HwIdeaBoard *board)
{
  HwEntry *entry = board->pains != NULL ? hw_entry_copy (board->pains) : hw_entry_new (HW_ENTRY_PAINS, 0);

  hw_pain_list_read (self->pains, entry->answers);
  return entry;
}

static void
keep_pains (HwAssessIdeas *self)
{
  const HwIdeaBoard *board = get_board (self);
  g_autoptr (HwEntry) entry = NULL;

  if (!self->touched || board == NULL)
    return;

  self->touched = FALSE;
  entry = read_pains (self, board);
  hw_keep_entry (GTK_WIDGET (self), hw_assess_part_get_desk (HW_ASSESS_PART (self)), hw_entry_save_new (entry),
                 _("What hurts is kept"), NULL, NULL);
}

static void
set_picking (HwAssessIdeas *self,
             gboolean       picking)
{
  self->picking = picking;
  gtk_stack_set_visible_child_name (self->stack, picking ? "pains" : "board");
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

static void
fill_budget (HwAssessIdeas     *self,
             const HwIdeaBoard *board,
             const HwFormat    *format)
{
  g_autofree char *text = NULL;
  gint64 budget;

  if (board->pains != NULL && hw_answers_get_scaled (board->pains->answers, "budget", &budget))
    text = hw_format_money (format, budget);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->budget_row), text != NULL ? text : _("Not said: cost does not count"));
}

static void
fill_hurts (HwAssessIdeas *self)
{
  const guint n = hw_pain_list_count (self->pains);
  g_autofree char *text = g_strdup_printf (ngettext ("%u thing hurts, as you ticked it.", "%u things hurt, as you ticked them.", n), n);

  gtk_label_set_text (self->hurts_label, n > 0 ? text : _("You ticked nothing that hurts."));
}

static void
fill_how (HwAssessIdeas     *self,
          const HwIdeaBoard *board)
{
  const HwHowFacts facts = {
    .about = _("The order of ideas"),
    .inputs = _("The money at stake, your records, your own figures and what you ticked."),
    .method = _("Worth, ease, data and care are multiplied, so that one that is missing cannot hide behind the others, and then "
                "weighed by how well it is known that the idea helps. How sure the order is: in 10,000 tries these count "
                "more or less, each with worths from their ranges, and it is counted how often each idea comes first."),
    .technical = _("Weighted geometric mean; rank acceptability under random weights"),
    .run_id = board->run_id,
  };

  hw_how_button_set_facts (self->how, &facts);
}

/* What is missing most: a thing it needs, or the figure. */
static GtkWidget *
make_unscored (const HwIdeaRank *rank)
{
  const HwIdeaNeed *need = rank->facts.missing >= 0 ? g_ptr_array_index (rank->idea->needs, rank->facts.missing) : NULL;
  /* Translators: what an idea needs, "Sales by day". */
  g_autofree char *text = need != NULL ? g_strdup_printf (_("Missing: what it is worth to you. It also needs: %s"), need->text)
                                       : g_strdup (_("Missing: what it is worth to you"));
  GtkWidget *row = hw_assess_row (rank->idea->name, text);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hw_idea_worth_button_new (rank->idea));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", rank->idea->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "ideas.more");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* Those of this trade, or the others; how many. */
static guint
add_unscored (HwAssessIdeas     *self,
              const HwIdeaBoard *board,
              gboolean           near)
{
  guint n = 0;

  for (guint i = 0; i < board->ranks->len; i++)
    {
      const HwIdeaRank *rank = &g_array_index (board->ranks, HwIdeaRank, i);

      if (!isnan (rank->worth) || rank->gate == HW_IDEA_OUT || (rank->near || rank->ticked) != near)
        continue;

      hw_assess_group_add (self->unscored_group, make_unscored (rank));
      n++;
    }

  return n;
}

/* Below the others: those that no figure puts in its place yet. */
static void
fill_unscored (HwAssessIdeas     *self,
               const HwIdeaBoard *board)
{
  hw_assess_group_clear (self->unscored_group);
  gtk_widget_set_visible (GTK_WIDGET (self->unscored_group), add_unscored (self, board, TRUE) + add_unscored (self, board, FALSE) > 0);
}

static void
fill_board (HwAssessIdeas     *self,
            HwDesk            *desk,
            const HwIdeaBoard *board)
{
  const HwFormat *format = hw_desk_get_format (desk);
  GtkWidget *child;

  gtk_label_set_text (self->verdict_label, board->verdict);
  hw_assess_set_text (self->basis_label, board->basis);
  hw_assess_set_text (self->order_label, board->order);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards_box))) != NULL)
    gtk_box_remove (self->cards_box, child);
  for (guint i = 0; i < board->first->len; i++)
    gtk_box_append (self->cards_box, hw_idea_card_new (board, i + 1, format));

  fill_how (self, board);
  hw_chart_view_take_chart (self->map_view, hw_idea_map_new (board, format), G_OBJECT (desk));
  gtk_widget_set_visible (self->table_card, hw_idea_table_fill (self->table, board, format) > 0);
  fill_unscored (self, board);
}

static void
hw_assess_ideas_fill (HwPage *page)
{
  HwAssessIdeas *self = HW_ASSESS_IDEAS (page);
  HwDesk *desk = hw_page_get_desk (page);
  const HwIdeaBoard *board = hw_desk_get_ideas (desk);

  fill_budget (self, board, hw_desk_get_format (desk));
  fill_board (self, desk, board);
  if (!self->touched)
    hw_pain_list_fill (self->pains, board);
  fill_hurts (self);
  set_picking (self, self->picking || (board->pains == NULL && !self->looked));
}

static void
hw_assess_ideas_forget (HwPage *page)
{
  HwAssessIdeas *self = HW_ASSESS_IDEAS (page);

  self->touched = FALSE;
  self->looked = FALSE;
  hw_data_table_forget (self->table);
  set_picking (self, FALSE);
}

static const char *
hw_assess_ideas_get_next (HwAssessPart *part)
{
  HwAssessIdeas *self = HW_ASSESS_IDEAS (part);

  return get_board (self) != NULL && self->picking ? _("See the ideas") : NULL;
}

/* Without a tick the ideas come, too. */
static const char *
hw_assess_ideas_get_skip (HwAssessPart *part)
{
  return NULL;
}

static gboolean
hw_assess_ideas_go_on (HwAssessPart *part)
{
  HwAssessIdeas *self = HW_ASSESS_IDEAS (part);

  if (get_board (self) == NULL || !self->picking)
    return FALSE;

  keep_pains (self);
  fill_hurts (self);
  self->looked = TRUE;
  set_picking (self, FALSE);
  hw_assess_part_scroll_up (part);
  return TRUE;
}

/* What was ticked is kept also by who leaves another way. */
static void
hw_assess_ideas_unmap (GtkWidget *widget)
{
  keep_pains (HW_ASSESS_IDEAS (widget));

  GTK_WIDGET_CLASS (hw_assess_ideas_parent_class)->unmap (widget);
}

static void
ticked_cb (HwAssessIdeas *self)
{
  self->touched = TRUE;
}

static void
pick_cb (HwAssessIdeas *self)
{
  set_picking (self, TRUE);
  hw_assess_part_scroll_up (HW_ASSESS_PART (self));
}

static void
budget_cb (HwAssessIdeas *self)
{
  const HwIdeaBoard *board = get_board (self);
  g_autoptr (HwEntry) pains = board != NULL ? read_pains (self, board) : NULL;

  if (pains != NULL)
    hw_pains_open_budget (GTK_WIDGET (self), hw_assess_part_get_desk (HW_ASSESS_PART (self)), pains);
}

static void
open_rank (HwAssessIdeas    *self,
           const HwIdeaRank *rank)
{
  if (rank != NULL)
    hw_idea_window_open (GTK_WIDGET (self), hw_assess_part_get_desk (HW_ASSESS_PART (self)), rank);
}

static void
row_activated_cb (HwAssessIdeas *self,
                  HwRow         *row)
{
  const HwIdeaBoard *board = get_board (self);
  const gint64 id = hw_row_get_id (row);

  if (board != NULL && id >= 1 && id <= board->ranks->len)
    open_rank (self, &g_array_index (board->ranks, HwIdeaRank, id - 1));
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  HwAssessIdeas *self = HW_ASSESS_IDEAS (widget);
  const HwIdeaBoard *board = get_board (self);

  if (board != NULL)
    open_rank (self, hw_idea_board_find (board, g_variant_get_string (target, NULL)));
}

static void
hw_assess_ideas_class_init (HwAssessIdeasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);
  HwAssessPartClass *part_class = HW_ASSESS_PART_CLASS (klass);

  widget_class->unmap = hw_assess_ideas_unmap;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_IDEAS);
  page_class->fill = hw_assess_ideas_fill;
  page_class->forget = hw_assess_ideas_forget;
  part_class->get_next = hw_assess_ideas_get_next;
  part_class->get_skip = hw_assess_ideas_get_skip;
  part_class->go_on = hw_assess_ideas_go_on;
  gtk_widget_class_install_action (widget_class, "ideas.more", "s", more_action);
}

static GtkWidget *
make_pains (HwAssessIdeas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *text = hw_assess_label (NULL);
  GtkWidget *group = adw_preferences_group_new ();

  gtk_label_set_text (GTK_LABEL (text), _("Tick what hurts. Below each stands the idea that helps against it; what you tick counts for more."));
  self->budget_row = hw_assess_row (_("To spend on a trial in a year"), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->budget_row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->budget_row),
                             g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                           "go-next-symbolic", NULL));
  g_signal_connect_object (self->budget_row, "activated", G_CALLBACK (budget_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->budget_row);
  self->pains = HW_PAIN_LIST (hw_pain_list_new ());
  g_signal_connect_object (self->pains, "changed", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pains));
  return box;
}

static GtkWidget *
make_head (HwAssessIdeas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *hurts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *pick = gtk_button_new_with_label (_("Change what hurts"));

  self->verdict_label = GTK_LABEL (hw_assess_label ("title-4"));
  self->basis_label = GTK_LABEL (hw_assess_label ("dim-label"));
  self->order_label = GTK_LABEL (hw_assess_label ("dim-label"));
  self->hurts_label = GTK_LABEL (hw_assess_label ("dim-label"));
  self->how = HW_HOW_BUTTON (hw_how_button_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->verdict_label), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->hurts_label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->how), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->verdict_label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->how));
  gtk_box_append (GTK_BOX (hurts), GTK_WIDGET (self->hurts_label));
  gtk_box_append (GTK_BOX (hurts), pick);
  g_signal_connect_object (pick, "clicked", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->basis_label));
  gtk_box_append (GTK_BOX (box), hurts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->order_label));
  return box;
}

static GtkWidget *
make_board (HwAssessIdeas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table_card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *unscored = adw_preferences_group_new ();

  self->cards_box = GTK_BOX (cards);
  self->table_card = table_card;
  self->unscored_group = ADW_PREFERENCES_GROUP (unscored);
  adw_preferences_group_set_title (self->unscored_group, _("Not in the order yet"));
  adw_preferences_group_set_description (self->unscored_group,
                                         _("Nothing in your records tells what these bring. One figure from you puts one in its place."));
  self->map_view = HW_CHART_VIEW (hw_chart_view_new ());
  self->table = HW_DATA_TABLE (hw_data_table_new ());
  hw_idea_table_set_up (self->table);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (GTK_WIDGET (self->map_view), -1, MAP_HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, TABLE_HEIGHT);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hw-card");
  gtk_widget_add_css_class (table_card, "card");
  gtk_widget_add_css_class (table_card, "hw-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->map_view));
  gtk_box_append (GTK_BOX (table_card), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), cards);
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), table_card);
  gtk_box_append (GTK_BOX (box), unscored);
  return box;
}

static void
hw_assess_ideas_init (HwAssessIdeas *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->stack = GTK_STACK (stack);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_pains (self), "pains");
  gtk_stack_add_named (self->stack, make_board (self), "board");
  hw_assess_part_set_up (HW_ASSESS_PART (self), _("What to try first"), NULL, stack);
}
