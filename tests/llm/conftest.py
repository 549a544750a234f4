"""A real HTTP server that answers like a language model: well, badly, or with malice."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


def chat(content: Any) -> bytes:
    """The body of a chat completion that says `content`, as JSON if it is no text."""
    said = content if isinstance(content, str) else json.dumps(content)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def saying(content: Any) -> Answer:
    """Answer every question with the same words."""
    return lambda handler, _asked: send(handler, chat(content))


@dataclass
class Model:
    """The server; `answers` are used one after the other, the last for all that follows."""

    url: str = ""
    answers: list[Answer] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def answer(self, *answers: Answer) -> None:
        self.answers[:] = answers


@pytest.fixture
def model() -> Iterator[Model]:
    """A model on this machine that says nothing until it is told what."""
    told = Model(answers=[saying({"claims": []})])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.asked.append({"path": self.path, **question})
            told.headers.append(dict(self.headers.items()))
            answer = told.answers.pop(0) if len(told.answers) > 1 else told.answers[0]
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the client had enough
                answer(self, question)

        def do_GET(self) -> None:
            told.asked.append({"path": self.path})
            send(self, b"got you")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


class Answers:
    """Ways to answer."""

    saying = staticmethod(saying)

    @staticmethod
    def status(status: int, body: bytes = b"", **headers: str) -> Answer:
        return lambda handler, _asked: send(handler, body, status, **headers)


@pytest.fixture
def chat_answers() -> type[Answers]:
    return Answers
