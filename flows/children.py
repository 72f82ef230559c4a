"""How a child of the parse pool comes to be: forked from a clean helper, bare of Prefect, bounded in memory."""

from __future__ import annotations

import contextlib
import resource
import sys
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.popen_forkserver import Popen
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Lock
from types import ModuleType

_launching = Lock()


class _BareProcess(ForkServerProcess):
    """A child that does not import its parent's `__main__`, which may be Prefect's engine, at a second each."""

    @staticmethod
    def _Popen(process_obj: BaseProcess) -> Popen:  # noqa: N802 - the name that multiprocessing calls
        # multiprocessing offers no switch for this, and takes what to import from sys.modules at the launch.
        with _launching:
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                return ForkServerProcess._Popen(process_obj)
            finally:
                sys.modules["__main__"] = main


class _BareForkServer(ForkServerContext):
    Process = _BareProcess


def bare_forkserver(*preload: str) -> ForkServerContext:
    """Children are forked from a helper that has the modules `preload` loaded, so that a new one costs milliseconds."""
    context = _BareForkServer()
    context.set_forkserver_preload(list(preload))
    return context


def bound_memory(megabytes: int) -> None:
    """Let this child grow by `megabytes` over what it has mapped already; beyond that, allocation fails."""
    limit = _mapped_bytes() + megabytes * 1024 * 1024
    with contextlib.suppress(ValueError, OSError):  # macOS refuses to bound address space
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _mapped_bytes() -> int:
    with contextlib.suppress(OSError):
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    return 0
