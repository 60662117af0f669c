"""The words of a TOML file made ready for matching, each field when it is first asked for.

A short article asks for half of them; making the others took a thirtieth of the time that it is read in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pactbook.knowledge.reading import Entry


class Compiled:
    """What a file says, in fields that say how each is made of it."""

    def __init__(self, words: Entry) -> None:
        self.words = words


class _Made:
    """A field that is made when it is first asked for; from then on what was made stands in its place."""

    def __init__(self, by: Callable[[Any, str], Any]) -> None:
        self._by = by

    def __set_name__(self, owner: type[Compiled], name: str) -> None:
        self._name = name

    def __get__(self, compiled: Compiled, owner: type[Compiled]) -> Any:
        value = self._by(compiled.words, self._name)
        compiled.__dict__[self._name] = value
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
