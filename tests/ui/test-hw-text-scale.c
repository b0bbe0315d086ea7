/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-text-scale.h"

#include <adwaita.h>

#define PLAIN (96 * 1024)
#define HALF_AS_LARGE_AGAIN (144 * 1024)
#define SMALL (72 * 1024)

static void
set_dpi (int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

/* Its column follows the letters, both ways, and is never narrower than drawn. */
static void
test_follows (void)
{
  GtkWidget *page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  AdwClamp *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 860, "tightening-threshold", 400, NULL);

  gtk_box_append (GTK_BOX (page), GTK_WIDGET (clamp));

  set_dpi (HALF_AS_LARGE_AGAIN);
  hw_text_scale_clamps (page);
  g_assert_cmpint (adw_clamp_get_maximum_size (clamp), ==, 1290);
  g_assert_cmpint (adw_clamp_get_tightening_threshold (clamp), ==, 600);

  set_dpi (SMALL);
  g_assert_cmpint (adw_clamp_get_maximum_size (clamp), ==, 860);

  set_dpi (HALF_AS_LARGE_AGAIN);
  g_assert_cmpint (adw_clamp_get_maximum_size (clamp), ==, 1290);

  set_dpi (PLAIN);
  g_assert_cmpint (adw_clamp_get_maximum_size (clamp), ==, 860);
  g_assert_cmpint (adw_clamp_get_tightening_threshold (clamp), ==, 400);

  g_assert_finalize_object (page);
}

/* What went is not asked again. */
static void
test_gone (void)
{
  GtkWidget *page = g_object_ref_sink (adw_clamp_new ());

  hw_text_scale_clamps (page);
  g_assert_finalize_object (page);
  set_dpi (HALF_AS_LARGE_AGAIN);
  set_dpi (PLAIN);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/text-scale/follows", test_follows);
  g_test_add_func ("/ui/text-scale/gone", test_gone);

  return g_test_run ();
}
