"""What the group asks of every supplier: certificates, checks, and from which risk on a check fails."""

from collections.abc import Sequence
from datetime import datetime

from commerce.masterdata.models import SupplierPolicy
from commerce.masterdata.states import CERTIFICATE_KINDS, CHECK_KINDS
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid
from tenants.runtime import audit
from tenants.runtime.guard import require

_FIELDS = (
    "required_certificates", "required_checks", "blocking_class", "check_days", "accept_automatically",
)  # fmt: skip


def supplier_policy_edit(
    *,
    actor: Actor,
    at: datetime,
    version: int,
    required_certificates: Sequence[str],
    required_checks: Sequence[str],
    blocking_class: int,
    check_days: int,
    accept_automatically: bool,
) -> dict[str, bool]:
    """This will set what the group asks of suppliers from now on.

    `version` is 1 before the first edit. Raises Forbidden, Conflict, Invalid.
    """
    require(actor, "masterdata.supplier_policy.edit")
    _known(required_certificates, CERTIFICATE_KINDS, "requiredCertificates")
    _known(required_checks, CHECK_KINDS, "requiredChecks")
    if not 2 <= blocking_class <= 5:
        raise Invalid(
            field="blockingClass", reason_en="A class from 2 to 5.", reason_zh="风险等级为 2 至 5。"
        )
    if not 1 <= check_days <= 730:
        raise Invalid(field="checkDays", reason_en="1 to 730 days.", reason_zh="1 至 730 天。")
    SupplierPolicy.objects.bulk_create([SupplierPolicy(group_id=actor.group_id)], ignore_conflicts=True)
    row = SupplierPolicy.objects.select_for_update().get(group_id=actor.group_id)
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    old = {name: getattr(row, name) for name in _FIELDS}
    row.required_certificates = sorted(set(required_certificates))
    row.required_checks = sorted(set(required_checks))
    row.blocking_class, row.check_days = blocking_class, check_days
    row.accept_automatically = accept_automatically
    row.version += 1
    row.save()
    before, after = audit.changes(old, {name: getattr(row, name) for name in _FIELDS})
    audit.record(
        actor=actor,
        action="masterdata.supplier_policy.edit",
        subject_type="supplier_policy",
        subject_id=row.group_id,
        at=at,
        old=before,
        new=after,
    )
    return {"done": True}


def _known(given: Sequence[str], known: Sequence[str], field: str) -> None:
    for value in given:
        if value not in known:
            names = ", ".join(known)
            raise Invalid(field=field, reason_en=f"One of: {names}.", reason_zh=f"可选值:{names}。")
