# SPDX-License-Identifier: MIT
"""A server of another make: it speaks the protocol, lets everybody in, and pushes whatever the test wants."""

import json
import queue
import socket
import threading

from desktop import PATIENCE


class OtherServer:
    def __init__(self, stack):
        self._socket = socket.create_server(("127.0.0.1", 0))
        stack.callback(self._socket.close)
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.heard = queue.Queue()  # What was answered already.
        self._connection = None
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                self._connection, _ = self._socket.accept()
            except OSError:
                return  # The test is over.
            self.say(type="hello", protocol=1, server="other/1", features=[], epoch="other")
            with self._connection.makefile(encoding="utf-8") as lines:
                for line in lines:
                    message = json.loads(line)
                    self._answer(message)
                    self.heard.put(message)

    def _answer(self, message):
        if message["type"] == "login":
            self.say(type="welcome", user=message["user"], display_name=message["user"], pending=0, heartbeat=30)
            self.say(type="caught_up", last_id="0")
        elif message["type"] == "ping":
            self.say(type="pong")
        elif message["type"] == "bye":
            self.say(type="bye", reason="idle")
            self._connection.close()

    def wait_for_login(self):
        while self.heard.get(timeout=PATIENCE)["type"] != "login":
            pass

    def say(self, **message):
        self._connection.sendall(json.dumps(message).encode() + b"\n")

    def push(self, number, title, **more):
        self.say(type="notification", id=str(number), title=title, body="", category="Bicycles",
                 created_at="2026-11-22T09:00:00Z", priority=more.pop("priority", "normal"), **more)
