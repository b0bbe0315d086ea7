# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour's third part: an own business, its sales from a file, and its workbook."""
import datetime
import os
import pathlib
import zipfile

PRODUCTS = (("Rye loaf", 420, 18), ("Bread roll", 60, 90), ("Apple pie", 310, 7))
N_DAYS = 380  # under a thousand rows


def write_sales(path, first, last, more_from=None):
    """Days of a small shop, closed on Sundays; the same each time. A quarter more from @more_from on."""
    lines = ["Date,Receipt,Product,Quantity,Amount"]
    for n in range((last - first).days + 1):
        day = first + datetime.timedelta(days=n)
        if day.weekday() == 6:
            continue
        more = 1.25 if more_from is not None and day >= more_from else 1.0
        for i, (name, cents, usual) in enumerate(PRODUCTS):
            units = round((usual + (day.toordinal() * 7 + i * 3) % 5 + day.toordinal() * 37 % 11 % 4 + 3 * (day.weekday() == 5)) * more)
            lines.append(f"{day},{day.toordinal()}-{i},{name},{units},{units * cents / 100:.2f}")
    path.write_text("\n".join(lines) + "\n")
    return len(lines) - 1


def go(t):
    make(t)
    path = t.folder / "sales.csv"
    n_rows = write_sales(path, t.today - datetime.timedelta(days=N_DAYS), t.today - datetime.timedelta(days=1))
    bring(t, path, n_rows)
    look(t)


def make(t):
    s, h = t.screen, t.hands
    path = t.folder / "mine.headway"
    t.step("a new business asks for its name", lambda: (h.command("ctrl+n", "Menu", "New business"),
                                                        s.wait_for("Name of the business"), s.front()))
    t.named("new business")
    t.step("its name and file are said", lambda: (h.write("Name of the business", "My Corner Shop"), h.accept("Create…"),
                                                  h.choose_file("Where to keep the business", path)))
    t.step("it opens and says what to do first", lambda: s.wait_for("No sales yet", seconds=30))
    s.front()
    t.named("empty page")


def bring(t, path, n_rows):
    """A file of sales, through the three steps of an import."""
    s, h = t.screen, t.hands
    t.step("an import begins", lambda: (h.command("ctrl+i", "Import"), s.wait_for("Choose a file…"), s.front()))
    t.named("import, first step")
    t.step("the file is chosen", lambda: (s.wait_focus("Choose a file…"), h.accept("Choose a file…"),
                                          h.choose_file("Choose a file", path)))
    t.step("it is seen as what it is, with its rows", lambda: s.wait_for(f"~This looks like sales: {n_rows} row"))
    t.named("import, second step")
    t.step("it comes in", lambda: (s.wait_focus("Import"), h.accept_in("Import", "Import a file"),
                                   s.wait_for(f"{n_rows} rows are in")))
    t.named("import, third step")
    t.step("the import closes", lambda: (s.wait_focus("Done"), h.accept("Done"), s.wait_gone("Done", "push button"), s.front()))


def look(t):
    s, h = t.screen, t.hands
    h.page(1, "Overview")
    t.step("the overview has its figures", lambda: s.wait_for("~Sales: ", seconds=30))
    t.step("the forecast knows its products", lambda: (h.page(4, "Forecast"), s.wait_for("~Rye loaf, ", seconds=30)))
    t.step("the stock page says what is missing", lambda: (h.page(5, "Stock"), s.wait_for("~How much is left is not known")))
    t.step("the import is in the list", lambda: (h.page(9, "Data"), s.wait_for("~sales.csv, ")))


def workbook(t):
    s, h = t.screen, t.hands
    path = t.folder / "out.xlsx"
    t.step("the workbook is saved", lambda: (h.command("ctrl+s", "Menu", "Save the workbook"),
                                             h.choose_file("Save the workbook", path),
                                             s.wait_for("~The workbook is saved as", seconds=30)))
    t.step("it is a workbook", lambda: check_workbook(path))


def check_workbook(path):
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None, "the file is damaged"
        assert "xl/workbook.xml" in book.namelist(), "there is no workbook in it"


def last_quit(t):
    t.quit()
    left = sorted(p.name for p in t.folder.glob("mine.headway*"))
    assert left == ["mine.headway"], f"left behind: {left}"
    kept = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "headway", "preferences.ini").read_text()
    assert "[window]" in kept and "mine.headway" in kept, f"the window's size and the business are not kept: {kept}"
