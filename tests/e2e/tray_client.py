# SPDX-License-Identifier: MIT
"""The tray client on a desktop of the test: how it is started, what is in its inbox, and what it told the desktop's
notification daemon."""

import contextlib
import pathlib
import sqlite3

import dbus
import dbus.bus

from desktop import PATIENCE, Failed, wait_for
from shop import PASSWORDS

NOTIFICATIONS = "org.freedesktop.Notifications"
MOCK = "org.freedesktop.DBus.Mock"


class Balloon:
    """A call of Notify that the mock of a notification daemon was sent."""

    def __init__(self, arguments, number):
        _, self.replaces, self.icon, self.title, self.body, actions, self.hints, self.timeout = arguments
        self.number = number
        self.actions = dict(zip(actions[::2], actions[1::2]))
        self.urgency = int(self.hints["urgency"])


class Daemon:
    """The mock of a notification daemon, which shows nothing and remembers everything."""

    def __init__(self, desktop):
        self.bus = dbus.bus.BusConnection(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        self.process = desktop.start_notifications("mock")
        owner = self.bus.get_name_owner(NOTIFICATIONS)  # Another one later is another one.
        self.mock = dbus.Interface(self.bus.get_object(owner, "/org/freedesktop/Notifications"), MOCK)

    def balloons(self):
        """All so far, oldest first."""
        shown, last = [], 0
        for _, arguments in self.mock.GetMethodCalls("Notify"):
            if not arguments[1]:
                last += 1
            shown.append(Balloon(arguments, int(arguments[1]) or last))
        return shown

    def titles(self):
        return [str(each.title) for each in self.balloons()]

    def balloon(self, title):
        """The newest of that title, once it is there."""
        return wait_for(f"the balloon “{title}”",
                        lambda: next((each for each in reversed(self.balloons()) if each.title == title), None))

    def press(self, number, action):
        """As if its reader had pressed that button of the balloon with that number."""
        self.mock.EmitSignal(NOTIFICATIONS, "ActionInvoked", "us", [dbus.UInt32(number), action])

    def withdrawn(self):
        return [int(arguments[0]) for _, arguments in self.mock.GetMethodCalls("CloseNotification")]


class TrayClient:
    """`jarchi-tray`, with the settings and the inbox of this desktop's home."""

    def __init__(self, desktop, shop, program):
        self.desktop = desktop
        self.shop = shop
        self.program = program
        self.process = None

    def settings(self, text):
        """Those of a client that is not running, as its file has them."""
        path = self.desktop.folder / "config" / "jarchi" / "jarchi-tray.ini"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def start(self, *options, **environment):
        self.process = self.desktop.start(self.program, *options, **environment)
        return self.process

    def begin_sign_in(self, user="tom", session=0, server=None):
        """With the password on standard input, which keeps nothing for the next time."""
        self.process = self.desktop.start(self.program, "--server", server or self.shop.address, "--user", user,
                                          "--password-stdin", "--session", session, stdin=PASSWORDS[user] + "\n")
        return self.process

    def sign_in(self, user="tom", session=0):
        """As begin_sign_in(), until the shop's server has let it in."""
        before = self.shop.devices()
        self.begin_sign_in(user, session)
        wait_for("the client to be let in", lambda: self.shop.devices() - before and self.inbox_file())

    def second_start(self):
        """Its status: somebody forgot that it runs already."""
        return self.desktop.start(self.program).process.wait(PATIENCE)

    def quit(self):
        """Its status, when it was asked to end; and it has to be quick."""
        status = self.process.end()
        self.process.errors.find("(?!)")
        if status != 0:
            raise Failed(f"the client ended with {status} and said: {self.process.errors.seen[-5:]}")

    def inbox_file(self):
        return next((self.desktop.folder / "data" / "jarchi-tray").glob("inbox-*.sqlite"), None)

    def ask_inbox(self, sql):
        with contextlib.closing(sqlite3.connect(self.inbox_file().as_uri() + "?mode=ro", uri=True)) as inbox:
            return inbox.execute(sql).fetchall()

    def inbox_titles(self):
        """Oldest first."""
        return [title for title, in self.ask_inbox("SELECT title FROM notification ORDER BY entry")]

    def unread(self, title):
        return len(self.ask_inbox(f"SELECT 1 FROM notification WHERE title = '{title}' AND NOT is_read"))

    def wait_for_entry(self, title):
        wait_for(f"“{title}” in the inbox", lambda: self.inbox_file() and title in self.inbox_titles())

    def windows(self):
        """What it shows on the screen besides its icon: numbers and places."""
        found = self.desktop.output("xdotool", "search", "--all", "--onlyvisible", "--pid",
                                    str(self.process.process.pid), "--name", "")
        places = {each: self.desktop.geometry(each) for each in found.splitlines()}
        return {each: place for each, place in places.items() if place[2] > 64}

    def icon(self):
        """The place of its icon in an XEmbed tray."""

        def find():
            found = self.desktop.output("xdotool", "search", "--onlyvisible", "--class", "^jarchi-tray$").splitlines()
            return [place for each in found if 8 < (place := self.desktop.geometry(each))[2] <= 64]

        left, top, width, height = wait_for("the icon in the tray", find)[0]
        return left + width // 2, top + height // 2


def files_with(folder: pathlib.Path, secret):
    """The files below it that contain the secret."""
    return [path for path in folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]
