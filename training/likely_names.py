"""Train ``knowledge/en/likely_names.toml``: which names in English that no rule knows are bodies.

python -m training.likely_names            print the file anew
python -m training.likely_names --check    say how often the choice is right where it was not trained
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence, Set

from msgspec import Struct
from training.examples import printed
from training.folds import folds
from training.gold import fold, gold_articles, gold_pieces
from training.logistic import Case, trained
from training.marked import Piece, all_pieces
from training.table import table

from pactbook.articles.clean import clean
from pactbook.errors import SourceError
from pactbook.knowledge.weights import Weights, likely_names
from pactbook.mentions.organisations.find import ruled_names
from pactbook.mentions.organisations.likely import is_likely, left_names, signs_of
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import vocabulary
from pactbook.mentions.states import find_states
from pactbook.model.article import Article
from pactbook.model.source import Source

PLACE = "en/likely_names.toml"
#: A part of a body's name that is so long, folded, is no example of what is none.
_PART = 4


class Left(Struct, frozen=True):
    """A name that no rule knows, the signs of its uses, and whether it is a body's."""

    file: str
    name: str
    uses: tuple[tuple[str, ...], ...]
    yes: bool

    @property
    def case(self) -> Case:
        """What it teaches."""
        return Case(self.name, self.uses, self.yes)


def main() -> None:
    """Train and print."""
    left = [*_of_marked(), *_of_articles()]
    if "--check" in sys.argv[1:]:
        print(checked(left))
    else:
        print(table(PLACE, trained([one.case for one in [*left, *_of_gold_pieces()]]), light=0.05))


def _of_marked() -> Iterator[Left]:
    for piece in all_pieces():
        if piece.language == "en" and (article := _article(printed("en", piece.published, piece.text))):
            yield from _left(piece.file, article, set(_marked_names(piece)))


def _marked_names(piece: Piece) -> Iterator[str]:
    """The marks of bodies that hold a name, and not only "the bank"."""
    for mark in piece.marks:
        words = piece.words(mark)
        if len(mark.tag) == 1 and mark.tag.isupper() and re.search("[A-Z]", words):
            yield fold(re.sub(r"^[Tt]he ", "", words))


def _of_articles() -> Iterator[Left]:
    for gold in gold_articles():
        names = {fold(name) for body in gold["organisations"] for name in body["names"]}
        if gold["language"] == "en" and (article := _article(Source(str(gold["path"]), gold["path"].read_bytes()))):
            yield from _left(gold["id"], article, names)


def _of_gold_pieces() -> Iterator[Left]:
    """Names of parties: the annotated pieces name no other bodies, so that the rest of their names teach nothing."""
    for gold in gold_pieces():
        parties = [p for deal in gold["agreements"] for p in deal["parties"]]
        names = {fold(name) for p in parties for name in (p if isinstance(p, list) else [p])}
        source = printed(gold["language"], gold["published"], gold["text"])
        if gold["language"] == "en" and (article := _article(source)):
            yield from (one for one in _left(gold["id"], article, names) if one.yes)


def _article(source: Source) -> Article | None:
    try:
        return clean(source)
    except SourceError:
        return None


def _left(file: str, article: Article, names: Set[str]) -> Iterator[Left]:
    """The names that are left where rules have spoken; those that are only a part of a body's are no example."""
    page, words = Page(article, find_states(article)), vocabulary("en")
    _, settled, actors = ruled_names(page, words)
    for name, places in left_names(page, actors, settled).items():
        folded = fold(name)
        if folded in names or not _is_part(folded, names):
            yield Left(file, folded, tuple(signs_of(page, words, *place) for place in places), folded in names)


def _is_part(folded: str, names: Set[str]) -> bool:
    return any(min(len(folded), len(n)) >= _PART and (folded in n or n in folded) for n in names)


def checked(left: Sequence[Left]) -> str:
    """How the choice does on names that it was not trained with."""
    right = wrong = missed = 0
    for taught, asked in folds(left, lambda one: one.file):
        weights = Weights(trained([one.case for one in taught]), likely_names("en").least)
        for one in asked:
            if is_likely(weights, one.uses):
                right, wrong = right + one.yes, wrong + (not one.yes)
            else:
                missed += one.yes
    return f"{right:5}  bodies found\n{wrong:5}  other names taken for bodies\n{missed:5}  bodies not found"


if __name__ == "__main__":
    main()
