"""An OpenAI-compatible endpoint, spoken to with every caution: it may be slow, broken or hostile.

One request is one POST to `/chat/completions` (OpenAI's API, also that of Ollama, vLLM, llama.cpp and LM Studio).
Nothing is read from the environment, no redirect is followed, nothing compressed is unpacked, and a reply that is
too long or takes too long is given up.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from workbench.errors import EndpointError
from workbench.visible import one_line

if TYPE_CHECKING:
    import httpx2

LARGEST_REPLY: Final = 2_000_000  # bytes; the claims of an article fill a few thousand
_ATTEMPTS: Final = 3
_PASSING: Final = frozenset({429, 500, 502, 503, 504})  # trouble of a server that may be over soon
_WAITS: Final = (1.0, 4.0)  # seconds before the second and the third attempt
_LONGEST_WAIT: Final = 20.0
_REFUSES_SCHEMA: Final = frozenset({400, 422})
_SHOWN: Final = 200

Message = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers.

    Attributes:
        url: the address up to and without `/chat/completions`, such as `http://localhost:11434/v1`.
        model: the name by which the server knows the model; it stands on every claim that it proposes.
        key: sent as a bearer token; never shown.
        timeout: seconds that one reply may take.

    Raises:
        EndpointError: no such address or model can be, or the key would travel unencrypted to another machine.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0

    def __post_init__(self) -> None:
        shown = one_line(self.url)
        try:
            parts = urlsplit(self.url)
            host, _ = parts.hostname, parts.port
        except ValueError as error:
            raise EndpointError(f"“{shown}” is no address: {error}.") from None
        if not self.url.isprintable() or " " in self.url:
            raise EndpointError(f"“{shown}” is no address: it holds spaces or signs that cannot be seen.")
        if parts.scheme not in {"http", "https"} or not host:
            raise EndpointError(f"“{shown}” is no address of a model: it begins with http:// or https://.")
        if parts.username or parts.query or parts.fragment:
            raise EndpointError(
                f"The address of a model on “{host}” holds more than a place: give the key in WORKBENCH_LLM_KEY."
            )
        if not self.model.strip():
            raise EndpointError("Name the model that is to propose claims: --model NAME.")
        if self.key and parts.scheme == "http" and not _is_this_machine(host):
            raise EndpointError(f"The key would travel unencrypted to {one_line(host)}: use https://.")

    @property
    def address(self) -> str:
        """Where a request goes."""
        return f"{self.url.rstrip('/')}/chat/completions"


class Chat:
    """A conversation with one endpoint; each question stands alone. Use it as a context manager.

    Args:
        endpoint: where the model answers.
        pause: how to wait some seconds.
    """

    def __init__(self, endpoint: Endpoint, pause: Callable[[float], None] = time.sleep) -> None:
        httpx2 = _imported()
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if endpoint.key:
            headers["Authorization"] = f"Bearer {endpoint.key}"
        try:
            self._client = httpx2.Client(
                headers=headers, timeout=endpoint.timeout, follow_redirects=False, trust_env=False
            )
        except UnicodeEncodeError:
            raise EndpointError("The key in WORKBENCH_LLM_KEY holds characters that no key has.") from None
        self.endpoint = endpoint
        self._pause = pause
        self._takes_schema = True

    def __enter__(self) -> "Chat":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def ask(self, messages: tuple[Message, ...], schema: Mapping[str, Any]) -> str:
        """Return what the model answers; `schema` (JSON Schema) is asked for, not relied upon.

        Raises:
            EndpointError: there is no answer, even after waiting.
        """
        status, body = self._ask_patiently(messages, schema if self._takes_schema else None)
        if status in _REFUSES_SCHEMA and self._takes_schema:
            self._takes_schema = False  # older servers know no response_format
            status, body = self._ask_patiently(messages, None)
        if status != 200:
            raise self._refused(status, body)
        return self._content(body)

    def _ask_patiently(self, messages: tuple[Message, ...], schema: Mapping[str, Any] | None) -> tuple[int, bytes]:
        request = self._request(messages, schema)
        for attempt in range(_ATTEMPTS):
            is_last = attempt == _ATTEMPTS - 1
            try:
                status, body, wait = self._post(request)
            except _Broken as error:
                if is_last:
                    raise self._failed(str(error)) from None
                status, body, wait = 0, b"", None
            if status and (status not in _PASSING or is_last):
                break
            self._pause(min(_WAITS[attempt] if wait is None else wait, _LONGEST_WAIT))
        return status, body

    def _request(self, messages: tuple[Message, ...], schema: Mapping[str, Any] | None) -> bytes:
        asked: dict[str, Any] = {
            "model": self.endpoint.model,
            "messages": [dict(message) for message in messages],
            "temperature": 0,
            "stream": False,
        }
        if schema is not None:
            named = {"name": "claims", "strict": True, "schema": schema}
            asked["response_format"] = {"type": "json_schema", "json_schema": named}
        return json.dumps(asked).encode()

    def _post(self, request: bytes) -> tuple[int, bytes, float | None]:
        headers = {"Content-Type": "application/json"}
        with (
            self._clear_errors(),
            self._client.stream("POST", self.endpoint.address, content=request, headers=headers) as response,
        ):
            if response.headers.get("Content-Encoding", "identity").lower() != "identity":
                raise self._failed("it sends compressed replies, which were not asked for")
            return response.status_code, self._body(response), _seconds(response.headers.get("Retry-After"))

    def _body(self, response: "httpx2.Response") -> bytes:
        until = time.monotonic() + self.endpoint.timeout
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > LARGEST_REPLY:
                raise self._failed(f"its reply is longer than {LARGEST_REPLY // 1_000_000} MB")
            if time.monotonic() > until:
                raise self._failed(f"its reply takes longer than {self.endpoint.timeout:g} seconds")
        return bytes(body)

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        httpx2 = _imported()
        try:
            yield
        except httpx2.ConnectError as error:
            raise self._failed(f"nobody answers ({one_line(str(error))[:_SHOWN]}): is the server running?") from None
        except httpx2.TimeoutException:
            raise self._failed(f"no reply in {self.endpoint.timeout:g} seconds") from None
        except (httpx2.TransportError, httpx2.InvalidURL) as error:
            raise _Broken(f"the connection broke ({one_line(str(error))[:_SHOWN]})") from None

    def _content(self, body: bytes) -> str:
        try:
            content = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError):
            raise self._failed("its reply is not that of an OpenAI-compatible server: check the address") from None
        return content if isinstance(content, str) else ""

    def _refused(self, status: int, body: bytes) -> EndpointError:
        said = one_line(body[:_SHOWN].decode("utf-8", "replace")).strip()
        match status:
            case 401 | 403:
                reason = "it refuses the key: set WORKBENCH_LLM_KEY"
            case 404:
                reason = f"it does not know the model “{one_line(self.endpoint.model)}”, or answers at another address"
            case _ if 300 <= status < 400:
                reason = "it sends us elsewhere, where no article is sent: name the final address"
            case _:
                reason = f"it answers with status {status}"
        return self._failed(f"{reason} ({said})" if said else reason)

    def _failed(self, reason: str) -> EndpointError:
        return EndpointError(f"The language model at {one_line(self.endpoint.url)} cannot be asked: {reason}.")


class _Broken(Exception):  # noqa: N818 - a passing state of a connection, never shown
    """A connection that broke, and may hold the next time."""


def _imported() -> Any:
    """Import the HTTP client, an extra, only when a model is asked."""
    try:
        import httpx2
    except ImportError:
        raise EndpointError(
            "Asking a language model needs claim-workbench[llm]: pip install 'claim-workbench[llm]'"
        ) from None
    return httpx2


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _seconds(retry_after: str | None) -> float | None:
    """Read a Retry-After header in seconds; its other form, a date, is left to our own patience."""
    return float(retry_after) if retry_after and retry_after.isdecimal() and len(retry_after) < 10 else None
