"""The pipeline's steps as Prefect tasks. One task is a source and a window, never an article."""

from __future__ import annotations

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows import backfilling, pipeline
from flows.backfill_request import BackfillRequest
from flows.backfilling import Task
from flows.collect import Collected
from flows.discover.listing import Listing
from flows.pipeline import Errand
from flows.runs import Run
from flows.settings import Settings
from parsers.sources import Source


@task(task_run_name="collect {slug}", cache_policy=NO_CACHE, persist_result=False)
def collect(slug: str, errand: Errand) -> Collected:
    """Fetch and read what is due of one source; on any worker."""
    collected = pipeline.collect_source(errand, Settings())
    logger = get_run_logger()
    pages = collected.batch.pages
    logger.info("%s: %d feeds (%d unchanged), %d pages", slug, collected.feeds, collected.unchanged_feeds, len(pages))
    if collected.problem:
        logger.warning("%s: %s", slug, collected.problem)
    return collected


@task(task_run_name="find {slug}", cache_policy=NO_CACHE, persist_result=False)
def find(slug: str, source: Source, request: BackfillRequest, run: Run) -> Listing:
    """Find what a source published in the span of a backfill."""
    listing = backfilling.find(source, request, run, Settings())
    get_run_logger().info("%s: %d addresses, %d lists read", slug, len(listing.entries), len(listing.fetches))
    for issue in listing.issues:
        get_run_logger().warning("%s: %s", slug, issue.message)
    return listing


@task(task_run_name="collect {slug} {window}", cache_policy=NO_CACHE, persist_result=False)
def collect_window(slug: str, window: str, task_of_window: Task) -> Collected:
    """Fetch and read the pages of one window; on any worker."""
    collected = backfilling.collect_window(task_of_window, Settings())
    get_run_logger().info("%s %s: %d pages", slug, window, len(collected.batch.pages))
    return collected
