"""What the words of a question ask of the index: words, or the bodies and states that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from pactbook.search.naming import bodies_named
from pactbook.search.syntax import Both, Either, Field, Node, Not, Phrase, Prefix, Run
from pactbook.store.fulltext import Asked, Every, Some, Term
from pactbook.text.grams import Gram, find_marks, prefix_words, query_words

#: A body's name in a question is at most this many words long.
_LONGEST_NAME = 10

Word = tuple[Gram, ...]


def is_of_words(node: Node) -> bool:
    """Whether the index alone can answer ``node``: it holds no field but the title, and no NOT."""
    if isinstance(node, Both | Either):
        return all(map(is_of_words, node.nodes))
    return isinstance(node, Run | Phrase | Prefix) or (isinstance(node, Field) and node.name == "title")


def asked(connection: Connection, node: Node) -> Asked | None:
    """What ``node``, which ``is_of_words``, asks of the index; None for words without a letter or digit."""
    if isinstance(node, Both | Either):
        inner = tuple(one for n in node.nodes if (one := asked(connection, n)) is not None)
        if len(inner) < 2:
            return inner[0] if inner else None
        return Every(inner) if isinstance(node, Both) else Some(inner)
    terms = tuple(_terms(connection, node))
    return None if not terms else terms[0] if len(terms) == 1 else Every(terms)


def _terms(connection: Connection, node: Node) -> Iterator[Asked]:
    if isinstance(node, Run):
        yield from _of_run(connection, node.words)
    elif isinstance(node, Prefix):
        if word := prefix_words(node.text):
            whole = side_by_side(node.text)
            begun = Term((word,), prefix=True)
            # Plurals are in the index as singulars: what begins "companies" is found as "company".
            yield begun if whole[-1].text == word[-1].text else Some((begun, Term((whole,))))
    elif isinstance(node, Phrase):
        if word := side_by_side(node.text):
            yield Term((word,))
    elif isinstance(node, Field):
        values = tuple(word for value in node.values if (word := side_by_side(value)))
        yield from (Term((word,), title=True) for word in values)


def side_by_side(text: str) -> Word:
    """The tokens of a phrase."""
    return tuple(gram for word in query_words(text) for gram in word)


def _of_run(connection: Connection, words: Sequence[str]) -> Iterator[Term]:
    """One term for each longest run of words that names a body, one for each word besides."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_NAME), at, -1):
            bodies = bodies_named(connection, " ".join(words[at:end]))
            if bodies or end == at + 1:
                found = tuple(word for w in words[at:end] for word in query_words(w))
                if found:
                    yield Term(found, bodies)
                at = end
                break


def leaves(node: Node | None) -> Iterator[Node]:
    """The words, phrases, beginnings and titles that are asked for, not those that must not be there."""
    if isinstance(node, Both | Either):
        for inner in node.nodes:
            yield from leaves(inner)
    elif node is not None and not isinstance(node, Not) and is_of_words(node):
        yield node


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds the words of a question in any text."""

    words: tuple[Word, ...]
    prefixes: tuple[Word, ...] = ()

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where they stand in ``text``: [start, end) in code points, in order, none overlapping another."""
        return tuple(find_marks(text, self.words, self.prefixes))


def marker(node: Node | None) -> Marker:
    """A marker for the words that ``node`` asks for."""
    words: list[Word] = []
    prefixes: list[Word] = []
    for leaf in leaves(node):
        if isinstance(leaf, Run):
            words += [word for w in leaf.words for word in query_words(w)]
        elif isinstance(leaf, Prefix):
            prefixes += [word for word in (prefix_words(leaf.text),) if word]
        elif isinstance(leaf, Phrase):
            words += [word for word in (side_by_side(leaf.text),) if word]
        elif isinstance(leaf, Field):
            words += [word for value in leaf.values if (word := side_by_side(value))]
    return Marker(tuple(words), tuple(prefixes))
