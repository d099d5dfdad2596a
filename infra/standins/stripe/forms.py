"""Reads parameters as Stripe's clients write them: `items[0][price]=…`, lists as `expand[]=…`."""

from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import parse_qsl

from infra.standins.stripe.errors import invalid

Params = dict[str, Any]


def decode(text: str) -> Params:
    """This will read a form body or query string into nested dicts and lists of strings."""
    root: Params = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        head, *rest = name.replace("]", "").split("[")
        _put(root, [head, *rest], value)
    return {name: _lists(value) for name, value in root.items()}


def _put(root: Params, path: list[str], value: str) -> None:
    place = root
    for part in path[:-1]:
        place = place.setdefault(part, {})
        if not isinstance(place, dict):
            raise invalid("Invalid parameters", param=path[0])
    key = path[-1] or str(len(place))
    place[key] = value


def _lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(key.isdigit() for key in value):
        return [_lists(value[key]) for key in sorted(value, key=int)]
    return {key: _lists(inner) for key, inner in value.items()}


def text(params: Params, name: str, default: str | None = None) -> str | None:
    """This will read a text; an empty one unsets, as at Stripe."""
    value = params.get(name, default)
    if isinstance(value, dict | list):
        raise invalid(f"Invalid string: {name}", param=name)
    return value or None


def required(params: Params, name: str) -> str:
    """This will read a text that must be there."""
    value = text(params, name)
    if value is None:
        raise invalid(f"Missing required param: {name}.", param=name, code="parameter_missing")
    return value


def number(params: Params, name: str, default: int | None = None) -> int | None:
    """This will read a whole number."""
    value = params.get(name)
    if value in (None, ""):
        return default
    try:
        return int(value)
    except (TypeError, ValueError):
        raise invalid(f"Invalid integer: {value}", param=name, code="parameter_invalid_integer") from None


def decimal(params: Params, name: str) -> Decimal | None:
    """This will read a decimal number."""
    value = params.get(name)
    if value in (None, ""):
        return None
    try:
        return Decimal(value)
    except (InvalidOperation, TypeError):
        raise invalid(f"Invalid decimal: {value}", param=name) from None


def flag(params: Params, name: str, default: bool = False) -> bool:
    """This will read true or false."""
    value = params.get(name)
    if value in (None, ""):
        return default
    if value not in ("true", "false"):
        raise invalid(f"Invalid boolean: {value}", param=name)
    return bool(value == "true")


def group(params: Params, name: str) -> Params:
    """This will read a nested group of parameters; none is an empty one."""
    value = params.get(name)
    if value in (None, ""):
        return {}
    if not isinstance(value, dict):
        raise invalid(f"Invalid object: {name}", param=name)
    return value


def listed(params: Params, name: str) -> list[Any]:
    """This will read a list; none is an empty one."""
    value = params.get(name)
    if value in (None, ""):
        return []
    if not isinstance(value, list):
        raise invalid(f"Invalid array: {name}", param=name)
    return value
