/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compound file is a small disk: sectors, a table (FAT) that says which sector
 * follows which, a directory of streams. A stream below 4,096 bytes lies in small
 * sectors inside the first stream of the directory. */
#include "import/hw-xls-container.h"

#include "core/hw-error.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FILE   (G_GINT64_CONSTANT (256) * 1024 * 1024)
#define ENTRY      128
#define MAX_ENTRIES 4096
#define HEAD_TABLE 109       /* sectors of the FAT listed in the head */
#define LAST_SECTOR 0xFFFFFFFA
#define SMALL_STREAM 4096

typedef struct
{
  int      fd;
  gint64   size;
  gsize    sector;     /* bytes */
  guint32  n_sectors;
  GArray  *fat;        /* (owned) of guint32 */
} Disk;

static guint32
word_at (const guchar *p)
{
  return (guint32) p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

static gboolean
damaged (GError     **error,
         const char  *why)
{
  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED, why);
  return FALSE;
}

static gboolean
read_sector (const Disk *disk,
             guint32     sector,
             guchar     *out)
{
  gssize n;

  if (sector >= disk->n_sectors)
    return FALSE;

  /* The last one may be cut short. */
  memset (out, 0, disk->sector);
  n = pread (disk->fd, out, disk->sector, ((gint64) sector + 1) * (gint64) disk->sector);
  return n > 0;
}

static gboolean
add_fat_sector (Disk    *disk,
                guint32  sector)
{
  guchar block[4096];

  if (!read_sector (disk, sector, block))
    return FALSE;

  for (gsize i = 0; i + 4 <= disk->sector; i += 4)
    {
      const guint32 next = word_at (block + i);

      g_array_append_val (disk->fat, next);
    }
  return TRUE;
}

/* The table's own sectors: 109 in the head, the rest in a chain of lists. */
static gboolean
read_fat (Disk         *disk,
          const guchar *head)
{
  const guint32 n = word_at (head + 44);
  guint32 list = word_at (head + 68), done = 0;
  guchar block[4096];

  if (n > disk->n_sectors || (gint64) n * (gint64) disk->sector > disk->size)
    return FALSE;

  for (guint32 i = 0; i < MIN (n, HEAD_TABLE); i++, done++)
    if (!add_fat_sector (disk, word_at (head + 76 + (gsize) i * 4)))
      return FALSE;

  for (guint32 turns = 0; done < n; turns++)
    {
      if (turns > n || !read_sector (disk, list, block))
        return FALSE;
      for (gsize i = 0; i + 8 <= disk->sector && done < n; i += 4, done++)
        if (!add_fat_sector (disk, word_at (block + i)))
          return FALSE;
      list = word_at (block + disk->sector - 4);
    }

  return TRUE;
}

/* How many sectors the chain from @first has; -1 if it runs in a circle or off the disk. */
static gint64
chain_length (const Disk *disk,
              guint32     first)
{
  gint64 n = 0;

  for (guint32 sector = first; sector < LAST_SECTOR; n++)
    {
      if (sector >= disk->fat->len || sector >= disk->n_sectors || n > disk->n_sectors)
        return -1;
      sector = g_array_index (disk->fat, guint32, sector);
    }

  return n;
}

static gboolean
name_is (const guchar *entry,
         const char   *name)
{
  const gsize n = strlen (name);

  if ((gsize) entry[64] + (gsize) entry[65] * 256 != (n + 1) * 2)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (g_ascii_tolower ((char) entry[i * 2]) != g_ascii_tolower (name[i]) || entry[i * 2 + 1] != 0)
      return FALSE;

  return TRUE;
}

/* The first records of the workbook; one of them says that the rest is encrypted. */
static gboolean
check_records (const Disk    *disk,
               const guchar  *entry,
               GError       **error)
{
  const guint32 first = word_at (entry + 116), size = word_at (entry + 120);
  const gint64 n = chain_length (disk, first);
  guchar block[4096];
  gsize at = 0;

  if (size < SMALL_STREAM)
    return TRUE;
  if (n < 0 || n * (gint64) disk->sector < (gint64) size || !read_sector (disk, first, block))
    return damaged (error, "the workbook's sectors are not there");
  if (block[0] != 9 || (block[1] != 8 && block[1] != 4 && block[1] != 2 && block[1] != 0))
    return damaged (error, "the workbook does not begin as one");

  while (at + 4 <= disk->sector)
    {
      const guint record = (guint) block[at] | (guint) block[at + 1] << 8;

      if (record == 0x2F)
        {
          g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_LOCKED, "encrypted records");
          return FALSE;
        }
      at += 4 + ((gsize) block[at + 2] | (gsize) block[at + 3] << 8);
    }

  return TRUE;
}

static gboolean
check_directory (const Disk    *disk,
                 guint32        first,
                 GError       **error)
{
  guchar block[4096], book[ENTRY] = { 0 };
  gboolean found = FALSE;
  guint32 sector = first;
  guint seen = 0;

  if (chain_length (disk, first) < 1)
    return damaged (error, "its directory runs in a circle");

  for (; sector < LAST_SECTOR && seen < MAX_ENTRIES; sector = g_array_index (disk->fat, guint32, sector))
    {
      if (!read_sector (disk, sector, block))
        return damaged (error, "its directory is not there");
      for (gsize at = 0; at + ENTRY <= disk->sector; at += ENTRY, seen++)
        {
          if (name_is (block + at, "EncryptedPackage"))
            {
              g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_LOCKED, "an encrypted package");
              return FALSE;
            }
          if (block[at + 66] == 2 && !found && (name_is (block + at, "Workbook") || name_is (block + at, "Book")))
            {
              memcpy (book, block + at, ENTRY);
              found = TRUE;
            }
        }
    }

  if (found)
    return check_records (disk, book, error);

  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_FORMAT, "a document, but no workbook");
  return FALSE;
}

gboolean
hw_xls_container_check (int      fd,
                        GError **error)
{
  g_autoptr(GArray) fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  Disk disk = { .fd = fd, .fat = fat };
  struct stat about;
  guchar head[512];
  guint shift;

  if (fstat (fd, &about) != 0 || pread (fd, head, sizeof head, 0) != sizeof head)
    return damaged (error, "too short");
  disk.size = about.st_size;
  if (disk.size > MAX_FILE)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_TOO_BIG, "an old workbook of this size");
      return FALSE;
    }

  shift = (guint) head[30] | (guint) head[31] << 8;
  if (shift != 9 && shift != 12)
    return damaged (error, "sectors of a strange size");
  disk.sector = (gsize) 1 << shift;
  disk.n_sectors = (guint32) (MAX (disk.size - 1, 0) / (gint64) disk.sector);
  if (!read_fat (&disk, head))
    return damaged (error, "its table of sectors is not there");

  return check_directory (&disk, word_at (head + 48), error);
}
