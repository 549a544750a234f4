"""A real server on this computer, which behaves well and badly."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from workbench.articles.web.rules import Rules, is_public

WORDS = "The ferry Alma ran aground on Monday with 41 people on board, the coast guard said on Tuesday."
PAGE = f"<html><head><title>Fähre</title></head><body><h1>Fähre</h1><p>{WORDS}</p></body></html>"
HERE = "127.0.0.1"


class Handler(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, f"do_{self.path.strip('/').replace('?', '/').partition('/')[0]}")()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_page(self) -> None:
        self.answer(PAGE.encode(), Set_Cookie="who=me")

    def do_packed(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def do_koi8(self) -> None:
        self.answer(PAGE.replace("Fähre", "Паром").encode("koi8-r"), "text/html; charset=koi8-r")

    def do_wrong(self) -> None:
        self.answer(PAGE.encode(), "text/html; charset=us-ascii")

    def do_nonsense(self) -> None:
        self.answer(PAGE.encode(), 'text/html; charset="\\x00klingon')

    def do_text(self) -> None:
        self.answer(WORDS.encode(), "text/plain")

    def do_feed(self) -> None:
        item = "<item><title>Road</title><description>The road opened.</description></item>"
        self.answer(
            f"<rss><channel>{item}{item.replace('Road', 'Way')}</channel></rss>".encode(), "application/rss+xml"
        )

    def do_picture(self) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n", "image/png")

    def do_empty(self) -> None:
        self.answer(b"")

    def do_missing(self) -> None:
        self.answer(b"no", status=404)

    def do_bomb(self) -> None:
        self.answer(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def do_broken(self) -> None:
        self.answer(b"\x1f\x8b no", Content_Encoding="gzip")

    def do_brotli(self) -> None:
        self.answer(b"abc", Content_Encoding="br")

    def do_to(self) -> None:
        self.answer(b"", status=302, Location=self.path.partition("/to/")[2])

    def do_round(self) -> None:
        self.answer(b"", status=302, Location="/round", Set_Cookie="who=me")

    def do_hops(self) -> None:
        left = int(self.path.rpartition("/")[2])
        self.answer(b"", status=302, Location=f"/hops/{left - 1}" if left > 1 else "/page", Set_Cookie="who=me")

    def do_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while True:
            self.wfile.write(b"<p>more</p>" * 10_000)

    def do_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.closing.wait(0.02):  # type: ignore[attr-defined]
            self.wfile.write(b".")

    def do_silent(self) -> None:
        self.server.closing.wait()  # type: ignore[attr-defined]

    def do_rubbish(self) -> None:
        self.wfile.write(b"\x00\xff" * 100)


class Server(ThreadingHTTPServer):
    """Knows what was asked of it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((HERE, 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()

    def address(self, path: str, host: str = "news.example") -> str:
        """Return the address of a page; all names lead here."""
        return f"http://{host}:{self.server_port}/{path}"

    def rules(self, seconds: float = 20, resolve: Callable[[str, int], list[str]] | None = None) -> Rules:
        """Return rules by which this server is as good as one of the public internet, and nothing else here is."""
        return Rules(
            ports=frozenset({self.server_port}),
            seconds=seconds,
            most_bytes=1_000_000,
            resolve=resolve or (lambda host, port: [HERE if host.endswith(".example") else host]),
            may_reach=lambda address: address == HERE or is_public(address),
        )


@pytest.fixture
def server() -> Iterator[Server]:
    """Return the server, which ends with the test."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.closing.set()
    server.shutdown()
    server.server_close()
