from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stores import VIRTUOSO_PASSWORD, VIRTUOSO_USER, oxigraph_url, virtuoso_url
from verbale.store import Store, memory, open_store

__all__ = ["oxigraph_url", "virtuoso_url"]


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The tester's own variables and netrc file play no part."""
    for name in ("USER", "PASSWORD", "TIMEOUT", "UPDATE_URL", "GRAPHS_URL", "STORE"):
        monkeypatch.delenv(f"VERBALE_{name}", raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))


@pytest.fixture(
    params=[
        "memory",
        "directory",
        pytest.param("oxigraph", marks=pytest.mark.slow),
        pytest.param("virtuoso", marks=[pytest.mark.slow, pytest.mark.virtuoso]),
    ]
)
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Each kind of store in turn, empty."""
    if request.param == "memory":
        opened: Store = memory()
    elif request.param == "directory":
        opened = open_store(tmp_path / "verbale.db", writable=True)
    else:
        if request.param == "virtuoso":
            monkeypatch.setenv("VERBALE_USER", VIRTUOSO_USER)
            monkeypatch.setenv("VERBALE_PASSWORD", VIRTUOSO_PASSWORD)
        opened = open_store(request.getfixturevalue(f"{request.param}_url"))
        opened.replace(dict.fromkeys(opened.graphs(), ""))
    with opened:
        yield opened
