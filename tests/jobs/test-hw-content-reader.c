/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-reader.h"

static HwContentNode *
parse (const char *markup)
{
  g_autoptr (GError) error = NULL;
  HwContentNode *root = hw_content_parse (markup, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

static void
test_tree (void)
{
  g_autoptr (HwContentNode) root =
    parse ("<?xml version='1.0'?>\n<!-- told to nobody -->\n"
           "<list as-of='2026'>\n"
           "  <item id='one' weight='1.25'>\n    <name>Fish &amp; chips</name>\n    <help>Two\n      lines,   one text. </help>\n  </item>\n"
           "  <item id='two'/>\n"
           "</list>\n");
  const HwContentNode *one = g_ptr_array_index (root->children, 0);
  g_autofree char *name = hw_content_dup_text (one, "name");
  g_autofree char *help = hw_content_dup_text (one, "help");
  g_autofree char *none = hw_content_dup_text (one, "none");

  g_assert_cmpstr (root->name, ==, "list");
  g_assert_cmpstr (root->text, ==, "");
  g_assert_cmpstr (hw_content_get (root, "as-of"), ==, "2026");
  g_assert_cmpuint (root->children->len, ==, 2);
  g_assert_cmpstr (hw_content_get (one, "id"), ==, "one");
  g_assert_cmpuint (one->children->len, ==, 2);
  g_assert_cmpstr (name, ==, "Fish & chips");
  g_assert_cmpstr (help, ==, "Two lines, one text.");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (((const HwContentNode *) g_ptr_array_index (root->children, 1))->name, ==, "item");
}

static void
test_attributes (void)
{
  g_autoptr (HwContentNode) root = parse ("<a id='' weight='0.8' wrong='0.8x' words=' till  web&#10;shop ' one='till'/>");
  g_auto (GStrv) words = hw_content_get_words (root, "words");
  g_auto (GStrv) one = hw_content_get_words (root, "one");
  g_auto (GStrv) none = hw_content_get_words (root, "none");
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (hw_content_get (root, "id"), ==, "");
  g_assert_cmpstr (hw_content_get (root, "none"), ==, "");
  g_assert_cmpfloat (hw_content_get_number (root, "weight", 7.0), ==, 0.8);
  g_assert_cmpfloat (hw_content_get_number (root, "wrong", 7.0), ==, 7.0);
  g_assert_cmpfloat (hw_content_get_number (root, "id", 7.0), ==, 7.0);
  g_assert_cmpfloat (hw_content_get_number (root, "none", 7.0), ==, 7.0);
  g_assert_cmpstr (joined, ==, "till|web|shop");
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* Whatever was read before the fault is let go. */
static void
test_broken (void)
{
  static const char *const broken[] = { "", "   ", "<a>", "<a><b></a>", "<a><b/></a><", "<a b=c/>", "<a>&what;</a>" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HwContentNode) root = hw_content_parse (broken[i], -1, &error);

      g_assert_null (root);
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_MARKUP_ERROR);
    }
}

static void
test_resource (void)
{
  g_autoptr (HwContentNode) root = hw_content_read ("sectors.xml");

  g_assert_cmpstr (root->name, ==, "sectors");
  g_assert_cmpuint (root->children->len, >, 10);

  if (g_test_subprocess ())
    {
      g_autoptr (HwContentNode) none = hw_content_read ("no-such-file.xml");

      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no-such-file.xml*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/content-reader/tree", test_tree);
  g_test_add_func ("/jobs/content-reader/attributes", test_attributes);
  g_test_add_func ("/jobs/content-reader/broken", test_broken);
  g_test_add_func ("/jobs/content-reader/resource", test_resource);

  return g_test_run ();
}
