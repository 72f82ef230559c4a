"""Days as they are typed."""

from __future__ import annotations

from datetime import date

from flows.errors import WrongUse


def day(text: str, option: str) -> date:
    """The day of `text`. Raises WrongUse, naming the option, for what is no date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(f"{option} {text!r} is no date; write it as 2023-01-04") from None
