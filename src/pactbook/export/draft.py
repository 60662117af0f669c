"""A file that is complete, or not there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pactbook.errors import RecordError


@contextmanager
def draft(path: Path) -> Iterator[BinaryIO]:
    """A file beside ``path`` that takes its name if all goes well, and goes away if not. Raises RecordError."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
    except OSError as error:
        raise RecordError(f"{path}: cannot be written: {error.strerror}") from error
    made = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
        made.chmod(0o666 & ~_umask())
        made.replace(path)
    except OSError as error:
        raise RecordError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        made.unlink(missing_ok=True)


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now
