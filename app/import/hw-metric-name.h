/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric-name.h: figures of the library by the words people write for them.
 *
 * In: the text of a cell or heading, and the figures the owner made up. Out: the figure.
 * Thread: any.
 */
#pragma once

#include "domain/hw-metric.h"

G_BEGIN_DECLS

/* @own: (nullable) of HwMetric, by name. Others by id, name or technical name, also
 * translated; NULL if it is none. */
const HwMetric *hw_metric_name_find (const GPtrArray *own,
                                     const char      *text);
/* The survey a text speaks of: "csat", "nps", ...; NULL if it names none. */
const char *hw_metric_name_survey (const char *text);

G_END_DECLS
