#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tour.py PROGRAM keys|pointer: from the first start to the saved workbook, with the
keyboard alone or with the pointer: the sample on every page, then an own business, its
sales, one whole journey from the goal to the lesson, and the workbook. Reads the screen
as a screen reader does. Reports in TAP.

Wants a display, a bus and a home of its own: see tests/support/in-display.py."""
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import hands
    import screen
except (ImportError, ValueError) as missing:
    print(f"1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is not installed ({missing})")
    sys.exit(0)

import tour_assess
import tour_frame
import tour_journey
import tour_own
import tour_sample

TODAY = datetime.date(2026, 3, 1)
NOBODY_THERE = "org.freedesktop.Notifications"  # who would show them is no part of a test's bus


class Tour:
    def __init__(self, program, hand, folder):
        self.path = program
        self.hand = hand
        self.folder = folder
        self.passed = self.failed = 0
        self.log = open(folder / "headway.log", "w+", encoding="utf-8")
        self.orders = None  # where the order of Tab is written

    def start(self, today=TODAY):
        """The program, begun on this day."""
        env = {name: value for name, value in os.environ.items() if name not in ("GTK_A11Y", "G_DEBUG")}
        self.today = today
        self.program = subprocess.Popen([self.path, "--today", today.isoformat()], env=env, stdout=self.log, stderr=self.log)
        self.screen = screen.Screen(self.program.pid)
        self.hands = self.hand(self.screen)

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
            self.say(False, what, str(error).replace("\n", " "))
            print(f"What is on the screen after “{what}”:", file=sys.stderr)
            self.screen.dump()
            raise SystemExit(self.end()) from error
        self.say(True, what)

    def named(self, where):
        bad = self.screen.nameless()
        self.say(not bad, f"{where}: everything that takes the focus has a name", "; ".join(bad))

    def quit(self):
        self.hands.command("ctrl+q", "Menu", "Quit")
        code = self.program.wait(timeout=20)
        assert code == 0, f"exit code {code}"

    def no_warnings(self):
        self.log.seek(0)
        bad = [line for line in self.log if ("WARNING" in line or "CRITICAL" in line) and NOBODY_THERE not in line]
        assert not bad, "".join(bad)

    def end(self):
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        self.log.seek(0)
        sys.stderr.writelines(line for line in self.log if line.strip() and "GSK" not in line and "Gsk" not in line)
        print(f"1..{self.passed + self.failed}")
        print(f"# {self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def main():
    if not screen.usable():
        print("1..0 # SKIP xdotool is not installed")
        return 0
    hand = {"keys": hands.Keys, "pointer": hands.Pointer}[sys.argv[2]]
    with tempfile.TemporaryDirectory(prefix="headway-tour-") as folder:
        tour = Tour(sys.argv[1], hand, pathlib.Path(folder))
        tour.start()
        tour_sample.go(tour)
        tour_assess.go(tour)
        tour_frame.go(tour)
        tour_own.go(tour)
        tour_journey.go(tour)
        tour_own.workbook(tour)
        tour.step("the end leaves one whole file", lambda: tour_own.last_quit(tour))
        tour.step("nothing was warned about", tour.no_warnings)
        return tour.end()


if __name__ == "__main__":
    sys.exit(main())
