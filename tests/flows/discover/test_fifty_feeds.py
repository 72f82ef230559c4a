"""Ten feeds that are broken in ten ways do not change what the other forty give."""

import asyncio
import gzip
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from yarl import URL

from flows.discover.feed import discover
from flows.fetch import Archive, Fetcher
from flows.settings import Settings
from parsers.feed import parse_feed

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FEEDS = 50
DEADLINE = 1.0
OK = b"HTTP/1.1 200 OK\r\n"
NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def answer(body, *headers):
    return OK + b"".join(header + b"\r\n" for header in headers) + b"Content-Length: %d\r\n\r\n" % len(body) + body


def good(number):
    items = "".join(f"<item><title>Aid {number}-{n}</title><link>/{n}</link></item>" for n in range(3))
    return answer(f"<rss version='2.0'><channel><title>{number}</title>{items}</channel></rss>".encode())


BROKEN = {
    "never answers": None,
    "closes": b"",
    "no HTTP": b"SSH-2.0-OpenSSH\r\n\r\n",
    "an error": b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",
    "no feed": answer(b"<html><body>Welcome</body></html>"),
    "a bomb": answer(gzip.compress(b"\x00" * 50_000_000), b"Content-Encoding: gzip"),
    "a circle": b"HTTP/1.1 301 Moved\r\nLocation: /feed\r\nContent-Length: 0\r\n\r\n",
    "inwards": b"HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n",
    "too deep": answer(b"<a>" * 10_000),
    "cut short": OK + b"Content-Length: 9999\r\n\r\n<rss>",
}


async def _serve(host, given):
    async def connected(reader, writer):
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                bytes_out = NO_ROBOTS if b" /robots.txt " in head else given[host]
                if bytes_out is None:
                    await reader.read()
                writer.write(bytes_out or b"")
                await writer.drain()
                if not bytes_out or b"9999" in bytes_out:
                    break
        except (OSError, asyncio.IncompleteReadError):
            pass
        writer.close()

    return await asyncio.start_server(connected, host, 0)


async def _poll_twice(home, hosts, with_broken):
    """Polls all feeds, first with ten of them broken, then with the forty alone."""
    given = {host: good(number) for number, host in enumerate(hosts)}
    servers = [await _serve(host, given) for host in hosts]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    urls = [f"http://{host}:{port}/feed" for host, port in zip(hosts, ports, strict=True)]

    async def parse(body, url, content_type):
        return parse_feed(body, url=url, content_type=content_type)

    async def poll(run_id, wanted):
        settings = Settings(home=home, allow_loopback=True, host_delay=0, fetch_deadline=DEADLINE)
        async with Fetcher(settings, Archive(settings.archive, run_id), now=lambda: NOON) as fetcher:
            polls = [discover(fetcher, url, None, parse=parse, now=lambda: NOON) for url in wanted]
            return dict(zip(wanted, await asyncio.gather(*polls), strict=True))

    given.update(with_broken)
    broken_urls = [url for url in urls if URL(url).host in with_broken]
    mixed = await poll("run-1", urls)
    clean = await poll("run-2", [url for url in urls if url not in broken_urls])
    for server in servers:
        server.close()
    return mixed, clean, broken_urls


def rows(seen):
    """What a poll gives, less where its raw bytes lie and how long it took."""
    return replace(seen, fetch=replace(seen.fetch, raw=None, duration_ms=0))


def test_ten_broken_feeds_change_nothing_of_the_other_forty(tmp_path):
    hosts = [f"127.0.1.{number}" for number in range(1, FEEDS + 1)]
    broken = dict(zip(hosts[::5], BROKEN.values(), strict=True))
    try:
        mixed, clean, broken_urls = asyncio.run(_poll_twice(tmp_path, hosts, broken))
    except OSError as error:
        pytest.skip(f"this system has one loopback address alone: {error}")
    assert len(clean) == 40
    for url, seen in clean.items():
        assert len(seen.feed.entries) == 3
        assert repr(rows(mixed[url])) == repr(rows(seen))
    assert len(broken_urls) == 10
    for url in broken_urls:
        assert mixed[url].feed is None
        assert mixed[url].fetch.error or mixed[url].issue
        assert mixed[url].state.failures == 1
