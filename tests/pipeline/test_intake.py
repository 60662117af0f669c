"""From sources into a record: once, completely, and the same whoever does the work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.model.source import Source
from pactbook.pipeline import crew, intake
from pactbook.pipeline.intake import Intake
from pactbook.store.counting import count
from pactbook.store.file import RecordFile

STORY = """KEPCO and EVN sign deal number {n}

HANOI, May {n} - Korea Electric Power Corporation and Vietnam Electricity signed a memorandum of understanding
on smart grids in Hanoi on Tuesday. The deal is worth US${n}00 million, the two companies said in a statement.
"""
#: Whole sentences of its own for each story: near-copies are a matter of the store's tests.
MORE = [
    "Farmers in the delta expect a good harvest of dragon fruit after the rains of spring.",
    "The stock exchange closed lower as banks and builders gave back what they had won last week.",
    "Students from three schools painted the wall along the river with scenes of the old town.",
    "A new museum of ceramics opens its doors to visitors in the southern quarter on Saturday.",
    "Rail passengers must change at the junction while engineers renew the bridge over the canal.",
    "The weather office sees no typhoon before the end of the month and asks fishermen to stay alert.",
]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for n, more in enumerate(MORE, 1):
        (folder / f"{n}.txt").write_text(STORY.format(n=n) + f"\n{more}\n" * 3, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Iterator[RecordFile]:
    with RecordFile.open(tmp_path / "test.pactbook") as file:
        yield file


def paths(stories: Path) -> list[str]:
    return [str(p) for p in sorted(stories.iterdir())] + [str(stories / "gone.txt")]


@pytest.mark.parametrize("seconds", [0, 1e9], ids=["each stored on its own", "stored together"])
def test_near_copies_are_counted_however_slowly_they_come(
    record: RecordFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    """The paper is read before the agency whose story it printed a day later."""
    monkeypatch.setattr(intake, "SECONDS", seconds)
    told = " ".join(MORE)
    for name, day in (("a paper", 8), ("b agency", 7)):
        (tmp_path / f"{name}.txt").write_text(STORY.format(n=day) + f"\n{told}\n", encoding="utf-8")
    summary = Intake(record, 1).add([tmp_path / "a paper.txt", tmp_path / "b agency.txt"])
    assert (summary.new, summary.copies) == (2, 1)
    assert count(record).copies == 1


def test_each_source_is_counted_once_under_what_became_of_it(record: RecordFile, stories: Path) -> None:
    seen: list[None] = []
    summary = Intake(record, 2, lambda: seen.append(None)).add(paths(stories))
    assert (summary.read, summary.new, summary.known, len(summary.skipped)) == (8, 6, 0, 2)
    assert len(seen) == summary.read
    assert [Path(error.address).name for error in summary.skipped] == ["empty.txt", "gone.txt"]
    assert count(record).articles == 6


def test_adding_again_changes_nothing_and_tells_the_same_reasons(
    record: RecordFile, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Intake(record).add(paths(stories))
    before = count(record)
    monkeypatch.setattr(crew, "try_extract", lambda *_: pytest.fail("what is known is not extracted again"))
    monkeypatch.setattr(crew, "PROGRAM", ("-c", "raise SystemExit(1)"))
    again = Intake(record).add(paths(stories))
    assert (again.read, again.new, again.known) == (8, 0, 6)
    assert [str(error) for error in again.skipped] == [str(error) for error in first.skipped]
    assert count(record) == before


def test_a_changed_file_is_read_again(record: RecordFile, stories: Path) -> None:
    Intake(record).add(paths(stories))
    (stories / "1.txt").write_text(STORY.format(n=9) + "\nThe mayor of the old town welcomed the guests.\n" * 3)
    summary = Intake(record).add(paths(stories))
    assert (summary.new, summary.known) == (1, 5)


def test_what_the_program_failed_on_is_tried_again_next_time(
    record: RecordFile, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "PROGRAM", (str(Path(__file__).with_name("moody_worker.py")),))
    monkeypatch.setattr(crew, "FEW", 0)
    (stories / "bad.txt").write_bytes(b"crash")
    first = Intake(record, 1).add(paths(stories))
    assert "crashes the program" in first.skipped[0].reason
    monkeypatch.undo()
    second = Intake(record, 1).add(paths(stories))
    assert second.skipped[0].address == first.skipped[0].address
    assert "crashes" not in second.skipped[0].reason


def test_an_interrupted_run_keeps_what_was_read_and_the_next_goes_on(
    record: RecordFile, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "BATCH", 2)
    monkeypatch.setattr(intake, "SECONDS", 1e9)
    seen: list[None] = []

    def interrupt() -> None:
        seen.append(None)
        if len(seen) == 3:
            raise KeyboardInterrupt

    run = Intake(record, 1, interrupt)
    with pytest.raises(KeyboardInterrupt):
        run.add(paths(stories))
    kept = count(record).articles
    assert 0 < kept < 6
    rest = Intake(record, 1).add(paths(stories))
    assert (rest.known, rest.new) == (kept, 6 - kept)


def test_the_record_is_the_same_at_any_number_of_workers(stories: Path, tmp_path: Path) -> None:
    texts = []
    for workers in (1, 4):
        with RecordFile.open(tmp_path / f"{workers}.pactbook") as file:
            Intake(file, workers).add(paths(stories))
            with file.reading() as connection:
                tables = ("articles", "agreement_claims", "figure_claims", "mentions", "agreements", "bonds")
                texts.append([connection.exec_driver_sql(f"SELECT * FROM {t} ORDER BY 1, 2").all() for t in tables])
    assert texts[0] == texts[1]


@given(st.lists(st.integers(0, intake.HELD * 2), max_size=100))
def test_handfuls_hold_all_in_order_and_never_much(sizes: list[int]) -> None:
    numbered = [(n, Source(str(n), Bulk(size))) for n, size in enumerate(sizes)]
    handfuls = list(intake._handfuls(numbered))
    assert [one for handful in handfuls for one in handful] == numbered
    for handful in handfuls:
        *before, _ = handful
        assert len(handful) <= intake.AT_ONCE
        assert sum(len(source.data) for _, source in before) < intake.HELD


class Bulk(bytes):
    """Bytes that are only said to be many."""

    size: int

    def __new__(cls, size: int) -> "Bulk":
        made = super().__new__(cls)
        made.size = size
        return made

    def __len__(self) -> int:
        return self.size
