"""docs/query.md says what is so: its questions can be asked, its errors are told, its Python runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pactbook.errors import QueryError, QuerySyntaxError
from pactbook.pipeline.book import open_record
from pactbook.search.page import find_page
from pactbook.search.query import WITHOUT, Query
from pactbook.store.file import RecordFile

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "query.md").read_text(encoding="utf-8")
TABLES = [
    [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]
    for table in re.findall(r"(?:^\|.*\n)+", TEXT, re.M)
]
QUESTIONS, FIELDS, ERRORS = TABLES
EXAMPLES = [q for row in QUESTIONS for q in re.findall("`([^`]+)`", row[0])]
EXAMPLES += [q for row in FIELDS for q in re.findall("`([^`]+)`", row[2])]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of ``make demo``."""
    path = tmp_path_factory.mktemp("desk") / "demo.pactbook"
    with open_record(path) as record:
        record.add(ROOT / "src" / "pactbook" / "samples", workers=1)
    return path


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_question_that_something_answers(demo: Path, example: str) -> None:
    query = Query.of(example)
    with RecordFile.open(demo) as record:
        found = 0
        for what in WITHOUT:
            try:
                found += find_page(record, what, query).total
            except QueryError:
                continue  # Not everything has every field.
        # No province is a party in the sample articles, and no province of theirs is a real one.
        assert found or example.startswith("province:")


@pytest.mark.parametrize(("question", "said"), ERRORS)
def test_what_is_wrong_is_told_with_its_place(question: str, said: str) -> None:
    question = question.strip("`")
    with pytest.raises(QuerySyntaxError, match=re.escape(said)) as caught:
        Query.of(question)
    assert question[caught.value.offset : caught.value.offset + caught.value.length]


def test_the_python_runs(demo: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    done = subprocess.run([sys.executable, "-c", code], cwd=demo.parent, capture_output=True, text=True, check=True)
    assert "ension" in done.stdout
