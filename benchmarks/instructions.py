"""How many machine instructions reading a page takes, beside trafilatura alone on the same pages.

    python benchmarks/instructions.py PATH...

Counted with callgrind (valgrind has to be installed), once everything is loaded and each page has been read once:
unlike seconds the figures are the same each time, whatever else the machine does. It takes two minutes.
"""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import trafilatura

from pactbook.model.source import Source
from pactbook.pipeline.entrance import sources
from pactbook.pipeline.extraction import extract

#: Set for the program that is counted, to who reads: one of ``READERS``.
_COUNTED = "PACTBOOK_COUNTED"
READERS: dict[str, Callable[[Source], object]] = {
    "pactbook": extract,
    "trafilatura": lambda page: trafilatura.bare_extraction(page.data, with_metadata=True),
}


def main() -> None:
    """Count and print."""
    paths = sys.argv[1:]
    if not paths:
        raise SystemExit(__doc__)
    if reader := os.environ.get(_COUNTED):
        read(READERS[reader], _pages(paths))
        return
    pages = len(_pages(paths))
    counts = {reader: count(reader, paths) / pages for reader in READERS}
    for reader, instructions in counts.items():
        print(f"{reader:12} {instructions / 1e6:7.2f} million instructions a page")
    print(f"{pages} pages; pactbook takes {counts['pactbook'] / counts['trafilatura']:.2f}× as many")


def read(reader: Callable[[Source], object], pages: list[Source]) -> None:
    """Read each page once uncounted, then once while callgrind counts."""
    for page in pages:
        reader(page)
    gc.collect()
    gc.disable()
    _switch("on")
    for page in pages:
        reader(page)
    _switch("off")


def count(reader: str, paths: list[str]) -> int:
    """The instructions that ``reader`` takes for all pages in ``paths``."""
    with tempfile.TemporaryDirectory() as folder:
        tool = ["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={Path(folder) / 'out'}"]
        environment = {**os.environ, _COUNTED: reader, "PYTHONHASHSEED": "0"}
        done = subprocess.run(
            [*tool, sys.executable, __file__, *paths], env=environment, capture_output=True, text=True, check=False
        )
    counted = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or counted is None:
        raise SystemExit(f"callgrind counted nothing: {done.stderr[-500:]}")
    return int(counted[1])


def _switch(state: str) -> None:
    subprocess.run(["callgrind_control", "-i", state, str(os.getpid())], capture_output=True, check=True)


def _pages(paths: list[str]) -> list[Source]:
    return [s for s in sources(paths) if isinstance(s, Source) and s.data.lstrip()[:1] == b"<"]


if __name__ == "__main__":
    main()
