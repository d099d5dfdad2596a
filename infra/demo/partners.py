"""Suppliers made up for the demo, with one contact for all units, and accounts to pay to.

Real companies of the order history are given no lateness and no faults; these suppliers are nobody's.
"""

import uuid
from datetime import datetime

from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.masterdata.services.supplier import supplier_create
from commerce.masterdata.supplier_fields import SupplierFields
from commerce.procurement.paying.queries import bank_accounts_visible_to
from commerce.procurement.services.bank_account import bank_account_set
from infra.demo.documents import Desk
from infra.demo.places import DemoGroup
from tenants.accounts.services.members import member_appoint
from tenants.runtime.scope import ACCOUNTS, group_scope, unit_of_work

MEDICAL, DIAGNOSTICS, LABORATORY, PACKAGING = (
    "Demo Medical Supply", "Demo Diagnostics", "Demo Laboratory Works", "Demo Packaging",
)  # fmt: skip
SUPPLIERS = {
    MEDICAL: ("DE", "DE89370400440532013000"),
    DIAGNOSTICS: ("FR", "FR1420041010050500013M02606"),
    LABORATORY: ("NL", "NL91ABNA0417164300"),
    PACKAGING: ("BE", "BE68539007547034"),
}
"""Country and account of each: the examples that the IBAN registry prints for these countries."""
PAYER = ("Demo Group", "AT", "AT611904300234573201")
CONTACT_OF = MEDICAL
NOTE = "Made up for the demo / 演示用虚构供应商"


def make_suppliers(group: DemoGroup, *, at: datetime) -> dict[str, uuid.UUID]:
    """This will enter the made-up suppliers into the register, those that are not there; gives ids by name."""
    hq = group.actor("hq_admin", at=at)
    with unit_of_work(group_scope(group.group_id)):
        rows = supplier_orgs_visible_to(actor=hq).filter(legal_name__in=SUPPLIERS)
        known = dict(rows.values_list("legal_name", "id"))
        for name, (country, _) in SUPPLIERS.items():
            if name not in known:
                fields = SupplierFields(legal_name=name, country=country, note=NOTE)
                known[name] = supplier_create(actor=hq, supplier=fields, at=at)
    return known


def appoint_contact(group: DemoGroup, person_id: uuid.UUID, supplier_id: uuid.UUID, *, at: datetime) -> None:
    """This will let one person speak for the supplier in every unit of the group."""
    with unit_of_work(ACCOUNTS):
        for place in group.units.values():
            member_appoint(
                actor=group.platform(),
                at=at,
                person_id=person_id,
                kind="supplier",
                role="supplier_contact",
                group_id=group.group_id,
                unit_id=place.unit_id,
                supplier_org_id=supplier_id,
            )


def set_accounts(desk: Desk, suppliers: dict[str, uuid.UUID]) -> None:
    """This will enter the accounts that the unit pays from and to."""
    finance = desk.actor("finance", desk.at)
    with unit_of_work(desk.unit.scope):
        if bank_accounts_visible_to(finance).exists():
            return
        _set(desk, *PAYER, supplier_id=None)
        for name, (country, number) in SUPPLIERS.items():
            _set(desk, name, country, number, supplier_id=suppliers[name])


def _set(desk: Desk, holder: str, country: str, number: str, *, supplier_id: uuid.UUID | None) -> None:
    bank_account_set(
        actor=desk.actor("unit_admin", desk.at),
        at=desk.at,
        holder_name=holder,
        account_no=number,
        country=country,
        currency=desk.unit.currency,
        supplier_org_id=supplier_id,
    )
