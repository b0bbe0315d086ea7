# SPDX-License-Identifier: GPL-3.0-or-later
"""The way that Tab goes on a page: it ends where it began, leaves nothing out and follows
the eye, from the side bar over the header down the page."""
import os
import pathlib

import screen

ROWS = ("table row",)       # of a table: one stop, wherever in it
GROUPS = ("page tab", "list item")  # one is the stop, arrows lead on
HOLDERS = ("scroll pane", "tree table", "list", "filler")  # what is in them has the focus
OF_WINDOW = ("Minimize", "Maximize", "Close")    # have keys of their own everywhere
WITHIN = 60                 # two things this near in height stand side by side


def check(t, page):
    s = t.screen
    way, back = s.tab_order()
    if left_out(s, way):     # it was still being filled while Tab went round
        way, back = s.tab_order()
    write(t, page, way)
    t.say(back, f"{page}: Tab comes round to where it began", "" if back else f"after {len(way)} stops it is not there")
    missed = left_out(s, way)
    t.say(not missed, f"{page}: Tab leaves nothing out", "; ".join(missed))
    wrong = against_the_eye(way)
    t.say(not wrong, f"{page}: Tab follows the eye", "; ".join(wrong))


def area(node):
    """Which part of the window: the side bar, the header or the page."""
    up = node
    while up is not None:
        if up.name == "Pages":
            return 0
        if up.name.startswith("Hw") and up.name.endswith("Page"):
            return 2
        up = node.around.get(up.parent)
    return 1


def is_heading(node):
    """The row of a table's headings: the sort menu stands for it on the keyboard."""
    table = node.around.get(node.parent)
    return node.role in ROWS and table is not None and table.role == "tree table"


def left_out(s, way):
    """What can have the focus, is on the screen and is no stop: but of rows and tabs one
    is enough, and what is part of a stop goes with it."""
    stops = {n.path for n in way}
    of_group = {n.parent for n in way if n.role in GROUPS}
    rows = any(n.role in ROWS for n in way)

    def is_covered(node):
        if node.parent in of_group or rows and node.role in ROWS or node.role in HOLDERS or node.name in OF_WINDOW:
            return True
        while node is not None and node.path not in stops:
            node = node.around.get(node.parent)
        return node is not None

    return [f"{n.role} '{n.name}'" for n in s.items()
            if n.has(screen.FOCUSABLE) and n.has(screen.SENSITIVE) and not is_covered(n) and n.shown]


def pane(node):
    """What it is scrolled with; None if it stays where it is."""
    while node is not None and node.role != "scroll pane":
        node = node.around.get(node.parent)
    return node


def against_the_eye(way):
    """Pairs of neighbours on the way of which the second stands wholly above the first: where
    they are scrolled together, or not at all."""
    wrong = []
    last = (0, None)
    for node in way:
        now = area(node)
        if now < last[0]:
            wrong.append(f"“{node.name}” comes after “{last[1].name}”")
        if now == 2 and last[0] == 2:
            x, y, width, height = node.extents()
            before = last[1].extents()
            above = y + height <= before[1] - WITHIN
            beside = x >= before[0] + before[2]  # the top of the next column
            if above and not beside and pane(node) is pane(last[1]):
                wrong.append(f"“{node.name}” stands above “{last[1].name}”")
        last = (now, node)
    return wrong


def write(t, page, way):
    """The list, to be read after the test."""
    logs = pathlib.Path(os.environ.get("G_TEST_BUILDDIR", ""), "..", "meson-logs")
    place = (logs if logs.is_dir() else t.folder) / "tab-order.txt"
    with open(place, "a" if t.orders else "w", encoding="utf-8") as out:
        t.orders = place
        out.write(f"{page}\n" + "".join(f"  {n.role:14} {n.name}\n" for n in way) + "\n")
