# SPDX-License-Identifier: MIT
"""The icon in the panel of a real desktop, Xfce's, which may come later than the client, and die."""

import pathlib
import signal

import dbus
import dbus.bus

from desktop import Desktop, check, wait_for
from shop import Shop
from tray_client import Daemon, TrayClient
from tray_icon import PROPERTIES, WATCHER

# In a folder that is named after the processor.
XFCONFD = str(next(pathlib.Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd"), "xfconfd"))
HEIGHT = 32
# With nothing but a tray in it, at the lower left.
PANEL = f"""<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=8;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="{HEIGHT}"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty"><property name="plugin-1" type="string" value="systray"/></property>
</channel>
"""


class XfceTest:
    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder, tray=None)
        self.pictures = arguments.pictures
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)

    def run(self):
        self.shop.fill()
        self.shop.serve()
        Daemon(self.desktop)
        self.configure()
        self.panel_shows_the_icon()
        self.next_panel_shows_it_again()
        self.client.quit()
        wait_for("the icon to go", lambda: not self.icons())
        self.shop.close()

    def configure(self):
        """As its owner would have done with the mouse."""
        path = self.desktop.folder / "config" / "xfce4" / "xfconf" / "xfce-perchannel-xml" / "xfce4-panel.xml"
        path.parent.mkdir(parents=True)
        path.write_text(PANEL, encoding="utf-8")
        self.desktop.start(XFCONFD)
        bus = dbus.bus.BusConnection(self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        wait_for("the desktop's settings", lambda: bus.name_has_owner("org.xfce.Xfconf"))
        self.bus = bus

    def icons(self):
        """Those that the panel has."""
        if not self.bus.name_has_owner(WATCHER):
            return []
        watcher = self.bus.get_object(WATCHER, "/StatusNotifierWatcher", introspect=False)
        return watcher.Get(WATCHER, "RegisteredStatusNotifierItems", dbus_interface=PROPERTIES)

    def drawn(self):
        """What the panel shows at its left, where the icon has its place, once that is more than the panel's own colour."""
        place = f"{HEIGHT - 8}x{HEIGHT - 8}+0+{self.desktop.size()[1] - HEIGHT + 4}"

        def find():
            said = self.desktop.output("import", "-window", "root", "-crop", place, "-format", "%k %#", "info:")
            colours, pixels = said.split()
            return pixels if int(colours) > 16 else None

        return wait_for("the icon to be drawn", find)

    def open_inbox(self):
        self.drawn()
        self.desktop.click((HEIGHT // 2 - 4, self.desktop.size()[1] - HEIGHT // 2))
        window = self.desktop.window("^Jarchi – 1 unread$")
        self.desktop.park_mouse()
        return window

    def panel_shows_the_icon(self):
        panel = self.desktop.start_tray("xfce4-panel")
        wait_for("the tray", lambda: self.bus.name_has_owner(WATCHER))
        self.client.sign_in("tom")
        wait_for("the icon", lambda: len(self.icons()) == 1)
        before = self.drawn()
        self.shop.add("Bell, loud")
        wait_for("the number at the icon", lambda: self.drawn() != before)
        self.desktop.picture(self.pictures / "tray-xfce.png", self.open_inbox())
        self.desktop.keys("alt+F4")
        wait_for("the inbox to go", lambda: not self.desktop.windows("^Jarchi – "))
        panel.end(signal.SIGKILL)
        wait_for("the tray to go", lambda: not self.bus.name_has_owner(WATCHER))
        check("whether the client goes on", self.client.process.process.poll(), None)

    def next_panel_shows_it_again(self):
        self.desktop.start_tray("xfce4-panel")
        wait_for("the icon in the next panel", lambda: len(self.icons()) == 1)
        self.open_inbox()
