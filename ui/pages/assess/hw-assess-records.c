/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-records.h"

#include "jobs/assess/hw-health-uses.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwAssessRecords
{
  HwAssessPart         parent_instance;

  GtkLabel            *lead;
  AdwPreferencesGroup *uses_group;  /* what they are good enough for */
  AdwPreferencesGroup *open_group;  /* what is in the way, hurts or is not known */
  GtkLabel            *counts_label; /* of the checks */
  GtkButton           *good_button;
  AdwPreferencesGroup *good_group;  /* folded away */
};

G_DEFINE_FINAL_TYPE (HwAssessRecords, hw_assess_records, HW_TYPE_ASSESS_PART)

static const HwHealth *
get_health (HwAssessRecords *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  return desk != NULL ? hw_desk_get_health (desk) : NULL;
}

static const char *
find_icon (HwHealthGrade grade)
{
  static const char *const icons[HW_HEALTH_N] = {
    [HW_HEALTH_STOPS] = "dialog-error-symbolic",
    [HW_HEALTH_HURTS] = "dialog-warning-symbolic",
    [HW_HEALTH_UNKNOWN] = "dialog-question-symbolic",
    [HW_HEALTH_GOOD] = "emblem-ok-symbolic",
  };

  return icons[grade];
}

static const char *
find_style (HwHealthGrade grade)
{
  static const char *const styles[HW_HEALTH_N] = {
    [HW_HEALTH_STOPS] = "error", [HW_HEALTH_HURTS] = "warning", [HW_HEALTH_UNKNOWN] = "dim-label", [HW_HEALTH_GOOD] = "success",
  };

  return styles[grade];
}

static char *
say_finding (const HwHealthFinding *finding)
{
  const char *grade = hw_health_grade_name (finding->grade);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: 1 "In the way", 2 what was found in the records. */
  g_string_append_printf (text, *finding->found != '\0' ? _("%1$s: %2$s") : "%s", grade, finding->found);
  if (finding->grade == HW_HEALTH_GOOD)
    return g_string_free (g_steal_pointer (&text), FALSE);

  if (*finding->blocks != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is something that cannot be worked out, or only roughly. */
      g_string_append_printf (text, _("What suffers: %s"), finding->blocks);
    }
  if (*finding->mend != '\0')
    g_string_append_printf (text, "\n%s", finding->mend);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_way (const HwHealthFinding *finding)
{
  GtkWidget *button = gtk_button_new_with_label (finding->way);
  /* Translators: the name of a button; 1 what it does, 2 what it is about. */
  g_autofree char *name = g_strdup_printf (_("%1$s (%2$s)"), finding->way, finding->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  hw_set_action (button, finding->action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_row (const HwHealthFinding *finding)
{
  g_autofree char *text = say_finding (finding);
  GtkWidget *row = hw_assess_row (finding->name, text);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   find_icon (finding->grade), NULL);

  gtk_widget_add_css_class (image, find_style (finding->grade));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  if (finding->grade != HW_HEALTH_GOOD && *finding->way != '\0' && *finding->action != '\0')
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_way (finding));
  return row;
}

/* "22 checks of your records · In the way: 2 · Good: 20" */
static char *
say_lead (const HwHealth *health)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: %u is how many checks of the records were made. */
  g_string_append_printf (text, ngettext ("%u check of your records", "%u checks of your records", health->findings->len),
                          health->findings->len);
  for (int grade = 0; grade < HW_HEALTH_N; grade++)
    if (health->n[grade] > 0)
      {
        g_string_append (text, " · ");
        /* Translators: 1 "In the way", 2 how many checks. */
        g_string_append_printf (text, _("%1$s: %2$u"), hw_health_grade_name ((HwHealthGrade) grade), health->n[grade]);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_use (const HwHealthUse *use)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   find_icon (use->grade), NULL);
  /* Translators: 1 "Only roughly", 2 the check that stands in the way: "How far back your sales go". */
  g_autofree char *text = use->grade != HW_HEALTH_GOOD ? g_strdup_printf (_("%1$s; what holds it back: %2$s"), hw_health_use_word (use->grade), use->by)
                                           : g_strdup (hw_health_use_word (use->grade));
  GtkWidget *row = hw_assess_row (use->name, text);

  gtk_widget_add_css_class (image, find_style (use->grade));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

static void
fill_uses (HwAssessRecords *self,
           const HwHealth  *health)
{
  g_autoptr (GArray) uses = hw_health_uses (health);
  guint n_good = 0;
  g_autofree char *lead = NULL;

  hw_assess_group_clear (self->uses_group);
  for (guint i = 0; i < uses->len; i++)
    {
      const HwHealthUse *use = &g_array_index (uses, HwHealthUse, i);

      hw_assess_group_add (self->uses_group, make_use (use));
      n_good += use->grade == HW_HEALTH_GOOD;
    }

  /* Translators: 1 how many things the records are good enough for, 2 how many there are. */
  lead = g_strdup_printf (_("Good enough for %1$u of %2$u things"), n_good, uses->len);
  gtk_label_set_text (self->lead, lead);
}

static void
show_good (HwAssessRecords *self)
{
  const HwHealth *health = get_health (self);
  const guint n = health != NULL ? health->n[HW_HEALTH_GOOD] : 0;
  const gboolean shown = gtk_widget_get_visible (GTK_WIDGET (self->good_group));
  g_autofree char *text = g_strdup_printf (shown ? ngettext ("Hide %u check that is fine", "Hide %u checks that are fine", n)
                                                 : ngettext ("Show %u check that is fine", "Show %u checks that are fine", n), n);

  gtk_button_set_label (self->good_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->good_button), n > 0);
}

static void
good_cb (HwAssessRecords *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->good_group), !gtk_widget_get_visible (GTK_WIDGET (self->good_group)));
  show_good (self);
}

static void
hw_assess_records_fill (HwPage *page)
{
  HwAssessRecords *self = HW_ASSESS_RECORDS (page);
  const HwHealth *health = get_health (self);
  g_autofree char *counts = NULL;

  if (health == NULL)
    return;

  counts = say_lead (health);
  fill_uses (self, health);
  hw_assess_set_text (self->counts_label, counts);
  hw_assess_group_clear (self->open_group);
  hw_assess_group_clear (self->good_group);
  for (guint i = 0; i < health->findings->len; i++)
    {
      const HwHealthFinding *finding = g_ptr_array_index (health->findings, i);

      hw_assess_group_add (finding->grade == HW_HEALTH_GOOD ? self->good_group : self->open_group, make_row (finding));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), health->n[HW_HEALTH_GOOD] < health->findings->len);
  show_good (self);
}

static void
hw_assess_records_class_init (HwAssessRecordsClass *klass)
{
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_HEALTH);
  page_class->fill = hw_assess_records_fill;
}

static void
hw_assess_records_init (HwAssessRecords *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *uses = adw_preferences_group_new ();
  GtkWidget *open = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_label ("");
  GtkWidget *good = adw_preferences_group_new ();

  self->lead = GTK_LABEL (hw_assess_label ("title-4"));
  self->uses_group = ADW_PREFERENCES_GROUP (uses);
  self->counts_label = GTK_LABEL (hw_assess_label ("dim-label"));
  self->open_group = ADW_PREFERENCES_GROUP (open);
  self->good_button = GTK_BUTTON (button);
  self->good_group = ADW_PREFERENCES_GROUP (good);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (good, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (good_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (self->open_group, _("Worst first"));
  adw_preferences_group_set_title (self->good_group, _("What is fine"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lead));
  gtk_box_append (GTK_BOX (box), uses);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->counts_label));
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), good);
  hw_assess_part_set_up (HW_ASSESS_PART (self), _("What your records are good for"),
                         _("Every answer rests on your files. This is what was found in them."), box);
}
