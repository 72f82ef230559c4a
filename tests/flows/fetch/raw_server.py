"""A server on loopback that says exactly what a test wants said, byte by byte."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable

Behave = Callable[[asyncio.StreamWriter, str], Awaitable[None]]
"""Answers a request for a path; the connection is closed after it."""

NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


@contextlib.asynccontextmanager
async def serving(
    answer: str | bytes | Behave, *, robots: bytes = NO_ROBOTS, tls: ssl.SSLContext | None = None
) -> AsyncIterator[str]:
    """Serve `answer` at every path but /robots.txt; gives the base address. Ends what is left open."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.current_task())
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ", 2)[1].decode("latin-1")
                if path == "/robots.txt":
                    writer.write(robots)
                elif callable(answer):
                    await answer(writer, path)
                    break
                else:
                    writer.write(answer if isinstance(answer, bytes) else answer.encode())
                await writer.drain()
        writer.close()

    tasks: set[asyncio.Task[None] | None] = set()
    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    port = server.sockets[0].getsockname()[1]
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{port}"
    finally:
        server.close()
        for task in tasks:
            if task is not None:
                task.cancel()
        await asyncio.gather(*(task for task in tasks if task is not None), return_exceptions=True)
