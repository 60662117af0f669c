"""The words of a TOML file made ready for matching, each field when it is first asked for.

A short article asks for half of them; making the others took a thirtieth of the time that it is read in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Self

from pactbook.knowledge.reading import Entry


class Compiled:
    """What a file says, in fields that say how each is made of it.

    The class gives its fields away: an attribute of which a class knows nothing is read in a tenth of the time.
    """

    _fields: ClassVar[dict[str, _Made]] = {}

    def __init_subclass__(cls) -> None:
        """Take the fields off the class."""
        cls._fields = {name: field for name, field in vars(cls).items() if isinstance(field, _Made)}
        for name in cls._fields:
            delattr(cls, name)

    def __init__(self, words: Entry) -> None:
        self.words = words
        self._kept = self.__dict__

    def __getattr__(self, name: str) -> Any:
        """The field, made now; from then on it stands here."""
        field = self._fields.get(name)
        if field is None:
            raise AttributeError(f"{type(self).__name__} has no field {name!r}")
        value = field.by(self.words, name)
        self.__dict__[name] = self._kept[name] = value
        return value

    def but(self, other: Mapping[str, Any]) -> Self:
        """The same, but for some fields that are other; what is made later is made for both."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self._kept, **other)
        return copy

    @classmethod
    def matching_phrases(cls) -> Iterator[tuple[str, str, Any]]:
        """Each field that matches only where a phrase stands, the name of its phrases, and what does instead."""
        for name, field in cls._fields.items():
            if field.absent is not None:
                yield name, field.of or name, field.absent


class _Made:
    """How a field is made: ``by`` takes what the file says and the name of the field."""

    def __init__(self, by: Callable[[Any, str], Any], of: str = "", absent: Any = None) -> None:
        self.by, self.of, self.absent = by, of, absent


def made(by: Callable[[Any], Any], of: str = "", absent: Any = None) -> Any:
    """A field that ``by`` makes of what the file says under the field's own name, or under ``of``.

    ``absent``: what does instead in a text in which none of those phrases stands, where it matches nothing else.
    """
    return _Made(lambda words, name: by(getattr(words, of or name)), of, absent)


def made_of_all(by: Callable[[Any], Any]) -> Any:
    """A field that ``by`` makes of the whole file."""
    return _Made(lambda words, _: by(words))


def as_said() -> Any:
    """A field that is what the file says."""
    return made(lambda said: said)
