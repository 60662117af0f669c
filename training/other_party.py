"""Train ``knowledge/common/other_party.toml``: the other party of a deal whose clause names only one.

python -m training.other_party            print the file anew
python -m training.other_party --check    say how often the choice is right where it was not trained
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import Struct
from training.examples import Deal, Example, examples
from training.folds import folds
from training.pairs import paired
from training.ranker import Choice, trained
from training.table import table

from pactbook.claims.agreements.article import told_in
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.likeliest import Option, likeliest
from pactbook.claims.agreements.lone import candidates
from pactbook.claims.agreements.parties import Parties
from pactbook.claims.agreements.scene import Named
from pactbook.knowledge.weights import Weights, other_party

PLACE = "common/other_party.toml"
#: How much a deal counts of which one party is hidden, beside those of which only one is read.
_HIDDEN = 0.3


class Lone(Struct, frozen=True):
    """A deal with one known party: who may be the other, and who is. ``hidden`` says that its clause names both."""

    file: str
    options: tuple[Option, ...]
    others: frozenset[str]
    hidden: bool

    @property
    def right(self) -> frozenset[int]:
        """The numbers of the right options."""
        whats = [None if o.what is None else o.what.id for o in self.options]
        return frozenset(n for n, w in enumerate(whats) if (w in self.others if self.others else w is None))

    @property
    def choice(self) -> Choice:
        """What it teaches."""
        return Choice(tuple(o.signs for o in self.options), self.right, _HIDDEN if self.hidden else 1.0)


def main() -> None:
    """Train and print."""
    lone = [one for example in examples() for one in _lone(example)]
    if "--check" in sys.argv[1:]:
        print(checked(lone))
    else:
        print(table(PLACE, trained(_choices(lone)), light=0.02))


def _lone(example: Example) -> Iterator[Lone]:
    drafts = told_in(example.scene)
    for draft, deal in paired(drafts, example.deals):
        if deal.complete and len(draft.ids) == 1:
            yield _one(example, draft, drafts, deal, hidden=False)
        elif deal.complete and draft.ids == deal.parties and len(draft.ids) == 2 and draft.parties.how == "named":
            for name in draft.parties.names:
                half = replace(draft, parties=Parties((name,), "named"))
                yield _one(example, half, [half if d is draft else d for d in drafts], deal, hidden=True)


def _choices(lone: Sequence[Lone]) -> list[Choice]:
    """What can be learnt from: deals whose other party stands among those to choose from."""
    return [one.choice for one in lone if one.right]


def _one(example: Example, draft: Draft, drafts: Sequence[Draft], deal: Deal, *, hidden: bool) -> Lone:
    return Lone(example.file, tuple(candidates(example.scene, draft, drafts)), deal.parties - draft.ids, hidden)


def checked(lone: Sequence[Lone]) -> str:
    """How the choice does on deals that it was not trained with."""
    count = Counter[str]()
    for taught, asked in folds(lone, lambda one: one.file):
        weights = Weights(trained(_choices(taught)), other_party().least)
        count.update(_verdict(one, likeliest(one.options, weights)) for one in asked if not one.hidden)
    return "\n".join(f"{times:5}  {verdict}" for verdict, times in sorted(count.items()))


def _verdict(one: Lone, name: Named | None) -> str:
    if not one.others:
        return "nobody is told: right" if name is None else "nobody is told: spoiled"
    if name is None:
        return "one is told: left out"
    if name.id not in one.others:
        return "one is told: wrong"
    return "one is told: right" if len(one.others) == 1 else "one is told: right, others are left out"


if __name__ == "__main__":
    main()
