"""Pages out of a web archive: those of the source and the days, put into our own archive first."""

import gzip
import io
from datetime import UTC, date, datetime

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from flows.discover.warc import by_warc
from flows.fetch import Archive

HTML = [("Content-Type", "text/html; charset=utf-8")]


def record(writer, url, body=b"news", *, at="2023-01-04T10:00:00Z", headers=HTML, status="200 OK", kind="response"):
    http = StatusAndHeaders(status, headers, protocol="HTTP/1.1") if kind == "response" else None
    made = writer.create_warc_record(
        url, kind, payload=io.BytesIO(body), http_headers=http, warc_headers_dict={"WARC-Date": at}
    )
    writer.write_record(made)


@pytest.fixture
def read(tmp_path):
    def taken(*records, cut=None, max_bytes=1_000):
        path = tmp_path / "segment.warc.gz"
        with path.open("wb") as file:
            writer = WARCWriter(file, gzip=True)
            for args, more in records:
                record(writer, *args, **more)
        if cut:
            path.write_bytes(path.read_bytes()[:cut])
        archive = Archive(tmp_path / "archive", "run-1")
        days = {"first": date(2023, 1, 4), "last": date(2023, 1, 5)}
        found = list(by_warc(path, archive, hosts={"news.example"}, max_bytes=max_bytes, source="post", **days))
        return found, archive

    return taken


def one(*args, **more):
    return args, more


def test_pages_of_the_source_and_the_days_are_taken(read):
    found, _ = read(
        one("https://news.example/a"), one("https://www.news.example/b", at="2023-01-05T23:59:59Z"),
        one("https://other.example/c"), one("https://news.example/d", at="2023-01-06T00:00:00Z"),
        one("https://news.example/e", at="2023-01-03T23:59:59Z"), one("https://news.example/f", status="404 Not Found"),
        one("https://news.example/g", headers=[("Content-Type", "image/png")]),
        one("https://news.example/h", headers=[]),
        one("https://news.example/i", kind="metadata"), one("not an address"), one("https://fake-news.example/j"),
    )  # fmt: skip
    assert [page.fetch.url for page in found] == ["https://news.example/a", "https://www.news.example/b"]
    assert found[0].fetch.requested_at == datetime(2023, 1, 4, 10, tzinfo=UTC)


def test_each_page_is_in_our_archive_with_its_fetch(read):
    found, archive = read(one("https://news.example/a", b"<p>Aid</p>"))
    [page] = found
    assert archive.read(page.fetch.raw) == page.body == b"<p>Aid</p>"
    [entry] = archive.journal()
    assert (entry.fetch, entry.source, entry.what) == (page.fetch, "post", "page")


def test_bodies_are_unpacked_and_cut(read):
    packed = one("https://news.example/a", gzip.compress(b"x" * 5_000), headers=[*HTML, ("Content-Encoding", "gzip")])
    found, _ = read(packed)
    assert [page.body for page in found] == [b"x" * 1_000]


def test_a_damaged_file_gives_what_lies_before_the_damage(read, tmp_path):
    records = [one(f"https://news.example/{n}", bytes(range(256)) * 20) for n in range(9)]
    whole, _ = read(*records, max_bytes=10_000)
    size = (tmp_path / "segment.warc.gz").stat().st_size
    found, _ = read(*records, cut=size // 2, max_bytes=10_000)
    assert 0 < len(found) < len(whole) == 9
