# SPDX-License-Identifier: MIT
"""The two programs on a desktop of the test: a shop with its database, its server's window, and who listens to it."""

import contextlib
import json
import pathlib
import sqlite3
import subprocess
import xml.etree.ElementTree

from desktop import PATIENCE, Failed

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DEMO = SOURCE / "resources" / "demo"
# In resources/demo/users.csv.
PASSWORDS = {"sara": "golab-va-zaferan", "tom": "spokes-and-tyres-28", "مینا": "shab-e-yalda-1405",
             "jonas": "tomatoes-in-june", "amir": "setar-dar-shiraz", "lena": "eight-cores-quiet"}


class Texts:
    """What the programs say in a language, by what they say in English; from the translations' own file."""

    def __init__(self, language):
        self.texts = {}
        if language != "en":
            contexts = xml.etree.ElementTree.parse(SOURCE / "translations" / f"jarchi_{language}.ts").getroot()
            self.texts = {each.findtext("source"): each.findtext("translation") for each in contexts.iter("message")}

    def __call__(self, english):
        """As a screen reader says it: without the marks of mnemonics."""
        return self.texts.get(english, english).replace("&", "")


class Shop:
    """A database, the server's window on it, and the console clients of its customers."""

    def __init__(self, desktop, server, client, name="shop"):
        self.desktop = desktop
        self.server_program = server
        self.client_program = client
        self.database = desktop.folder / f"{name}.sqlite"
        self.server = None
        self.address = None

    def fill(self):
        """As `./dev run` does."""
        self.command("product", "import", DEMO / "products.csv")
        self.command("user", "import", DEMO / "users.csv")

    def command(self, *words, stdin=None):
        """What it says."""
        done = subprocess.run([self.server_program, "--database", self.database, *words], capture_output=True, text=True,
                              check=False, timeout=PATIENCE, input=stdin)
        if done.returncode != 0:
            raise Failed(f"{words} failed: {done.stderr}")
        return done.stdout

    def settings(self, **values):
        """Those of the window; it is not running."""
        path = self.desktop.folder / "config" / "jarchi" / "jarchi-server.ini"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{key}={value}\n" for key, value in values.items())
        path.write_text("[General]\n" + lines, encoding="utf-8")

    def setting(self, line):
        """Whether the window left this line in its settings."""
        path = self.desktop.folder / "config" / "jarchi" / "jarchi-server.ini"
        return line in path.read_text(encoding="utf-8").splitlines()

    def open(self, port=0):
        """The server with its window, which is a process."""
        self.server = self.desktop.start(self.server_program, "--database", self.database, "--port", port, "--listen",
                                         "127.0.0.1")
        if port == 0:
            self.address = self.server.line(r"^listening on (127\.0\.0\.1:\d+)$").group(1)
        return self.server

    def serve(self, port=0):
        """The server without a window."""
        self.server = self.desktop.start(self.server_program, "--no-gui", "--database", self.database, "--port", port,
                                         "--listen", "127.0.0.1")
        self.address = self.server.line(r"^listening on (127\.0\.0\.1:\d+)$").group(1)
        return self.server

    def add(self, name, category="Bicycles", **more):
        """A product, as a command adds it."""
        self.command("product", "add", "--name", name, "--category", category,
                     *(word for key, value in more.items() for word in (f"--{key}", value)))

    def interests(self, user):
        return json.loads(self.command("interest", "list", user, "--json"))

    def devices(self):
        """The keys of all computers that were let in and not signed out, as hashes."""
        with contextlib.closing(sqlite3.connect(self.database.as_uri() + "?mode=ro", uri=True)) as database:
            return {key for key, in database.execute("SELECT token_hash FROM device_token")}

    def unvisited(self):
        """How many deliveries wait for an acknowledgement."""
        return json.loads(self.command("status", "--json"))["unvisited"]

    def close(self):
        if (status := self.server.end()) != 0:
            raise Failed(f"the server ended with {status}")

    def connect(self, user):
        """A console client that stays, once it has caught up: what it says from now on was pushed to it."""
        home = self.desktop.folder / "clients" / user
        home.mkdir(parents=True, exist_ok=True)
        client = self.desktop.start(self.client_program, "--console", "--json", "--server", self.address, "--user", user,
                                    "--password-stdin", "--session", "0", stdin=PASSWORDS[user] + "\n",
                                    XDG_DATA_HOME=str(home))
        client.error("caught up")
        return client
