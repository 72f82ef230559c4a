"""Which addresses may be reached: public ones alone, over http and https, on ports 80 and 443.

A feed or a redirect can name an address in the operator's own network (server-side request forgery). So an address
is checked as it is written (`check_url`), each time that a name is resolved (`flows.fetch.resolver`), and once more
when the socket is opened (`check_address`).
"""

from __future__ import annotations

import csv
import ipaddress
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yarl import URL

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

MAX_URL = 2_000
"""Characters of an address. Longer ones are traps or mistakes; the sitemap protocol allows 2,048."""
PORTS = frozenset({80, 443})
GLOBAL_IPV6 = ipaddress.IPv6Network("2000::/3")
"""All that IANA has given out as global unicast: https://www.iana.org/assignments/ipv6-address-space"""

_NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_USER_INFO = re.compile(r"//[^/?#]*@")
_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER_AS_LAST_LABEL = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)$", re.IGNORECASE)


class Refused(OSError):  # noqa: N818 - it names what became of the address
    """An address that is not to be reached; the message says which and why. aiohttp wants an OSError of resolvers."""


@dataclass(frozen=True, slots=True)
class Policy:
    """`loopback` opens 127.0.0.0/8 and ::1 on any port, by number or as `localhost`: for the demo and the tests."""

    loopback: bool = False


def check_url(url: str, policy: Policy) -> URL:
    """The address, parsed as it will be requested. Raises Refused for one that may not be, or is none."""
    if len(url) > MAX_URL:
        raise Refused(f"the address has {len(url):,} characters; {MAX_URL:,} is the most")
    if found := _NOT_IN_AN_ADDRESS.search(url):
        raise Refused(f"the address holds {found.group()!r}, which no address may")
    try:
        parsed = URL(url)
        host, port = parsed.raw_host, parsed.port
    except ValueError as error:
        raise Refused(f"not an address that can be requested: {error}") from None
    if parsed.scheme not in ("http", "https"):
        raise Refused(f"only http and https are fetched, not {parsed.scheme or 'an address without a scheme'}")
    if not host:
        raise Refused("the address names no host")
    if parsed.raw_user is not None or parsed.raw_password is not None:
        raise Refused(f"the address for {host} carries a user name or password")
    _check_host(host, policy)
    if port not in PORTS and not (policy.loopback and is_loopback_name(host)):
        raise Refused(f"only ports 80 and 443 are reached, not port {port} of {host}")
    return parsed.with_fragment(None)


def without_secrets(url: str) -> str:
    """The address as it may be shown and kept: a user name and password in it are taken out."""
    return _USER_INFO.sub("//", url)


def check_address(address: str, host: str, policy: Policy) -> None:
    """Check one IP address that `host` stands for. Raises Refused unless it is public."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        raise Refused(f"{host} resolves to {address!r}, which is no IP address") from None
    if parsed.is_loopback and policy.loopback and is_loopback_name(host):
        return
    for network, what, source in _networks():
        if parsed.version == network.version and parsed in network:
            raise Refused(f"{_named(host, address)} is not public: {what} ({source})")
    if isinstance(parsed, ipaddress.IPv6Address) and parsed not in GLOBAL_IPV6:
        raise Refused(f"{_named(host, address)} is not public: outside {GLOBAL_IPV6}")


def is_loopback_name(host: str) -> bool:
    """Whether the host is written as this machine itself: `localhost` or a loopback address."""
    if host == "localhost":
        return True
    parsed = _ip(host)
    return parsed is not None and parsed.is_loopback


def _check_host(host: str, policy: Policy) -> None:
    if policy.loopback and is_loopback_name(host):
        return
    if _ip(host) is not None:
        check_address(host, host, policy)
        return
    name = host.rstrip(".").lower()
    if not _NAME.fullmatch(name) or _NUMBER_AS_LAST_LABEL.search(name):
        raise Refused(f"{host} is neither a name nor an IP address in its plain form")
    for suffix, what, source in _names():
        if f".{name}".endswith(suffix):
            raise Refused(f"{host} is not public: {what} ({source})")
    if "." not in name:
        raise Refused(f"{host} is not public: a name without a dot")


def _ip(host: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _named(host: str, address: str) -> str:
    return host if host == address else f"{host} ({address})"


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    """The addresses and names that are not public: the IANA special-purpose registries and two habits of clouds."""
    with (Path(__file__).parent / "not_public.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["match"], row["what"], row["source"]) for row in csv.DictReader(lines))


@cache
def _networks() -> tuple[tuple[IPNetwork, str, str], ...]:
    return tuple(
        (ipaddress.ip_network(match), what, source) for match, what, source in _rows() if not match.startswith(".")
    )


@cache
def _names() -> tuple[tuple[str, str, str], ...]:
    return tuple(row for row in _rows() if row[0].startswith("."))
