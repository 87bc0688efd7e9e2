# SPDX-License-Identifier: MIT
"""Pictures of the tray client for people to look at: its balloon, its menu and every window, empty and full, light and
dark, in both languages. Those that nothing depends on being drawn in the dark are drawn in the light only."""

import shutil

from desktop import Desktop, wait_for
from shop import DEMO, SOURCE, Shop, Texts
from tray_client import TrayClient

LONG = ("Stand mixer with a bowl of seven litres, a dough hook, a whisk, a mincer, a pasta roller, a juicer, a grain mill "
        "and a book of two hundred and forty recipes that the whole family will want to try at the weekend")
LONG_BODY = "\n".join(f"{number}. {LONG}." for number in range(1, 13))
# How many there are, of some that were looked for.
COUNTED = "(found|یافت شد)$"
# What a desktop's maker would choose; dunst's own colours are a matter of taste.
DUNST = """[global]
font = Noto Sans 10
markup = full
format = "<b>%s</b>\\n%b"
width = (320, 420)
offset = 16x40
origin = bottom-right
gap_size = 8
corner_radius = 8
padding = 14
horizontal_padding = 16
frame_width = 1
frame_color = "#c9ced6"
min_icon_size = 48
max_icon_size = 48
show_indicators = false
[urgency_normal]
background = "#fbfbfc"
foreground = "#1d2228"
timeout = 0
"""


class PictureTest:
    """Every language and appearance has a desktop of its own, as if nobody had been there before."""

    def __init__(self, stack, folder, arguments):
        self.stack = stack
        self.folder = folder
        self.arguments = arguments

    def run(self):
        for language in ("en", "fa"):
            for appearance in ("Light", "Dark"):
                Album(self.stack, self.folder, self.arguments, language, appearance).run()


class Album:
    def __init__(self, stack, folder, arguments, language, appearance):
        self.folder = folder / f"{language}-{appearance}"
        self.folder.mkdir()
        self.desktop = Desktop(stack, self.folder)
        self.pictures = arguments.pictures
        self.suffix = f"{language}-{appearance.lower()}"
        self.texts = Texts(language)
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)
        self.client.settings(f"[General]\nlanguage={language}\nappearance={appearance}\n")

    def run(self):
        self.dress()
        self.shop.fill()
        self.shop.serve()
        self.sign_in()
        self.client.sign_in("lena")
        self.inbox_empty()
        self.menu()
        self.balloon()
        self.receive()
        self.inbox_full()
        self.interests()
        self.settings()
        self.client.quit()
        self.shop.close()

    def dress(self):
        """As an installed program would be found: with its icon, and balloons as a desktop's maker wants them."""
        icons = self.folder / "data" / "icons" / "hicolor" / "scalable" / "apps"
        icons.mkdir(parents=True)
        shutil.copy(SOURCE / "resources" / "icons" / "jarchi.svg", icons)
        configuration = self.folder / "config" / "dunst" / "dunstrc"
        configuration.parent.mkdir(parents=True)
        path = f'icon_path = "{icons}"\n'
        configuration.write_text(DUNST.replace("[urgency_normal]", path + "[urgency_normal]"), encoding="utf-8")
        self.desktop.start_notifications("dunst")

    def take(self, name, window):
        self.desktop.picture(self.pictures / f"tray-{name}-{self.suffix}.png", window)

    def sign_in(self):
        self.client.start()
        window = self.desktop.window(self.texts("Sign in to Jarchi"))
        self.take("sign-in", window)
        self.desktop.type("lena")
        self.desktop.keys("Return")
        self.take("sign-in-missing", window)
        self.desktop.type("wrong")
        self.desktop.keys("Return")
        wait_for("the fault", lambda: self.desktop.accessible.find(self.client.process, "label", r"2019"))
        self.take("sign-in-error", window)
        self.client.quit()

    def inbox(self):
        self.client.second_start()
        return self.desktop.window("^(Jarchi|جارچی) – ")

    def inbox_empty(self):
        self.take("inbox-empty", self.inbox())
        self.desktop.keys("alt+F4")

    def menu(self):
        self.desktop.click(self.client.icon(), button=3)
        self.desktop.park_mouse()
        wait_for("the menu", self.client.windows)
        self.desktop.keys("Up", "Up", "Up", "Up", "Up", "Return")  # Quiet.
        self.desktop.still_picture(self.pictures / f"tray-menu-{self.suffix}.png")
        wait_for("the menu to go", lambda: self.desktop.keys("Escape") or not self.client.windows())

    def balloon(self):
        self.shop.add("Featherlight 14, 990 g", "Laptops", price="1190.00", currency="EUR",
                      url="https://shop.example.com/featherlight", description="Two days on one charge, and no fan.")
        wait_for("the balloon", lambda: self.desktop.output("xdotool", "search", "--onlyvisible", "--class", "Dunst"))
        self.desktop.still_picture(self.pictures / f"tray-balloon-{self.suffix}.png")

    def receive(self):
        self.shop.command("product", "import", DEMO / "products.csv")
        self.shop.command("product", "import", DEMO / "arrivals.csv")
        self.shop.command("announce", "--title", "Closed on Monday", "--body", "We take stock, and are back on Tuesday.")
        self.shop.add(LONG, "Kitchen", price="123456789.99", currency="EUR", description=LONG_BODY,
                      url="https://a-very-long-name-of-a-shop.in-a-far-away-country.example.com/mixers/of/all/kinds")
        self.client.wait_for_entry(LONG)
        self.desktop.output("dunstctl", "close-all")

    def inbox_full(self):
        window = self.inbox()
        self.desktop.keys("Down")
        self.take("inbox-full", window)
        self.desktop.keys("ctrl+Home", "Home")
        self.take("inbox-long", window)
        self.all_read(window)
        self.categories(window)
        self.search(window)

    def find(self, role, name):
        return self.desktop.find(self.client.process, role, name)

    def all_read(self, window):
        self.desktop.keys("ctrl+shift+r")
        self.find("push button", f"^{self.texts('&Undo')}$")
        self.take("inbox-all-read", window)
        self.desktop.keys("ctrl+z")

    def categories(self, window):
        """What went to everyone, and the first two categories."""
        self.desktop.keys("ctrl+f", "Tab", "space")
        self.desktop.keys("Down", "Down", "space", "Down", "space", "Down", "space")
        self.find("label", COUNTED)
        self.take("inbox-categories", window)
        self.desktop.keys("Escape")
        self.take("inbox-filtered", window)
        self.desktop.keys("space", "Down", "Return")

    def search(self, window):
        """A search is answered some time after the last key."""
        self.desktop.keys("ctrl+f")
        self.desktop.type("pan")
        self.find("label", "^[1۱] .*" + COUNTED)
        self.take("inbox-search", window)
        self.desktop.type("zzz")
        self.find("label", f"^{self.texts('Nothing found')}$")
        self.take("inbox-nothing-found", window)
        self.desktop.keys("ctrl+a", "Delete")

    def open(self, entry, title):
        """By the menu of the inbox's window, which is in front."""
        self.desktop.click_on(self.client.process, "menu item", f"^{self.texts('&Account')}$")
        self.desktop.click_on(self.client.process, "menu item", f"^{self.texts(entry)}$")
        self.desktop.park_mouse()
        return self.desktop.window(self.texts(title))

    def interests(self):
        window = self.open("I&nterests…", "Interests")
        preview = self.texts("What the last month would have brought")
        wait_for("the preview", lambda: self.desktop.accessible.find(self.client.process, "list", f"^{preview}$"))
        self.take("interests", window)
        self.desktop.keys("Escape")
        wait_for("the dialog to go", lambda: window not in self.desktop.windows(""))

    def settings(self):
        window = self.open("&Settings…", "Settings of Jarchi")
        for tab in ("general", "visits", "balloons", "inbox"):
            self.take(f"settings-{tab}", window)
            self.desktop.keys("ctrl+Tab")
        self.desktop.keys("Escape")
