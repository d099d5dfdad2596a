"""Who moves a document's state tells of it: which functions write a state, and whether a trail goes with it."""

import ast
import re

from tests.architecture.rules import Found, Source, dotted

_TRAIL = re.compile(r"(^|\.)_?(leave_trail|record|record_many|tell(_\w+)?|publish)$")


def silent_moves(source: Source) -> Found:
    """This will find functions that write `status` while neither they, nor who calls them here, leave a trail."""
    functions = {node.name: node for node in source.tree.body if isinstance(node, ast.FunctionDef)}
    calls = {name: _calls(node) for name, node in functions.items()}
    for name, node in functions.items():
        line = _writes_state(node)
        if line is None:
            continue
        around = _closure(name, {other: {n for n in calls if other in calls[n]} for other in calls})
        reached = set().union(*(_closure(each, calls) for each in around))
        if not any(_TRAIL.search(called) for each in reached for called in calls.get(each, {each})):
            yield line, f"{name} moves a state"


def _writes_state(function: ast.FunctionDef) -> int | None:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and dotted(node.func).endswith(".update"):
            if any(keyword.arg == "status" for keyword in node.keywords):
                return node.lineno
        elif isinstance(node, ast.Assign):
            targets = [part for t in node.targets for part in (t.elts if isinstance(t, ast.Tuple) else [t])]
            if any(isinstance(t, ast.Attribute) and t.attr == "status" for t in targets):
                return node.lineno
    return None


def _calls(function: ast.FunctionDef) -> set[str]:
    return {dotted(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}


def _closure(start: str, ways: dict[str, set[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for following in ways.get(waiting.pop(), ()):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen
