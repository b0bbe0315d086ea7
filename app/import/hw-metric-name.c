/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-metric-name.h"

#include "domain/hw-metric.h"
#include "import/hw-heading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROOM 128

static gboolean
is_named (const char *words,
          const char *name)
{
  char other[ROOM];

  hw_heading_words (name, other, sizeof other, NULL, 0);
  return g_str_equal (words, other);
}

const HwMetric *
hw_metric_name_find (const GPtrArray *own,
                     const char      *text)
{
  const HwMetric *metric;
  char words[ROOM];

  hw_heading_words (text, words, sizeof words, NULL, 0);
  for (guint i = 0; words[0] != '\0' && own != NULL && i < own->len; i++)
    if (is_named (words, ((const HwMetric *) g_ptr_array_index (own, i))->name))
      return g_ptr_array_index (own, i);

  for (gsize i = 0; words[0] != '\0' && (metric = hw_metric_at (i)) != NULL; i++)
    if (is_named (words, metric->id) || is_named (words, metric->name) || is_named (words, metric->technical)
        || is_named (words, _(metric->name)) || is_named (words, _(metric->technical)))
      return metric;

  return NULL;
}

const char *
hw_metric_name_survey (const char *text)
{
  static const struct
  {
    const char *part;
    const char *id;
  } parts[] = {
    { "enps", "enps" }, { "tell a friend to work", "enps" }, { "nps", "nps" }, { "recommend", "nps" }, { "how likely", "nps" },
    { "weiterempfehl", "nps" }, { "recomend", "nps" }, { "recommand", "nps" }, { "consiglier", "nps" }, { "aanbevel", "nps" },
    { "team", "engagement_index" }, { "mood", "engagement_index" }, { "engagement", "engagement_index" }, { "stimmung", "engagement_index" },
    { "csat", "csat" }, { "satisf", "csat" }, { "zufrieden", "csat" }, { "happy", "csat" }, { "tevreden", "csat" }, { "soddisf", "csat" },
  };
  char words[ROOM];

  hw_heading_words (text, words, sizeof words, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (words, parts[i].part) != NULL)
      return parts[i].id;

  return NULL;
}
