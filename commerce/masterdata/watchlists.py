"""Reads the public sanctions lists as they are published: OFAC's CSV files, the UN's XML."""

import csv
import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from tenants.kernel.errors import DomainError

MAX_BYTES = 200 * 1024 * 1024
_ABSENT = "-0-"
_OFAC_KINDS = {"individual": "individual", "vessel": "vessel", "aircraft": "aircraft"}
_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


class WatchlistUnreadable(DomainError):
    """The file is not the list it was said to be."""

    code = "WATCHLIST_UNREADABLE"
    en = "This file cannot be read as the list {source}: {reason}"
    zh = "无法将该文件作为名单 {source} 读取：{reason}"


@dataclass(slots=True)
class Listed:
    """One person, organisation, vessel or aircraft of a list; the main name comes first."""

    source_id: str
    kind: str
    names: list[str]
    programs: str = ""
    countries: list[str] = field(default_factory=list)
    remarks: str = ""
    listed_on: str = ""

    @property
    def digest(self) -> str:
        """A fingerprint of what screening compares; a new one re-opens dismissed hits."""
        told = json.dumps([self.kind, self.names], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()


def unpacked(data: bytes) -> bytes:
    """This will unpack a file that is gzip-compressed, up to a bound; raises WatchlistUnreadable."""
    if data[:2] != b"\x1f\x8b":
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            found = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise WatchlistUnreadable(source="gzip", reason=str(error)) from None
    if len(found) > MAX_BYTES:
        raise WatchlistUnreadable(source="gzip", reason=f"more than {MAX_BYTES} bytes")
    return found


def read_ofac(*, sdn: bytes, aliases: bytes = b"", addresses: bytes = b"") -> list[Listed]:
    """This will read OFAC's `sdn.csv`, with `alt.csv` and `add.csv` where given; raises WatchlistUnreadable."""
    found: dict[str, Listed] = {}
    for row in _rows(sdn, columns=12):
        key, name, kind, programs = row[0], row[1], row[2], row[3]
        found[key] = Listed(
            source_id=key,
            kind=_OFAC_KINDS.get(kind, "entity"),
            names=[name],
            programs=programs,
            remarks=row[11],
        )
    for row in _rows(aliases, columns=5):
        if row[0] in found:
            _add(found[row[0]].names, row[3])
    for row in _rows(addresses, columns=6):
        if row[0] in found:
            _add(found[row[0]].countries, row[4])
    if not found:
        raise WatchlistUnreadable(source="ofac", reason="no rows of 12 columns")
    return list(found.values())


def read_un(data: bytes) -> list[Listed]:
    """This will read the UN Security Council's consolidated list (XML); raises WatchlistUnreadable."""
    try:
        root = defusedxml.ElementTree.fromstring(data, forbid_dtd=True)
    except (defusedxml.ElementTree.ParseError, DefusedXmlException, ValueError) as error:
        raise WatchlistUnreadable(source="un", reason=str(error) or type(error).__name__) from None
    found = [
        *(_un_entry(node, "individual", "INDIVIDUAL") for node in root.iter("INDIVIDUAL")),
        *(_un_entry(node, "entity", "ENTITY") for node in root.iter("ENTITY")),
    ]
    listed = [entry for entry in found if entry is not None]
    if not listed:
        raise WatchlistUnreadable(source="un", reason="no INDIVIDUAL and no ENTITY")
    return listed


def _un_entry(node: Element, kind: str, tag: str) -> Listed | None:
    key = _text(node, "REFERENCE_NUMBER") or _text(node, "DATAID")
    name = " ".join(part for part in (_text(node, p) for p in _NAME_PARTS) if part)
    if not key or not name:
        return None
    names = [name]
    for alias in node.iter(f"{tag}_ALIAS"):
        text = _text(alias, "ALIAS_NAME")
        # An alias the list itself calls low in quality says something only in several words.
        if _text(alias, "QUALITY") != "Low" or len(text.split()) > 1:
            _add(names, text)
    _add(names, _text(node, "NAME_ORIGINAL_SCRIPT"))
    countries: list[str] = []
    for place in (*node.iter(f"{tag}_ADDRESS"), *node.iter("NATIONALITY")):
        _add(countries, _text(place, "COUNTRY") or _text(place, "VALUE"))
    return Listed(
        source_id=key,
        kind=kind,
        names=names,
        programs=_text(node, "UN_LIST_TYPE"),
        countries=countries,
        remarks=_text(node, "COMMENTS1")[:2000],
        listed_on=_text(node, "LISTED_ON"),
    )


def _text(node: Element, tag: str) -> str:
    found = node.find(tag)
    return " ".join((found.text or "").split()) if found is not None else ""


def _add(values: list[str], value: str) -> None:
    if value and value not in values:
        values.append(value)


def _rows(data: bytes, *, columns: int) -> Iterator[list[str]]:
    """OFAC's rows: no header, `-0-` for nothing, and an end-of-file mark as the last line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    for row in csv.reader(io.StringIO(text, newline="")):
        if len(row) >= columns - 1 and row[0].strip().isdigit():
            cells = ["" if cell.strip() == _ABSENT else " ".join(cell.split()) for cell in row]
            yield cells + [""] * (columns - len(cells))


READERS: Mapping[str, str] = {"ofac": "OFAC SDN", "un": "UN Security Council"}
"""The lists that are read, with their names."""
