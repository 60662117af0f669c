"""Deals that the program has read, beside those that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from training.examples import Deal

from pactbook.claims.agreements.drafts import Draft


def paired(drafts: Sequence[Draft], deals: Sequence[Deal]) -> Iterator[tuple[Draft, Deal]]:
    """Each draft with the deal that it shares most with; each at most once, and none without a common party."""
    likeness = sorted(
        (
            (_likeness(draft, deal), -m, -n)
            for m, draft in enumerate(drafts)
            for n, deal in enumerate(deals)
            if draft.ids & deal.parties
        ),
        reverse=True,
    )
    drafts_left, deals_left = set(range(len(drafts))), set(range(len(deals)))
    for _, m, n in likeness:
        if -m in drafts_left and -n in deals_left:
            drafts_left.remove(-m)
            deals_left.remove(-n)
            yield drafts[-m], deals[-n]


def _likeness(draft: Draft, deal: Deal) -> float:
    shared = 2 * len(draft.ids & deal.parties) / (len(draft.ids) + len(deal.parties))
    return shared + 0.5 * (draft.kind in deal.kinds) + 0.2 * (draft.status in deal.stages)
