/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-zip.h"

#include "core/hw-error.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#define FREE_BYTES  (G_GINT64_CONSTANT (96) * 1024 * 1024) /* before the ratio counts */
#define MOST_RATIO  150                                    /* a sheet is packed 5 to 40 times */
#define MOST_BYTES  (G_GINT64_CONSTANT (16) * 1024 * 1024 * 1024)

typedef struct
{
  zip_uint64_t index;
  gint64       packed;
  gint64       size;    /* as the archive says: for progress only */
} Entry;

struct _HwZip
{
  zip_t      *zip;      /* (owned) */
  GHashTable *entries;  /* (owned) plain name -> Entry */
  gint64      file_size;
  gint64      unpacked; /* so far, of all parts */
};

struct _HwZipPart
{
  HwZip      *zip;
  zip_file_t *file;     /* (owned) */
  gint64      size;
  gint64      done;
};

static void
say_damaged (GError     **error,
             const char  *what,
             const char  *name)
{
  g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "%s: %s", what, name);
}

/* Lower case, slashes, no leading ones; NULL if it leads out of the archive. */
static char *
plain_name (const char *name)
{
  char *plain = g_ascii_strdown (name, -1);
  const char *from;

  g_strdelimit (plain, "\\", '/');
  for (from = plain; *from == '/'; )
    from++;
  memmove (plain, from, strlen (from) + 1);

  for (const char *p = plain; p != NULL; p = strchr (p, '/'), p = p != NULL ? p + 1 : NULL)
    if (strncmp (p, "..", 2) == 0 && (p[2] == '/' || p[2] == '\0'))
      {
        g_free (plain);
        return NULL;
      }

  return plain;
}

static gboolean
read_names (HwZip   *self,
            GError **error)
{
  const zip_int64_t n = zip_get_num_entries (self->zip, 0);

  if (n < 0 || n > HW_ZIP_MAX_PARTS)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "more parts than a workbook has");
      return FALSE;
    }

  for (zip_uint64_t i = 0; i < (zip_uint64_t) n; i++)
    {
      char *name;
      zip_stat_t stat;
      Entry *entry;

      if (zip_stat_index (self->zip, i, ZIP_FL_ENC_GUESS, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
        continue;

      name = plain_name (stat.name);
      if (name == NULL || g_hash_table_contains (self->entries, name))
        {
          say_damaged (error, name == NULL ? "a part outside the archive" : "two parts of one name", stat.name);
          g_free (name);
          return FALSE;
        }

      entry = g_new0 (Entry, 1);
      entry->index = i;
      entry->packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? (gint64) MIN (stat.comp_size, (zip_uint64_t) G_MAXINT64) : 0;
      entry->size = (stat.valid & ZIP_STAT_SIZE) != 0 ? (gint64) MIN (stat.size, (zip_uint64_t) G_MAXINT64) : 0;
      g_hash_table_insert (self->entries, name, entry);
    }

  return TRUE;
}

HwZip *
hw_zip_open (int      fd,
             GError **error)
{
  g_autoptr(HwZip) self = g_new0 (HwZip, 1);
  struct stat about;
  int own, code = 0;

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  own = dup (fd);
  if (own < 0 || fstat (own, &about) != 0 || lseek (own, 0, SEEK_SET) != 0)
    {
      say_damaged (error, "cannot be read", "the file");
      return NULL;
    }

  self->file_size = about.st_size;
  self->zip = zip_fdopen (own, ZIP_RDONLY, &code);
  if (self->zip == NULL)
    {
      close (own);
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "no sound zip archive (%d)", code);
      return NULL;
    }

  return read_names (self, error) ? g_steal_pointer (&self) : NULL;
}

void
hw_zip_free (HwZip *self)
{
  if (self == NULL)
    return;

  if (self->zip != NULL)
    zip_discard (self->zip);
  g_hash_table_unref (self->entries);
  g_free (self);
}

static const Entry *
find (const HwZip *self,
      const char  *name)
{
  g_autofree char *plain = plain_name (name);

  return plain != NULL ? g_hash_table_lookup (self->entries, plain) : NULL;
}

gboolean
hw_zip_has (const HwZip *self,
            const char  *name)
{
  return find (self, name) != NULL;
}

gint64
hw_zip_get_packed (const HwZip *self,
                   const char  *name)
{
  const Entry *entry = find (self, name);

  return entry != NULL ? entry->packed : 0;
}

HwZipPart *
hw_zip_part_open (HwZip       *zip,
                  const char  *name,
                  GError     **error)
{
  const Entry *entry = find (zip, name);
  zip_file_t *file = entry != NULL ? zip_fopen_index (zip->zip, entry->index, 0) : NULL;
  HwZipPart *self;

  if (file == NULL)
    {
      if (entry != NULL && zip_error_code_zip (zip_get_error (zip->zip)) == ZIP_ER_NOPASSWD)
        g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_LOCKED, "encrypted: %s", name);
      else
        say_damaged (error, entry == NULL ? "a part is missing" : "a part cannot be opened", name);
      return NULL;
    }

  self = g_new0 (HwZipPart, 1);
  self->zip = zip;
  self->file = file;
  self->size = entry->size;
  return self;
}

void
hw_zip_part_free (HwZipPart *self)
{
  if (self == NULL)
    return;

  zip_fclose (self->file);
  g_free (self);
}

gssize
hw_zip_part_read (HwZipPart  *self,
                  char       *out,
                  gsize       room,
                  GError    **error)
{
  HwZip *zip = self->zip;
  const zip_int64_t n = zip_fread (self->file, out, room);

  if (n < 0)
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, "unpacking failed: %s", zip_file_strerror (self->file));
      return -1;
    }

  self->done += n;
  zip->unpacked += n;
  if (zip->unpacked > MOST_BYTES || (zip->unpacked > FREE_BYTES && zip->unpacked / MOST_RATIO > zip->file_size))
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG, "%" G_GINT64_FORMAT " bytes and more out of %" G_GINT64_FORMAT,
                   zip->unpacked, zip->file_size);
      return -1;
    }

  return (gssize) n;
}

double
hw_zip_part_get_share (const HwZipPart *self)
{
  return self->size > 0 ? MIN ((double) self->done / (double) self->size, 1.0) : 0.0;
}

char *
hw_zip_resolve (const char *from,
                const char *target,
                gsize       length)
{
  g_autofree char *text = g_strndup (target, length);
  g_autofree char *folder = g_path_get_dirname (from);
  g_autofree char *joined = NULL;

  g_strdelimit (text, "\\", '/');
  if (*text == '/')
    joined = g_strdup (text + 1);
  else
    joined = g_str_equal (folder, ".") ? g_strdup (text) : g_strconcat (folder, "/", text, NULL);

  return plain_name (joined);
}
