"""Lock files: complete, hashed, without addresses, and of one mind about every version."""

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.rules import ROOT

LOCKS = ("requirements.lock", "requirements-run.lock", "requirements-dev.lock", "requirements-uv.lock")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def pins(lock: str) -> dict[str, str]:
    """This will give name and version of every package in a lock file."""
    return {canonicalize_name(name): version for name, version in PINNED.findall((ROOT / lock).read_text())}


def wanted(*groups: str) -> list[Requirement]:
    """This will list what pyproject.toml asks for, with the named dependency groups."""
    listed = list(PROJECT["project"]["dependencies"])
    for group in groups:
        listed += [entry for entry in PROJECT["dependency-groups"][group] if isinstance(entry, str)]
    return [Requirement(text) for text in listed]


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("requirements.lock", ()),
        ("requirements-run.lock", ("embedded",)),
        ("requirements-dev.lock", ("embedded", "dev")),
    ],
)
def test_lock_holds_a_fitting_version_of_everything_asked_for(lock: str, groups: tuple[str, ...]) -> None:
    pinned = pins(lock)
    unmet = [
        str(need)
        for need in wanted(*groups)
        if not need.specifier.contains(pinned.get(canonicalize_name(need.name), "0"), prereleases=True)
        or canonicalize_name(need.name) not in pinned
    ]
    assert not unmet, f"{lock} is out of step with pyproject.toml: {unmet}; run `make lock`"


def test_locks_agree_on_every_version() -> None:
    everything = pins("requirements-dev.lock")
    for lock in ("requirements.lock", "requirements-run.lock"):
        assert pins(lock).items() <= everything.items(), lock


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_hashes_and_no_address_is_written_down(lock: str) -> None:
    text = (ROOT / lock).read_text()
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in block for block in blocks if PINNED.match(block))
    assert "://" not in text


def test_front_end_lock_names_no_registry_and_has_integrity_for_everything() -> None:
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name and not entry.get("link")}
    assert installed
    assert not [name for name, entry in installed.items() if "resolved" in entry]
    assert not [name for name, entry in installed.items() if not entry.get("integrity")]
