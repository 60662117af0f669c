"""Run the finders over an article."""

from __future__ import annotations

from pactbook.mentions.agreements import find_cues
from pactbook.mentions.dates.find import find_dates
from pactbook.mentions.money.find import find_money
from pactbook.mentions.organisations.find import find_bodies
from pactbook.mentions.states import find_states
from pactbook.model.article import Article
from pactbook.model.mention import Mentions


def find(article: Article) -> Mentions:
    """Find every mention in ``article``; each span's quote stands where the span says."""
    states = find_states(article)
    return Mentions(
        bodies=find_bodies(article, states),
        states=states,
        money=find_money(article),
        dates=find_dates(article),
        cues=find_cues(article),
    )
