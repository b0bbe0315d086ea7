/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz.h: what the fuzz targets share: bytes as a file that has no place on the disk,
 * and a workbook made of parts that the bytes hold.
 */
#pragma once

#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What the program itself would warn of is a finding too. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  return 0;
}

static inline int
fuzz_file (gconstpointer data,
           gsize         size)
{
  const int fd = memfd_create ("fuzz", 0);

  if (fd < 0 || write (fd, data, size) != (gssize) size || lseek (fd, 0, SEEK_SET) != 0)
    abort ();
  return fd;
}

static inline void
fuzz_path (int  fd,
           char path[40])
{
  g_snprintf (path, 40, "/proc/self/fd/%d", fd);
}
