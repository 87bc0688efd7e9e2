# SPDX-License-Identifier: MIT
"""The tray client on desktops that lack something: a tray, a notification daemon, a bus."""

from desktop import Desktop, check, wait_for
from shop import Shop
from tray_client import TrayClient


class NoTrayTest:
    """The inbox window stands in for the icon, until there is a tray."""

    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder, tray=None)
        self.pictures = arguments.pictures
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)

    def run(self):
        self.shop.fill()
        self.shop.serve()
        self.inbox_says_so()
        self.window_quits()
        self.tray_comes_later()
        self.shop.close()

    def note(self):
        return self.desktop.accessible.find(self.client.process, "label|text|panel|static", "no tray")

    def inbox_says_so(self):
        self.client.sign_in("tom")
        window = self.desktop.window("^Jarchi – ")
        wait_for("the note about the tray", self.note)
        self.desktop.picture(self.pictures / "tray-no-tray.png", window)

    def window_quits(self):
        self.desktop.keys("ctrl+q")
        check("the status", self.client.process.process.wait(10), 0)

    def tray_comes_later(self):
        self.client.sign_in("tom")
        self.desktop.window("^Jarchi – ")
        wait_for("the note about the tray", self.note)
        self.desktop.start_tray("trayer")
        self.client.icon()
        wait_for("the note to go", lambda: not self.note())
        self.desktop.keys("alt+F4")
        wait_for("the window to go", lambda: not self.desktop.windows("^Jarchi – "))
        self.desktop.click(self.client.icon())
        wait_for("the window to come out of the tray", lambda: self.desktop.windows("^Jarchi – "))
        self.client.quit()


class NoBusTest:
    """No session bus, dead or unknown: Qt shows the balloons, and everything else goes on."""

    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder, bus=False)
        self.pictures = arguments.pictures
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)

    def run(self):
        self.shop.fill()
        self.shop.serve()
        self.balloon_is_qts("Without a bus that lives")
        # Whoever finds no bus must not start one; the desktop did not either.
        launcher = self.desktop.folder / "bin" / "dbus-launch"
        launcher.write_text(f"#!/bin/sh\necho launched >> {self.desktop.folder}/launched\nexit 1\n", encoding="utf-8")
        launcher.chmod(0o755)
        del self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
        self.balloon_is_qts("Without a bus at all")
        check("buses started", (self.desktop.folder / "launched").exists(), False)
        self.shop.close()

    def balloon_is_qts(self, title):
        self.client.sign_in("tom")
        self.client.icon()
        self.shop.add(title, price="89.00", currency="EUR", url="https://shop.example.com/bell")
        self.client.wait_for_entry(title)
        wait_for("the balloon", self.client.windows)
        self.desktop.output("import", "-window", "root", str(self.pictures / "tray-balloon-by-qt.png"))
        balloon = next(iter(self.client.windows().values()))
        self.desktop.click((balloon[0] + balloon[2] // 2, balloon[1] + balloon[3] // 3))  # Below are its tail and nothing.
        wait_for("the inbox", lambda: self.desktop.windows("^Jarchi – "))
        self.client.quit()
