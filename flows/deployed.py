"""The deployments of deployments/prefect.yaml, as Prefect serves them on one machine."""

from __future__ import annotations

import importlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml  # type: ignore[import-untyped]
from prefect.client.schemas.objects import ConcurrencyLimitConfig
from prefect.client.schemas.schedules import CronSchedule
from prefect.types.entrypoint import EntrypointType

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment

FILE = files("deployments").joinpath("prefect.yaml")


def served(cron: str | None = None) -> list[RunnerDeployment]:
    """All deployments of the file. `cron` takes the place of every schedule's own."""
    told = yaml.safe_load(FILE.read_text("utf-8"))["deployments"]
    return [_deployment(fields, cron) for fields in told]


def _deployment(fields: dict[str, Any], cron: str | None) -> RunnerDeployment:
    path, _, function = fields["entrypoint"].partition(":")
    flow = getattr(importlib.import_module(path.removesuffix(".py").replace("/", ".")), function)
    deployment: RunnerDeployment = flow.to_deployment(
        name=fields["name"],
        description=fields["description"],
        tags=fields["tags"],
        parameters=fields.get("parameters", {}),
        concurrency_limit=ConcurrencyLimitConfig(**fields["concurrency_limit"]),
        schedules=[
            CronSchedule(cron=cron or schedule["cron"], timezone=schedule["timezone"])
            for schedule in fields["schedules"]
        ],
        # By module, so that it works from any folder and from an installed wheel.
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    return deployment
