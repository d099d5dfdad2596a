"""The roll-ups of analytics: which table each is, and the ledger of the unit that it must equal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from commerce.analytics.models import ApprovalRollup, CycleRollup, DeliveryRollup, SpendRollup
from commerce.approvals.ledger import approvals_of_month, months_of_approvals
from commerce.procurement.insight.ledger import cycles_of_month, deliveries_of_month, months_of_receipts
from commerce.procurement.ledger import ledger_of_month, months_of_orders


@dataclass(frozen=True, slots=True)
class Rollup:
    """One roll-up: its columns in the order of its ledger's rows, which `ledger` gives for a month.

    `counted` is the column that says how many lines or documents of the ledger a row stands for.
    """

    name: str
    model: type[Model]
    columns: tuple[str, ...]
    ledger: Callable[[date], Sequence[Any]]
    months: Callable[[], list[date]]
    counted: str = "line_count"

    def rows_of(self, month: date) -> list[tuple[Any, ...]]:
        """This will give the rows that the month's roll-up must hold."""
        return [astuple(found) for found in self.ledger(month)]

    @property
    def alarm(self) -> str:
        """The kind of alarm that refreshes one month of one unit; its subject is `month_key`."""
        return f"analytics.{self.name}.refresh"


ROLLUPS: Mapping[str, Rollup] = {
    rollup.name: rollup
    for rollup in (
        Rollup(
            "spend",
            SpendRollup,
            ("supplier_org_id", "category_id", "currency", "spend_amount", "line_count"),
            ledger_of_month,
            months_of_orders,
        ),
        Rollup(
            "delivery",
            DeliveryRollup,
            (
                "supplier_org_id", "item_id", "quantity", "due_quantity", "in_time_quantity", "accepted_quantity",
                "line_count",
            ),
            deliveries_of_month,
            months_of_receipts,
        ),
        Rollup("cycle", CycleRollup, ("category_id", "day_count", "line_count"), cycles_of_month, months_of_receipts),
        Rollup(
            "approval",
            ApprovalRollup,
            ("document_type", "hundredth_count", "document_count", "microsecond_sum"),
            approvals_of_month,
            months_of_approvals,
            counted="document_count",
        ),
    )
}  # fmt: skip
