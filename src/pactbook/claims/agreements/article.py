"""The agreements that an article states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pactbook.claims.agreements.dating import date_reason
from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.funds import lent_by_runner
from pactbook.claims.agreements.lone import name_others
from pactbook.claims.agreements.parties import BETWEEN_STATES, HOME
from pactbook.claims.agreements.phrases import Subject
from pactbook.claims.agreements.place import place_of
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.sectors import Signs
from pactbook.claims.agreements.settling import settle
from pactbook.claims.agreements.subjects import subjects_of
from pactbook.claims.agreements.value import complete_values, reasons_for
from pactbook.model.article import Article
from pactbook.model.claim import AgreementClaim, Body, FigureClaim
from pactbook.model.mention import Mentions
from pactbook.model.span import Span

if TYPE_CHECKING:
    from pactbook.claims.agreements.korean.reader import KoreanReader
    from pactbook.claims.agreements.reader import Reader


def claim_agreements(
    article: Article, mentions: Mentions, bodies: Sequence[Body], figures: Sequence[FigureClaim]
) -> tuple[AgreementClaim, ...]:
    """One claim per deal that the article tells of, in the order of the text.

    The headline is read only where the rest of the article tells of no deal: it repeats what the text says better.
    """
    scene = Scene(article, mentions, bodies, figures)
    told = told_in(scene)
    name_others(scene, told)
    for draft in told:
        draft.parties = lent_by_runner(scene, draft.kind, draft.parties)
    complete_values(scene, told)
    if not told:
        return ()
    signs = Signs(scene)
    return tuple(_claim(scene, signs, d, s) for d, s in zip(told, subjects_of(scene, told), strict=True))


def _reader(scene: Scene) -> Reader | KoreanReader:
    # Each is loaded when an article needs it: most runs see one or two languages.
    if scene.article.language == "ko":
        from pactbook.claims.agreements.korean.reader import KoreanReader  # noqa: PLC0415

        return KoreanReader(scene)
    from pactbook.claims.agreements.reader import Reader  # noqa: PLC0415

    return Reader(scene)


def told_in(scene: Scene) -> list[Draft]:
    """The deals that the words of rules tell, before what they leave open is filled by weights."""
    reader = _reader(scene)
    for headline in (False, True):
        for sentence in scene.article.sentences:
            if (sentence.role == "headline") is headline:
                reader.read(sentence)
        reader.finish()
        if told := [d for d in settle(reader.drafts) if _counts(d)]:
            return told
    return []


def _counts(draft: Draft) -> bool:
    """Whether the codebook counts the deal: it needs a Vietnamese or a Korean party, and states come in twos."""
    if not draft.ids or draft.again or (draft.kind in BETWEEN_STATES and len(draft.ids) < 2):
        return False
    countries = {n.country for n in draft.parties.names}
    # Nobody knows where some bodies belong; they count unless a known one belongs elsewhere.
    return bool(countries & set(HOME)) or countries == {None}


def _claim(scene: Scene, signs: Signs, draft: Draft, subject: Subject) -> AgreementClaim:
    deal = next((b.span for b in draft.because if b.cell == "kind"), draft.span)
    sectors, shown = signs.sectors_of(draft, deal, subject.span)
    place = place_of(scene, draft)
    evidence = draft.evidence
    if len(evidence) > 1:
        lead = max(evidence, key=lambda e: _tells(draft, e))
        evidence = sorted(evidence, key=lambda e: (e != lead, e.start))
    said = (subject.because,) if subject.words else ()
    others = (date_reason(scene, draft), place)
    reasons = (*draft.because, *said, *shown, *reasons_for(scene, draft), *(b for b in others if b))
    return AgreementClaim(
        kind="agreement" if draft.kind == "any" else draft.kind,
        status=draft.status,
        parties=draft.parties.ids,
        date=draft.date,
        subject=subject.words,
        sectors=sectors,
        value=tuple(draft.values),
        place=place.span.text if place else None,
        evidence=tuple(evidence),
        because=reasons,
    )


def _tells(draft: Draft, sentence: Span) -> int:
    """How much of the deal a sentence tells: its parties, its kind and its act."""
    start, end = sentence.start, sentence.end
    cells = {b.cell for b in draft.because if start <= b.span.start and b.span.end <= end}
    parties = {n.id for n in draft.parties.names if start <= n.start and n.end <= end}
    return 2 * len(parties) + 2 * ("kind" in cells) + ("status" in cells)
