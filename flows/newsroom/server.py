"""The newsroom on the wire: a real HTTP server on loopback, one port an outlet.

Politeness, robots.txt and feeds go by host, and a host with another port is another host.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Thread

from flows.newsroom.acts import archive_pages
from flows.newsroom.answers import Site
from flows.newsroom.pages import HERE, Outlet, load_outlets, load_pages
from flows.newsroom.reply import unless_unchanged
from parsers.sources import Source, read_source

DEMO_PORTS = (18471, 18472, 18473)
"""Fixed, because an article's key is its address: a second demo must find the pages where the first one did."""
ANY_PORTS = (0, 0, 0)


class NewsroomError(Exception):
    """The newsroom cannot open: one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request that an outlet got, for tests of politeness and of what was asked at all."""

    outlet: str
    method: str
    target: str
    status: int
    user_agent: str
    conditional: bool


class Newsroom:
    """The open newsroom. `requests` grows as they come; `turn_to` brings out another edition at the same addresses."""

    def __init__(self, outlets: Sequence[Outlet], ports: Sequence[int], edition: int) -> None:
        self.requests: list[Request] = []
        self._outlets = outlets
        self._servers: dict[str, _Server] = {}
        try:
            for outlet, port in zip(outlets, ports, strict=True):
                self._servers[outlet.slug] = _open(outlet, port, self.requests)
            self.bases = {slug: f"http://127.0.0.1:{server.server_port}" for slug, server in self._servers.items()}
            self.turn_to(edition)
        except BaseException:
            self.close()
            raise

    def turn_to(self, edition: int) -> None:
        """Serve this edition from now on: 1, or 2 for the next day. Raises KeyError for any other."""
        for outlet in self._outlets:
            front = load_pages(outlet, edition)
            self._servers[outlet.slug].site = Site(outlet, self.bases[outlet.slug], front, archive_pages(outlet))

    @property
    def sources(self) -> dict[str, Source]:
        """The outlets as registered sources, by slug."""
        return {slug: read_source(text, slug=slug, where=f"newsroom/{slug}") for slug, text in self._tomls().items()}

    def write_sources(self, folder: Path) -> None:
        """Put `<slug>/source.toml` of each outlet into `folder`, for a flow that reads its sources from there."""
        for slug, text in self._tomls().items():
            (folder / slug).mkdir(parents=True, exist_ok=True)
            (folder / slug / "source.toml").write_text(text, encoding="utf-8")

    def close(self) -> None:
        """Close all ports and end their threads. Closing twice is closing once."""
        while self._servers:
            _, server = self._servers.popitem()
            server.shutdown()
            server.server_close()

    def _tomls(self) -> dict[str, str]:
        return {
            slug: (HERE / "sources" / slug / "source.toml").read_text(encoding="utf-8").replace("{base}", base)
            for slug, base in self.bases.items()
        }


@contextmanager
def serve(edition: int = 1, ports: Sequence[int] = ANY_PORTS) -> Iterator[Newsroom]:
    """Serve the newsroom while the block lasts: courier, harbour and ministry, each at one of `ports` (0 is any free).

    Raises NewsroomError where a port is taken.
    """
    newsroom = Newsroom(load_outlets(), ports, edition)
    try:
        yield newsroom
    finally:
        newsroom.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    site: Site

    def __init__(self, outlet: str, port: int, log: list[Request]) -> None:
        self.outlet = outlet
        self.log = log
        super().__init__(("127.0.0.1", port), _Handler)

    def server_bind(self) -> None:
        """Without HTTPServer's look-up of the host's name, which can wait on a name server."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        reply = unless_unchanged(self.server.site.answer(self.path), dict(self.headers))
        conditional = "If-None-Match" in self.headers or "If-Modified-Since" in self.headers
        agent = self.headers.get("User-Agent", "")
        self.server.log.append(Request(self.server.outlet, self.command, self.path, reply.status, agent, conditional))
        self.send_response(reply.status)
        for name, value in reply.all_headers().items():
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing on the terminal: `Newsroom.requests` is the log."""


def _open(outlet: Outlet, port: int, log: list[Request]) -> _Server:
    try:
        server = _Server(outlet.slug, port, log)
    except OSError as error:
        raise NewsroomError(
            f"port {port} on 127.0.0.1 cannot be opened for {outlet.name} ({error.strerror}); "
            "end what uses it and try again"
        ) from None
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True, name=outlet.slug).start()
    return server
