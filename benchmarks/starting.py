"""How long `pactbook extract` takes to start and read one short article, all files warm.

    python benchmarks/starting.py [--rounds N]

Wall time of a process of its own, least and median of N rounds (default 10) after one to warm up, in turns: with the
compiled expressions that an earlier start has kept, without them, and trafilatura's `bare_extraction` on a page of the
same length in a process of its own. Byte code is kept in a folder of the benchmark's, for all alike.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pactbook

SAMPLES = Path(pactbook.__file__).parent / "samples"
TEXT, PAGE = SAMPLES / "en-2018-hanoi-palace-papers.txt", SAMPLES / "en-2015-vkfta-first-day.html"
EXTRACT = [sys.executable, "-c", "from pactbook.cli import main; main()", "extract", str(TEXT)]
PEER = [
    *(sys.executable, "-c"),
    f"import trafilatura; trafilatura.bare_extraction(open({str(PAGE)!r}).read(), with_metadata=True)",
]
KEPT, NOT_KEPT, TRAFILATURA = "expressions kept", "expressions not kept", "trafilatura alone"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        taken: dict[str, list[float]] = {KEPT: [], NOT_KEPT: [], TRAFILATURA: []}
        for number in range(rounds + 1):
            taken[KEPT].append(wall(EXTRACT, folder))
            for file in Path(folder).rglob("*.codes"):
                file.rename(file.with_suffix(".aside"))
            taken[NOT_KEPT].append(wall(EXTRACT, folder))
            for file in Path(folder).rglob("*.aside"):
                file.replace(file.with_suffix(".codes"))
            taken[TRAFILATURA].append(wall(PEER, folder))
            if number == 0:
                taken = {name: [] for name in taken}
    peer = statistics.median(taken[TRAFILATURA])
    for name, walls in taken.items():
        median = statistics.median(walls)
        print(f"{name:22} least {min(walls):.2f} s  median {median:.2f} s  {median / peer:.1f}× trafilatura alone")


def wall(command: list[str], folder: str) -> float:
    """Seconds from starting a program to its end."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(command, env=environment | {"PYTHONPYCACHEPREFIX": folder}, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
