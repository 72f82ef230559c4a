"""`aidwire doctor`: what is installed, where data lies, which sources last worked."""

from __future__ import annotations


def command() -> int:
    """Say what is installed, where data lies, how the database and the sources are."""
    from flows.doctor import examine, print_findings
    from flows.settings import Settings

    return print_findings(examine(Settings()))
