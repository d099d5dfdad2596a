"""Prints figures and keeps them in docs/benchmarks.md, one section a script."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
TITLE = "# Figures\n\nMeasured by `make bench`; each section is the last run of its script.\n"


def keep(section: str, lines: list[str]) -> None:
    """This will print the lines and put them in the place of the section's former ones."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    body = [f"## {section}", "", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine}", "", *lines, ""]
    print("\n".join(body))
    text = PAGE.read_text() if PAGE.exists() else TITLE
    before, found, after = text.partition(f"## {section}\n")
    rest = after[after.index("\n## ") + 1 :] if found and "\n## " in after else ""
    PAGE.write_text(f"{before.rstrip()}\n\n{chr(10).join(body)}" + (f"\n{rest}" if rest else ""))
