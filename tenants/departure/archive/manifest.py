"""The manifest of a group's archive: what is in it, with counts and hashes."""

import json
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tenants.directory.archives.manifest import BrokenArchive, TableFile, digest_of, read_manifest

FORMAT = 1
NAME = "group.json"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its folder is `units/<slug>`, with a manifest of its own."""

    id: str
    slug: str
    schema_name: str
    manifest_sha256: str


@dataclass(frozen=True, slots=True)
class Trail:
    """One audit trail with its seals."""

    path: str
    seals: int
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class GroupManifest:
    """What an archive of a group holds. `applied` are the migrations of `public` that it was written under."""

    format: int
    taken_at: str
    group_id: str
    applied: tuple[str, ...]
    tables: tuple[TableFile, ...]
    people: TableFile
    units: tuple[Unit, ...]
    trails: tuple[Trail, ...]
    documents: int
    keys_sha256: str

    @property
    def row_count(self) -> int:
        """Rows of the group's own tables."""
        return sum(table.rows for table in self.tables)


def write(path: Path, manifest: GroupManifest) -> None:
    """This will write the manifest, last of all."""
    path.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True), "utf-8")


def read(folder: Path) -> GroupManifest:
    """This will read a manifest and check every file against it; raises BrokenArchive."""
    path = folder / NAME
    if not path.exists():
        raise BrokenArchive(f"{path} is missing")
    raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
    if raw["format"] != FORMAT:
        raise BrokenArchive(f"{path} has format {raw['format']}, this release reads {FORMAT}")
    manifest = GroupManifest(**{
        **raw,
        "applied": tuple(raw["applied"]),
        "tables": tuple(_table(table) for table in raw["tables"]),
        "people": _table(raw["people"]),
        "units": tuple(Unit(**unit) for unit in raw["units"]),
        "trails": tuple(Trail(**trail) for trail in raw["trails"]),
    })  # fmt: skip
    for name, sha256 in _hashes(manifest):
        if not (folder / name).exists() or digest_of(folder / name) != sha256:
            raise BrokenArchive(f"{folder / name} is missing or was changed")
    for unit in manifest.units:
        read_manifest(folder / "units" / unit.slug, sha256=unit.manifest_sha256)
    return manifest


def pack(folder: Path, target: Path) -> None:
    """This will pack a folder into one zip file."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, path.relative_to(folder))


def unpack(source: Path, folder: Path) -> None:
    """This will unpack an archive; raises BrokenArchive for a file that is none, or that leads out of the folder."""
    try:
        with zipfile.ZipFile(source) as packed:
            for name in packed.namelist():
                if not (folder / name).resolve().is_relative_to(folder.resolve()):
                    raise BrokenArchive(f"{source} leads out of its folder")
            packed.extractall(folder)
    except zipfile.BadZipFile:
        raise BrokenArchive(f"{source} is no archive, or a part of it is missing") from None


def _table(raw: dict[str, Any]) -> TableFile:
    return TableFile(**{**raw, "columns": tuple(raw["columns"])})


def _hashes(manifest: GroupManifest) -> list[tuple[str, str]]:
    return [
        ("people.csv", manifest.people.sha256),
        ("keys.json", manifest.keys_sha256),
        *((f"public/{table.name}.csv", table.sha256) for table in manifest.tables),
        *((trail.path, trail.sha256) for trail in manifest.trails),
    ]
