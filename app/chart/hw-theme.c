/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The series start from the palette of Okabe and Ito (2008), moved until every
 * colour stands out from its paper (3:1) and every pair stays apart for
 * red-blind and green-blind eyes; tests/chart computes both.
 */
#include "chart/hw-theme.h"

#define RGB(hex)                        \
  {                                     \
    (double) ((hex) >> 16) / 255.0,     \
    (double) ((hex) >> 8 & 255) / 255.0, \
    (double) ((hex) & 255) / 255.0      \
  }

#define FONT "Cantarell, Adwaita Sans, Segoe UI, Sans"

const HwTheme hw_theme_light = {
  .paper = RGB (0xffffff),
  .transparent = TRUE,
  .text = RGB (0x2e3436),
  .dim = RGB (0x5e5c64),
  .grid = RGB (0xe4e4e7),
  .history = RGB (0x3b4252),
  .forecast = RGB (0x1a6fc4),
  .target = RGB (0x00875f),
  .alarm = RGB (0xc8460a),
  .series = {
    RGB (0x1c5fb0), RGB (0xc3820a), RGB (0x18794b), RGB (0xa089b0),
    RGB (0x6f3f00), RGB (0x4386fc), RGB (0x5a233b), RGB (0x0c1341),
  },
  .text_size = 12.0,
  .font = FONT,
};

const HwTheme hw_theme_dark = {
  .paper = RGB (0x363636),
  .transparent = TRUE,
  .text = RGB (0xeeeeec),
  .dim = RGB (0xc0bfbc),
  .grid = RGB (0x4c4c4c),
  .history = RGB (0xe2e4e8),
  .forecast = RGB (0x62aef0),
  .target = RGB (0x3fc79a),
  .alarm = RGB (0xff9354),
  .series = {
    RGB (0x518fdf), RGB (0xffb727), RGB (0x47b87a), RGB (0xf0d0f4),
    RGB (0xfef08e), RGB (0x397ef8), RGB (0xe64f3b), RGB (0xfff5e1),
  },
  .text_size = 12.0,
  .font = FONT,
};

const HwTheme hw_theme_print = {
  .paper = RGB (0xffffff),
  .transparent = FALSE,
  .text = RGB (0x1a1a1a),
  .dim = RGB (0x4a4a4a),
  .grid = RGB (0xdcdcdc),
  .history = RGB (0x2e3440),
  .forecast = RGB (0x1a6fc4),
  .target = RGB (0x00875f),
  .alarm = RGB (0xc8460a),
  .series = {
    RGB (0x1c5fb0), RGB (0xc3820a), RGB (0x18794b), RGB (0xa089b0),
    RGB (0x6f3f00), RGB (0x4386fc), RGB (0x5a233b), RGB (0x0c1341),
  },
  .text_size = 10.0,
  .font = FONT,
};
