#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The tray client as somebody lives with it, on desktops of the test: with a tray of either kind, with and without
somebody who shows notifications, with a keychain and without, with no bus and with no tray at all.

Each part has a desktop of its own and stands in a file of its own; those that are named on the command line are run, or
all. Pictures stay in the folder that is named there, for people to look at.
"""

import argparse
import contextlib
import pathlib
import sys
import tempfile
import time

from desktop import Failed, ended_by_signals, missing_programs
from tray_balloons import BalloonTest
from tray_desktops import NoBusTest, NoTrayTest
from tray_demo import DemoTest
from tray_icon import StatusNotifierTest
from tray_pictures import PictureTest
from tray_sign_in import KeychainTest, SignInTest
from tray_visits import VisitTest
from tray_wayland import WaylandTest
from tray_xfce import XFCONFD, XfceTest

PARTS = {"balloons": BalloonTest, "no-tray": NoTrayTest, "no-bus": NoBusTest, "status-notifier": StatusNotifierTest,
         "xfce": XfceTest, "wayland": WaylandTest,
         "sign-in": SignInTest, "keychain": KeychainTest, "visits": VisitTest, "demo": DemoTest,
         "pictures": PictureTest}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True, type=pathlib.Path)
    parser.add_argument("--client", required=True, type=pathlib.Path)
    parser.add_argument("--pictures", required=True, type=pathlib.Path)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS])
    arguments = parser.parse_args()
    arguments.pictures.mkdir(parents=True, exist_ok=True)
    if missing := missing_programs("dunst", "trayer", "gnome-keyring-daemon", "xfce4-panel", XFCONFD, "weston"):
        print(f"FAIL: not installed: {', '.join(missing)}", file=sys.stderr)
        return 1
    for name in arguments.parts or PARTS:
        began = time.monotonic()
        try:
            with tempfile.TemporaryDirectory(prefix="jarchi-tray-") as folder, contextlib.ExitStack() as stack, \
                    ended_by_signals():
                PARTS[name](stack, pathlib.Path(folder), arguments).run()
        except Failed as failure:
            failure.keep(arguments.pictures, name)
            print(f"FAIL: {name}: {failure}", file=sys.stderr)
            return 1
        print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    print(f"pictures: {arguments.pictures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
