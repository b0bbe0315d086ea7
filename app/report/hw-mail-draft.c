/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-mail-draft.h"

#include "core/hw-error.h"
#include "report/hw-out-file.h"

#include <gmime/gmime.h>

#include <string.h>

#define BOUNDARY_SIZE 24      /* hex digits of the attachment's fingerprint */
#define SECONDS_TO_NOON (12 * 60 * 60)

typedef struct
{
  const char *ending;
  const char *type;
  const char *subtype;
} FileType;

static const FileType file_types[] = {
  { ".xlsx", "application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { ".pdf",  "application", "pdf" },
  { ".csv",  "text",        "csv" },
};

static void
start_gmime (void)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      g_mime_init ();
      g_once_init_leave (&started, 1);
    }
}

static gboolean
is_local_part (const char *text,
               gsize       length)
{
  if (length == 0 || length > 64 || text[0] == '.' || text[length - 1] == '.')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      const guchar c = (guchar) text[i];

      if (c <= ' ' || c == 0x7f || strchr ("()<>[]:;@\\,\"", c) != NULL || (c == '.' && text[i - 1] == '.'))
        return FALSE;
    }

  return TRUE;
}

/* Labels of letters, digits and hyphens, two of them at least. */
static gboolean
is_domain (const char *text)
{
  g_auto(GStrv) labels = g_strsplit (text, ".", -1);

  if (g_strv_length (labels) < 2 || strlen (text) > 253)
    return FALSE;

  for (guint i = 0; labels[i] != NULL; i++)
    {
      const gsize length = strlen (labels[i]);

      if (length == 0 || length > 63 || labels[i][0] == '-' || labels[i][length - 1] == '-')
        return FALSE;
      for (gsize k = 0; k < length; k++)
        if (!g_ascii_isalnum (labels[i][k]) && labels[i][k] != '-' && (guchar) labels[i][k] < 0x80)
          return FALSE;
    }

  return TRUE;
}

static gboolean
is_address (const char *text)
{
  const char *at;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  at = strrchr (text, '@');
  return at != NULL && is_local_part (text, (gsize) (at - text)) && is_domain (at + 1);
}

static void
set_content (GMimePart            *part,
             const char           *bytes,
             gsize                 size,
             GMimeContentEncoding  encoding)
{
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer (bytes, size);
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  g_mime_part_set_content (part, content);
  g_mime_part_set_content_encoding (part, encoding);
  g_object_unref (content);
  g_object_unref (stream);
}

static GMimePart *
text_part (const char *body)
{
  GMimePart *part = g_mime_part_new_with_type ("text", "plain");

  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "utf-8");
  set_content (part, body, strlen (body), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return part;
}

/* The name in UTF-8, in both places where mail programs look for it. */
static void
set_file_name (GMimePart  *part,
               const char *name)
{
  GMimeContentDisposition *place = g_mime_content_disposition_new ();
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  GMimeParamList *lists[2];
  static const char *const keys[] = { "filename", "name" };

  g_mime_content_disposition_set_disposition (place, GMIME_DISPOSITION_ATTACHMENT);
  g_mime_object_set_content_disposition (GMIME_OBJECT (part), place);
  lists[0] = g_mime_content_disposition_get_parameters (place);
  lists[1] = g_mime_content_type_get_parameters (type);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GMimeParam *param;

      g_mime_param_list_set_parameter (lists[i], keys[i], name);
      param = g_mime_param_list_get_parameter (lists[i], keys[i]);
      g_mime_param_set_charset (param, "utf-8");
      g_mime_param_set_encoding_method (param, GMIME_PARAM_ENCODING_METHOD_RFC2231);
    }

  g_object_unref (place);
}

static GMimePart *
file_part (const char *name,
           const char *bytes,
           gsize       size)
{
  GMimePart *part = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (file_types) && part == NULL; i++)
    if (g_str_has_suffix (name, file_types[i].ending))
      part = g_mime_part_new_with_type (file_types[i].type, file_types[i].subtype);
  if (part == NULL)
    part = g_mime_part_new_with_type ("application", "octet-stream");

  set_file_name (part, name);
  set_content (part, bytes, size, GMIME_CONTENT_ENCODING_BASE64);
  return part;
}

/* A boundary that follows from what is sent, so that the same draft has the same
 * bytes. "=_" never stands in base64 or quoted-printable text. */
static char *
make_boundary (const char *bytes,
               gsize       size)
{
  g_autofree char *print = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);

  print[BOUNDARY_SIZE] = '\0';
  return g_strconcat ("=_headway_", print, NULL);
}

static GMimeMessage *
make_message (const HwMailDraft *draft,
              GBytes            *first,
              GBytes            *second)
{
  gsize size;
  const char *bytes = g_bytes_get_data (first, &size);
  GMimeMessage *message = g_mime_message_new (FALSE);
  GMimeMultipart *parts = g_mime_multipart_new_with_subtype ("mixed");
  GMimePart *text = text_part (draft->body);
  GMimePart *file = file_part (draft->attachment_name, bytes, size);
  g_autofree char *boundary = make_boundary (bytes, size);
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc ((gint64) draft->date * 24 * 60 * 60 + SECONDS_TO_NOON);

  g_mime_object_set_header (GMIME_OBJECT (message), "X-Unsent", "1", NULL);
  g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_TO, NULL, draft->to);
  g_mime_message_set_subject (message, draft->subject, "utf-8");
  g_mime_message_set_date (message, at);

  g_mime_multipart_set_boundary (parts, boundary);
  g_mime_multipart_add (parts, GMIME_OBJECT (text));
  g_mime_multipart_add (parts, GMIME_OBJECT (file));
  if (second != NULL)
    {
      gsize second_size;
      const char *second_bytes = g_bytes_get_data (second, &second_size);
      GMimePart *more = file_part (draft->second_name, second_bytes, second_size);

      g_mime_multipart_add (parts, GMIME_OBJECT (more));
      g_object_unref (more);
    }
  g_mime_message_set_mime_part (message, GMIME_OBJECT (parts));

  g_object_unref (text);
  g_object_unref (file);
  g_object_unref (parts);
  return message;
}

static gboolean
write_bytes (const char *path,
             const void *bytes,
             gsize       size,
             GError    **error)
{
  g_auto(HwOutFile) out = { NULL, NULL };
  g_autoptr(GError) local = NULL;

  if (!hw_out_file_begin (&out, path, error))
    return FALSE;

  if (!g_file_set_contents_full (out.temp, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0666, &local))
    {
      g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, local->message);
      return FALSE;
    }

  return hw_out_file_commit (&out, error);
}

static GBytes *
read_file (const char  *path,
           GError     **error)
{
  g_autoptr (GError) local = NULL;
  char *bytes;
  gsize size;

  if (g_file_get_contents (path, &bytes, &size, &local))
    return g_bytes_new_take (bytes, size);

  g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, local->message);
  return NULL;
}

gboolean
hw_mail_draft_check (const char  *to,
                     GError     **error)
{
  if (!is_address (to))
    {
      g_set_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_ADDRESS, "'%s' is no e-mail address",
                   to != NULL ? to : "");
      return FALSE;
    }

  return TRUE;
}

gboolean
hw_mail_draft_write (const HwMailDraft *draft,
                     const char        *path,
                     GError           **error)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  GMimeMessage *message;
  GMimeStream *stream;
  GMimeFormatOptions *options;
  GByteArray *written;
  gboolean ok;

  g_return_val_if_fail (draft->subject != NULL && draft->body != NULL, FALSE);
  g_return_val_if_fail (draft->attachment != NULL && draft->attachment_name != NULL, FALSE);
  g_return_val_if_fail (draft->date != HW_DAY_NONE, FALSE);

  if (!hw_mail_draft_check (draft->to, error))
    return FALSE;

  first = read_file (draft->attachment, error);
  if (first == NULL || (draft->second != NULL && (second = read_file (draft->second, error)) == NULL))
    return FALSE;

  start_gmime ();
  message = make_message (draft, first, second);
  stream = g_mime_stream_mem_new ();
  options = g_mime_format_options_new ();
  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), options, stream);
  written = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  ok = write_bytes (path, written->data, written->len, error);

  g_mime_format_options_free (options);
  g_object_unref (stream);
  g_object_unref (message);
  return ok;
}
