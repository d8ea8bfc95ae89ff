"""A server on the loopback that speaks OpenAI's protocol and says what a test tells it to."""

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from bot.answering.llm.openai_model import OpenAIModel


@dataclass
class Reply:
    """What the server sends: a status and a body, at once or drop by drop."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: bool = False


def says(text: str | None, **message: Any) -> Reply:
    """Return a reply as the protocol writes it."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    choice["message"] |= message  # type: ignore[operator]
    return Reply(body=json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode())


class FakeServer:
    """Answers every request by `script`, which is given the user's text; keeps the requests."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.script: Callable[[str], Reply] = lambda text: says("yes")
        handler = type("Handler", (_Handler,), {"fake": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def answers(self, written: str) -> None:
        """Say yes to every yes/no question, and `written` to the others."""
        self.script = lambda text: says("Yes." if "yes or no" in text else written)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    fake: FakeServer

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.fake.requests.append(request)
        reply = self.fake.script(request["messages"][-1]["content"])
        time.sleep(reply.delay)
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):  # the client had enough
            self._drip() if reply.drip else self.wfile.write(reply.body)

    def _drip(self) -> None:
        for _ in range(200):
            self.wfile.write(b" ")
            time.sleep(0.02)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """A running fake server."""
    fake = FakeServer()
    yield fake
    fake.close()


@pytest.fixture
def model(server: FakeServer) -> Iterator[OpenAIModel]:
    """The adapter, pointed at the fake server."""
    opened = OpenAIModel(base_url=server.url, model="small", api_key=None)
    yield opened
    opened.close()
