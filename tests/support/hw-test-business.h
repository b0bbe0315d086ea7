/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-test-business.h: a folder of its own and a business in it, for tests of jobs. */
#pragma once

#include "jobs/hw-session.h"
#include "jobs/import/hw-import-job.h"

#include <glib/gstdio.h>

typedef struct
{
  char      *folder;  /* (owned) */
  char      *path;    /* (owned) of the business */
  HwSession *session; /* (owned) */
} HwTestBusiness;

static inline void
hw_test_business_open_in (HwTestBusiness *self,
                          HwDay           today,
                          const char     *currency)
{
  HwBusiness card = { (char *) "Corner", (char *) "bakery", (char *) "DE", "", 0 };
  g_autoptr (GError) error = NULL;

  g_strlcpy (card.currency, currency, sizeof card.currency);
  self->folder = g_dir_make_tmp ("headway-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "corner.headway", NULL);
  self->session = hw_session_create (self->path, &card, today, &error);
  g_assert_no_error (error);
}

static inline void
hw_test_business_open (HwTestBusiness *self,
                       HwDay           today)
{
  hw_test_business_open_in (self, today, "EUR");
}

static inline void
hw_test_business_clear (HwTestBusiness *self)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&self->session, hw_session_close);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwTestBusiness, hw_test_business_clear)

/* Writes @text into the folder; gives its path. */
static inline char *
hw_test_business_write (const HwTestBusiness *self,
                        const char           *name,
                        const char           *text)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Imports @text as a file called @name; the report, or NULL with @error. */
static inline HwImportReport *
hw_test_business_import (const HwTestBusiness  *self,
                         const char            *name,
                         const char            *text,
                         GError               **error)
{
  g_autofree char *path = hw_test_business_write (self, name, text);
  g_autoptr (HwImportRequest) request = hw_import_request_new (path);

  return hw_session_run (self->session, &hw_import_keep_job, request, NULL, error);
}
