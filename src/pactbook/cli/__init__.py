"""The command line: one file per command, each in step with a verb of the Python side."""

from pactbook.cli.program import main

__all__ = ["main"]
