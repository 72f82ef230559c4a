"""The pipeline's steps as Prefect tasks. One task is a source and a window, never an article."""

from __future__ import annotations

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows import pipeline
from flows.collect import Collected
from flows.pipeline import Errand
from flows.settings import Settings


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
