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
    "manual_seconds", "manual_sample",
)  # fmt: skip
MOST_SECONDS = 30 * 24 * 3600


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
    manual_seconds: int | None = None,
    manual_sample: int | None = None,
) -> dict[str, bool]:
    """This will set what the group asks of suppliers from now on.

    `version` is 1 before the first edit. `manual_seconds` and `manual_sample` record what an application took
    by hand, or are both left out. Raises Forbidden, Conflict, Invalid.
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
    _check_baseline(manual_seconds, manual_sample)
    SupplierPolicy.objects.bulk_create([SupplierPolicy(group_id=actor.group_id)], ignore_conflicts=True)
    row = SupplierPolicy.objects.select_for_update().get(group_id=actor.group_id)
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    old = {name: getattr(row, name) for name in _FIELDS}
    row.required_certificates = sorted(set(required_certificates))
    row.required_checks = sorted(set(required_checks))
    row.blocking_class, row.check_days = blocking_class, check_days
    row.accept_automatically = accept_automatically
    row.manual_seconds, row.manual_sample = manual_seconds, manual_sample
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


def _check_baseline(seconds: int | None, sample: int | None) -> None:
    if (seconds is None) != (sample is None) or not 1 <= (seconds or 1) <= MOST_SECONDS or (sample or 1) < 1:
        raise Invalid(
            field="manualSeconds",
            reason_en="Give the median in seconds together with the number of applications that were timed.",
            reason_zh="请同时填写人工处理时间中位数（秒）与计时的申请数量。",
        )


def _known(given: Sequence[str], known: Sequence[str], field: str) -> None:
    for value in given:
        if value not in known:
            names = ", ".join(known)
            raise Invalid(field=field, reason_en=f"One of: {names}.", reason_zh=f"可选值：{names}。")
