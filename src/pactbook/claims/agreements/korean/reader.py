"""Read a Korean article sentence by sentence into drafts, keeping in mind what later sentences lean on."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from msgspec.structs import replace

from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.event import Event
from pactbook.claims.agreements.interview import interview_of
from pactbook.claims.agreements.korean.clauses import SUBJECTS
from pactbook.claims.agreements.korean.context import Context, Frame, Topic
from pactbook.claims.agreements.korean.dating import own_date
from pactbook.claims.agreements.korean.deals import deals_in
from pactbook.claims.agreements.korean.drafting import drafts_of, status_of
from pactbook.claims.agreements.korean.following import tell_client, tell_day, tell_more
from pactbook.claims.agreements.korean.names import NO_PART, Placed, placed_in
from pactbook.claims.agreements.korean.stand_ins import both, pair_in, with_echoes
from pactbook.claims.agreements.korean.subjects import object_of, paid_for
from pactbook.claims.agreements.korean.telling import is_counted
from pactbook.claims.agreements.korean.triggers import Trigger, triggers
from pactbook.claims.agreements.parties import Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.article import Sentence
from pactbook.model.claim import Because, Value
from pactbook.model.edtf import compatible
from pactbook.model.span import Span

#: How many paragraphs at the head of an article count as its lead; how far a list may stand from its opener.
_LEAD, _LIST = 3, 3
#: How many paragraphs the day of the event reaches.
_EVENT = 6
#: Kinds of deals whose words say what they are about.
_SPEAKING = frozenset({"licence", "contract", "partnership", "treaty", "loan", "grant"})
#: A word for a deal so long says what the deal is about: 투자등록증.
_NAMED = 4
#: How far from the beginning of a sentence whom it speaks of may begin.
_OPENING = 6


class KoreanReader:
    """Goes through one article; ``drafts`` grows in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.drafts: list[Draft] = []
        self._event = Event()
        self._topic = Topic()
        self._frame: Frame | None = None
        #: The last sentence that has counted deals.
        self._counted: Sentence | None = None
        self._interview = interview_of(scene)
        #: Whether any list may be told in one sentence.
        self._has_marks = scene.words.korean.grammar.inline.search(scene.plain) is not None

    def read(self, sentence: Sentence) -> None:
        """Read one sentence and add its drafts."""
        self._hear(sentence)
        items = self._items_within(sentence)
        if not items:
            self._read(sentence)
            return
        scene, before = self.scene, len(self.drafts)
        deals = deals_in(scene, items[-1].start, sentence.end) or deals_in(scene, sentence.start, sentence.end)
        day = self._event.day_for(sentence.paragraph, _EVENT)
        kind = self._kind_opened(sentence) or (deals[-1].kind if deals else "any")
        self._frame = Frame(kind, "signed", day, sentence.paragraph)
        for item in items:
            self._read(item)
        for draft in self.drafts[before:]:
            draft.sentence = sentence
            draft.tellings = [replace(t, sentence=sentence) for t in draft.tellings]

    def _kind_opened(self, sentence: Sentence) -> str | None:
        """The kind that a sentence before has told of a list that none closes: "주요 MOU는 다음과 같다"."""
        frame, grammar = self._frame, self.scene.words.korean.grammar
        if frame is None or frame.kind == "any" or sentence.paragraph - frame.paragraph > _LIST:
            return None
        closed = grammar.sentence_end.search(self.scene.plain, sentence.start, sentence.end)
        return None if closed else frame.kind

    def _hear(self, sentence: Sentence) -> None:
        """Who answers an interview speaks for his or her body, which answers leave unsaid."""
        interview = self._interview
        if interview is None or interview.speaks_for is None or sentence.paragraph not in interview.answers:
            return
        if self._topic.paragraph() < sentence.paragraph:
            about = interview.answers[sentence.paragraph]
            alone = all(n.kind == STATE for n in self.scene.named_in(sentence.start, sentence.end))
            asked = (about,) if about and alone and about.id != interview.speaks_for.id else ()
            names = (self._firm_of(interview.speaks_for), *asked)
            self._topic = Topic(lambda: names, sentence.paragraph)

    def _firm_of(self, unit: Named) -> Named:
        """The firm whose unit abroad somebody speaks for: 한결로지스 of 한결로지스 베트남법인."""
        text = self.scene.text
        called = text[unit.start : unit.end]
        firms = (n for n in self.scene.named if n.id != unit.id and n.kind == unit.kind)
        return next((n for n in firms if called.startswith(f"{text[n.start : n.end]} ")), unit)

    def _items_within(self, sentence: Sentence) -> list[Sentence]:
        """The items of a list told in one sentence: "△A-B, ... △C-D, ... 등 협약 12건"; empty where there is none."""
        if not self._has_marks:
            return []
        inline = self.scene.words.korean.grammar.inline
        marks = [m.start() for m in inline.finditer(self.scene.plain, sentence.start, sentence.end)]
        if len(marks) < 2:
            return []
        cuts = [*marks, sentence.end]
        return [Sentence(a, b, sentence.paragraph, "item") for a, b in pairwise(cuts) if b > a]

    def _read(self, sentence: Sentence) -> None:
        if tell_day(self.scene, sentence, self.drafts):
            return
        found = self._without_heading(sentence, triggers(self.scene, sentence))
        self._see_days(sentence, found)
        item = self._is_item(sentence)
        here: list[Draft] = []
        counted = [t for t in found if is_counted(self.scene, t)] if found else []
        for trigger in found:
            self._see_topic(sentence, before=trigger.start)
            context = Context(
                self.scene,
                sentence,
                [*self.drafts, *here],
                self._topic,
                self._event,
                self._frame,
                item,
                sentence.role == "headline",
                trigger in counted,
            )
            told = drafts_of(trigger, context)
            here.extend(d for d in told if not self._is_shown(d, sentence))
        if not found:
            here.extend(self._one_of(sentence))
        if here:
            tell_client(self.scene, sentence, here[-1])
        else:
            tell_more(self.scene, sentence, self.drafts, alone=not found)
        if item and not here:
            here = self._bare_item(sentence)
        self.drafts.extend(here)
        if counted:
            self._counted = here[-1].sentence if here else None
        self._see_topic(sentence, before=sentence.end)
        self._frame = self._frame_of(sentence, found, counted) or self._frame

    def _without_heading(self, sentence: Sentence, found: list[Trigger]) -> list[Trigger]:
        """The triggers without that of a heading that what follows tells in full: "협약 파기 = A군은 B와의 ..."."""
        scene = self.scene
        if not found:
            return found
        head = scene.words.korean.grammar.heading.search(scene.plain, sentence.start, sentence.end)
        if head is None or not any(t.core[0] >= head.end() for t in found):
            return found
        return [replace(t, start=max(t.start, head.end())) for t in found if t.core[0] >= head.end()]

    def _is_shown(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether a caption only shows people with a deal that the text tells better."""
        few = draft.again or len(draft.ids) < 2 or draft.parties.how != "named" or draft.subject is None
        return sentence.role == "caption" and bool(self.drafts) and few

    def finish(self) -> None:
        """Give deals of the lead the day of the event that only a later sentence tells; joined hands sign a paper."""
        _tell_how_made(self.drafts)
        memos = [d for d in self.drafts if d.kind == "memorandum"]
        for draft in self.drafts:
            named = [t.deal for t in draft.tellings if t.deal is not None and t.deal.end - t.deal.start >= _NAMED]
            if draft.subject is None and named and draft.kind in _SPEAKING:
                draft.subject = named[0]
            alone = all(t.deal is None for t in draft.tellings)
            if draft.kind == "any" and alone and not any(d is not draft and d.ids == draft.ids for d in self.drafts):
                draft.kind = "memorandum"
            if draft.kind == "agreement" and draft.tellings[0].deal is not None and _is_one_of(draft, memos):
                draft.kind = "memorandum"
            if draft.date is None and draft.of_event and draft.sentence.paragraph <= _LEAD:
                draft.date = self._event.day_told_later(draft.sentence.paragraph, _LEAD)

    def _see_days(self, sentence: Sentence, found: Sequence[Trigger]) -> None:
        scene, published = self.scene, self.scene.article.published
        for date in scene.dates_in(sentence.start, sentence.end):
            self._event.see(date.value, sentence.paragraph, published)
        for trigger in found:
            if trigger.act is not None and status_of(trigger, "any")[0] == "signed":
                signed = own_date(scene, trigger, "signed")
                self._event.sign(signed.value if signed else None, sentence.paragraph, published)

    def _see_topic(self, sentence: Sentence, before: int) -> None:
        """Remember the last subject of the sentence before a place."""
        if before <= sentence.start:
            return
        scene = self.scene
        pair = pair_in(scene, sentence.start, before, scene.words.korean.grammar.pair_topic)
        if pair is None:
            self._topic = Topic(partial(_subjects, scene, sentence, before), sentence.paragraph, self._topic)
            return
        last = _subjects(scene, sentence, before)
        if not last or pair[1].start > last[-1].start:
            # Now, for what the pair stands for are the drafts up to here.
            last = both(scene, pair[0], pair[1], self.drafts) or last
        if last:
            self._topic = Topic(lambda: last, sentence.paragraph)

    def _is_item(self, sentence: Sentence) -> bool:
        if self._frame is None or sentence.paragraph - self._frame.paragraph > _LIST:
            return False
        grammar = self.scene.words.korean.grammar
        bullet = grammar.bullet.match(self.scene.plain, sentence.start)
        item = sentence.role == "item" or bool(bullet)
        place = (self.scene.plain, sentence.start, sentence.end)
        item = item and (not grammar.sentence_end.search(*place) or bool(grammar.item_end.search(*place)))
        if item:
            frame = self._frame
            self._frame = Frame(frame.kind, frame.status, frame.date, sentence.paragraph)
        return item

    def _bare_item(self, sentence: Sentence) -> list[Draft]:
        """A list item that names who and what, but not the deal: the opener has told it."""
        scene, frame = self.scene, self._frame
        if frame is None or scene.words.korean.grammar.sentence_end.search(scene.plain, sentence.start, sentence.end):
            return []
        placed = placed_in(scene, scene.named_in(sentence.start, sentence.end), sentence.end)
        names = [p.named for p in placed if p.part in (NO_PART, "with", *SUBJECTS) and p.named.kind != STATE]
        if not names or names[0].start - sentence.start > 60:
            return []
        span = Span.of(scene.text, sentence.start, sentence.end)
        parties = Parties(tuple(names[:4]), "named")
        draft = Draft(frame.kind, frame.status, parties, sentence, span, frame.date, apart=True)
        draft.date = draft.date or self._event.day_for(sentence.paragraph, 12)
        draft.because = [Because("parties", n.span, "list") for n in parties.names]
        draft.evidence = [span]
        draft.tellings = [Telling(None, sentence, span.start, span.end)]
        return [draft]

    def _one_of(self, sentence: Sentence) -> list[Draft]:
        """Of several deals counted right before, the one that this tells: "다른 한 건은 ... 빌려준다"."""
        scene, last = self.scene, self.drafts[-1] if self.drafts else None
        grammar = scene.words.korean.grammar
        if last is None or self._counted is not last.sentence or sentence.paragraph - last.sentence.paragraph > 1:
            return []
        cuts = list(grammar.one_of.finditer(scene.plain, sentence.start, sentence.end))
        if not cuts or cuts[0].start() - sentence.start > _OPENING:
            return []
        found = []
        for n, m in enumerate(cuts):
            end = cuts[n + 1].start() if n + 1 < len(cuts) else sentence.end
            values = [Value(f.low, f.high, f.currency) for f in scene.figures_in(m.end(), end)]
            subject = paid_for(scene, m.end(), end) or object_of(scene, m.end(), end)
            if m["first"]:
                last.subject, last.values = subject, values or last.values
                last.evidence.append(Span.of(scene.text, sentence.start, sentence.end))
                last.tellings.append(Telling(None, sentence, m.start(), end))
                continue
            span = Span.of(scene.text, m.start(), end)
            one = dataclasses.replace(last, subject=subject, span=span, values=values, apart=True)
            one.because = [b for b in last.because if b.cell != "value"]
            one.evidence = [*last.evidence[:1], Span.of(scene.text, sentence.start, sentence.end)]
            one.tellings = [Telling(None, sentence, span.start, span.end)]
            found.append(one)
        return found

    def _frame_of(self, sentence: Sentence, found: Sequence[Trigger], counted: Sequence[Trigger]) -> Frame | None:
        scene = self.scene
        opener = scene.words.korean.grammar.opener
        if not counted and not opener.search(scene.plain, sentence.start, sentence.end):
            return None
        kinds = [t.deal.kind for t in counted or found if t.deal]
        before = self._frame.kind if self._frame and sentence.paragraph - self._frame.paragraph <= _LIST else "any"
        kind = next((k for k in kinds if k != "any"), before)
        return Frame(kind, "signed", self._event.day_for(sentence.paragraph, 6), sentence.paragraph)


def _subjects(scene: Scene, sentence: Sentence, before: int) -> tuple[Named, ...]:
    """The last subject of the sentence before a place."""
    named = scene.named_in(sentence.start, before)
    placed = placed_in(scene, with_echoes(scene, named, sentence.start, before), sentence.end)
    subjects = [p for p in placed if p.part in (*SUBJECTS, "according") and p.named.kind not in (STATE, "media")]
    last: tuple[Named, ...] = ()
    if not subjects and placed and placed[0].part == "of" and placed[0].named.kind not in (STATE, "media"):
        # "A의 베트남 사업은 ..." speaks of A.
        owners = [p for p in placed if p.part == "of"]
        owners = owners[: 1 + next((n for n, p in enumerate(owners) if not p.listed), 0)]
        owned = scene.words.korean.grammar.owned.match(scene.plain, owners[-1].end + 1, sentence.end)
        opens = placed[0].start - sentence.start <= _OPENING
        last = tuple(p.named for p in owners) if owned and opens else ()
    if subjects:
        end = _speaking(subjects)
        last = tuple(p.named for p in subjects if p is end or (p.listed and p.part == end.part))
    return last


def _speaking(subjects: Sequence[Placed]) -> Placed:
    """Of whom a sentence goes on to speak: its last subject, but of a topic where others are told in between."""
    topics = [p for p in subjects if p.part == "topic"]
    inner = subjects[-1].part == "subject" and topics and subjects[-1].named.country == topics[-1].named.country
    return topics[-1] if inner else subjects[-1]


def _is_one_of(draft: Draft, memos: Sequence[Draft]) -> bool:
    """Whether an agreement is a memorandum told of the same parties, and of no other day."""
    alike = [m for m in memos if m.ids == draft.ids]
    return any(not (m.own_date and draft.own_date) or compatible(m.date, draft.date) for m in alike)


def _tell_how_made(drafts: Sequence[Draft]) -> None:
    """Give a deal that is over the other side of what tells how it was made: "계약이 끝났다. 2021년 B와 맺었다"."""
    for over, made in pairwise(drafts):
        near = made.sentence.paragraph - over.sentence.paragraph <= 1 and made.status == "signed" and made.own_date
        if over.status not in ("ended", "completed") or len(over.ids) != 1 or not near or made.apart:
            continue
        # What was made anew after the end is another deal.
        older = made.date is not None and (over.date is None or made.date < over.date)
        if older and made.kind == over.kind and over.ids < made.ids and made.sentence != over.sentence:
            over.parties, made.again = made.parties, True
