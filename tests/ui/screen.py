# SPDX-License-Identifier: GPL-3.0-or-later
"""Eyes and fingers for tests of the window: reads what a screen reader reads (AT-SPI)
and presses keys as a keyboard does (XTest). Knows nothing of Headway."""
import shutil
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STEP_S = 0.1
LEAVES = ("image", "label", "separator", "table row")  # a row says all its cells
ROWS_READ = 40  # of a long table; what is further down is not on the screen


class Missing(Exception):
    """What was waited for did not come."""


def has(node, state):
    return node.get_state_set().contains(state)


def shown(node):
    """GTK 4.8 says of every widget that it shows, also of one on a hidden page; but what
    is not on the screen does not contain its own middle."""
    part = node.get_component_iface()
    if part is None:
        return True  # the page of a stack: no widget of its own
    box = part.get_extents(Atspi.CoordType.WINDOW)
    return part.contains(box.x + box.width // 2, box.y + box.height // 2, Atspi.CoordType.WINDOW)


class Screen:
    def __init__(self, pid):
        Atspi.init()
        self.pid = pid
        self.last_focus = None
        self.listener = Atspi.EventListener.new(self.focus_moved)
        self.listener.register("object:state-changed:focused")

    # Eyes

    def application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.pid:
                child.set_cache_mask(Atspi.Cache.NONE)  # always what is there now
                return child
        return None

    def nodes(self, root=None):
        """Everything on the screen, outside in. What goes while we look is left out."""
        root = root or self.application()
        if root is None:
            return
        stack = [root]
        while stack:
            node = stack.pop()
            yield node
            try:
                if node.get_role_name() in LEAVES:
                    continue
                n = node.get_child_count()
                children = [node.get_child_at_index(i) for i in range(min(n, ROWS_READ))]
                stack += [c for c in reversed(children) if c is not None and shown(c)]
            except GLib.Error:
                continue

    def find(self, name, role=None):
        """The first thing on the screen whose name, or text, is or holds @name."""
        for node in self.nodes():
            try:
                text = node.get_name() or ""
                if (text == name or name.startswith("~") and name[1:] in text) and \
                        (role is None or node.get_role_name() == role):
                    return node
            except GLib.Error:
                continue
        return None

    def focus_moved(self, event):
        if event.detail1 and event.source.get_process_id() == self.pid:
            self.last_focus = event.source

    def focused(self):
        """What was last told to have the focus, if it still has it; else looked for."""
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            if self.last_focus is not None and has(self.last_focus, Atspi.StateType.FOCUSED):
                return self.last_focus
        except GLib.Error:
            pass
        found = None
        for node in self.nodes():
            try:
                if has(node, Atspi.StateType.FOCUSED):
                    found = node  # the innermost
            except GLib.Error:
                continue
        return found

    def focus_name(self):
        node = self.focused()
        return (node.get_name() or "") if node is not None else ""

    def nameless(self):
        """What can have the focus and says nothing of what it is."""
        bad = []
        for node in self.nodes():
            try:
                if has(node, Atspi.StateType.FOCUSABLE) and \
                        ((node.get_name() or "").strip() == "" or node.get_name().startswith(("Gtk", "Adw", "Hw"))):
                    bad.append(f"{node.get_role_name()} '{node.get_name()}'")
            except GLib.Error:
                continue
        return bad

    def dump(self, out=sys.stderr):
        for node in self.nodes():
            try:
                mark = " (focus)" if has(node, Atspi.StateType.FOCUSED) else ""
                print(f"  {node.get_role_name()} '{node.get_name()}'{mark}", file=out)
            except GLib.Error:
                continue

    def wait(self, what, ready, seconds=20):
        """What @ready gives, as soon as that is something."""
        end = time.monotonic() + seconds
        while True:
            found = ready()
            if found:
                return found
            if time.monotonic() > end:
                raise Missing(f"{what} did not come within {seconds} s")
            time.sleep(STEP_S)

    def wait_for(self, name, role=None, seconds=20):
        return self.wait(f"“{name}”", lambda: self.find(name, role), seconds)

    def wait_focus(self, name, seconds=10):
        def there():
            now = self.focus_name()
            return now == name or name.startswith("~") and name[1:] in now
        self.wait(f"the focus on “{name}”", there, seconds)

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

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)

    def tab_to(self, name, most=40, key="Tab"):
        for _ in range(most):
            now = self.focus_name()
            if now == name or name.startswith("~") and name[1:] in now:
                return
            self.key(key)
            time.sleep(STEP_S)
        raise Missing(f"{most} times {key} did not lead to “{name}”")


def usable():
    return shutil.which("xdotool") is not None
