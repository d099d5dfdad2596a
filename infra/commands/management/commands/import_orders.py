"""`manage import_orders`: loads a table of orders into a unit, by a mapping of its columns (docs/imports.md)."""

import csv
import gzip
import sys
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from commerce.masterdata.services.ensure import Ensured, master_data_ensure
from commerce.procurement.importing.checking import Checked, ReadOrder, RowProblem, check_rows
from commerce.procurement.importing.mapping import OrderMapping, read_mapping
from commerce.procurement.importing.table import rows_of
from commerce.procurement.services.order_import import (
    Imported,
    named_item,
    order_import,
    unknown_units,
)
from infra.commands.places import UnitPlace, unit_by_slug
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime import clock
from tenants.runtime.scope import group_scope, unit_of_work

BATCH = 500
PERMISSIONS = frozenset(
    {
        "masterdata.supplier.import",
        "masterdata.category.edit",
        "masterdata.item.edit",
        "procurement.order.import",
        "procurement.order.read",
    }
)


class Command(BaseCommand):
    """Checks every row first; writes nothing while a row is wrong, unless --skip-bad leaves its order out."""

    help = (
        "Load a CSV table of orders into a unit, with its suppliers, categories and items. May be repeated."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", help="CSV, or CSV packed by gzip")
        parser.add_argument("--unit", required=True, help="the unit, by the name in its address")
        parser.add_argument("--mapping", required=True, help="TOML or JSON: which column is which field")
        parser.add_argument("--dry-run", action="store_true", help="check and count, write nothing")
        parser.add_argument("--skip-bad", action="store_true", help="import the orders without bad rows")
        parser.add_argument("--problems", help="write the problems to this CSV file instead of the screen")

    def handle(self, *args: Any, **options: Any) -> None:
        began = perf_counter()
        unit = unit_by_slug(options["unit"])
        try:
            checked = self._check(Path(options["file"]), Path(options["mapping"]), unit)
            self._report(checked, options)
            if options["dry_run"]:
                self._say(dry_run(unit, checked.orders, clock.now()), began, "would be ")
                return
            self._say(import_orders(unit, checked.orders, clock.now(), progress=self._progress), began, "")
        except DomainError as refusal:
            raise CommandError(f"{refusal.code}: {refusal.message('en')}") from refusal

    def _check(self, file: Path, mapping_file: Path, unit: UnitPlace) -> Checked:
        mapping = read_mapping(mapping_file.read_text(encoding="utf-8"), form=mapping_file.suffix.lstrip("."))
        checked = read_table(file, mapping)
        with unit_of_work(unit.scope):
            strange = unknown_units(actor=importer(unit), orders=checked.orders)
        for order in checked.orders if strange else ():
            for line in order.lines:
                if line.unit in strange:
                    checked.problems.append(_unknown_unit(line.row, mapping, line.unit))
        broken = {problem.row for problem in checked.problems}
        checked.orders = [o for o in checked.orders if not broken & {line.row for line in o.lines}]
        return checked

    def _report(self, checked: Checked, options: dict[str, Any]) -> None:
        lines = sum(len(order.lines) for order in checked.orders)
        self.stdout.write(
            f"{checked.rows} rows: {len(checked.orders)} orders with {lines} lines are good, "
            f"{len(checked.problems)} problems."
        )
        if not checked.problems:
            return
        if options["problems"]:
            write_problems(Path(options["problems"]), checked.problems)
        for problem in checked.problems[: 0 if options["problems"] else 50]:
            self.stdout.write(
                f"  row {problem.row}, {problem.column}: {problem.value!r} {problem.code}: {problem.en}"
            )
        if not options["skip_bad"]:
            raise CommandError(
                "Nothing was written. Correct the rows, or leave their orders out by --skip-bad."
            )

    def _progress(self, done: int, total: int) -> None:
        end = "\n" if done == total or not sys.stdout.isatty() else "\r"
        self.stdout.write(f"  {done}/{total} orders", ending=end)
        self.stdout.flush()

    def _say(self, outcome: tuple[Ensured, Imported], began: float, would: str) -> None:
        ensured, imported = outcome
        added = ", ".join(f"{count} {name}" for name, count in ensured.added.items())
        self.stdout.write(
            f"{len(imported.created)} orders {would}written, {len(imported.known)} were there, "
            f"{len(imported.differing)} were there with other content; new: {added}; "
            f"{perf_counter() - began:.1f} s"
        )
        for number in imported.differing[:20]:
            self.stdout.write(f"  {number} differs from what is stored and was left as it is")


def read_table(file: Path, mapping: OrderMapping) -> Checked:
    """This will read and check a CSV file, packed or not."""
    if file.suffix == ".gz":
        with gzip.open(file, "rt", encoding=mapping.encoding, newline="") as packed:
            return check_rows(rows_of(packed, mapping), mapping)
    with open(file, encoding=mapping.encoding, newline="") as plain:
        return check_rows(rows_of(plain, mapping), mapping)


def importer(unit: UnitPlace) -> Actor:
    """This will make the actor of an import by an operator."""
    return Actor(
        kind="system",
        permissions=PERMISSIONS,
        group_id=unit.group_id,
        unit_id=unit.unit_id,
        display_name="Import",
    )


def import_orders(
    unit: UnitPlace, orders: Sequence[ReadOrder], at: datetime, *, progress: Any = None
) -> tuple[Ensured, Imported]:
    """This will write master data in one unit of work and the orders in batches; what is there stays."""
    actor = importer(unit)
    with unit_of_work(group_scope(unit.group_id)):
        ensured = _ensure(actor, orders, at)
    created: list[str] = []
    known: list[str] = []
    differing: list[str] = []
    for start in range(0, len(orders), BATCH):
        batch = orders[start : start + BATCH]
        with unit_of_work(unit.scope):
            imported = order_import(actor=actor, at=at, orders=batch, ensured=ensured)
        created += imported.created
        known += imported.known
        differing += imported.differing
        if progress is not None:
            progress(start + len(batch), len(orders))
    return ensured, Imported(tuple(created), tuple(known), tuple(differing))


def dry_run(unit: UnitPlace, orders: Sequence[ReadOrder], at: datetime) -> tuple[Ensured, Imported]:
    """This will do all that an import does and take it back; orders that still run are not tried at the gate."""
    actor = importer(unit)
    with _taken_back(group_scope(unit.group_id)):
        ensured = _ensure(actor, orders, at)
    with _taken_back(unit.scope):
        imported = order_import(
            actor=actor, at=at, orders=[o for o in orders if _is_over(o)], ensured=ensured
        )
    return ensured, imported


def write_problems(file: Path, problems: Sequence[RowProblem]) -> None:
    """This will write the problems as a table; a cell that a spreadsheet would run is made text."""
    with open(file, "w", encoding="utf-8-sig", newline="") as target:
        table = csv.writer(target)
        table.writerow(["row", "column", "value", "rule", "what to do", "处理办法"])
        for problem in problems:
            table.writerow([_inert(str(cell)) for cell in (
                problem.row, problem.column, problem.value, problem.code, problem.en, problem.zh
            )])  # fmt: skip


@contextmanager
def _taken_back(scope: Any) -> Any:
    with unit_of_work(scope):
        yield
        transaction.set_rollback(True)


def _ensure(actor: Actor, orders: Sequence[ReadOrder], at: datetime) -> Ensured:
    suppliers = {
        order.supplier: {
            name.removeprefix("supplier_"): text
            for name, text in order.texts.items()
            if name.startswith("supplier_")
        }
        for order in orders
    }
    items = [named_item(line) for order in orders for line in order.lines]
    return master_data_ensure(actor=actor, at=at, suppliers=suppliers, items=items)


def _is_over(order: ReadOrder) -> bool:
    return all(line.delivered_date for line in order.lines)


def _unknown_unit(row: int, mapping: OrderMapping, unit: str) -> RowProblem:
    return RowProblem(
        row, mapping.line["unit"].name, unit, "UNKNOWN_UNIT",
        "Not a unit of UN/ECE Recommendation 20 that is known. Translate it in the mapping's `values`.",
        "不是已知的 UN/ECE 第 20 号建议书计量单位，请在映射的 values 中转换。",
    )  # fmt: skip


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
