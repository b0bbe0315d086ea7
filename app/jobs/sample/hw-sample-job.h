/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-job.h: a bakery with a shop counter, made from a seed.
 *
 * Two years of daily sales of about forty products with weekday, season,
 * holidays, promotions, sold-out days, waste; suppliers with waiting times;
 * customers; counts and orders. The last day is the day before the session's
 * today. The same seed and day make the same business.
 */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

#define HW_SAMPLE_SEED 20260101

/* The sample's card: name, sector, currency, country. */
void hw_sample_business (HwBusiness *business, HwDay today);

/* The same sales as a till would export them, as CSV in @path: a file to try an
 * import with. */
gboolean hw_sample_write_till (const char *path, guint64 seed, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* guint64 * (seed; NULL: HW_SAMPLE_SEED) -> gint64 * (number of sales made).
 * Fills an empty business in one transaction. */
extern const HwJob hw_sample_job;

G_END_DECLS
