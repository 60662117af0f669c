"""Whatever is asked, the API answers as its description says: requests made up from the description itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from pactbook.web.app import create_app
from pactbook.web.serving import Serving

HOST = {"host": "127.0.0.1"}
PATHS = ("agreements", "figures", "organisations", "articles", "totals", "series", "suggestion")


@pytest.fixture(scope="module")
def described(gold_record: Path) -> Iterator[Any]:
    app = create_app(Serving(gold_record, read_only=True))
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HOST)
    app.state.book.close()


def test_every_address_is_described(described: Any) -> None:
    found = {path.split("/")[3] for path in described.raw_schema["paths"]}
    assert found == set(PATHS)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["sound", "unsound"])
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_as_described(described: Any, path: str, mode: GenerationMode) -> None:
    for operation in (found.ok() for found in described.get_all_operations()):
        if operation.path.split("/")[3] == path:
            _ask(operation, mode)


def _ask(operation: Any, mode: GenerationMode) -> None:
    """A few requests that the description allows, or does not."""

    @settings(max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: Any) -> None:
        # Which words a field takes is the codebook's to say: a sound string may still be no kind, date or page.
        case.call_and_validate(headers=HOST, excluded_checks=[positive_data_acceptance])

    asked()
