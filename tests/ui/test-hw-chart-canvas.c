/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart looked at from nearer, by keys and by its menu; series put away; the chart
 * taken out of the window. */
#include "chart/hw-line-chart.h"
#include "widgets/hw-chart-menu.h"
#include "widgets/hw-chart-save.h"
#include "widgets/hw-chart-view.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_PAST 200
#define WIDTH 800
#define HEIGHT 400

typedef struct
{
  HwFormat      *format;
  GtkWidget     *window;
  HwChartView   *view;
  HwChartCanvas *canvas;
  HwChart       *chart;   /* the view's */
  guint          n_looks; /* that were said to have changed */
} Fixture;

static HwChart *
make_chart (const HwFormat *format)
{
  HwLinePoint past[N_PAST];
  HwLineData data = { 0 };

  for (int i = 0; i < N_PAST; i++)
    past[i] = (HwLinePoint) { hw_day_from_ymd (2026, 1, 5) + i, 10 + i % 7, i == 5 };

  data.title = "Rye loaf";
  data.value_name = "Units a day";
  data.mark_name = "sold out";
  data.by = HW_BY_DAY;
  data.past = past;
  data.n_past = N_PAST;
  data.has_target = TRUE;
  data.target = 14.0;
  return hw_line_chart_new (&data, format);
}

static void
count_cb (Fixture *f)
{
  f->n_looks++;
}

static void
settle (void)
{
  const gint64 end = g_get_monotonic_time () + 100000;

  while (g_get_monotonic_time () < end || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture      *f,
        gconstpointer unused)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  f->format = hw_format_new ("en", "GB", "GBP");
  f->window = gtk_window_new ();
  f->view = HW_CHART_VIEW (hw_chart_view_new ());
  f->canvas = hw_chart_view_get_canvas (f->view);
  f->chart = make_chart (f->format);
  f->n_looks = 0;
  gtk_window_set_default_size (GTK_WINDOW (f->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->view));
  hw_chart_view_take_chart (f->view, f->chart, NULL);
  g_signal_connect_swapped (f->canvas, "look-changed", G_CALLBACK (count_cb), f);
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
}

static void
tear_down (Fixture      *f,
           gconstpointer unused)
{
  g_signal_handlers_disconnect_by_data (f->canvas, f);
  gtk_window_destroy (GTK_WINDOW (f->window));
  hw_format_free (f->format);
}

static void
act (Fixture    *f,
     const char *action,
     int         step)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), action, "i", step));
}

static double
part (Fixture *f)
{
  return hw_chart_get_look (f->chart)->to - hw_chart_get_look (f->chart)->from;
}

static void
test_zoom (Fixture      *f,
           gconstpointer unused)
{
  double before = 1.0;

  g_assert_false (hw_chart_canvas_is_near (f->canvas));
  for (int k = 0; k < 4; k++)
    {
      act (f, "chart.zoom", 1);
      g_assert_cmpfloat (part (f), <, before);
      before = part (f);
    }
  g_assert_true (hw_chart_canvas_is_near (f->canvas));
  g_assert_cmpuint (f->n_looks, >=, 4);

  act (f, "chart.zoom", -1);
  g_assert_cmpfloat (part (f), >, before);

  act (f, "chart.zoom", 0);
  g_assert_cmpfloat (part (f), ==, 1.0);
  g_assert_false (hw_chart_canvas_is_near (f->canvas));

  /* Not further than the whole, not nearer than a few points. */
  act (f, "chart.zoom", -1);
  g_assert_cmpfloat (part (f), ==, 1.0);
  for (int k = 0; k < 40; k++)
    act (f, "chart.zoom", 1);
  g_assert_cmpfloat (part (f), >=, 3.9 / N_PAST);
}

static void
test_pan (Fixture      *f,
          gconstpointer unused)
{
  double from;

  /* The whole has nowhere to go. */
  act (f, "chart.pan", 1);
  g_assert_cmpfloat (hw_chart_get_look (f->chart)->from, ==, 0.0);

  act (f, "chart.zoom", 1);
  act (f, "chart.zoom", 1);
  from = hw_chart_get_look (f->chart)->from;
  act (f, "chart.pan", 1);
  g_assert_cmpfloat (hw_chart_get_look (f->chart)->from, >, from);
  for (int k = 0; k < 30; k++)
    act (f, "chart.pan", -1);
  g_assert_cmpfloat (hw_chart_get_look (f->chart)->from, ==, 0.0);
}

static void
assert_in_view (Fixture *f)
{
  const HwChartLook *look = hw_chart_get_look (f->chart);
  const int point = hw_chart_canvas_get_point (f->canvas);
  const double share = hw_chart_point_share (f->chart, WIDTH, HEIGHT, &hw_theme_light, (guint) point);

  g_assert_cmpfloat (share, >=, look->from - 1e-9);
  g_assert_cmpfloat (share, <=, look->to + 1e-9);
}

/* The point being read stays in view, whichever way one comes nearer or walks. */
static void
test_point_in_view (Fixture      *f,
                    gconstpointer unused)
{
  act (f, "chart.move", G_MAXINT);
  for (int k = 0; k < 6; k++)
    {
      act (f, "chart.zoom", 1);
      assert_in_view (f);
    }
  for (int k = 0; k < 15; k++)
    {
      act (f, "chart.move", -10);
      assert_in_view (f);
    }
  act (f, "chart.move", G_MININT);
  assert_in_view (f);
  g_assert_cmpint (hw_chart_canvas_get_point (f->canvas), ==, 0);
  act (f, "chart.move", G_MAXINT);
  assert_in_view (f);
}

/* By the menu, which knows what is shown, whoever hid it. */
static void
test_series (Fixture      *f,
             gconstpointer unused)
{
  const guint n = hw_chart_n_series (f->chart);
  g_autofree char *name = hw_chart_menu_series_action (0);
  g_autofree char *detailed = g_strconcat (HW_CHART_ACTIONS, ".", name, NULL);
  g_autofree char *before = hw_chart_to_tsv (f->chart);
  g_autofree char *after = NULL;

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_true (hw_chart_canvas_get_shown (f->canvas, i));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), detailed, NULL));
  g_assert_false (hw_chart_canvas_get_shown (f->canvas, 0));
  g_assert_cmpuint (hw_chart_get_look (f->chart)->hidden, ==, 1);

  hw_chart_canvas_set_shown (f->canvas, 0, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), detailed, NULL));
  g_assert_cmpuint (hw_chart_get_look (f->chart)->hidden, ==, 1);

  hw_chart_canvas_set_shown (f->canvas, n, FALSE);
  g_assert_cmpuint (hw_chart_get_look (f->chart)->hidden, ==, 1);

  after = hw_chart_to_tsv (f->chart);
  g_assert_cmpstr (after, ==, before);
}

static void
find_items (GMenuModel *menu,
            GHashTable *actions)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuLinkIter) links = g_menu_model_iterate_item_links (menu, i);
      g_autoptr (GMenuModel) below = NULL;
      g_autofree char *action = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_hash_table_add (actions, g_steal_pointer (&action));
      while (g_menu_link_iter_get_next (links, NULL, &below))
        {
          find_items (below, actions);
          g_clear_object (&below);
        }
    }
}

/* Every entry of the menu does something. */
static void
test_menu (Fixture      *f,
           gconstpointer unused)
{
  static const char *const expect[] = {
    "view.series-0", "view.series-1", "view.series-2", "view.whole", "view.table", "view.copy-picture",
    "view.copy-figures", "view.save-png", "view.save-svg", "view.save-pdf",
  };
  g_autoptr (GMenuModel) menu = hw_chart_menu_new (f->chart);
  g_autoptr (GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  find_items (menu, actions);
  g_assert_cmpuint (g_hash_table_size (actions), ==, G_N_ELEMENTS (expect));
  for (gsize i = 0; i < G_N_ELEMENTS (expect); i++)
    g_assert_true (g_hash_table_contains (actions, expect[i]));

  act (f, "chart.zoom", 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "view.whole", NULL));
  g_assert_cmpfloat (part (f), ==, 1.0);

  g_assert_null (hw_chart_view_get_table (f->view));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "view.table", NULL));
  g_assert_nonnull (hw_chart_view_get_table (f->view));
}

static GtkEventController *
find_scroll (GtkWidget *widget)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (one))
        return one;
    }

  g_assert_not_reached ();
}

static gboolean
scroll (Fixture *f,
        double   dx,
        double   dy)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_scroll (GTK_WIDGET (f->canvas)), "scroll", dx, dy, &taken);
  return taken;
}

/* The wheel alone is the page's; to the side it pans, once there is where to. */
static void
test_wheel (Fixture      *f,
            gconstpointer unused)
{
  double from;

  g_assert_false (scroll (f, 0.0, 1.0));
  g_assert_false (scroll (f, 1.0, 0.0));
  act (f, "chart.zoom", 1);
  from = hw_chart_get_look (f->chart)->from;
  g_assert_false (scroll (f, 0.0, 1.0));
  g_assert_cmpfloat (hw_chart_get_look (f->chart)->from, ==, from);
  g_assert_true (scroll (f, 1.0, 0.0));
  g_assert_cmpfloat (hw_chart_get_look (f->chart)->from, >, from);
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copies (Fixture      *f,
             gconstpointer unused)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->canvas));
  g_autofree char *expect = hw_chart_to_tsv (f->chart);
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "view.copy-figures", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, expect);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->canvas), "view.copy-picture", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
}

static void
test_saves (Fixture      *f,
            gconstpointer unused)
{
  static const struct { HwFileKind kind; const char *head; } kinds[] = {
    { HW_FILE_PNG, "\x89PNG" }, { HW_FILE_SVG, "<?xml" }, { HW_FILE_PDF, "%PDF-" },
  };
  g_autofree char *folder = g_dir_make_tmp ("hw-save-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "chart", NULL);
  g_autofree char *name = hw_chart_save_name (f->chart);

  g_assert_cmpstr (name, ==, "Rye loaf");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = NULL;

      g_assert_true (hw_chart_save_as (f->chart, kinds[i].kind, path, &error));
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_cmpmem (bytes, strlen (kinds[i].head), kinds[i].head, strlen (kinds[i].head));
      g_unlink (path);
      g_assert_false (hw_chart_save_as (f->chart, kinds[i].kind, nowhere, &error));
      g_assert_nonnull (error);
    }
  g_rmdir (folder);
}

static GdkTexture *
picture_of (Fixture *f)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (GTK_WIDGET (f->canvas));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const int width = gtk_widget_get_width (GTK_WIDGET (f->canvas)), height = gtk_widget_get_height (GTK_WIDGET (f->canvas));
  GskRenderNode *node;
  GdkTexture *texture;

  settle ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (f->canvas))), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_render_node_unref (node);
  g_object_unref (paintable);
  return texture;
}

static gboolean
same_picture (GdkTexture *a,
              GdkTexture *b)
{
  g_autoptr (GBytes) x = gdk_texture_save_to_png_bytes (a);
  g_autoptr (GBytes) y = gdk_texture_save_to_png_bytes (b);

  return g_bytes_equal (x, y);
}

/* The kept picture is drawn anew when it has to be: after each change there is
 * another, and back where one was it is the same. */
static void
test_picture_follows (Fixture      *f,
                      gconstpointer unused)
{
  g_autoptr (GdkTexture) whole = picture_of (f);
  g_autoptr (GdkTexture) near = NULL, read = NULL, hidden = NULL, again = NULL;

  act (f, "chart.zoom", 1);
  near = picture_of (f);
  g_assert_false (same_picture (whole, near));
  act (f, "chart.zoom", 0);

  act (f, "chart.move", 1);
  read = picture_of (f);
  g_assert_false (same_picture (whole, read));
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  hw_chart_canvas_set_shown (f->canvas, 0, FALSE);
  hidden = picture_of (f);
  g_assert_false (same_picture (read, hidden));
  hw_chart_canvas_set_shown (f->canvas, 0, TRUE);
  again = picture_of (f);
  g_assert_true (same_picture (read, again));
}

#define ADD(path, func) g_test_add ("/ui/chart-canvas/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("zoom", test_zoom);
  ADD ("pan", test_pan);
  ADD ("point-in-view", test_point_in_view);
  ADD ("series", test_series);
  ADD ("menu", test_menu);
  ADD ("wheel", test_wheel);
  ADD ("copies", test_copies);
  ADD ("saves", test_saves);
  ADD ("picture-follows", test_picture_follows);

  return g_test_run ();
}
