/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-sniff.h"

#include "core/hw-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#define BLOCK (512 * 1024)
#define HEAD  (256 * 1024) /* looked at closely */
#define LINE_SHOWN 60

#define PACKED  N_("%s is packed. Unpack it and choose the file that is in it.")
#define PICTURE N_("%s is a picture, not a table. Save the same list as .xlsx or CSV and try again.")
#define WEB     N_("%s is a web page, not a table. Save the same list as .xlsx or CSV and try again.")

/* Files that are something else, by their first bytes. %s is the file. */
static const struct
{
  const char *bytes;
  gsize       length;
  const char *what;   /* NULL: a workbook */
} magics[] = {
  { "PK\003\004", 4, NULL },
  { "PK\005\006", 4, N_("%s is an empty archive. Choose the file that should be in it.") },
  { "\320\317\021\340\241\261\032\341", 8, NULL },
  { "SQLite format 3", 16, N_("%s is a database, not a table. Save the table as .xlsx or CSV and try again.") },
  { "%PDF", 4, N_("%s is a PDF, not a table. Save the same list as .xlsx or CSV and try again.") },
  { "\037\213", 2, PACKED },
  { "BZh", 3, PACKED },
  { "\3757zXZ", 6, PACKED },
  { "7z\274\257\047\034", 6, PACKED },
  { "Rar!", 4, PACKED },
  { "\211PNG", 4, PICTURE },
  { "\377\330\377", 3, PICTURE },
  { "GIF8", 4, PICTURE },
  { "{\\rtf", 5, N_("%s is a letter, not a table. Save the table in it as .xlsx or CSV and try again.") },
  { "<?xml", 5, WEB },
  { "<!DOCTYPE", 9, WEB },
  { "<html", 5, WEB },
};

typedef struct
{
  GChecksum *sum;
  char      *head;       /* the first HEAD bytes */
  gsize      n_head;
  char       carry[4];   /* a letter cut by the end of a block */
  gsize      n_carry;
  gint64     size;
  gint64     high;       /* bytes of letters beyond ASCII that are UTF-8 */
  gint64     bad;        /* bytes that are not */
  gint64     nuls;
  GString   *strange;    /* lines with letters beyond ASCII, for a guess */
} Look;

static const char *
skip_ascii (const char *p,
            const char *end)
{
  guint64 word;

  for (; end - p >= 8; p += 8)
    {
      memcpy (&word, p, 8);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }

  while (p < end && (guchar) *p < 0x80)
    p++;
  return p;
}

/* Bytes a UTF-8 letter that starts with @lead has. */
static gsize
letter_size (char lead)
{
  const guchar c = (guchar) lead;

  return c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
}

static void
keep_strange (Look       *look,
              const char *from,
              const char *p,
              const char *end)
{
  const char *a = p, *b = p;

  if (look->strange->len > 16 * 1024)
    return;

  while (a > from && p - a < LINE_SHOWN && a[-1] != '\n' && a[-1] != '\r')
    a--;
  while (b < end && b - p < LINE_SHOWN && *b != '\n' && *b != '\r')
    b++;
  for (; a < b; a++)
    g_string_append_c (look->strange, *a != '\0' ? *a : '?');
  g_string_append_c (look->strange, '\n');
}

static void
look_at (Look       *look,
         const char *from,
         gsize       n)
{
  const char *const end = from + n;
  const char *p = from;

  look->n_carry = 0;
  while ((p = skip_ascii (p, end)) < end)
    {
      const gsize size = letter_size (*p);
      const gsize left = (gsize) (end - p);

      if (left < size && (guchar) *p >= 0xC2 && (guchar) *p <= 0xF4)
        {
          memcpy (look->carry, p, left);
          look->n_carry = left;
          return;
        }
      if (left >= size && g_utf8_get_char_validated (p, (gssize) size) < 0x110000)
        {
          look->high++;
          p += size;
          continue;
        }
      look->bad++;
      keep_strange (look, from, p, end);
      p++;
    }
}

static gint64
count_nuls (const char *p,
            gsize       n)
{
  const char *const end = p + n;
  gint64 count = 0;

  for (; (p = memchr (p, 0, (gsize) (end - p))) != NULL; p++)
    count++;

  return count;
}

static gboolean
look_over (Look          *look,
           GInputStream  *input,
           gint64         size,
           const HwTick  *tick,
           GError       **error)
{
  g_autofree char *block = g_malloc (BLOCK + sizeof look->carry);
  g_autoptr(GError) failed = NULL;
  gssize n;

  while ((n = g_input_stream_read (input, block + sizeof look->carry, BLOCK, NULL, &failed)) > 0)
    {
      char *const fresh = block + sizeof look->carry;
      char *const from = fresh - look->n_carry;

      memcpy (from, look->carry, look->n_carry);
      g_checksum_update (look->sum, (const guchar *) fresh, n);
      if (look->n_head < HEAD)
        {
          const gsize more = MIN ((gsize) n, HEAD - look->n_head);

          memcpy (look->head + look->n_head, fresh, more);
          look->n_head += more;
        }
      look->nuls += count_nuls (fresh, (gsize) n);
      look->size += n;
      look_at (look, from, (gsize) (fresh + n - from));
      if (!hw_tick (tick, size > 0 ? CLAMP ((double) look->size / (double) size, 0, 1) : 0))
        {
          g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CANCELLED, "stopped while looking at the file");
          return FALSE;
        }
    }

  look->bad += (gint64) look->n_carry;
  if (failed != NULL)
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "cannot be read: %s", failed->message);
  return failed == NULL;
}

/* The entry of the list above, or its length. */
static gsize
find_magic (const Look *look)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (magics) && !(look->n_head >= magics[i].length && memcmp (look->head, magics[i].bytes, magics[i].length) == 0))
    i++;
  return i;
}

static gboolean
refuse_other (const Look  *look,
              const char  *path,
              GError     **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  const gsize magic = find_magic (look);
  gint64 controls = 0;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the texts stand in the table above */
  if (magic < G_N_ELEMENTS (magics))
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_FORMAT, _(magics[magic].what), name);
      return FALSE;
    }
#pragma GCC diagnostic pop

  for (gsize i = 0; i < look->n_head; i++)
    controls += (guchar) look->head[i] < 9 || (look->head[i] > '\r' && look->head[i] < ' ');

  if (controls * 50 > (gint64) look->n_head || look->nuls > MAX (3, look->size / 1000))
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_FORMAT,
                   _("%s is not a table. Save it as .xlsx or CSV in the program it comes from and try again."), name);
      return FALSE;
    }

  return TRUE;
}

/* Two bytes a letter, told by its mark or by where the zero bytes stand. */
static const char *
find_wide (const Look *look)
{
  const guchar *h = (const guchar *) look->head;
  gsize zero[2] = { 0, 0 };

  if (look->n_head >= 4 && memcmp (h, "\377\376\0\0", 4) == 0)
    return "UTF-32";
  if (look->n_head >= 2 && h[0] == 0xFF && h[1] == 0xFE)
    return "UTF-16LE";
  if (look->n_head >= 2 && h[0] == 0xFE && h[1] == 0xFF)
    return "UTF-16BE";

  for (gsize i = 0; i < look->n_head; i++)
    zero[i % 2] += h[i] == 0;

  if ((zero[0] + zero[1]) * 10 < look->n_head)
    return NULL;
  if (zero[0] > 9 * zero[1])
    return "UTF-16BE";
  if (zero[1] > 9 * zero[0])
    return "UTF-16LE";

  return NULL;
}

/* Whether a byte reads as Western European text where it stands: letters with
 * marks stand alone or in pairs among plain ones, signs stand where signs do. */
static gboolean
is_western (const guchar *p,
            const guchar *from,
            const guchar *end)
{
  static const guchar signs[] = { 0x80, 0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0xA0, 0xA3,
                                  0xA5, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB1, 0xB2, 0xB4, 0xB5, 0xB7, 0xBA, 0xBB, 0xBD };
  const gboolean rare = *p == 0xD0 || *p == 0xDD || *p == 0xDE || *p == 0xF0 || *p == 0xFD || *p == 0xFE
                        || *p == 0xD7 || *p == 0xF7;
  int run = 1;

  if (*p >= 0xC0)
    {
      for (const guchar *q = p; q > from && q[-1] >= 0x80; q--)
        run++;
      for (const guchar *q = p + 1; q < end && *q >= 0x80; q++)
        run++;
      return run <= 3 && !rare;
    }

  return memchr (signs, *p, sizeof signs) != NULL && !(p > from && p[-1] >= 0xC0)
         && !(*p >= 0x91 && *p <= 0x94 && p + 1 < end && (p[1] == '\\' || p[1] == '|'));
}

/* uchardet is asked only where the text does not read as Western European. */
static char *
find_rival (const GString *strange)
{
  const guchar *from = (const guchar *) strange->str, *end = from + strange->len;
  g_autofree char *name = NULL;
  gsize high = 0, western = 0;
  uchardet_t guess;
  GIConv test;

  for (const guchar *p = from; p < end; p++)
    if (*p >= 0x80)
      {
        high++;
        western += is_western (p, from, end);
      }

  if (western * 10 >= high * 9)
    return NULL;

  guess = uchardet_new ();
  if (uchardet_handle_data (guess, strange->str, strange->len) == 0)
    {
      uchardet_data_end (guess);
      name = g_strdup (uchardet_get_charset (guess));
    }
  uchardet_delete (guess);

  if (name == NULL || *name == '\0' || g_ascii_strcasecmp (name, "ASCII") == 0 || g_str_has_prefix (name, "UTF")
      || g_ascii_strcasecmp (name, "WINDOWS-1252") == 0 || g_ascii_strcasecmp (name, "ISO-8859-1") == 0)
    return NULL;

  test = g_iconv_open ("UTF-8", name);
  if (test == (GIConv) -1)
    return NULL;
  g_iconv_close (test);
  return g_steal_pointer (&name);
}

static gboolean
judge (HwSniff     *self,
       const Look  *look,
       const char  *path,
       GError     **error)
{
  const char *wide = find_wide (look);
  const gsize magic = find_magic (look);

  if (look->size == 0)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_EMPTY, "the file is empty");
      return FALSE;
    }
  if (magic < G_N_ELEMENTS (magics) && magics[magic].what == NULL)
    {
      self->form = HW_FORM_BOOK;
      return TRUE;
    }
  if (wide == NULL && !refuse_other (look, path, error))
    return FALSE;

  if (wide != NULL)
    self->encoding = g_strdup (wide);
  else if (look->bad <= look->high)
    {
      self->encoding = g_strdup ("UTF-8");
      self->repair = look->bad > 0 || look->nuls > 0;
    }
  else
    {
      const char *cut = strchr (look->strange->str, '\n');

      self->encoding = g_strdup ("WINDOWS-1252");
      self->rival = find_rival (look->strange);
      self->repair = TRUE;
      if (cut != NULL)
        self->line = g_strndup (look->strange->str, (gsize) (cut - look->strange->str));
    }

  return TRUE;
}

HwSniff *
hw_sniff_file (const char    *path,
               const HwTick  *tick,
               GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) input = NULL;
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(HwSniff) self = g_new0 (HwSniff, 1);
  g_autoptr(GError) failed = NULL;
  Look look = { 0 };
  gboolean ok;

  input = g_file_read (file, NULL, &failed);
  if (input == NULL)
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "cannot be read: %s", failed->message);
      return NULL;
    }

  info = g_file_input_stream_query_info (input, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  look.sum = g_checksum_new (G_CHECKSUM_SHA256);
  look.head = g_malloc (HEAD);
  look.strange = g_string_new (NULL);

  ok = look_over (&look, G_INPUT_STREAM (input), info != NULL ? g_file_info_get_size (info) : 0, tick, error)
       && judge (self, &look, path, error);

  self->size = look.size;
  self->sha256 = g_strdup (g_checksum_get_string (look.sum));
  g_checksum_free (look.sum);
  g_free (look.head);
  g_string_free (look.strange, TRUE);
  return ok ? g_steal_pointer (&self) : NULL;
}

void
hw_sniff_free (HwSniff *self)
{
  if (self == NULL)
    return;

  g_free (self->sha256);
  g_free (self->encoding);
  g_free (self->rival);
  g_free (self->line);
  g_free (self);
}
