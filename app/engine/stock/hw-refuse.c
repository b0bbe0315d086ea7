/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-refuse.h"

#include "core/hw-error.h"

#include <math.h>

/**
 * hw_refuse:
 * @error: return location
 * @why: what cannot be
 *
 * Returns: FALSE
 */
gboolean
hw_refuse (GError    **error,
           const char *why)
{
  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, why);
  return FALSE;
}

/**
 * hw_check_above_0:
 * @value: a number from outside
 * @name: what it is
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: whether it is finite and above 0
 */
gboolean
hw_check_above_0 (double      value,
                  const char *name,
                  GError    **error)
{
  if (isfinite (value) && value > 0.0)
    return TRUE;

  g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "%s must be above 0", name);
  return FALSE;
}

/**
 * hw_check_from_0:
 * @value: a number from outside
 * @name: what it is
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: whether it is finite and at least 0
 */
gboolean
hw_check_from_0 (double      value,
                 const char *name,
                 GError    **error)
{
  if (isfinite (value) && value >= 0.0)
    return TRUE;

  g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "%s must not be below 0", name);
  return FALSE;
}

/**
 * hw_check_chance:
 * @value: a number from outside
 * @name: what it is
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: whether it is above 0 and below 1
 */
gboolean
hw_check_chance (double      value,
                 const char *name,
                 GError    **error)
{
  if (value > 0.0 && value < 1.0)
    return TRUE;

  g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "%s must lie between 0 and 1", name);
  return FALSE;
}
