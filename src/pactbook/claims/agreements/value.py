"""What a deal is worth: the sums of its clause, of a sentence that goes on about it, or of the headline."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.parties import BETWEEN_STATES
from pactbook.claims.agreements.scene import Scene
from pactbook.model.article import Sentence
from pactbook.model.claim import Because, FigureClaim, Value
from pactbook.model.span import Span

#: What money has to mean to be the value of a deal.
_WORTH = frozenset({"loan", "grant", "contract_value", "fund"})
#: What it means for deals of one kind; the other kinds may be worth anything of _WORTH.
_OF_KIND = {"licence": frozenset({"project_capital", "fdi_registered"}), "contract": frozenset({"contract_value"})}
_OF_KIND |= {
    "memorandum": _WORTH - {"contract_value"},
    "loan": frozenset({"loan", "fund"}),
    "grant": frozenset({"grant"}),
}
#: Kinds whose sum is told where it is said what the money is for.
_LENT = frozenset({"loan", "grant"})
#: How many sentences behind a deal go on about it, how many paragraphs behind the headline its deal is told.
_FOLLOWING, _LEAD = 2, 2
#: How far behind the words its sum may stand, and how near a sum in another currency, in characters.
_BEHIND, _BESIDE = 45, 14


def values_in(scene: Scene, kind: str, start: int, end: int) -> list[Value]:
    """The sums of a clause that a deal of this kind may be worth, each once."""
    if kind in BETWEEN_STATES:
        return []
    told = scene.figures_in(start, end)
    if not told:
        return []
    fitting = _WORTH | ({"project_capital"} if kind == "licence" else set())
    return list(dict.fromkeys([_value(f) for f in told if f.measure in fitting]))


def complete_values(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give deals without a sum that of a sentence which goes on about them, or of the headline, where it is theirs."""
    meant = {f.measure for f in scene.figures}
    told = {t.sentence.start: d for d in drafts for t in d.tellings} if meant else {}
    for number, draft in enumerate(drafts):
        if draft.values or draft.kind in BETWEEN_STATES or meant.isdisjoint(_fitting(draft)):
            continue
        found = _said_later(scene, draft, told) or _said_before(scene, draft, told)
        if not found and number == 0 and not draft.member:
            found = _headlined(scene, draft, drafts)
        for figure in found:
            draft.values.append(_value(figure))
            sentence = scene.sentence_at(figure.span.start)
            if sentence is not None and sentence.role != "headline":
                _add_evidence(draft, Span.of(scene.text, sentence.start, sentence.end))


def reasons_for(scene: Scene, draft: Draft) -> list[Because]:
    """For each sum where it stands and what told its meaning: in the deal's sentences first."""
    reasons = []
    for value in draft.values:
        alike = [f for f in scene.figures if _value(f) == value]
        near = [f for f in alike if any(e.start <= f.span.start < e.end for e in draft.evidence)]
        for figure in (near or alike)[:1]:
            reasons.append(Because("value", figure.span, _rule(figure)))
    return reasons


def _said_later(scene: Scene, draft: Draft, told: dict[int, Draft]) -> list[FigureClaim]:
    """The sum of a sentence behind the deal: "The contract is worth ...", "Under the document KOICA will give ..."."""
    fitting = _fitting(draft)
    for telling in draft.tellings:
        for sentence in _following(scene, telling.sentence):
            if told.get(sentence.start, draft) is not draft:
                break
            if fitting.isdisjoint([f.measure for f in scene.figures_in(sentence.start, sentence.end)]):
                continue
            for m in scene.grammar.value_said.finditer(scene.plain, sentence.start, sentence.end):
                if found := _sums(scene, draft, m.start(), min(m.end() + _BEHIND, sentence.end)):
                    return found
    return []


def _fitting(draft: Draft) -> frozenset[str]:
    """What money may mean to be the value of the deal."""
    return _OF_KIND.get(draft.kind, _WORTH)


def _said_before(scene: Scene, draft: Draft, told: dict[int, Draft]) -> list[FigureClaim]:
    """The only loan or grant of the sentence right before: "Cầu A dùng vốn vay 68 triệu USD. Hiệp định được ký"."""
    if draft.kind not in _LENT:
        return []
    sentences, here = scene.article.sentences, draft.sentence
    number = next((n for n, s in enumerate(sentences) if s.start == here.start), 0)
    before = sentences[number - 1] if number else None
    if before is None or before.paragraph != here.paragraph or told.get(before.start, draft) is not draft:
        return []
    found = [f for f in scene.figures_in(before.start, before.end) if f.measure == draft.kind]
    return found if len({f.currency for f in found}) == len(found) else []


def _following(scene: Scene, sentence: Sentence) -> Sequence[Sentence]:
    """The sentence of the deal, whose other clauses may tell its worth, and those behind it, in reach."""
    sentences = scene.article.sentences
    first = next(n for n, s in enumerate(sentences) if s.start == sentence.start)
    near = sentences[first : first + 1 + _FOLLOWING]
    return [
        s for s in near if s.paragraph - sentence.paragraph <= 1 and s.role in ("body", "standfirst", sentence.role)
    ]


def _headlined(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> list[FigureClaim]:
    """The only fitting sum of the headline, where it names a party of the first deal, told right behind it."""
    heads = [
        s
        for s in scene.article.sentences
        if s.role == "headline" and any(n.id in draft.ids for n in scene.named_in(s.start, s.end))
    ]
    first = min((t.sentence.paragraph for t in draft.tellings), default=None)
    if not heads or first is None or first - heads[-1].paragraph > _LEAD:
        return []
    found = [f for s in heads for f in _sums(scene, draft, s.start, s.end)]
    others = {v for d in drafts if d is not draft for v in d.values}
    alone = len({f.currency for f in found}) == len({_value(f) for f in found})
    return found if alone and not others & {_value(f) for f in found} else []


def _sums(scene: Scene, draft: Draft, start: int, end: int) -> list[FigureClaim]:
    """The first fitting sum between two places, with the same sum in other currencies beside it."""
    fitting = _fitting(draft)
    found: list[FigureClaim] = []
    for figure in scene.figures_in(start, end + _BESIDE):
        beside = bool(found) and figure.span.start - found[-1].span.end <= _BESIDE
        first = not found and figure.span.start < end
        again = figure.currency in {f.currency for f in found}
        if figure.measure in fitting and (first or (beside and not again)):
            found.append(figure)
    return found


def _add_evidence(draft: Draft, span: Span) -> None:
    if span not in draft.evidence:
        draft.evidence.append(span)


def _value(figure: FigureClaim) -> Value:
    return Value(figure.low, figure.high, figure.currency)


def _rule(figure: FigureClaim) -> str:
    """The rule that told what the sum means, else the one that read the sum."""
    rules = {b.cell: b.rule for b in figure.because}
    return rules.get("measure") or rules.get("amount") or figure.measure
