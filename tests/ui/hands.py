# SPDX-License-Identifier: GPL-3.0-or-later
"""Two pairs of hands for the same steps: one has a keyboard alone, the other points
wherever one can point and types only what is text."""
import re
import time

import screen

SETTLE_S = 0.3  # GTK's own dialog reads the folder, then sets the focus


class Hands:
    def __init__(self, screen):
        self.screen = screen

    def write(self, name, text):
        """Into the entry of this name, which has the focus, in the place of what stands there."""
        s = self.screen
        s.wait_focus(name)
        s.key("ctrl+a")
        s.type(text)
        if any("atspi.Text" in node.faces for node in s.find_all(name)):
            s.wait(f"“{text}” in “{name}”", lambda: any(node.text().strip() == text for node in s.find_all(name)), 10)

    def type_over(self, text):
        """Into the cell that has become an entry."""
        s = self.screen
        s.wait("the entry in the cell", lambda: (node := s.focused()) is not None and node.role in ("text", "entry"))
        s.key("ctrl+a")
        s.type(text)
        s.key("Return")

    def choose_file(self, title, path):
        """GTK's own dialog: a path typed over what it proposes, and Enter."""
        s = self.screen
        s.wait("the dialog", lambda: s.window(title))
        time.sleep(SETTLE_S)
        s.front()
        if path.exists():
            s.type("/")  # opens the entry for a path
            time.sleep(SETTLE_S)
        s.key("ctrl+a")
        s.type(str(path))
        time.sleep(SETTLE_S)
        s.key("Return")
        s.wait("the end of the dialog", lambda: not s.window(title))
        s.front()


class Keys(Hands):
    name = "keys"

    def page(self, number, _title):
        self.screen.key(f"alt+{number % 10}")

    def command(self, keys, *_items):
        self.screen.key(keys)

    def press(self, name, role=None):
        self.screen.wait_for(name, role)
        self.screen.tab_to(name)
        self.screen.key("Return")

    def accept(self, _button):
        """What Enter does where the focus is."""
        self.screen.key("Return")

    def accept_in(self, _button, _inside):
        self.screen.key("Return")

    def go_on(self, button):
        """The one primary button of a page of steps."""
        self.screen.wait_for(button, "push button", seconds=60)
        self.screen.key("ctrl+Return")

    def skip_to(self, _step):
        self.screen.key("ctrl+Page_Down")

    def answer(self, number, _name):
        self.screen.key(str(number))

    def next_question(self):
        self.screen.key("Return")

    accept_found = accept

    def accept_text(self, _button):
        self.screen.key("ctrl+Return")  # Enter alone begins a line

    def choose(self, name):
        """One of a list that has the focus."""
        s = self.screen
        s.wait_for(name)
        for key in ("Down", "Up"):
            now = s.focus_name()
            while now and now != name:
                now = s.called(s.next_focus(key))
            if now == name:
                s.key("space")
                return
        raise AssertionError(f"neither Down nor Up led to “{name}”")

    def row_of_list(self, name):
        """A row that does something, in a list of such."""
        s = self.screen
        s.wait_for(name, "list item")
        s.wait("a row", lambda: (s.next_focus(), (node := s.focused()) is not None and node.role == "list item")[1])
        s.tab_to(name, key="Down")
        s.key("Return")

    def row_of(self, name):
        """A row that does something, somewhere down the page."""
        self.press(name, "list item")

    def to_row(self, name):
        """A table is one stop of Tab; in it the arrows lead on."""
        s = self.screen
        s.wait_for(name, "table row")
        s.wait("a row of the table", lambda: (s.next_focus(), (node := s.focused()) is not None and node.role == "table row")[1])
        s.tab_to(name, key="Down", most=100)

    def choose_row(self, name):
        self.to_row(name)
        self.screen.key("space")

    def to_entry(self, name):
        self.screen.wait_for(name)
        self.screen.tab_to(name)

    point_at_chart = to_entry

    def edit(self, row, _column, text):
        """The one figure of a row that can be changed."""
        s = self.screen
        self.to_row(row)
        s.key("F2")
        self.type_over(text)


class Pointer(Hands):
    name = "pointer"

    def page(self, _number, title):
        self.screen.click(f"~{title}", "list item", inside="Pages")

    def command(self, _keys, *items):
        s = self.screen
        s.click(items[0], "push button")
        for item in items[1:]:
            try:
                s.click(item, "menu item", seconds=5)
            except screen.Missing:  # a press right after a window has gone is not taken
                s.click(items[0], "push button")
                s.click(item, "menu item")

    def press(self, name, role=None):
        self.screen.click(name, role)

    def accept(self, button):
        self.screen.click(button, "push button")

    accept_text = accept

    def go_on(self, button):
        self.screen.click(button, "push button", seconds=60)

    def skip_to(self, step):
        self.screen.click(step, "push button")

    def answer(self, _number, name):
        self.screen.click(name, "list item")

    def next_question(self):
        self.screen.click("Continue", "push button")

    def accept_in(self, button, window):
        """Where a window before this one has a button of the same name."""
        self.screen.click(button, "push button", inside=window)

    def accept_found(self, name):
        self.screen.click(name, "list item")

    choose = accept_found

    def write(self, name, text):
        self.screen.click(name, "text")
        super().write(name, text)

    def row_of_list(self, name):
        self.screen.click(name, "list item")

    row_of = row_of_list

    def choose_row(self, name):
        self.screen.click(name, "table row")

    def to_entry(self, name):
        self.screen.click(name)

    def point_at_chart(self, name):
        self.screen.click(name, "image")

    def edit(self, row, column, text):
        s = self.screen
        s.wait_for(row, "table row")
        node = s.find(row, "table row")
        cell = s.inside(node)[1 + re.findall(r", ([A-Z][a-z ]+): ", node.name).index(column)]
        s.click_at(*s.place(cell), times=2)
        self.type_over(text)
