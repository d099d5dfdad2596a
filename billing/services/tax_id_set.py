"""The group's tax number, which stands on its invoices and decides about tax."""

import re
import uuid
from datetime import datetime

from billing.errors import TaxIdInvalid
from billing.services.asking import ask
from billing.services.preview import own_subscription
from billing.states import TAX_ID_KINDS
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid
from tenants.runtime.guard import require

SHAPES: dict[str, tuple[str, str]] = {
    "eu_vat": (r"[A-Z]{2}[0-9A-Z+*]{2,12}", "DE123456789"),
    "cn_tin": (r"[0-9A-Z]{15,20}", "123456789012345678"),
    "us_ein": (r"[0-9]{2}-[0-9]{7}", "12-3456789"),
    "gb_vat": (r"GB[0-9]{9,12}", "GB123456789"),
    "ch_vat": (r"CHE-?[0-9.]{9,12} ?(MWST|TVA|IVA)", "CHE-123.456.789 MWST"),
}


def tax_id_set(*, actor: Actor, at: datetime, kind: str, value: str) -> uuid.UUID:
    """This will ask that a number becomes the group's only tax number; an empty value leaves none.

    Gives the operation's id. Raises Forbidden, NotFound, Invalid, TaxIdInvalid, OperationRunning.
    """
    require(actor, "billing.subscription.edit")
    subscription = own_subscription(actor)
    if kind not in TAX_ID_KINDS:
        raise Invalid(
            field="kind",
            reason_en=f"Choose one of {', '.join(TAX_ID_KINDS)}.",
            reason_zh=f"请选择 {'、'.join(TAX_ID_KINDS)} 之一。",
        )
    number = " ".join(value.upper().split())
    shape, example = SHAPES[kind]
    if number and not re.fullmatch(shape, number):
        raise TaxIdInvalid(field="value", example=example)
    asked = {"kind": kind, "value": number}
    return ask(subscription, "tax_id", actor=actor, at=at, asked=asked, action="billing.tax_id.set")
