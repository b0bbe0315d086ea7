/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-mail-draft.h"

#include "core/hw-error.h"

#include <glib/gstdio.h>
#include <gmime/gmime.h>

#include <string.h>

#define BODY "Guten Tag,\n\nanbei die Mappe für März: 1.234,56 €.\nFrom here on:\n.\n\nGrüße\n"
#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

typedef struct
{
  char       *dir;
  char       *attachment;
  char       *path;
  char        bytes[5000];
  HwMailDraft draft;
} Desk;

static void
desk_set_up (Desk         *desk,
             gconstpointer data)
{
  desk->dir = g_dir_make_tmp ("hw-mail-XXXXXX", NULL);
  g_assert_nonnull (desk->dir);
  desk->attachment = g_build_filename (desk->dir, "book.xlsx", NULL);
  desk->path = g_build_filename (desk->dir, "draft.eml", NULL);
  for (guint i = 0; i < sizeof desk->bytes; i++)
    desk->bytes[i] = (char) (i * 37 + i / 256);
  g_assert_true (g_file_set_contents (desk->attachment, desk->bytes, sizeof desk->bytes, NULL));

  desk->draft = (HwMailDraft) {
    .to = "books@example.com",
    .subject = "Café Müller: März 2026, 1.234,56 €",
    .body = BODY,
    .attachment = desk->attachment,
    .attachment_name = "Café_Müller_面包_2026-03.xlsx",
    .date = hw_day_from_ymd (2026, 3, 28),
  };
}

static void
desk_tear_down (Desk         *desk,
                gconstpointer data)
{
  g_unlink (desk->attachment);
  g_unlink (desk->path);
  g_assert_cmpint (g_rmdir (desk->dir), ==, 0); /* nothing else is left in it */
  g_free (desk->dir);
  g_free (desk->attachment);
  g_free (desk->path);
}

static void
write_draft (Desk *desk)
{
  g_autoptr(GError) error = NULL;
  const gboolean ok = hw_mail_draft_write (&desk->draft, desk->path, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static GMimeMessage *
parse (const char *path)
{
  GMimeStream *stream = g_mime_stream_file_open (path, "r", NULL);
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

  g_object_unref (parser);
  g_object_unref (stream);
  g_assert_nonnull (message);
  return message;
}

static void
check_headers (GMimeMessage *message)
{
  InternetAddressList *to = g_mime_message_get_to (message);
  g_autoptr(GDateTime) noon = g_date_time_new_utc (2026, 3, 28, 12, 0, 0);

  g_assert_cmpstr (g_mime_object_get_header (GMIME_OBJECT (message), "X-Unsent"), ==, "1");
  g_assert_cmpint (internet_address_list_length (to), ==, 1);
  g_assert_cmpstr (internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (internet_address_list_get_address (to, 0))),
                   ==, "books@example.com");
  g_assert_cmpstr (g_mime_message_get_subject (message), ==, "Café Müller: März 2026, 1.234,56 €");
  g_assert_true (g_date_time_equal (g_mime_message_get_date (message), noon));
  g_assert_null (g_mime_object_get_header (GMIME_OBJECT (message), "Message-Id"));
}

static void
check_attachment (GMimeObject *part,
                  const Desk  *desk)
{
  GMimeDataWrapper *content = g_mime_part_get_content (GMIME_PART (part));
  GMimeStream *stream = g_mime_stream_mem_new ();
  GByteArray *bytes;
  g_autofree char *type = g_mime_content_type_get_mime_type (g_mime_object_get_content_type (part));

  g_assert_cmpstr (type, ==, XLSX);
  g_assert_true (g_mime_part_is_attachment (GMIME_PART (part)));
  g_assert_cmpstr (g_mime_part_get_filename (GMIME_PART (part)), ==, desk->draft.attachment_name);

  g_mime_data_wrapper_write_to_stream (content, stream);
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  g_assert_cmpmem (bytes->data, bytes->len, desk->bytes, sizeof desk->bytes);
  g_object_unref (stream);
}

static void
test_round_trip (Desk         *desk,
                 gconstpointer data)
{
  GMimeMessage *message;
  GMimeMultipart *parts;
  g_autofree char *text = NULL;
  g_autofree char *lines = NULL;
  g_auto(GStrv) pieces = NULL;

  write_draft (desk);
  message = parse (desk->path);
  check_headers (message);

  parts = GMIME_MULTIPART (g_mime_message_get_mime_part (message));
  g_assert_cmpint (g_mime_multipart_get_count (parts), ==, 2);
  g_assert_cmpstr (g_mime_object_get_content_type_parameter (g_mime_multipart_get_part (parts, 0), "charset"), ==, "utf-8");
  text = g_mime_text_part_get_text (GMIME_TEXT_PART (g_mime_multipart_get_part (parts, 0)));
  pieces = g_strsplit (text, "\r\n", -1);
  lines = g_strjoinv ("\n", pieces);
  g_assert_cmpstr (lines, ==, BODY);
  check_attachment (g_mime_multipart_get_part (parts, 1), desk);
  g_object_unref (message);
}

static void
test_same_bytes (Desk         *desk,
                 gconstpointer data)
{
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  gsize n_once = 0, n_twice = 0;

  write_draft (desk);
  g_assert_true (g_file_get_contents (desk->path, &once, &n_once, NULL));
  write_draft (desk);
  g_assert_true (g_file_get_contents (desk->path, &twice, &n_twice, NULL));
  g_assert_cmpmem (once, n_once, twice, n_twice);

  for (gsize i = 0; i < n_once; i++) /* may pass through any mail server */
    g_assert_cmpint ((guchar) once[i], <, 128);
}

static const char *const addresses[] = {
  "", "books", "@example.com", "books@", "books@example", "books@.com", "books@example..com", "a b@example.com",
  "books@exa mple.com", "books@example.com\nBcc: all@example.com", "books@example.com, more@example.com",
  "Books <books@example.com>", "b..k@example.com", ".books@example.com", "books@-example.com", "a@b@example.com",
  "books@example.com\r\n\r\nhello", "books\377@example.com",
};

static void
test_bad_addresses (Desk         *desk,
                    gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(GError) error = NULL;

      desk->draft.to = addresses[i];
      g_assert_false (hw_mail_draft_write (&desk->draft, desk->path, &error));
      g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_ADDRESS);
      g_assert_false (g_file_test (desk->path, G_FILE_TEST_EXISTS));
    }
}

static void
test_good_addresses (Desk         *desk,
                     gconstpointer data)
{
  static const char *const good[] = { "a@b.co", "first.last+tag@sub.example.co.uk", "o'neil@example.com", "books@bücher.example" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      desk->draft.to = good[i];
      write_draft (desk);
    }
}

/* A subject cannot bring headers of its own. */
static void
test_subject_with_lines (Desk         *desk,
                         gconstpointer data)
{
  GMimeMessage *message;

  desk->draft.subject = "March\r\nBcc: all@example.com";
  write_draft (desk);
  message = parse (desk->path);
  g_assert_cmpint (internet_address_list_length (g_mime_message_get_bcc (message)), ==, 0);
  g_object_unref (message);
}

static void
test_cannot_write (Desk         *desk,
                   gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (desk->dir, "none", "draft.eml", NULL);
  g_autofree char *missing = g_build_filename (desk->dir, "missing.xlsx", NULL);
  g_autoptr(GError) no_folder = NULL;
  g_autoptr(GError) no_file = NULL;

  g_assert_false (hw_mail_draft_write (&desk->draft, nowhere, &no_folder));
  g_assert_error (no_folder, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);

  desk->draft.attachment = missing;
  g_assert_false (hw_mail_draft_write (&desk->draft, desk->path, &no_file));
  g_assert_error (no_file, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
  g_assert_false (g_file_test (desk->path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/report/mail/" name, Desk, NULL, desk_set_up, func, desk_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("same-bytes", test_same_bytes);
  ADD ("bad-addresses", test_bad_addresses);
  ADD ("good-addresses", test_good_addresses);
  ADD ("subject-with-lines", test_subject_with_lines);
  ADD ("cannot-write", test_cannot_write);
  return g_test_run ();
}
