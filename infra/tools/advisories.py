"""`make audit ADVISORIES=…`: compares every locked package with known vulnerabilities, without the network.

    python -m infra.tools.advisories FOLDER_OR_ZIP...

The advisories are in the format of the OSV project, one JSON file each, in folders or zip archives: the exports of the
database for PyPI and npm, or a clone of its sources, fetched by whoever keeps the installation. They are no part of
this repository, where they would be stale by nature. docs/runbooks/dependencies.md tells how to refresh them.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parents[2]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;]+)", re.MULTILINE)
NUMBERS = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?")

Packages = Mapping[tuple[str, str], set[str]]
"""(ecosystem, name) → versions."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One locked version that an advisory names."""

    advisory: str
    ecosystem: str
    name: str
    version: str
    summary: str

    def __str__(self) -> str:
        return f"{self.advisory}: {self.name} {self.version} ({self.ecosystem}) {self.summary}".rstrip()


def locked_packages(root: Path = ROOT) -> Packages:
    """This will read all lock files: those of Python, and the front end's."""
    found: dict[tuple[str, str], set[str]] = {}
    for lock in sorted(root.glob("requirements*.lock")):
        for name, version in PINNED.findall(lock.read_text()):
            found.setdefault(("PyPI", canonicalize_name(name)), set()).add(version)
    packages = json.loads((root / "frontend/package-lock.json").read_text())["packages"]
    for path, entry in packages.items():
        if path and "version" in entry:
            name = entry.get("name") or path.rpartition("node_modules/")[2]
            found.setdefault(("npm", name), set()).add(entry["version"])
    return found


def advisories(places: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """This will read the advisories of folders and archives; raises ValueError for a place without any."""
    for place in places:
        count = 0
        for text in _texts(place):
            count += 1
            yield json.loads(text)
        if not count:
            raise ValueError(f"{place} holds no advisories")


def _texts(place: Path) -> Iterator[bytes]:
    if place.is_dir():
        yield from (file.read_bytes() for file in sorted(place.rglob("*.json")))
        return
    with zipfile.ZipFile(place) as archive:
        yield from (archive.read(name) for name in archive.namelist() if name.endswith(".json"))


def audit(packages: Packages, known: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """This will give every locked version that an advisory names and that was not withdrawn."""
    found = []
    for advisory in known:
        if advisory.get("withdrawn"):
            continue
        for affected in advisory.get("affected", ()):
            package = affected.get("package", {})
            ecosystem = package.get("ecosystem", "")
            name = package.get("name", "")
            key = (ecosystem, canonicalize_name(name) if ecosystem == "PyPI" else name)
            found += [
                Finding(advisory["id"], ecosystem, name, version, advisory.get("summary", ""))
                for version in sorted(packages.get(key, ()))
                if is_affected(version, affected, ecosystem)
            ]
    return sorted(set(found), key=lambda finding: (finding.name, finding.version, finding.advisory))


def is_affected(version: str, affected: Mapping[str, Any], ecosystem: str) -> bool:
    """This will tell whether a version is listed, or lies in one of the ranges. One that cannot be read counts."""
    if version in affected.get("versions", ()):
        return True
    ranges = [r for r in affected.get("ranges", ()) if r.get("type") in ("ECOSYSTEM", "SEMVER")]
    try:
        return any(_lies_in(version, r.get("events", ()), ecosystem) for r in ranges)
    except (InvalidVersion, ValueError):
        return True


def _lies_in(version: str, events: Sequence[Mapping[str, str]], ecosystem: str) -> bool:
    order = _python if ecosystem == "PyPI" else _semver
    inside, here = False, order(version)
    for event in events:
        for kind, at in event.items():
            if kind == "introduced" and (at == "0" or here >= order(at)):
                inside = True
            elif (kind == "fixed" and here >= order(at)) or (kind == "last_affected" and here > order(at)):
                inside = False
    return inside


def _python(text: str) -> Any:
    return Version(text)


def _semver(text: str) -> Any:
    """Semantic Versioning 2.0.0, 11: numbers first; a pre-release comes before its release."""
    match = NUMBERS.match(text)
    if match is None:
        raise ValueError(text)
    major, minor, patch, early = match.groups()
    parts = tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in (early or "").split(".") if p)
    return (int(major), int(minor), int(patch), early is None, parts)


def main(arguments: Sequence[str]) -> int:
    """This will print the findings and give the exit code: 1 with any, 2 without advisories."""
    if not arguments:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    packages = locked_packages()
    try:
        found = audit(packages, advisories(map(Path, arguments)))
    except (OSError, ValueError) as error:
        print(f"The advisories cannot be read: {error}", file=sys.stderr)
        return 2
    for finding in found:
        print(finding)
    print(f"{len(packages)} packages compared, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
