/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric-name.h: figures of the library by the words people write for them.
 *
 * In: the text of a cell or heading. Out: the figure's id; constant.
 * Thread: any.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By id, name or technical name, also translated; NULL if it is none. */
const char *hw_metric_name_find   (const char *text);
/* The survey a text speaks of: "csat", "nps", ...; NULL if it names none. */
const char *hw_metric_name_survey (const char *text);

G_END_DECLS
