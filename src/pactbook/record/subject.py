"""How the matter of an agreement is put: one wording to show, and those of the other languages beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pactbook.model.agreement import AgreementRecord, Cell, Reported
from pactbook.model.article import Language
from pactbook.model.told import Telling
from pactbook.model.words import LANGUAGES
from pactbook.record.compare import says_matter

_RULE = "the latest wording in the language of most sources; of equals English, then Vietnamese"


def subject_cell(told: Sequence[Telling]) -> Cell:
    """The wording to show; ``reported`` has one for each language. Differing words are no contradiction.

    A wording that says more than what kind of deal it is ("MOU") comes before all that do not, in whatever language.
    No value where no article tells the matter.
    """
    ranked = sorted(_by_language([t for t in told if t.claim.subject]).values(), key=_rank)
    reported = tuple(
        Reported(_latest(group).claim.subject, tuple(sorted(t.id for t in group)), _sources(group)) for group in ranked
    )
    rule = _RULE if len(reported) > 1 else "the latest report's wording"
    if not reported:
        return Cell("subject", "missing", None)
    return Cell("subject", "unique", reported[0].value, reported, rule=rule)


def subject_in(record: AgreementRecord, told: Sequence[Telling], language: Language) -> str:
    """The subject as an article in ``language`` puts it, unless an analyst decided it or no such article tells it."""
    group = _by_language(told).get(language)
    said = _latest(group).claim.subject if group else ""
    return record.subject if record.cell("subject").decision else said or record.subject


def _by_language(told: Sequence[Telling]) -> Mapping[Language, list[Telling]]:
    found: dict[Language, list[Telling]] = {}
    for telling in told:
        found.setdefault(telling.language, []).append(telling)
    return found


def _rank(group: Sequence[Telling]) -> tuple[bool, int, int]:
    return not says_matter(_latest(group).claim.subject), -_sources(group), LANGUAGES.index(group[0].language)


def _latest(group: Sequence[Telling]) -> Telling:
    """The latest report, of those that say more than the kind of deal if there are any."""
    return max(group, key=lambda t: (says_matter(t.claim.subject), t.published or "", t.id))


def _sources(group: Sequence[Telling]) -> int:
    return len({t.origin for t in group})
