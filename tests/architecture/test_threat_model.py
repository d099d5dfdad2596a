"""The threat model is whole: every rule and attack case has its row, and whatever a row names is there."""

import re
from functools import cache
from pathlib import Path

from tenants.kernel.modules import MODULES
from tests.architecture.catalogue import RULES

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
ROW = re.compile(
    r"^\| (?P<code>[RA]\d+)\b[^|]*\| (?P<what>[^|]+)\| (?P<where>[^|]+)\| (?P<control>[^|]+)\|$", re.M
)
NAMED = re.compile(r"`(?P<file>[a-z_/]+/(?:test_)?[a-z_0-9]+)(?:::(?P<test>test_[a-z_0-9]+))?`")
HOUSE_RULE = re.compile(r"\*([^*]+)\*")
WANTED = (
    *(f"R{n}" for n in range(1, 41)),
    *(f"A{n:02}" for n in (*range(1, 20), 22, 24, 30, 32, 35, 38, 39, 40, 43)),
)
TENDERS = re.compile(r"tender|sourcing|sealed|\bbid")

Row = dict[str, str]


@cache
def text() -> str:
    """The threat model."""
    return (ROOT / "docs/threat-model.md").read_text()


def rows(told: str) -> list[Row]:
    """This will give the rows of both tables."""
    return [found.groupdict() for found in ROW.finditer(told)]


def file_of(name: str) -> Path | None:
    """This will find a file of tests by the name it has in the table."""
    return next((f for f in (TESTS / f"{name}.py", TESTS / f"contexts/{name}.py") if f.exists()), None)


def missing(cell: str) -> list[str]:
    """This will name what a cell names and is not there."""
    known = {rule.name for rule in RULES}
    lost = [name for name in HOUSE_RULE.findall(cell) if name not in known]
    for found in NAMED.finditer(cell):
        file, test = file_of(found["file"]), found["test"]
        if file is None or (test and not re.search(rf"^\s*(async )?def {test}\(", file.read_text(), re.M)):
            lost.append(found[0])
    return lost


def is_control(cell: str) -> bool:
    """This will tell whether a cell names a test, by its own name, or a house rule, which has its offence with it."""
    return any(found["test"] for found in NAMED.finditer(cell)) or bool(HOUSE_RULE.search(cell))


def unproved(told: str) -> list[str]:
    """This will name the rules and cases without a row, a check, or a control that is there."""
    found = rows(told)
    lost = [code for code in WANTED if code not in {row["code"] for row in found}]
    for row in found:
        if not (NAMED.search(row["where"]) or HOUSE_RULE.search(row["where"])) or not is_control(
            row["control"]
        ):
            lost.append(row["code"])
        lost += [f"{row['code']}: {name}" for name in missing(row["where"]) + missing(row["control"])]
    return lost


def tenders(modules: list[str]) -> list[str]:
    """This will name the modules that would take sealed bids."""
    return [code for code in modules if TENDERS.search(code)]


def test_every_rule_and_every_case_has_a_check_and_a_control_that_are_there() -> None:
    assert unproved(text()) == []
    assert len(rows(text())) > 70


def test_what_is_not_there_is_noticed() -> None:
    gone = text().replace("| R7 tasks |", "| tasks |").replace("test_the_linter_refuses`", "test_no_such`")
    lost = unproved(
        gone.replace("*raw sql*", "*rawest sql*").replace("`platform/test_pages`", "`platform/no_pages`")
    )
    assert {"R7", "R33: `directory/test_migrate_units::test_no_such`", "R22: rawest sql"} <= set(lost)
    assert "R37: `platform/no_pages`" in lost
    assert unproved(
        text().replace("`billing/test_webhooks::test_what_is", "`billing/test_webhooks` test_what_is")
    )


def test_no_module_takes_sealed_bids() -> None:
    assert tenders(list(MODULES)) == []
    assert not [folder.name for folder in (ROOT / "commerce").iterdir() if tenders([folder.name])]


def test_a_module_of_tenders_would_be_noticed() -> None:
    assert tenders([*MODULES, "sourcing", "tenders", "sealed_bids"]) == ["sourcing", "tenders", "sealed_bids"]
