"""Answers made of the pieces of others: each ends in an answer or in a failure of ours, and raises nothing else.

2,000 answers, the same ones each time; `AIDWIRE_FUZZ=50000` makes more.
"""

import asyncio
import gzip
import os
import random

from behaviours import CASES, head, whole
from raw_server import serving
from yarl import URL

from flows.fetch.exchange import Answer, Failure, exchange
from flows.fetch.guard import Policy
from flows.fetch.resolver import system_lookup
from flows.fetch.session import open_session

ANSWERS = int(os.environ.get("AIDWIRE_FUZZ", "2000"))
PIECES = (
    b"\r\n", b"\n", b"\r", b"\x00", b":", b"\xff", b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Content-Encoding: deflate\r\n", b"ffffffffffffffff\r\n", b"HTTP/1.1 100 Continue\r\n\r\n",
)  # fmt: skip
SEEDS = (
    whole(b"news", "Content-Type: text/html; charset=utf-8", 'ETag: "1"', "Set-Cookie: a=b"),
    whole(gzip.compress(b"news" * 999), "Content-Encoding: gzip"),
    head("Transfer-Encoding: chunked") + b"4\r\nnews\r\n0\r\nTrailer: x\r\n\r\n",
    b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + whole(b"news"),
    *(case.answer for case in CASES if isinstance(case.answer, bytes) and len(case.answer) < 5_000),
)


def changed(chance):
    """One of the seeds with up to five changes: a byte, a gap, a piece of another, a piece of HTTP."""
    answer = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(answer) + 1)
        other = chance.choice(SEEDS)
        start = chance.randrange(len(other))
        answer[at : at + chance.randrange(20)] = chance.choice(
            (b"", bytes([chance.randrange(256)]), other[start : start + 40], chance.choice(PIECES))
        )
    return bytes(answer)


def test_every_answer_ends_in_an_answer_or_in_a_failure_of_ours():
    chance = random.Random(6)  # noqa: S311 - for variety, not for secrets
    answers = [changed(chance) for _ in range(ANSWERS)]

    async def run():
        left = iter(answers)

        async def behave(writer, _path):
            writer.write(next(left, b""))
            await writer.drain()

        session = open_session(Policy(loopback=True), system_lookup, user_agent="test", connections=1)
        ended = []
        async with serving(behave) as base, session:
            for _ in answers:
                try:
                    got = await exchange(session, URL(f"{base}/a"), headers={}, seconds=0.5, max_bytes=100_000)
                    ended.append(isinstance(got, Answer))
                except Failure as failure:
                    ended.append(bool(failure.message) and failure.message.isprintable())
        return ended

    ended = asyncio.run(run())
    assert len(ended) == ANSWERS
    assert all(ended)
