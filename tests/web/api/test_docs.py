"""The examples of docs/api.md: each is asked, and what it says of the answer is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import Visit

PAGE = Path(__file__).parents[3] / "docs" / "api.md"
EXAMPLES = re.findall(r"```http\nGET (\S+)\n(\d+) (.+)\n```", PAGE.read_text(encoding="utf-8"))


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize(("path", "status", "names"), EXAMPLES)
def test_an_example_is_answered_as_the_page_says(visit: Visit, path: str, status: str, names: str) -> None:
    answer = visit().get(path)
    assert answer.status_code == int(status), answer.text
    for name in names.split(", "):
        part: Any = answer.json()
        for step in re.findall(r"\w+", name):
            part = part[int(step)] if step.isdecimal() else part[step]


def test_every_address_of_the_page_is_one(visit: Visit) -> None:
    described = visit().get("/api/openapi.json").json()["paths"]
    told = re.findall(r"`(/api/v1/\w+(?:/counts)?)[`?]", PAGE.read_text(encoding="utf-8"))
    assert told
    assert set(told) <= set(described)
