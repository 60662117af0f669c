"""Searches that a visitor has saved, in the browser.

They are the visitor's own: they are there in a record that is only read and without a script, and nobody else sees
them. What is shared is the address of the search, which says all of it and stays.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from dataclasses import dataclass

import msgspec
from fastapi import Request
from starlette.responses import Response

from pactbook.errors import QueryError

_COOKIE = "pactbook_saved"
#: Browsers keep at least 4,096 bytes of a cookie with its name and its attributes.
_MOST = 3_800
#: What the cookie may hold once it is unpacked.
_UNPACKED = 60_000
_YEAR = 365 * 24 * 3600
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Saved:
    """A search by its name and its address, which begins with ``/search``."""

    name: str
    address: str


def saved(request: Request) -> list[Saved]:
    """The visitor's searches, the latest first. A cookie that is not ours holds none."""
    try:
        packed = base64.urlsafe_b64decode(request.cookies.get(_COOKIE, "").encode())
        whole = zlib.decompressobj().decompress(packed, _UNPACKED)
        found = msgspec.json.decode(whole, type=list[Saved])
    except (binascii.Error, zlib.error, msgspec.MsgspecError, UnicodeError, ValueError):
        return []
    return [one for one in found if _is_search(one.address)]


def with_search(before: list[Saved], name: str, address: str) -> list[Saved]:
    """One more; the same search under another name takes its place. Raises QueryError."""
    name = " ".join(name.split())[:_LONGEST_NAME]
    if not name:
        raise QueryError("Give the search a name.")
    if not _is_search(address):
        raise QueryError("Only a search can be saved.")
    return [Saved(name, address), *without_search(before, address)]


def without_search(before: list[Saved], address: str) -> list[Saved]:
    """All but the one."""
    return [one for one in before if one.address != address]


def keep(response: Response, searches: list[Saved]) -> None:
    """Leave them with the browser. Raises QueryError where it cannot hold so many."""
    packed = base64.urlsafe_b64encode(zlib.compress(msgspec.json.encode(searches), 9)).decode()
    if len(packed) > _MOST:
        raise QueryError("The browser can hold no more saved searches; delete one first, or keep the address instead.")
    response.set_cookie(_COOKIE, packed, max_age=_YEAR, httponly=True, samesite="strict")


def _is_search(address: str) -> bool:
    return (address == "/search" or address.startswith("/search?")) and address.isprintable()
