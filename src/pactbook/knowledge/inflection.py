"""Verbs in all their forms, from the one that an analyst writes: "take over|took over" → "has taken over" ..."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from pactbook.errors import KnowledgeError
from pactbook.knowledge.reading import NEVER, Entry, Pattern

_SIBILANT = re.compile("(?:s|sh|ch|x|z|o)$")
_CONSONANT_Y = re.compile("[^aeiou]y$")
#: "run", "ship": the last letter is written twice before "-ing".
_SHORT = re.compile("[^aeiou]+[aeiou][bdgklmnprt]")


class VerbWords(Entry, frozen=True):
    """Verbs that tell a deal on their own, in every form that ``verb_forms`` make of them.

    A verb is ``base``, ``base|past`` or ``base|past|participle``; its first word is inflected.
    """

    kind: str
    words: list[str]
    #: What has to stand behind verb and `behind` for them to tell a deal; any words do where it is left out.
    proof: Pattern = NEVER
    #: What follows the verb: "with", "to"; empty for nothing.
    behind: list[str] = msgspec.field(default_factory=lambda: [""])
    #: The forms to make, by their names in ``verb_forms``.
    forms: list[str] = msgspec.field(default_factory=lambda: ["active"])
    states: bool = False
    #: Whether it is done for another, who has to be named too: "will train teachers [for B]".
    other: bool = False
    #: Whether they tell a deal only in a headline, right behind who does it.
    headline: bool = False
    #: Whether two bodies have to be named: who orders or rents does so every day.
    two: bool = False


_FORMS = ("{base}", "{past}", "{participle}", "{present}", "{gerund}")
_ONE_FORM = re.compile(rf"[^{{}}]*(?:{'|'.join(map(re.escape, _FORMS))})[^{{}}]*")


class VerbForms(Entry, frozen=True):
    """Stage → forms of a verb that tell it, with {base}, {past}, {participle}, {present} or {gerund}."""

    signed: list[str] = msgspec.field(default_factory=list)
    planned: list[str] = msgspec.field(default_factory=list)
    proposed: list[str] = msgspec.field(default_factory=list)
    in_force: list[str] = msgspec.field(default_factory=list)
    ended: list[str] = msgspec.field(default_factory=list)
    completed: list[str] = msgspec.field(default_factory=list)

    def __post_init__(self) -> None:
        """Check the forms. Raises ValueError, which msgspec names with its place."""
        for status in self.__struct_fields__:
            wrong = next((form for form in getattr(self, status) if not _ONE_FORM.fullmatch(form)), None)
            if wrong is not None:
                raise ValueError(f"{status} has {wrong!r}, which holds not one of {', '.join(_FORMS)}")


def phrases_of(verbs: VerbWords, made: Mapping[str, VerbForms]) -> dict[str, list[str]]:
    """Stage → every phrase that the verbs make. Raises KnowledgeError for forms that nobody defines."""
    found: dict[str, list[str]] = {}
    every = [inflected(word) for word in verbs.words]
    for name in _known(verbs, made):
        for status in VerbForms.__struct_fields__:
            for form in getattr(made[name], status):
                phrases = (form.format(**told) for told in every)
                found.setdefault(status, []).extend(f"{p} {b}".strip() for p in phrases for b in verbs.behind)
    return found


class Form(msgspec.Struct, frozen=True):
    """One form of some verbs: the ``phrases`` that it makes, and the stages that each lead before them tells."""

    leads: dict[str, list[str]]
    phrases: list[str]


def forms_of(verbs: VerbWords, made: Mapping[str, VerbForms]) -> list[Form]:
    """What ``phrases_of`` writes out, with what stands before the verb kept apart. Raises KnowledgeError."""
    leads: dict[str, dict[str, list[str]]] = {}
    for name in _known(verbs, made):
        for status in VerbForms.__struct_fields__:
            for form in getattr(made[name], status):
                lead, _, verb = form.rpartition("{")
                told = leads.setdefault("{" + verb, {}).setdefault(lead.strip(), [])
                if status not in told:
                    told.append(status)
    every = [inflected(word) for word in verbs.words]
    return [
        Form(before, [f"{verb.format(**told)} {b}".strip() for told in every for b in verbs.behind])
        for verb, before in leads.items()
    ]


def _known(verbs: VerbWords, made: Mapping[str, VerbForms]) -> list[str]:
    """The names of the forms. Raises KnowledgeError for one that nobody defines."""
    unknown = [name for name in verbs.forms if name not in made]
    if unknown:
        raise KnowledgeError(
            f"knowledge/en/agreements: the verbs {', '.join(verbs.words[:2])} (and so on) ask for the forms "
            f"{unknown[0]!r}; [verb_forms] has {', '.join(made) or 'none'}"
        )
    return verbs.forms


def inflected(verb: str) -> dict[str, str]:
    """The forms of an English verb by name; irregular ones as given.

    >>> inflected("take over|took over|taken over")["present"], inflected("supply")["past"]
    ('takes over', 'supplied')
    """
    base, past, participle = _given(verb)
    return {"base": base, "past": past, "participle": participle, "present": _present(base), "gerund": _gerund(base)}


def _given(verb: str) -> tuple[str, str, str]:
    parts = verb.split("|")
    base = parts[0]
    past = parts[1] if len(parts) > 1 else _past(base)
    return base, past, parts[2] if len(parts) > 2 else past


def _first(base: str, change: str) -> str:
    _, space, rest = base.partition(" ")
    return change + space + rest


def _past(base: str) -> str:
    word = base.partition(" ")[0]
    if _CONSONANT_Y.search(word):
        return _first(base, word[:-1] + "ied")
    return _first(base, word + ("d" if word.endswith("e") else "ed"))


def _present(base: str) -> str:
    word = base.partition(" ")[0]
    if _CONSONANT_Y.search(word):
        return _first(base, word[:-1] + "ies")
    return _first(base, word + ("es" if _SIBILANT.search(word) else "s"))


def _gerund(base: str) -> str:
    word = base.partition(" ")[0]
    if word.endswith("e") and not word.endswith("ee"):
        word = word[:-1]
    elif _SHORT.fullmatch(word):
        word += word[-1]
    return _first(base, word + "ing")
