"""The table of addresses: each answers one method and path of Stripe's API."""

import re
from collections.abc import Callable
from typing import Any

from infra.standins.stripe.errors import ApiError
from infra.standins.stripe.state import State

Answer = Callable[..., Any]
ROUTES: list[tuple[str, re.Pattern[str], Answer]] = []


def route(method: str, path: str) -> Callable[[Answer], Answer]:
    """This will register `function(state, params, *ids)`; `{}` in the path is an id."""
    pattern = re.compile("^" + re.escape(path).replace(r"\{\}", "([^/]+)") + "$")

    def register(function: Answer) -> Answer:
        ROUTES.append((method, pattern, function))
        return function

    return register


def call(state: State, method: str, path: str, params: dict[str, Any]) -> Any:
    """This will answer one call; raises ApiError."""
    for known, pattern, function in ROUTES:
        found = pattern.match(path)
        if known == method and found:
            return function(state, params, *found.groups())
    raise ApiError(404, "invalid_request_error", f"Unrecognized request URL ({method}: {path}).")
