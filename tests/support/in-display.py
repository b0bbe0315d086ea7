#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""in-display.py COMMAND...: runs a test of the window in a display, a bus and a home of
its own, so that several can run at once and nothing of the machine's reaches them.
Ends with the command's exit code; says in TAP that it skips where Xvfb is missing."""
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile

SCREEN = "1280x900x24"


def start_display():
    """(the server, ":N"): the server itself looks for a free number."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
        pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as number:
        return server, f":{number.readline().strip()}"


def private_home(home):
    places = {"HOME": home, "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache",
              "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run"}
    places = {name: os.path.join(home, folder) for name, folder in places.items()}
    for folder in places.values():
        os.makedirs(folder, mode=0o700, exist_ok=True)
    return places


def run_on_bus(command, env):
    """The bus and what it starts talk to the log; only the test writes its report."""
    report = os.dup(sys.stdout.fileno())
    only_test = ["sh", "-c", f'exec "$@" >&{report} {report}>&-', "sh"]
    session = subprocess.Popen(["dbus-run-session", "--", *only_test, *command],
                               env=env, stdout=sys.stderr, pass_fds=[report], start_new_session=True)
    try:
        return session.wait()
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(session.pid, signal.SIGTERM)  # what is left when we are stopped early


def stop(server):
    server.terminate()
    server.wait()


def main():
    command = sys.argv[1:]
    if not shutil.which("Xvfb") or not shutil.which("dbus-run-session"):
        print("1..0 # SKIP Xvfb or dbus-run-session is not installed")
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the display goes too
    with tempfile.TemporaryDirectory(prefix="headway-test-") as home:
        server, display = start_display()
        try:
            env = {**os.environ, **private_home(home), "DISPLAY": display, "GDK_BACKEND": "x11",
                   "GDK_DEBUG": "gl-disable", "GIO_USE_VFS": "local", "ADW_DISABLE_PORTAL": "1"}
            for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "GTK_MODULES"):
                env.pop(name, None)
            return run_on_bus(command, env)
        finally:
            stop(server)


sys.exit(main())
