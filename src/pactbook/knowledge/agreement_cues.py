"""Every phrase that speaks of an agreement, compiled for one scan of an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from pactbook.knowledge.agreement_words import AgreementWords, FeatWords, PairWords, agreement_words
from pactbook.knowledge.asking import FOR_OTHER, Proving
from pactbook.knowledge.inflection import VerbWords, forms_of, phrases_of
from pactbook.knowledge.leads import Leads, LedPhrases
from pactbook.knowledge.reading import NEVER
from pactbook.model.article import Language
from pactbook.text.expressions import regex
from pactbook.text.level import level_all
from pactbook.text.lexicon import Lexicon

#: So many words may describe a body that is called "the bank".
_DESCRIBED = 4
#: What looks like the name of a place; whether it is one is for who reads the cue to say.
_PLACE = r"(?:[^\W\d_a-z][\w’'-]*\s){0,3}[^\W\d_a-z][\w’'-]+"

#: Role of a phrase → the file that it stands in.
_FILES = {
    **dict.fromkeys(("deal", "deals", "list", "amends"), "deals"),
    **dict.fromkeys(("act", "ahead"), "acts"),
    **dict.fromkeys(("pair", "other", "single", "group", "outside"), "parties"),
    "stage": "stages",
    "feat": "feats",
}


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """What a phrase tells: its role, the codebook word, the form of the verb or noun, the TOML entry.

    ``exact`` holds a phrase that counts only as it is printed (``MoU``), else None.
    """

    role: str
    value: str
    form: str
    #: A phrase that two files hold tells one thing.
    rule: str
    exact: str | None
    kinds: tuple[str, ...] = ()
    #: What has to stand right before the phrase, which is then a part of it.
    opening: re.Pattern[str] | None = None

    def __eq__(self, other: object) -> bool:
        """Whether both tell the same, whatever the entry. Most differ in what they are asked first."""
        return (
            isinstance(other, Cue)
            and self.value == other.value
            and self.role == other.role
            and self.form == other.form
            and self.exact == other.exact
            and self.kinds == other.kinds
            and self.opening == other.opening
        )

    def __hash__(self) -> int:
        return hash((self.role, self.value, self.form, self.exact, self.kinds))


@dataclass(frozen=True, slots=True)
class Proof:
    """What has to stand behind a phrase: any of some patterns, most often one."""

    patterns: tuple[Proving, ...]

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """The match of the first that fits at ``place``."""
        for pattern in self.patterns:
            found = pattern.match(text, place)
            if found is not None:
                return found
        return None


@cache
def agreement_lexicon(language: Language) -> Lexicon[Cue | Leads[Cue]]:
    """Every phrase of the file, compiled for one scan."""
    return Lexicon(_cues(agreement_words(language), language))


@cache
def feat_proof(language: Language, phrase: str, kind: str, form: str) -> Proof | None:
    """What has to stand behind a feat's phrase, levelled and in lower case; None where nothing has to.

    Where several entries hold a phrase, what any of them asks for will do; where one asks for nothing, nothing has to.
    """
    asked = dict.fromkeys(proof for phrases, proof in _proofs(language).get((kind, form), ()) if phrase in phrases)
    return Proof(tuple(asked)) if asked and NEVER not in asked else None


@cache
def _proofs(language: Language) -> dict[tuple[str, str], list[tuple[Container[str], Proving]]]:
    """Kind and form of feats → the phrases of each entry, levelled and in lower case, and what it asks for."""
    entries: dict[tuple[str, str], list[tuple[Container[str], Proving]]] = defaultdict(list)
    for kind, form, phrases, proof in _feats(language):
        entries[kind, form].append((frozenset(level_all(phrases, small=True)), proof))
    words = agreement_words(language)
    for verb in words.verbs:
        for made in forms_of(verb, words.verb_forms):
            verbs = frozenset(level_all(made.phrases, small=True))
            for status in dict.fromkeys(status for told in made.leads.values() for status in told):
                leads = level_all([lead for lead, told in made.leads.items() if status in told], small=True)
                entries[verb.kind, _form_of(verb, status)].append((LedPhrases(frozenset(leads), verbs), verb.proof))
    return entries


@cache
def _feats(language: Language) -> tuple[tuple[str, str, list[str], Proving], ...]:
    """Kind, form and phrases of every entry of phrases that tell a deal by themselves, and what it asks for."""
    words = agreement_words(language)
    told = ((feat.kind, _form_of(feat, feat.status), feat.words, feat.behind) for feat in words.feats)
    return (*told, *words.asking.feats(words.verb_forms))


def _form_of(told: FeatWords | VerbWords, status: str) -> str:
    """The stage, where the words count, and who it takes: states, two bodies, or one that does it for the other."""
    takes = ":states" if told.states else FOR_OTHER if told.other else ""
    return status + ":headline" * told.headline + ":two" * (told.two or told.headline) + takes


def _cues(words: AgreementWords, language: Language) -> Iterator[tuple[str, Cue | Leads[Cue]]]:
    yield from _described(words.pairs, language)
    feats = [("feat", kind, form, phrases) for kind, form, phrases, _ in _feats(language)]
    # Of what one phrase may mean the first goes before: what is written out, then verbs, then what is asked.
    yield from _printed((*_groups(words), *feats[: len(words.feats)]), language)
    yield from _led(words, language)
    yield from _printed(feats[len(words.feats) :], language, "asking")
    for stage in words.stages:
        kinds, rule = tuple(stage.kinds), _rule(language, "stage", stage.status)
        yield from _each(stage.words, Cue("stage", stage.status, "", rule, None, kinds))
        made = phrases_of(VerbWords("", stage.verbs, forms=stage.forms), words.verb_forms)
        for status, phrases in made.items():
            rule = _rule(language, "stage", status)
            yield from _each(phrases, Cue("stage", status, "", rule, None, kinds))
    for act in words.acts:
        rule = _rule(language, "act", act.status)
        for form, phrases in act.forms():
            yield from _each(phrases, Cue("act", act.status, form, rule, None, tuple(act.kinds)))


def _printed(
    groups: Iterable[tuple[str, str, str, list[str]]], language: Language, file: str = ""
) -> Iterator[tuple[str, Cue]]:
    """Phrases as they are; a word with capitals counts only as it is printed."""
    for role, value, form, phrases in groups:
        cue = Cue(role, value, form, _rule(language, role, value or form, file), None)
        for phrase in phrases:
            printed = " " not in phrase and phrase.lower() != phrase
            yield phrase, replace(cue, exact=phrase) if printed else cue


def _led(words: AgreementWords, language: Language) -> Iterator[tuple[str, Leads[Cue]]]:
    """Verbs that tell a deal on their own, behind what makes them tell a stage."""
    for verb in words.verbs:
        for form in forms_of(verb, words.verb_forms):
            cues = {
                lead: tuple(_feat(verb.kind, _form_of(verb, status), language) for status in told)
                for lead, told in zip(level_all(list(form.leads), small=True), form.leads.values(), strict=True)
            }
            leads = Leads.of(cues)
            yield from ((phrase, leads) for phrase in form.phrases)


def _feat(kind: str, form: str, language: Language) -> Cue:
    return Cue("feat", kind, form, _rule(language, "feat", kind or form, "verbs"), None)


def _rule(language: str, role: str, told: str, file: str = "") -> str:
    """The entry that a phrase is of, with the file to look in."""
    return f"{language}/agreements/{file or _FILES[role]}.toml:{role}.{told}"


def _each(phrases: Iterable[str], cue: Cue) -> Iterator[tuple[str, Cue]]:
    return ((phrase, cue) for phrase in phrases)


def _described(pairs: PairWords, language: str) -> Iterator[tuple[str, Cue]]:
    """The nouns of "the bank", to be found in "the state-run bank" too."""
    told = pairs.described
    opens = tuple(f"{word} " for word in told.opens)
    if not opens:
        return
    ends = rf"(?:[^\W\d_a-z][\w’'.]*\s){{0,3}}[\w’'.-]+(?:{'|'.join(map(re.escape, told.endings))})"
    one_of = "|".join([*map(re.escape, told.words), ends, *([_PLACE] if told.places else [])])
    between = rf"(?:(?:{one_of})\s){{1,{_DESCRIBED}}}"
    # Small and capital letters as written, so that a search skips to them.
    opening = regex(rf"\b(?:{'|'.join(map(_any_case, told.opens))})\s{between}$")
    for kind, phrases in pairs.single.items():
        rule = _rule(language, "single", kind)
        for noun in dict.fromkeys(p.removeprefix(o) for p in phrases for o in opens if p.startswith(o)):
            yield noun, Cue("single", kind, noun, rule, None, opening=opening)


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter.lower()}]" if letter.isalpha() else re.escape(letter) for letter in word)


def _groups(words: AgreementWords) -> Iterator[tuple[str, str, str, list[str]]]:
    listed = {p for deal in words.deals if not deal.of for p in (*deal.words, *deal.many)}
    for deal in words.deals:
        sure = ("certain" if deal.certain else "weak") + (f":{deal.matter}" if deal.matter else "")
        made = deal.named(deal.words), deal.named(deal.many)
        for role, phrases in zip(("deal", "deals"), made, strict=True):
            yield role, deal.kind, sure, [p for p in phrases if not deal.of or p not in listed]
    for status, phrases in words.ahead.items():
        yield "ahead", status, "", phrases
    yield from _pair_groups(words.pairs)
    yield "outside", "before", "", words.outside.before
    yield "outside", "after", "", words.outside.after
    yield "outside", "subject", "", words.outside.subject
    yield "outside", "neither", "", words.outside.neither
    yield "list", "opener", "", words.lists.openers
    yield "list", "member", "", words.lists.members
    yield "list", "apart", "", words.lists.apart
    yield "amends", "", "", words.lists.amends


def _pair_groups(pairs: PairWords) -> Iterator[tuple[str, str, str, list[str]]]:
    yield "pair", "state", "", pairs.states
    yield "pair", "side", "", pairs.sides
    for kind, phrases in pairs.kinds.items():
        yield "pair", kind, "", phrases
    yield "other", "", "", pairs.other
    for kind, phrases in pairs.single.items():
        yield "single", kind, "", phrases
    for count, phrases in pairs.groups.items():
        yield "group", count, "counted", phrases
    for count, phrases in pairs.partners.items():
        yield "group", count, "partners", phrases
