"""A page is fetched by the rules, and nothing that a server does breaks them."""

import sys
from typing import Any

import pytest

from workbench.articles import read_article
from workbench.articles.containers.face import Document
from workbench.articles.web.documents import documents_at, is_address
from workbench.articles.web.message import Fetched, pack_message
from workbench.articles.web.rules import Rules
from workbench.errors import UnreadableArticleError

WORDS = "The ferry Alma ran aground on Monday"


def article_at(address: str, rules: Rules) -> Any:
    [part] = documents_at(address, None, rules)
    assert isinstance(part, Document)
    return read_article(part.raw, name=part.name)


@pytest.mark.parametrize("path", ["page", "packed", "wrong", "nonsense", "page?a=b#part", "hops/3"])
def test_a_page_is_read_with_its_address(server: Any, path: str) -> None:
    article = article_at(server.address(path), server.rules())
    assert article.title == "Fähre"
    assert WORDS in article.text
    final = "page" if path.startswith("hops") else path.partition("#")[0]
    assert article.url == article.name == server.address(final)


def test_the_bytes_of_the_body_are_kept_as_they_are(server: Any) -> None:
    [part] = documents_at(server.address("koi8"), None, server.rules())
    assert isinstance(part, Document)
    assert part.raw.endswith("</body></html>".encode("koi8-r"))
    assert "Паром".encode("koi8-r") in part.raw
    assert read_article(part.raw, name=part.name).title == "Паром"


def test_a_page_that_did_not_change_is_the_same_article(server: Any) -> None:
    first, again = (list(documents_at(server.address("page"), None, server.rules())) for _ in range(2))
    assert first == again


def test_texts_and_feeds_are_read_too(server: Any) -> None:
    assert article_at(server.address("text"), server.rules()).text.startswith(WORDS)
    assert len(list(documents_at(server.address("feed"), None, server.rules()))) == 2


def test_who_asks_is_said_and_nothing_else(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cookie is sent back, and no proxy of the environment used."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    article_at(server.address("hops/2"), server.rules())
    assert [path for path, _ in server.asked] == ["/hops/2", "/hops/1", "/page"]
    for _, headers in server.asked:
        assert headers["User-Agent"].startswith("claim-workbench/")
        assert headers["Host"] == f"news.example:{server.server_port}"
        assert not {"Cookie", "Referer", "Authorization"} & headers.keys()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "the server answers 404"),
        ("endless", "more than 1 MB"),
        ("bomb", "more than 1 MB"),
        ("broken", "cannot be unpacked"),
        ("brotli", "packed as “br”"),
        ("rubbish", "cannot be reached"),
        ("round", "leads on more than 3 times"),
        ("hops/4", "leads on more than 3 times"),
        ("to/ftp://news.example/a", "only http:// and https://"),
        ("to/file:///etc/passwd", "only http:// and https://"),
        ("to/http://news.example:22/", "is on port 22"),
        ("to/http://me:secret@news.example/", "name or password"),
    ],
)
def test_bad_answers_are_one_line(server: Any, path: str, reason: str) -> None:
    with pytest.raises(UnreadableArticleError, match=reason) as refusal:
        list(documents_at(server.address(path), None, server.rules()))
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("path", ["picture", "empty"])
def test_what_is_no_article_is_refused_when_it_is_read(server: Any, path: str) -> None:
    with pytest.raises(UnreadableArticleError, match=r"image/png|empty"):
        article_at(server.address(path), server.rules())


@pytest.mark.parametrize("path", ["silent", "dripping"])
def test_the_time_for_all_of_it_is_bounded(server: Any, path: str) -> None:
    with pytest.raises(UnreadableArticleError, match=r"within 0\.3 seconds"):
        list(documents_at(server.address(path), None, server.rules(seconds=0.3)))


def test_a_name_that_is_never_resolved_does_not_hold_it_up(server: Any) -> None:
    rules = server.rules(seconds=0.2, resolve=lambda host, port: [str(server.closing.wait())])
    with pytest.raises(UnreadableArticleError, match="seconds"):
        list(documents_at(server.address("page"), None, rules))


def test_a_host_without_an_address_and_a_closed_port_are_said(server: Any) -> None:
    def nothing(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(UnreadableArticleError, match="no address"):
        list(documents_at(server.address("page"), None, server.rules(resolve=nothing)))
    rules = server.rules()
    server.server_close()
    with pytest.raises(UnreadableArticleError, match="cannot be reached"):
        list(documents_at(server.address("page"), None, rules))


@pytest.mark.parametrize("address", ["ftp://a.example/b", "file:///etc/passwd", "http://", "gopher://x"])
def test_other_addresses_are_refused(server: Any, address: str) -> None:
    assert is_address(address)
    with pytest.raises(UnreadableArticleError, match="no address of the web"):
        list(documents_at(address, None, server.rules()))


@pytest.mark.parametrize("path", ["a.txt", "C:\\a.txt", "folder/a.txt", "-", "a:b", "./http:/x", "*.html"])
def test_paths_are_no_addresses(path: str) -> None:
    assert not is_address(path)


def test_a_missing_extra_is_named(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "workbench.articles.web.fetching", raising=False)
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(UnreadableArticleError, match=r"pip install 'claim-workbench\[web\]'"):
        list(documents_at(server.address("page"), None, server.rules()))


@pytest.mark.parametrize("raw", [b"HTTP/1.1 200 OK\r\nContent-Location: x", pack_message(Fetched("x", "", b""))])
def test_damaged_pages_are_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableArticleError, match=r"damaged|empty"):
        read_article(raw, name="page")
