# SPDX-License-Identifier: MIT
"""A desktop of a test's own, for tests of programs as somebody uses them.

`Desktop` is a display (Xvfb) with a window manager, and whatever else a desktop may have or lack: a session bus, a tray,
somebody who shows notifications, something that opens links. What is on the display is found by `xdotool` and, by the
names that a screen reader would say, by `Accessible`. Everything that was started ends with the test, also when the
test is killed.
"""

import contextlib
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time

from accessible import FOCUSED, Accessible

PATIENCE = 60
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <!-- No service is started because somebody asks for it: this desktop has what its test gave it, whatever is installed. -->
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""
# Of programs that show tray icons: how to start them, and the class of their window.
TRAYS = {
    "trayer": (["trayer", "--edge", "bottom", "--align", "right", "--height", "24", "--widthtype", "request"], "trayer"),
    "xfce4-panel": (["xfce4-panel", "--disable-wm-check"], "Xfce4-panel"),
}
NOTIFICATIONS = {
    "dunst": ["dunst"],
    # Says on standard output what it is asked for. The system's Python, since that is the one that has it.
    "mock": ["/usr/bin/python3", "-u", "-m", "dbusmock", "--template", "notification_daemon", "--parameters",
             '{"capabilities": "body body-markup actions persistence sound"}'],
}


class Failed(Exception):
    """One sentence for a person to read, and a picture of each desktop on which it came to that."""

    def __init__(self, sentence):
        super().__init__(sentence)
        self.desktops = []

    def keep(self, folder, name):
        for number, picture in enumerate(self.desktops):
            (folder / f"failed-{name}-{number}.png").write_bytes(picture)


def wait_for(what, condition, patience=PATIENCE):
    """Until `condition` returns something true, which is returned."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.1)
    raise Failed(f"waited {patience} s in vain for {what}")


def check(what, found, expected):
    if found != expected:
        raise Failed(f"{what}: {found!r} instead of {expected!r}")


class Lines:
    """The lines of a pipe, as they come."""

    def __init__(self, pipe):
        self.coming = queue.Queue()
        self.seen = []
        threading.Thread(target=self._read, args=[pipe], daemon=True).start()

    def _read(self, pipe):
        for line in pipe:
            self.coming.put(line.rstrip("\n"))

    def find(self, pattern):
        """The next line that matches; what stands before it is passed over."""
        while not self.coming.empty():
            self.seen.append(self.coming.get())
            if match := re.search(pattern, self.seen[-1]):
                return match
        return None


class Process:
    """A program that ends with the test, in any case, and what it says."""

    def __init__(self, arguments, environment, group, stdin=None):
        arguments = [str(each) for each in arguments]
        self.name = pathlib.Path(arguments[0]).name
        self.process = subprocess.Popen(arguments, env=environment, text=True, bufsize=1,
                                        stdin=subprocess.PIPE if stdin else subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, preexec_fn=lambda: os.setpgid(0, group))
        self.output = Lines(self.process.stdout)
        self.errors = Lines(self.process.stderr)
        if stdin:
            self.process.stdin.write(stdin)
            self.process.stdin.close()

    def line(self, pattern, lines=None):
        """The next line of standard output (or of `lines`) that matches."""
        lines = lines or self.output

        def find():
            ended = self.process.poll() is not None  # Asked first: what it said last may still be on its way.
            if match := lines.find(pattern):
                return match
            if ended and lines.coming.empty():
                raise Failed(f"{self.name} ended with {self.process.returncode}")
            return None

        try:
            return wait_for(f"“{pattern}” of {self.name}", find)
        except Failed as failure:
            self.errors.find("(?!)")  # All of them.
            raise Failed(f"{failure}; it said: {lines.seen[-5:]} {self.errors.seen[-5:]}") from None

    def error(self, pattern):
        """The next line of standard error that matches."""
        return self.line(pattern, self.errors)

    def end(self, with_signal=signal.SIGTERM):
        """Its status. Asked to end before, if it has not."""
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode


class Desktop:
    """A display with a window manager, and around it what the test wants.

    stack          an ExitStack that ends what is started here
    folder         an empty folder: the home of everything on this desktop
    tray           a name of TRAYS, or None: there is no tray
    notifications  a name of NOTIFICATIONS, or None: nobody shows any
    bus            False: no session bus answers (then no notifications, and nothing is found by its name)
    scale          of everything, as on a screen with more pixels
    """

    def __init__(self, stack, folder, tray="trayer", notifications=None, bus=True, size="1280x800", scale=1):
        self.stack = stack
        self.folder = folder
        self._group = self._start_watcher()
        self._programs = stack.enter_context(contextlib.ExitStack())
        stack.push(self._show_failure)  # The last is the first to be called, and the programs are still there.
        (folder / "runtime").mkdir(mode=0o700, parents=True)
        self.environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"),
                            "XDG_DATA_HOME": str(folder / "data"), "XDG_CACHE_HOME": str(folder / "cache"),
                            "XDG_RUNTIME_DIR": str(folder / "runtime"), "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
                            "QT_SCALE_FACTOR": str(scale), "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "LANGUAGE", "LANG", "BROWSER"):
            self.environment.pop(name, None)
        self._catch_links()
        # It would begin anew whenever the last program goes, and be deaf to the next one meanwhile.
        xvfb = self.start("Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset")
        self.environment["DISPLAY"] = ":" + xvfb.line(r"^(\d+)$").group(1)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus() if bus else f"unix:path={folder}/no-bus"
        self.accessible = self._start_accessibility() if bus else None
        self.start("openbox")
        wait_for("the window manager", lambda: "window id" in self.output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        self.tray = self.start_tray(tray) if tray else None
        self.notifications = self.start_notifications(notifications) if notifications else None
        self.bare = folder / "bare.png"
        self._capture(self.bare)

    def _show_failure(self, _, failure, __):
        """What stood on this desktop when the test failed, for whoever has to find out why."""
        if isinstance(failure, Failed):
            last = self.folder / "last.png"
            self._capture(last)
            if last.exists():
                failure.desktops.append(last.read_bytes())

    def start(self, *arguments, stdin=None, **environment):
        """A program on this desktop; `environment` is added to that of the desktop."""
        process = Process(arguments, {**self.environment, **environment}, self._group, stdin)
        self._programs.callback(process.end)
        return process

    def _start_watcher(self):
        """A process group for all that is started. Killed by its time limit, a test can clean nothing up: then the watcher
        sees the end of its input, and kills the group with whatever its programs started."""
        watcher = subprocess.Popen(["sh", "-c", "cat > /dev/null; kill -KILL 0"], stdin=subprocess.PIPE,
                                   preexec_fn=os.setpgrp)

        def release():
            watcher.stdin.close()
            watcher.wait()

        self.stack.callback(release)
        return watcher.pid

    def _catch_links(self):
        opener = self.folder / "bin" / "xdg-open"
        opener.parent.mkdir()
        opener.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{self.folder}/opened"\n', encoding="utf-8")
        opener.chmod(opener.stat().st_mode | stat.S_IXUSR)

    def opened(self):
        """The links that were opened so far."""
        path = self.folder / "opened"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def _start_bus(self):
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS, encoding="utf-8")
        bus = self.start("dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address=1")
        return bus.line(r"^(unix:.*)$").group(1)

    def _start_accessibility(self):
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.start("/usr/libexec/at-spi-bus-launcher")
        ask = ("gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
               "org.a11y.Bus.GetAddress")
        address = wait_for("the accessibility bus", lambda: re.search(r"'(.*)'", self.output(*ask)))
        return Accessible(self, address.group(1))

    def start_notifications(self, name):
        """Somebody who shows notifications, after the one before has ended."""
        daemon = self.start(*NOTIFICATIONS[name])
        ask = ("gdbus", "call", "--session", "--dest", "org.freedesktop.Notifications", "--object-path",
               "/org/freedesktop/Notifications", "--method", "org.freedesktop.Notifications.GetServerInformation")
        wait_for(f"{name} to answer", lambda: self.output(*ask))
        return daemon

    def start_tray(self, name):
        command, window_class = TRAYS[name]
        tray = self.start(*command)
        wait_for("the tray", lambda: self.output("xdotool", "search", "--class", window_class))
        return tray

    def balloons(self):
        """What dunst has shown, oldest first, as it keeps it: each has `summary`, `body`, `appname` and more."""
        self.output("dunstctl", "close-all")  # What is still shown is not in its history.
        shown = json.loads(self.output("dunstctl", "history"))["data"][0]
        return [{name: value["data"] for name, value in each.items()} for each in reversed(shown)]

    def output(self, *command):
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE)
        return done.stdout.strip()

    def windows(self, title):
        """The windows on the screen whose title matches, by their numbers."""
        return self.output("xdotool", "search", "--onlyvisible", "--name", title).splitlines()

    def window(self, title):
        """The window of that title, in front and listening to the keyboard."""
        found = wait_for(f"a window “{title}”", lambda: self.windows(title))[-1]
        self.output("xdotool", "windowactivate", "--sync", found)
        wait_for("the keyboard", lambda: self.output("xdotool", "getactivewindow") == found)
        return found

    def geometry(self, window):
        """Left, top, width and height on the screen, in its pixels."""
        # Not by xdotool, which counts the frame of a window twice.
        said = dict(re.findall(r"(Absolute upper-left X|Absolute upper-left Y|Width|Height): +(-?\d+)",
                               self.output("xwininfo", "-id", window)))
        return tuple(int(said.get(name, 0)) for name in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))

    def keys(self, *names):
        self.output("xdotool", "key", "--clearmodifiers", *names)

    def tab_to(self, process, role, name):
        """To the next field, which is that one. What is typed before the keyboard is there may come to the field before, or to
        its list of completions: a program that a screen reader listens to gets its keys by a detour."""

        def has_keyboard():
            thing = self.accessible.find(process, role, name)
            return thing and thing.has(FOCUSED)

        self.keys("Tab")
        wait_for(f"the keyboard in the {role} “{name}”", has_keyboard)

    def type(self, text):
        self.output("xdotool", "type", "--delay", "5", text)

    def click(self, where, button=1):
        """The mouse goes to that point, and presses."""
        self.output("xdotool", "mousemove", str(where[0]), str(where[1]), "click", str(button))

    def find(self, process, role, name):
        """What has that role and that name (regular expressions) in the program, once it shows."""
        return wait_for(f"the {role} “{name}”", lambda: self.accessible.find(process, role, name))

    def click_on(self, process, role, name):
        """As find(), once it holds still."""
        place = None

        def still():
            nonlocal place
            thing = self.accessible.find(process, role, name)
            same, place = thing and thing.centre() == place, thing and thing.centre()
            return same

        wait_for(f"the {role} “{name}”", still)
        self.click(place)

    def park_mouse(self):
        """Out of the way, where nothing is under it."""
        width, height = self.size()
        self.output("xdotool", "mousemove", str(width - 4), str(height // 2))

    def size(self):
        return tuple(int(each) for each in self.output("xdotool", "getdisplaygeometry").split())

    def _capture(self, path):
        self.output("import", "-window", "root", str(path))

    def picture(self, path, window):
        """Of the whole desktop, when nothing moves any more, with that window fully on it and drawn."""
        self.still_picture(path)
        self._check_picture(path, window)

    def still_picture(self, path):
        """As picture(), of what is no window: a menu, a balloon. The desktop is not bare any more, in any case."""
        previous = None

        def settled():
            nonlocal previous
            # From the pixels: the file itself has the time in it.
            now = self.output("import", "-window", "root", "-format", "%#", "info:")
            same, previous = now == previous, now
            return same

        wait_for("a picture that stands still", settled)
        self._capture(path)

    def moving_picture(self, path, window):
        """As picture(), of what does not stand still."""
        self._capture(path)
        self._check_picture(path, window)

    def _check_picture(self, path, window):
        """The window is in front and within the screen, and its part of the picture shows something that is not the
        bare desktop."""
        if (active := self.output("xdotool", "getactivewindow")) != window:
            raise Failed(f"{path.name}: not the window under test is in front but {active}")
        left, top, width, height = self.geometry(window)
        screen = self.size()
        if left < 0 or top < 0 or left + width > screen[0] or top + height > screen[1]:
            raise Failed(f"{path.name}: the window is not within the screen: {left}, {top}, {width} × {height}")
        crop = f"{width}x{height}+{left}+{top}"
        colours = int(self.output("convert", str(path), "-crop", crop, "-format", "%k", "info:") or 0)
        if colours < 16:
            raise Failed(f"{path.name}: the window has only {colours} colours")
        same = float(self.output("convert", str(self.bare), str(path), "-crop", crop, "+repage", "-compose", "difference",
                                 "-composite", "-colorspace", "gray", "-threshold", "0", "-format", "%[fx:1-mean]",
                                 "info:") or 1)
        if same > 0.05:
            raise Failed(f"{path.name}: {same:.0%} of the window are the bare desktop")


@contextlib.contextmanager
def ended_by_signals():
    """A signal that ends the test ends what it started, too."""

    def leave(number, _):
        sys.exit(128 + number)

    before = {each: signal.signal(each, leave) for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def missing_programs(*more):
    """Those that a desktop needs and that are not installed."""
    needed = ("Xvfb", "dbus-daemon", "openbox", "xdotool", "xprop", "xwininfo", "import", "convert", "gdbus", *more)
    return [each for each in needed if shutil.which(each) is None]
