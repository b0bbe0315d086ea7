/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-calm-range.h"

#include <adwaita.h>

static guint
count_wheels (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      n += GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
           gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE;
    }

  return n;
}

/* A slider listens to the wheel until it is told not to. */
static void
test_wheel (void)
{
  GtkWidget *range = g_object_ref_sink (gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0.0, 10.0, 1.0));

  g_assert_cmpuint (count_wheels (range), >, 0);
  hw_calm_range (range);
  g_assert_cmpuint (count_wheels (range), ==, 0);
  g_object_unref (range);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/calm-range/wheel", test_wheel);
  return g_test_run ();
}
