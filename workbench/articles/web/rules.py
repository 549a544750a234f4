"""What may be fetched, from where, and how much of it.

The address of a page may come from a stranger, and must not reach what only this computer can reach: its own
services, its network, the metadata of a cloud. `ipaddress.is_global` alone lets NAT64, 6to4, IPv4-compatible and
multicast addresses through, so what is wrapped in an address is unwrapped first (RFC 4291, 6052, 3056).
"""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_NAT64: Final = IPv6Network("64:ff9b::/96")
_LOCAL_NAT64: Final = IPv6Network("64:ff9b:1::/48")
_COMPATIBLE: Final = IPv6Network("::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and not of this computer or its network."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.scope_id is not None or ip in _LOCAL_NAT64:
            return False
        ip = _within(ip) or ip
    return ip.is_global and not ip.is_multicast


def _within(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that is wrapped in an IPv6 address."""
    if ip in _NAT64 or ip in _COMPATIBLE:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses of a host, as the system resolves it.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, slots=True)
class Rules:
    """The bounds of one fetch.

    Attributes:
        seconds: for all of it: names, connections, redirections and the body.
        most_bytes: of a body, as it is sent and unpacked.
        resolve: the addresses of a host; asked once for each connection, which then goes to what it answered.
        may_reach: whether a connection may go to an IP address; a host is refused if one of its addresses is.
    """

    ports: frozenset[int] = frozenset({80, 443})
    seconds: float = 10.0
    most_bytes: int = 5_000_000
    redirections: int = 3
    resolve: Callable[[str, int], Sequence[str]] = addresses_of
    may_reach: Callable[[str], bool] = is_public


RULES: Final = Rules()
