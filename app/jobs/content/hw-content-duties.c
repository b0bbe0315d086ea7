/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content-duties.h"

#include "jobs/content/hw-content-reader.h"

static HwDutyWeight
read_weight (const char *word)
{
  return g_str_equal (word, "must") ? HW_DUTY_MUST : g_str_equal (word, "should") ? HW_DUTY_SHOULD : HW_DUTY_COULD;
}

static HwRisk
read_risk (const char *word)
{
  for (int risk = HW_RISK_LOW; risk <= HW_RISK_HIGH; risk++)
    if (g_str_equal (word, hw_risk_id ((HwRisk) risk)))
      return (HwRisk) risk;

  return HW_RISK_UNKNOWN;
}

static char *
dup_country (const HwContentNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HwContentNode *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, "more"))
        return g_strdup (hw_content_get (child, "country"));
    }

  return g_strdup ("");
}

static gpointer
read_duty (const HwContentNode *node)
{
  HwDuty *self = g_new0 (HwDuty, 1);

  self->id = g_strdup (hw_content_get (node, "id"));
  self->title = hw_content_dup_text (node, "title");
  self->text = hw_content_dup_text (node, "text");
  self->more = hw_content_dup_text (node, "more");
  self->country = dup_country (node);
  self->why = hw_content_dup_text (node, "why");
  self->keep = hw_content_dup_text (node, "keep");
  self->weight = read_weight (hw_content_get (node, "weight"));
  self->from = read_risk (hw_content_get (node, "from"));
  self->when = hw_content_get_words (node, "when");
  self->cadence = g_strdup (hw_content_get (node, "cadence"));
  self->days = (int) hw_content_get_number (node, "days", 0.0);
  self->laws = g_strsplit (hw_content_get (node, "laws"), "; ", -1);
  return self;
}

static gpointer
load (gpointer data)
{
  return hw_content_read_list ("duties.xml", read_duty, (GDestroyNotify) hw_duty_free);
}

GPtrArray *
hw_content_duties (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

const HwDuty *
hw_content_find_duty (const char *id)
{
  GPtrArray *duties = hw_content_duties ();

  for (guint i = 0; i < duties->len; i++)
    {
      const HwDuty *duty = g_ptr_array_index (duties, i);

      if (g_strcmp0 (duty->id, id) == 0)
        return duty;
    }

  return NULL;
}
