#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The demo behind `./dev run`: a shop, two customers, and products that reach whoever asked for them.

Everything is done with the programs as anybody would type them, in a folder that is gone afterwards: the products and
accounts of resources/demo are imported, a server is started on a free port, two clients log in, and the products of
resources/demo/arrivals.csv are added one after the other. Ctrl-C ends it at any time.

Where there is a display, the server has its window, and the first of the two clients is an icon in the tray that shows
balloons; quitting either ends the demo. Elsewhere all of it is in the terminal.
"""

import argparse
import csv
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading

DATA = pathlib.Path(__file__).resolve().parents[1] / "resources" / "demo"
WATCHED = ["sara", "tom"]
# Interests finer than a whole category, which the CSV of accounts cannot say.
INTERESTS = [
    ["sara", "--category", "Phones", "--max-price", "700.00", "--currency", "EUR"],
    ["sara", "--category", "کتاب", "--keyword", "شعر"],
    ["tom", "--category", "Books", "--keyword", "bicycle"],
    ["مینا", "--category", "Laptops", "--max-price", "1200.00", "--currency", "EUR"],
    ["jonas", "--category", "Garden", "--keyword", "tomato"],
]
COLOURS = {"shop": "\033[1m", "server": "\033[2m", "sara": "\033[36m", "tom": "\033[33m"}


class DemoFailed(Exception):
    """One sentence for a person to read."""


class Screen:
    """Whole lines, each with who says it, from several threads. Nobody listening any more ends the demo."""

    def __init__(self, stopped):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        self._stopped = stopped
        self._colourful = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        self._lock = threading.Lock()

    def say(self, who, text):
        prefix = f"{who:>6} | "
        if self._colourful:
            prefix = f"{COLOURS.get(who, '')}{prefix}\033[0m"
        with self._lock:
            try:
                print(prefix + text, flush=True)
            except BrokenPipeError:
                self._stopped.set()
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Demo:
    def __init__(self, server, client, folder, screen, stopped, has_display):
        self._server = server
        self._client = client
        self._folder = folder
        self._screen = screen
        self._stopped = stopped
        self._has_display = has_display
        self._database = folder / "shop.sqlite"
        # A balloon is read, and a line in a terminal is only looked at.
        self._pause = float(os.environ.get("JARCHI_DEMO_PAUSE", "6" if has_display else "1.5"))
        self._running = []
        self._readers = []
        self._address = None
        self._received = 0

    def play(self):
        self._fill_database()
        self._start_server()
        for name in WATCHED:
            self._start_client(name)
        self._wait(2 * self._pause)
        for product in rows("arrivals.csv"):
            if self._stopped.is_set():
                return
            self._add(product)
        if not self._stopped.is_set():
            self._say_goodbye()

    def stop(self):
        """The clients first, so that they can say that they leave; the server last."""
        for process in reversed(self._running):
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(timeout=12)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for reader in self._readers:
            reader.join()

    def _wait(self, seconds):
        """Returns early when the demo is to stop, and complains about a program that ended by itself."""
        self._stopped.wait(seconds)
        for process in self._running:
            if process.poll() is None or self._stopped.is_set():
                continue
            if self._has_display and process.returncode == 0:
                self._stopped.set()  # Its user closed it.
            else:
                raise DemoFailed(f"{process.args[0].name} ended unexpectedly, with status {process.returncode}")

    def _environment(self, who):
        """A home of its own for each program, so that the demo neither reads nor leaves anything of yours."""
        home = self._folder / who
        home.mkdir(exist_ok=True)
        environment = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / "data"),
                           XDG_CONFIG_HOME=str(home / "config"), XDG_CACHE_HOME=str(home / "cache"), QT_NO_GLIB="1")
        environment.pop("JARCHI_DATABASE", None)
        if not re.search("utf-?8", environment.get("LC_ALL") or environment.get("LANG") or "", re.IGNORECASE):
            environment["LC_ALL"] = "C.UTF-8"
        return environment

    def _command(self, *arguments):
        """One of jarchi-server's commands, on the demo's database."""
        command = [self._server, *arguments, "--database", self._database]
        result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                                env=self._environment("server"), start_new_session=True)
        if result.returncode != 0:
            raise DemoFailed(f"jarchi-server {' '.join(map(str, arguments))}: {result.stderr.strip()}")

    def _fill_database(self):
        self._screen.say("shop", f"{len(rows('products.csv'))} products and {len(rows('users.csv'))} accounts, "
                                 "imported from resources/demo")
        self._command("product", "import", DATA / "products.csv")
        self._command("user", "import", DATA / "users.csv")
        for name, *rule in INTERESTS:
            self._command("interest", "add", name, *rule)

    def _start(self, who, command, heard, password=None):
        """Starts a program that stays, and hands every line that it prints to `heard`."""
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   encoding="utf-8", errors="replace", env=self._environment(who),
                                   start_new_session=True)
        self._running.append(process)
        process.stdin.write(f"{password}\n" if password else "")
        process.stdin.close()

        def read():
            for line in process.stdout:
                self._screen.say(who, line.rstrip())
                heard(line)

        reader = threading.Thread(target=read)
        reader.start()
        self._readers.append(reader)

    def _start_server(self):
        def heard(line):
            address = re.match(r"listening on (127\.0\.0\.1:\d+)", line)
            if address:
                self._address = address[1]

        face = [] if self._has_display else ["--no-gui"]
        self._start("server", [self._server, *face, "--port", "0", "--database", self._database], heard)
        while not self._address and not self._stopped.is_set():
            self._wait(0.05)

    def _start_client(self, name):
        def heard(_):
            self._received += 1

        if self._stopped.is_set():
            return
        password = next(account["password"] for account in rows("users.csv") if account["name"] == name)
        self._screen.say(name, f"logs in, and wants to hear of: {interests_of(name)}")
        is_in_tray = self._has_display and name == WATCHED[0]
        if is_in_tray:
            self._screen.say(name, "has an icon in the tray, and gets balloons")
        self._start(name, [self._client, *([] if is_in_tray else ["--console"]), "--server", self._address, "--user",
                           name, "--password-stdin", "--session", "0", "--insecure"], heard, password)

    def _add(self, product):
        self._screen.say("shop", "")
        # The marks keep a Persian name from taking the price along to its other side.
        self._screen.say("shop", f"new: {product['name']}\u200e, {product['price']} {product['currency']}, "
                                 f"in {product['category']}\u200e")
        options = [part for key, value in product.items() if value for part in (f"--{key}", value)]
        received = self._received
        self._command("product", "add", *options)
        self._wait(self._pause)
        # What a tray icon shows is seen on the desktop, and not here.
        if self._received == received and not self._stopped.is_set() and not self._has_display:
            self._screen.say("shop", "(neither of the two hears of it)")

    def _say_goodbye(self):
        self._screen.say("shop", "")
        self._screen.say("shop", "That was all: each product reached who had asked for it, at once, and nobody else.")
        if not self._has_display and not (sys.stdin.isatty() and sys.stdout.isatty()):
            return
        if self._has_display:
            self._screen.say("shop", "Now you: type a product into the server's window. Who follows Phones up to 700 EUR "
                                     "is sara, in the tray.")
        for line in [
            "The shop stays open until you press Ctrl-C. From another terminal you can add a product yourself:",
            f"  {os.path.relpath(self._server)} product add --database {self._database} \\",
            "      --category Phones --name 'My phone' --price 99.00 --currency EUR",
            f"or talk to the server as a program would: nc {self._address.replace(':', ' ')}",
            "README.md and docs/architecture.md say how it works.",
        ]:
            self._screen.say("shop", line)
        while not self._stopped.is_set():
            self._wait(0.5)


def rows(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def interests_of(name):
    """In words, from the same data that the server is given."""
    whole = next(account["interests"] for account in rows("users.csv") if account["name"] == name).split(";")
    finer = []
    for who, _, category, kind, value, *_ in INTERESTS:
        if who == name:
            finer.append(f"{category} up to {value} EUR" if kind == "--max-price" else f"{category} with “{value}”")
    return ", ".join([category for category in whole if category] + finer)


def main():
    parser = argparse.ArgumentParser(description="Shows Jarchi at work.")
    parser.add_argument("--server", type=pathlib.Path, required=True, help="the jarchi-server program")
    parser.add_argument("--client", type=pathlib.Path, required=True, help="the jarchi-tray program")
    arguments = parser.parse_args()

    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stopped.set())
    screen = Screen(stopped)
    with tempfile.TemporaryDirectory(prefix="jarchi-demo-") as folder:
        demo = Demo(arguments.server.resolve(), arguments.client.resolve(), pathlib.Path(folder), screen, stopped,
                    has_display=any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")))
        try:
            demo.play()
        except DemoFailed as failure:
            print(f"The demo failed: {failure}", file=sys.stderr)
            return 1
        finally:
            stopped.set()
            demo.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
