"""The words of a TOML file made ready for matching, each field when it is first asked for.

A short article asks for half of them; making the others took a thirtieth of the time that it is read in.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar, Self

from pactbook.knowledge.reading import Entry


class Compiled:
    """What a file says, in fields that say how each is made of it."""

    _fields: ClassVar[dict[str, _Made]]

    def __init_subclass__(cls) -> None:
        """Take the fields off the class: each object has them in a class of its own, to take them off one by one."""
        fields = {name: field for name, field in vars(cls).items() if isinstance(field, _Made)}
        if fields:
            cls._fields = fields
        for name in fields:
            delattr(cls, name)

    def __new__(cls, words: Entry) -> Self:
        """An object of a class that no other has."""
        own: type[Self] = type(cls.__name__, (cls,), {})
        for name, field in cls._fields.items():
            setattr(own, name, field)
        return super().__new__(own)

    def __init__(self, words: Entry) -> None:
        self.words = words


class _Made:
    """A field that is made when it is first asked for; from then on what was made stands in its place.

    It is taken off the class then, for an attribute that the class does not know is read in a tenth of the time.
    """

    def __init__(self, by: Callable[[Any, str], Any]) -> None:
        self._by = by

    def __set_name__(self, owner: type[Compiled], name: str) -> None:
        self._name = name

    def __get__(self, compiled: Compiled, owner: type[Compiled]) -> Any:
        value = self._by(compiled.words, self._name)
        setattr(compiled, self._name, value)
        with suppress(AttributeError):  # another thread was quicker
            delattr(owner, self._name)
        return value


def made(by: Callable[[Any], Any], of: str = "") -> Any:
    """A field that ``by`` makes of what the file says under the field's own name, or under ``of``."""
    return _Made(lambda words, name: by(getattr(words, of or name)))


def made_of_all(by: Callable[[Any], Any]) -> Any:
    """A field that ``by`` makes of the whole file."""
    return _Made(lambda words, _: by(words))


def as_said() -> Any:
    """A field that is what the file says."""
    return made(lambda said: said)
