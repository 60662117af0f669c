"""``pactbook serve``"""

from __future__ import annotations

import socket
import webbrowser
from pathlib import Path
from typing import Any

import click

from pactbook.cli.options import analyst_option, record_option
from pactbook.cli.screen import say
from pactbook.errors import ServingError
from pactbook.settings import TOKEN_VARIABLE, record_path
from pactbook.web.serving import Serving

PORT = 8765


@click.command("serve")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Where to listen. Default: for this machine only.")
@click.option(
    "--port", default=PORT, type=click.IntRange(0, 65535), metavar="N", help=f"Default: {PORT}; 0: any that is free."
)
@click.option("--read-only", is_flag=True, help="Nothing in the record can be changed.")
@click.option(
    "--token",
    envvar=TOKEN_VARIABLE,
    metavar="WORDS",
    help=f"What visitors must know; {TOKEN_VARIABLE} keeps it from others on this machine.",
)
@click.option("--name", "names", multiple=True, metavar="NAME", help="A host name that the server is reached under.")
@click.option("--open", "opening", is_flag=True, help="Open it in the browser.")
@analyst_option("analyst", "The name that forms suggest.")
@record_option
def command(host: str, port: int, opening: bool, record: Path | None, **how: Any) -> None:
    """Open the record in a browser: search it, see it, correct it, take it away.

    Only this machine can reach it, unless --host says otherwise; visitors must then show a token. Ctrl-C ends it.
    """
    serving = Serving(record_path(record), **how)
    serving.check(host)
    with _listening(host, port) as ear:
        _serve(serving, ear, opening=opening)


def _serve(serving: Serving, ear: socket.socket, *, opening: bool) -> None:
    # Loading the web takes longer than refusing to.
    import uvicorn  # noqa: PLC0415

    from pactbook.web.app import create_app  # noqa: PLC0415

    address = _address(ear)
    app = create_app(serving)
    say(("Serving ", "bold"), str(serving.record), " at ", (address, "cyan"))
    say(("Ctrl-C ends it.", "dim"))
    if opening:
        webbrowser.open(address)
    config = uvicorn.Config(app, log_level="warning", access_log=False, proxy_headers=False, server_header=False)
    uvicorn.Server(config).run(sockets=[ear])


def _listening(host: str, port: int) -> socket.socket:
    """A socket at the place. Raises ServingError where it is taken or cannot be had."""
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    try:
        return socket.create_server((bare, port), family=family)
    except OSError as error:
        raise ServingError(f"{host}, port {port}: {error.strerror}; choose another with --port") from error


def _address(ear: socket.socket) -> str:
    host, port = ear.getsockname()[:2]
    shown = "localhost" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"
