/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-training.h"

#include "domain/hw-initiative.h"
#include "jobs/content/hw-content-reader.h"

typedef struct
{
  GPtrArray *roles;
  GPtrArray *lessons;
} Book;

/* In the order of HwStation. */
static int
find_station (const char *word)
{
  static const char *const words[HW_STATION_N] = { "assess", "pilot", "evaluate", "scale", "keep" };

  for (int station = 0; station < HW_STATION_N; station++)
    if (g_str_equal (words[station], word))
      return station;

  return HW_STATION_ASSESS;
}

static HwRole *
read_role (const HwContentNode *node)
{
  HwRole *self = g_new0 (HwRole, 1);

  self->id = g_strdup (hw_content_get (node, "id"));
  self->name = hw_content_dup_text (node, "name");
  self->ideas = hw_content_get_words (node, "ideas");
  return self;
}

static HwTraining *
read_lesson (const HwContentNode *node)
{
  HwTraining *self = g_new0 (HwTraining, 1);

  self->id = g_strdup (hw_content_get (node, "id"));
  self->title = hw_content_dup_text (node, "title");
  self->know = hw_content_dup_text (node, "know");
  self->way = hw_content_dup_text (node, "way");
  self->check = hw_content_dup_text (node, "check");
  self->roles = hw_content_get_words (node, "roles");
  self->minutes = (int) hw_content_get_number (node, "minutes", 0.0);
  self->station = find_station (hw_content_get (node, "station"));
  return self;
}

static gpointer
load (gpointer data)
{
  Book *book = g_new0 (Book, 1);
  g_autoptr (HwContentNode) root = hw_content_read ("training.xml");

  book->roles = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_role_free);
  book->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_training_free);
  for (guint i = 0; root != NULL && i < root->children->len; i++)
    {
      const HwContentNode *node = g_ptr_array_index (root->children, i);

      if (g_str_equal (node->name, "role"))
        {
          g_ptr_array_add (book->roles, read_role (node));
        }
      else
        {
          HwTraining *lesson = read_lesson (node);

          lesson->sources = hw_content_get_words (root, "sources");
          g_ptr_array_add (book->lessons, lesson);
        }
    }

  return book;
}

static const Book *
get_book (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

GPtrArray *
hw_content_roles (void)
{
  return get_book ()->roles;
}

GPtrArray *
hw_content_training (void)
{
  return get_book ()->lessons;
}

const HwTraining *
hw_content_find_training (const char *id)
{
  GPtrArray *lessons = hw_content_training ();

  for (guint i = 0; i < lessons->len; i++)
    {
      const HwTraining *lesson = g_ptr_array_index (lessons, i);

      if (g_strcmp0 (lesson->id, id) == 0)
        return lesson;
    }

  return NULL;
}
