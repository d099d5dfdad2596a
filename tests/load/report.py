"""Prints figures and keeps them in docs/benchmarks.md, one section a script, the goal beside each figure."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
TITLE = """# Figures

Measured by `make bench`, which writes this page: each section is the last run of its script, with the goal beside
each figure. CPU times are those of our processes and of PostgreSQL; they and the ratios within one run say more
than wall-clock times, which change with the machine and with what else runs on it.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure, and its goal when it has one."""

    what: str
    measured: str
    goal: str = ""
    met: bool | None = None

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        return "" if self.met is None else ("met" if self.met else "**not met**")


def table(figures: Iterable[Figure]) -> list[str]:
    """This will write figures as a table."""
    rows = [f"| {f.what} | {f.measured} | {f.goal} | {f.verdict} |" for f in figures]
    return ["| what | measured | goal | |", "|---|---|---|---|", *rows]


def keep(section: str, lines: list[str]) -> None:
    """This will print the lines and put them in the place of the section's former ones."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    load = f"load average {os.getloadavg()[2]:.1f} in the quarter of an hour before the end"
    body = [f"## {section}", "", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine}, {load}", "", *lines, ""]
    print("\n".join(body), flush=True)
    sections = _sections()
    sections[section] = "\n".join(body).rstrip()
    PAGE.write_text("\n\n".join([TITLE.rstrip(), *sections.values()]) + "\n")


def _sections() -> dict[str, str]:
    """The page's sections by their titles."""
    text = PAGE.read_text() if PAGE.exists() else ""
    parts = text.split("\n## ")[1:]
    return {part.partition("\n")[0]: f"## {part}".rstrip() for part in parts}
