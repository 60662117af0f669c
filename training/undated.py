"""Train ``knowledge/common/undated.toml``: the date of a deal whose clause gives none.

python -m training.undated            print the file anew
python -m training.undated --check    say how often the choice is right where it was not trained
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from training.examples import Example, examples
from training.folds import folds
from training.pairs import paired
from training.ranker import Choice, trained
from training.table import table

from pactbook.claims.agreements.article import told_in
from pactbook.claims.agreements.likeliest import Option, likeliest
from pactbook.claims.agreements.lone import name_others
from pactbook.claims.agreements.undated import options
from pactbook.knowledge.weights import Weights, undated
from pactbook.model.mention import DateMention

PLACE = "common/undated.toml"
#: How much a deal of an invented piece counts beside one of an annotated article.
_INVENTED = 0.3
_PULL = 0.002


class Undated(Struct, frozen=True):
    """A deal whose clause gives no date: which dates may be its own, and which values are right."""

    file: str
    options: tuple[Option[DateMention], ...]
    dates: tuple[str | None, ...]
    invented: bool

    @property
    def choice(self) -> Choice:
        """What it teaches."""
        right = frozenset(n for n, o in enumerate(self.options) if value_of(o.what) in self.dates)
        return Choice(tuple(o.signs for o in self.options), right, _INVENTED if self.invented else 1.0)


def main() -> None:
    """Train and print."""
    found = [one for example in examples() for one in _undated(example)]
    if "--check" in sys.argv[1:]:
        print(checked(found))
    else:
        print(table(PLACE, trained(_choices(found), _PULL), light=0.03))


def value_of(date: DateMention | None) -> str | None:
    """The day that is told; None for none."""
    return date.value if date else None


def _undated(example: Example) -> Iterator[Undated]:
    drafts = told_in(example.scene)
    name_others(example.scene, drafts)
    for draft, deal in paired(drafts, example.deals):
        if draft.date is None and deal.dates:
            yield Undated(example.file, tuple(options(example.scene, draft, drafts)), deal.dates, example.invented)


def _choices(found: Sequence[Undated]) -> list[Choice]:
    """What can be learnt from: a choice of which one is right."""
    return [c for one in found if len((c := one.choice).options) > 1 and c.right]


def checked(found: Sequence[Undated]) -> str:
    """How the choice does on deals that it was not trained with."""
    count = Counter[str]()
    for taught, asked in folds(found, lambda one: one.file):
        weights = Weights(trained(_choices(taught), _PULL), undated().least)
        count.update(_verdict(one, value_of(likeliest(one.options, weights))) for one in asked)
    return "\n".join(f"{times:5}  {verdict}" for verdict, times in sorted(count.items()))


def _verdict(one: Undated, value: str | None) -> str:
    if None in one.dates:
        return "no date is told: right" if value in one.dates else "no date is told: spoiled"
    if value is None:
        return "a date is told: left out"
    return "a date is told: right" if value in one.dates else "a date is told: wrong"


if __name__ == "__main__":
    main()
