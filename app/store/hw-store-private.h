/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-store-private.h: what the rest of store/ may ask of an open store. */
#pragma once

#include "store/hw-lock-file.h"
#include "store/hw-schema.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

struct _HwStore
{
  char         *path;       /* (owned) as given, absolute */
  char         *key;        /* (owned) links followed: the file's one name */
  HwStoreMode   mode;
  HwSchema     *schema;     /* (owned) */
  HwLockFile   *lock;       /* (owned) (nullable) of a writer */
  sqlite3      *db;         /* (owned) */
  GHashTable   *statements; /* (owned) SQL's address to an idle statement */
  const HwTick *watch;      /* (nullable) */
  int           depth;      /* parts of a transaction entered and not left */
  gboolean      whole;      /* the outermost of them is the transaction */
  gboolean      entered;    /* counted among the open files */
  gboolean      ready;
};

/* As hw_store_create() and hw_store_open(), with another history of steps;
 * @schema is taken over. */
HwStore      *hw_store_create_with    (const char        *path,
                                       const HwBusiness  *business,
                                       HwSchema          *schema,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
HwStore      *hw_store_open_with      (const char        *path,
                                       HwStoreMode        mode,
                                       HwSchema          *schema,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* An empty file that only its owner may read. It is made before SQLite opens it,
 * so that no byte is ever readable to others; its journals inherit the mode. */
gboolean      hw_store_make_file      (const char        *path,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* A whole copy without journals or free pages. It appears at @path complete or
 * not at all. */
gboolean      hw_store_copy_to        (HwStore           *self,
                                       const char        *path,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

sqlite3      *hw_store_get_db         (HwStore           *self);
HwSchema     *hw_store_get_schema     (HwStore           *self);
const HwTick *hw_store_get_watch      (HwStore           *self);

/* A transaction, or a part of the one that runs: all of it or nothing is kept. */
gboolean      hw_store_enter          (HwStore           *self,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps it if @ok, else takes it back; returns whether it was kept. */
gboolean      hw_store_leave          (HwStore           *self,
                                       gboolean           ok,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Prepared statements by their SQL's address; (nullable). */
sqlite3_stmt *hw_store_take_statement (HwStore           *self,
                                       const char        *sql);
void          hw_store_give_statement (HwStore           *self,
                                       const char        *sql,
                                       sqlite3_stmt      *stmt);

G_END_DECLS
