"""Print for people (calm colours and wrapped lines in a terminal, plain whole lines elsewhere) and for programs."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any, NoReturn

import click
import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

# What an article or a file name must never do: speak to the terminal itself.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


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


def safe(words: str) -> str:
    """The words without control characters."""
    return _CONTROL.sub("", words)


def print_json(thing: Any) -> None:
    """Print ``thing`` as one line of JSON in UTF-8."""
    # Plain data keeps the order that it was made in; the sets inside a record need one.
    click.echo(msgspec.json.encode(thing, order=None if isinstance(thing, dict) else "deterministic"))


def warn(words: str) -> None:
    """Print a line for the user to standard error."""
    click.echo(safe(words), err=True)


def counted(number: int, noun: str) -> str:
    """``1 article``, ``1,200 articles``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
