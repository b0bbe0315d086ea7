# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour's second part: what is around the pages and in all of them: search, editing
in a table, taking back, preferences, shortcuts, how a figure was worked out."""


def go(t):
    s, h = t.screen, t.hands
    t.step("search finds a product and goes to it", lambda: search(t))
    t.step("a figure says how it was worked out", lambda: how(t))
    t.step("the order list is changed in its place", lambda: change_order(t))
    t.step("what was ordered can be taken back", lambda: order(t))
    t.step("an order is confirmed, received, taken back and received again", lambda: receive(t))
    t.step("preferences show and close", lambda: look_in(t, "ctrl+comma", "Preferences"))
    t.step("shortcuts show and close", lambda: look_in(t, "ctrl+question", "Keyboard shortcuts"))
    t.step("help shows and closes", lambda: look_in(t, "F1", "Help"))
    s.no_mouse()


def search(t):
    s, h = t.screen, t.hands
    h.command("ctrl+k", "Search everything")
    s.wait("the search", lambda: s.window("Search everything"))
    s.front()
    t.named("search")
    s.wait_focus("Search everything")
    s.type("baguette")
    s.wait_for("~Baguette", "list item")
    h.accept_found("~Baguette")
    s.wait("the end of the search", lambda: not s.window("Search everything"))
    s.front()
    s.wait_for("Baguette", "image")


def how(t):
    s, h = t.screen, t.hands
    h.press("How was “Next 7 days” worked out?")
    s.wait_for("~Technical name")
    t.named("how a figure was worked out")
    s.key("Escape")
    s.wait_gone("~Technical name")


def change_order(t):
    s, h = t.screen, t.hands
    h.page(6, "Orders")
    s.wait_for("~items to order")
    s.wait_for("~Bread roll", "table row")
    h.edit("~Bread roll", "Order", "77")
    s.wait_for("~Order: 77", "table row")
    t.named("the order list")


def order(t):
    s, h = t.screen, t.hands
    h.press("Order all")
    s.wait_for("~noted as sent")
    s.wait_for("~On its way, Ordered: Sun", "table row")
    t.named("orders on the way")
    h.command("ctrl+z", "~Take back: ")
    s.wait_for("~Taken back: ")
    s.wait_gone("~On its way, Ordered: Sun", "table row")


def receive(t):
    """One order of the sample, from the supplier's word to the shelf."""
    s, h = t.screen, t.hands
    h.choose_row("~Linden Honey and Jam, State: On its way, Ordered: Thu")
    h.press("Confirmed for a day…")
    s.wait_for("Which day did the supplier name?")
    s.front()
    t.named("the day an order is confirmed for")
    h.write("It will come on", "2026-03-02")
    h.accept("Keep")
    s.wait_for("~Linden Honey and Jam, State: Confirmed", "table row")
    s.front()
    h.press("Arrived in part…")
    s.wait_for("~How many came of each?")
    s.front()
    t.named("what came")
    h.accept("Keep")
    s.wait_gone("~Linden Honey and Jam, State: Confirmed", "table row")
    s.front()
    h.command("ctrl+z", "~Take back: ")
    s.wait_for("~Linden Honey and Jam, State: Confirmed", "table row")
    h.press("Arrived in full")
    s.wait_gone("~Linden Honey and Jam, State: Confirmed", "table row")
    h.press("Came lately")
    s.wait_for("~Linden Honey and Jam, State: Received, Ordered: Thu, 26", "table row")


def look_in(t, keys, item):
    s, h = t.screen, t.hands
    h.command(keys, "Menu", item)
    s.wait("a second window", lambda: n_windows(s) == 2)
    s.front()
    t.named(item.lower())
    s.key("Escape")
    s.wait("the end of the second window", lambda: n_windows(s) == 1)
    s.front()


def n_windows(s):
    return sum(node.is_window for node in s.items())
