# SPDX-License-Identifier: MIT
"""Balloons as their reader meets them: what stands in them, what their buttons do, and what becomes of them on a desktop
that shows none."""

from desktop import Desktop, Failed, check, wait_for
from other_server import OtherServer
from shop import Shop
from tray_client import Daemon, TrayClient

OLD_LINK = "http://shop.example.com/old"
LINK = "https://shop.example.com/gravel"


class BalloonTest:
    """On a desktop with the mock of a notification daemon."""

    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder)
        self.pictures = arguments.pictures
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)
        self.daemon = None

    def run(self):
        self.shop.fill()
        self.shop.settings(language="en", appearance="Light")
        self.shop.open()
        self.daemon = Daemon(self.desktop)
        for part in (self.product_of_the_window_is_a_balloon, self.interest_is_taken_away_and_put_back,
                     self.foreign_number_is_nobodys, self.next_daemon_gets_the_next_balloon,
                     self.without_daemon_qt_shows_it):
            self.client.sign_in("tom")  # Anew each time, since no more than three balloons come in ten seconds.
            part()
            self.client.quit()
        self.daemon = Daemon(self.desktop)
        self.plain_http_is_for_who_allows_it()
        self.shop.close()

    def product_of_the_window_is_a_balloon(self):
        """Typed into the server's window; what looks like markup is shown as it was typed."""
        desktop = self.desktop
        window = desktop.window("Jarchi – serving")
        desktop.keys("ctrl+3", "ctrl+1")  # To another page and back: its first field has the keyboard.
        desktop.type("Gravel bike")
        desktop.keys("Tab", "ctrl+a")
        desktop.type("Bicycles")
        desktop.tab_to(self.shop.server, "text", "^Price$")
        desktop.type("1499.50")
        desktop.keys("Tab", "Tab")
        desktop.type(LINK)
        desktop.keys("Tab")
        desktop.type("Tubeless & <b>light</b>")
        desktop.keys("ctrl+Return")
        balloon = self.daemon.balloon("Gravel bike")
        lines = balloon.body.split("\n")
        check("the description", lines[1], "Tubeless &amp; &lt;b&gt;light&lt;/b&gt;")
        check("the reason", lines[2], "because you follow Bicycles")
        if "1,499.50" not in lines[0] or "Bicycles" not in lines[0]:
            raise Failed(f"the facts: {lines[0]}")
        check("the buttons", dict(balloon.actions), {"default": "Show", "open": "Open shop.example.com",
                                                     "not-interested": "Not interested in Bicycles"})
        check("the urgency", balloon.urgency, 1)
        check("what it replaces", int(balloon.replaces), 0)
        desktop.picture(self.pictures / "tray-added.png", window)
        self.link_is_opened_by_its_button_alone()

    def link_is_opened_by_its_button_alone(self):
        check("opened without a click", self.desktop.opened(), [])
        number = self.daemon.balloon("Gravel bike").number
        self.daemon.press(number, "open")
        wait_for("the link", lambda: self.desktop.opened() == [LINK])
        wait_for("the entry to be read", lambda: self.client.unread("Gravel bike") == 0)
        wait_for("the balloon of what was read to go", lambda: number in self.daemon.withdrawn())

    def interest_is_taken_away_and_put_back(self):
        before = self.shop.interests("tom")
        self.shop.add("Bell, loud")
        self.daemon.press(self.daemon.balloon("Bell, loud").number, "not-interested")
        wait_for("the interest to go", lambda: not self.shop.interests("tom"))
        told = self.daemon.balloon("You no longer follow Bicycles")
        check("the button of the undo", dict(told.actions).get("not-interested"), "Undo")
        self.daemon.press(told.number, "not-interested")
        wait_for("the interest to come back", lambda: self.shop.interests("tom"))
        check("the interest", [each["category"] for each in self.shop.interests("tom")],
              [each["category"] for each in before])
        wait_for("the undo to be withdrawn", lambda: told.number in self.daemon.withdrawn())

    def foreign_number_is_nobodys(self):
        """A balloon of another program has been clicked: nothing of ours opens, and nothing is edited."""
        opened = self.desktop.opened()
        for action in ("open", "not-interested", "default"):
            self.daemon.press(4711, action)
        # What comes after it on the same bus is heard after it.
        self.shop.add("After the foreign one", url=LINK)
        self.daemon.press(self.daemon.balloon("After the foreign one").number, "open")
        wait_for("the link after it", lambda: len(self.desktop.opened()) == len(opened) + 1)
        check("interests", len(self.shop.interests("tom")), 1)
        check("windows", list(self.client.windows()), [])

    def plain_http_is_for_who_allows_it(self):
        """Our server takes no such link, but another one may; and a daemon may say that what was not there was pressed."""
        for is_allowed in (False, True):
            other = OtherServer(self.desktop.stack)
            self.client.settings(f"[balloon]\nallow_http={str(is_allowed).lower()}\n")
            self.client.begin_sign_in("tom", server=other.address)
            self.check_http(other, f"Old shop, {is_allowed}", is_allowed)
            self.client.quit()

    def check_http(self, other, title, is_allowed):
        opened = self.desktop.opened()
        other.wait_for_login()
        other.push(1, title, url=OLD_LINK, priority="high")
        balloon = self.daemon.balloon(title)
        check("the urgency", balloon.urgency, 2)
        check("whether http has a button", "open" in balloon.actions, is_allowed)
        self.daemon.press(balloon.number, "open")
        if is_allowed:
            wait_for("the link", lambda: self.desktop.opened() == [*opened, OLD_LINK])
            return
        # What is pressed after it is done after it.
        self.daemon.press(balloon.number, "default")
        wait_for("the inbox", self.client.windows)
        check("opened", self.desktop.opened(), opened)

    def next_daemon_gets_the_next_balloon(self):
        self.daemon.process.end()
        self.daemon = Daemon(self.desktop)
        self.shop.add("After the daemon died")
        self.daemon.balloon("After the daemon died")
        check("balloons of the new daemon", self.daemon.titles(), ["After the daemon died"])

    def without_daemon_qt_shows_it(self):
        self.daemon.process.end()
        self.shop.add("Without any daemon")
        self.client.wait_for_entry("Without any daemon")
        wait_for("Qt's own balloon", self.client.windows)
        self.desktop.park_mouse()
