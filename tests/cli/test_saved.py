"""``pactbook saved``: what is kept in the record under a name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pactbook.pipeline.book import open_record

ADDRESS = "/search?q=%EC%9B%90%EC%A0%84&kind=memorandum"


@pytest.fixture
def empty(tmp_path: Path) -> None:
    """A record without articles, where ``typed`` looks for it."""
    open_record(tmp_path / "record.pactbook").close()


@pytest.mark.usefixtures("empty")
def test_searches_are_kept_listed_and_deleted(typed) -> None:
    assert "No searches" in typed("saved").stdout
    assert "Saved as Nuclear papers." in typed("saved", "add", " Nuclear  papers ", ADDRESS, "--as", "Mai").stdout
    listed = typed("saved").stdout
    assert all(word in listed for word in ("Nuclear papers", "Mai", "/search?q=원전&kind=memorandum"))
    [line] = typed("saved", "--json").stdout.splitlines()
    assert json.loads(line)["address"] == ADDRESS
    typed("saved", "delete", ADDRESS)
    assert "No searches" in typed("saved").stdout


@pytest.mark.usefixtures("empty")
def test_what_is_no_search_is_not_kept(typed) -> None:
    result = typed("saved", "add", "x", "/agreement/1")
    assert (result.exit_code, "Only a search" in result.stderr) == (2, True)
    result = typed("saved", "delete", ADDRESS)
    assert (result.exit_code, "is kept" in result.stderr) == (2, True)
