"""A mail server small enough for a test: it takes what it is given and keeps it."""

import socketserver
import threading
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser


class PostBox(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine; `mails` holds what arrived."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.mails: list[EmailMessage] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Conversation(socketserver.StreamRequestHandler):
    server: PostBox

    def handle(self) -> None:
        self._say("220 ready")
        while line := self.rfile.readline():
            word = line.strip().upper()
            if word == b"DATA":
                self._say("354 go on")
                self._take()
            elif word == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _take(self) -> None:
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        self.server.mails.append(BytesParser(policy=policy.default).parsebytes(b"".join(lines)))
        self._say("250 kept")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())
