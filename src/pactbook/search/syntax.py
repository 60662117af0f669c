"""The language of questions: words, "phrases", prefix*, fields, AND, OR, NOT, parentheses.

    question  = all ("OR" all)*
    all       = one ("AND"? one)*                 what stands side by side must all hold
    one       = ("NOT" | "-") one | "(" question ")" | field | "phrase" | prefix* | word
    field     = name ":" value ("," value)*       any of the values will do

Operators are written in capitals; everything else means itself. Errors say where (QuerySyntaxError).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pactbook.errors import QuerySyntaxError
from pactbook.search.lexing import Token, tokens

#: Parentheses within each other, at most.
_DEEPEST = 30
#: Characters of a question, at most.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Run:
    """Words side by side: all must be found, and together they may name bodies."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand side by side, as words and not as the name of a body."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of which any of ``values``, in the codebook's words, will do."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    node: Node


@dataclass(frozen=True, slots=True)
class Both:
    """What must all hold."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Of which any will do."""

    nodes: tuple[Node, ...]


Node = Run | Phrase | Prefix | Field | Not | Both | Either


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a question asks for together, and where it stands."""

    node: Node
    start: int
    end: int


@lru_cache(maxsize=512)
def parse(text: str) -> tuple[Part, ...]:
    """What a question asks for, all of which must hold; nothing for an empty one. Raises QuerySyntaxError."""
    if len(text) > _LONGEST:
        raise QuerySyntaxError(f"a question may have {_LONGEST:,} characters at most", text, _LONGEST)
    return _Parser(text).question()


def tree(text: str) -> Node | None:
    """The whole question; None where nothing is asked for. Raises QuerySyntaxError."""
    return _joined([part.node for part in parse(text)]) if text.strip() else None


class _Parser:
    """Reads from left to right; ``_depth`` parentheses are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(tokens(text))
        self._at = 0
        self._depth = 0

    def question(self) -> tuple[Part, ...]:
        if not self._tokens:
            return ()
        sides = self._either()
        if token := self._here():
            raise self._wrong("this parenthesis closes nothing", token)
        if len(sides) == 1:
            return sides[0]
        whole = Either(tuple(_joined([p.node for p in side]) for side in sides))
        return (Part(whole, 0, len(self._text)),)

    def _either(self) -> list[tuple[Part, ...]]:
        sides = [self._all()]
        while (token := self._here()) and token.kind == "OR":
            self._at += 1
            sides.append(self._all(after=token))
        return sides

    def _all(self, after: Token | None = None) -> tuple[Part, ...]:
        """Parts side by side; words that no operator parts are one run."""
        parts: list[Part] = []
        operator = after
        while (token := self._here()) and token.kind not in (")", "OR"):
            if token.kind == "AND":
                if not parts or operator:
                    raise self._wrong("AND stands between two things; the one before it is missing", token)
                operator = token
                self._at += 1
                continue
            part = self._one()
            if operator is None and parts and isinstance(part.node, Run) and isinstance(parts[-1].node, Run):
                last = parts.pop()
                assert isinstance(last.node, Run)
                part = Part(Run((*last.node.words, *part.node.words)), last.start, part.end)
            parts.append(part)
            operator = None
        if operator or not parts:
            raise self._missing(operator, token)
        return tuple(parts)

    def _missing(self, operator: Token | None, token: Token | None) -> QuerySyntaxError:
        if operator:
            return self._wrong(f"what {operator.kind} joins is missing after it", operator)
        if token and token.kind == "OR":
            return self._wrong("OR stands between two things; the one before it is missing", token)
        before = self._tokens[self._at - 1] if self._at else None
        if token and before and before.kind == "(":
            return self._wrong("there is nothing between these parentheses", before, token.end - before.start)
        return self._wrong("this parenthesis closes nothing", token or self._tokens[-1])

    def _one(self) -> Part:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "NOT":
            return self._not(token)
        if token.kind == "(":
            return self._group(token)
        node: Node
        if token.kind == "field":
            node = Field(token.text, token.values)
        elif token.kind == "phrase":
            node = Phrase(token.text)
        elif token.kind == "prefix":
            node = Prefix(token.text)
        else:
            node = Run((token.text,))
        return Part(node, token.start, token.end)

    def _not(self, token: Token) -> Part:
        after = self._here()
        if after is None or after.kind in (")", "OR", "AND"):
            raise self._wrong(f"what must not be there is missing after {token.text}", token, len(token.text))
        if after.kind == "NOT":
            raise self._wrong("one NOT is enough", after, len(after.text))
        part = self._one()
        return Part(Not(part.node), token.start, part.end)

    def _group(self, token: Token) -> Part:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._wrong(f"more than {_DEEPEST} parentheses within each other", token)
        sides = self._either()
        end = self._here()
        if end is None:
            raise self._wrong("this parenthesis is never closed", token)
        self._at += 1
        self._depth -= 1
        nodes = [_joined([p.node for p in side]) for side in sides]
        return Part(nodes[0] if len(nodes) == 1 else Either(tuple(nodes)), token.start, end.end)

    def _here(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _wrong(self, reason: str, token: Token, length: int | None = None) -> QuerySyntaxError:
        return QuerySyntaxError(reason, self._text, token.start, length or token.end - token.start)


def _joined(nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Both(tuple(nodes))
