"""Decisions, and what waits for them, as the terminal shows them."""

from __future__ import annotations

from collections.abc import Iterable

from pactbook.cli.output import print_json
from pactbook.cli.screen import say
from pactbook.model.agreement import AgreementRecord
from pactbook.model.decision import AMOUNT_FIELDS, BODY, FIGURE, Anchor, Decision
from pactbook.record.contradictions import Contradiction
from pactbook.record.rulings import Located, standing
from pactbook.search.queue import Queue
from pactbook.wording import by, joined, meaning, party_names, short, spaced, whole_amounts


def said_of(decision: Decision) -> str:
    """What was decided, in few words: ``edit kind = loan``."""
    if decision.action == "edit":
        if decision.field in AMOUNT_FIELDS and decision.value:
            return f"edit {decision.field} = {'; '.join(map(whole_amounts, decision.value))}"
        new = {anchor.article: f"{anchor.article} (new: {anchor.quote})" for anchor in decision.entered}
        return f"edit {decision.field} = {'; '.join(new.get(v, v) for v in decision.value) or '(nothing)'}"
    if decision.on_bodies:
        sign = " = " if decision.action == "same" else " ≠ "
        return f"{decision.action}: {sign.join(anchor.quote for anchor in decision.anchors)}"
    if decision.action == "undo":
        return f"undo {short(decision.undoes or '')}"
    return decision.action


def show_log(log: list[Located], as_json: bool) -> None:
    """Decisions in time, with what each was found to be about."""
    stand = {d.id for d in standing(one.decision for one in log)}
    for one in log:
        if as_json:
            print_json(one)
            continue
        decision = one.decision
        taken_back = decision.action != "undo" and decision.id not in stand
        say((said_of(decision), "bold"), " (taken back)" if taken_back else "", "  ", (short(decision.id), "dim"))
        say((joined((decision.who, decision.when[:16].replace("T", " "), decision.why)), "dim"), indent=2)
        for anchor, found in zip((*decision.anchors, *decision.others), (*one.anchors, *one.others), strict=True):
            if anchor.what == BODY:
                continue
            say(_about(anchor), "  ", (short(found) if found else "not found", "dim" if found else "yellow"), indent=4)
    if not log and not as_json:
        say("No decisions.")


def _about(anchor: Anchor) -> str:
    if anchor.what == FIGURE:
        return f"{spaced(anchor.kind)} · “{anchor.quote}”"
    if anchor.quote and not anchor.kind:
        return f"{anchor.quote} ({anchor.article})"
    if not anchor.quote:
        return f"article {short(anchor.article)}"
    words = " ".join(anchor.quote.split())
    return f"{spaced(anchor.kind)} · “{words if len(words) <= 100 else words[:99] + '…'}”"


def show_queue(queue: Queue) -> None:
    """What to look at first, kind by kind."""
    _heading("Unsure", len(queue.unsure))
    for unsure in queue.unsure:
        _line(queue, unsure.agreement, f"{unsure.confidence:.0%} sure")
    _heading("Unsure sums", len(queue.figures))
    for sum_ in queue.figures:
        claim = sum_.figure.claim
        facts = joined((f"“{claim.span.text}”", meaning(claim)))
        say((short(sum_.figure.id), "cyan"), "  ", facts, "  ", (f"{sum_.confidence:.0%} sure", "yellow"), indent=2)
    _heading("Told differently", len(queue.conflicts))
    for conflict in queue.conflicts:
        _line(queue, conflict.agreement, ", ".join(conflict.fields))
    _heading("Likely to be one", len(queue.pairs))
    for pair in queue.pairs:
        _line(queue, pair.one, "")
        _line(queue, pair.other, "; ".join(pair.reasons))
        if pair.against:
            say(("against it: " + "; ".join(pair.against), "dim"), indent=4)
        say()
    _heading("Bodies likely to be one", len(queue.namesakes))
    for likely in queue.namesakes:
        both = " = ".join(f"{queue.names[body]} ({body})" for body in (likely.one, likely.other))
        say(both, "  ", (f"{likely.score}: {'; '.join(likely.reasons)}", "yellow"), indent=2)
    _heading("Decisions that contradict each other", len(queue.contradictions))
    show_contradictions(queue.contradictions)
    _heading("Decisions without their claim", len(queue.orphans))
    for orphan in queue.orphans:
        say(said_of(orphan.decision), "  ", (short(orphan.decision.id), "dim"), indent=2)


def show_contradictions(found: Iterable[Contradiction]) -> None:
    """Both decisions, and which of them holds."""
    for one in found:
        about = next((_about(anchor) for anchor in one.later.anchors if not one.later.on_bodies), "")
        say(about or "two bodies", indent=2)
        for decision, note in ((one.earlier, "overruled"), (one.later, "holds")):
            said = joined((said_of(decision), by(decision)), "  ")
            say(said, "  ", (joined((short(decision.id), note)), "dim"), indent=4)


def _heading(words: str, number: int) -> None:
    say((f"{words}: {number or 'nothing'}", "bold"))


def _line(queue: Queue, agreement: AgreementRecord, note: str) -> None:
    facts = joined(
        (party_names(agreement.parties, queue.names), spaced(agreement.kind), agreement.date, agreement.subject)
    )
    say((short(agreement.id), "cyan"), "  ", facts, "  ", (note, "yellow"), indent=2)
