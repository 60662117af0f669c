"""Many sources on many cores: in order, and whatever a page does, the others are read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pactbook.errors import KnowledgeError, PactbookError, UnreadableSource
from pactbook.model.claim import Extraction
from pactbook.model.source import Source
from pactbook.pipeline import crew

PAGE = b"""HANOI, May 3 - Korea Electric Power Corporation and Vietnam Electricity signed a memorandum of understanding
on smart grids in Hanoi on Tuesday. The deal is worth US$100 million, the two companies said in a statement."""


def page(number: int) -> Source:
    return Source(f"page-{number}.txt", PAGE + f"\n\nThis is copy number {number} of the story.\n".encode())


@pytest.fixture
def moody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every source goes to a worker that does what the page says, even one alone."""
    monkeypatch.setattr(crew, "FEW", 0)
    monkeypatch.setattr(crew, "PROGRAM", (str(Path(__file__).with_name("moody_worker.py")),))
    monkeypatch.setattr(crew, "GRACE", 1.0)
    monkeypatch.setenv("MOODY_FLAG", str(tmp_path / "died"))


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_the_result_is_the_same_at_any_number_of_workers(workers: int) -> None:
    sources = [page(n) for n in range(23)]
    alone = [crew.try_extract(s, 60) for s in sources]
    assert list(crew.extract_all(sources, workers)) == alone


def test_few_small_sources_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "PROGRAM", ("-c", "raise SystemExit('started')"))
    assert [type(o) for o in crew.extract_all([page(1), page(2), page(3)])] == [Extraction] * 3


@pytest.mark.usefixtures("moody")
@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        ("crash", "reading it crashes the program that reads it, please report it"),
        ("hang", "reading it takes longer than 0.5 seconds"),
        ("sleep", "reading it takes longer than 0.5 seconds"),
        ("fill memory", "reading it needs more memory than there is"),
        ("fail", "pactbook fails on it, please report it (ValueError: no such tag)"),
    ],
)
def test_a_bad_page_is_skipped_with_its_reason_and_the_others_are_read(mood: str, reason: str) -> None:
    sources = [page(1), page(2), Source("bad.html", mood.encode()), page(3), page(4)]
    outcomes = list(crew.extract_all(sources, 2, seconds=0.5))
    bad = outcomes.pop(2)
    assert isinstance(bad, UnreadableSource)
    assert (bad.address, bad.reason) == ("bad.html", reason)
    assert [o.article.source for o in outcomes if isinstance(o, Extraction)] == [
        "page-1.txt",
        "page-2.txt",
        "page-3.txt",
        "page-4.txt",
    ]


@pytest.mark.usefixtures("moody")
def test_a_page_whose_worker_died_by_accident_is_read_at_the_second_try() -> None:
    sources = [page(1), Source("unlucky.txt", b"die once"), page(2)]
    outcomes = list(crew.extract_all(sources, 1))
    assert [o.article.source for o in outcomes if isinstance(o, Extraction)] == [s.address for s in sources]


def test_an_error_from_reading_keeps_its_place() -> None:
    missing = UnreadableSource("gone.txt", "no such file")
    outcomes = list(crew.extract_all([page(1), missing, page(2), page(3), page(4)], 2))
    assert outcomes[1] is missing


def test_workers_that_cannot_start_end_the_run_with_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "PROGRAM", ("-c", "raise SystemExit(1)"))
    with pytest.raises(PactbookError, match="could not be started"):
        list(crew.extract_all([page(n) for n in range(5)], 1))


@pytest.mark.usefixtures("moody")
@pytest.mark.parametrize("copies", [1, 5])
def test_broken_knowledge_ends_the_run_for_no_page_is_to_blame(copies: int) -> None:
    pages = [Source("page.txt", b"unlearn")] * copies
    with pytest.raises(KnowledgeError, match=r"en/money.toml: no such file"):
        list(crew.extract_all(pages, 2))


@pytest.mark.parametrize("limit", ["AHEAD", "HELD"])
def test_the_input_is_read_no_further_ahead_than_the_window(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 0
    monkeypatch.setattr(crew, limit, 8 if limit == "AHEAD" else 8 * len(page(1).data))

    def sources() -> Iterator[Source]:
        nonlocal taken
        for number in range(200):
            taken += 1
            yield page(number)

    outcomes = crew.extract_all(sources(), 1)
    next(outcomes)
    assert taken <= 9
    outcomes.close()
