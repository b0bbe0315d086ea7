/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-help-book.h: the manual as it was read from resources/help/manual.xml, in the
 * owner's language. Read once; lives as long as the program. UI thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_HELP_TEXT,    /* text */
  HW_HELP_HEADING, /* text */
  HW_HELP_STEP,    /* text; of a numbered list */
  HW_HELP_PICTURE, /* target: its file; text: what it shows */
  HW_HELP_WORD,    /* name; also: the technical name (may be NULL); text: what it means */
  HW_HELP_KEY,     /* target: "<Control>k"; text: what it does */
  HW_HELP_SEE,     /* target: the id of another topic */
} HwHelpKind;

typedef struct
{
  HwHelpKind kind;
  char      *text;
  char      *name;
  char      *also;
  char      *target;
} HwHelpPart;

typedef struct
{
  char   *id;
  char   *title;
  GArray *parts;  /* of HwHelpPart */
  char   *search; /* all its words, folded */
} HwHelpTopic;

const HwHelpTopic *hw_help_topics        (guint *n);

/* (nullable) */
const HwHelpTopic *hw_help_find_topic    (const char *id);

/* Whether every word of @words is in the topic; nothing typed is in all of them. */
gboolean           hw_help_topic_matches (const HwHelpTopic *topic, const char *words);

G_END_DECLS
