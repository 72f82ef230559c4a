"""No run stays Running for ever: what a start finds Running is dead, and what falls silent later is marked Crashed."""

from __future__ import annotations

from datetime import timedelta

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateType
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from prefect.states import Crashed

NAME = "aidwire: mark silent runs as crashed"
SILENT = timedelta(seconds=90)
"""Three heartbeats (flows/engine.py)."""
UNDER_WAY = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]


def mark_dead_runs() -> int:
    """Mark all runs under way as Crashed: to be called while no runner is up on this machine. Gives how many."""
    with get_client(sync_client=True) as client:
        found = client.read_flow_runs(
            flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=UNDER_WAY)))
        )
        for run in found:
            client.set_flow_run_state(
                run.id, Crashed(message="Its process ended with the machine or the runner."), force=True
            )
    return len(found)


def watch_heartbeats() -> None:
    """Let the server mark a run as Crashed whose heartbeat stays out."""
    ends = {f"prefect.flow-run.{state}" for state in ("Completed", "Failed", "Cancelled", "Crashed")}
    automation = AutomationCore(
        name=NAME,
        description="A run whose process was killed says nothing more; after 90 seconds it counts as crashed.",
        trigger=EventTrigger(
            after={"prefect.flow-run.heartbeat"},
            expect={"prefect.flow-run.heartbeat", *ends},
            match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=SILENT,
        ),
        actions=[
            ChangeFlowRunState(
                name="Crashed", state=StateType.CRASHED, message="No heartbeat: its process is gone.", force=True
            )
        ],
    )
    with get_client(sync_client=True) as client:
        known = client.read_automations_by_name(NAME)
        if not known:
            client.create_automation(automation)
