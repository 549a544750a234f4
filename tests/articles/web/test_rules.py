"""No connection goes to this computer or its network: directly, by redirection, or by a name that changes its mind."""

import socket
from typing import Any

import pytest

from workbench.articles.web.documents import documents_at
from workbench.articles.web.rules import Rules, is_public
from workbench.errors import UnreadableArticleError

PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.170",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::808:808",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "fc00::1",
    "fe80::1",
    "fe80::1%1",
    "ff02::1",
    "2001:db8::1",
    "no address",
]


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return the list of all connections that are opened from now on."""
    opened: list[Any] = []
    connect = socket.create_connection

    def recorded(address: Any, *arguments: Any, **named: Any) -> socket.socket:
        opened.append(address)
        return connect(address, *arguments, **named)

    monkeypatch.setattr(socket, "create_connection", recorded)
    return opened


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_no_public_ones(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::808:808", "2002:808:808::1"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
@pytest.mark.parametrize("others", [[], ["93.184.215.14"]], ids=["alone", "beside a public one"])
def test_nothing_private_is_reached_by_name(address: str, others: list[str], connections: list[Any]) -> None:
    rules = Rules(resolve=lambda host, port: [*others, address])
    with pytest.raises(UnreadableArticleError, match="this computer or its network"):
        list(documents_at("http://news.example/", None, rules))
    assert connections == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:7f00:1]", "0"]
)
def test_nothing_private_is_reached_by_any_spelling(host: str, connections: list[Any]) -> None:
    """The system's own resolver knows many ways to write the same address."""
    with pytest.raises(UnreadableArticleError):
        list(documents_at(f"http://{host}/", None, Rules()))
    assert connections == []


@pytest.mark.parametrize("host", ["127.0.0.2", "10.0.0.1", "[::1]", "[64:ff9b::a00:1]", "169.254.169.254"])
def test_nothing_private_is_reached_by_redirection(server: Any, host: str, connections: list[Any]) -> None:
    resolve = lambda name, port: ["127.0.0.1"] if name.endswith(".example") else [name.strip("[]")]  # noqa: E731
    address = server.address(f"to/http://{host}:{server.server_port}/page")
    with pytest.raises(UnreadableArticleError, match="this computer or its network"):
        list(documents_at(address, None, server.rules(resolve=resolve)))
    assert connections == [("127.0.0.1", server.server_port)]


def test_a_name_that_changes_its_mind_is_asked_once_a_connection(server: Any, connections: list[Any]) -> None:
    """The connection goes to the address that was checked; a redirection to the same name is checked again."""
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.3"]])
    rules = server.rules(resolve=lambda host, port: next(answers))
    with pytest.raises(UnreadableArticleError, match="this computer or its network"):
        list(documents_at(server.address("hops/1"), None, rules))
    assert connections == [("127.0.0.1", server.server_port)]
    assert next(answers) == ["127.0.0.3"]


@pytest.mark.parametrize("port", [22, 25, 8080, 5432, 0])
def test_other_ports_are_not_used(port: int, connections: list[Any]) -> None:
    with pytest.raises(UnreadableArticleError, match="port"):
        list(documents_at(f"http://news.example:{port}/", None, Rules(resolve=lambda host, port: ["93.184.215.14"])))
    assert connections == []
