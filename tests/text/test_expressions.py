"""An expression is the same pattern whether it was compiled now or at an earlier start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.text.test_skipping import PATTERNS

from pactbook.text import expressions
from pactbook.text import skipping as skipping_module
from pactbook.text.codes import Codes
from pactbook.text.expressions import regex
from pactbook.text.skipping import code_of, pattern_of, skipping

#: Reads an article, then prints how many expressions had to be compiled.
READS = """
from pactbook.model.source import Source
from pactbook.pipeline.extraction import extract
from pactbook.text import expressions
extract(Source("page.txt", b"KOICA signs deal\\n\\nKOICA and VCCI signed a memorandum on training in Hanoi on Friday."))
print(expressions._kept().new)
"""


@pytest.mark.parametrize("said", PATTERNS)
def test_a_kept_expression_is_the_pattern_that_is_compiled(said: str, tmp_path: Path) -> None:
    code = code_of(said)
    if code is None:
        pytest.skip("the parser of this Python is not known")
    file = tmp_path / "codes"
    before = Codes(file, "form")
    before.add(said, code)
    before.save()
    again = Codes(file, "form").get(said)
    assert again is not None
    # Patterns are equal whose expressions, flags and codes are.
    assert pattern_of(said, again) == regex(said) == skipping(said)


def test_what_is_no_expression_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="missing \\)"):
        regex("(when")


def compiled(folder: Path, **told: str) -> int:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder), **told}
    done = subprocess.run([sys.executable, "-c", READS], env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_the_second_start_compiles_none(tmp_path: Path) -> None:
    first, second = compiled(tmp_path), compiled(tmp_path)
    assert first > 50
    assert second == 0
    assert len(list(tmp_path.rglob("*.codes"))) == 1


def test_where_python_keeps_no_byte_code_none_is_kept(tmp_path: Path) -> None:
    assert compiled(tmp_path, PYTHONDONTWRITEBYTECODE="1") > 50
    assert not list(tmp_path.rglob("*.codes"))


def test_codes_that_other_code_of_ours_made_are_of_no_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = expressions._form()
    other = tmp_path / "skipping.py"
    assert skipping_module.__file__
    other.write_bytes(Path(skipping_module.__file__).read_bytes().replace(b"_BARE = 5", b"_BARE = 6"))
    monkeypatch.setattr(skipping_module, "__file__", str(other))
    assert expressions._form() != before
