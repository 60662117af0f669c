"""The pages: every module of ``pactbook.web.pages`` is one, found by its ``router``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from fastapi import APIRouter

from pactbook.web import pages


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the main menu. A page module that has one calls it ``PLACE``; ``order`` sorts the menu."""

    title: str
    path: str
    order: int
    #: Only where the record can be changed.
    writes: bool = False


@cache
def page_modules() -> tuple[ModuleType, ...]:
    """All pages."""
    names = sorted(module.name for module in iter_modules(pages.__path__))
    return tuple(import_module(f"{pages.__name__}.{name}") for name in names)


def routers() -> list[APIRouter]:
    """The addresses of all pages."""
    return [module.router for module in page_modules() if hasattr(module, "router")]


@cache
def places() -> tuple[Place, ...]:
    """The main menu."""
    found = (getattr(module, "PLACE", None) for module in page_modules())
    return tuple(sorted((p for p in found if isinstance(p, Place)), key=lambda p: p.order))
