"""Put the tellings of one deal in one article together."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.drafts import FOR_STATE, LOOSE, Draft, has_word, merge
from pactbook.claims.agreements.parties import BETWEEN_STATES
from pactbook.model.edtf import compatible

#: Kinds that a word as loose as "agreement" never means.
_STRICT = frozenset({"licence", "declaration", "partnership", "action_plan"})
#: Stages whose date is not that of the signing: "it expired last year".
_STANDING = frozenset({"in_force", "completed", "ended"})
#: How many paragraphs "the document" reaches back where it names nobody.
_REACH = 4


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """Put the tellings of each deal together, in the order of the text."""
    settled: list[Draft] = []
    for draft in drafts:
        home = _home_of(draft, settled)
        if home is None:
            lone = draft.kind == "any" and len(draft.ids) < 2
            unnamed = not draft.ids or lone or draft.parties.how != "named"
            if draft.again and unnamed and not _is_made_anew(draft, settled):
                continue
            draft.again = False
            settled.append(draft)
        else:
            merge(home, draft)
    return settled


def _is_made_anew(draft: Draft, settled: Sequence[Draft]) -> bool:
    """Whether a treaty told before was made anew years later: "the investment pact was rewritten in 2003"."""
    if draft.kind not in BETWEEN_STATES or not draft.own_date or not draft.matter or draft.status != "signed":
        return False
    return any(d.own_date and d.kind == draft.kind and d.matter == draft.matter for d in settled)


def _home_of(draft: Draft, settled: Sequence[Draft]) -> Draft | None:
    """The draft that tells the same deal: the last of the very kind where the words point back, else the last."""
    of_kind = draft.again or draft.kind not in LOOSE
    home: Draft | None = None
    for told in reversed(settled):
        exact = told.kind == draft.kind
        if (home is None or exact) and same_deal(told, draft):
            if exact or not of_kind:
                return told
            home = told
    return home


def kinds_agree(one: str, two: str) -> bool:
    """Whether two words for a kind may speak of one deal."""
    if one in (two, "any") or two == "any":
        return True
    return (one == "agreement" and two not in _STRICT) or (two == "agreement" and one not in _STRICT)


def same_deal(one: Draft, two: Draft) -> bool:
    """Whether two drafts of one article tell the same deal; ``two`` stands behind ``one``."""
    if _contradict(one, two):
        return False
    if two.again:
        return _goes_back(one, two)
    return not _is_another(one, two) and (_share_parties(one, two) or _signed_for(one, two))


def _signed_for(one: Draft, two: Draft) -> bool:
    """Whether ministers sign in ``two`` for the states of the treaty ``one``: "It was signed by the ministers"."""
    if one.kind != "treaty" or not two.definite or not two.ids or two.kind not in (one.kind, *LOOSE):
        return False
    near = two.sentence.paragraph - one.sentence.paragraph <= 1
    acts = all(n.kind in FOR_STATE for n in two.parties.names)
    return near and acts and {n.country for n in two.parties.names} <= one.ids


def _contradict(one: Draft, two: Draft) -> bool:
    """Whether kind, matter or date keep the two apart, or one sentence counts them as two."""
    if not ((one.guessed and two.again) or kinds_agree(one.kind, two.kind)):
        return True
    ends = two.again and (two.status in _STANDING or one.status in _STANDING)
    dates = one.own_date and two.own_date and not ends and not compatible(one.date, two.date)
    if (one.guessed or two.guessed) and one.date and two.date and not ends:
        dates = dates or not compatible(one.date, two.date)
    matters = bool(one.matter and two.matter and one.matter != two.matter)
    matters = matters or bool(one.family and two.family and one.family != two.family)
    counted = one.sentence == two.sentence and (two.listed or (one.member and two.member))
    news = (one.of_event and two.recalled) or (two.of_event and one.recalled)
    return dates or matters or counted or (news and not two.again)


def _goes_back(one: Draft, two: Draft) -> bool:
    """Whether "the document" may be ``one``."""
    if not two.ids:
        return two.sentence.paragraph - one.sentence.paragraph <= _REACH
    if two.parties.how != "named" or one.parties.how != "named":
        return True
    if two.kind == "licence":
        # "The certificate" that an office hands over is the one that the province has granted.
        return two.sentence.paragraph - one.sentence.paragraph <= _REACH
    if one.kind in BETWEEN_STATES and {n.country for n in two.parties.names} <= one.ids:
        return True
    return one.ids >= two.ids or two.ids >= one.ids


def _is_another(one: Draft, two: Draft) -> bool:
    """Whether words or stages set ``two`` apart: another deal, or a plan for one after one was signed."""
    if two.apart or one.many != two.many:
        return True
    if two.parties.how == "default" and two.kind not in BETWEEN_STATES:
        return True
    if two.kind == one.kind == "contract" and two.matter not in ("", one.matter) and not two.definite:
        return True  # "a contract to supply gas ... talks over a power purchase agreement"
    if one.status in AHEAD and two.status not in AHEAD and two.recalled and two.own_date:
        return True  # what was signed years ago is not what is asked for now
    # An item of a list of what was signed is none of the plans that are told behind the list.
    same_matter = bool(one.matter and one.matter == two.matter) and (two.definite or not one.recalled)
    recalled = (two.definite and not one.guessed) or same_matter
    if two.status in AHEAD and one.status not in AHEAD and not recalled and not _only_goes_on(one, two):
        return True
    if one.status in AHEAD and two.status not in AHEAD and two.recalled and not two.again:
        return True  # what is wished for is none of what was signed long ago
    loose = two.kind == "agreement" and one.kind in BETWEEN_STATES and not two.definite
    if one.matter and loose and two.status in AHEAD:
        return True  # an agreement on seafarers that is wished for is not the treaty on social security just told
    return "ended" in (one.status, two.status) and one.status != two.status


def _only_goes_on(one: Draft, two: Draft) -> bool:
    """Whether ``two`` only says what the parties of ``one`` will do: "The two firms will jointly develop ..."."""
    bare = two.kind == "agreement" and not two.date and not two.values and not has_word(two)
    return bare and one.status == "signed" and one.ids == two.ids and len(one.ids) > 1


def _share_parties(one: Draft, two: Draft) -> bool:
    if one.kind in BETWEEN_STATES and one.kind == two.kind and one.ids == two.ids:
        return one.matter == two.matter or ("" in (one.matter, two.matter) and two.definite)
    first, second = one.ids, two.ids
    shared = first & second
    if one.kind != two.kind or one.kind in LOOSE:
        return bool(shared) and (first >= second or second >= first)
    return len(shared) >= max(1, min(len(first), len(second), 2))
