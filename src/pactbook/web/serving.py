"""What is served, and to whom."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass
from pathlib import Path

from pactbook.errors import ServingError
from pactbook.settings import TOKEN_VARIABLE

#: The shortest token that is worth having.
SHORTEST = 16


@dataclass(frozen=True, slots=True)
class Serving:
    """How a record is served.

    ``record`` is its file. ``read_only``: nobody can change it. ``token``: what a visitor must know, None for nobody
    but this machine. ``names`` are host names, besides this machine's own, under which it is reached. ``analyst`` is
    the name that forms suggest for who decides.
    """

    record: Path
    read_only: bool = False
    token: str | None = None
    names: tuple[str, ...] = ()
    analyst: str = ""

    def check(self, host: str) -> None:
        """Raise ServingError where listening at ``host`` would open the record to others without asking for a token."""
        if self.token is not None and len(self.token) < SHORTEST:
            raise ServingError(f"the token is too short to keep anybody out; use {SHORTEST} characters or more")
        if self.token is None and not is_loopback(host):
            raise ServingError(
                f"{host} can be reached from other machines, so visitors must show a token. Set {TOKEN_VARIABLE}, for "
                f"example to this one, which nobody can guess: {secrets.token_urlsafe(24)}"
            )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
