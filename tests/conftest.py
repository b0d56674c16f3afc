"""What all tests share: articles of their own, read by the real pipeline into a real store."""

import os
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from verbale import pipeline
from verbale.model import Document
from verbale.store import Store, memory

Read = Callable[..., Store]


@pytest.fixture
def read() -> Iterator[Read]:
    """Reads a text of the test's own into a store in memory: ``read(text, on="2024-05-02")``."""
    store = memory()

    def into(text: str, *, on: str | None = None, name: str = "article", publisher: str = "Example Wire") -> Store:
        document = Document(name, text, published=date.fromisoformat(on) if on else None, publisher=publisher)
        assert list(pipeline.ingest([document], store))
        return store

    with store:
        yield into


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything can be installed, a skipped test is a failed one."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("skipped tests count as failures here (CI is set)", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
