/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-metric-tile.h"

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    data)
{
  (*(guint *) data)++;
}

/* Property contract: a real change notifies once, the same value not at all. */
static void
test_value_notifies_once (void)
{
  HwMetricTile *tile = g_object_ref_sink (HW_METRIC_TILE (hw_metric_tile_new ()));
  guint seen = 0;

  g_signal_connect (tile, "notify::value", G_CALLBACK (count_notify), &seen);

  hw_metric_tile_set_value (tile, "12,400 EUR");
  hw_metric_tile_set_value (tile, "12,400 EUR");
  g_assert_cmpuint (seen, ==, 1);
  g_assert_cmpstr (hw_metric_tile_get_value (tile), ==, "12,400 EUR");

  g_object_set (tile, "value", "7", NULL);
  g_assert_cmpuint (seen, ==, 2);

  g_assert_finalize_object (tile);
}

/* A screen reader hears one sentence: name, value, what changed. */
static void
test_says_it_all (void)
{
  HwMetricTile *tile = g_object_ref_sink (HW_METRIC_TILE (hw_metric_tile_new ()));

  hw_metric_tile_set_label (tile, "Sales");
  hw_metric_tile_set_value (tile, "12,400 EUR");
  hw_metric_tile_set_note (tile, "more than before", HW_MOOD_GOOD);

  gtk_test_accessible_assert_role (tile, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sales: 12,400 EUR, more than before");

  g_assert_finalize_object (tile);
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A mood replaces the one before; without a figure the note takes its place. */
static void
test_mood_and_missing (void)
{
  HwMetricTile *tile = g_object_ref_sink (HW_METRIC_TILE (hw_metric_tile_new ()));
  GtkWidget *note, *value;

  hw_metric_tile_set_value (tile, "61 %");
  hw_metric_tile_set_note (tile, "worse", HW_MOOD_BAD);
  note = find_label (GTK_WIDGET (tile), "worse");
  value = find_label (GTK_WIDGET (tile), "61 %");
  g_assert_nonnull (note);
  g_assert_true (gtk_widget_has_css_class (note, "error"));

  hw_metric_tile_set_note (tile, "better", HW_MOOD_GOOD);
  g_assert_false (gtk_widget_has_css_class (note, "error"));
  g_assert_true (gtk_widget_has_css_class (note, "success"));

  g_assert_true (gtk_widget_get_visible (value));
  hw_metric_tile_set_value (tile, "");
  g_assert_false (gtk_widget_get_visible (value));

  g_assert_finalize_object (tile);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/metric-tile/value-notifies-once", test_value_notifies_once);
  g_test_add_func ("/ui/metric-tile/says-it-all", test_says_it_all);
  g_test_add_func ("/ui/metric-tile/mood-and-missing", test_mood_and_missing);

  return g_test_run ();
}
