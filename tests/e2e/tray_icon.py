# SPDX-License-Identifier: MIT
"""The icon in a StatusNotifier host: what it says of itself on the bus, and what a click and its menu do."""

import hashlib

import dbus
import dbus.bus

from desktop import Desktop, Failed, check, wait_for
from shop import Shop
from tray_client import MOCK, Daemon, TrayClient

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Host:
    """The mock of a tray that speaks StatusNotifier, and of its user."""

    def __init__(self, desktop):
        self.bus = dbus.bus.BusConnection(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        desktop.start("/usr/bin/python3", "-m", "dbusmock", WATCHER, "/StatusNotifierWatcher", WATCHER)
        wait_for("the mock of a tray", lambda: self.bus.name_has_owner(WATCHER))
        self.mock = dbus.Interface(self.bus.get_object(WATCHER, "/StatusNotifierWatcher"), MOCK)
        self.mock.AddProperty(WATCHER, "IsStatusNotifierHostRegistered", True)
        self.mock.AddProperty(WATCHER, "ProtocolVersion", dbus.Int32(0))
        self.mock.AddMethod(WATCHER, "RegisterStatusNotifierItem", "s", "", "")
        self.mock.EmitSignal(WATCHER, "StatusNotifierHostRegistered", "", [])
        self.seen = 0

    def wait_for_item(self):
        """The next program that wants to be shown."""
        calls = wait_for("an item", lambda: self.mock.GetMethodCalls("RegisterStatusNotifierItem")[self.seen:])
        self.seen += len(calls)
        return Item(self.bus, str(calls[-1][1][0]))


class Item:
    """An icon of a program in such a tray."""

    def __init__(self, bus, name):
        self.item = bus.get_object(name, "/StatusNotifierItem")
        self.menu = dbus.Interface(bus.get_object(name, str(self.get("Menu"))), MENU)

    def get(self, name):
        return self.item.Get(ITEM, name, dbus_interface=PROPERTIES)

    def tool_tip(self):
        _, _, title, text = self.get("ToolTip")
        return f"{title}{text}"

    def picture(self):
        """Of the pixels that it has, whatever they show; there must be some."""
        pixmaps = self.get("IconPixmap")
        if not pixmaps or not any(bytes(pixels).strip(b"\0") for _, _, pixels in pixmaps):
            raise Failed("the icon has no picture")
        return hashlib.sha256(b"".join(bytes(pixels) for _, _, pixels in pixmaps)).hexdigest()

    def click(self):
        self.item.Activate(dbus.Int32(0), dbus.Int32(0), dbus_interface=ITEM)

    def entries(self):
        """All of the menu by their labels, as (number, properties)."""
        self.menu.AboutToShow(dbus.Int32(0))
        _, (_, _, children) = self.menu.GetLayout(dbus.Int32(0), dbus.Int32(-1), dbus.Array([], signature="s"))
        found, waiting = {}, list(children)
        while waiting:
            number, properties, children = waiting.pop(0)
            label = str(properties.get("label", "")).replace("_", "")
            if label and properties.get("visible", True):
                found[label] = (number, properties)
            waiting.extend(children)
        return found

    def choose(self, label):
        number, _ = self.entries()[label]
        self.menu.Event(dbus.Int32(number), "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))


class StatusNotifierTest:
    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder, tray=None)
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)

    def run(self):
        self.shop.fill()
        self.shop.serve()
        self.daemon = Daemon(self.desktop)
        self.host = Host(self.desktop)
        self.minute_runs_down()
        self.click_connects_again()
        self.menu_does_what_it_says()
        self.shop.close()

    def minute_runs_down(self):
        self.client.sign_in("tom", session=3)
        self.item = self.host.wait_for_item()
        wait_for("the tool tip of who is connected", lambda: "Connected as tom, for" in self.item.tool_tip())
        seen = set()
        wait_for("the goodbye", lambda: seen.add(self.item.picture()) or "Not connected" in self.item.tool_tip())
        if len(seen) < 3:
            raise Failed(f"the ring did not run down: {len(seen)} pictures")
        self.pale = self.item.picture()
        check("windows", self.client.windows(), {})

    def click_connects_again(self):
        """What was added meanwhile comes with it, once; the number of it stands at the icon."""
        self.shop.add("While it was away")
        self.item.click()
        self.daemon.balloon("While it was away")
        wait_for("the number in the tool tip", lambda: "1 unread" in self.item.tool_tip())
        self.item.click()
        wait_for("the inbox", lambda: self.desktop.windows("^Jarchi – 1 unread$"))
        wait_for("the next goodbye", lambda: "Not connected" in self.item.tool_tip())
        if self.item.picture() == self.pale:
            raise Failed("the icon shows no unread number")
        check("shown", self.daemon.titles(), ["While it was away"])
        self.desktop.window("^Jarchi – ")
        self.desktop.keys("alt+F4")
        wait_for("the inbox to go", lambda: not self.desktop.windows("^Jarchi – "))

    def menu_does_what_it_says(self):
        item, desktop = self.item, self.desktop
        check("the menu", sorted(item.entries()),
              sorted(["Not connected", "Connect now", "Stay connected", "Inbox, 1 unread", "Interests…", "Quiet",
                      "For an hour", "Until tomorrow", "End quiet", "Settings…", "Sign out…", "About Jarchi", "Quit"]))
        item.choose("Stay connected")
        wait_for("the connection", lambda: "Connected as tom" in item.tool_tip())
        item.choose("For an hour")
        wait_for("the quiet", lambda: "Quiet" in item.tool_tip())
        self.shop.add("While it is quiet")
        self.client.wait_for_entry("While it is quiet")
        item.choose("End quiet")
        self.daemon.balloon("1 new while it was quiet")
        for entry, title in (("Inbox, 2 unread", "^Jarchi – 2 unread$"), ("Settings…", "^Settings of Jarchi$"),
                             ("Interests…", "^Interests$"), ("About Jarchi", "^About Jarchi$")):
            item.choose(entry)
            window = desktop.window(title)
            desktop.keys("alt+F4" if entry.startswith("Inbox") else "Escape")
            wait_for(f"{title} to go", lambda gone=window: gone not in desktop.windows(".*"))
        item.choose("Quit")
        check("the status", self.client.process.process.wait(10), 0)
