"""Typed conditions on facts, exact to the digit. They are data: nothing is ever evaluated as code.

As JSON, amounts being decimal texts:

    {"fact": "amount", "op": "gte", "value": "10000"}                      also lt, lte, gt, eq
    {"fact": "amount", "op": "between", "from": "0", "to": "10000",
     "from_included": true, "to_included": false}
    {"fact": "category", "op": "in", "values": ["IT", "MRO"]}              also not_in

`in` holds when at least one of the document's values is listed, `not_in` when none is. The conditions of a
list must all hold; an empty list always holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

FactValue = Decimal | frozenset[str]
Facts = Mapping[str, FactValue]

MAX_VALUES = 200
MAX_TEXT = 100
MAX_DECIMALS = 4
MAX_NUMBER = Decimal("1e18")


class Malformed(ValueError):
    """A part of a graph does not have the stated form; `where` is its place, e.g. nodes[3].when[0].op."""

    def __init__(self, where: str, en: str, zh: str) -> None:
        self.where, self.en, self.zh = where, en, zh
        super().__init__(f"{where}: {en}")


@dataclass(frozen=True, slots=True)
class Between:
    """The fact is a number in an interval; None is an open end."""

    fact: str
    low: Decimal | None
    low_included: bool
    high: Decimal | None
    high_included: bool

    def holds(self, facts: Facts) -> bool:
        """This will tell whether the fact's number lies in the interval."""
        number = facts[self.fact]
        assert isinstance(number, Decimal)
        if self.low is not None and (number < self.low or (number == self.low and not self.low_included)):
            return False
        return not (
            self.high is not None and (number > self.high or (number == self.high and not self.high_included))
        )


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one of the fact's codes is in the set, or, when negated, none is."""

    fact: str
    values: frozenset[str]
    negated: bool = False

    def holds(self, facts: Facts) -> bool:
        """This will tell whether the document's codes meet the set."""
        codes = facts[self.fact]
        assert isinstance(codes, frozenset)
        return codes.isdisjoint(self.values) is self.negated


Condition = Between | OneOf


def all_hold(conditions: Sequence[Condition], facts: Facts) -> bool:
    """This will tell whether every condition of the list holds."""
    return all(condition.holds(facts) for condition in conditions)


def parse_condition(data: object, where: str) -> Condition:
    """This will read one condition from its JSON form; raises Malformed."""
    if not isinstance(data, dict):
        raise Malformed(where, "must be an object", "必须是对象")
    fact, op = text_of(data, "fact", where), text_of(data, "op", where)
    if op in ("in", "not_in"):
        only_keys(data, {"fact", "op", "values"}, where)
        return OneOf(fact, _values(data.get("values"), f"{where}.values"), op == "not_in")
    if op == "between":
        only_keys(data, {"fact", "op", "from", "to", "from_included", "to_included"}, where)
        return _between(fact, data, where)
    if op not in ("gt", "gte", "lt", "lte", "eq"):
        raise Malformed(f"{where}.op", f"unknown operator {op!r}", f"未知的运算符“{op}”")
    only_keys(data, {"fact", "op", "value"}, where)
    value = number_of(data.get("value"), f"{where}.value")
    if op in ("gt", "gte"):
        return Between(fact, value, op == "gte", None, False)
    if op in ("lt", "lte"):
        return Between(fact, None, False, value, op == "lte")
    return Between(fact, value, True, value, True)


def _between(fact: str, data: dict[str, object], where: str) -> Between:
    low = number_of(data["from"], f"{where}.from") if data.get("from") is not None else None
    high = number_of(data["to"], f"{where}.to") if data.get("to") is not None else None
    low_in, high_in = data.get("from_included", True), data.get("to_included", False)
    if not isinstance(low_in, bool) or not isinstance(high_in, bool):
        raise Malformed(where, "from_included and to_included must be true or false", "边界标志必须为布尔值")
    if low is not None and high is not None and (low > high or (low == high and not (low_in and high_in))):
        raise Malformed(where, "the interval is empty", "区间为空")
    return Between(fact, low, low_in, high, high_in)


def _values(data: object, where: str) -> frozenset[str]:
    if not isinstance(data, list) or not data or len(data) > MAX_VALUES:
        raise Malformed(where, f"must list 1 to {MAX_VALUES} codes", f"必须列出 1 至 {MAX_VALUES} 个代码")
    for i, value in enumerate(data):
        if not isinstance(value, str) or not value or len(value) > MAX_TEXT:
            raise Malformed(f"{where}[{i}]", "must be a short text", "必须是简短文本")
    return frozenset(data)


def number_of(data: object, where: str) -> Decimal:
    """This will read a decimal text of zero or more with at most four decimals; raises Malformed."""
    if not isinstance(data, str) or len(data) > 40:
        raise Malformed(where, "must be a decimal number as text", "必须是文本形式的十进制数")
    try:
        number = Decimal(data)
    except InvalidOperation:
        raise Malformed(where, "must be a decimal number as text", "必须是文本形式的十进制数") from None
    if not number.is_finite() or number < 0 or number >= MAX_NUMBER:
        raise Malformed(where, "must be zero or more and below 10^18", "必须大于等于零且小于 10^18")
    if -int(number.normalize().as_tuple().exponent) > MAX_DECIMALS:
        raise Malformed(where, f"has more than {MAX_DECIMALS} decimals", f"小数位超过 {MAX_DECIMALS} 位")
    return number


def text_of(data: Mapping[str, object], key: str, where: str, *, default: str | None = None) -> str:
    """This will read a short text; raises Malformed when it is missing and has no default."""
    value = data.get(key, default)
    if not isinstance(value, str) or len(value) > MAX_TEXT or (not value and default is None):
        raise Malformed(f"{where}.{key}", "must be a short text", "必须是简短文本")
    return value


def only_keys(data: Mapping[str, object], allowed: set[str], where: str) -> None:
    """This will refuse keys that the form does not have; raises Malformed."""
    unknown = sorted(str(key) for key in data if key not in allowed)
    if unknown:
        raise Malformed(f"{where}.{unknown[0][:40]}", "is not part of the form", "不属于规定的结构")
