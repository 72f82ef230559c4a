"""No request reaches an address that is not public: however it is written, and however it is come by."""

import asyncio
import sys
from datetime import UTC, datetime

import pytest
from raw_server import serving
from yarl import URL

from flows.fetch import Archive, Fetcher, guard
from flows.fetch.guard import Policy, Refused, check_address, check_url
from flows.fetch.resolver import GuardedResolver
from flows.settings import Settings

# Addresses as attackers write them: decimal, hexadecimal, octal, short, embedded in IPv6, in other scripts.
NOT_PUBLIC = (
    "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "2130706433", "017700000001", "0x7f000001", "0x7f.0.0.1",
    "0177.0.0.1", "127.0.0.0x1", "127.255.255.254", "0.0.0.0", "0", "localhost", "LOCALHOST", "localhost.",  # noqa: S104 - nothing is bound
    "a.localhost", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
    "[64:ff9b::7f00:1]", "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2002:a00:1::1]", "[2001:0:4136:e378::1]",
    "[fe80::1]", "[fe80::1%25eth0]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2001:db8::1]",
    "[100::1]", "10.0.0.1", "10.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.257", "169.254.169.254",
    "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "100.64.0.1", "100.100.100.200", "168.63.129.16",
    "192.0.0.192", "198.18.0.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1",
    "metadata", "metadata.google.internal", "printer.local", "router.home.arpa", "①②⑦.⓪.⓪.①", "１２７.0.0.1",
    "127。0。0。1", "loca\u00adlhost",
)  # fmt: skip
PLAIN_ADDRESSES = (
    "127.0.0.1", "10.0.0.1", "172.20.1.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104 - nothing is bound
    "255.255.255.255", "::1", "::", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1", "fe80::1", "fc00::1",
    "ff02::1", "2001:db8::1",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946")
NOT_REQUESTABLE = (
    "ftp://news.example/", "file:///etc/passwd", "gopher://news.example/", "javascript:alert(1)", "data:text/html,x",
    "//news.example/x", "news.example/x", "", "http://", "http:///x", "http://user@news.example/",
    "http://user:pass@news.example/", "http://:pass@news.example/", "http://news.example:22/",
    "http://news.example:8080/", "http://news.example:0/", "http://news.example:99999/", "http://news.example:-1/",
    "http://news.example:80:80/", "http://news.example\\@127.0.0.1/", "http://127.0.0.1\\.news.example/",
    "http://news.example/a\r\nHost: x", "http://news.example/\x00", " http://news.example/", "http://news.example/ x",
    "http://[::1/", "http://%31%32%37.0.0.1/", "http://127.0.0.1%2f.news.example/",
    "http://news.example@127.0.0.1/", "http://127.0.0.1#@news.example/", "http://127.0.0.1?@news.example/",
    "http://xn--a-.xn--b-\u20ac/", "http://" + "a" * 64 + ".example/", "http://news.example/" + "x" * 3000,
)  # fmt: skip

connections: list[tuple[str, int]] = []


def _note_connection(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        connections.append(arguments[1][:2])


# The interpreter itself tells of every connection that is tried; a hook cannot be taken out again.
sys.addaudithook(_note_connection)


def now():
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


def fetcher(home, lookup=None, *, loopback=True):
    settings = Settings(home=home, allow_loopback=loopback, host_delay=0, fetch_deadline=5)
    more = {} if lookup is None else {"lookup": lookup}
    return Fetcher(settings, Archive(settings.archive, "run-1"), now=now, **more)


def stands_for_this_machine(host):
    """Whether the host is one that the loopback setting opens, once it is written plainly."""
    try:
        check_url(f"http://{host}/", Policy(loopback=True))
    except Refused:
        return False
    return True


def answering(*answers):
    """A resolver that gives one answer after the other, and the last for ever."""
    left = list(answers)

    async def lookup(_):
        return left.pop(0) if len(left) > 1 else left[0]

    return lookup


@pytest.mark.parametrize("host", NOT_PUBLIC)
def test_no_spelling_of_a_private_address_passes(host):
    with pytest.raises(Refused):
        check_url(f"http://{host}/", Policy())


@pytest.mark.parametrize("url", NOT_REQUESTABLE)
def test_only_plain_web_addresses_pass(url):
    with pytest.raises(Refused):
        check_url(url, Policy())


@pytest.mark.parametrize(
    "url",
    ["http://news.example/a?b=c", "https://news.example:443/", "http://93.184.216.34/", "https://bücher.example/ü",
     "https://news.example./x", "http://[2606:2800:220:1:248:1893:25c8:1946]/", "https://NEWS.example/A"],
)  # fmt: skip
def test_public_addresses_pass(url):
    assert check_url(url, Policy()).raw_host


def test_what_was_checked_is_what_is_requested():
    assert check_url("http://news.example/a#b", Policy()) == URL("http://news.example/a")


@pytest.mark.parametrize("address", PLAIN_ADDRESSES)
def test_no_private_address_passes_as_an_answer_of_dns(address):
    with pytest.raises(Refused, match=r"news\.example .* is not public"):
        check_address(address, "news.example", Policy())


@pytest.mark.parametrize("address", PLAIN_ADDRESSES)
def test_the_loopback_setting_opens_nothing_to_names(address):
    with pytest.raises(Refused):
        check_address(address, "news.example", Policy(loopback=True))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/", "http://localhost:1/", "http://[::1]:99/", "http://127.9.9.9/"]
)
def test_the_loopback_setting_opens_this_machine_and_its_ports(url):
    assert check_url(url, Policy(loopback=True)).raw_host
    with pytest.raises(Refused):
        check_url(url, Policy())


@pytest.mark.parametrize("host", NOT_PUBLIC)
def test_nothing_is_connected_directly(host, tmp_path):
    async def run():
        async with fetcher(tmp_path, loopback=False) as fetching:
            return (await fetching.get(f"http://{host}/"))[0]

    connections.clear()
    fetch = asyncio.run(run())
    assert (fetch.outcome, connections) == ("blocked", [])
    assert fetch.error


@pytest.mark.parametrize("host", [host for host in NOT_PUBLIC if not stands_for_this_machine(host)])
def test_nothing_is_connected_by_redirect(host, tmp_path):
    async def run():
        redirect = f"HTTP/1.1 302 Found\r\nLocation: http://{host}/\r\nContent-Length: 0\r\n\r\n"
        async with serving(redirect) as base, fetcher(tmp_path) as fetching:
            return base, (await fetching.get(f"{base}/start"))[0]

    connections.clear()
    base, fetch = asyncio.run(run())
    assert fetch.outcome == "blocked"
    assert set(connections) == {("127.0.0.1", URL(base).port)}


@pytest.mark.parametrize("address", PLAIN_ADDRESSES)
@pytest.mark.parametrize("others", [(), PUBLIC], ids=["alone", "mixed"])
def test_nothing_is_connected_by_dns(address, others, tmp_path):
    async def run():
        async with fetcher(tmp_path, answering((*others, address)), loopback=False) as fetching:
            return (await fetching.get("https://news.example/"))[0]

    connections.clear()
    fetch = asyncio.run(run())
    assert (fetch.outcome, connections) == ("blocked", [])


def test_a_name_for_this_machine_reaches_no_canary(tmp_path, monkeypatch):
    """The canary answers, as its own address shows; the same place under another name is never connected."""

    async def run():
        async with serving("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi") as base:
            port = URL(base).port
            monkeypatch.setattr(guard, "PORTS", frozenset({port}))
            async with fetcher(tmp_path, answering(("127.0.0.1",))) as fetching:
                straight = (await fetching.get(f"{base}/"))[0]
                seen = len(connections)
                named = (await fetching.get(f"http://rebound.example:{port}/"))[0]
                return straight, seen, named

    connections.clear()
    straight, seen, named = asyncio.run(run())
    assert (straight.outcome, seen) == ("ok", 1)
    assert (named.outcome, len(connections)) == ("blocked", 1)


def test_a_second_answer_of_dns_changes_nothing(tmp_path):
    """Rebinding: the address that was checked is the one connected to; a later answer is checked like the first."""

    async def resolve_twice():
        resolver = GuardedResolver(Policy(), answering(("93.184.216.34",), ("10.0.0.1",)))
        first = await resolver.resolve("news.example", 80)
        with pytest.raises(Refused):
            await resolver.resolve("news.example", 80)
        return [result["host"] for result in first]

    assert asyncio.run(resolve_twice()) == ["93.184.216.34"]

    async def run():
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        rebinding = answering(("127.0.0.1",), ("10.0.0.1",))
        async with serving(answer) as base, fetcher(tmp_path, rebinding) as fetching:
            url = f"http://localhost:{URL(base).port}/"
            return URL(base).port, [(await fetching.get(url))[0].outcome for _ in range(3)]

    connections.clear()
    port, outcomes = asyncio.run(run())
    assert outcomes == ["ok"] * 3
    assert set(connections) == {("127.0.0.1", port)}


@pytest.mark.parametrize("url", ["https://user:secret@news.example/", "https://secret@news.example/a?b", "//secret@x/"])
def test_a_password_in_an_address_is_neither_told_nor_kept(url, tmp_path):
    async def run():
        async with fetcher(tmp_path) as fetching:
            return (await fetching.get(url))[0]

    fetch = asyncio.run(run())
    assert fetch.outcome == "blocked"
    assert "secret" not in repr(fetch)
    [entry] = Archive(Settings(home=tmp_path).archive).journal()
    assert entry.fetch == fetch
