"""Where things are: what the user says, else what the environment says, else the user's own folders."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

RECORD_VARIABLE = "PACTBOOK_RECORD"
ANALYST_VARIABLE = "PACTBOOK_ANALYST"
TOKEN_VARIABLE = "PACTBOOK_TOKEN"


def record_path(chosen: str | Path | None = None) -> Path:
    """The record to use: ``chosen``, else what PACTBOOK_RECORD names, else one in the user's data folder."""
    named = chosen or os.environ.get(RECORD_VARIABLE)
    return Path(named).expanduser() if named else user_data_path("pactbook", appauthor=False) / "record.pactbook"
