"""Where Prefect runs and what it may do, said in its environment before it is imported."""

from __future__ import annotations

import os
from pathlib import Path

from flows.errors import CannotDo

QUIET = {
    # What runs under this roof sends nothing home.
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    # Block types are not used here, and registering them costs each start of a server a second.
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    # A terminal gets our one line; the whole log is in the Prefect UI.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    # A run whose process died is marked Crashed when its heartbeat stays out (flows/watch.py).
    "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",
    # The first start in an empty home runs all migrations: 14 s on two idle cores, more on busy ones.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def use_temporary_server(home: Path) -> None:
    """Let flows of this process run under a server of their own, which keeps its history in `home` and ends with it.

    Nothing of the user's own Prefect is read or touched.
    """
    for name in ("PREFECT_API_URL", "PREFECT_API_KEY", "PREFECT_API_AUTH_STRING", "PREFECT_PROFILE"):
        os.environ.pop(name, None)
    os.environ |= QUIET | {"PREFECT_HOME": str(home), "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true"}
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotDo(f"{home} cannot be made: {error.strerror}; set AIDWIRE_HOME to a folder of yours") from None


def server_environment(home: Path, port: int, auth: str) -> dict[str, str]:
    """The environment of a server that stays, and of all that talks to it: loopback, signed in, and quiet."""
    ui = f"http://127.0.0.1:{port}"
    return QUIET | {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": f"{ui}/api",
        "PREFECT_API_AUTH_STRING": auth,
        "PREFECT_SERVER_API_AUTH_STRING": auth,
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_UI_API_URL": f"{ui}/api",
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": ui,
        "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "true",
        "PREFECT_CLIENT_CSRF_SUPPORT_ENABLED": "true",
        "PREFECT_RESULTS_DEFAULT_SERIALIZER": "json",
        "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect.server.concurrency.lease_storage.filesystem",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "true",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(30 * 24 * 3600),
    }
