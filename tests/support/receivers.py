"""A receiver of webhooks as somebody else would write one, and a mail server; each in a thread of its own."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from standardwebhooks.webhooks import Webhook

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
"""The secret of the spec's own example."""


@dataclass
class Post:
    """One request that arrived."""

    path: str
    headers: dict[str, str]
    text: str
    said: Any = None


@dataclass
class Receiver:
    """Answers with what `answers` holds, first to last, and the last one for good; keeps what came."""

    address: str = ""
    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=lambda: [(204, {}, b"")])
    posts: list[Post] = field(default_factory=list)
    arrived: threading.Condition = field(default_factory=threading.Condition)
    before_answer: Callable[[Post], None] = lambda _post: None

    def wait_for(self, number: int, seconds: float = 20.0) -> list[Post]:
        """The posts, once there are so many."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.posts) >= number, seconds), f"only {len(self.posts)} came"
        return self.posts

    def verified(self) -> list[dict[str, Any]]:
        """What every post says; raises where one is not signed with our secret."""
        return [Webhook(SECRET).verify(post.text, post.headers) for post in self.posts]

    def answer(self, status: int, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
        """From now on answer like this."""
        self.answers = [(status, headers or {}, body)]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver on a free port of this machine."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            post = Post(self.path, {k.lower(): v for k, v in self.headers.items()}, text)
            receiver.before_answer(post)
            with receiver.arrived:
                receiver.posts.append(post)
                answers = receiver.answers
                status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
                receiver.arrived.notify_all()
            with contextlib.suppress(ConnectionError):  # whoever asked may be gone by now
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        do_GET = do_POST  # noqa: N815  # the name http.server looks for

        def log_message(self, *_: object) -> None:
            """Be silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, name="receiver")
    thread.start()
    receiver.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Mailbox:
    """A mail server's answers and what it took."""

    port: int = 0
    refuse_recipients: str = ""
    refuse_data: str = ""
    messages: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802  # the name aiosmtpd looks for
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.refuse_recipients:
            return self.refuse_recipients
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  # the name aiosmtpd looks for
        if self.refuse_data:
            return self.refuse_data
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """A mail server without TLS on this machine."""
    mailbox = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        mailbox.port = probe.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=mailbox.port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
