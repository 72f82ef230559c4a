"""The archive gives back what was put in, survives being killed, and can be read by anyone."""

import random
import resource
import threading
from datetime import UTC, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from flows.fetch import Archive
from flows.fetch.erase import erase
from flows.fetch.exchange import Answer
from parsers.records import Fetch, RawRef

AT = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)


def answer(body=b"news", url="https://news.example/a", headers=(), **more):
    return Answer(url, 200, "OK", (("Content-Type", "text/html"), *headers), body, **more)


def fetch(raw=None, **more):
    url = "https://news.example/a"
    return Fetch(url, url, AT, "ok", status=200, raw=raw, **more)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "archive"


@pytest.mark.parametrize(
    "body", [b"", b"news", bytes(range(256)) * 9999, b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", b"WARC/1.1"]
)
def test_what_is_written_is_read(body, folder):
    archive = Archive(folder, "run-1")
    refs = [archive.write(answer(body), AT) for _ in range(3)]
    assert [archive.read(ref) for ref in refs] == [body] * 3
    assert len({ref.offset for ref in refs}) == 3
    assert [ref for ref, _ in Archive(folder).responses()] == refs


def test_the_journal_gives_every_fetch_back(folder):
    archive = Archive(folder, "run-1")
    raw = archive.write(answer(), AT)
    noted = [
        fetch(raw, etag='"1"', last_modified="x", moved_to="https://news.example/b"),
        fetch(error="no such name", retry_at=AT),
        fetch(content_type="text/html; \udcff", error="Ünïcode \x1b[2J"),
    ]
    for one in noted[:2]:
        archive.note(one, source="ministry", what="page")
    archive.note(noted[2], source="ministry", what="feed")
    entries = list(Archive(folder).journal())
    assert [entry.fetch for entry in entries[:2]] == noted[:2]
    assert [(entry.run_id, entry.source, entry.what) for entry in entries] == [
        ("run-1", "ministry", "page"), ("run-1", "ministry", "page"), ("run-1", "ministry", "feed"),
    ]  # fmt: skip
    assert entries[2].fetch.error == noted[2].error


def test_any_warc_reader_can_read_it(folder):
    Archive(folder, "run-1").write(answer(b"news", headers=[("X-Note", "a\r\nb"), ("Set-Cookie", "id=1")]), AT)
    with (folder / "run-1.warc.gz").open("rb") as segment:
        [(record, body)] = [(record, record.content_stream().read()) for record in ArchiveIterator(segment)]
    assert (record.rec_type, body) == ("response", b"news")
    assert record.rec_headers.get_header("WARC-Target-URI") == "https://news.example/a"
    assert record.rec_headers.get_header("WARC-Date") == "2026-11-22T12:00:00.123456Z"
    assert record.http_headers.get_statuscode() == "200"
    assert record.http_headers.get_header("X-Note") == "a b"


@pytest.mark.parametrize(
    "name", ["Set-Cookie", "Authorization", "WWW-Authenticate", "Content-Encoding", "X-CSRF-Token"]
)
def test_secrets_and_wire_headers_are_left_out(name, folder):
    Archive(folder, "run-1").write(answer(headers=[(name, "secret")]), AT)
    [(_, member)] = Archive(folder).responses()
    with (folder / "run-1.warc.gz").open("rb") as segment:
        [record] = [record for record in ArchiveIterator(segment) if record.content_stream().read() == member.body]
    assert record.http_headers.get_header(name) is None
    assert record.http_headers.get_header("Content-Length") == "4"


def test_a_body_that_was_cut_says_so(folder):
    archive = Archive(folder, "run-1")
    archive.write(answer(truncated=True), AT)
    archive.write(answer(), AT)
    assert [member.truncated for _, member in archive.responses()] == [True, False]


def test_a_torn_end_is_passed_over_and_cut_off(folder):
    """A kill can stop the writing at any byte: what lay before stays, and the next records are whole."""
    archive = Archive(folder, "run-1")
    archive.write(answer(b"first"), AT)
    first = (folder / "run-1.warc.gz").read_bytes()
    archive.write(answer(b"second"), AT)
    archive.close()
    both = (folder / "run-1.warc.gz").read_bytes()
    for length in range(len(first), len(both) + 1):
        (folder / "run-1.warc.gz").write_bytes(both[:length])
        whole = [b"first", b"second"] if length == len(both) else [b"first"]
        assert [member.body for _, member in Archive(folder).responses()] == whole
        again = Archive(folder, "run-1")
        again.write(answer(b"third"), AT)
        again.close()
        assert [member.body for _, member in Archive(folder).responses()] == [*whole, b"third"]


def test_damage_in_the_middle_costs_one_record(folder):
    archive = Archive(folder, "run-1")
    refs = [archive.write(answer(name.encode() * 500), AT) for name in "abc"]
    path = folder / "run-1.warc.gz"
    damaged = bytearray(path.read_bytes())
    damaged[refs[1].offset + 40 : refs[2].offset - 10] = bytes(refs[2].offset - refs[1].offset - 50)
    path.write_bytes(damaged)
    archive.close()
    assert [member.body[:1] for _, member in Archive(folder).responses()] == [b"a", b"c"]
    again = Archive(folder, "run-1")
    again.write(answer(b"d"), AT)
    assert [member.body[:1] for _, member in Archive(folder).responses()] == [b"a", b"c", b"d"]


def test_a_full_disk_leaves_no_half_record(folder):
    archive = Archive(folder, "run-1")
    archive.write(answer(b"first"), AT)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            archive.write(answer(random.Random(6).randbytes(9_000)), AT)  # noqa: S311 - bytes that do not pack
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    archive.write(answer(b"second"), AT)
    assert [member.body for _, member in Archive(folder).responses()] == [b"first", b"second"]


def test_threads_do_not_tear_each_others_records(folder):
    archive = Archive(folder, "run-1")
    bodies = [f"{n}".encode() * 1000 for n in range(100)]
    refs = {}
    threads = [
        threading.Thread(target=lambda part=part: refs.update({b: archive.write(answer(b), AT) for b in part}))
        for part in (bodies[:25], bodies[25:50], bodies[50:75], bodies[75:])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [archive.read(refs[body]) for body in bodies] == bodies


def test_two_runs_do_not_meet(folder):
    first, second = Archive(folder, "run-1"), Archive(folder, "run-2")
    refs = [first.write(answer(b"1"), AT), second.write(answer(b"2"), AT)]
    assert [Archive(folder).read(ref) for ref in refs] == [b"1", b"2"]


def test_what_is_not_there_is_said_in_words(folder):
    ref = Archive(folder, "run-1").write(answer(), AT)
    for wrong, words in [
        (RawRef(ref.sha256, "run-9.warc.gz", 0), "no segment run-9.warc.gz"),
        (RawRef(ref.sha256, ref.segment, 7), "no response in run-1.warc.gz at 7"),
        (RawRef(ref.sha256, ref.segment, 10**9), "no response"),
        (RawRef("0" * 64, ref.segment, ref.offset), "altered"),
    ]:
        with pytest.raises(LookupError, match=words):
            Archive(folder).read(wrong)


def test_a_segment_name_cannot_lead_out_of_the_archive(folder, tmp_path):
    ref = Archive(tmp_path / "other", "run-1").write(answer(), AT)
    folder.mkdir()
    with pytest.raises(LookupError, match="no segment"):
        Archive(folder).read(RawRef(ref.sha256, "../other/run-1.warc.gz", 0))


@pytest.mark.parametrize("run_id", ["../x", "a/b", "", ".hidden", "a b", "x" * 101])
def test_a_run_id_must_be_a_file_name(run_id, folder):
    with pytest.raises(ValueError, match="run id"):
        Archive(folder, run_id)


def test_an_archive_opened_for_reading_does_not_write(folder):
    with pytest.raises(ValueError, match="run id"):
        Archive(folder).write(answer(), AT)
    assert list(Archive(folder).journal()) == []


def test_an_erased_address_is_gone_and_nothing_else_moves(folder):
    first, second = Archive(folder, "run-1"), Archive(folder, "run-2")
    gone = "https://news.example/gone"
    kept = [first.write(answer(b"before"), AT)]
    erased = [first.write(answer(b"private", url=gone), AT)]
    first.note(fetch(erased[0]), source="post", what="page")
    kept.append(first.write(answer(b"after"), AT))
    erased += [second.write(answer(b"", url=gone, headers=()), AT), second.write(answer(b"x" * 99_999, url=gone), AT)]
    sizes = [path.stat().st_size for path in sorted(folder.iterdir())]
    assert erase(folder, gone, AT) == 3
    kept.append(first.write(answer(b"later"), AT))
    assert [Archive(folder).read(ref) for ref in kept] == [b"before", b"after", b"later"]
    assert [member.body for _, member in Archive(folder).responses()] == [b"before", b"after", b"later"]
    assert len(list(Archive(folder).journal())) == 1
    assert sizes[1] == (folder / "run-2.warc.gz").stat().st_size
    for ref in erased:
        with pytest.raises(LookupError, match="no response"):
            Archive(folder).read(ref)
    assert erase(folder, gone, AT) == 0


def test_a_tombstone_is_a_record_that_any_reader_passes_over(folder):
    archive = Archive(folder, "run-1")
    archive.write(answer(b"private"), AT)
    archive.write(answer(b"other", url="https://news.example/b"), AT)
    erase(folder, "https://news.example/a", AT)
    with (folder / "run-1.warc.gz").open("rb") as segment:
        records = [(record.rec_type, record.content_stream().read()) for record in ArchiveIterator(segment)]
    assert records == [("metadata", b""), ("response", b"other")]
