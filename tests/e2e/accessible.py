# SPDX-License-Identifier: MIT
"""What a screen reader would find in a program: the test finds buttons and fields by the names that they say.

Asked through `gdbus`, a question at a time; a page of a window has some fifty things, and takes a second.
"""

import collections
import re

ROOT = "/org/a11y/atspi/accessible/root"
SHOWING = 25  # ATSPI_STATE_SHOWING
FOCUSED = 12  # ATSPI_STATE_FOCUSED
CHECKED = 4  # ATSPI_STATE_CHECKED


class Thing:
    """Something in a program that has a role and a name, such as ("push button", "Add product")."""

    def __init__(self, asker, bus_name, path):
        self._ask = lambda method, *words: asker(bus_name, path, method, *words)
        self.role = _text(self._ask("org.a11y.atspi.Accessible.GetRoleName"))
        self.name = self._property("org.a11y.atspi.Accessible", "Name")
        states = re.search(r"\[(?:uint32 )?(\d+), (\d+)\]", self._ask("org.a11y.atspi.Accessible.GetState"))
        self._states = int(states.group(1)) | int(states.group(2)) << 32 if states else 0

    def _property(self, interface, name):
        return _text(self._ask("org.freedesktop.DBus.Properties.Get", interface, name))

    def has(self, state):
        return bool(self._states >> state & 1)

    def children(self):
        return re.findall(r"'(:[\d.]+)', (?:objectpath )?'([^']+)'", self._ask("org.a11y.atspi.Accessible.GetChildren"))

    def text(self):
        """What is typed into a field."""
        return _text(self._ask("org.a11y.atspi.Text.GetText", "--", "0", "-1"))

    def length(self):
        """How many characters that is; also of a password, of which no more is told."""
        said = self._ask("org.freedesktop.DBus.Properties.Get", "org.a11y.atspi.Text", "CharacterCount")
        return int(re.search(r"\d+", said).group())

    def centre(self):
        """A point on the screen, in its pixels."""
        found = re.search(r"\(\((-?\d+), (-?\d+), (\d+), (\d+)\),\)", self._ask("org.a11y.atspi.Component.GetExtents", "0"))
        left, top, width, height = (int(each) for each in found.groups())
        return left + width // 2, top + height // 2


class Accessible:
    """The programs of a desktop, by its accessibility bus."""

    def __init__(self, desktop, address):
        self.desktop = desktop
        self.address = address

    def _ask(self, bus_name, path, method, *words):
        return self.desktop.output("gdbus", "call", "--address", self.address, "--dest", bus_name, "--object-path", path,
                                   "--method", method, *words)

    def _programs(self, process):
        names = re.findall(r"'(:[\d.]+)'", self._ask("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                                     "org.freedesktop.DBus.ListNames"))
        for name in names:
            said = self._ask("org.freedesktop.DBus", "/org/freedesktop/DBus",
                             "org.freedesktop.DBus.GetConnectionUnixProcessID", name)
            if f"uint32 {process.process.pid}," in said:
                yield name

    def things(self, process):
        """All that the program shows now, from outside inwards."""
        waiting = collections.deque((name, ROOT) for name in self._programs(process))
        while waiting:
            name, path = waiting.popleft()
            thing = Thing(self._ask, name, path)
            if path == ROOT or thing.has(SHOWING):
                yield thing
                if thing.role != "table":  # Its cells are many, and nobody asks for them.
                    waiting.extend(thing.children())

    def find(self, process, role, name):
        """The first thing whose role is, and whose name matches, that expression; or None."""
        return next((each for each in self.things(process)
                     if re.fullmatch(role, each.role) and re.search(name, each.name)), None)


def _text(said):
    """Of a GVariant, such as ('Add product',) or (<'Add product'>,)."""
    found = re.search(r"""^\(<?(['"])(.*)\1>?,\)$""", said, re.S)
    # What cannot be printed is written as a number: Persian has joiners of no width.
    return re.sub(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))",
                  lambda each: each[3] or chr(int(each[1] or each[2], 16)), found.group(2)) if found else ""
