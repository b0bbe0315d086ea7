/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-job.h: look at a file, keep it, take it back, see the history. */
#pragma once

#include "domain/hw-import-report.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  char         *path;          /* (owned) */
  char         *beside;        /* (owned) (nullable) a file that belongs to it: orders and their lines */
  HwImportKind  kind;          /* HW_IMPORT_AUTO: find out */
  GHashTable   *map;           /* (owned) (nullable) field id -> heading or number from 1;
                                * "not-used-3" -> "3": this column means nothing */
  GHashTable   *answers;       /* (owned) (nullable) question id -> value */
  gint64        at;            /* seconds since 1970, UTC, kept with the import */
} HwImportRequest;

HwImportRequest *hw_import_request_new  (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void             hw_import_request_free (HwImportRequest *self);
void             hw_import_request_map    (HwImportRequest *self, const char *field, const char *column);
void             hw_import_request_answer (HwImportRequest *self, const char *question, const char *value);

/* What the owner sees before anything is kept. */
typedef struct
{
  HwImportKind    kind;
  char           *origin;      /* (owned) (nullable) the program it comes from */
  char           *currency;    /* (owned) of the amounts */
  GPtrArray      *headings;    /* (owned) of char * */
  GArray         *fields;      /* (owned) of int: HwField of each column, -1 if not used */
  GPtrArray      *preview;     /* (owned) of GStrv, a row each */
  HwImportReport *report;      /* (owned) control totals, issues, open questions */
  gint64          again;       /* the import that brought this very file before; 0 if none */
} HwImportLook;

void hw_import_look_free (HwImportLook *self);

extern const HwJob hw_import_look_job; /* HwImportRequest -> HwImportLook; keeps nothing */

/* What a file seems to be, before anybody asked for it. */
typedef struct
{
  char         *path;   /* (owned) */
  HwImportKind  kind;
  gboolean      known;  /* it has the shape of an earlier import */
  gboolean      again;  /* it is one, byte for byte */
} HwImportGlance;

void hw_import_glance_free (HwImportGlance *self);

extern const HwJob hw_import_glance_job; /* char *path (g_free) -> HwImportGlance; a look-up */

/* HwImportRequest -> HwImportReport with import_id. One transaction: all or
 * nothing, also on Cancel. Fails with QUESTION while one is open and with AGAIN
 * if this very file is kept already. */
extern const HwJob hw_import_keep_job;

extern const HwJob hw_import_undo_job;   /* gint64 * (g_free) -> gint64 *: the id taken back */
extern const HwJob hw_import_list_job;   /* NULL -> GArray of HwImport, newest first */
extern const HwJob hw_import_issues_job; /* gint64 * -> GArray of HwIssue */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportRequest, hw_import_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportLook, hw_import_look_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportGlance, hw_import_glance_free)

G_END_DECLS
