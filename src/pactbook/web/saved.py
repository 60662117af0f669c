"""Saved searches: in the record, or, where that is only read, in the visitor's browser.

What is in the record is there in every browser, for everybody who uses it, and on the command line.
"""

from __future__ import annotations

import base64
import binascii
import zlib

import msgspec
from fastapi import Request
from starlette.responses import Response

from pactbook.errors import QueryError
from pactbook.model.search import Search
from pactbook.pipeline.saving import named

_COOKIE = "pactbook_saved"
#: Browsers keep at least 4,096 bytes of a cookie with its name and its attributes.
_MOST = 3_800
#: What the cookie may hold once it is unpacked.
_UNPACKED = 60_000
_YEAR = 365 * 24 * 3600


def saved(request: Request) -> list[Search]:
    """The searches of this browser, the latest first. A cookie that is not ours holds none."""
    try:
        packed = base64.urlsafe_b64decode(request.cookies.get(_COOKIE, "").encode())
        whole = zlib.decompressobj().decompress(packed, _UNPACKED)
        return [named(one.name, one.address) for one in msgspec.json.decode(whole, type=list[Search])]
    except (binascii.Error, zlib.error, msgspec.MsgspecError, UnicodeError, ValueError, QueryError):
        return []


def with_search(before: list[Search], name: str, address: str) -> list[Search]:
    """One more; the same search under another name takes its place. Raises QueryError."""
    return [named(name, address), *without_search(before, address)]


def without_search(before: list[Search], address: str) -> list[Search]:
    """All but the one."""
    return [one for one in before if one.address != address]


def keep(response: Response, searches: list[Search]) -> None:
    """Leave them with the browser. Raises QueryError where it cannot hold so many."""
    plain = [{"name": one.name, "address": one.address} for one in searches]
    packed = base64.urlsafe_b64encode(zlib.compress(msgspec.json.encode(plain), 9)).decode()
    if len(packed) > _MOST:
        raise QueryError("The browser can hold no more saved searches; delete one first, or keep the address instead.")
    response.set_cookie(_COOKIE, packed, max_age=_YEAR, httponly=True, samesite="strict")
