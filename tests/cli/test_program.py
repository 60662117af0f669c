"""Help, complaints, exit statuses, and what is printed where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from pactbook.cli.program import COMMANDS, main

STORY = """Hanoi, Seoul sign deal on customs data

HANOI, May 3, 2023 - The General Department of Vietnam Customs and the Korea Customs Service signed a memorandum of
understanding on the exchange of customs data in Hanoi on Tuesday. The deal is worth US$100 million, officials said.
Both agencies will meet again next year in Seoul to see how the exchange of data works and what is left to be done.
"""
PROGRAM = (sys.executable, "-c", "from pactbook.cli import main; main()")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def test_version(typed) -> None:
    assert version("pactbook") in typed("--version").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_explains_itself(typed, name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    assert [o.name for o in options if not o.help] == []
    assert typed(name, "--help").exit_code == 0


def test_help_lists_every_command_in_its_order(typed) -> None:
    text = typed("--help").stdout
    places = [text.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("serach", "x"), "Did you mean 'search'?"),
        (("frobnicate",), "There are: demo, add, search, saved, show, series, serve, review, export, reread,"),
        (("add",), "Missing argument"),
        (("add", "x", "--workers", "0"), "--workers"),
        (("export", "everything"), "agreements"),
        (("search", "--limit", "0"), "--limit"),
        (("export", "agreements", "-o", "x.doc"), "x.doc: no table is written as .doc; end it in .csv, .xlsx, .jsonl"),
    ],
)
def test_a_command_that_is_not_understood(typed, words: tuple[str, ...], hint: str) -> None:
    result = typed(*words)
    assert result.exit_code == 2
    assert hint in result.stderr


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (
            ("search", "--country", "Freedonia"),
            "'Freedonia' is no country that is known here; write its name or its two",
        ),
        (("search", "--kind", "handshake"), "there is no kind 'handshake'; choose from: memorandum"),
        (("search", "--status", "agreed"), "there is no status 'agreed'"),
        (("search", "--since", "yesterday"), "since 'yesterday' is no date"),
        (("show", "nonesuch"), "nothing in the record is called 'nonesuch'"),
    ],
)
def test_a_question_that_cannot_be_asked(typed, story: Path, words: tuple[str, ...], complaint: str) -> None:
    typed("add", story)
    result = typed(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith("pactbook: ")
    assert complaint in result.stderr


@pytest.mark.parametrize("words", [("search", "x"), ("show", "x"), ("export", "agreements")])
def test_a_record_that_is_not_there_yet_is_not_made_by_asking(typed, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = typed(*words)
    assert result.exit_code == 3
    assert 'there is no record yet; "pactbook add PATH" makes one' in result.stderr
    assert not (tmp_path / "record.pactbook").exists()


def test_output_to_a_pipe_is_plain_whole_lines(story: Path, tmp_path: Path) -> None:
    record = str(tmp_path / "r.pactbook")
    environment = os.environ | {"PACTBOOK_RECORD": record, "TERM": "xterm-256color", "COLUMNS": "40"}
    added = subprocess.run([*PROGRAM, "add", story], env=environment, capture_output=True, text=True, check=True)
    found = subprocess.run([*PROGRAM, "search", "customs"], env=environment, capture_output=True, text=True, check=True)
    assert "\x1b" not in added.stdout + added.stderr + found.stdout + found.stderr
    assert added.stderr == ""
    sentence = next(line for line in found.stdout.splitlines() if "“" in line)
    assert sentence.endswith("”")
    assert len(sentence) > 100


def test_a_reader_that_goes_away_is_no_error(story: Path, tmp_path: Path) -> None:
    for n in range(300):
        (tmp_path / f"{n}.txt").write_text(STORY.replace("US$100", f"US${n + 1}"))
    command = " ".join(f"'{word}'" for word in (*PROGRAM, "extract", tmp_path))
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -c 100; exit ${{PIPESTATUS[0]}}"], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 141
    assert done.stdout.startswith('{"article":')


def test_an_article_cannot_speak_to_the_terminal(typed, tmp_path: Path) -> None:
    hostile = STORY.replace("data in Hanoi", "data \x1b]0;owned\x07\x1b[31mred [bold]bold[/bold] in Hanoi")
    (tmp_path / "hostile.txt").write_text(hostile)
    typed("add", tmp_path / "hostile.txt")
    shown = typed("search").stdout + typed("search", "--articles", "customs").stdout
    assert "customs" in shown.lower()
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[bold]bold[/bold]" in shown


def test_a_locale_without_korean_does_not_end_the_program(tmp_path: Path) -> None:
    samples = Path(__file__).parents[2] / "src" / "pactbook" / "samples"
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    record = tmp_path / "r.pactbook"
    add = [*PROGRAM, "add", *sorted(samples.glob("ko-*"))[:2], "--record", record]
    subprocess.run(add, env=environment, capture_output=True, check=False)
    found = subprocess.run(
        [*PROGRAM, "search", "--articles", "베트남", "--record", record],
        env=environment,
        capture_output=True,
        check=True,
    )
    assert rb"\u" in found.stdout


@pytest.mark.parametrize("what", ["--agreements", "--figures", "--articles"])
def test_json_is_one_object_a_line(typed, story: Path, what: str) -> None:
    typed("add", story)
    result = typed("search", what, "--json")
    hits = [json.loads(line) for line in result.stdout.splitlines()]
    assert hits
    assert all("article" in hit["evidence"] if "evidence" in hit else hit["article"]["title"] for hit in hits)


def test_only_as_many_answers_as_asked_for_and_a_word_that_there_are_more(typed, tmp_path: Path) -> None:
    for n, (city, matter) in enumerate([("Seoul", "taxes"), ("Busan", "ports"), ("Daegu", "parks")]):
        deal = f"{city} National University and Hanoi University signed a memorandum on {matter} last week."
        text = f"{city} and Hanoi sign on {matter}\n\n{deal}\n\nThey will meet on {matter}.\n"
        (tmp_path / f"{n}.txt").write_text(text)
    typed("add", tmp_path)
    few = typed("search", "--articles", "signed", "--limit", "2")
    assert few.stdout.count(" · en · ") == 2
    assert "2 of 3 articles shown" in few.stderr
    assert "there are more" not in typed("search", "--articles", "signed", "--limit", "3").stderr
