"""Regular expressions that need not be compiled at every start, and that are quicker to search with."""

from __future__ import annotations

import atexit
import re
import sys
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from zlib import crc32

from pactbook.text import beginnings, codes, skipping
from pactbook.text.codes import Codes, Form

#: A process that may be ended at any moment keeps its new ones when there are so many.
_MANY = 50


def regex(said: str) -> re.Pattern[str]:
    """``re.compile(said)``. Raises ``re.error``."""
    kept = _kept()
    code = kept.get(said)
    if code is None:
        code = skipping.code_of(said)
        if code is None:
            return re.compile(said)
        kept.add(said, code)
    return skipping.pattern_of(said, code)


def keep() -> None:
    """Keep the new ones if there are many, without waiting for the end."""
    if _kept().new >= _MANY:
        _kept().save()


@cache
def _kept() -> Codes:
    try:
        form = _form()
        file = Path(cache_from_source(__file__)).with_suffix(".codes")
    except (NotImplementedError, OSError):  # a Python without byte code, or a package inside an archive
        return Codes(None, ())
    kept = Codes(file, form, writes=not sys.dont_write_bytecode)
    atexit.register(kept.save)
    return kept


def _form() -> Form:
    """What has to be the same for codes to be of use: Python, and what of ours makes them."""
    engine = import_module("_sre")
    # Not their days: installers give all files of all versions one day.
    ours = [crc32(Path(module.__file__ or "").read_bytes()) for module in (beginnings, codes, skipping)]
    return (sys.hexversion, engine.MAGIC, engine.CODESIZE, sys.byteorder, *ours)
