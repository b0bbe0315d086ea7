/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-family.h"

const double hw_levels[HW_LEVELS] = { 0.005, 0.025, 0.05, 0.1, 0.2,  0.3,   0.4,  0.5,
                                      0.6,   0.7,   0.8,  0.9, 0.95, 0.975, 0.995 };
