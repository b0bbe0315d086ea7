/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-window-private.h: what the files of the window share. */
#pragma once

#include "hw-business-view.h"
#include "hw-folder-watch.h"
#include "hw-window.h"
#include "pages/welcome/hw-welcome-page.h"
#include "widgets/hw-state-page.h"

G_BEGIN_DECLS

struct _HwWindow
{
  AdwApplicationWindow  parent_instance;

  GtkStack             *root_stack;
  HwWelcomePage        *welcome_page;
  GtkMenuButton        *welcome_menu_button;
  HwStatePage          *opening_page;
  HwBusinessView       *business_view;
  GtkWidget            *drop_hint;
  GtkLabel             *drop_label;
  GMenuModel           *menu;
  GMenu                *recent_menu;
  GMenu                *examples_menu;

  HwPreferences        *preferences;  /* borrowed */
  HwDay                 today;
  HwDesk               *desk;         /* (owned) (nullable) the open business */
  GCancellable         *opening;      /* (owned) (nullable) a business is being opened */
  char                 *opening_path; /* (owned) (nullable) */
  char                 *first_page;   /* (owned) (nullable) to show once it is open */
  gboolean              beside;       /* another window holds the owner's business: what is opened here is no habit */
  HwFolderWatch        *folder_watch; /* (owned) (nullable) unless the owner wants it there is none */
};

/* hw-window.c */
void     hw_window_open_business   (HwWindow *self, const char *path);
void     hw_window_make_business   (HwWindow *self, const char *path, const HwBusiness *business);
void     hw_window_open_sample     (HwWindow *self);
void     hw_window_open_example    (HwWindow *self, const char *id);
void     hw_window_close_business  (HwWindow *self);
void     hw_window_import          (HwWindow *self, const char *path, const char *beside); /* (nullable) both */

/* hw-window-example.c: made-up businesses, in this window or one beside it. */
void     hw_window_add_examples    (HwWindow *self);
char    *hw_window_dup_example_path (const char *id) G_GNUC_WARN_UNUSED_RESULT;
void     hw_window_show_example    (HwWindow *self, const char *id);

/* hw-window-actions.c */
void     hw_window_add_actions     (HwWindow *self);
void     hw_window_update_actions  (HwWindow *self);

/* hw-window-recent.c: the businesses opened lately, in the menu and on the welcome page. */
void     hw_window_update_recent   (HwWindow *self);

/* hw-window-drop.c: files dragged onto the window. */
void     hw_window_add_drop        (HwWindow *self);

/* hw-window-notify.c: what the desktop is told while the window is not looked at. */
void     hw_window_watch_desk      (HwWindow *self, HwDesk *desk);

/* hw-window-watch.c: new files among the downloads, where that is wanted. */
void     hw_window_update_watch    (HwWindow *self);

G_END_DECLS
