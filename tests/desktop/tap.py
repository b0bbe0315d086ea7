# SPDX-License-Identifier: GPL-3.0-or-later
"""Says how tests went, one line each, as the Test Anything Protocol has it."""
import shutil
import sys
import traceback


class Skip(Exception):
    """The test cannot be made here; its text says what is missing."""


def need(*programs):
    """Skips the test where one of the programs is not installed."""
    for program in programs:
        if not shutil.which(program):
            raise Skip(f"{program} is not installed")


def same(have, want, what=""):
    if have != want:
        raise AssertionError(f"{what}\n  is     {have!r}\n  not    {want!r}")


def run(tests):
    """tests: functions named test_this_and_that. Ends the program."""
    print(f"1..{len(tests)}")
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix("test_").replace("_", "-")
        try:
            test()
            print(f"ok {number} {name}")
        except Skip as why:
            print(f"ok {number} {name} # SKIP {why}")
        except Exception:  # a broken test fails, and the others still run
            failed += 1
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()), end="")
            print(f"not ok {number} {name}")
        sys.stdout.flush()
    sys.exit(failed > 0)
