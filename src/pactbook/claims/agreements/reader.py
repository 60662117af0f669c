"""Read an article sentence by sentence into drafts, keeping in mind what later sentences lean on."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.agreements.acts import AHEAD, acts_in
from pactbook.claims.agreements.context import Context
from pactbook.claims.agreements.date_clause import is_counted_from
from pactbook.claims.agreements.dating import own_date, share_dates
from pactbook.claims.agreements.draft_date import has_crosshead, tell_date
from pactbook.claims.agreements.drafting import core_span, draft_of, give_reasons
from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.event import Event, can_be_event
from pactbook.claims.agreements.frames import Frame, frame_of
from pactbook.claims.agreements.handed_out import counted_licences, one_by_one
from pactbook.claims.agreements.named_parties import named_parties
from pactbook.claims.agreements.older import newer_of, older_of
from pactbook.claims.agreements.pairs import home_states
from pactbook.claims.agreements.parties import NOBODY, OFFICES, Parties
from pactbook.claims.agreements.parting import one_for_each
from pactbook.claims.agreements.replaced import one_replaced, replaced_by
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.status import status_of
from pactbook.claims.agreements.trigger_finder import triggers
from pactbook.claims.agreements.triggers import Trigger
from pactbook.claims.agreements.value import values_in
from pactbook.model.article import Sentence
from pactbook.model.claim import Because
from pactbook.model.mention import CueMention
from pactbook.model.span import Span

#: How many paragraphs at the head of an article count as its lead.
_LEAD = 3
#: Within so many paragraphs a notice tells the terms of its deal line by line.
_FORM = 6


class Reader:
    """Goes through one article; ``drafts`` grows in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.drafts: list[Draft] = []
        self._event = Event()
        self._frame: Frame | None = None
        self._handed: Draft | None = None
        #: Days on which a signing was held, and the paragraphs that tell them.
        self._held: list[tuple[str, int]] = []

    def read(self, sentence: Sentence) -> None:
        """Read one sentence and add its drafts."""
        item = self._frame is not None and self._frame.takes(self.scene, sentence) and self._opens_item(sentence)
        found = triggers(self.scene, sentence)
        self._see_days(sentence, found)
        drafts = self._told(sentence, found, item) if found else []
        if item:
            drafts = self._told_as_item(sentence, found, drafts)
        if not drafts:
            drafts = self._goes_on(sentence)
        if drafts and any(d.member for d in drafts):
            drafts = self._one_by_one(drafts)
        drafts = drafts or self._handed_out(sentence)
        self.drafts.extend(drafts)
        self._see_replaced(sentence, drafts)
        self._frame = frame_of(self.scene, sentence, found, drafts, self._frame, self._event) or self._frame

    def _see_replaced(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Add the old deal whose place the one just told takes: "It replaces one signed in 2008"."""
        near = self.drafts and sentence.paragraph - self.drafts[-1].sentence.paragraph <= 1
        new = drafts[0] if drafts else self.drafts[-1] if near else None
        old = replaced_by(new, sentence, self.scene) if new else None
        if old is not None:
            self.drafts.append(old)

    def _told_as_item(self, sentence: Sentence, found: Sequence[Trigger], drafts: list[Draft]) -> list[Draft]:
        """The deals of a list item; one that has no word for its deal is told by the opener of the list."""
        if not drafts and not any(t.many for t in found):
            return self._bare_item(sentence)
        if self._frame and any(d.ids and not d.many for d in drafts):
            self._told_by_items(self._frame)
        return drafts

    def _handed_out(self, sentence: Sentence) -> list[Draft]:
        """Licences that were counted before, one by one; they stand for the count."""
        last = self.drafts[-1] if self.drafts else None
        if last is not None and counted_licences(last, self.scene):
            self._handed = last
        found = one_by_one(self._handed, sentence, self.scene) if self._handed else []
        if found and self._handed in self.drafts:
            self.drafts.remove(self._handed)
        return found

    def _opens_item(self, sentence: Sentence) -> bool:
        """Whether the sentence is not one of those that follow the first of an item."""
        if sentence.role != "item":
            return True
        before = self.scene.sentence_at(max(0, sentence.start - 2))
        return before is None or before.paragraph != sentence.paragraph

    def finish(self) -> None:
        """Give deals of the lead the day of the event, or of the signing, where only a later sentence tells it."""
        for draft in self.drafts:
            paragraph = draft.sentence.paragraph
            if draft.said and draft.status == "signed" and (day := self._held_later(draft)):
                draft.date = day
            if draft.date is None and draft.of_event and paragraph <= _LEAD:
                told = self._event.day_told_later(paragraph, _LEAD)
                if told and not has_crosshead(self.scene, paragraph, self._event.first_paragraph):
                    draft.date = told

    def _held_later(self, draft: Draft) -> str | None:
        """The day of the signing, told a little further on, of a deal of which only the day of saying is known."""
        return next((day for day, place in self._held if 0 <= place - draft.sentence.paragraph <= _LEAD), None)

    def _told(self, sentence: Sentence, found: Sequence[Trigger], item: bool) -> list[Draft]:
        drafts: list[Draft] = []
        counted = next((t for t in found if t.many), None)
        for trigger in found:
            context = Context(self.scene, sentence, self.drafts, drafts, self._event, self._frame, counted, item)
            draft = draft_of(trigger, context)
            if draft is not None:
                drafts.extend(one_for_each(draft, trigger, self.scene))
                other = older_of(draft, trigger, self.scene) or newer_of(draft, trigger, self.scene)
                if other is not None:
                    drafts.append(other)
        if len(drafts) > 1:
            share_dates(drafts)
        return drafts

    def _see_days(self, sentence: Sentence, found: Sequence[Trigger]) -> None:
        """Remember the day of the event; a day on which something was signed, be it only counted, tells most."""
        scene, published = self.scene, self.scene.article.published
        dates = scene.dates_in(sentence.start, sentence.end)
        dates = [d for d in dates if d.value and can_be_event(d.value, published)] if dates else dates
        if not dates:
            return  # no trigger has such a day either
        if scene.grammar.leaving.search(scene.plain, sentence.start, sentence.end):
            return
        if scene.grammar.signing_held.search(scene.plain, sentence.start, sentence.end):
            self._held.extend((d.value, sentence.paragraph) for d in dates if d.value)
        for date in dates:
            signed_on = scene.grammar.signing_label.search(scene.before(date.span.start, 36))
            if (self._event.is_of_signing and not signed_on) or is_counted_from(scene, date):
                continue
            self._event.see(date.value, sentence.paragraph, published)
            if signed_on:
                self._event.sign(date.value, sentence.paragraph, published)
        for trigger in found:
            if trigger.act is not None and status_of(scene, trigger, "any")[0] == "signed":
                signed = own_date(scene, trigger, "signed")
                self._event.sign(signed.value if signed else None, sentence.paragraph, published)

    def _one_by_one(self, drafts: list[Draft]) -> list[Draft]:
        """Drop the count where its members are told; keep it as the first member in "memoranda with A and with B"."""
        if self._frame and self._frame.draft in self.drafts:
            self.drafts.remove(self._frame.draft)
            self._frame.draft = None
        starts = [self.scene.grammar.and_with.match(self.scene.plain, d.span.start) for d in drafts]
        if all(d.many or start for d, start in zip(drafts, starts, strict=True)):
            for draft in drafts:
                draft.many, draft.member = False, True
            return drafts
        return [d for d in drafts if not d.many]

    def _told_by_items(self, frame: Frame) -> None:
        """Drop the count of what one side brought home: each is told by itself."""
        if frame.draft in self.drafts and len(frame.draft.ids) == 1:
            self.drafts.remove(frame.draft)
            frame.draft = None

    def _bare_item(self, sentence: Sentence) -> list[Draft]:
        """A list item that names who and what, but not the deal: the opener has told it."""
        scene, frame = self.scene, self._frame
        if frame is None or frame.of_one:
            return []
        found = scene.grammar.part_break.finditer(scene.plain, sentence.start, sentence.end)
        breaks = [m.span() for m in found]
        starts, ends = [sentence.start, *(e for _, e in breaks)], [*(s for s, _ in breaks), sentence.end]
        parts = [(s, e) for s, e in zip(starts, ends, strict=True) if self._has_two_sides(s, e)]
        if len(parts) < 2:
            parts = [(sentence.start, sentence.end)]
        return [d for start, end in parts for d in self._bare_part(sentence, frame, start, end)]

    def _has_two_sides(self, start: int, end: int) -> bool:
        return len({n.country for n in self.scene.named_in(start, end) if n.kind != STATE}) > 1

    def _bare_part(self, sentence: Sentence, frame: Frame, start: int, end: int) -> list[Draft]:
        scene = self.scene
        names = [n for n in scene.named_in(start, end) if n.kind != STATE]
        parties = Parties(tuple(names[:4]), "named")
        offices = tuple(n for n in frame.parties.names if n.kind in OFFICES) if frame.kind == "licence" else ()
        firms = tuple(n for n in names if n.kind == "company" and n.end <= self._title_end(start, end))
        licensed = bool(offices and firms)
        if licensed:
            parties = Parties((*offices, *firms), "named")
        elif len({n.country for n in names}) < 2:
            if not scene.cues_in(start, end, "pair"):
                return []
            parties = Parties(home_states(scene), "pair")
        span = Span.of(scene.text, start, end)
        draft = Draft(frame.kind, frame.status, parties, sentence, span, frame.date, apart=True, guessed=True)
        draft.member = licensed
        draft.values = values_in(scene, frame.kind, start, end) if licensed else []
        draft.because = [Because("parties", n.span, "list") for n in parties.names]
        draft.evidence = [span]
        draft.tellings = [Telling(None, sentence, start, end)]
        return [draft]

    def _title_end(self, start: int, end: int) -> int:
        """Where the firm of an item ends and what it will do begins: "Taeyang Foundry[:] castings for ship engines"."""
        found = self.scene.grammar.item_title.search(self.scene.plain, start, end)
        return found.start() if found else end

    def _goes_on(self, sentence: Sentence) -> list[Draft]:
        """A sentence that goes on about the deal before: "It took effect in December", "... and will sign it"."""
        scene, grammar = self.scene, self.scene.grammar
        if self.drafts and self._tells_day(self.drafts[-1], sentence):
            return []
        if not self.drafts or sentence.paragraph - self.drafts[-1].sentence.paragraph > 1:
            return []
        acts = acts_in(scene, sentence.start, sentence.end)
        act = next((a for a in acts if grammar.upon_it.match(scene.plain, a.span.end)), None) if acts else None
        it_was = self._it_was(sentence, acts) if acts and act is None else None
        act = act or it_was
        stages = [s for s in scene.cues_in(sentence.start, sentence.end, "stage") if self._may_stand(s)]
        if act is None and not (stages and grammar.goes_on.match(scene.plain, sentence.start)):
            others = scene.cues_in(sentence.start, sentence.end, "other")
            if others and not one_replaced(scene, sentence.start, sentence.end):
                self._names_other_party(sentence, others)
            return []
        if one_replaced(scene, sentence.start, sentence.end):
            return []  # "It replaces one that expired": nothing is said of "it" itself
        trigger = Trigger(None, act, None if act else stages[0], sentence.start, sentence.end)
        status, cue = status_of(scene, trigger, "any")
        named = named_parties(scene, trigger, "any") if act and not it_was else NOBODY
        parties = Parties(tuple(n for n in named.names if act and n.end <= act.span.start), named.how)
        draft = Draft("any", status, parties, sentence, core_span(scene, trigger), again=True)
        if status not in AHEAD or self.drafts[-1].status in AHEAD:
            tell_date(draft, trigger, Context(scene, sentence, self.drafts, (), self._event, None, None, False), None)
        give_reasons(draft, trigger, scene)
        if cue is not None:
            draft.because.append(Because("status", cue.span, cue.rule))
        return [draft]

    def _it_was(self, sentence: Sentence, acts: Sequence[CueMention]) -> CueMention | None:
        """The act in "It was signed in May", "They signed on Monday", which go on about the deal before."""
        grammar, plain = self.scene.grammar, self.scene.plain
        made = [a for a in acts if grammar.signs.fullmatch(plain, a.span.start, a.span.end)]
        it_was = (a for a in made if grammar.it_was.fullmatch(plain, sentence.start, a.span.start))
        return next(it_was, None) or next((a for a in made if grammar.signed_then.match(plain, a.span.end)), None)

    def _may_stand(self, stage: CueMention) -> bool:
        """Whether the last deal is of a kind of which the stage is said."""
        return not stage.kinds or self.drafts[-1].kind in stage.kinds

    def _tells_day(self, last: Draft, sentence: Sentence) -> bool:
        """Whether a line of a notice tells the day of the deal before: "Ngày ký: 2/3/2016"; the deal takes it."""
        scene = self.scene
        if sentence.paragraph - last.sentence.paragraph > _FORM or last.date is not None:
            return False
        opened = scene.grammar.form_day.match(scene.plain, sentence.start)
        dates = [d for d in scene.dates_in(opened.end(), sentence.end) if d.value] if opened else []
        if not dates:
            return False
        last.date, last.own_date = dates[0].value, True
        last.because.append(Because("date", dates[0].span, dates[0].rule))
        last.evidence.append(Span.of(scene.text, sentence.start, sentence.end))
        return True

    def _names_other_party(self, sentence: Sentence, others: Sequence[CueMention]) -> None:
        """Take the party missing from the last deal of a sentence that names it: "The client is VAPCO"."""
        scene = self.scene
        last = next((d for d in reversed(self.drafts) if d.ids), self.drafts[-1])
        for cue in others:
            name = scene.next_named(cue.span.end)
            if not name or name.start - cue.span.end >= 6 or name.kind == STATE:
                continue
            if len(last.ids) > 1 and scene.grammar.seller.match(scene.plain, cue.span.start):
                self._names_seller(last, name, sentence)
            elif len(last.ids) == 1:
                last.parties = Parties((*last.parties.names, name), last.parties.how)
                last.because.append(Because("parties", name.span, cue.rule))
                last.evidence.append(Span.of(scene.text, sentence.start, sentence.end))

    def _names_seller(self, last: Draft, seller: Named, sentence: Sentence) -> None:
        """Put the seller in the place of what was sold: "A bought 70% of B. The seller is C"."""
        buyers = tuple(n for n in last.parties.names if n.end <= last.span.start)
        if last.kind != "contract" or any(t.deal for t in last.tellings) or not buyers:
            return
        last.parties = Parties((buyers[0], seller), last.parties.how)
        last.because = [b for b in last.because if b.cell != "parties"]
        last.because += [Because("parties", n.span, "seller") for n in last.parties.names]
        last.evidence.append(Span.of(self.scene.text, sentence.start, sentence.end))
