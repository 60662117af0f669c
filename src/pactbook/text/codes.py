"""What Python compiles regular expressions to, kept from one start to the next beside its own byte code.

A short article asks for some three hundred expressions; to compile them takes a quarter of its time. As byte code they
are kept where Python may write, unless it is told not to, and are of use to no other Python. Each is found again by
what it says, so that who edits an expression gets the new one.

The file: the sum and the size of what is told of all codes, four bytes each; that; the codes, one behind the other.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

#: Flags, groups, name → group, and the code as bytes.
Code = tuple[int, int, dict[str, int], bytes]
#: The same, with the code's place and sum instead of itself.
_Told = tuple[int, int, dict[str, int], tuple[int, int, int]]
#: What has to be the same for codes to be of use.
Form = tuple[int | str, ...]

#: When more are kept than all knowledge has, those that nobody asked for this time are dropped.
MOST = 6_000
_NUMBER = 4


class Codes:
    """Codes by what their expressions say."""

    def __init__(self, file: Path | None, form: Form, *, writes: bool = True) -> None:
        """``file`` need not be there; None keeps nothing. ``form``: codes of another form are of no use.

        ``writes``: whether the file may be written.
        """
        self._file, self._form, self._writes = file, form, writes
        self._kept = _Kept(file, form)
        self._asked: dict[str, Code] = {}
        self._new = 0

    @property
    def new(self) -> int:
        """How many were added since they were saved last."""
        return self._new

    def get(self, said: str) -> Code | None:
        """The code of an expression, if it is kept."""
        code = self._asked.get(said) or self._kept.get(said)
        if code is not None:
            self._asked[said] = code
        return code

    def add(self, said: str, code: Code) -> None:
        """Keep the code of an expression."""
        self._asked[said] = code
        self._new += 1

    def save(self) -> None:
        """Write what was added; where that cannot be written, nothing is lost but time."""
        if not self._new or self._file is None or not self._writes:
            return
        self._new = 0
        # What others wrote in the meantime stays.
        kept = _Kept(self._file, self._form).all() | self._asked
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            _replace(self._file, _written(kept if len(kept) <= MOST else self._asked, self._form))


class _Kept:
    """What a file holds: nothing where there is none, it is of another form or not whole. A code is read when asked."""

    def __init__(self, file: Path | None, form: Form) -> None:
        self._whole: mmap | bytes = _mapped(file) if file else b""
        proof, size = (int.from_bytes(self._whole[at : at + _NUMBER], "big") for at in (0, _NUMBER))
        self._begin = 2 * _NUMBER + size
        told = self._whole[2 * _NUMBER : self._begin]
        whose, self._told = marshal.loads(told) if told and crc32(told) == proof else ((), {})
        if whose != form:
            self._told = {}

    def get(self, said: str) -> Code | None:
        """The code of an expression, if it is kept whole."""
        told: _Told | None = self._told.get(said)
        if told is None:
            return None
        flags, groups, named, (start, end, proof) = told
        code = self._whole[self._begin + start : self._begin + end]
        return (flags, groups, named, code) if crc32(code) == proof else None

    def all(self) -> dict[str, Code]:
        """Every code that is kept."""
        return {said: code for said in self._told if (code := self.get(said))}


def _mapped(file: Path) -> mmap | bytes:
    try:
        with file.open("rb") as opened:
            return mmap(opened.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # there is none, or nothing in it
        return b""


def _written(codes: dict[str, Code], form: Form) -> bytes:
    told: dict[str, _Told] = {}
    at = 0
    for said, (flags, groups, named, code) in codes.items():
        told[said] = (flags, groups, named, (at, at + len(code), crc32(code)))
        at += len(code)
    index = marshal.dumps((form, told))
    numbers = (number.to_bytes(_NUMBER, "big") for number in (crc32(index), len(index)))
    return b"".join((*numbers, index, *(code for *_, code in codes.values())))


def _replace(file: Path, data: bytes) -> None:
    """Write a file that is whole whenever somebody reads it, unless two write at once: then its sums are wrong."""
    ours = file.with_name(f"{file.name}.new")
    try:
        ours.write_bytes(data)
        ours.replace(file)
    finally:
        ours.unlink(missing_ok=True)
