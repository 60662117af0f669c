"""Read a TOML file into a typed struct; anything unexpected is an error that names file, entry and reason."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec
import rtoml

from pactbook.errors import KnowledgeError
from pactbook.text.level import level_tones

T = TypeVar("T")
#: A regular expression as a TOML string holds it; it is compiled when the file is read.
Pattern = re.Pattern[str]
#: How a TOML file says that there is nothing of the sort in its language.
_NOTHING = "(?!)"
#: The pattern that matches nothing: what a language has not said yet.
#: It asks for more text than any is searched, so that none is read.
NEVER = re.compile(r"(?!)[\s\S]{65534}")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of every struct that a TOML file is read into: an unknown field is a typing error, not a feature."""


def folder() -> Traversable:
    """The knowledge folder inside the installed package."""
    return files("pactbook.knowledge")


def _decode(wanted: type, value: object) -> object:
    """Compile regular expressions; msgspec knows the rest. Raises ValueError, which msgspec gives a place."""
    if getattr(wanted, "__origin__", wanted) is re.Pattern and isinstance(value, str):
        if value == _NOTHING:
            return NEVER
        try:
            return re.compile(level_tones(value))
        except re.error as error:
            raise ValueError(f"no regular expression: {error}") from error
    raise NotImplementedError(f"no way to read {wanted}")


def read(place: str, shape: type[T]) -> T:
    """Read ``place`` (``en/money.toml``) as ``shape``. Raises KnowledgeError."""
    try:
        # The standard library's parser takes ten times as long, which is felt at every start.
        said = rtoml.loads(folder().joinpath(place).read_text(encoding="utf-8"))
        return msgspec.convert(said, shape, str_keys=True, dec_hook=_decode)
    except FileNotFoundError as error:
        raise KnowledgeError(f"knowledge/{place}: no such file") from error
    except (msgspec.ValidationError, rtoml.TomlParsingError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"knowledge/{place}: {error}") from error


def names_in(place: str) -> list[str]:
    """The TOML files in a folder (``bodies``), as places, sorted."""
    return sorted(f"{place}/{f.name}" for f in folder().joinpath(place).iterdir() if f.name.endswith(".toml"))
