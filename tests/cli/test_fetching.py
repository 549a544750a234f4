"""`workbench add --fetch`: an address among the paths, fetched from a real server."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from workbench.articles.web.rules import Rules

Run = Callable[..., Any]
PAGE = b"<html><body><h1>Ferry</h1><p>The ferry Alma ran aground on Monday, the coast guard said.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """Serves one page."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/ferry" else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a site that is as good as one of the public internet."""
    server = HTTPServer(("127.0.0.1", 0), Handler)
    rules = Rules(ports=frozenset({server.server_port}), may_reach=lambda address: address == "127.0.0.1")
    monkeypatch.setattr("workbench.articles.web.documents.RULES", rules)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_where_that_is_allowed(run: Run, site: str, articles: Path) -> None:
    """It is added like a file, once; what is not there stops nothing else."""
    ended = run("add", "--fetch", f"{site}/ferry", f"{site}/bridge", str(articles), "--json")
    added = json.loads(ended.out)
    assert (ended.status, len(added["added"]), len(added["refused"])) == (1, 3, 1)
    assert "answers 404" in added["refused"][0]["reason"]
    assert f"{site}/ferry" in {article["name"] for article in json.loads(run("articles", "--json").out)}
    assert json.loads(run("add", "--fetch", f"{site}/ferry", "--json").out)["added"] == []
