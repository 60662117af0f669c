"""A source: bytes as they came, before anyone has looked inside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a media type and an address.

    ``address`` is the path or URL that the user knows the source by; ``media_type`` is what the name
    of the file or the server says (``text/html``, ``text/plain``), or None where nothing says.
    """

    address: str
    data: bytes
    media_type: str | None = None
