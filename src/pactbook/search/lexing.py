"""Cut a question into its parts, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from rapidfuzz import process

from pactbook.errors import QueryError, QuerySyntaxError
from pactbook.knowledge.questions import fields
from pactbook.search.values import checked
from pactbook.text.fold import fold

#: How like the name of a field a word before a colon must be to be taken for a slip, 0 to 100.
_SLIP = 75
_QUOTES = {'"': '"', "“": "”", "”": "”", "„": "“", "«": "»", "「": "」", "『": "』"}
_OPERATORS = ("AND", "OR", "NOT")
_NAME = re.compile(r"([^\W\d]\w*):(?!//)")
_WORD = re.compile(r'[^\s()"“”„«»「」『』]+')
_VALUE = re.compile(r'[^\s()"“”„«»「」『』,]+')


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a question.

    ``kind`` is ``(``, ``)``, ``AND``, ``OR``, ``NOT``, ``word``, ``prefix``, ``phrase`` or ``field``; ``text`` what it
    says, of a field its name in the program's words, whose ``values`` are in the codebook's.
    """

    kind: str
    start: int
    end: int
    text: str
    values: tuple[str, ...] = ()


def tokens(text: str) -> Iterator[Token]:
    """The parts of a question in order. Raises QuerySyntaxError."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at)
        yield token
        at = token.end


def spelled(field: str, values: tuple[str, ...]) -> str:
    """A field with its values as a user could have typed it."""
    bare = _VALUE.fullmatch
    return f"{field}:" + ",".join(v if bare(v) else f'"{v}"' if '"' not in v else f"«{v}»" for v in values)


def _token(text: str, at: int) -> Token:
    char = text[at]
    if char in "()":
        return Token(char, at, at + 1, char)
    if char in _QUOTES:
        end = _end_of_quote(text, at)
        return Token("phrase", at, end, text[at + 1 : end - 1])
    if _is_minus(text, at):
        return Token("NOT", at, at + 1, char)
    if (name := _NAME.match(text, at)) and (field := _field_called(text, name)):
        return _field(text, at, field, name.end())
    if (word := _WORD.match(text, at)) is None:
        return Token("word", at, at + 1, char)
    if word[0] in _OPERATORS:
        return Token(word[0], at, word.end(), word[0])
    return _word(text, at, word[0])


def _is_minus(text: str, at: int) -> bool:
    """A minus before a word, at the beginning of one."""
    if text[at] != "-" or (at and not (text[at - 1].isspace() or text[at - 1] == "(")):
        return False
    after = text[at + 1 : at + 2]
    return after.isalnum() or (after != "" and (after in _QUOTES or after == "("))


def _word(text: str, at: int, word: str) -> Token:
    star = word.find("*")
    if star < 0:
        return Token("word", at, at + len(word), word)
    if star < len(word) - 1 or not any(c.isalnum() for c in word):
        _wrong('a * stands for the rest of a word and follows its beginning, as in "coop*"', text, at + star)
    return Token("prefix", at, at + len(word), word[:-1])


def _end_of_quote(text: str, at: int) -> int:
    end = text.find(_QUOTES[text[at]], at + 1)
    if end < 0:
        _wrong("this quotation mark is never closed", text, at)
    return end + 1


def _field_called(text: str, name: re.Match[str]) -> str | None:
    """The field of that name; None for a word with a colon. Raises QuerySyntaxError for what looks like a slip."""
    folded = fold(name[1])
    if folded in fields():
        return fields()[folded]
    near = process.extractOne(folded, fields(), score_cutoff=_SLIP) if len(folded) > 2 else None
    if near and name.end() < len(text) and not text[name.end()].isspace():
        _wrong(
            f"there is no field {name[1]!r}; did you mean {near[0]}: ? (For the words themselves, put them in quotes.)",
            text, name.start(), len(name[0]),
        )  # fmt: skip
    return None


def _field(text: str, at: int, field: str, after: int) -> Token:
    values: list[str] = []
    end = after - 1
    while end == after - 1 or text[end : end + 1] == ",":
        start = end + 1
        value, end = _value(text, start)
        if not value.strip():
            _wrong(f"{field}: needs a value right after it, as in {_EXAMPLES[field]}", text, at, max(end - at, 1))
        try:
            values += checked(field, value)
        except QueryError as error:
            raise QuerySyntaxError(str(error), text, start, end - start) from error
    return Token("field", at, end, field, tuple(dict.fromkeys(values)))


def _value(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] in _QUOTES and at < len(text):
        end = _end_of_quote(text, at)
        return text[at + 1 : end - 1], end
    found = _VALUE.match(text, at)
    return (found[0], found.end()) if found else ("", at)


_EXAMPLES = {
    "party": "party:KOICA",
    "country": "country:KR",
    "kind": "kind:memorandum",
    "status": "status:signed",
    "commitment": "commitment:pledge",
    "sector": "sector:energy,ict",
    "measure": "measure:loan",
    "language": "language:ko",
    "outlet": 'outlet:"Yonhap News"',
    "province": 'province:"Đồng Nai"',
    "year": "year:2022 or year:2020..2022",
    "amount": "amount:>=1bn",
    "since": "since:2022-06",
    "until": "until:2023",
    "title": "title:airport",
}


def _wrong(reason: str, text: str, offset: int, length: int = 1) -> NoReturn:
    raise QuerySyntaxError(reason, text, offset, length)
