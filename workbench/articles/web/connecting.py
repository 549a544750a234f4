"""Connections that go only where they may: a host is resolved once, every answer checked, and one of them used."""

import ssl
import threading
import time
from collections.abc import Iterable, Sequence
from typing import Any

from httpcore2 import SOCKET_OPTION, ConnectError, NetworkBackend, NetworkStream, SyncBackend

from workbench.articles.web.rules import Rules


class NotAllowedError(Exception):
    """A connection would go where none may; the message is the end of a sentence that begins with the address."""


class TooLateError(Exception):
    """The time for the whole fetch is over."""


class Deadline:
    """The moment at which a fetch has to be over, however slowly its bytes drip."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return how many seconds are left.

        Raises:
            TooLateError: none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TooLateError
        return left


class CheckedNetwork(NetworkBackend):
    """Opens connections to the addresses that the rules allow, and to nothing else."""

    def __init__(self, rules: Rules, deadline: Deadline) -> None:
        self._rules = rules
        self._deadline = deadline
        self._network = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Connect to one of the addresses of `host`, all of which are allowed.

        Raises:
            NotAllowedError: one of them is not.
            ConnectError: there is none, or none answers.
        """
        if port not in self._rules.ports:
            raise NotAllowedError(f"is on port {port}: only {_listed(self._rules.ports)} may be fetched from")
        addresses = self._resolved(host, port)
        if not all(self._rules.may_reach(address) for address in addresses):
            raise NotAllowedError("is an address of this computer or its network, from which nothing is fetched")
        failure = ConnectError("the host has no address")
        for address in addresses:
            try:
                stream = self._network.connect_tcp(address, port, self._deadline.left(), local_address, socket_options)
            except ConnectError as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure

    def _resolved(self, host: str, port: int) -> Sequence[str]:
        """Ask the system on a thread of its own: it has no bound for how long it looks for a name."""
        answer: list[Sequence[str]] = []
        asking = threading.Thread(target=self._ask, args=(host, port, answer), daemon=True)
        asking.start()
        asking.join(self._deadline.left())
        self._deadline.left()
        return answer[0] if answer else ()

    def _ask(self, host: str, port: int, answer: list[Sequence[str]]) -> None:
        try:
            answer.append(self._rules.resolve(host, port))
        except (OSError, UnicodeError):
            answer.append(())


class _TimedStream(NetworkStream):
    """A connection on which every wait ends when the time for all of the fetch does."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _listed(ports: Iterable[int]) -> str:
    return " and ".join(map(str, sorted(ports)))
