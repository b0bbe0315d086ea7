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

/* Black on white: nothing pale, every line at least 4.5:1. */
const HwTheme hw_theme_light_contrast = {
  .paper = RGB (0xffffff),
  .transparent = TRUE,
  .text = RGB (0x000000),
  .dim = RGB (0x000000),
  .grid = RGB (0x8c8c8c),
  .history = RGB (0x000000),
  .forecast = RGB (0x0033d6),
  .target = RGB (0x00614a),
  .alarm = RGB (0xa83a00),
  .series = {
    RGB (0x0300ff), RGB (0xae6000), RGB (0x008177), RGB (0x520300),
    RGB (0x007bbc), RGB (0x060072), RGB (0x4a63ff), RGB (0x080030),
  },
  .text_size = 12.0,
  .font = FONT,
  .strong = TRUE,
};

/* White on black. */
const HwTheme hw_theme_dark_contrast = {
  .paper = RGB (0x000000),
  .transparent = TRUE,
  .text = RGB (0xffffff),
  .dim = RGB (0xffffff),
  .grid = RGB (0x7a7a7a),
  .history = RGB (0xffffff),
  .forecast = RGB (0x6ab7ff),
  .target = RGB (0x3be0a4),
  .alarm = RGB (0xff8a3c),
  .series = {
    RGB (0xfbff03), RGB (0x7da4ff), RGB (0xf8f1ff), RGB (0x80804f),
    RGB (0x216bff), RGB (0xa1a100), RGB (0xfefbaf), RGB (0x707990),
  },
  .text_size = 12.0,
  .font = FONT,
  .strong = TRUE,
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
