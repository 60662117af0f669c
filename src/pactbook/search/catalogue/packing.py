"""Shelves as bytes, to be kept in the record with all that was read of them."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

import msgspec
from pyroaring import BitMap
from sqlalchemy import Connection

from pactbook.search.catalogue.facet import Facet
from pactbook.search.catalogue.shelf import Kind, Parts, Shelf


class _Packed(msgspec.Struct, array_like=True):
    """Numbers of things and days have 32 bits, the lowest byte first."""

    ids: dict[int, str]
    first: bytes
    last: bytes
    facets: dict[str, dict[str, bytes]]
    columns: dict[str, dict[int, float | int | tuple[str, ...]]]
    orders: dict[str, bytes]
    rows: bytes | None


def pack(connection: Connection, shelf: Shelf) -> bytes:
    """A shelf with every part that there is."""
    parts = shelf.parts(connection)
    packed = _Packed(
        dict(parts.ids),
        _bytes(parts.first),
        _bytes(parts.last),
        {name: {value: _bytes(has) for value, has in f.postings.items()} for name, f in parts.facets.items()},
        {name: dict(column.items()) for name, column in parts.columns.items()},
        {name: _bytes(order) for name, order in parts.orders.items()},
        None if parts.rows is None else _bytes(parts.rows),
    )
    return msgspec.msgpack.encode(packed)


def unpack(kind: Kind, whole: bytes) -> Shelf:
    """The shelf that was packed. Raises ValueError, MsgspecError for bytes that are none."""
    packed = msgspec.msgpack.decode(whole, type=_Packed)
    parts = Parts(
        ids=packed.ids,
        first=_numbers(packed.first),
        last=_numbers(packed.last),
        facets={
            name: Facet({value: BitMap(_numbers(has)) for value, has in postings.items()})
            for name, postings in packed.facets.items()
        },
        columns=packed.columns,
        orders={name: _numbers(order) for name, order in packed.orders.items()},
        rows=None if packed.rows is None else _numbers(packed.rows),
    )
    return Shelf.of(kind, parts)


def _bytes(numbers: Iterable[int]) -> bytes:
    return _lowest_first(array("I", numbers)).tobytes()


def _numbers(whole: bytes) -> array[int]:
    return _lowest_first(array("I", whole))


def _lowest_first(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
