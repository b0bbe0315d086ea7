/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-section.h: one thing more about what the Forecast page shows, folded
 * away until it is asked for: nothing of it is worked out before.
 *
 * In:  the desk, and the subject: a product, a category or all.
 * Out: what its kind makes of them, with progress, Cancel and problems in place.
 * Thread: the window's.
 */
#pragma once

#include "widgets/hw-section.h"

G_BEGIN_DECLS

#define HW_TYPE_FORECAST_SECTION (hw_forecast_section_get_type ())

G_DECLARE_DERIVABLE_TYPE (HwForecastSection, hw_forecast_section, HW, FORECAST_SECTION, HwSection)

struct _HwForecastSectionClass
{
  HwSectionClass parent_class;

  guint          needs;                       /* HW_TOPIC_BITs */

  void         (*fill)   (HwForecastSection *self); /* open, and every topic of needs has a result */
  void         (*forget) (HwForecastSection *self); /* (nullable) another business */
};

/* In the section's init. @title: translated; takes @content. */
void         hw_forecast_section_set_up      (HwForecastSection *self, const char *title, GtkWidget *content);

/* Another subject, or new figures of the same one. @desk NULL: none. @category: of a
 * category's own series, else NULL. */
void         hw_forecast_section_show        (HwForecastSection *self, HwDesk *desk, gint64 product_id,
                                              const char *category);

HwDesk      *hw_forecast_section_get_desk     (HwForecastSection *self); /* (nullable) */
gint64       hw_forecast_section_get_product  (HwForecastSection *self);
const char  *hw_forecast_section_get_category (HwForecastSection *self); /* (nullable) */
/* The subject's own; NULL while there is no forecast of it. */
const HwForecastSeries *hw_forecast_section_get_series (HwForecastSection *self);
HwStatePage *hw_forecast_section_get_state    (HwForecastSection *self);
gboolean     hw_forecast_section_is_open      (HwForecastSection *self);

/* Paragraphs of a section: they wrap, and what is said first stands out. */
GtkWidget   *hw_forecast_section_label        (const char *style_class); /* (nullable) */
/* A few buttons with short texts side by side. */
GtkWidget   *hw_forecast_section_row          (GtkWidget *const *widgets, guint n);

G_END_DECLS
