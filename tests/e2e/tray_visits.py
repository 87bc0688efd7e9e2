# SPDX-License-Identifier: MIT
"""Starts, ends and restarts of both programs, polite and not: one client for a user, and each notification once."""

import random
import signal
import time

from desktop import Desktop, Failed, check, wait_for
from shop import Shop
from tray_client import Daemon, TrayClient

# The program promises one second; a machine that builds and tests needs some more.
LONGEST_GOODBYE = 5


class VisitTest:
    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder)
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)

    def run(self):
        self.shop.fill()
        self.shop.serve()
        self.daemon = Daemon(self.desktop)
        self.second_start_shows_the_first_ones_inbox()
        self.server_restart_loses_nothing()
        self.goodbye_waits_for_no_server()
        self.kills_lose_nothing_and_repeat_nothing()
        self.shop.close()

    def second_start_shows_the_first_ones_inbox(self):
        self.client.sign_in("tom")
        check("windows", self.client.windows(), {})
        check("the status of the second start", self.client.second_start(), 0)
        wait_for("the first one's inbox", self.client.windows)
        check("whether the first one lives", self.client.process.process.poll(), None)
        place = self.desktop.geometry(self.desktop.window("^Jarchi – "))
        self.desktop.keys("alt+F4")
        wait_for("the inbox to go", lambda: not self.client.windows())
        self.client.second_start()
        check("the place where it comes back", self.desktop.geometry(self.desktop.window("^Jarchi – ")), place)
        self.client.quit()

    def server_restart_loses_nothing(self):
        self.client.sign_in("tom")
        port = self.shop.address.rsplit(":", 1)[1]
        # Let in by the server is not yet welcomed at the client; what has a balloon was welcomed.
        self.shop.add("Before it went down")
        self.daemon.balloon("Before it went down")
        self.shop.server.end(signal.SIGKILL)
        self.shop.add("While the server was down")
        self.shop.serve(port)
        self.daemon.balloon("While the server was down")
        self.shop.add("After the restart")
        self.daemon.balloon("After the restart")
        added = ["Before it went down", "While the server was down", "After the restart"]
        check("shown", self.daemon.titles(), added)
        check("in the inbox", self.client.inbox_titles(), added)

    def goodbye_waits_for_no_server(self):
        """Whom nobody answers leaves all the same."""
        self.shop.server.process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        self.client.quit()
        took = time.monotonic() - began
        self.shop.server.process.send_signal(signal.SIGCONT)
        if took > LONGEST_GOODBYE:
            raise Failed(f"it took {took:.1f} s to quit")

    def kills_lose_nothing_and_repeat_nothing(self):
        """Killed at moments that chance chooses, between its start and some time after all has come."""
        rounds = 20
        chance = random.Random(2019)
        usual = self.time_to_balloon()
        added = []
        for number in range(rounds):
            before = f"Round {number}, before"
            during = f"Round {number}, during"
            self.shop.add(before)
            self.client.begin_sign_in("tom")
            time.sleep(chance.uniform(0, usual))
            self.shop.add(during)
            added += [before, during]
            time.sleep(chance.uniform(0, usual))
            self.client.process.end(signal.SIGKILL)
        self.client.sign_in("tom")
        wait_for("all in the inbox", lambda: set(added) <= set(self.client.inbox_titles()))
        wait_for("all to be acknowledged", lambda: self.shop.unvisited() == 0)
        self.client.quit()
        kept = [title for title in self.client.inbox_titles() if title.startswith("Round")]
        check("what is in the inbox", sorted(kept), sorted(added))
        shown = [title for title in self.daemon.titles() if title.startswith("Round")]
        check("what was shown twice", [title for title in shown if shown.count(title) > 1], [])
        if not shown:
            raise Failed("nothing was shown, so no kill came too late")

    def time_to_balloon(self):
        """From the client's start, on this machine and now: the kills have to fall around it."""
        self.shop.add("How long it takes")
        began = time.monotonic()
        self.client.begin_sign_in("tom")
        self.daemon.balloon("How long it takes")
        took = time.monotonic() - began
        self.client.quit()
        return took
