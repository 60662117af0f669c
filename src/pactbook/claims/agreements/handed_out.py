"""Licences that an office hands out by number, told one by one behind it: "trao giấy chứng nhận cho ba dự án. ..."."""

from __future__ import annotations

from itertools import pairwise

from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.kinds import OFFICES
from pactbook.claims.agreements.parties import Parties
from pactbook.claims.agreements.scene import Named, Scene
from pactbook.model.article import Sentence
from pactbook.model.claim import Because, Value
from pactbook.model.span import Span

#: How many paragraphs behind the number the licences are told.
_REACH = 2
#: What the sum beside a firm has to mean to be the capital in its licence.
_CAPITAL = frozenset({"project_capital", "fdi_registered"})


def counted_licences(draft: Draft, scene: Scene) -> bool:
    """Whether the draft tells that an office handed out licences by number, and no firm that got one."""
    if draft.kind != "licence" or draft.status != "signed" or not draft.ids:
        return False
    if any(n.kind not in OFFICES for n in draft.parties.names):
        return False
    return bool(scene.grammar.hands_out.search(scene.plain, draft.sentence.start, draft.sentence.end))


def one_by_one(handed: Draft, sentence: Sentence, scene: Scene) -> list[Draft]:
    """A licence for each firm of the sentence beside which its capital stands; nothing where the sentence sums up."""
    if not 0 <= sentence.paragraph - handed.sentence.paragraph <= _REACH:
        return []
    if scene.grammar.sums_up.search(scene.plain, sentence.start, sentence.end):
        return []
    firms: dict[str, Named] = {}
    for name in scene.named_in(sentence.start, sentence.end):
        if name.kind == "company":
            firms.setdefault(name.id, name)
    if not firms:
        return []
    names = list(firms.values())
    ends = [n.start for n in names[1:]] + [sentence.end]
    starts = [sentence.start, *(b.start for _, b in pairwise(names))]
    made = []
    for firm, start, end in zip(names, starts, ends, strict=True):
        figures = [f for f in scene.figures_in(firm.end, end) if f.measure in _CAPITAL]
        if not figures and firm is names[0]:
            figures = [f for f in scene.figures_in(start, firm.start) if f.measure in _CAPITAL]
        if figures:
            value = Value(figures[0].low, figures[0].high, figures[0].currency)
            told = Span.of(scene.text, start if firm is names[0] else firm.start, end)
            made.append(_licence(handed, scene, sentence, firm, value, told))
    return made


def _licence(handed: Draft, scene: Scene, sentence: Sentence, firm: Named, value: Value, span: Span) -> Draft:
    parties = Parties((*handed.parties.names, firm), "named")
    draft = Draft("licence", "signed", parties, sentence, span, handed.date, apart=True, member=True)
    draft.values = [value]
    draft.because = [b for b in handed.because if b.cell in ("kind", "status", "date")]
    draft.because += [Because("parties", n.span, "list") for n in parties.names]
    draft.evidence = [*handed.evidence, Span.of(scene.text, sentence.start, sentence.end)]
    draft.tellings = [Telling(None, sentence, span.start, span.end)]
    return draft
