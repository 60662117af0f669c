"""What adding 100 articles costs a small record and a large one, and what rebuilding the large one takes.

    python benchmarks/growing.py [--small 200] [--large 20000] [--added 100]

The articles are made up, each different: their parties are drawn from the gazetteer, most of them seldom and a few
often (Zipf's law, as in real news), with a kind, a matter, a date and a sum, among sentences of words drawn from the
sample articles. A fifth of them tell again of a deal that was told before.
Times are wall time of the same 100 articles in the same run.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from pactbook.knowledge.gazetteer import bodies
from pactbook.pipeline.book import Record, open_record

KINDS = ("memorandum of understanding", "cooperation agreement", "supply contract", "loan agreement", "action plan")
MATTERS = ("rice research", "smart grids", "port logistics", "nursing schools", "battery recycling", "film archives")
MATTERS += ("customs data", "cancer care", "urban railways", "seasonal labour", "pension records", "fish farming")
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
WORDS = [
    word
    for page in sorted(files("pactbook").joinpath("samples").iterdir(), key=lambda p: p.name)
    if page.name.startswith("en-") and page.name.endswith(".txt")
    for word in re.findall(r"(?<= )[a-z]+(?= )", page.read_text(encoding="utf-8"))
]


class Newsroom:
    """Makes up articles; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        named = [(b.country, b.en[0]) for b in bodies().values() if b.en and b.kind not in ("media", "party")]
        self._sides = {side: [name for country, name in named if country == side] for side in ("KR", "VN")}
        self._told: list[str] = []

    def article(self, number: int) -> str:
        """One article: a headline, a lead that tells a deal, and a page of other words."""
        draw = self._random
        if self._told and draw.random() < 0.2:
            deal = draw.choice(self._told)
        else:
            deal = self._deal()
            self._told.append(deal)
        filler = [" ".join(draw.choices(WORDS, k=draw.randint(9, 22))).capitalize() + "." for _ in range(14)]
        body = "\n\n".join(" ".join(filler[n : n + 3]) for n in range(0, len(filler), 3))
        return f"{deal.split(' signed ')[0][:60]}, note {number}\n\n{deal}\n\n{body}\n"

    def _deal(self) -> str:
        draw = self._random
        one, other = (self._body(side) for side in ("KR", "VN"))
        when = f"{draw.choice(MONTHS)} {draw.randint(1, 28)}, {draw.randint(2005, 2024)}"
        worth = f" worth US${draw.randint(2, 900)} million" if draw.random() < 0.4 else ""
        return f"{one} and {other} signed a {draw.choice(KINDS)} on {draw.choice(MATTERS)}{worth} in Hanoi on {when}."

    def _body(self, side: str) -> str:
        names = self._sides[side]
        rank = int(len(names) ** self._random.random()) - 1
        return names[rank]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=200)
    parser.add_argument("--large", type=int, default=20_000)
    parser.add_argument("--added", type=int, default=100)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        new = list(written(Path(folder, "new"), Newsroom(99), args.added))
        times = {}
        for size in (args.small, args.large):
            old = list(written(Path(folder, str(size)), Newsroom(1), size))
            with open_record(Path(folder, f"{size}.pactbook")) as record:
                first = timed(lambda r=record, o=old: r.add(*o))
                times[size] = timed(lambda r=record: r.add(*new))
                held = record.count()
                print(
                    f"{held.articles:>7,} articles, {held.agreements:,} agreements: filled in {first:.1f} s, "
                    f"{args.added} more in {times[size]:.2f} s, rebuilt in {rebuilt(record):.1f} s"
                )
    print(f"adding to {args.large:,} costs {times[args.large] / times[args.small]:.2f}× adding to {args.small:,}")
    print(
        f"peak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, "
        f"of a worker {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"
    )


def written(folder: Path, newsroom: Newsroom, number: int) -> Iterator[Path]:
    """So many articles as files."""
    folder.mkdir()
    for n in range(number):
        path = folder / f"{n}.txt"
        path.write_text(newsroom.article(n), encoding="utf-8")
        yield path


def timed(work: Callable[[], object]) -> float:
    """Seconds of wall time that ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rebuilt(record: Record) -> float:
    """Seconds that putting the record together anew takes."""
    return timed(record.rebuild)


if __name__ == "__main__":
    main()
