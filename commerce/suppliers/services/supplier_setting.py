"""Sets whether the unit orders from suppliers that are not qualified."""

from datetime import datetime

from commerce.suppliers.models import SupplierSetting
from commerce.suppliers.states import UNQUALIFIED
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid
from tenants.runtime import audit
from tenants.runtime.guard import require
from tenants.runtime.scope import current_scope


def supplier_setting_edit(*, actor: Actor, at: datetime, version: int, unqualified: str) -> dict[str, object]:
    """This will set what happens to orders with suppliers that are not qualified: allow, warn or refuse.

    `version` is 1 before the first edit. Raises Forbidden, Invalid, Conflict.
    """
    require(actor, "suppliers.setting.edit")
    if unqualified not in UNQUALIFIED:
        raise Invalid(
            field="unqualified",
            reason_en="One of: allow, warn, refuse.",
            reason_zh="可选值：allow、warn、refuse。",
        )
    SupplierSetting.objects.bulk_create([SupplierSetting()], ignore_conflicts=True)
    row = SupplierSetting.objects.select_for_update().get(id=1)
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    old, row.unqualified = row.unqualified, unqualified
    row.version += 1
    row.save()
    audit.record(
        actor=actor,
        action="suppliers.setting.edit",
        subject_type="suppliers.setting",
        subject_id=current_scope().unit_id,
        at=at,
        old={"unqualified": old},
        new={"unqualified": unqualified},
    )
    return {"done": True}
