# SPDX-License-Identifier: MIT
"""The first start: who it is, what may go wrong, and where the key is kept; never the password."""

import pathlib
import stat

import dbus
import dbus.bus

from desktop import Desktop, Failed, check, wait_for
from shop import PASSWORDS, Shop
from tray_client import TrayClient, files_with

TITLE = "^Sign in to Jarchi$"
WRONG = "seven-wrong-words"
SECRETS = "org.freedesktop.secrets"


class SignInTest:
    """On a desktop without a keychain, unless `keychain` says otherwise."""

    keychain = False

    def __init__(self, stack, folder, arguments):
        self.desktop = Desktop(stack, folder)
        self.pictures = arguments.pictures
        self.shop = Shop(self.desktop, arguments.server, arguments.client)
        self.client = TrayClient(self.desktop, self.shop, arguments.client)

    def run(self):
        self.shop.fill()
        self.shop.serve()
        self.client.start()
        self.window = self.desktop.window(TITLE)
        self.nothing_typed_is_said()
        self.wrong_password_is_said()
        self.unreachable_server_is_said()
        self.right_one_is_let_in()
        self.key_is_kept()
        self.client.quit()
        self.password_is_nowhere()
        self.next_start_asks_nothing()
        self.sign_out_forgets()
        self.shop.close()

    def field(self, name):
        return wait_for(f"the field {name}", lambda: self.desktop.accessible.find(self.client.process, "text",
                                                                                 f"^{name}$"))

    def says(self, sentence):
        wait_for(f"the dialog to say “{sentence}”",
                 lambda: self.desktop.accessible.find(self.client.process, ".*", sentence))

    def type_into(self, name, text):
        self.desktop.click_on(self.client.process, "text", f"^{name}$")
        self.desktop.keys("ctrl+a")
        self.desktop.type(text)

    def nothing_typed_is_said(self):
        self.desktop.picture(self.pictures / "tray-sign-in-en-light.png", self.window)
        self.desktop.keys("Return")
        self.says("The user name is missing")

    def wrong_password_is_said(self):
        """By mouse and keyboard; what was typed stays."""
        self.type_into("Server", self.shop.address)
        self.desktop.keys("Tab")  # The user.
        self.desktop.type("tom")
        self.desktop.keys("Tab")
        self.desktop.type(WRONG)
        self.desktop.click_on(self.client.process, "push button", "^Sign in$")
        self.says("password is wrong|name or the password|password.*not")
        self.desktop.park_mouse()
        self.desktop.picture(self.pictures / "tray-sign-in-error-en-light.png", self.desktop.window(TITLE))
        check("the server", self.field("Server").text(), self.shop.address)
        check("the user", self.field("User name").text(), "tom")
        check("the password's length", self.field("Password").length(), len(WRONG))

    def unreachable_server_is_said(self):
        for address, sentence in (("127.0.0.1:1", "refuse|no server|not reach|cannot be reached|nobody"),
                                  ("shop.invalid", "shop.invalid .*(exist|known|found)|no computer|not found")):
            self.type_into("Server", address)
            self.desktop.keys("Return")
            self.says(sentence)
            check("the server", self.field("Server").text(), address)
            check("the user", self.field("User name").text(), "tom")

    def right_one_is_let_in(self):
        self.type_into("Server", self.shop.address)
        self.type_into("Password", PASSWORDS["tom"])
        self.desktop.keys("Return")
        wait_for("the dialog to go", lambda: not self.desktop.windows(TITLE))

    def key_is_kept(self):
        """There is no keychain: a question, answered by keyboard."""
        question = self.desktop.window("^Remember me$")
        self.desktop.picture(self.pictures / "tray-token-question-en-light.png", question)
        self.desktop.keys("alt+k")
        kept = wait_for("the file with the key", self.token_files)
        check("who may read it", stat.S_IMODE(kept[0].stat().st_mode), 0o600)

    def token_files(self):
        return list((self.desktop.folder / "data" / "jarchi-tray").glob("*token*"))

    def password_is_nowhere(self):
        for password in (PASSWORDS["tom"], WRONG):
            # The shop of the test has its accounts from a file in the sources, and hashes.
            check("files with a password", files_with(self.desktop.folder, password), [])

    def next_start_asks_nothing(self):
        self.shop.add("After the restart")
        self.client.start()
        self.client.wait_for_entry("After the restart")
        check("windows", list(self.desktop.windows(TITLE)), [])

    def sign_out_forgets(self):
        """By the menu of the window that a second start opens."""
        check("a second start", self.client.second_start(), 0)
        self.desktop.window("^Jarchi – ")
        self.desktop.keys("alt+a")
        self.desktop.click_on(self.client.process, "menu item", "^Sign out$")
        wait_for("the key to go", lambda: not self.is_key_kept())
        self.client.quit()
        self.client.start()
        self.desktop.window(TITLE)
        self.client.quit()

    def is_key_kept(self):
        return any(b'"user"' in path.read_bytes() for path in self.token_files())


class KeychainTest(SignInTest):
    """With a real keychain: no question, and no file."""

    def run(self):
        self.start_keychain()
        super().run()

    def start_keychain(self):
        self.desktop.start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                           stdin="a password of this test")
        self.bus = dbus.bus.BusConnection(self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        wait_for("the keychain", lambda: self.bus.name_has_owner(SECRETS))

    def key_is_kept(self):
        wait_for("the key in the keychain", self.is_key_kept)
        check("files with a key", self.token_files(), [])
        check("questions", self.desktop.windows("^Remember me$"), [])

    def is_key_kept(self):
        service = dbus.Interface(self.bus.get_object(SECRETS, "/org/freedesktop/secrets"), "org.freedesktop.Secret.Service")
        unlocked, locked = service.SearchItems(dbus.Dictionary({}, signature="ss"))
        return len(unlocked) + len(locked)
