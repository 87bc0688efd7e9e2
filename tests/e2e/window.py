#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The server's window as somebody uses it: under Xvfb, with a window manager, a tray, a mouse and a keyboard.

A product is typed and added, and a console client receives it; the window is closed into the tray, and the server goes
on. Then every page is pictured, empty and full, light and dark, in English and in Persian. The pictures stay in the
folder that is named on the command line, for people to look at.
"""

import argparse
import json
import os
import pathlib
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DEMO = SOURCE / "resources" / "demo"
PATIENCE = 60
PAGES = ["add", "products", "announce", "people", "now"]
PASSWORD = "spokes-and-tyres-28"  # Of tom, in resources/demo/users.csv.


class Failed(Exception):
    """One sentence for a person to read."""


def wait_for(what, condition):
    """Until `condition` returns something true, which is returned."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.1)
    raise Failed(f"waited {PATIENCE} s in vain for {what}")


class Process:
    """A program, its lines as they come, and its end in any case."""

    def __init__(self, arguments, environment, stdin=None, **pipes):
        self.process = subprocess.Popen([str(each) for each in arguments], env=environment, text=True, bufsize=1,
                                        stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, **pipes)
        self.lines = queue.Queue()
        self.seen = []
        threading.Thread(target=self._read, daemon=True).start()
        if stdin:
            self.process.stdin.write(stdin)
            self.process.stdin.close()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self, pattern):
        """The next line that matches; what stands before it is passed over."""

        def find():
            while not self.lines.empty():
                self.seen.append(self.lines.get())
                if match := re.search(pattern, self.seen[-1]):
                    return match
            if self.process.poll() is not None and self.lines.empty():
                raise Failed(f"{self.process.args[0]} ended with {self.process.returncode}; it said: {self.seen}")
            return None

        return wait_for(f"“{pattern}” of {self.process.args[0]}", find)

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode


class Desktop:
    """Xvfb, a session bus, a window manager and a tray, all of this test's own."""

    def __init__(self, folder, stack):
        self.environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"),
                            "XDG_DATA_HOME": str(folder / "data"), "XDG_RUNTIME_DIR": str(folder),
                            "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "LANGUAGE", "LANG"):
            self.environment.pop(name, None)
        quiet = {"stderr": subprocess.DEVNULL}
        xvfb = self._start(stack, ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], **quiet)
        self.environment["DISPLAY"] = ":" + xvfb.line(r"^(\d+)$").group(1)
        bus = self._start(stack, ["dbus-daemon", "--session", "--nofork", "--print-address=1"], **quiet)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.line(r"^(unix:.*)$").group(1)
        self._start(stack, ["openbox"], **quiet)
        self._start(stack, ["trayer", "--edge", "bottom", "--align", "right", "--height", "24", "--widthtype", "request"],
                    **quiet)
        wait_for("the window manager", lambda: "window id" in self.output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        wait_for("the tray", lambda: self.output("xdotool", "search", "--class", "trayer"))

    def _start(self, stack, arguments, **pipes):
        process = Process(arguments, self.environment, **pipes)
        stack.append(process)
        return process

    def output(self, *command):
        result = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE)
        return result.stdout.strip()

    def window(self, title):
        """The window of that title, in front and listening to the keyboard."""
        found = wait_for(f"a window “{title}”",
                         lambda: self.output("xdotool", "search", "--onlyvisible", "--name", title)).splitlines()[-1]
        self.output("xdotool", "windowactivate", "--sync", found)
        wait_for("the keyboard", lambda: self.output("xdotool", "getactivewindow") == found)
        return found

    def keys(self, *names):
        self.output("xdotool", "key", "--clearmodifiers", *names)

    def type(self, text):
        self.output("xdotool", "type", "--delay", "5", text)

    def picture(self, path):
        """When nothing moves any more. A picture of one colour shows nothing, and fails."""
        previous = None

        def settled():
            nonlocal previous
            # From the pixels: the file itself has the time in it.
            now = self.output("import", "-window", "root", "-format", "%#", "info:")
            same, previous = now == previous, now
            return same

        wait_for("a picture that stands still", settled)
        self.output("import", "-window", "root", str(path))
        colours = int(self.output("identify", "-format", "%k", str(path)) or 0)
        if colours < 16:
            raise Failed(f"{path.name} has only {colours} colours")


class Test:
    def __init__(self, server, client, pictures, folder, stack):
        self.server_program = server
        self.client_program = client
        self.pictures = pictures
        self.folder = folder
        self.stack = stack
        self.desktop = Desktop(folder, stack)
        self.shop = folder / "shop.sqlite"
        self.command(self.shop, "product", "import", DEMO / "products.csv")
        self.command(self.shop, "user", "import", DEMO / "users.csv")

    def command(self, database, *words):
        done = subprocess.run([self.server_program, "--database", database, *words], capture_output=True, text=True,
                              check=False, timeout=PATIENCE)
        if done.returncode != 0:
            raise Failed(f"{words} failed: {done.stderr}")

    def settings(self, **values):
        folder = self.folder / "config" / "jarchi"
        folder.mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{key}={value}\n" for key, value in values.items())
        (folder / "jarchi-server.ini").write_text("[General]\n" + lines, encoding="utf-8")

    def start(self, database):
        server = Process([self.server_program, "--database", database, "--port", "0", "--listen", "127.0.0.1"],
                         self.desktop.environment)
        self.stack.append(server)
        return server, server.line(r"^listening on (127\.0\.0\.1:\d+)$").group(1)

    def end(self, server):
        self.stack.remove(server)
        if (status := server.end()) != 0:
            raise Failed(f"the server ended with {status}")

    def display_is_missing(self):
        environment = {name: value for name, value in self.desktop.environment.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        done = subprocess.run([self.server_program, "--database", self.shop, "--port", "0"], env=environment,
                              capture_output=True, text=True, check=False, timeout=PATIENCE)
        if done.returncode != 1 or "--no-gui" not in done.stderr:
            raise Failed(f"without a display it ended with {done.returncode} and said: {done.stderr}")

    def product_is_pushed(self):
        self.settings(language="en", appearance="Light")
        server, address = self.start(self.shop)
        client = Process([self.client_program, "--console", "--json", "--server", address, "--user", "tom",
                          "--password-stdin", "--session", "0"], self.desktop.environment, stdin=PASSWORD + "\n")
        self.stack.append(client)
        desktop = self.desktop
        desktop.window("Jarchi – serving")
        desktop.keys("ctrl+1")
        desktop.type("Gravel bicycle, 11 gears")
        desktop.keys("Tab")
        desktop.type("Bicycles")
        desktop.keys("Escape", "Tab")  # The list of completions, and on to the price.
        desktop.type("1499.50")
        desktop.picture(self.pictures / "typing.png")
        desktop.keys("ctrl+Return")
        received = json.loads(client.line(r"Gravel bicycle").group(0) and client.seen[-1])
        if (received["title"], received["category"]) != ("Gravel bicycle, 11 gears", "Bicycles"):
            raise Failed(f"the client received {received}")
        desktop.picture(self.pictures / "delivered.png")

        # The mouse: the second button of the side bar.
        window = desktop.window("Jarchi – serving")
        desktop.output("xdotool", "mousemove", "--window", window, "48", "120", "click", "1")
        desktop.picture(self.pictures / "mouse.png")
        desktop.output("xdotool", "mousemove", "1270", "10")

        # Closed into the tray, once asked; the server goes on, and tells.
        desktop.keys("alt+F4")
        desktop.window("Close the window")
        desktop.picture(self.pictures / "closing.png")
        desktop.keys("Return")
        wait_for("the window to go", lambda: not desktop.output("xdotool", "search", "--onlyvisible", "--name", "Jarchi – serving"))
        self.command(self.shop, "product", "add", "--name", "Bell, loud", "--category", "Bicycles")
        client.line("Bell, loud")
        desktop.picture(self.pictures / "tray.png")
        self.stack.remove(client)
        client.end()
        self.end(server)

    def pages_are_pictured(self):
        for language, title in (("en", "Jarchi – serving"), ("fa", "جارچی")):
            for appearance in ("Light", "Dark"):
                for content in ("full", "empty"):
                    self.settings(language=language, appearance=appearance)
                    server, _ = self.start(self.shop if content == "full" else self.folder / f"{language}{appearance}.sqlite")
                    self.desktop.window(title)
                    for number, page in enumerate(PAGES, start=1):
                        self.desktop.keys(f"ctrl+{number}")
                        name = f"{page}-{content}-{language}-{appearance.lower()}.png"
                        self.desktop.picture(self.pictures / name)
                    self.end(server)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True, type=pathlib.Path)
    parser.add_argument("--client", required=True, type=pathlib.Path)
    parser.add_argument("--pictures", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.pictures.mkdir(parents=True, exist_ok=True)
    stack = []
    with tempfile.TemporaryDirectory(prefix="jarchi-window-") as folder:
        try:
            test = Test(arguments.server, arguments.client, arguments.pictures, pathlib.Path(folder), stack)
            test.display_is_missing()
            test.product_is_pushed()
            test.pages_are_pictured()
        except Failed as failure:
            print(f"FAIL: {failure}", file=sys.stderr)
            return 1
        finally:
            for process in reversed(stack):
                process.end()
    print(f"pictures: {arguments.pictures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
