#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The server's window as somebody uses it: under Xvfb, with a window manager, a tray, a mouse and a keyboard.

Products are added by mouse and by keyboard, and a console client receives them; the window is closed into the tray, and
the server goes on. Then every page and dialog is pictured, empty and full, light and dark, in English and in Persian. The
pictures stay in the folder that is named on the command line, for people to look at.
"""

import argparse
import contextlib
import json
import pathlib
import subprocess
import sys
import tempfile

from desktop import PATIENCE, Desktop, Failed, ended_by_signals, wait_for
from shop import Shop
from window_pictures import Pictures

TITLE = "Jarchi – serving"


class UseTest:
    """What a clerk does on an ordinary day."""

    def __init__(self, desktop, server, client, pictures):
        self.desktop = desktop
        self.shop = Shop(desktop, server, client)
        self.shop.fill()
        self.pictures = pictures

    def run(self):
        self.display_is_missing()
        self.shop.settings(language="en", appearance="Light")
        self.shop.open()
        # It has caught up before anything is added, so what it receives was pushed.
        self.client = self.shop.connect("tom")
        self.window = self.desktop.window(TITLE)
        self.product_by_mouse_is_pushed()
        self.product_by_keyboard_is_pushed()
        self.mouse_changes_the_page()
        self.window_goes_into_the_tray()
        self.window_comes_out_of_the_tray()
        self.window_without_its_tray_ends_the_server()
        if not self.shop.setting("page=1"):
            raise Failed("the page with the products was not remembered")

    def display_is_missing(self):
        environment = {name: value for name, value in self.desktop.environment.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        done = subprocess.run([self.shop.server_program, "--database", self.shop.database, "--port", "0"], env=environment,
                              capture_output=True, text=True, check=False, timeout=PATIENCE)
        if done.returncode != 1 or "--no-gui" not in done.stderr:
            raise Failed(f"without a display it ended with {done.returncode} and said: {done.stderr}")

    def received(self, title):
        return json.loads(self.client.line(title) and self.client.output.seen[-1])

    def product_by_mouse_is_pushed(self):
        desktop = self.desktop
        desktop.click_on(self.shop.server, "text", "^Name$")
        desktop.type("Gravel bicycle, 11 gears")
        desktop.click_on(self.shop.server, "combo box", "^Category$")
        desktop.type("Bicycles")
        desktop.keys("Escape")  # The list of completions.
        desktop.click_on(self.shop.server, "text", "^Price$")
        desktop.type("1499.50")
        desktop.click_on(self.shop.server, "text", "^Link$")
        desktop.type("https://shop.example.com/gravel")
        desktop.picture(self.pictures / "use-typing.png", self.window)
        desktop.click_on(self.shop.server, "push button", "^Add product$")
        desktop.park_mouse()
        received = self.received("Gravel bicycle")
        told = {name: received.get(name) for name in ("title", "category", "url")}
        if told != {"title": "Gravel bicycle, 11 gears", "category": "Bicycles", "url": "https://shop.example.com/gravel"}:
            raise Failed(f"the client received {received}")
        desktop.find(self.shop.server, "label", "Gravel bicycle, 11 gears: delivered to 1 of 1")
        desktop.picture(self.pictures / "use-delivered.png", self.window)

    def product_by_keyboard_is_pushed(self):
        desktop = self.desktop
        desktop.keys("ctrl+3", "ctrl+1")  # To another page and back: its first field has the keyboard.
        desktop.type("Saddle of leather")
        desktop.keys("Tab")
        desktop.keys("ctrl+a")
        desktop.type("Bicycles")
        desktop.tab_to(self.shop.server, "text", "^Price$")
        desktop.type("89")
        desktop.keys("ctrl+Return")
        received = self.received("Saddle")
        if (received["title"], received["category"]) != ("Saddle of leather", "Bicycles"):
            raise Failed(f"the client received {received}")

    def mouse_changes_the_page(self):
        if self.desktop.accessible.find(self.shop.server, "table", "^Products$"):
            raise Failed("the products are shown before their button was pressed")
        self.desktop.click_on(self.shop.server, "(push|toggle) button|check box|radio button", "^Products$")
        self.desktop.find(self.shop.server, "table", "^Products$")
        self.desktop.park_mouse()
        self.desktop.picture(self.pictures / "use-mouse.png", self.window)

    def window_goes_into_the_tray(self):
        """Once it was asked whether; the server goes on, and tells."""
        desktop = self.desktop
        desktop.keys("alt+F4")
        desktop.picture(self.pictures / "use-closing.png", desktop.window("Close the window"))
        desktop.keys("Return")
        wait_for("the window to go", lambda: not desktop.windows(TITLE))
        self.shop.command("product", "add", "--name", "Bell, loud", "--category", "Bicycles")
        self.received("Bell, loud")

    def window_comes_out_of_the_tray(self):
        width, height = self.desktop.size()
        self.desktop.click((width - 12, height - 12))  # The only icon of the tray in that corner.
        wait_for("the window to come back", lambda: self.desktop.windows(TITLE))
        if self.desktop.window(TITLE) != self.window:
            raise Failed("another window came out of the tray")
        self.desktop.park_mouse()
        self.desktop.picture(self.pictures / "use-back.png", self.window)

    def window_without_its_tray_ends_the_server(self):
        """Nobody could get it back."""
        self.desktop.tray.end()
        self.desktop.window(TITLE)
        self.desktop.keys("alt+F4")
        if (status := self.shop.server.process.wait(PATIENCE)) != 0:
            raise Failed(f"the server ended with {status}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True, type=pathlib.Path)
    parser.add_argument("--client", required=True, type=pathlib.Path)
    parser.add_argument("--pictures", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.pictures.mkdir(parents=True, exist_ok=True)
    try:
        for test in (UseTest, Pictures):
            with tempfile.TemporaryDirectory(prefix="jarchi-window-") as folder, contextlib.ExitStack() as stack, \
                    ended_by_signals():
                desktop = Desktop(stack, pathlib.Path(folder))
                test(desktop, arguments.server, arguments.client, arguments.pictures).run()
    except Failed as failure:
        failure.keep(arguments.pictures, "window")
        print(f"FAIL: {failure}", file=sys.stderr)
        return 1
    print(f"pictures: {arguments.pictures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
