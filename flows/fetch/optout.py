"""What a publisher says in a response's headers against being mined: such a body is neither read nor kept."""

from __future__ import annotations

from flows.fetch.exchange import Answer


def opted_out(answer: Answer) -> str | None:
    """The header by which the publisher reserves its rights, or None.

    `TDM-Reservation: 1` is the W3C community group's TDM Reservation Protocol of 2024-05-10, by which rights are
    reserved under article 4 of the EU's directive 2019/790; `noai` began as a habit of image hosts.
    """
    if (answer.header("tdm-reservation") or "").strip() == "1":
        return "TDM-Reservation: 1"
    tags = (answer.header("x-robots-tag") or "").lower().replace(",", " ").split()
    return "X-Robots-Tag: noai" if "noai" in tags else None
