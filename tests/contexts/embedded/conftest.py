"""A home for servers that is short enough for a socket and gone afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infra.embedded.places import remove_place


@contextmanager
def temporary_home() -> Iterator[Path]:
    """This will lend a folder and delete it with everything a server has put elsewhere."""
    made = Path(tempfile.mkdtemp(prefix="hanse-test-"))
    try:
        yield made
    finally:
        remove_place(made, "postgres")
        shutil.rmtree(made)


@pytest.fixture
def home() -> Iterator[Path]:
    with temporary_home() as made:
        yield made
