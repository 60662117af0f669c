"""The words and filters of an address as a question. They are those of ``pactbook search``."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends
from fastapi import Query as In

from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES, LANGUAGES, MEASURES, SECTORS
from pactbook.search.query import Sort

#: The most rows of one page, and of one filter's values.
MOST = 200
_VALUES = 50

Said = Annotated[str, In(max_length=200)]
Several = list[Said]


def _one_of(words: tuple[str, ...]) -> str:
    return "Any of: " + ", ".join(words) + "."


def _several(about: str) -> Any:
    return In(description=f"{about} Given several times, any one will do.", max_length=_VALUES)


def filters(  # noqa: PLR0913 - one parameter for each filter: that is how an address says them
    q: Annotated[str, In(max_length=1000, description="Words, in the language of docs/query.md.")] = "",
    *,
    party: Annotated[Several, _several("A body or state: a name in any language, an acronym or an id.")] = [],  # noqa: B006
    country: Annotated[Several, _several("A side: an ISO 3166 code or a name.")] = [],  # noqa: B006
    kind: Annotated[Several, _several(_one_of(AGREEMENT_KINDS))] = [],  # noqa: B006
    status: Annotated[Several, _several(_one_of(AGREEMENT_STATUSES))] = [],  # noqa: B006
    commitment: Annotated[Several, _several("How far it binds; docs/record.md lists the words.")] = [],  # noqa: B006
    sector: Annotated[Several, _several(_one_of(SECTORS))] = [],  # noqa: B006
    measure: Annotated[Several, _several(_one_of(MEASURES))] = [],  # noqa: B006
    language: Annotated[Several, _several(_one_of(LANGUAGES))] = [],  # noqa: B006
    outlet: Annotated[Several, _several("Who published it.")] = [],  # noqa: B006
    province: Annotated[Several, _several("A province or city: a name in any language.")] = [],  # noqa: B006
    year: Annotated[Several, _several("Four digits.")] = [],  # noqa: B006
    amount: Annotated[Several, _several("US dollars: >=1bn, 100m-1bn.")] = [],  # noqa: B006
    since: Annotated[str | None, In(max_length=40, description="From this date on: 2023, 2023-06, 2023-06-23.")] = None,
    until: Annotated[str | None, In(max_length=40, description="Up to the end of this date.")] = None,
) -> dict[str, Any]:
    """The question as the verbs of a Record take it: ``words`` and the filters that are set."""
    said = {
        "party": party, "country": country, "kind": kind, "status": status, "commitment": commitment,
        "sector": sector, "measure": measure, "language": language, "outlet": outlet, "province": province,
        "year": year, "amount": amount, "since": since, "until": until,
    }  # fmt: skip
    return {"words": q} | {name: value for name, value in said.items() if value}


Filters = Annotated[dict[str, Any], Depends(filters)]
Limit = Annotated[int, In(ge=1, le=MOST, description="The most rows of one page.")]
After = Annotated[str | None, In(max_length=400, description="The `next` of the page before.")]
Order = Annotated[Sort, In(description="Without words, relevance is by date.")]
