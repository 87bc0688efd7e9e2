# SPDX-License-Identifier: MIT
"""Pictures of the server's window for people to look at: every page, empty and full, light and dark, in both languages,
and the dialogs that matter."""

from desktop import wait_for
from shop import DEMO, PASSWORDS, Shop, Texts

PAGES = ["add", "products", "announce", "people", "now"]
LANGUAGES = {"en": "English", "fa": "فارسی"}
APPEARANCES = ["Light", "Dark"]


class Pictures:
    def __init__(self, desktop, server, client, folder):
        self.desktop = desktop
        self.programs = (server, client)
        self.folder = folder
        self.shop = Shop(desktop, *self.programs)
        self.language = "en"
        self.texts = Texts("en")

    def run(self):
        self.full()
        for language in LANGUAGES:
            self.use(language)
            for appearance in APPEARANCES:
                self.empty(appearance)
            self.dialogs()
            self.port_in_use()

    def full(self):
        """One window through all languages and appearances, chosen in its menus, while products come and go."""
        self.shop.fill()
        self.shop.settings(language="en", appearance="Light")
        self.shop.open()
        self.window = self.desktop.window(self.texts("Jarchi – serving"))
        clients = [self.shop.connect(user) for user in PASSWORDS]
        for language, own_name in LANGUAGES.items():
            if language != self.language:
                self.choose(self.texts("&Language"), own_name)
                self.use(language)
            for appearance in APPEARANCES:
                self.choose(self.texts("Appea&rance"), self.texts(f"&{appearance}"))
                self.shop.command("product", "import", DEMO / "arrivals.csv")
                greeting = f"Good day, {language} {appearance}"
                self.shop.command("announce", "--title", greeting, "--body", "To everyone who is here.")
                for each in clients:
                    each.line(greeting)
                self.pages("full", appearance)
                self.log(appearance)
            self.choose(self.texts("Appea&rance"), self.texts("&Light"))
        self.shop.close()

    def use(self, language):
        self.language = language
        self.texts = Texts(language)

    def choose(self, menu, entry):
        """In a menu of the menu with the looks of things."""
        server = self.shop.server
        self.desktop.click_on(server, "menu item", f"^{self.texts('&View')}$")
        self.desktop.click_on(server, "menu item", f"^{menu}$")
        self.desktop.click_on(server, "check box|menu item|radio button", f"^{entry}$")
        self.desktop.park_mouse()

    def picture(self, name, appearance="Light", window=None):
        path = self.folder / f"{name}-{self.language}-{appearance.lower()}.png"
        self.desktop.picture(path, window or self.window)

    def pages(self, content, appearance):
        for number, page in enumerate(PAGES, start=1):
            self.desktop.keys(f"ctrl+{number}")
            self.picture(f"{page}-{content}", appearance)

    def log(self, appearance):
        self.desktop.keys("ctrl+l")
        self.picture("log-full", appearance)
        connections = self.texts("Connections (%1)").split(" (", maxsplit=1)[0]
        self.desktop.click_on(self.shop.server, "page tab", f"^{connections}")
        self.desktop.park_mouse()

    def dialogs(self):
        self.open("dialogs", "Light", fill=True)
        self.faults()
        self.account()
        self.deleted()
        self.imported()
        self.about()
        self.shop.close()

    def faults(self):
        """Beside the fields, and a preview of what is right."""
        self.desktop.keys("ctrl+1")
        self.desktop.type("A")
        self.desktop.keys("BackSpace", "Tab", "Tab")
        self.desktop.type("12,,5")
        self.desktop.keys("ctrl+Return")
        self.picture("add-faults")

    def account(self):
        self.desktop.keys("ctrl+shift+n")
        dialog = self.desktop.window(self.texts("Add an account"))
        self.desktop.type("nora")
        self.desktop.keys("Tab", "Tab")
        self.desktop.type("nora12345")
        self.picture("account", window=dialog)
        self.desktop.keys("Escape")
        self.desktop.click_on(self.shop.server, "push button", f"^{self.texts('&Remove…')}$")
        self.desktop.park_mouse()
        self.picture("account-removal", window=self.desktop.window(self.texts("Remove an account")))
        self.desktop.keys("Escape")

    def deleted(self):
        self.desktop.keys("ctrl+2", "ctrl+f", "Tab")
        table = f"^{self.texts('Products')}$"
        self.desktop.find(self.shop.server, "table", table)
        self.desktop.click_on(self.shop.server, "table", table)
        self.desktop.keys("Delete")
        self.desktop.park_mouse()
        self.picture("products-deleted")
        self.desktop.keys("ctrl+z")

    def imported(self):
        """Under way, with so many rows that it lasts, and its report."""
        client = self.shop.connect("tom")
        many = self.desktop.folder / "many.csv"
        rows = "".join(f"Article {number},Phones,{number}.00,EUR\n" for number in range(1, 60000))
        many.write_text("name,category,price,currency\n,Phones,1.00,EUR\nPhone,Phones,cheap,EUR\n" + rows, encoding="utf-8")
        self.desktop.keys("ctrl+i")
        title = self.texts("Import products")
        chooser = self.desktop.window(title)
        self.picture("import-choice", window=chooser)
        self.desktop.type(str(many))
        self.desktop.keys("Return")
        dialog = wait_for("the import", lambda: [each for each in self.desktop.windows(title) if each != chooser])[-1]
        self.desktop.window(title)
        self.desktop.moving_picture(self.folder / f"import-running-{self.language}-light.png", dialog)
        self.desktop.keys("Escape")
        self.desktop.find(self.shop.server, "push button", f"^{self.texts('&Close')}$")
        self.picture("import-report", window=dialog)
        self.desktop.keys("Escape")
        # The file was chosen in the database's own folder. A dialog that looks into files costs SQLite its locks, and the
        # second program that writes afterwards deletes the log under the server.
        for greeting in ("Still here", "And still here"):
            self.shop.command("announce", "--title", greeting)
            client.line(greeting)

    def about(self):
        self.desktop.click_on(self.shop.server, "menu item", f"^{self.texts('&Help')}$")
        self.desktop.click_on(self.shop.server, "menu item", f"^{self.texts('&About Jarchi')}$")
        self.desktop.park_mouse()
        self.picture("about", window=self.desktop.window(self.texts("About Jarchi")))
        self.desktop.keys("Escape")

    def open(self, name, appearance, fill=False):
        """A new window on a database of its own."""
        self.shop = Shop(self.desktop, *self.programs, name=f"{name}-{self.language}-{appearance}")
        if fill:
            self.shop.fill()
        self.shop.settings(language=self.language, appearance=appearance)
        self.shop.open()
        self.window = self.desktop.window(self.texts("Jarchi – serving on %1").split("%1", maxsplit=1)[0])

    def empty(self, appearance):
        self.open("empty", appearance)
        self.pages("empty", appearance)
        self.shop.close()

    def port_in_use(self):
        first = self.desktop.start(self.programs[0], "--no-gui", "--database", self.desktop.folder / "first.sqlite", "--port",
                                   "0", "--listen", "127.0.0.1")
        port = first.line(r"^listening on 127\.0\.0\.1:(\d+)$").group(1)
        self.shop = Shop(self.desktop, *self.programs, name=f"second-{self.language}")
        self.shop.settings(language=self.language, appearance="Light")
        self.shop.open(port=port)
        self.window = self.desktop.window(self.texts("Jarchi – not serving"))
        self.desktop.keys("ctrl+5")
        # It tries again every two seconds, and says so.
        self.desktop.moving_picture(self.folder / f"now-trouble-{self.language}-light.png", self.window)
        self.shop.close()
        first.end()
