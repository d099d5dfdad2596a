"""What time alone does to sanctions: brings scheduled ones into force, ends those whose time is over."""

import uuid
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.models import Sanction
from commerce.masterdata.services.identity import lock_same_supplier
from commerce.masterdata.services.sanction import (
    announce,
    end_sanction,
    lock_sanction,
    move_sanction,
    publish,
    record_end,
    set_clock,
)
from commerce.masterdata.states import BINDING
from tenants.kernel.actor import system_actor
from tenants.runtime.scope import current_scope


def sanction_advance(*, sanction_id: uuid.UUID, at: datetime) -> None:
    """This will move a sanction as far as the clock says; run again it changes nothing.

    A scheduled one comes into force under the supplier's exclusive lock, so that no document slips through.
    """
    group_id = current_scope().group_id
    supplier = Sanction.objects.filter(id=sanction_id).values_list("supplier_org_id", flat=True).first()
    if supplier is None or group_id is None:
        return
    records = lock_same_supplier(group_id=group_id, supplier_org_ids={supplier})
    actor = system_actor(group_id=group_id, name="clock")
    sanction = lock_sanction(actor=actor, sanction_id=sanction_id, version=None)
    if sanction.status not in BINDING:
        return
    if sanction.until_at is not None and sanction.until_at <= at:
        end_sanction(sanction, "expired", at=at)
        record_end(actor=actor, sanction=sanction, action="masterdata.sanction.expire", at=at)
        publish(actor=actor, sanction=sanction, event_type=events.SANCTION_EXPIRED, at=at)
        return
    if sanction.status == "scheduled" and sanction.from_at is not None and sanction.from_at <= at:
        move_sanction(sanction, "in_force")
        record_end(actor=actor, sanction=sanction, action="masterdata.sanction.start", at=at)
        announce(actor=actor, sanction=sanction, records=records, at=at)
    set_clock(sanction)
