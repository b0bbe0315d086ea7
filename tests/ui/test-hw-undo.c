/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-undo-board.h"

typedef struct
{
  GtkWidget   *window;
  GtkWidget   *inside;
  HwUndoBoard *board;
  int          undone;
  int          freed;
} Fixture;

typedef struct
{
  Fixture *fixture;
  int      worth;
} Step;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->window = gtk_window_new ();
  fixture->inside = gtk_label_new ("page");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->inside);
  fixture->board = hw_undo_board_new (ADW_TOAST_OVERLAY (overlay));
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  hw_undo_board_set_active (fixture->board, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hw_undo_board_set_active (fixture->board, FALSE);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->board);
}

static void
undo_cb (gpointer data)
{
  Step *step = data;

  step->fixture->undone += step->worth;
}

static void
freed_cb (gpointer data)
{
  Step *step = data;

  step->fixture->freed++;
  g_free (step);
}

static void
offer (Fixture    *fixture,
       GtkWidget  *from,
       const char *done,
       int         worth)
{
  Step *step = g_new0 (Step, 1);

  step->fixture = fixture;
  step->worth = worth;
  hw_undo_offer (from, done, undo_cb, step, freed_cb);
}

/* One after the other, the last one first, each only once. */
static void
test_one_by_one (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_false (hw_undo_board_can_undo (fixture->board));
  offer (fixture, fixture->inside, "Goal saved", 1);
  offer (fixture, fixture->inside, "Goal removed", 10);
  g_assert_cmpstr (hw_undo_board_get_text (fixture->board), ==, "Goal removed");
  g_assert_cmpstr (hw_undo_board_get_next (fixture->board), ==, "Goal removed");

  hw_undo_board_undo (fixture->board);
  g_assert_cmpint (fixture->undone, ==, 10);
  g_assert_cmpstr (hw_undo_board_get_text (fixture->board), ==, "Taken back: Goal removed");
  g_assert_cmpstr (hw_undo_board_get_next (fixture->board), ==, "Goal saved");

  hw_undo_board_undo (fixture->board);
  g_assert_cmpint (fixture->undone, ==, 11);
  g_assert_cmpstr (hw_undo_board_get_text (fixture->board), ==, "Taken back: Goal saved");
  g_assert_false (hw_undo_board_can_undo (fixture->board));
  g_assert_null (hw_undo_board_get_next (fixture->board));
  hw_undo_board_undo (fixture->board);
  g_assert_cmpint (fixture->undone, ==, 11);
}

/* What is long ago is forgotten, and freed. */
static void
test_no_more (Fixture       *fixture,
              gconstpointer  data)
{
  for (int i = 0; i < 30; i++)
    offer (fixture, fixture->inside, "Line left out", 1);
  while (hw_undo_board_can_undo (fixture->board))
    hw_undo_board_undo (fixture->board);

  g_assert_cmpint (fixture->undone, ==, 20);
}

/* What is only said takes nothing from what can be taken back. */
static void
test_said_between (Fixture       *fixture,
                   gconstpointer  data)
{
  offer (fixture, fixture->inside, "Goal saved", 1);
  hw_undo_offer (fixture->inside, "Copied", NULL, NULL, NULL);
  g_assert_cmpstr (hw_undo_board_get_text (fixture->board), ==, "Copied");
  g_assert_cmpstr (hw_undo_board_get_next (fixture->board), ==, "Goal saved");
  hw_undo_board_undo (fixture->board);
  g_assert_cmpint (fixture->undone, ==, 1);
}

/* A dialog's change is offered in the window it belongs to. */
static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = gtk_window_new ();
  GtkWidget *button = gtk_button_new_with_label ("Save");

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_set_child (GTK_WINDOW (dialog), button);
  offer (fixture, button, "Goal saved", 1);
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_assert_true (hw_undo_board_can_undo (fixture->board));
  hw_undo_board_undo (fixture->board);
  g_assert_cmpint (fixture->undone, ==, 1);
}

/* Where no business is open nothing is said, and what was given is freed. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *alone = g_object_ref_sink (gtk_label_new ("alone"));

  offer (fixture, alone, "Goal saved", 1);
  g_assert_cmpint (fixture->freed, ==, 1);
  g_object_unref (alone);

  hw_undo_board_set_active (fixture->board, FALSE);
  offer (fixture, fixture->inside, "Goal saved", 1);
  g_assert_cmpint (fixture->freed, ==, 2);
  g_assert_cmpstr (hw_undo_board_get_text (fixture->board), ==, "");
}

static void
test_only_said (Fixture       *fixture,
                gconstpointer  data)
{
  hw_undo_offer (fixture->inside, "Copied <all> & more", NULL, NULL, NULL);
  g_assert_cmpstr (hw_undo_board_get_text (fixture->board), ==, "Copied <all> & more");
  g_assert_false (hw_undo_board_can_undo (fixture->board));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add ("/ui/undo/" path, Fixture, NULL, set_up, func, tear_down)

  ADD ("one-by-one", test_one_by_one);
  ADD ("no-more", test_no_more);
  ADD ("said-between", test_said_between);
  ADD ("dialog", test_dialog);
  ADD ("elsewhere", test_elsewhere);
  ADD ("only-said", test_only_said);

  return g_test_run ();
}
