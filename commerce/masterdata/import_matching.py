"""Which supplier of the register a row of an import is, and what it would change there."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from commerce.masterdata.models import SupplierAlias, SupplierOrg
from commerce.masterdata.naming import name_key
from commerce.masterdata.queries import owners_of_aliases
from commerce.masterdata.services.register import Key, identifier_keys
from commerce.masterdata.supplier_fields import LABELS, Problem


@dataclass(slots=True)
class Candidate:
    """A row whose fields are in canonical form, on its way to an outcome."""

    row_id: uuid.UUID
    number: int
    values: dict[str, str]
    problems: list[Problem] = field(default_factory=list)
    supplier: SupplierOrg | None = None
    changes: dict[str, str] = field(default_factory=dict)

    @property
    def outcome(self) -> str:
        """What applying the row would do."""
        if self.problems:
            return "bad"
        if self.supplier is None:
            return "new"
        return "changed" if self.changes else "unchanged"


def match(*, group_id: uuid.UUID, candidates: Sequence[Candidate]) -> None:
    """This will find each row's supplier, by its identifiers, else by its name and country, and its changes.

    Empty cells change nothing. Rows that say the same supplier twice, or that mix up two, get a problem.
    """
    good = [candidate for candidate in candidates if not candidate.problems]
    keys = {candidate.row_id: identifier_keys(candidate.values) for candidate in good}
    _refuse_repetitions(good, keys)
    good = [candidate for candidate in good if not candidate.problems]
    names = {c.row_id: name_key(c.values["legal_name"]) for c in good}
    owners = owners_of_aliases(
        group_id=group_id,
        keys=[
            *(key for candidate in good for key in keys[candidate.row_id]),
            *((kind, name) for name in names.values() for kind in ("name", "alias")),
        ],
    )
    for candidate in good:
        candidate.supplier = _by_identifiers(candidate, keys[candidate.row_id], owners)
        if candidate.supplier is None and not candidate.problems:
            candidate.supplier = _by_name(candidate, names[candidate.row_id], owners)
        if candidate.supplier is not None:
            candidate.changes = changes_to(candidate.supplier, candidate.values)
    _refuse_meetings(good)


def changes_to(supplier: SupplierOrg, values: Mapping[str, str]) -> dict[str, str]:
    """This will give the fields whose cell is filled and differs from the register."""
    return {name: value for name, value in values.items() if value and value != getattr(supplier, name)}


def _refuse_repetitions(candidates: Sequence[Candidate], keys: Mapping[uuid.UUID, Mapping[Key, str]]) -> None:
    """The second row with the same identifier, or with the same name and no identifier, repeats the first."""
    seen: dict[Key, int] = {}
    for candidate in candidates:
        own = keys[candidate.row_id]
        marks = own or {_name_mark(candidate.values): candidate.values["legal_name"]}
        for key, value in marks.items():
            if key in seen:
                candidate.problems.append(_repeated(key[0], value, seen[key]))
                break
        else:
            seen.update(dict.fromkeys(marks, candidate.number))


def _name_mark(values: Mapping[str, str]) -> Key:
    return "legal_name", f"{values['country']} {name_key(values['legal_name'])}"


def _by_identifiers(
    candidate: Candidate, keys: Mapping[Key, str], owners: Mapping[Key, Sequence[SupplierAlias]]
) -> SupplierOrg | None:
    found = {
        alias.supplier_org_id: (key, value, alias.supplier_org)
        for key, value in keys.items()
        for alias in owners.get(key, ())
    }
    if len(found) > 1:
        (first, _, one), (second, value, other) = list(found.values())[:2]
        candidate.problems.append(_mixed_up(second[0], value, first[0], one.legal_name, other.legal_name))
        return None
    return next(iter(found.values()))[2] if found else None


def _by_name(
    candidate: Candidate, name: str, owners: Mapping[Key, Sequence[SupplierAlias]]
) -> SupplierOrg | None:
    """A supplier of the same name and country, unless an identifier tells that it is another company."""
    values = candidate.values
    found = {
        alias.supplier_org_id: alias.supplier_org
        for kind in ("name", "alias")
        for alias in owners.get((kind, name), ())
        if alias.supplier_org.country == values["country"] and not _contradicts(alias.supplier_org, values)
    }
    if len(found) > 1:
        candidate.problems.append(_ambiguous(values["legal_name"]))
        return None
    return next(iter(found.values()), None)


def _contradicts(supplier: SupplierOrg, values: Mapping[str, str]) -> bool:
    return any(
        values.get(kind) and getattr(supplier, kind) and values[kind] != getattr(supplier, kind)
        for kind in ("uscc", "tax_id", "duns", "lei", "external_code")
    )


def _refuse_meetings(candidates: Sequence[Candidate]) -> None:
    """Two rows that both turn out to be one supplier of the register cannot both be right."""
    seen: dict[uuid.UUID, int] = {}
    for candidate in candidates:
        if candidate.supplier is None or candidate.problems:
            continue
        if candidate.supplier.id in seen:
            name = candidate.supplier.legal_name
            candidate.problems.append(_repeated("legal_name", name, seen[candidate.supplier.id]))
        else:
            seen[candidate.supplier.id] = candidate.number


def _repeated(kind: str, value: str, number: int) -> Problem:
    return Problem(
        kind, value, "REPEATED_IN_FILE",
        f"Row {number} says the same supplier already. Keep one of the two rows.",
        f"第 {number} 行已是同一供应商，请只保留其中一行。",
    )  # fmt: skip


def _mixed_up(kind: str, value: str, other_kind: str, one: str, other: str) -> Problem:
    (label_en, label_zh), (other_en, other_zh) = LABELS[kind], LABELS[other_kind]
    return Problem(
        kind, value, "IDENTIFIERS_OF_TWO",
        f"{other_en} belongs to {one}, but {label_en} to {other}. Correct one of them.",
        f"{other_zh}属于“{one}”，而{label_zh}属于“{other}”，请更正其中一项。",
    )  # fmt: skip


def _ambiguous(name: str) -> Problem:
    return Problem(
        "legal_name", name, "NAME_AMBIGUOUS",
        "Several suppliers of this country have this name. Add a tax number, USCC, D-U-N-S number or supplier code.",
        "该国家/地区有多家同名供应商，请补充税号、统一社会信用代码、邓白氏编码或供应商编码。",
    )  # fmt: skip
