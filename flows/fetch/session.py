"""The HTTP session: no cookies, no proxies, no redirects of its own, and sockets to checked addresses only."""

from __future__ import annotations

import socket

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.connector import AddrInfoType

from flows.fetch.guard import Policy, check_address
from flows.fetch.resolver import GuardedResolver, Lookup

DNS_SECONDS = 60
"""How long a checked answer is used again."""
MAX_HEADER_LINE = 8_190
MAX_HEADERS = 128


def open_session(policy: Policy, lookup: Lookup, *, user_agent: str, connections: int) -> ClientSession:
    """A session for `flows.fetch.exchange`; deadlines are the caller's, since aiohttp rounds its own up to seconds."""

    def checked_socket(info: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, target = info
        address = str(target[0])
        # The name was checked on the way; here an address stands for itself.
        check_address(address, address, policy)
        return socket.socket(family, kind, protocol)

    connector = TCPConnector(
        resolver=GuardedResolver(policy, lookup),
        socket_factory=checked_socket,
        ttl_dns_cache=DNS_SECONDS,
        limit=connections,
    )
    return ClientSession(
        connector=connector,
        cookie_jar=DummyCookieJar(),
        trust_env=False,
        auto_decompress=False,
        timeout=ClientTimeout(total=None, sock_connect=None),
        max_line_size=MAX_HEADER_LINE,
        max_field_size=MAX_HEADER_LINE,
        max_headers=MAX_HEADERS,
        headers={"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate"},
    )
