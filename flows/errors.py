"""Errors for people: one line on stderr and the right exit code, for the known and for the unknown alike.

Exit codes: 0 all done; 1 the job could not be done; 2 wrong use; 3 done in part (what failed is named).
"""

from __future__ import annotations

import errno
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

DONE, FAILED, MISUSED, PARTLY, INTERRUPTED = 0, 1, 2, 3, 130


class WrongUse(Exception):  # noqa: N818 - reads as what happened
    """What was asked for makes no sense: the message says what was wrong and what to write instead."""


class CannotDo(Exception):  # noqa: N818
    """The state of the world forbids it: the message says what, where, and what to do."""


class Told(NamedTuple):
    """What a person is told of an error, in one line, and how the process ends."""

    line: str
    code: int


def tell(error: BaseException, home: Path | None) -> Told:
    """The line and the exit code for `error`. The traceback of an unknown one is written to a file, which it names."""
    known = _known(error)
    if known:
        return known
    name = f"{type(error).__name__}: {_first_line(error)}".rstrip(": ")
    return Told(
        f"something that Aidwire did not expect: {name}; the whole story is in {_write_down(error, home)}", FAILED
    )


def _known(error: BaseException) -> Told | None:
    from pydantic import ValidationError

    from parsers.claims.gazetteer_rows import GazetteerError
    from parsers.sources import SourceError
    from warehouse.connection import WarehouseError

    match error:
        case WrongUse():
            return Told(str(error), MISUSED)
        case CannotDo() | SourceError() | GazetteerError() | WarehouseError():
            return Told(_one_line(error), FAILED)
        case ValidationError() if error.title == "Settings":
            return Told("; ".join(_setting(dict(detail)) for detail in error.errors()), MISUSED)
        case KeyboardInterrupt():
            return Told("stopped; what was loaded stays, the rest is taken up by the next run", INTERRUPTED)
        case OSError() if error.errno == errno.ENOSPC:
            return Told(f"the disk is full{_at(error)}; free some space and run it again", FAILED)
        case PermissionError():
            return Told(
                f"no permission{_at(error)}; change its rights, or set AIDWIRE_HOME to a folder of yours", FAILED
            )
        case OSError() if error.strerror:
            return Told(f"{error.strerror[0].lower()}{error.strerror[1:]}{_at(error)}", FAILED)
    return None


def _setting(detail: dict[str, object]) -> str:
    """`AIDWIRE_PARSE_PROCESSES: should be greater than or equal to 1, not '0'` of a pydantic error."""
    location = detail["loc"]
    name = "_".join(str(part) for part in location) if isinstance(location, tuple) else str(location)
    message = str(detail["msg"]).replace("Input should", "should")
    return f"AIDWIRE_{name.upper()}: {message}, not {str(detail['input'])!r}"


def _at(error: OSError) -> str:
    return f": {error.filename}" if error.filename else ""


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), "")[:300]


def _write_down(error: BaseException, home: Path | None) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    words = "".join(traceback.format_exception(error))
    command = " ".join(sys.argv)
    for folder in ([home / "logs"] if home else []) + [Path(tempfile.gettempdir())]:
        file = folder / f"aidwire-error-{stamp}.txt"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{command}\n\n{words}", encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return file
    return Path("nowhere, because nothing could be written")
