"""Negative controls: a guard is taken out of a function's source, and the test that watches it must fail."""

import inspect
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest


@contextmanager
def mutated(function: Callable[..., Any], guard: str, instead: str) -> Iterator[None]:
    """This will run the block with `guard` replaced in the function's source, everywhere it is used."""
    source = textwrap.dedent(inspect.getsource(function))
    assert source.count(guard) == 1, f"{function.__qualname__} holds {source.count(guard)} times: {guard}"
    namespace: dict[str, Any] = {}
    code = compile(source.replace(guard, instead), inspect.getsourcefile(function) or "", "exec")
    exec(code, function.__globals__, namespace)
    kept = function.__code__
    function.__code__ = namespace[function.__name__].__code__
    try:
        yield
    finally:
        function.__code__ = kept


def must_fail(test: Callable[..., Any], request: pytest.FixtureRequest, **given: Any) -> None:
    """This will run a test with its fixtures and pass only when it fails."""
    names = inspect.signature(test).parameters
    arguments = {name: given[name] if name in given else request.getfixturevalue(name) for name in names}
    try:
        test(**arguments)
    except (AssertionError, IndexError, KeyError, pytest.fail.Exception):
        return
    raise AssertionError(f"{test.__name__} does not notice that its guard is gone")
