# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour's first part: the sample, on every page of the side bar."""
import tab_order

# Title of the page; what stands there once it is filled.
PAGES = (
    ("Overview", "Chart menu: What will sell, all products"),
    ("Journey", "Fill in the card"),
    ("Assess", "~First a few short questions"),
    ("Forecast", "~Bread roll, "),
    ("Stock", "On the shelves, at cost"),
    ("Orders", "~ items to order"),
    ("Goals", "Set a goal"),
    ("Figures", "~Type in a value"),
    ("Data", "Files you imported"),
    ("Reports", "Mail to my accountant"),
)


def go(t):
    s, h = t.screen, t.hands
    t.step("the welcome page comes", lambda: (s.no_mouse(), s.wait_for("Try the sample", "list item", seconds=30), s.front()))
    t.named("welcome")
    t.step("the sample is made and shows its overview", lambda: (h.row_of_list("Try the sample"), s.wait_for("Order today", seconds=60)))
    t.n_first = s.n_acts  # from the first start to the sample
    for number, (title, filled) in enumerate(PAGES, 1):
        t.step(f"{title} shows", lambda: (h.page(number, title), s.wait_for(filled, seconds=40)))
        t.named(title.lower())
        if h.name == "keys":
            tab_order.check(t, title)
    h.page(4, "Forecast")
    t.step("the chart says what it shows and reads its points", lambda: read_chart(t))
    t.step("the list shows another product", lambda: other_product(t))
    t.step("the chart turns into its table", lambda: chart_table(t))


def read_chart(t):
    s, h = t.screen, t.hands
    s.wait("a description of the chart",
           lambda: (chart := s.find("All products", "image")) is not None and "expected" in chart.described())
    h.point_at_chart("All products")
    assert s.focused().role == "image", "the focus is not on the chart"
    s.key("End")
    last = s.wait("a reading", lambda: reading(t, "expected"))
    s.key("Home")
    s.wait("another reading", lambda: reading(t) not in ("", last))


def reading(t, word=""):
    node = t.screen.focused()
    text = node.described() if node is not None else ""
    return text if word in text.lower() else ""


def other_product(t):
    s, h = t.screen, t.hands
    h.to_entry("Search in Products")
    s.type("Pretzel")
    s.wait("one row", lambda: s.find("~Pretzel, ") and not s.find("~Bread roll, "))
    h.choose_row("~Pretzel, ")
    s.wait_for("Pretzel", "image")


def chart_table(t):
    s, h = t.screen, t.hands
    h.press("Table", "push button")
    s.wait("the rows of the table", lambda: s.find("Pretzel", "tree table") or s.find("~Pretzel", "table"))
    t.named("the chart's table")
    h.press("Table", "push button")
    s.wait_for("Pretzel", "image")
