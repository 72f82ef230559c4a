"""The monitor flow under a real Prefect server, over a real newsroom, into a real warehouse."""

from __future__ import annotations

import pytest

from flows.newsroom.server import serve
from flows.settings import Settings
from warehouse import export_hash, listing
from warehouse.query import run as ask


@pytest.fixture(scope="module")
def watched(tmp_path_factory, request):
    """A home after one run over the three outlets and a source that does not answer; the report, and what was asked."""
    request.getfixturevalue("prefect_server")
    from flows.monitor import monitor

    home = tmp_path_factory.mktemp("watched")
    with pytest.MonkeyPatch.context() as patch, serve(1) as newsroom:
        patch.setenv("AIDWIRE_HOME", str(home))
        patch.setenv("AIDWIRE_ALLOW_LOOPBACK", "true")
        patch.setenv("AIDWIRE_HOST_DELAY", "0")
        newsroom.write_sources(home / "sources")
        ministry = (home / "sources" / "demo-ministry" / "source.toml").read_text()
        silent = ministry.replace(newsroom.bases["demo-ministry"], "http://127.0.0.1:9")
        (home / "sources" / "silent").mkdir()
        (home / "sources" / "silent" / "source.toml").write_text(silent)
        names = [*newsroom.bases, "silent"]
        report = monitor(names, trigger="test", only_due=False)
        asked = list(newsroom.requests)
        again = monitor(names, trigger="test", only_due=False)
        yield Settings(), report, again, asked, list(newsroom.requests)[len(asked) :]


def test_one_broken_source_is_named_and_harms_no_other(watched):
    _, report, _, _, _ = watched
    assert [source.source for source in report.failed] == ["silent"]
    assert "127.0.0.1" in report.failed[0].problem
    assert all(source.stored > 0 for source in report.sources if not source.problem)


def test_the_warehouse_holds_to_its_checks(watched):
    assert watched[1].violations == ()


def test_every_page_ends_somewhere(watched):
    settings, report, _, _, _ = watched
    outcomes = ask(settings.snapshot, "SELECT outcome, count(*) FROM page_outcome GROUP BY outcome").rows
    listed = ask(settings.snapshot, "SELECT count(DISTINCT url) FROM feed_entry").rows[0][0]
    of_first = sum(
        source.stored + len([r for r in source.refusals if r.outcome != "unread"]) for source in report.sources
    )
    assert of_first == listed
    assert dict(outcomes).get("quarantined", 0) == 0


def test_a_forbidden_page_is_never_asked_for(watched):
    _, _, _, asked, later = watched
    assert not [request for request in asked + later if "/members/" in request.target]


def test_a_second_run_costs_a_request_a_feed_and_changes_nothing(watched):
    _, _, again, _, later = watched
    assert {request.target for request in later if request.status == 200} <= {"/robots.txt"}
    assert sum(source.new_claims + source.stored for source in again.sources) == 0
    assert all(source.unchanged_feeds == source.feeds for source in again.sources if not source.problem)


def test_what_schedules_find_is_told_in_artifacts(watched):
    from prefect.client.orchestration import get_client

    settings, report, _, _, _ = watched
    with get_client(sync_client=True) as client:
        artifacts = {artifact.key: artifact.data for artifact in client.read_artifacts()}
    assert {"run-summary", "new-announcements", "source-health"} <= artifacts.keys()
    assert len(listing.new_announcements(settings.snapshot, report.run.run_id)) > 5
    assert "silent" in artifacts["source-health"]


def test_the_snapshot_says_what_the_live_file_says(watched):
    settings = watched[0]
    assert export_hash(settings.snapshot) == export_hash(settings.live)
