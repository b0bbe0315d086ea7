/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-folder-watch.h: says when a table was saved into a folder.
 *
 * In: the folder. Out: the signal "saved" with the file's path, once it is written to
 * the end. Nothing is read, and nothing is asked for again and again: the system tells.
 * Thread: the window's.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HW_TYPE_FOLDER_WATCH (hw_folder_watch_get_type ())

G_DECLARE_FINAL_TYPE (HwFolderWatch, hw_folder_watch, HW, FOLDER_WATCH, GObject)

HwFolderWatch *hw_folder_watch_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
