"""The program ``pactbook``: its commands, and what its exit status says.

0 all is well; 1 something was skipped (its reason is told; ``extract``: nothing could be read); 2 the command was not
understood; 3 the record cannot be used; 130 stopped by Ctrl-C; 141 nobody read the output any more.
"""

from __future__ import annotations

import gc
import os
import sys
from difflib import get_close_matches
from importlib import import_module

import click
from rich.cells import cell_len

from pactbook.errors import EvidenceError, PactbookError, QueryError, QuerySyntaxError, RecordError, ServingError

SKIPPED, USAGE, RECORD, STOPPED, UNREAD = 1, 2, 3, 130, 141

#: So many new objects before the first look for litter.
LITTER = 20_000

#: In the order of a first day with pactbook.
COMMANDS = (
    *("demo", "add", "search", "saved", "show", "series", "serve", "review", "export"),
    *("reread", "rebuild", "extract"),
)


class Program(click.Group):
    """Loads a command only when it is asked for, so that each starts fast; turns errors into words and a status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order that help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command's module; None where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"pactbook.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names. Raises UsageError with the nearest one."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error that pactbook raises on purpose becomes a line on stderr and a status."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader has gone (`| head`). Python must not find the broken pipe again when it flushes at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(UNREAD)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            sys.exit(STOPPED)
        except PactbookError as error:
            click.echo(f"pactbook: {error}", err=True)
            if isinstance(error, QuerySyntaxError):
                click.echo(pointed_out(error), err=True)
            sys.exit(_status(error))


def pointed_out(error: QuerySyntaxError) -> str:
    """The question, and under it a line that points at what is wrong in it."""
    text = error.text.replace("\n", " ").replace("\t", " ")
    before, wrong = text[: error.offset], text[error.offset : error.offset + error.length]
    # Hangul is two columns wide.
    return f"  {text}\n  {' ' * cell_len(before)}{'^' * max(cell_len(wrong), 1)}"


def _status(error: PactbookError) -> int:
    if isinstance(error, QueryError | ServingError):
        return USAGE
    return RECORD if isinstance(error, RecordError | EvidenceError) else SKIPPED


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="pactbook")
def main() -> None:
    """Read news of Vietnam–Korea cooperation into a record: who agreed what with whom, when, for how much, and which
    sentence says so.

    Start with "pactbook demo", or with "pactbook add" and a folder of saved articles.
    """
    # Knowledge is a hundred thousand objects that stay. Python would look through them for litter again and again while
    # they are made, and take a sixth of the start for it.
    gc.set_threshold(LITTER)
    for stream in (sys.stdout, sys.stderr):
        # A file name may hold bytes that no encoding knows; a narrow terminal may know no Korean.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
