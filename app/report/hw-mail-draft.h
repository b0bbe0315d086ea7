/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-mail-draft.h: a mail with one or two files in it, ready to be looked over and sent by
 * the owner's own mail program (X-Unsent: 1). Nothing is sent from here.
 */
#pragma once

#include "core/hw-day.h"

G_BEGIN_DECLS

typedef struct
{
  const char *to;              /* "books@example.com"; ADDRESS error if it is none */
  const char *subject;
  const char *body;            /* plain text */
  const char *attachment;      /* path of the file to put in */
  const char *attachment_name; /* as the accountant sees it */
  HwDay       date;
  const char *second;          /* (nullable) one more file to put in, and its name */
  const char *second_name;
} HwMailDraft;

/* ADDRESS error unless @to is an e-mail address. */
gboolean hw_mail_draft_check (const char  *to,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Same input, same bytes. */
gboolean hw_mail_draft_write (const HwMailDraft *draft,
                              const char        *path,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
