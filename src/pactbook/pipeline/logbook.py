"""The log of decisions as a file: one decision a line, each with an id that its words make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import msgspec

from pactbook.errors import QueryError, RecordError
from pactbook.model.decision import Decision


def decision_id(decision: Decision) -> str:
    """The id that the content of a decision has."""
    plain = msgspec.to_builtins(replace(decision, id=""))
    for anchor in (*plain["anchors"], *plain["others"]):
        # Older logs say neither what an anchor stands for nor what its claim is about: their ids must stay.
        for name in ("what", "subject"):
            if not anchor[name]:
                del anchor[name]
    return blake2b(msgspec.json.encode(plain), digest_size=8).hexdigest()


def write_log(decisions: Iterable[Decision], path: Path) -> int:
    """Write decisions to a file; return their number. Raises RecordError."""
    lines = [msgspec.json.encode(decision) for decision in decisions]
    try:
        path.write_bytes(b"".join(line + b"\n" for line in lines))
    except OSError as error:
        raise RecordError(f"{path}: cannot be written: {error.strerror}") from error
    return len(lines)


def read_decisions(path: Path) -> list[Decision]:
    """The decisions of a log that was taken away. Raises RecordError for an unreadable file, QueryError for a line
    that is no decision, with its number."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise RecordError(f"{path}: cannot be read: {error.strerror}") from error
    found = []
    for n, line in enumerate(lines, 1):
        try:
            decision = msgspec.json.decode(line, type=Decision, strict=True)
        except msgspec.MsgspecError as error:
            raise QueryError(f"{path}, line {n}: this is no decision of pactbook: {error}") from error
        if decision.id != decision_id(decision):
            raise QueryError(f"{path}, line {n}: the decision was changed by hand: its id does not fit its words")
        found.append(decision)
    return found
