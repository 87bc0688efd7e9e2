# SPDX-License-Identifier: MIT
"""The demo behind `./dev run`, where there is a display: the server's window, and an icon in the tray that gets balloons."""

import signal

from desktop import Desktop, check, wait_for
from shop import SOURCE
from tray_client import Daemon


class DemoTest:
    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder)
        self.daemon = Daemon(self.desktop)
        self.arguments = arguments

    def run(self):
        demo = self.desktop.start("/usr/bin/python3", "-B", SOURCE / "tools" / "demo.py", "--server", self.arguments.server,
                                  "--client", self.arguments.client, JARCHI_DEMO_PAUSE="0.5")
        self.desktop.window("^Jarchi – serving")
        wait_for("the icon in the tray", lambda: self.desktop.output("xdotool", "search", "--class", "^jarchi-tray$"))
        self.daemon.balloon("Fairphone 6")
        demo.line("Now you: type a product")
        check("whether anybody else's product was shown", "Gravel tyre" in self.daemon.titles(), False)
        check("the status", demo.end(signal.SIGINT), 0)
        check("windows that are left", self.desktop.windows("Jarchi"), [])
