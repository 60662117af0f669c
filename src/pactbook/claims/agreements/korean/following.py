"""Sentences that tell more of the deal before them: another party, what it is worth, when it was signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.korean.dating import can_date
from pactbook.claims.agreements.korean.names import placed_in
from pactbook.claims.agreements.korean.triggers import clause_ends
from pactbook.claims.agreements.parties import BETWEEN_STATES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.in_turn import InTurn
from pactbook.model.article import Sentence
from pactbook.model.claim import Because, Value
from pactbook.model.mention import DateMention
from pactbook.model.span import Span

#: How far behind "계약금액은" the sum may stand.
_WORTH = 45
#: How many a buyer and what it buys are.
_PAIR = 2
#: How far behind "계약일은" its day may begin.
_SAID = 8
#: The length of a day's value.
_DAY = len("2023-04-21")


def tell_more(scene: Scene, sentence: Sentence, drafts: Sequence[Draft], *, alone: bool) -> None:
    """Add what the sentence tells of the last deal; ``alone`` where it has no word for a deal of its own."""
    if not drafts or sentence.paragraph - drafts[-1].sentence.paragraph > 1:
        return
    _tell_parties(scene, sentence, drafts[-1])
    if alone:
        _tell_signers(scene, sentence, drafts[-1])
        _tell_worth(scene, sentence, drafts[-1])
        tell_client(scene, sentence, drafts[-1])
        _tell_granter(scene, sentence, drafts[-1])


def _tell_parties(scene: Scene, sentence: Sentence, last: Draft) -> None:
    """A sentence that names more parties of the last deal: "이번 협약에는 A도 참여한다"."""
    grammar = scene.words.korean.grammar
    opens = grammar.joins_in.match(scene.plain, sentence.start, sentence.end)
    if opens is None:
        return
    placed = placed_in(scene, scene.named_in(opens.end(), sentence.end), sentence.end)
    ends = [p for p in placed if grammar.joined.match(scene.plain, p.tail)]
    if not ends:
        return
    part = ends[-1].part
    more = [p.named for p in placed if p.start <= ends[-1].start and p.part == part and p.named.kind != STATE]
    _add(scene, sentence, last, more)


def _add(scene: Scene, sentence: Sentence, last: Draft, named: Sequence[Named]) -> None:
    """Add parties that the sentence names to the deal."""
    more = [n for n in named if n.id not in last.ids]
    if more:
        last.parties = Parties((*last.parties.names, *more), last.parties.how)
        last.because.extend(Because("parties", n.span, "joined") for n in more)
        last.evidence.append(Span.of(scene.text, sentence.start, sentence.end))


def _tell_signers(scene: Scene, sentence: Sentence, last: Draft) -> None:
    """A sentence that tells who signed the deal of which no parties were named: "A와 B가 이행 기관으로 서명했다"."""
    if last.status != "signed":
        return
    also = scene.words.korean.grammar.as_party.search(scene.plain, sentence.start, sentence.end)
    if also is not None:
        placed = placed_in(scene, scene.named_in(sentence.start, also.start()), also.start())
        _add(scene, sentence, last, [p.named for p in placed if p.part == "subject" and p.named.kind != STATE][-1:])
        return
    said = scene.words.korean.grammar.signed_it.search(scene.plain, sentence.start, sentence.end)
    if said is None or any(n.kind != STATE for n in last.parties.names[1:]):
        return
    if last.kind in BETWEEN_STATES:
        # Ministers sign for their states.
        return
    if len([n for n in last.parties.names if n.kind != STATE]) > 1:
        return
    placed = placed_in(scene, scene.named_in(sentence.start, said.start()), said.start())
    signing = [p.named for p in placed if p.part in ("topic", "subject", "with") and p.named.kind != STATE]
    countries = {n.country for n in signing}
    if len(countries) > 1 and last.ids <= {n.id for n in signing} | countries:
        last.parties = Parties(tuple(signing), "named")
        last.because = [b for b in last.because if b.cell != "parties"]
        last.because.extend(Because("parties", n.span, "signed_it") for n in signing)
        last.evidence.append(Span.of(scene.text, sentence.start, sentence.end))


def _tell_worth(scene: Scene, sentence: Sentence, last: Draft) -> None:
    """A sentence that tells what the last deal is worth: "계약금액은 4억1000만달러다"."""
    grammar = scene.words.korean.grammar
    given = last.kind in ("memorandum", "grant")
    if last.values or not (given or last.kind in ("contract", "loan")):
        return
    said = (grammar.cost_said if given else grammar.worth_said).match(scene.plain, sentence.start, sentence.end)
    if said is None:
        return
    stop = next(iter(clause_ends(scene, said.end(), sentence.end)), sentence.end)
    for figure in scene.figures_in(said.end(), min(stop, said.end() + _WORTH)):
        last.values.append(Value(figure.low, figure.high, figure.currency))
        last.because.append(Because("value", figure.span, "worth_said"))


def tell_client(scene: Scene, sentence: Sentence, last: Draft) -> None:
    """A sentence that names the other side of the last contract: "발주처는 베트남전력공사다"."""
    grammar = scene.words.korean.grammar
    if last.kind != "contract" or len(last.ids) > _PAIR:
        return
    said = (grammar.client_said if len(last.ids) == 1 else grammar.seller_said).match(
        scene.plain, sentence.start, sentence.end
    )
    if said is None:
        return
    named = [n for n in scene.named_in(said.end(), sentence.end) if n.kind != STATE and n.id not in last.ids]
    if named:
        # Who sells is the party, and not what is sold.
        kept = [n for n in last.parties.names if n.id == last.parties.names[0].id]
        last.parties = Parties((*kept, named[0]), "named")
        last.because.append(Because("parties", named[0].span, "client_said"))
        last.evidence.append(Span.of(scene.text, sentence.start, sentence.end))


def _tell_granter(scene: Scene, sentence: Sentence, last: Draft) -> None:
    """A sentence that tells who has granted the last licence: "인증서는 B 관리위원회가 내줬다"."""
    if last.kind != "licence" or len(last.ids) != 1:
        return
    grammar = scene.words.korean.grammar
    said = grammar.granted_said.match(scene.plain, sentence.start, sentence.end)
    if said is None:
        return
    named = [n for n in scene.named_in(said.end(), sentence.end) if n.kind != STATE and n.id not in last.ids]
    _add(scene, sentence, last, [n for n in named if grammar.granted_by.match(scene.plain, n.end)][:1])


def tell_day(scene: Scene, sentence: Sentence, drafts: Sequence[Draft]) -> bool:
    """Whether the sentence only tells when the deals before it were, or are to be, signed: "서명식은 12일 열렸다"."""
    if not drafts or sentence.paragraph - drafts[-1].sentence.paragraph > 1:
        return False
    said = _openings().first(scene.plain, sentence.start, sentence.end)
    if said is None:
        return False
    tells, place = said[0], said[1].end()
    return tells(scene, sentence, drafts, place)


@cache
def _openings() -> InTurn[Callable[[Scene, Sentence, Sequence[Draft], int], bool]]:
    """With what a sentence may open that only tells a day, and what reads the rest of it."""
    grammar = agreement_words("ko").korean.grammar
    return InTurn(
        [(grammar.day_made, _tell_day_made), (grammar.day_is, _tell_day_is), (grammar.day_said, _tell_day_said)]
    )


def _tell_day_said(scene: Scene, sentence: Sentence, drafts: Sequence[Draft], place: int) -> bool:
    """Whether the sentence tells on what day the paper of the deals before it was, or is to be, signed."""
    grammar = scene.words.korean.grammar
    last = [d for d in drafts if d.sentence is drafts[-1].sentence]
    behind = (scene.plain, place, sentence.end)
    if grammar.took_place.search(*behind):
        told = [d for d in last if d.status not in AHEAD]
    elif grammar.to_come.search(*behind):
        told = [d for d in last if d.status in AHEAD]
    else:
        return False
    for draft in told:
        dates = [d for d in scene.dates_in(place, sentence.end) if can_date(scene, d, draft.status)]
        told_late = dates and draft.own_date and _is_earlier(dates[0], draft)
        if dates and (told_late or not draft.own_date) and draft.status in ("signed", *AHEAD):
            _date(draft, dates, scene, sentence)
    return bool(told)


def _tell_day_made(scene: Scene, sentence: Sentence, drafts: Sequence[Draft], end: int) -> bool:
    """Whether the sentence tells when the deal right before it was agreed on: "계약은 작년 11월에 했고"."""
    last = drafts[-1]
    dates = [d for d in scene.dates_in(sentence.start, end) if can_date(scene, d, last.status)]
    if not dates or last.own_date or last.status in AHEAD:
        return False
    _date(last, dates, scene, sentence)
    return True


def _tell_day_is(scene: Scene, sentence: Sentence, drafts: Sequence[Draft], place: int) -> bool:
    """Whether the sentence tells the very day of the deal right before it: "계약일은 지난 4일이며"."""
    last = drafts[-1]
    stop = next(iter(clause_ends(scene, place, sentence.end)), sentence.end)
    dates = [d for d in scene.dates_in(place, stop) if d.span.start == place or d.span.start - place <= _SAID]
    dates = [d for d in dates if can_date(scene, d, last.status)]
    if not dates:
        return False
    _date(last, dates, scene, sentence)
    return True


def _is_earlier(date: DateMention, draft: Draft) -> bool:
    """Whether the day of a ceremony comes before that on which the news was told."""
    value, told = date.value or "", draft.date or ""
    return len(value) == len(told) == _DAY and value < told and value[: len("2023")] == told[: len("2023")]


def _date(draft: Draft, dates: Sequence[DateMention], scene: Scene, sentence: Sentence) -> None:
    """Give the deal the finest of the dates that the sentence tells: "지난주 금요일인 15일"."""
    date = next((d for d in dates if len(d.value or "") == _DAY), dates[0])
    draft.date, draft.own_date, draft.of_event = date.value, True, False
    draft.because.append(Because("date", date.span, date.rule))
    draft.evidence.append(Span.of(scene.text, sentence.start, sentence.end))
