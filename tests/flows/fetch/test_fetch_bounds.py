"""Whatever a server does, a fetch ends in time, within bounds, and says what was wrong."""

import asyncio
import ssl
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from behaviours import CASES, silent, whole
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from raw_server import serving

from flows.fetch import Archive, Fetcher
from flows.settings import Settings

DEADLINE = 1.0
GRACE = 1.0
MEMORY = 100_000_000
PEAK = Path("/proc/self/status")


def now():
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


async def no_names(host):
    raise OSError(f"no such name: {host}")


def fetcher(home, lookup=no_names):
    settings = Settings(home=home, allow_loopback=True, host_delay=0, fetch_deadline=DEADLINE)
    return Fetcher(settings, Archive(settings.archive, "run-1"), now=now, lookup=lookup)


def fetched(home, answer, *, tls=None):
    """The fetch of an address at which a server gives `answer`, its body, and the seconds that it took."""

    async def run():
        async with serving(answer, tls=tls) as base, fetcher(home) as fetching:
            await fetching.get(f"{base}/robots.txt")
            started = time.monotonic()
            fetch, body = await fetching.get(f"{base}/start")
            return fetch, body, time.monotonic() - started

    return asyncio.run(run())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_server_costs_little_and_is_named(case, tmp_path):
    fetch, body, seconds = fetched(tmp_path, case.answer)
    assert (fetch.outcome, body) == (case.outcome, None)
    assert case.words in fetch.error
    assert fetch.error.isprintable()
    assert seconds < DEADLINE + GRACE


@pytest.mark.skipif(not PEAK.exists(), reason="the system does not tell the peak of a process's memory")
def test_no_server_makes_the_memory_grow(tmp_path):
    for case in CASES:
        if case.outcome != "timeout":
            # 5 sets the peak back to what is used now: proc_pid_clear_refs(5).
            PEAK.with_name("clear_refs").write_text("5")
            before = memory_peak()
            fetched(tmp_path / case.name, case.answer)
            assert memory_peak() - before < MEMORY, case.name


def memory_peak():
    """The most bytes that this process has had in memory."""
    line = next(line for line in PEAK.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def test_what_came_of_a_broken_answer_is_in_the_archive(tmp_path):
    fetch, _, _ = fetched(tmp_path, next(case.answer for case in CASES if case.name == "endless body"))
    archive = Archive(Settings(home=tmp_path).archive)
    assert len(archive.read(fetch.raw)) == Settings().max_body_bytes
    assert list(archive.journal())[-1].fetch == fetch


def test_bytes_after_the_body_do_no_harm(tmp_path):
    fetch, body, _ = fetched(tmp_path, whole(b"news") + b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake")
    assert (fetch.outcome, body) == ("ok", b"news")


@pytest.mark.parametrize("charset", ["utf-99", "\udcff\udcfe", "\x1b[2J", "base64", "x" * 5000])
def test_a_bad_charset_is_left_to_the_parser(charset, tmp_path):
    fetch, body, _ = fetched(tmp_path, whole(b"news", f"Content-Type: text/html; charset={charset}"))
    assert (fetch.outcome, body) == ("ok", b"news")


def certificate(folder, *, days):
    """A self-signed certificate for 127.0.0.1 that ends so many days from today."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(today - timedelta(days=900)).not_valid_after(today + timedelta(days=days))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = folder / "certificate.pem"
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.mark.parametrize("days", [1, -1], ids=["self-signed", "expired"])
def test_a_certificate_that_does_not_hold_is_named(days, tmp_path):
    fetch, body, _ = fetched(tmp_path, whole(b"news"), tls=certificate(tmp_path, days=days))
    assert (fetch.outcome, body) == ("tls", None)
    assert "the certificate of 127.0.0.1 does not hold" in fetch.error


@pytest.mark.parametrize(("answer", "outcome"), [(whole(b"plain"), "tls"), (silent, "timeout")])
def test_a_port_without_tls_is_named(answer, outcome, tmp_path):
    async def run():
        async def connected(reader, writer):
            await reader.read(10)
            if isinstance(answer, bytes):
                writer.write(answer)
                writer.close()
            else:
                await answer(writer, "")

        server = await asyncio.start_server(connected, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with fetcher(tmp_path) as fetching:
            started = time.monotonic()
            fetch, _ = await fetching.get(f"https://127.0.0.1:{port}/")
            server.close()
            return fetch, time.monotonic() - started

    fetch, seconds = asyncio.run(run())
    assert fetch.outcome == outcome
    assert seconds < DEADLINE + GRACE


async def never(_):
    await asyncio.Event().wait()


async def nonsense(_):
    return ("not an address",)


async def nothing(_):
    return ()


@pytest.mark.parametrize(
    ("lookup", "outcome"), [(no_names, "dns"), (nothing, "dns"), (never, "timeout"), (nonsense, "blocked")]
)
def test_a_name_server_that_fails_is_named(lookup, outcome, tmp_path):
    async def run():
        async with fetcher(tmp_path, lookup) as fetching:
            started = time.monotonic()
            fetch, _ = await fetching.get("https://news.example/")
            return fetch, time.monotonic() - started

    fetch, seconds = asyncio.run(run())
    assert fetch.outcome == outcome
    assert "news.example" in fetch.error
    assert seconds < DEADLINE + GRACE
