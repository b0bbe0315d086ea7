#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tour.py PROGRAM: from the first start to the saved workbook with the keyboard alone:
the sample on every page, then an own file into a new business, its forecast, its
stock, its workbook. Reads the screen as a screen reader does. Reports in TAP.

Wants a display, a bus and a home of its own: see tests/support/in-display.py."""
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

try:
    import screen
except (ImportError, ValueError) as missing:
    print(f"1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is not installed ({missing})")
    sys.exit(0)

TODAY = datetime.date(2026, 3, 1)
PRODUCTS = (("Rye loaf", 420, 18), ("Bread roll", 60, 90), ("Apple pie", 310, 7))
N_DAYS = 70


def write_sales(path):
    """Ten weeks of a small shop, closed on Sundays; the same each time."""
    lines = ["Date,Receipt,Product,Quantity,Amount"]
    for back in range(N_DAYS, 0, -1):
        day = TODAY - datetime.timedelta(days=back)
        if day.weekday() == 6:
            continue
        for i, (name, cents, usual) in enumerate(PRODUCTS):
            units = usual + (day.toordinal() * 7 + i * 3) % 5 + 3 * (day.weekday() == 5)
            lines.append(f"{day},{day.toordinal()}-{i},{name},{units},{units * cents / 100:.2f}")
    path.write_text("\n".join(lines) + "\n")


class Tour:
    def __init__(self, program, folder):
        self.folder = folder
        self.passed = self.failed = 0
        self.log = open(folder / "headway.log", "w+", encoding="utf-8")
        env = {name: value for name, value in os.environ.items() if name not in ("GTK_A11Y", "G_DEBUG")}
        self.program = subprocess.Popen([program, "--today", TODAY.isoformat()], env=env,
                                        stdout=self.log, stderr=self.log)
        self.screen = screen.Screen(self.program.pid)

    def say(self, good, what, why=""):
        self.passed += good
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.passed + self.failed} - {what}{' # ' + why if why else ''}", flush=True)
        return good

    def step(self, what, do):
        """One step; the tour ends at the first that fails, since the rest hangs on it."""
        try:
            do()
        except (screen.Missing, subprocess.SubprocessError, AssertionError) as error:
            self.say(False, what, str(error))
            print(f"What is on the screen after “{what}”:", file=sys.stderr)
            self.screen.dump()
            raise SystemExit(self.end()) from error
        self.say(True, what)

    def named(self, where):
        bad = self.screen.nameless()
        self.say(not bad, f"{where}: everything that takes the focus has a name", "; ".join(bad))

    # The steps

    def sample(self):
        s = self.screen
        self.step("the welcome page comes", lambda: (s.no_mouse(), s.wait_for("Try the sample", seconds=30), s.front()))
        self.named("welcome")
        self.step("Tab and arrows reach the sample", lambda: (s.tab_to("New business"), s.tab_to("Try the sample", key="Down")))
        self.step("Enter makes the sample and shows its overview",
                  lambda: (s.key("Return"), s.wait_for("Order today", seconds=60), s.wait_for("~Sales: ", seconds=30)))
        self.named("overview")
        self.step("Alt+3 shows the forecast", lambda: (s.key("alt+3"), s.wait_for("What will sell?"), s.wait_for("All products", "image")))
        self.named("forecast")
        self.step("the chart says what it shows and reads its points by keys", self.read_chart)
        self.step("the list shows another product", self.other_product)
        self.step("Alt+4 shows the stock", lambda: (s.key("alt+4"), s.wait_for("What is on the shelves?")))
        self.named("stock")
        self.step("Alt+5 shows the order list", lambda: (s.key("alt+5"), s.wait_for("What to order?"), s.wait_for("~items to order")))
        self.named("orders")
        self.step("Alt+7 shows the data", lambda: (s.key("alt+7"), s.wait_for("Files you imported")))
        self.named("data")
        self.step("Tab leads past the menu into the page", lambda: s.tab_to("Import a file"))
        self.step("Alt+8 shows the reports", lambda: (s.key("alt+8"), s.wait_for("Mail to my accountant")))
        self.named("reports")
        self.step("Ctrl+? lists the shortcuts, Escape closes the list", self.help)

    def read_chart(self):
        s = self.screen
        s.wait("a description of the chart", lambda: "expected" in s.find("All products", "image").described())
        s.tab_to("All products")
        assert s.focused().role == "image", "the focus is not on the chart"
        s.key("End")
        last = s.wait("a reading", lambda: self.reading("expected"))
        s.key("Home")
        s.wait("another reading", lambda: self.reading() not in ("", last))

    def reading(self, word=""):
        node = self.screen.focused()
        text = node.described() if node is not None else ""
        return text if word in text.lower() else ""

    def other_product(self):
        s = self.screen
        s.tab_to("Search in Products", key="shift+Tab")
        s.type("Pretzel")
        s.wait("one row", lambda: s.find("~Pretzel, ") and not s.find("~Bread roll, "))
        s.tab_to("~Pretzel, ", most=6)
        s.key("space")
        s.wait_for("Pretzel", "image")

    def help(self):
        s = self.screen
        s.key("ctrl+question")
        s.wait_for("Reading a chart")
        s.front()
        self.named("shortcuts")
        s.key("Escape")
        s.wait("the list gone", lambda: not s.find("Reading a chart"))
        s.front()

    def own_business(self):
        s = self.screen
        self.step("Ctrl+N asks for the new business", lambda: (s.key("ctrl+n"), s.wait_for("Name of the business"), s.front(),
                                                                s.wait_focus("Name of the business")))
        self.named("new business")
        self.step("its name and file are typed", lambda: (s.type("My Corner Shop"), s.key("Return"),
                                                          self.choose_file("Where to keep the business", self.folder / "mine.headway")))
        self.step("it opens and says what to do first", lambda: s.wait_for("No sales yet", seconds=30))
        s.front()
        self.named("empty page")

    def choose_file(self, title, path):
        """GTK's own dialog: a path typed over what it proposes."""
        s = self.screen
        s.wait_for(title)
        time.sleep(0.5)  # the dialog reads the folder, then sets the focus
        s.front()
        if path.exists():
            s.type("/")  # opens the entry for a path
            time.sleep(0.3)
        s.key("ctrl+a")
        s.type(str(path))
        time.sleep(0.3)
        s.key("Return")
        s.wait("the dialog gone", lambda: not s.find(title))
        s.front()

    def own_file(self):
        s = self.screen
        path = self.folder / "sales.csv"
        write_sales(path)
        n_rows = len(path.read_text().splitlines()) - 1
        self.step("Ctrl+I begins an import", lambda: (s.key("ctrl+i"), s.wait_for("Choose a file…"), s.front(), s.wait_focus("Choose a file…")))
        self.named("import, first step")
        self.step("the file is chosen", lambda: (s.key("Return"), self.choose_file("Choose a file", path)))
        self.step("it is seen as what it is, with its rows", lambda: s.wait_for(f"~This looks like sales: {n_rows} row"))
        self.named("import, second step")
        self.step("Enter imports it", lambda: (s.wait_focus("Import"), s.key("Return"), s.wait_for(f"{n_rows} rows are in")))
        self.named("import, third step")
        self.step("Enter closes the import", lambda: (s.wait_focus("Done"), s.key("Return"),
                                                      s.wait("the import gone", lambda: not s.find("Done")), s.front()))
        self.step("the overview has its figures", lambda: s.wait_for("~Sales: ", seconds=30))
        self.step("the forecast knows its products", lambda: (s.key("alt+3"), s.wait_for("~Rye loaf, ", seconds=30)))
        self.step("the stock page says what is missing", lambda: (s.key("alt+4"), s.wait_for("~How much is left is not known")))
        self.step("the import is in the list", lambda: (s.key("alt+7"), s.wait_for("~sales.csv, ")))

    def workbook(self):
        s = self.screen
        path = self.folder / "out.xlsx"
        self.step("Ctrl+S saves the workbook", lambda: (s.key("ctrl+s"), self.choose_file("Save the workbook", path),
                                                        s.wait_for("~The workbook is saved as", seconds=30)))
        self.step("it is a workbook", lambda: self.check_workbook(path))

    @staticmethod
    def check_workbook(path):
        with zipfile.ZipFile(path) as book:
            assert book.testzip() is None, "the file is damaged"
            assert "xl/workbook.xml" in book.namelist(), "there is no workbook in it"

    def quit(self):
        self.screen.key("ctrl+q")
        code = self.program.wait(timeout=20)
        assert code == 0, f"exit code {code}"
        left = sorted(p.name for p in self.folder.glob("mine.headway*"))
        assert left == ["mine.headway"], f"left behind: {left}"
        kept = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "headway", "preferences.ini").read_text()
        assert "[window]" in kept and "mine.headway" in kept, f"the window's size and the business are not kept: {kept}"

    def no_warnings(self):
        self.log.seek(0)
        bad = [line for line in self.log if "WARNING" in line or "CRITICAL" in line]
        assert not bad, "".join(bad)

    def end(self):
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        self.log.seek(0)
        sys.stderr.write(self.log.read())
        print(f"1..{self.passed + self.failed}")
        print(f"# {self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def main():
    if not screen.usable():
        print("1..0 # SKIP xdotool is not installed")
        return 0
    with tempfile.TemporaryDirectory(prefix="headway-tour-") as folder:
        tour = Tour(sys.argv[1], pathlib.Path(folder))
        tour.sample()
        tour.own_business()
        tour.own_file()
        tour.workbook()
        tour.step("Ctrl+Q ends it and leaves one whole file", tour.quit)
        tour.step("nothing was warned about", tour.no_warnings)
        return tour.end()


if __name__ == "__main__":
    sys.exit(main())
