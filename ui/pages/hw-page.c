/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/hw-page.h"

#include "core/hw-error.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

typedef struct
{
  HwDesk      *desk;        /* (owned) (nullable) */
  HwStatePage *state_page;  /* the template's */
  gboolean     filled;      /* shows what the desk has */
} HwPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HwPage, hw_page, ADW_TYPE_BIN)

static gboolean
concerns (guint bits,
          guint topic)
{
  return (bits & HW_TOPIC_BIT (topic)) != 0;
}

static void
show_error (HwPage       *self,
            const GError *error)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);
  g_autofree char *where = NULL;

  if (g_error_matches (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    {
      hw_state_page_show_empty (priv->state_page, "hw-table-symbolic",
                                _("No sales yet"),
                                _("Import a file of your sales, and this page fills itself."),
                                _("Import a file"), "win.import");
      return;
    }

  where = g_path_get_basename (hw_session_get_path (hw_desk_get_session (priv->desk)));
  hw_errand_show_error (priv->state_page, _("This did not work"), error, where);
}

/* The topic the page waits for, or HW_N_TOPICS if it has all it needs. */
static guint
find_waiting (HwPage *self,
              guint   needs)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);
  guint busy = HW_N_TOPICS;

  for (guint i = 0; i < HW_N_TOPICS; i++)
    {
      const HwWorkState state = hw_desk_get_state (priv->desk, i);

      if (!concerns (needs, i) || hw_desk_has_result (priv->desk, i))
        continue;
      if (state == HW_WORK_FAILED)
        return i;
      if (busy == HW_N_TOPICS)
        busy = i;
    }

  return busy;
}

/* Something the page shows is of records before: when from, and what is being done. */
static void
update_notice (HwPage *self,
               guint   shown)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);
  g_autofree char *as_of = NULL;
  g_autofree char *text = NULL;
  guint stale = HW_N_TOPICS;

  for (guint i = 0; i < HW_N_TOPICS; i++)
    if (concerns (shown, i) && hw_desk_is_stale (priv->desk, i) &&
        (stale == HW_N_TOPICS || hw_desk_get_state (priv->desk, i) == HW_WORK_BUSY))
      stale = i;

  if (stale == HW_N_TOPICS)
    {
      hw_state_page_hide_notice (priv->state_page);
      return;
    }

  as_of = hw_desk_dup_as_of (priv->desk, stale);
  if (hw_desk_get_state (priv->desk, stale) == HW_WORK_FAILED)
    {
      /* Translators: %s is a time of day. */
      text = g_strdup_printf (_("As of %s. Something was changed since."), as_of);
      hw_state_page_show_notice (priv->state_page, text, FALSE, 0);
      return;
    }

  /* Translators: %s is a time of day. */
  text = g_strdup_printf (_("As of %s. Working out the new figures…"), as_of);
  hw_state_page_show_notice (priv->state_page, text, TRUE, hw_desk_get_done (priv->desk, stale));
}

static void
update (HwPage *self)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);
  HwPageClass *klass = HW_PAGE_GET_CLASS (self);
  guint waiting;

  if (priv->desk == NULL || hw_desk_get_session (priv->desk) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < HW_N_TOPICS; i++)
    if (concerns (klass->needs | klass->likes, i))
      hw_desk_need (priv->desk, i);

  waiting = find_waiting (self, klass->needs);
  if (waiting == HW_N_TOPICS)
    {
      if (!priv->filled)
        klass->fill (self);
      priv->filled = TRUE;
      hw_state_page_show_ready (priv->state_page);
      update_notice (self, klass->needs | klass->likes);
    }
  else if (hw_desk_get_state (priv->desk, waiting) == HW_WORK_FAILED)
    {
      show_error (self, hw_desk_get_error (priv->desk, waiting));
    }
  else
    {
      hw_state_page_show_busy (priv->state_page, hw_desk_get_busy (priv->desk, waiting));
      hw_state_page_set_done (priv->state_page, hw_desk_get_done (priv->desk, waiting));
    }
}

static void
changed_cb (HwPage *self,
            guint   topic)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);
  HwPageClass *klass = HW_PAGE_GET_CLASS (self);

  if (!concerns (klass->needs | klass->likes, topic))
    return;

  /* Work that begins or goes on changes nothing of what is shown. */
  if (hw_desk_get_state (priv->desk, topic) == HW_WORK_READY ||
      hw_desk_get_state (priv->desk, topic) == HW_WORK_FAILED)
    priv->filled = FALSE;
  update (self);
}

static void
cancelled_cb (HwPage *self)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);

  for (guint i = 0; i < HW_N_TOPICS; i++)
    if (concerns (HW_PAGE_GET_CLASS (self)->needs, i) ||
        (concerns (HW_PAGE_GET_CLASS (self)->likes, i) && hw_desk_is_stale (priv->desk, i)))
      hw_desk_cancel (priv->desk, i);
}

static void
again_cb (HwPage *self)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);

  for (guint i = 0; i < HW_N_TOPICS; i++)
    if (concerns (HW_PAGE_GET_CLASS (self)->needs | HW_PAGE_GET_CLASS (self)->likes, i))
      hw_desk_retry (priv->desk, i);
}

static void
hw_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hw_page_parent_class)->map (widget);

  update (HW_PAGE (widget));
}

static void
hw_page_dispose (GObject *object)
{
  hw_page_set_desk (HW_PAGE (object), NULL);

  G_OBJECT_CLASS (hw_page_parent_class)->dispose (object);
}

static void
hw_page_class_init (HwPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = hw_page_map;
}

static void
hw_page_init (HwPage *self)
{
}

void
hw_page_set_state_page (HwPage      *self,
                        HwStatePage *state_page)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);

  g_return_if_fail (HW_IS_PAGE (self));

  priv->state_page = state_page;
  g_signal_connect_object (state_page, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state_page, "try-again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
}

void
hw_page_go_home (HwPage *self)
{
  g_return_if_fail (HW_IS_PAGE (self));

  if (HW_PAGE_GET_CLASS (self)->home != NULL)
    HW_PAGE_GET_CLASS (self)->home (self);
}

HwDesk *
hw_page_get_desk (HwPage *self)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);

  g_return_val_if_fail (HW_IS_PAGE (self), NULL);

  return priv->desk;
}

void
hw_page_set_desk (HwPage *self,
                  HwDesk *desk)
{
  HwPagePrivate *priv = hw_page_get_instance_private (self);

  g_return_if_fail (HW_IS_PAGE (self));

  if (priv->desk == desk)
    return;

  if (priv->desk != NULL)
    {
      g_signal_handlers_disconnect_by_func (priv->desk, changed_cb, self);
      g_clear_object (&priv->desk);
    }

  priv->filled = FALSE;
  if (desk != NULL)
    {
      priv->desk = g_object_ref (desk);
      hw_state_page_reset (priv->state_page);
      if (HW_PAGE_GET_CLASS (self)->forget != NULL)
        HW_PAGE_GET_CLASS (self)->forget (self);
      g_signal_connect_swapped (desk, "changed", G_CALLBACK (changed_cb), self);
      update (self);
    }
}
