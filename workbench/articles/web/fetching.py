"""One page from the web: fetched by the rules, and kept as the message that a server sent."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import urldefrag

import httpcore2
import httpx2

from workbench import __version__
from workbench.articles.readers.face import refused
from workbench.articles.web.connecting import CheckedNetwork, Deadline, NotAllowedError, TooLateError
from workbench.articles.web.message import Fetched
from workbench.articles.web.rules import Rules
from workbench.errors import UnreadableArticleError
from workbench.visible import one_line

_HEADERS: Final[Mapping[bytes | str, bytes | str]] = {
    "User-Agent": f"claim-workbench/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_REDIRECTIONS: Final = frozenset({301, 302, 303, 307, 308})
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_GZIP_OR_ZLIB: Final = zlib.MAX_WBITS | 32


def fetch(address: str, rules: Rules) -> Fetched:
    """Return what stands at an address of the web. No cookie is kept, and no proxy of the environment used.

    Raises:
        UnreadableArticleError: the rules forbid it, it cannot be reached, or the server answers with an error.
    """
    try:
        return _fetch(address, rules)
    except NotAllowedError as error:
        raise refused(address, str(error)) from None
    except (TooLateError, httpcore2.TimeoutException):
        raise refused(address, f"did not answer within {rules.seconds:g} seconds") from None
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol, OSError) as error:
        raise refused(address, f"cannot be reached ({one_line(str(error))[:200] or type(error).__name__})") from None


def _fetch(address: str, rules: Rules) -> Fetched:
    deadline = Deadline(rules.seconds)
    here = address
    for _ in range(rules.redirections + 1):
        url = _checked(here, rules)
        with (
            httpcore2.ConnectionPool(
                ssl_context=httpx2.create_ssl_context(trust_env=False) if url.scheme == "https" else None,
                network_backend=CheckedNetwork(rules, deadline),
            ) as pool,
            pool.stream("GET", _encoded(url), headers=_HEADERS) as response,
        ):
            headers = _headers(response.headers)
            if response.status not in _REDIRECTIONS:
                return _fetched(address, str(url), response, headers, rules.most_bytes)
        here = _next_address(address, url, headers)
    raise refused(address, f"leads on more than {rules.redirections} times")


def _checked(address: str, rules: Rules) -> httpx2.URL:
    """Return an address as a URL, if it is one that may be fetched.

    Raises:
        NotAllowedError: it is not.
    """
    try:
        url = httpx2.URL(urldefrag(address).url)
    except (httpx2.InvalidURL, ValueError):
        raise NotAllowedError("is no address of the web") from None
    if url.scheme not in _DEFAULT_PORTS or not url.host:
        raise NotAllowedError("is no address of the web: only http:// and https:// are fetched")
    if url.userinfo:
        raise NotAllowedError("holds a name or password, which are sent to nobody")
    if (port := _DEFAULT_PORTS[url.scheme] if url.port is None else url.port) not in rules.ports:
        raise NotAllowedError(f"is on port {port}: only {' and '.join(map(str, sorted(rules.ports)))} may be used")
    return url


def _encoded(url: httpx2.URL) -> httpcore2.URL:
    return httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _next_address(address: str, url: httpx2.URL, headers: Mapping[str, str]) -> str:
    """Return where a redirection leads; whether that may be fetched is looked at like any other address."""
    try:
        return str(url.join(headers.get("location", "")))
    except (httpx2.InvalidURL, ValueError):
        raise refused(address, "leads on to what is no address of the web") from None


def _fetched(asked: str, address: str, response: httpcore2.Response, headers: Mapping[str, str], most: int) -> Fetched:
    if response.status != 200:
        raise refused(asked, f"is not there: the server answers {response.status}")
    packing = headers.get("content-encoding", "").strip().lower()
    parts = response.iter_stream()
    if packing in {"gzip", "x-gzip", "deflate"}:
        parts = _unpacked(parts, most, asked)
    elif packing not in {"", "identity"}:
        raise refused(asked, f"is packed as “{one_line(packing[:20])}”, which nobody asked for")
    return Fetched(address, headers.get("content-type", ""), _joined(parts, most, asked))


def _joined(parts: Iterable[bytes], most: int, asked: str) -> bytes:
    body = bytearray()
    for part in parts:
        body += part
        if len(body) > most:
            raise _too_large(asked, most)
    return bytes(body)


def _unpacked(parts: Iterable[bytes], most: int, asked: str) -> Iterator[bytes]:
    """Yield a body unpacked, of a bomb no more than shows that it is one."""
    unpacking = zlib.decompressobj(_GZIP_OR_ZLIB)
    left = most + 1
    try:
        for part in parts:
            content = unpacking.decompress(part, left)
            left -= len(content)
            if left <= 0:
                raise _too_large(asked, most)
            yield content
        if not unpacking.eof:
            raise refused(asked, "is cut off: fetch it again")
    except zlib.error:
        raise refused(asked, "is packed in a way that cannot be unpacked") from None


def _too_large(asked: str, most: int) -> UnreadableArticleError:
    return refused(asked, f"has more than {most / 1e6:g} MB, and no more is fetched")


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in raw}
