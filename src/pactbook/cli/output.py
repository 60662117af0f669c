"""Print for programs, and plain lines for people."""

from __future__ import annotations

import re
from typing import Any

import click
import msgspec

# What an article or a file name must never do: speak to the terminal itself.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


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
