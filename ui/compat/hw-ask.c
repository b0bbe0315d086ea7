/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/hw-ask.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  HwAskFunc  done;
  GObject   *owner; /* (owned) */
} Ask;

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Ask              *ask)
{
  if (g_str_equal (response, "yes"))
    ask->done (ask->owner);

  g_object_unref (ask->owner);
  g_free (ask);
}

void
hw_ask (GtkWindow  *parent,
        const char *heading,
        const char *body,
        const char *yes,
        gboolean    takes_away,
        HwAskFunc   done,
        gpointer    owner)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Ask *ask = g_new0 (Ask, 1);

  ask->done = done;
  ask->owner = g_object_ref (owner);

  adw_message_dialog_add_response (dialog, "no", _("Cancel"));
  adw_message_dialog_add_response (dialog, "yes", yes);
  adw_message_dialog_set_response_appearance (dialog, "yes",
                                              takes_away ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "no");
  adw_message_dialog_set_default_response (dialog, takes_away ? "no" : "yes");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), ask);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  HwAskKeepFunc  done;
  GObject       *owner; /* (owned) */
} AskKeep;

static void
keep_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  AskKeep          *ask)
{
  if (!g_str_equal (response, "no"))
    ask->done (ask->owner, g_str_equal (response, "keep"));

  g_object_unref (ask->owner);
  g_free (ask);
}

void
hw_ask_keep (GtkWindow     *parent,
             const char    *heading,
             const char    *body,
             const char    *keep,
             const char    *drop,
             HwAskKeepFunc  done,
             gpointer       owner)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  AskKeep *ask = g_new0 (AskKeep, 1);

  ask->done = done;
  ask->owner = g_object_ref (owner);

  adw_message_dialog_add_response (dialog, "no", _("Cancel"));
  adw_message_dialog_add_response (dialog, "drop", drop);
  adw_message_dialog_add_response (dialog, "keep", keep);
  adw_message_dialog_set_response_appearance (dialog, "drop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "no");
  adw_message_dialog_set_default_response (dialog, "keep");
  g_signal_connect (dialog, "response", G_CALLBACK (keep_response_cb), ask);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
hw_tell (GtkWindow  *parent,
         const char *heading,
         const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_response (dialog, "close", _("Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  adw_message_dialog_set_default_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
