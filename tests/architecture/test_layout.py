"""Where files lie, how long they are, and what the folder `graphql/` must never hold."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.rules import ROOT, product_sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 60  # lines of statements; signature and docstring do not count
LONG_FUNCTION = 40
LONG_FUNCTIONS_ALLOWED = 10  # in the whole product


def strays_in(graphql: Path) -> list[str]:
    """This will name the Python modules in the source root that would shadow graphql-core."""
    return [file.name for file in graphql.glob("*.py")] + [
        folder.name
        for folder in graphql.iterdir()
        if folder.is_dir() and folder.name not in ("api", "__pycache__")
    ]


def too_long_files(limit: int = LONGEST_FILE) -> list[str]:
    """This will name the files with more lines than the limit; migrations are written by a program."""
    return [
        f"{source.path}: {length} lines"
        for source in product_sources()
        if "/migrations/" not in source.path and (length := len(source.text.splitlines())) > limit
    ]


def too_long_functions(limit: int = LONGEST_FUNCTION) -> list[str]:
    """This will name the functions of the product with more lines than the limit."""
    return [
        f"{source.path}:{node.lineno} {node.name}: {length} lines"
        for source in product_sources()
        if not source.is_in("tests")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := _lines_of_statements(node)) > limit
    ]


def _lines_of_statements(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_the_source_root_graphql_holds_only_the_package_api() -> None:
    assert not strays_in(ROOT / "graphql")


def test_a_stray_package_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    (tmp_path / "__init__.py").touch()
    assert strays_in(tmp_path) == ["__init__.py"]


def test_the_name_graphql_belongs_to_graphql_core_from_the_repository_root() -> None:
    code = "import graphql; print(graphql.version_info.major, graphql.__file__)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "site-packages" in shown.stdout


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    assert not too_long_files()
    assert too_long_files(limit=5)


def test_no_function_is_longer_than_a_screen() -> None:
    assert not too_long_functions(), "\n".join(too_long_functions())
    assert too_long_functions(limit=5)


def test_long_functions_stay_few() -> None:
    long = too_long_functions(LONG_FUNCTION)
    assert len(long) <= LONG_FUNCTIONS_ALLOWED, "\n".join(long)
