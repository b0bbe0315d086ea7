/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-topics.h: the results that pages share, each with the job that works it out:
 * the desk's table. A new topic is a row of it.
 */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef enum
{
  HW_TOPIC_METRICS,
  HW_TOPIC_FORECAST,
  HW_TOPIC_STOCK,
  HW_TOPIC_IMPORTS,
  HW_TOPIC_TRENDS,     /* the Overview's figures over two years */
  HW_TOPIC_GOALS,
  HW_TOPIC_JOURNEY,
  HW_TOPIC_ORDERS,
  HW_TOPIC_EXCEPTIONS, /* what needs the owner today */
  HW_TOPIC_ACCURACY,   /* how close the forecast came */
  HW_TOPIC_EVENTS,     /* what the owner knows of days behind and ahead */
  HW_TOPIC_FIGURES,    /* the owner's own figures in place of the forecast's, as entered */
  HW_TOPIC_OWN,        /* the same beside what sold */
  HW_TOPIC_SUPPLIERS,  /* what they ask, and how they keep to it */
  HW_TOPIC_HEALTH,     /* what the records are good for */
  HW_TOPIC_READINESS,  /* the questions, and every time they were answered */
  HW_TOPIC_LIBRARY,    /* every metric with its value */
  HW_TOPIC_STAKES,     /* what is lost today, in money a year */
  HW_TOPIC_IDEAS,      /* what could be tried, ordered, and what hurts */
  HW_TOPIC_SAFETY,     /* how careful to be, and what must be in place */
  HW_N_TOPICS,
} HwTopic;

#define HW_TOPIC_BIT(topic) (1u << (topic))

/* What the owner wishes of results. */
typedef struct
{
  gboolean has_by;  /* FALSE: the period is chosen from the data */
  HwBy     by;
  double   service;
} HwTopicWishes;

typedef struct
{
  const HwJob *job;
  gpointer   (*make_request) (const HwTopicWishes *wishes); /* (nullable) NULL: none is needed */
} HwTopicKind;

const HwTopicKind *hw_topic_kind (HwTopic topic);

G_END_DECLS
