"""What the answers hold. Rows have the columns of docs/export.md; the models are made from the same list."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from pactbook.export.columns import COLUMNS, LISTS, Holds, holds

_NUMBERS = {Holds.AMOUNT: float, Holds.COUNT: int, Holds.YEAR: int, Holds.SHARE: float}


def _row(table: str, name: str) -> type[BaseModel]:
    """The model of one row; every column is there, empty ones are null."""
    columns: dict[str, Any] = {}
    for column in COLUMNS[table]:
        kind: Any = list[str] if column in LISTS[table] else _NUMBERS.get(holds(column), str) | None
        columns[column] = (kind, ...)
    made: type[BaseModel] = create_model(
        name, __config__=ConfigDict(extra="forbid"), __doc__=f"A row of the table {table} in docs/export.md.", **columns
    )
    return made


AgreementRow = _row("agreements", "Agreement")
ClaimRow = _row("claims", "Claim")
FigureRow = _row("figures", "Figure")
OrganisationRow = _row("organisations", "Organisation")
ArticleRow = _row("articles", "Article")

ROWS: dict[str, type[BaseModel]] = {
    "agreements": AgreementRow,
    "figures": FigureRow,
    "organisations": OrganisationRow,
    "articles": ArticleRow,
}


def page_of(row: type[BaseModel], name: str) -> type[BaseModel]:
    """The model of a page of rows."""
    made: type[BaseModel] = create_model(
        name,
        __doc__="Some answers: ask again with `after` set to `next` for those that follow.",
        items=(list[row], ...),  # type: ignore[valid-type]
        next=(str | None, Field(description="What `after` must be to get the next page; null on the last.")),
        total=(int, Field(description="How many answers there are in all.")),
    )
    return made


class Reported(BaseModel):
    """One value of a field, the claims that report it, and how many independent sources they are."""

    value: str
    claims: list[str]
    sources: int


class FieldState(BaseModel):
    """What the sources say of one field of an agreement, and why its value was chosen; docs/record.md lists levels."""

    name: str
    level: str
    value: str | None
    rule: str
    reported: list[Reported]
    decided: str | None = Field(description="Who set it, when and why, where an analyst did.")


class Stage(BaseModel):
    """A stage that an article reports."""

    status: str
    published: str | None
    date: str | None
    claim: str


class Link(BaseModel):
    """Why two claims are taken to tell of the same agreement."""

    left: str
    right: str
    score: int
    reasons: list[str]


class AgreementWhole(BaseModel):
    """One agreement with all that is known of it."""

    agreement: AgreementRow  # type: ignore[valid-type]
    fields: list[FieldState]
    history: list[Stage]
    links: list[Link]
    claims: list[ClaimRow]  # type: ignore[valid-type]


class OrganisationWhole(BaseModel):
    """One organisation with those whose place it took and those that took its place, and its agreements by id."""

    organisation: OrganisationRow  # type: ignore[valid-type]
    predecessors: list[str]
    successors: list[str]
    names: dict[str, str] = Field(description="Id → name, for every id in this answer that has one.")
    agreements: list[str]


class ArticleWhole(BaseModel):
    """One article with all that it states: the object that `pactbook extract` prints."""

    article: ArticleRow  # type: ignore[valid-type]
    copies: list[str] = Field(description="Articles that nearly repeat it.")
    stated: dict[str, Any]


class Counted(BaseModel):
    """Field → value → number of answers, each field among what fits all other filters."""

    total: int
    counts: dict[str, dict[str, int]]
    names: dict[str, str] = Field(description="Names of the parties and provinces among the values.")


class Sum(BaseModel):
    """What agreements of one commitment, one kind and one currency come to, each counted once."""

    commitment: str
    kind: str
    currency: str
    low: float
    high: float
    agreements: int
    without: int = Field(description="More agreements of the same commitment and kind, for which nobody gives a sum.")


class SeriesPoint(BaseModel):
    """What is said of one time, in one status and one currency."""

    period: str | None
    status: str
    accumulated: bool = Field(description="Of investment: all that there was up to that time, not what it brought.")
    currency: str
    low: float
    high: float
    level: str
    reached: float | None = Field(description="Of a target or a forecast: the share that the actual figure came to.")
    figures: list[str] = Field(description="The ids of the figures that say so.")


class SeriesWhole(BaseModel):
    """One measure between two sides over time; `from` and `to` are ISO codes or ids."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    measure: str
    source: str | None = Field(alias="from")
    target: str | None = Field(alias="to")
    points: list[SeriesPoint]


class SeriesList(BaseModel):
    """All series that fit."""

    items: list[SeriesWhole]


class SumList(BaseModel):
    """All sums; they are never added across meanings."""

    items: list[Sum]


class Suggestion(BaseModel):
    """The words spelt as the record spells them; null where nothing is near."""

    suggestion: str | None


class Problem(BaseModel):
    """What could not be answered, and why (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    offset: int | None = Field(None, description="Where in `q` the mistake begins, where it is one of syntax.")
    length: int | None = None
