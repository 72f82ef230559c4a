"""What a fetch costs, archive and journal included: `python tests/benchmarks/fetching.py`.

A server process answers on 32 addresses of loopback; 1,600 pages are fetched, 16 hosts at once, with no pauses.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from flows.fetch import Archive, Fetcher
from flows.settings import Settings

HOSTS = [f"127.0.2.{number}" for number in range(1, 33)]
PAGES = 1_600
PARAGRAPH = b"<p>The ministry sent forty generators to the town, it said on Tuesday, and more will follow.</p>"
BODY = b"<html><body>" + PARAGRAPH * 600 + b"</body></html>"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY
NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def serve(ports: multiprocessing.Queue[list[int]]) -> None:
    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(NO_ROBOTS if b" /robots.txt " in head else PAGE)
                await writer.drain()
        writer.close()

    async def run() -> None:
        servers = [await asyncio.start_server(connected, host, 0) for host in HOSTS]
        ports.put([server.sockets[0].getsockname()[1] for server in servers])
        await asyncio.Event().wait()

    asyncio.run(run())


async def fetch_all(ports: list[int], home: Path) -> tuple[float, float]:
    """Seconds and CPU seconds for all pages, robots.txt and connections not counted."""
    settings = Settings(home=home, allow_loopback=True, host_delay=0, fetch_concurrency=16)
    bases = [f"http://{host}:{port}" for host, port in zip(HOSTS, ports, strict=True)]
    archive = Archive(settings.archive, "benchmark")
    async with Fetcher(settings, archive, now=lambda: datetime.now(UTC)) as fetcher:
        await asyncio.gather(*(fetcher.get(f"{base}/first") for base in bases))
        started, cpu = time.monotonic(), time.process_time()
        seen = await asyncio.gather(*(fetcher.get(f"{bases[n % len(bases)]}/{n}") for n in range(PAGES)))
        seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    archive.close()
    assert all(fetch.outcome == "ok" for fetch, _ in seen)
    return seconds, cpu


def main() -> None:
    ports: multiprocessing.Queue[list[int]] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(ports,), daemon=True)
    server.start()
    with tempfile.TemporaryDirectory() as home:
        seconds, cpu = asyncio.run(fetch_all(ports.get(), Path(home)))
    server.terminate()
    print(f"{PAGES / seconds:.0f} pages a second, {cpu / PAGES * 1_000:.2f} ms of CPU a page of {len(BODY):,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
