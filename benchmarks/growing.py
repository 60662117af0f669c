"""What adding 100 articles costs a small record and a large one, and what rebuilding the large one takes.

    python benchmarks/growing.py [--small 200] [--large 20000] [--added 100]

The articles are made up, each different: their parties are drawn from the gazetteer, most of them seldom and a few
often (Zipf's law, as in real news), with a kind, a matter, a date and a sum, among sentences of words drawn from the
sample articles. A fifth of them tell again of a deal that was told before.
The same 100 articles are added to both records in one run. On a machine with other work, trust the CPU time.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from pactbook.knowledge.gazetteer import bodies
from pactbook.pipeline.book import open_record

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
    """Measure and print. Each phase runs in a process of its own, so that its peak memory is its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=200)
    parser.add_argument("--large", type=int, default=20_000)
    parser.add_argument("--added", type=int, default=100)
    parser.add_argument("--phase", nargs=3, metavar=("NAME", "RECORD", "ARTICLES"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.phase:
        run(*args.phase)
        return
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder, "new")
        deque(written(new, Newsroom(99), args.added), maxlen=0)
        costs = {}
        for size in (args.small, args.large):
            old, record = Path(folder, str(size)), Path(folder, f"{size}.pactbook")
            deque(written(old, Newsroom(1), size), maxlen=0)
            print(f"{size:,} articles")
            for name, articles in (("add", old), ("add", new), ("rebuild on all cores", old), ("rebuild on 1", old)):
                costs[size, articles.name, name] = told = in_own_process(name, record, articles)
                print(
                    f"  {name if articles is old else f'add {args.added} more':22} {told['wall']:8.1f} s, CPU "
                    f"{told['cpu']:.1f} s here + {told['workers_cpu']:.1f} s in workers; peak memory "
                    f"{told['memory']:.0f} MB here, {told['workers_memory']:.0f} MB in the largest worker"
                )
    small, large = (costs[size, "new", "add"] for size in (args.small, args.large))
    for clock, what in (("wall", "wall time"), ("cpu", "CPU time of the process that writes")):
        print(f"adding to {args.large:,} costs {large[clock] / small[clock]:.2f}× adding to {args.small:,} in {what}")


def in_own_process(name: str, record: Path, articles: Path) -> dict[str, float]:
    """What a phase cost."""
    command = [sys.executable, __file__, "--phase", name, str(record), str(articles)]
    told: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return told


def run(name: str, record: str, articles: str) -> None:
    """One phase: print what it cost as JSON."""
    largest = Watch()
    with open_record(record) as book:
        cpu, wall = time.process_time(), time.perf_counter()
        if name == "add":
            book.add(*sorted(Path(articles).iterdir(), key=lambda p: int(p.stem)))
        else:
            book.rebuild(workers=1 if name.endswith("1") else None)
        told = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    told |= {"workers_cpu": used.ru_utime + used.ru_stime, "workers_memory": largest.megabytes}
    print(json.dumps(told | {"memory": peak("self")}))


class Watch(threading.Thread):
    """Looks twice a second at the memory of the processes that this one has started (Linux alone tells)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.megabytes = 0.0
        self.start()

    def run(self) -> None:
        """Look until the program ends."""
        while True:
            for children in Path("/proc/self/task").glob("*/children"):
                with suppress(OSError):
                    self.megabytes = max([self.megabytes, *map(peak, children.read_text().split())])
            time.sleep(0.5)


def peak(process: str) -> float:
    """The peak memory of a process in megabytes; 0 for one that is gone."""
    with suppress(OSError):
        for line in Path("/proc", process, "status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0


def written(folder: Path, newsroom: Newsroom, number: int) -> Iterator[Path]:
    """So many articles as files."""
    folder.mkdir()
    for n in range(number):
        path = folder / f"{n}.txt"
        path.write_text(newsroom.article(n), encoding="utf-8")
        yield path


if __name__ == "__main__":
    main()
