"""Sets of small numbers as the bits of one whole number: joined, cut and counted in microseconds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import compress

#: Fewer numbers than this are set one by one.
_FEW = 32
_DIGITS = bytes.maketrans(b"01", b"\x00\x01")


def bits(numbers: Collection[int], size: int) -> int:
    """The set of ``numbers``, each from 0 to below ``size``."""
    if len(numbers) < _FEW:
        found = 0
        for number in numbers:
            found |= 1 << number
        return found
    digits = bytearray(b"0") * size
    top = size - 1
    for number in numbers:
        digits[top - number] = 49
    return int(bytes(digits), 2)


def numbers(found: int) -> list[int]:
    """The numbers in a set, from the smallest."""
    if found.bit_count() < _FEW:
        return list(_one_by_one(found))
    return list(compress(range(found.bit_length()), marks(found, found.bit_length())))


def marks(found: int, size: int) -> bytes:
    """For each number below ``size`` 1 where it is in the set, else 0."""
    return format(found, f"0{size}b").encode()[::-1].translate(_DIGITS) if size else b""


def _one_by_one(found: int) -> Iterable[int]:
    while found:
        lowest = found & -found
        yield lowest.bit_length() - 1
        found ^= lowest
