"""`make test`: every check in order, with headings and timings, and one closing line over all of them.

    python -m infra.tools.stages [lint types contracts schema backend frontend journeys]

All stages run even when one fails; the exit code is 1 if any has.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from defusedxml import ElementTree

from infra.embedded import frontend
from infra.embedded.places import EmbeddedError
from infra.embedded.postgres import start_postgres
from infra.embedded.valkey import start_valkey
from infra.tools.browser import NoBrowserError, provide_chromium
from infra.tools.workplace import leave_no_trace, test_home

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
BIN = Path(sys.executable).parent
HOME = Path(os.environ.get("HANSE_HOME", ROOT / ".hanse"))
REPORTS = HOME / "reports"
WORKERS = "2"


@dataclass
class Result:
    """What a stage found. Checks without single tests count as one."""

    name: str
    passed: int
    failed: int
    seconds: float = 0.0


def main(wanted: Sequence[str]) -> int:
    """This will run the wanted stages (all when none is named) and give the exit code."""
    unknown = set(wanted) - set(STAGES)
    if unknown:
        print(
            f"No such stage: {', '.join(sorted(unknown))}. There are: {', '.join(STAGES)}.", file=sys.stderr
        )
        return 2
    REPORTS.mkdir(parents=True, exist_ok=True)
    results = [_timed(name, STAGES[name]) for name in STAGES if name in wanted or not wanted]
    print("\n== Summary")
    for result in results:
        verdict = "ok" if not result.failed else "FAILED"
        print(f"   {result.name:<10} {verdict:<7} {result.passed:>5} passed {result.failed:>4} failed"
              f" {result.seconds:>6.0f} s")  # fmt: skip
    passed, failed = sum(r.passed for r in results), sum(r.failed for r in results)
    print(f"\n{passed} passed, {failed} failed in {sum(r.seconds for r in results):.2f}s", flush=True)
    return 1 if failed else 0


def _timed(name: str, stage: Callable[[], Result]) -> Result:
    print(f"\n== {name}: {(stage.__doc__ or '').strip()}", flush=True)
    started = time.monotonic()
    result = stage()
    result.seconds = time.monotonic() - started
    print(f"== {name}: {'FAILED' if result.failed else 'ok'}, {result.seconds:.0f} s", flush=True)
    return result


def _checks(name: str, *commands: Sequence[str]) -> Result:
    codes = [subprocess.call(command, cwd=ROOT, env=_environment()) for command in commands]
    return Result(name, passed=codes.count(0), failed=len(codes) - codes.count(0))


def _environment() -> dict[str, str]:
    roots = os.pathsep.join([str(ROOT), str(ROOT / "graphql")])
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    return {**os.environ, "PYTHONPATH": roots, "PATH": path, "HANSE_HOME": str(HOME)}


def lint() -> Result:
    """ruff: rules and format"""
    ruff = str(BIN / "ruff")
    return _checks("lint", [ruff, "check", "."], [ruff, "format", "--check", "."])


def types() -> Result:
    """mypy"""
    return _checks("types", [PYTHON, "-m", "mypy"])


def contracts() -> Result:
    """import-linter: floors, contexts and who may import what"""
    return _checks("contracts", [str(BIN / "lint-imports"), "--no-logo"])


def schema() -> Result:
    """printed GraphQL schemas and migrations match the code"""
    without_database = "ignore:Got an error checking a consistent migration history:RuntimeWarning"
    manage = [PYTHON, "-W", without_database, "-m", "infra.manage"]
    with_test_settings = {**_environment(), "DJANGO_SETTINGS_MODULE": "infra.config.settings.test"}
    commands = [
        [*manage, "print_schemas", "--check"],
        [*manage, "makemigrations", "--check", "--dry-run"],
    ]
    codes = [subprocess.call(command, cwd=ROOT, env=with_test_settings) for command in commands]
    return Result("schema", passed=codes.count(0), failed=len(codes) - codes.count(0))


def backend() -> Result:
    """pytest on an embedded PostgreSQL and Valkey"""
    with_servers = test_home()
    postgres = start_postgres(with_servers / "postgres", fsync=False, follow=True)
    valkey = start_valkey(with_servers / "valkey", durable=False, follow=True)
    try:
        return _pytest("backend", "-m", "not journey", "-n", WORKERS, "--dist", "loadfile")
    finally:
        valkey.stop()
        postgres.stop()
        leave_no_trace(with_servers)


def journeys() -> Result:
    """real browsers drive running platforms, one of each a worker"""
    try:
        chromium = provide_chromium()
        frontend.build()
    except (NoBrowserError, EmbeddedError) as error:
        print(error, file=sys.stderr)
        return Result("journeys", passed=0, failed=1)
    evenly = ("-n", WORKERS, "--dist", "load", "--maxschedchunk", "1")
    try:
        return _pytest("journeys", "-m", "journey", *evenly, CHROMIUM=chromium)
    finally:
        leave_no_trace(test_home())


def _pytest(name: str, *arguments: str, **environment: str) -> Result:
    report = REPORTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    command = [PYTHON, "-m", "pytest", "-q", "--durations=15", f"--junitxml={report}", *arguments]
    code = subprocess.call(command, cwd=ROOT, env={**_environment(), **environment})
    if not report.exists():
        return Result(name, passed=0, failed=1)
    suites = ElementTree.parse(report).getroot().iter("testsuite")
    counts = [
        [int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped")] for suite in suites
    ]
    total, failures, errors, skipped = (sum(column) for column in zip(*counts, strict=True))
    failed = failures + errors + skipped  # a skipped test proves nothing
    return Result(name, passed=total - failed, failed=max(failed, 1 if code else 0))


def front() -> Result:
    """generated operations, types, lint, unit tests, build and size of the front end"""
    report = REPORTS / "vitest.json"
    report.unlink(missing_ok=True)
    passed = failed = 0
    steps: list[list[str]] = [
        ["run", "codegen", "--", "--check"],
        ["run", "typecheck"],
        ["run", "lint"],
        ["run", "test", "--", "--reporter=default", "--reporter=json", f"--outputFile.json={report}"],
        ["run", "size"],
    ]
    try:
        frontend.install_packages()
        frontend.build()
    except EmbeddedError as error:
        print(error, file=sys.stderr)
        return Result("frontend", passed=0, failed=1)
    for step in steps:
        try:
            frontend.npm(*step)
            passed += 1
        except EmbeddedError as error:
            print(error, file=sys.stderr)
            failed += 1
    if report.exists():
        counted = json.loads(report.read_text())
        passed += counted["numPassedTests"]
        failed += counted["numFailedTests"] + counted["numPendingTests"]
    return Result("frontend", passed, failed)


STAGES: dict[str, Callable[[], Result]] = {
    "lint": lint,
    "types": types,
    "contracts": contracts,
    "schema": schema,
    "backend": backend,
    "frontend": front,
    "journeys": journeys,
}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nstopped by hand")
