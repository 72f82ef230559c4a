"""The SQL of the warehouse lies in `.sql` files; here they are found and read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True)
class Script:
    """One file of SQL: its name without the ending, its text, and the SHA-256 of that text."""

    name: str
    text: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


@cache
def statement(name: str) -> str:
    """The text of `sql/<name>.sql`; `name` may hold a folder: `load/claims`."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@cache
def scripts(folder: str) -> tuple[Script, ...]:
    """All files of `sql/<folder>/`, in the order of their names."""
    paths = sorted((FOLDER / folder).glob("*.sql"))
    return tuple(Script(path.stem, path.read_text(encoding="utf-8")) for path in paths)
