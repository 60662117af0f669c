"""The words of a TOML file made ready for matching: dataclasses whose fields say how each is made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, fields
from typing import Any, TypeVar

from pactbook.knowledge.reading import Entry

T = TypeVar("T")


def made(by: Callable[[Any], Any], of: str = "") -> Any:
    """A field that ``by`` makes of what the file says under the field's own name, or under ``of``."""
    return field(metadata={"made": lambda words, name: by(getattr(words, of or name))})


def made_of_all(by: Callable[[Any], Any]) -> Any:
    """A field that ``by`` makes of the whole file."""
    return field(metadata={"made": lambda words, _: by(words)})


def as_said() -> Any:
    """A field that is what the file says."""
    return made(lambda said: said)


def compiled(shape: type[T], words: Entry) -> T:
    """``shape``, a dataclass of such fields, made of what a file says."""
    return shape(**{one.name: one.metadata["made"](words, one.name) for one in fields(shape)})  # type: ignore[arg-type]
