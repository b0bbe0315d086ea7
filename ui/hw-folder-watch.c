/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-folder-watch.h"

#define SETTLE_SECONDS 2 /* browsers write a file in pieces, then give it its name */

struct _HwFolderWatch
{
  GObject       parent_instance;

  GFileMonitor *monitor;  /* (owned) (nullable) */
  GHashTable   *waiting;  /* (owned) path -> its timer's id */
};

G_DEFINE_FINAL_TYPE (HwFolderWatch, hw_folder_watch, G_TYPE_OBJECT)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  HwFolderWatch *watch; /* borrowed: the timer goes with it */
  char          *path;  /* (owned) */
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  g_free (self->path);
  g_free (self);
}

static gboolean
settled_cb (gpointer data)
{
  Waiting *waiting = data;
  g_autofree char *path = g_strdup (waiting->path);
  g_autoptr (HwFolderWatch) self = g_object_ref (waiting->watch);

  g_hash_table_remove (self->waiting, path);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_signal_emit (self, signals[SAVED], 0, path);
  return G_SOURCE_REMOVE;
}

static gboolean
may_be_table (const char *path)
{
  static const char *const ends[] = { ".csv", ".tsv", ".txt", ".xlsx", ".ods", ".xls", ".iif" };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (small, ends[i]))
      return TRUE;

  return FALSE;
}

/* Each new piece puts the moment off. */
static void
wait_for (HwFolderWatch *self,
          const char    *path)
{
  const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->waiting, path));
  Waiting *waiting = g_new0 (Waiting, 1);
  guint timer;

  if (before != 0)
    g_source_remove (before);

  waiting->watch = self;
  waiting->path = g_strdup (path);
  timer = g_timeout_add_seconds_full (G_PRIORITY_LOW, SETTLE_SECONDS, settled_cb, waiting, waiting_free);
  g_hash_table_insert (self->waiting, g_strdup (path), GUINT_TO_POINTER (timer));
}

static void
changed_cb (HwFolderWatch     *self,
            GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event)
{
  const gboolean renamed = event == G_FILE_MONITOR_EVENT_RENAMED && other != NULL;
  g_autofree char *path = g_file_get_path (renamed ? other : file);

  if (path == NULL || !may_be_table (path))
    return;
  if (renamed || event == G_FILE_MONITOR_EVENT_CREATED || event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT
      || event == G_FILE_MONITOR_EVENT_MOVED_IN)
    wait_for (self, path);
}

static void
hw_folder_watch_dispose (GObject *object)
{
  HwFolderWatch *self = HW_FOLDER_WATCH (object);
  GHashTableIter iter;
  gpointer timer;

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  if (self->waiting != NULL)
    {
      g_hash_table_iter_init (&iter, self->waiting);
      while (g_hash_table_iter_next (&iter, NULL, &timer))
        g_source_remove (GPOINTER_TO_UINT (timer));
    }
  g_clear_pointer (&self->waiting, g_hash_table_unref);

  G_OBJECT_CLASS (hw_folder_watch_parent_class)->dispose (object);
}

static void
hw_folder_watch_class_init (HwFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_folder_watch_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hw_folder_watch_init (HwFolderWatch *self)
{
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

HwFolderWatch *
hw_folder_watch_new (const char *folder)
{
  HwFolderWatch *self = g_object_new (HW_TYPE_FOLDER_WATCH, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
