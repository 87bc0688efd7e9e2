# SPDX-License-Identifier: MIT
"""Both programs on Wayland, where windows are put in front by the compositor only, and the bus has the only tray."""

from desktop import Desktop, Failed, check, wait_for
from shop import Shop
from tray_client import Daemon, TrayClient
from tray_icon import Host

NAME = "wayland-test"


class WaylandTest:
    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder, tray=None)
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)

    def run(self):
        self.start_compositor()
        self.shop.fill()
        self.shop.open()
        self.daemon = Daemon(self.desktop)
        self.tray_comes_later()
        self.second_start_is_heard()
        self.item.choose("Quit")
        check("the status", self.client.process.process.wait(10), 0)
        self.nothing_was_complained_of()
        self.shop.close()

    def start_compositor(self):
        """From now on programs are on its display, which nobody sees."""
        self.desktop.start("weston", "--backend=headless-backend.so", "--use-pixman", "--no-config", "--idle-time=0",
                           f"--socket={NAME}")
        wait_for("the compositor", (self.desktop.folder / "runtime" / NAME).exists)
        self.desktop.environment.update(QT_QPA_PLATFORM="wayland", WAYLAND_DISPLAY=NAME, DISPLAY="")

    def note(self):
        return self.desktop.accessible.find(self.client.process, "label|text|panel|static", "no tray")

    def tray_comes_later(self):
        """The inbox stands in for it until then."""
        self.client.sign_in("tom")
        wait_for("the note about the tray", self.note)
        self.item = Host(self.desktop).wait_for_item()
        wait_for("the note to go", lambda: not self.note())
        self.shop.add("Bell, loud")
        self.daemon.balloon("Bell, loud")
        wait_for("the number in the tool tip", lambda: "1 unread" in self.item.tool_tip())

    def second_start_is_heard(self):
        check("the status of a second start", self.client.second_start(), 0)

    def nothing_was_complained_of(self):
        """Of the programs, that is. What Qt and its libraries say of the graphics of a machine differs from one to the next."""
        for process in (self.client.process, self.shop.server):
            process.errors.find("(?!)")
            complaints = [line for line in process.errors.seen if "QObject" in line or "QSystemTray" in line]
            if complaints:
                raise Failed(f"{process.name} complained: {complaints}")
