"""House rules as code: each rule finds its offences in one file, and carries a snippet it must catch.

A line that breaks a rule for a good reason ends with `# reviewed: <the reason>`; rules about secrets of the
house (tenancy, time, tests) cannot be waived.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("tenants", "commerce", "billing", "graphql/api", "infra")
CONTEXTS = ("tenants", "commerce", "billing")
REVIEWED = re.compile(r"#.*\breviewed: \S")

Found = Iterator[tuple[int, str]]
Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Source:
    """One file: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @classmethod
    def of(cls, path: str, text: str) -> "Source":
        """This will parse the text as the file at `path`."""
        return cls(path, text, ast.parse(text))

    def is_in(self, *folders: str) -> bool:
        """This will tell whether the file lies in one of the folders."""
        return any(self.path.startswith(f"{folder}/") for folder in folders)

    def reviewed_lines(self) -> set[int]:
        """This will give all lines of the plain statements that carry a review with its reason."""
        lines = self.text.splitlines()
        marked = {number for number, line in enumerate(lines, 1) if REVIEWED.search(line)}
        spans = (
            range(node.lineno, (node.end_lineno or node.lineno) + 1)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.stmt) and not hasattr(node, "body")
        )
        return marked | {line for span in spans if marked & set(span) for line in span}

    def matches(self, *patterns: str) -> bool:
        """This will tell whether the path matches one of the patterns, read from the right."""
        return any(PurePosixPath(self.path).match(pattern) for pattern in patterns)

    def nodes(self, kind: type[Node]) -> Iterator[Node]:
        """This will yield all nodes of a kind."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kind))


@dataclass(frozen=True)
class Rule:
    """A rule, the files it holds for, how it looks for offences, and an offence in a file it must catch."""

    name: str
    why: str
    holds_for: Callable[[Source], bool]
    offences: Callable[[Source], Found]
    bad_path: str
    bad: str
    waivable: bool = False

    def check(self, source: Source) -> list[str]:
        """This will describe every offence in the file."""
        if not self.holds_for(source):
            return []
        waived = source.reviewed_lines() if self.waivable else set()
        return [
            f"{source.path}:{line}: {what} — {self.why}"
            for line, what in self.offences(source)
            if line not in waived
        ]


def product_sources() -> Iterator[Source]:
    """This will yield every Python file of the product and its tests."""
    for top in (*PRODUCT, "tests"):
        for file in sorted((ROOT / top).rglob("*.py")):
            yield Source.of(file.relative_to(ROOT).as_posix(), file.read_text())


def imported(source: Source) -> Iterator[tuple[int, str]]:
    """This will yield (line, dotted name) of all imports, `from a import b` as `a.b`."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def called(source: Source) -> Iterator[tuple[ast.Call, str]]:
    """This will yield all calls with the called expression's dotted name, as far as it has one."""
    for node in source.nodes(ast.Call):
        yield node, dotted(node.func)


def dotted(node: ast.AST) -> str:
    """This will give `a.b.c` for attribute chains, `.c` when the chain begins with another expression."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def starts_with(name: str, *modules: str) -> bool:
    """This will tell whether the dotted name is one of the modules or lies inside one."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)
