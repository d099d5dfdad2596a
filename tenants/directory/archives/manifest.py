"""The manifest of an archive: which files there are, how many rows, and the hash of each."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FORMAT = 1
NAME = "manifest.json"


class BrokenArchive(RuntimeError):
    """The folder is not a complete, unchanged archive; the message names the file."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """One table: its columns in the file's order, its rows and the SHA-256 of `tables/<name>.csv`."""

    name: str
    columns: tuple[str, ...]
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds. `unit` is the unit's row in the directory, `applied` its migrations."""

    format: int
    taken_at: str
    unit: dict[str, str]
    applied: tuple[str, ...]
    tables: tuple[TableFile, ...]
    sequences: dict[str, int] = field(default_factory=dict)
    data_keys: tuple[dict[str, str], ...] = ()

    @property
    def row_count(self) -> int:
        """Rows of all tables."""
        return sum(table.rows for table in self.tables)

    @property
    def byte_count(self) -> int:
        """Bytes of all files."""
        return sum(table.size for table in self.tables)


def write_manifest(folder: Path, manifest: Manifest) -> str:
    """This will write the manifest last, so that its presence says the archive is complete; gives its hash."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True).encode()
    unfinished = folder / f"{NAME}.unfinished"
    unfinished.write_bytes(text)
    unfinished.replace(folder / NAME)
    return hashlib.sha256(text).hexdigest()


def read_manifest(folder: Path, *, sha256: str = "") -> Manifest:
    """This will read a manifest and check every file against it; raises BrokenArchive."""
    path = folder / NAME
    if not path.exists():
        raise BrokenArchive(f"{path} is missing: the export was not finished")
    content = path.read_bytes()
    if sha256 and hashlib.sha256(content).hexdigest() != sha256:
        raise BrokenArchive(f"{path} is not the manifest that was recorded")
    raw = json.loads(content)
    if raw["format"] != FORMAT:
        raise BrokenArchive(f"{path} has format {raw['format']}, this release reads {FORMAT}")
    tables = tuple(TableFile(**{**table, "columns": tuple(table["columns"])}) for table in raw.pop("tables"))
    raw["applied"], raw["data_keys"] = tuple(raw["applied"]), tuple(raw["data_keys"])
    manifest = Manifest(**raw, tables=tables)
    for table in tables:
        file = table_path(folder, table.name)
        if not file.exists() or digest_of(file) != table.sha256:
            raise BrokenArchive(f"{file} is missing or was changed")
    return manifest


def table_path(folder: Path, table: str) -> Path:
    """This will name the file of a table."""
    return folder / "tables" / f"{table}.csv"


def digest_of(path: Path) -> str:
    """This will hash a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
