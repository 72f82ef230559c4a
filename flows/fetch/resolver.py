"""Names to addresses, checked: what aiohttp connects to is exactly what was checked here, so a second answer
(DNS rebinding) can change nothing between the check and the connection."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

from flows.fetch.guard import Policy, check_address

Lookup = Callable[[str], Awaitable[tuple[str, ...]]]
"""A host name to its IP addresses. Raises OSError where there are none."""

LOOKUP_THREADS = 8
"""getaddrinfo cannot be cancelled: slow name servers get threads of their own, so that they delay nothing else."""

_threads = ThreadPoolExecutor(LOOKUP_THREADS, thread_name_prefix="aidwire-dns")


async def system_lookup(host: str) -> tuple[str, ...]:
    """Ask the system's resolver. Raises socket.gaierror (an OSError) for an unknown name."""
    found = await asyncio.get_running_loop().run_in_executor(_threads, _addresses, host)
    return tuple(dict.fromkeys(found))


class GuardedResolver(AbstractResolver):
    """Resolves through `lookup` and refuses a name of whose addresses any is not public."""

    def __init__(self, policy: Policy, lookup: Lookup) -> None:
        self._policy = policy
        self._lookup = lookup

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        addresses = await self._lookup(host.rstrip("."))
        if not addresses:
            raise OSError(f"{host} has no address")
        for address in addresses:
            check_address(address, host, self._policy)
        results = [_result(host, address, port) for address in addresses]
        wanted = [result for result in results if family in (socket.AF_UNSPEC, result["family"])]
        if not wanted:
            raise OSError(f"{host} has no address of the kind that this machine can reach")
        return wanted

    async def close(self) -> None:
        """Nothing is held open."""


def _addresses(host: str) -> list[str]:
    # As bytes, since Python's own IDNA codec raises on names that are merely unknown, such as `xn--.example`.
    return [str(found[4][0]) for found in socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)]


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)
