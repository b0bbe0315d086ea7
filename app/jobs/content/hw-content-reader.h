/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-content-reader.h: one content file of the resource as a tree of elements. Private
 * to the hw-content files.
 *
 * In:  the file's name in resources/content.
 * Out: its root: names, attributes, texts (of elements without children; in one line,
 *      not translated) and children. The resource is part of the program: if it
 *      cannot be read, the build is broken.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HwContentNode HwContentNode;

struct _HwContentNode
{
  char       *name;
  char      **attributes;   /* name, value, name, value, ..., NULL */
  char       *text;
  GPtrArray  *children;     /* (owned) of HwContentNode */
};

HwContentNode *hw_content_read      (const char *file) G_GNUC_WARN_UNUSED_RESULT; /* NULL: a broken build, said */
/* One thing of each of the root's children: an array that frees them with @free_one. */
typedef gpointer (*HwContentRead) (const HwContentNode *node);
GPtrArray     *hw_content_read_list (const char *file, HwContentRead read_one, GDestroyNotify free_one) G_GNUC_WARN_UNUSED_RESULT;
/* A tree of any text; MARKUP errors. */
HwContentNode *hw_content_parse     (const char *markup, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           hw_content_node_free (HwContentNode *self);

const char    *hw_content_get       (const HwContentNode *self, const char *attribute); /* "" if there is none */
double         hw_content_get_number (const HwContentNode *self, const char *attribute, double otherwise);
/* Words with spaces between. */
char         **hw_content_get_words (const HwContentNode *self, const char *attribute) G_GNUC_WARN_UNUSED_RESULT;
/* The translated text of the child of that name; "" if there is none. */
char          *hw_content_dup_text  (const HwContentNode *self, const char *child) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwContentNode, hw_content_node_free)

G_END_DECLS
