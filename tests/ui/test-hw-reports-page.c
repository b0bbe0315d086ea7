/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Reports page: the mail in a mail program of the test's own, and what it offers
 * where there is none. The program is a script that takes the mail apart. */
#include "jobs/sample/hw-sample-job.h"
#include "pages/reports/hw-reports-page.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define TODAY hw_day_from_ymd (2026, 3, 1)
#define NAME "Bäckerei Größe & Söhne"
#define PART_BOOK "Bäckerei_Größe_Söhne_Report_2026-03.xlsx"
#define PART_PAGES "Bäckerei_Größe_Söhne_Report_2026-03.pdf"
#define DRAFT_TEXT "Bäckerei_Größe_Söhne_Report_2026-03.txt"
#define GERMAN 2 /* after the window's own and English */
#define ADDRESS "books@example.com"
#define MAIL_TYPE "message/rfc822"

typedef struct
{
  char          *folder;      /* (owned) of the business and of what the script was given */
  HwPreferences *preferences; /* (owned) */
  HwDesk        *desk;        /* (owned) */
  GtkWidget     *window;
  GtkWidget     *page;
} Shop;

static void
shop_set_up (Shop          *shop,
             gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (HwBusiness) business = { 0 };
  HwSession *session;

  shop->folder = g_dir_make_tmp ("hw-reports-XXXXXX", NULL);
  path = g_build_filename (shop->folder, "b.headway", NULL);
  hw_sample_business (&business, TODAY);
  g_free (business.name);
  business.name = g_strdup (NAME);
  session = hw_session_create (path, &business, TODAY, &error);
  g_assert_no_error (error);
  hw_sample_job.free_result (hw_session_run (session, &hw_sample_job, NULL, NULL, &error));
  g_assert_no_error (error);

  shop->desk = hw_desk_new (session);
  shop->preferences = hw_preferences_load ();
  shop->window = gtk_window_new ();
  shop->page = g_object_new (HW_TYPE_REPORTS_PAGE, NULL);
  hw_reports_page_set_preferences (HW_REPORTS_PAGE (shop->page), shop->preferences);
  gtk_window_set_child (GTK_WINDOW (shop->window), shop->page);
  gtk_window_present (GTK_WINDOW (shop->window));
  hw_page_set_desk (HW_PAGE (shop->page), shop->desk);
  while (hw_desk_get_state (shop->desk, HW_TOPIC_FORECAST) != HW_WORK_READY)
    {
      hw_desk_need (shop->desk, HW_TOPIC_FORECAST);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* With all that is in it; what a link points to stays. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
shop_tear_down (Shop          *shop,
                gconstpointer  data)
{
  g_autofree char *outbox = g_build_filename (g_get_user_data_dir (), "headway", "Outbox", NULL);

  hw_page_set_desk (HW_PAGE (shop->page), NULL);
  gtk_window_destroy (GTK_WINDOW (shop->window));
  hw_desk_close (shop->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (shop->desk);
  hw_preferences_free (shop->preferences);
  remove_folder (outbox);
  remove_folder (shop->folder);
  g_free (shop->folder);
}

static GtkWidget *
find (Shop       *shop,
      const char *id)
{
  GObject *found = gtk_widget_get_template_child (shop->page, HW_TYPE_REPORTS_PAGE, id);

  g_assert_nonnull (found);
  return GTK_WIDGET (found);
}

static const char *
said (Shop *shop)
{
  return gtk_label_get_text (GTK_LABEL (find (shop, "status_label")));
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
press (Shop       *shop,
       const char *label)
{
  GtkWidget *button = find_button (shop->page, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Presses it, and waits for what the page says then. */
static void
prepare_mail (Shop *shop)
{
  gtk_editable_set_text (GTK_EDITABLE (find (shop, "address_row")), ADDRESS);
  press (shop, "Prepare the mail");
  g_assert_cmpstr (said (shop), ==, "");
  while (*said (shop) == '\0')
    g_main_context_iteration (NULL, TRUE);
}

/* --- the mail as its program gets it --- */

static char *
read_part (const Shop *shop,
           const char *name,
           gsize      *size)
{
  g_autofree char *path = g_build_filename (shop->folder, name, NULL);
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, size, NULL));
  return bytes;
}

/* Byte by byte what lies beside the mail. */
static void
check_file (const Shop *shop,
            const char *name,
            const char *begins)
{
  g_autofree char *beside = g_build_filename (g_get_user_data_dir (), "headway", "Outbox", name, NULL);
  g_autofree char *kept = NULL;
  g_autofree char *got = NULL;
  gsize n_kept = 0, n_got = 0;

  got = read_part (shop, name, &n_got);
  g_assert_true (g_file_get_contents (beside, &kept, &n_kept, NULL));
  g_assert_cmpuint (n_got, >, 4000);
  g_assert_cmpmem (got, strlen (begins), begins, strlen (begins));
  g_assert_cmpmem (got, n_got, kept, n_kept);
}

static void
check_mail (const Shop *shop)
{
  g_autofree char *subject = read_part (shop, "subject", NULL);
  g_autofree char *text = read_part (shop, "text", NULL);

  g_assert_cmpstr (subject, ==, "Figures of " NAME);
  g_assert_nonnull (strstr (text, "here are the current figures of " NAME));
  g_assert_nonnull (strstr (text, PART_BOOK));
  g_assert_nonnull (strstr (text, PART_PAGES));
  check_file (shop, PART_BOOK, "PK");
  check_file (shop, PART_PAGES, "%PDF-");
}

static GAppInfo *
add_mail_program (const Shop *shop)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "ui", "mail_program.py", NULL);
  g_autofree char *line = g_strdup_printf ("python3 \"%s\" \"%s\" %%f", script, shop->folder);
  g_autoptr (GError) error = NULL;
  GAppInfo *mail = g_app_info_create_from_commandline (line, "Mail of the test", G_APP_INFO_CREATE_NONE, &error);

  g_assert_no_error (error);
  g_assert_true (g_app_info_set_as_default_for_type (mail, MAIL_TYPE, &error));
  g_assert_no_error (error);
  return mail;
}

static void
check_program (Shop *shop)
{
  g_autoptr (GAppInfo) mail = add_mail_program (shop);
  g_autofree char *opened = g_build_filename (shop->folder, "opened", NULL);
  g_autofree char *address = NULL;

  prepare_mail (shop);
  g_assert_cmpstr (said (shop), ==, "The mail is ready in your mail program. Nothing has been sent.");
  while (!g_file_test (opened, G_FILE_TEST_EXISTS))
    g_usleep (G_USEC_PER_SEC / 50);
  check_mail (shop);
  address = hw_preferences_dup_text (shop->preferences, "accountant");
  g_assert_cmpstr (address, ==, ADDRESS);
  g_assert_true (g_app_info_delete (mail));
}

/* --- without a program --- */

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
check_no_program (Shop *shop)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (shop->page);
  g_autofree char *text = NULL;

  /* Before there is a mail, both say what to do first. */
  press (shop, "Copy text");
  g_assert_true (g_str_has_prefix (said (shop), "Prepare the mail first"));
  press (shop, "Show files");
  g_assert_true (g_str_has_prefix (said (shop), "Prepare the mail first"));

  prepare_mail (shop);
  g_assert_true (g_str_has_prefix (said (shop), "No mail program is set up on this computer. The mail is kept here: "));
  g_assert_true (g_str_has_suffix (said (shop), "Nothing has been sent."));
  g_assert_nonnull (strstr (said (shop), "“Show files” and “Copy text”"));
  g_assert_true (gtk_widget_get_mapped (find_button (shop->page, "Show files")));

  press (shop, "Copy text");
  g_assert_true (g_str_has_prefix (said (shop), "The text of the mail is copied."));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, NAME));
  g_assert_nonnull (strstr (text, PART_PAGES));
}

/* The accountant reads another language than the window's: so do the mail and its files,
 * and the page remembers it. */
static void
check_language (Shop *shop)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (own);
  g_autofree char *path = g_strdup_printf ("%s/../../app:%s", folder, g_getenv ("PATH"));
  g_autofree char *draft = g_build_filename (g_get_user_data_dir (), "headway", "Outbox", DRAFT_TEXT, NULL);
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;

  g_setenv ("PATH", path, TRUE); /* where the program that writes it is found */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (shop, "language_row")), GERMAN);
  prepare_mail (shop);
  g_assert_true (g_str_has_suffix (said (shop), "Nothing has been sent."));
  g_assert_true (g_file_get_contents (draft, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, NAME));
  g_assert_null (strstr (text, "here are the current figures"));

  kept = hw_preferences_dup_text (shop->preferences, "report-language");
  g_assert_cmpstr (kept, ==, "de");
}

static void
test_mail (Shop          *shop,
           gconstpointer  data)
{
  check_no_program (shop);
  check_program (shop);
  check_language (shop);
}

/* The first of @folders that holds @mark, under the same name in @shared. */
static void
keep_folder (char       **folders,
             const char  *name,
             const char  *mark,
             const char  *shared)
{
  g_autofree char *link = g_build_filename (shared, name, NULL);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (folders[i], name, NULL);
      g_autofree char *file = g_build_filename (folder, mark, NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS) && symlink (folder, link) == 0)
        return;
    }
}

/* Programs and what opens with them are this test's own, whoever runs it; what the
 * computer knows of kinds of files stays, and the schemas without which GTK does not start. */
static void
move_out (const char *home)
{
  const char *dirs = g_getenv ("XDG_DATA_DIRS");
  g_auto (GStrv) folders = g_strsplit (dirs != NULL && *dirs != '\0' ? dirs : "/usr/local/share:/usr/share", ":", -1);
  g_autofree char *own = g_build_filename (home, "share", NULL);
  g_autofree char *shared = g_build_filename (home, "computer", NULL);

  g_assert_cmpint (g_mkdir (own, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (shared, 0700), ==, 0);
  keep_folder (folders, "mime", "mime.cache", shared);
  keep_folder (folders, "glib-2.0", "schemas/gschemas.compiled", shared);
  g_setenv ("XDG_DATA_HOME", own, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_DATA_DIRS", shared, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("hw-reports-home-XXXXXX", NULL);
  int failed;

  move_out (home);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/reports/mail", Shop, NULL, shop_set_up, test_mail, shop_tear_down);
  failed = g_test_run ();
  remove_folder (home);
  return failed;
}
