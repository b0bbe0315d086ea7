# SPDX-License-Identifier: GPL-3.0-or-later
"""Eyes and fingers for tests of the window: reads what a screen reader reads (AT-SPI) and
presses keys and buttons as a keyboard and a mouse do (XTest). Knows nothing of Headway.

The eyes ask for the whole window at once and then only for the place of what matters:
asking each widget for itself takes a hundred times as long."""
import ast
import collections
import functools
import re
import shutil
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

STEP_S = 0.05
LOOK_AGAIN_S = 0.15  # looking costs the program time, too
PATIENCE = 3  # a busy machine takes its time; only what never comes waits so long
ASK_AGAIN_S = 0.3
LEAVES = ("image", "label", "separator", "table row")  # a row says all its cells
ROOT = "/org/a11y/atspi/accessible/root"
FOCUSABLE, FOCUSED, SELECTED, SENSITIVE = (int(getattr(Atspi.StateType, name)) for name in
                                           ("FOCUSABLE", "FOCUSED", "SELECTED", "SENSITIVE"))
# As GLib writes one: itself, its program, what it is in, its place there, how many are in
# it, what can be asked of it, its name, role, description and states.
TEXT = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
ITEM = re.compile(rf"""\(\('[^']*', '([^']*)'\), \([^)]*\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), \[([^\]]*)\], """
                  rf"""({TEXT}), (\d+), (?:{TEXT}), \[(\d+), (\d+)\]\)""")
TEXT_MOST = 10000
SHADOW_MOST = 90
SCROLLED_FROM = 500  # what is smaller is a popover or a small dialog
BELOW = 160           # its foot, and where a message may lie over the page
COMPONENT = "org.a11y.atspi.Component"
IN_WINDOW = int(Atspi.CoordType.WINDOW)


class Missing(Exception):
    """What was waited for did not come."""


@functools.lru_cache(None)
def role_name(number):
    return Atspi.role_get_name(Atspi.Role(number))


def is_called(text, name):
    """@name in full, or a part of it after "~"."""
    return name[1:] in text if name.startswith("~") else text == name


class Node:
    """One thing as it was when we looked; where it is and what is written in it, as it is now."""

    def __init__(self, screen, item):
        self.screen = screen
        self.around = {}  # by path: everything there was when we looked
        self.path, self.parent, index, n_inside, self.faces, name, role, low, high = item
        self.index, self.n_inside = int(index), int(n_inside)
        self.name = ast.literal_eval(name) if "\\" in name else name[1:-1]
        self.role = role_name(int(role))
        self.states = int(low) | int(high) << 32

    @property
    def is_window(self):
        return self.parent == ROOT and self.path != ROOT

    def is_inside(self, name):
        node = self.around.get(self.parent)
        while node is not None and node.name != name:
            node = node.around.get(node.parent)
        return node is not None

    def has(self, state):
        return bool(self.states >> state & 1)

    def extents(self):
        """x, y, width, height in its window."""
        return self.screen.call(self.path, COMPONENT, "GetExtents", "(u)", IN_WINDOW)

    @functools.cached_property
    def shown(self):
        """GTK 4.8 says of every widget that it shows, also of one on a hidden page; but
        what is not on the screen does not contain its own middle."""
        if COMPONENT not in self.faces:
            return False  # the page of a stack: no widget of its own
        try:
            x, y, width, height = self.extents()
            return self.screen.call(self.path, COMPONENT, "Contains", "(iiu)", x + width // 2, y + height // 2, IN_WINDOW)
        except GLib.Error:
            return False  # gone

    def text(self):
        """What stands in an entry; nothing if it is none."""
        try:
            return self.screen.call(self.path, "org.a11y.atspi.Text", "GetText", "(ii)", 0, TEXT_MOST)
        except GLib.Error:
            return ""

    def described(self):
        return self.screen.call(self.path, "org.freedesktop.DBus.Properties", "Get", "(ss)",
                                "org.a11y.atspi.Accessible", "Description")


class Screen:
    def __init__(self, pid):
        self.pid = pid
        self.service = None
        self.focus = []  # paths, in the order told
        self.asked = {}  # path: when we asked what is inside
        self.n_acts = 0  # keys and clicks so far
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        where = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 5000, None)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            where.unpack()[0], Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)

    def ask(self, path, face, method, kinds=None, *values, to=None):
        given = GLib.Variant(kinds, values) if kinds else None
        return self.bus.call_sync(to or self.service, path, face, method, given, None, 0, 5000, None)

    def call(self, *what, to=None):
        return self.ask(*what, to=to).unpack()[0]

    # Eyes

    def find_program(self):
        """The name on the bus of the program that we look at."""
        daemon = "org.freedesktop.DBus"
        for name in self.call("/org/freedesktop/DBus", daemon, "ListNames", to=daemon):
            try:
                if name.startswith(":") and self.call("/org/freedesktop/DBus", daemon, "GetConnectionUnixProcessID", "(s)",
                                                      name, to=daemon) == self.pid:
                    self.service = name
                    self.bus.signal_subscribe(name, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused",
                                              Gio.DBusSignalFlags.NONE, self.focus_moved)
                    return
            except GLib.Error:
                continue

    def focus_moved(self, _bus, _sender, path, _face, _signal, given):
        if given.unpack()[1]:
            self.focus.append(path)

    def items(self):
        """Everything that the program has, on the screen or not; nothing while it has no window."""
        if self.service is None:
            self.find_program()
        if self.service is None:
            return []
        try:
            while True:
                all_items = self.ask("/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems").print_(False)
                found = [Node(self, item) for item in ITEM.findall(all_items)]
                if not self.meet(found):
                    around = {n.path: n for n in found}
                    for node in found:
                        node.around = around
                    return found
        except GLib.Error:
            return []

    def meet(self, known):
        """GTK tells of a thing only once somebody asked what it is inside of: asks. Whether
        anything was new to ask about."""
        inside = collections.Counter(n.parent for n in known)
        now = time.monotonic()
        asked = False
        for node in known:
            if node.n_inside != inside[node.path] and node.role not in LEAVES and \
                    now - self.asked.get(node.path, 0.0) > ASK_AGAIN_S:
                self.asked[node.path] = now
                self.call(node.path, "org.a11y.atspi.Accessible", "GetChildren")
                asked = True
        return asked

    def nodes(self):
        """Everything on the screen, outside in."""
        items = self.items()
        inside = {}
        for node in items:
            inside.setdefault(node.parent, []).append(node)
        stack = [n for n in items if n.is_window]
        while stack:
            node = stack.pop()
            if COMPONENT in node.faces and not node.shown:
                continue
            if COMPONENT in node.faces:
                yield node
            stack += sorted(inside.get(node.path, ()), key=lambda n: -n.index)

    def find_all(self, name, role=None, inside=None):
        """What is on the screen and whose name, or text, is or holds @name."""
        return (n for n in self.items() if is_called(n.name, name) and role in (None, n.role) and
                (inside is None or n.is_inside(inside)) and n.shown)

    def window(self, title):
        return next((n for n in self.items() if n.is_window and n.name == title), None)

    def find(self, name, role=None, inside=None):
        return next(self.find_all(name, role, inside), None)

    def inside(self, node):
        """What is right in @node, in its order: also the cells of a row."""
        self.call(node.path, "org.a11y.atspi.Accessible", "GetChildren")
        return sorted((n for n in self.items() if n.parent == node.path), key=lambda n: n.index)

    def focused(self):
        """What was last told to have the focus, if it still has it; else looked for."""
        self.listen()
        with_focus = [n for n in self.items() if n.has(FOCUSED) and n.shown]
        for path in reversed(self.focus[-8:]):
            for node in with_focus:
                if node.path == path:
                    return node
        return with_focus[-1] if with_focus else None

    def focus_name(self):
        node = self.focused()
        return node.name if node is not None else ""

    def nameless_now(self):
        """What can have the focus and says nothing of what it is."""
        return [f"{n.role} '{n.name}'" for n in self.items()
                if n.has(FOCUSABLE) and (n.name.strip() == "" or n.name.startswith(("Gtk", "Adw", "Hw"))) and n.shown]

    def nameless(self, seconds=5):
        """The same once the window stands: names come a moment after what they name."""
        end = time.monotonic() + seconds
        while True:
            bad = self.nameless_now()
            if not bad or time.monotonic() > end:
                return bad
            time.sleep(STEP_S)

    def dump(self, out=sys.stderr):
        for node in self.nodes():
            mark = " (focus)" if node.has(FOCUSED) else ""
            print(f"  {node.role} '{node.name}'{mark}", file=out)

    def wait(self, what, ready, seconds=20):
        """What @ready gives, as soon as that is something."""
        end = time.monotonic() + seconds * PATIENCE
        while True:
            found = ready()
            if found:
                return found
            if time.monotonic() > end:
                raise Missing(f"{what} did not come within {seconds * PATIENCE} s")
            time.sleep(LOOK_AGAIN_S)

    def wait_for(self, name, role=None, seconds=20, inside=None):
        return self.wait(f"“{name}”", lambda: self.find(name, role, inside), seconds)

    def wait_gone(self, name, role=None, seconds=20):
        self.wait(f"the end of “{name}”", lambda: not self.find(name, role), seconds)

    def wait_focus(self, name, seconds=10):
        """Each window has a focus of its own; one of them will do."""
        self.wait(f"the focus on “{name}”",
                  lambda: any(is_called(n.name, name) and n.has(FOCUSED) and n.shown for n in self.items()), seconds)

    # Fingers

    def windows(self):
        """Numbers of the program's windows, oldest first."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        return sorted(int(number) for number in found)

    def front(self):
        """Without a window manager nobody moves the keyboard to a new window."""
        for number in reversed(self.windows()):
            if subprocess.run(["xdotool", "windowfocus", "--sync", str(number)], check=False,
                              stderr=subprocess.DEVNULL, timeout=10).returncode == 0:
                return

    @staticmethod
    def no_mouse():
        """Out of the way, so that nothing is pointed at."""
        subprocess.run(["xdotool", "mousemove", "5000", "5000"], check=True)

    def click(self, name, role=None, seconds=20, times=1, inside=None):
        """With the pointer, in the middle of what is so called, once it stands still."""
        node = self.wait_for(name, role, seconds, inside)
        before = None
        for _ in range(60):
            windows = self.geometries()
            at = self.place(node, windows)
            below = next((w for w in reversed(windows) if min(w[2:4]) > SCROLLED_FROM and at is not None
                          and at[1] > w[1] + w[3] - BELOW), None)
            if below is not None and at != before:
                self.scroll_down(below[0] + below[2] * 2 // 3, below[1] + below[3] // 2)
            elif at is not None and at == before:
                break
            before = at
            time.sleep(STEP_S)
            node = self.find(name, role, inside)
        if before is None:
            raise Missing(f"“{name}” has no place on the screen")
        self.click_at(*before, times=times)

    @staticmethod
    def scroll_down(x, y):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "5"], check=True)

    def click_at(self, x, y, times=1):
        self.n_acts += times
        subprocess.run(["xdotool", "mousemove", str(x - 2), str(y), "mousemove", str(x), str(y)], check=True)
        time.sleep(STEP_S)  # a press that comes with the movement is not seen
        subprocess.run(["xdotool", "click", "--repeat", str(times), "--delay", "40", "1"], check=True)

    def place(self, node, windows=None):
        """Where its middle is on the screen; None while it has none."""
        if node is None:
            return None
        frame = node
        while frame is not None and not frame.is_window and not frame.name.startswith("GtkPopover"):
            frame = node.around.get(frame.parent)
        try:
            x, y, width, height = node.extents()
            left, top, whole_width, whole_height = frame.extents() if frame is not None else (0, 0, 0, 0)
        except GLib.Error:
            return None
        if whole_width <= 0 or width <= 0:
            return None
        if frame.is_window:
            left = top = 0
        # The shadow stands around what a screen reader knows of a window.
        for at_x, at_y, wide, high, title in reversed(windows or self.geometries()):
            if title == frame.name if frame.is_window else \
                    0 <= wide - whole_width < SHADOW_MOST and 0 <= high - whole_height < SHADOW_MOST:
                return (at_x + (wide - whole_width) // 2 + x - left + width // 2,
                        at_y + (high - whole_height) // 2 + y - top + height // 2)
        return None

    def geometries(self):
        """x, y, width, height and title of the program's windows and popovers, oldest first."""
        found = []
        for number in map(str, self.windows()):
            out = subprocess.run(["xdotool", "getwindowgeometry", "--shell", number, "getwindowname", number],
                                 capture_output=True, text=True, check=False).stdout.splitlines()
            part = dict(line.split("=", 1) for line in out[:-1] if "=" in line)
            if "HEIGHT" in part:
                found.append((*(int(part[key]) for key in ("X", "Y", "WIDTH", "HEIGHT")), out[-1]))
        return found

    def key(self, *keys):
        self.n_acts += len(keys)
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], check=True)

    def type(self, text):
        self.n_acts += len(text)
        subprocess.run(["xdotool", "type", "--delay", "6", text], check=True)

    def next_focus(self, key="Tab", patience=0.6):
        """The path of what has the focus after @key, as soon as that is told; None if nobody tells."""
        self.listen()
        self.focus.clear()
        self.key(key)
        end = time.monotonic() + patience
        while not self.focus and time.monotonic() < end:
            self.listen()
            time.sleep(0.005)
        return self.focus[-1] if self.focus else None

    @staticmethod
    def listen():
        while GLib.MainContext.default().iteration(False):
            pass

    def called(self, path):
        """What it is called; nothing if it is gone."""
        try:
            return self.call(path, "org.freedesktop.DBus.Properties", "Get", "(ss)", "org.a11y.atspi.Accessible", "Name") \
                if path else ""
        except GLib.Error:
            return ""

    def tab_to(self, name, most=60, key="Tab"):
        now = self.focus_name()
        for _ in range(most):
            if is_called(now, name):
                return
            now = self.called(self.next_focus(key))
        raise Missing(f"{most} times {key} did not lead to “{name}”")

    def tab_order(self, most=150):
        """What Tab leads through, from where the focus is, once round; and whether it comes back."""
        node = self.focused()
        way = [node.path] if node is not None else []
        back = False
        while 0 < len(way) < most and not back:
            path = self.next_focus()
            back = path == way[0]
            if path is None or path in way:
                break
            way.append(path)
        by_path = {n.path: n for n in self.items()}
        return [by_path[path] for path in way if path in by_path], back


def usable():
    return shutil.which("xdotool") is not None
