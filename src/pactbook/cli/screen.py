"""Print for people: calm colours and wrapped lines in a terminal, plain whole lines elsewhere."""

from __future__ import annotations

import sys
from functools import cache
from typing import NoReturn

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from pactbook.cli.output import safe


class Screen(Console):
    """Standard output for people."""

    def on_broken_pipe(self) -> NoReturn:
        """Let the program end as it does for every broken pipe."""
        raise BrokenPipeError


@cache
def screen() -> Screen:
    """Standard output as it is when first used."""
    return Screen(markup=False, highlight=False, emoji=False, soft_wrap=not sys.stdout.isatty())


def say(*parts: str | tuple[str, str], indent: int = 0) -> None:
    """Print one paragraph made of words and of (words, style), wrapped to the terminal's width with its indent."""
    text = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(safe(words), style or None)
    put(text, indent=indent)


def put(text: Text, indent: int = 0) -> None:
    """Print a styled text, wrapped to the terminal's width with its indent."""
    if screen().is_terminal:
        screen().print(Padding(text, (0, 0, 0, indent), expand=False))
    else:
        screen().print(Text(" " * indent) + text, soft_wrap=True)
