"""Read a TOML file into a typed struct; anything unexpected is an error that names file, entry and reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

import msgspec
import rtoml

from pactbook.errors import KnowledgeError
from pactbook.text.expressions import regex
from pactbook.text.level import level_tones

T = TypeVar("T")
#: How a TOML file says that there is nothing of the sort in its language.
_NOTHING = "(?!)"


class _Late:
    """A regular expression as TOML holds it, a string or a list of ways to say it; compiled when it is first asked for.

    A short article asks for a third of them; to compile them all took a third of the time that it was read in.
    """

    _ASKED: ClassVar[tuple[str, ...]] = (
        "search",
        "match",
        "fullmatch",
        "finditer",
        "findall",
        "sub",
        "split",
        "pattern",
    )

    def __init__(self, said: str, place: str = "", ways: tuple[str, ...] = ()) -> None:
        self._said = said
        self._place = place
        self._ways = ways

    def __getattr__(self, name: str) -> Any:
        """What the compiled one has; from then on it stands here. Raises KnowledgeError."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self._compiled(self.source())
        for each in self._ASKED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def source(self) -> str:
        """The expression as it is compiled."""
        return level_tones(self._said)

    def _compiled(self, said: str) -> re.Pattern[str]:
        try:
            return regex(said)
        except re.error as error:
            wrong, why = self._wrong() or (self._said, error)
            raise KnowledgeError(f"knowledge/{self._place}: no regular expression: {why}: {wrong}") from error

    def _wrong(self) -> tuple[str, re.error] | None:
        """Of several ways, the first that is no expression."""
        for way in self._ways:
            try:
                re.compile(way)
            except re.error as error:
                return way, error
        return None


if TYPE_CHECKING:
    Pattern = re.Pattern[str]
else:
    Pattern = _Late


class _Never(_Late):
    """The pattern that matches nothing: it answers without looking."""

    pattern = _NOTHING

    def __init__(self) -> None:
        super().__init__(_NOTHING)

    @staticmethod
    def search(*_: object) -> None:
        """No match."""

    match = fullmatch = search

    @staticmethod
    def finditer(*_: object) -> tuple[()]:
        """No matches."""
        return ()

    findall = finditer

    @staticmethod
    def sub(_: object, text: str, **__: int) -> str:
        """The text as it is."""
        return text


#: What a language has not said yet.
NEVER = cast(Pattern, _Never())


def late(said: str, place: str) -> Pattern:
    """A pattern put together from what a file says; it is compiled when it is first asked for."""
    return cast(Pattern, _Late(said, place))


def source(pattern: Pattern) -> str:
    """The expression of a pattern, which need not be compiled for it."""
    return pattern.source() if isinstance(pattern, _Late) else pattern.pattern


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of every struct that a TOML file is read into: an unknown field is a typing error, not a feature."""


def check_groups(said: Entry, needed: Mapping[str, tuple[str, ...]]) -> None:
    """Raise ValueError, which msgspec names with its place, for a pattern that lacks a group that is asked for by name.

    ``needed``: the name of a pattern of ``said`` → the names of its groups.
    """
    for name, groups in needed.items():
        pattern = getattr(said, name)
        missing = [] if pattern is NEVER else [g for g in groups if f"(?P<{g}>" not in source(pattern)]
        if missing:
            raise ValueError(f"the pattern {name} marks no words as (?P<{missing[0]}>...)")


def folder() -> Traversable:
    """The knowledge folder inside the installed package."""
    return files("pactbook.knowledge")


def _decode(place: str, wanted: type, value: object) -> object:
    """Take regular expressions; msgspec knows the rest."""
    if wanted is _Late and isinstance(value, str):
        return NEVER if value == _NOTHING else _Late(value, place)
    if wanted is _Late and isinstance(value, list) and value and all(isinstance(way, str) for way in value):
        return _Late("|".join(value), place, tuple(value))
    if wanted is _Late:
        raise ValueError("a pattern is a string, or a list of strings")  # msgspec says where
    raise NotImplementedError(f"no way to read {wanted}")


def read(place: str, shape: type[T]) -> T:
    """Read ``place`` (``en/money.toml``) as ``shape``. Raises KnowledgeError."""
    return _read(place, shape)[0]


def read_folder(place: str, shape: type[T]) -> T:
    """Read the files in ``place`` (``en/agreements``) as one ``shape``, each of whose tables stands in one file.

    All fields of ``shape`` have defaults. Raises KnowledgeError: unreadable, or a table stands in two files.
    """
    whole, stands = shape(), dict[str, str]()
    for file in names_in(place):
        part, said = _read(file, shape)
        whole = _with(whole, part, said, _Tables(file, stands))
    return whole


class _Tables(msgspec.Struct, frozen=True):
    """A file, which table stands in which file, and the table that is read (``korean.``)."""

    file: str
    stands: dict[str, str]
    inside: str = ""

    def note(self, name: str) -> None:
        """Note that a table stands in the file. Raises KnowledgeError where another file has it."""
        table = self.inside + name
        if table in self.stands:
            raise KnowledgeError(f"knowledge/{self.file}: [{table}] stands in knowledge/{self.stands[table]} already")
        self.stands[table] = self.file


def _with(whole: T, part: T, said: dict[str, Any], tables: _Tables) -> T:
    """``whole`` with what a file says of it; tables of tables are put together, all else stands in one file."""
    told = {}
    for name, value in said.items():
        mine, theirs = getattr(whole, name), getattr(part, name)
        if isinstance(mine, Entry) and any(isinstance(inner, dict | list) for inner in value.values()):
            told[name] = _with(mine, theirs, value, msgspec.structs.replace(tables, inside=f"{tables.inside}{name}."))
        else:
            tables.note(name)
            told[name] = theirs
    return cast(T, msgspec.structs.replace(cast(msgspec.Struct, whole), **told))


def _read(place: str, shape: type[T]) -> tuple[T, dict[str, Any]]:
    """``place`` as ``shape``, and as it is written."""
    try:
        # The standard library's parser takes ten times as long, which is felt at every start.
        said = rtoml.loads(folder().joinpath(place).read_text(encoding="utf-8"))
        return msgspec.convert(said, shape, str_keys=True, dec_hook=partial(_decode, place)), said
    except FileNotFoundError as error:
        raise KnowledgeError(f"knowledge/{place}: no such file") from error
    except (msgspec.ValidationError, rtoml.TomlParsingError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"knowledge/{place}: {error}") from error


def names_in(place: str) -> list[str]:
    """The TOML files in a folder (``bodies``), as places, sorted. Raises KnowledgeError."""
    try:
        return sorted(f"{place}/{f.name}" for f in folder().joinpath(place).iterdir() if f.name.endswith(".toml"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise KnowledgeError(f"knowledge/{place}: no such folder") from error
