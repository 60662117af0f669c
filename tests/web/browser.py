"""A real browser on a real server, for walks through the pages."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from pactbook.web.app import create_app
from pactbook.web.serving import Serving

#: How Debian, Ubuntu, Fedora and the makers call it.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str:
    """Where the system's browser is. Without one the test is skipped, but not in CI, which promises one."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        words = f"no browser to test with: none of {', '.join(NAMES)} is installed"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)
    return found


@contextmanager
def serving(record: Path, **how: Any) -> Iterator[str]:
    """The record at an address of this machine; the words are those of ``Serving``."""
    config = uvicorn.Config(create_app(Serving(record, **how)), port=0, log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


def grave(page: Page) -> list[str]:
    """What axe finds serious or critical on the page as it is."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {node['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def wider(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide
