"""Reads the facts of a document into the typed form that conditions ask of."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from commerce.approvals.flow.conditions import Facts, FactValue, Malformed, number_of
from commerce.approvals.ports import FactDef

MAX_CODES = 1000


def read_facts(definitions: Sequence[FactDef], raw: Mapping[str, object]) -> Facts:
    """This will give each defined fact its typed value: numbers exact, codes as sets, missing codes empty.

    Raises Malformed for a missing or unusable value and for a fact that is not defined.
    """
    names = {definition.name for definition in definitions}
    for name in raw:
        if name not in names:
            raise Malformed(f"facts.{name}", "is not a fact of this document type", "不是该单据类型的事实")
    return {d.name: _read(d, raw.get(d.name)) for d in definitions}


def facts_as_json(facts: Facts) -> dict[str, object]:
    """This will write facts as JSON: numbers as text, codes as sorted lists."""
    return {name: _plain(value) for name, value in facts.items()}


def only_code(facts: Facts, name: str) -> str | None:
    """This will give the code of a text fact that has one, e.g. the cost centre."""
    value = facts.get(name)
    return min(value, default=None) if isinstance(value, frozenset) else None


def _read(definition: FactDef, value: object) -> FactValue:
    where = f"facts.{definition.name}"
    if definition.kind == "number":
        return number_of(format(value, "f") if isinstance(value, Decimal) else value, where)
    codes = [] if value in (None, "") else [value] if isinstance(value, str) else value
    if not isinstance(codes, list | tuple | set | frozenset) or len(codes) > MAX_CODES:
        raise Malformed(where, "must be codes", "必须是代码")
    if not all(isinstance(code, str) for code in codes):
        raise Malformed(where, "must be codes", "必须是代码")
    if len(set(codes)) > 1 and not definition.multiple:
        raise Malformed(where, "has more than one code", "只能有一个代码")
    return frozenset(codes)


def _plain(value: FactValue) -> object:
    return format(value, "f") if isinstance(value, Decimal) else sorted(value)
