#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""frame.py PROGRAM CLI: what the window does around its pages, by keyboard: search over
everything, the side bar as one stop of Tab, preferences, a second start that opens its
file in the window that is there, and the business that opens again. Reports in TAP.

Wants a display, a bus and a home of its own: see tests/support/in-display.py."""
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import screen
except (ImportError, ValueError) as missing:
    print(f"1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is not installed ({missing})")
    sys.exit(0)

TODAY = "2026-03-01"


def said(eyes):
    """What is said beside the name of what has the focus."""
    node = eyes.focused()
    return (node.described() or "") if node is not None else ""


class Frame:
    def __init__(self, program, cli, folder):
        self.program, self.cli, self.folder = program, cli, folder
        self.passed = self.failed = 0
        self.log = open(folder / "headway.log", "w+", encoding="utf-8")
        self.running = self.screen = None
        self.env = {name: value for name, value in os.environ.items() if name not in ("GTK_A11Y", "G_DEBUG")}

    def start(self, *files):
        self.running = subprocess.Popen([self.program, "--today", TODAY, *map(str, files)], env=self.env,
                                        stdout=self.log, stderr=self.log)
        self.screen = screen.Screen(self.running.pid)
        self.screen.no_mouse()

    def step(self, what, do):
        try:
            do()
        except (screen.Missing, subprocess.SubprocessError, AssertionError) as error:
            self.failed += 1
            print(f"not ok {self.passed + self.failed} - {what} # {error}", flush=True)
            self.screen.dump()
            raise SystemExit(self.end()) from error
        self.passed += 1
        print(f"ok {self.passed + self.failed} - {what}", flush=True)

    def quit(self):
        self.screen.key("ctrl+q")
        code = self.running.wait(timeout=20)
        assert code == 0, f"exit code {code}"

    def no_names_missing(self):
        bad = self.screen.nameless()
        assert not bad, "; ".join(bad)

    # The steps

    def search(self):
        s = self.screen
        s.key("ctrl+k")
        s.wait_for("Found")
        s.front()
        s.wait_focus("Search everything")
        self.no_names_missing()
        s.type("pretz")
        s.wait("the product on top", lambda: "Pretzel" in said(s))
        s.key("Return")
        s.wait_for("What will sell?")
        s.wait_for("Pretzel", "image", seconds=60)
        s.front()

    def search_action(self):
        s = self.screen
        s.key("ctrl+k")
        s.wait_for("Found")
        s.front()
        s.wait_focus("Search everything")
        s.type("zzzz")
        s.wait_for("Nothing found. Try fewer letters.")
        s.key("ctrl+a")
        s.type("prefer")
        s.wait("the action on top", lambda: "Preferences" in said(s))
        s.key("Return")
        s.wait_for("Language")
        s.front()

    def preferences(self):
        s = self.screen
        self.no_names_missing()
        s.tab_to("~Colours: ")
        s.key("space", "Down", "Down", "Return")
        s.wait_focus("Colours: Dark")
        s.key("Escape")
        s.wait("the window gone", lambda: not s.find("Size of text"))
        s.front()
        assert "colours=dark" in self.kept(), "the choice is not kept"

    def language(self):
        """Chosen in the window; what is shown changes at the next start, and this says so."""
        s = self.screen
        s.key("ctrl+comma")
        s.wait_for("Takes effect at the next start of Headway")
        s.front()
        s.tab_to("~Language: ")
        s.key("space", "Down", "Down", "Return")
        s.wait_focus("Language: Deutsch")
        assert "language=de" in self.kept(), "the choice is not kept"
        s.key("space", "Up", "Up", "Return")
        s.wait_focus("Language: The computer's")
        s.key("Escape")
        s.wait("the window gone", lambda: not s.find("Size of text"))
        s.front()

    def example_beside(self):
        """From inside a business an example opens in a window of its own; that of the next start stays."""
        s = self.screen
        s.key("F10")
        s.wait_for("Open an example")
        s.key("Down", "Down", "Down", "Right")
        s.wait_for("A web shop for sailors")
        s.key("Down", "Down", "Return")
        s.wait_for("Made-up example", seconds=120)
        s.front()
        assert s.find("Corner Bakery"), "the business of before is gone"
        assert "last=" + str(self.folder / "sample.headway") in self.kept(), "the example opens at the next start"
        s.key("ctrl+shift+w")
        s.wait("its window gone", lambda: not s.find("Made-up example") and len(s.windows()) == 1)
        assert s.find("Corner Bakery"), "the business of before is gone with it"
        # Without a window manager the keyboard does not come back to the first window.
        self.running.terminate()
        self.running.wait(timeout=20)
        self.start(self.folder / "sample.headway")
        self.screen.wait_for("Corner Bakery", seconds=30)
        self.screen.front()

    def side_bar(self):
        """From a name of the side bar Tab leads on, and arrows to the next name."""
        s = self.screen
        s.key("alt+1")
        s.wait_for("How is it going?")
        s.wait_focus("~Overview")
        s.key("Down")
        s.wait_focus("~Journey")
        s.key("Down")
        s.wait_focus("~Assess")
        s.key("Tab")
        s.wait("the focus outside", lambda: s.focused() is not None and s.focused().role != "list item")

    def second_start(self):
        """Another start with a file: it opens here, and the other start ends."""
        other = self.folder / "other.headway"
        subprocess.run([self.cli, "new", other, "--name", "Second Shop", "--sector", "retail", "--currency", "EUR"],
                       check=True, stdout=subprocess.DEVNULL)
        second = subprocess.run([self.program, str(other)], env=self.env, stdout=self.log, stderr=self.log, timeout=20,
                                check=False)
        assert second.returncode == 0, f"exit code {second.returncode}"
        self.screen.wait_for("Second Shop")
        assert self.running.poll() is None, "the first start ended"

    def opens_again(self):
        self.quit()
        self.start()
        self.screen.wait_for("Second Shop", seconds=30)
        self.screen.front()

    def stays_closed(self):
        """A business closed by hand stays closed, and is on the list by its name."""
        self.screen.key("ctrl+shift+w")
        self.screen.wait_for("Try the sample")
        self.quit()
        self.start()
        self.screen.wait_for("Try the sample", seconds=30)
        self.screen.wait_for("Second Shop")

    def is_gone(self):
        """A file that was moved away is told about, not an error."""
        self.quit()
        self.start(self.folder / "other.headway")
        self.screen.wait_for("No sales yet", seconds=30)
        self.screen.front()
        self.quit()
        (self.folder / "other.headway").rename(self.folder / "moved.headway")
        self.start()
        self.screen.wait_for("~“Second Shop” is no longer where it was", seconds=30)
        self.screen.front()

    @staticmethod
    def kept():
        return pathlib.Path(os.environ["XDG_CONFIG_HOME"], "headway", "preferences.ini").read_text(encoding="utf-8")

    def no_warnings(self):
        self.log.seek(0)
        bad = [line for line in self.log if "WARNING" in line or "CRITICAL" in line]
        assert not bad, "".join(bad)

    def end(self):
        if self.running.poll() is None:
            self.running.kill()
            self.running.wait()
        self.log.seek(0)
        sys.stderr.write(self.log.read())
        print(f"1..{self.passed + self.failed}")
        return 1 if self.failed else 0


def main():
    if not screen.usable():
        print("1..0 # SKIP xdotool is not installed")
        return 0
    with tempfile.TemporaryDirectory(prefix="headway-frame-") as folder:
        frame = Frame(sys.argv[1], sys.argv[2], pathlib.Path(folder))
        sample = frame.folder / "sample.headway"
        subprocess.run([frame.cli, "sample", sample, "--today", TODAY], check=True, stdout=subprocess.DEVNULL)
        frame.start(sample)
        frame.step("a file from the command line opens", lambda: (frame.screen.wait_for("Corner Bakery", seconds=30),
                                                                  frame.screen.front()))
        frame.step("Ctrl+K finds a product and Enter shows it", frame.search)
        frame.step("it finds what can be done, and says when there is nothing", frame.search_action)
        frame.step("a preference is kept", frame.preferences)
        frame.step("the language is chosen in the window", frame.language)
        frame.step("an example opens beside the business", frame.example_beside)
        frame.step("the side bar is one stop of Tab", frame.side_bar)
        frame.step("a second start opens its file in the same window", frame.second_start)
        frame.step("the business opens again at the next start", frame.opens_again)
        frame.step("one closed by hand stays closed", frame.stays_closed)
        frame.step("one that is gone is told about", frame.is_gone)
        frame.step("Ctrl+Q ends it", frame.quit)
        frame.step("nothing was warned about", frame.no_warnings)
        return frame.end()


if __name__ == "__main__":
    sys.exit(main())
