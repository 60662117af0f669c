"""The codebook's closed lists of words."""

from __future__ import annotations

LANGUAGES = ("en", "vi", "ko")

AGREEMENT_KINDS = (
    "memorandum",
    "agreement",
    "treaty",
    "contract",
    "loan",
    "grant",
    "declaration",
    "action_plan",
    "partnership",
    "licence",
)

#: Stages of an agreement, in the order in which it goes through them.
AGREEMENT_STATUSES = ("proposed", "planned", "signed", "in_force", "completed", "ended")

SECTORS = (
    "trade",
    "investment",
    "finance",
    "energy",
    "nuclear",
    "minerals",
    "electronics",
    "automotive",
    "machinery",
    "ict",
    "science",
    "agriculture",
    "health",
    "education",
    "labour",
    "culture",
    "tourism",
    "transport",
    "construction",
    "environment",
    "defence",
    "diplomacy",
    "justice",
    "local",
    "development",
    "retail",
    "other",
)

MEASURES = (
    "trade_turnover",
    "exports",
    "imports",
    "trade_balance",
    "fdi_registered",
    "fdi_disbursed",
    "project_capital",
    "contract_value",
    "loan",
    "grant",
    "fund",
    "revenue",
    "market_size",
    "remittance",
    "budget",
    "wage",
    "price",
    "other",
)

FIGURE_STATUSES = ("actual", "target", "forecast", "pledged")

#: How exact an amount is, the plainest word first.
QUALIFIERS = ("exact", "about", "over", "under", "up_to")

BODY_KINDS = (
    "ministry",
    "agency",
    "subnational",
    "company",
    "association",
    "education",
    "research",
    "hospital",
    "zone",
    "international",
    "party",
    "media",
    "other",
)
