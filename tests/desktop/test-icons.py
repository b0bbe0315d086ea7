#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-icons.py ROOT: every icon can be drawn at every size a desktop asks for, and
shows something; a symbolic one is of one colour, so that themes can choose it."""
import pathlib
import re
import sys

import tap

ICONS = pathlib.Path(sys.argv[1]) / "resources/icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
try:
    import gi

    gi.require_version("GdkPixbuf", "2.0")
    from gi.repository import GdkPixbuf
except (ImportError, ValueError):
    GdkPixbuf = None


def all_icons():
    icons = sorted(ICONS.rglob("*.svg"))
    assert len(icons) >= 5, icons
    return icons


def draw(path, size):
    pixels = GdkPixbuf.Pixbuf.new_from_file_at_size(str(path), size, size)
    tap.same((pixels.get_width(), pixels.get_height()), (size, size), path.name)
    assert pixels.get_has_alpha(), f"{path.name} has no see-through part"
    data, stride = pixels.get_pixels(), pixels.get_rowstride()
    return [data[y * stride + x * 4 + 3] for y in range(size) for x in range(size)]


def test_drawn_at_every_size():
    if GdkPixbuf is None:
        raise tap.Skip("the Python bindings of GdkPixbuf are not installed")
    if "svg" not in [form.get_name() for form in GdkPixbuf.Pixbuf.get_formats()]:
        raise tap.Skip("GdkPixbuf reads no SVG here")
    for path in all_icons():
        for size in SIZES:
            alpha = draw(path, size)
            inked = sum(a > 64 for a in alpha) / len(alpha)
            assert 0.05 < inked < 0.95, f"{path.name} at {size}: {inked:.0%} is drawn"


def test_symbolic_icons_are_of_one_colour():
    for path in all_icons():
        if path.stem.endswith("-symbolic"):
            colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text()))
            tap.same(colours, {"#2e3436"}, path.name)


tap.run([test_drawn_at_every_size, test_symbolic_icons_are_of_one_colour])
