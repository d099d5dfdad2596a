"""Checks of suppliers by third parties: asked for, tried again, entered by hand, judged by one rule."""

import hashlib
import uuid
from datetime import datetime, timedelta

from commerce.masterdata import events
from commerce.masterdata.fitness import latest_checks, supplier_policy
from commerce.masterdata.models import ProviderCheck, SupplierOrg
from commerce.masterdata.providers.port import Answer, CheckFields, ProviderDown, Subject, SubjectUnknown
from commerce.masterdata.providers.registry import portfolio_of, provider
from commerce.masterdata.services.at_group import into_vault
from commerce.masterdata.services.supplier_alert import raise_alert
from commerce.masterdata.states import CHECK_KINDS, PROVIDER_CHECK
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime import audit, files, outbox
from tenants.runtime.clock import set_alarm
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import Scope, unit_of_work

RETRY, EXPIRE, WATCH = (
    "masterdata.provider_check.retry", "masterdata.provider_check.expire", "masterdata.provider_check.watch",
)  # fmt: skip
WATCH_REQUESTED = "masterdata.provider_check.watch_requested"
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240))
"""How long to wait after each failed attempt; after the last a person must see to it."""

WATCH_EVERY = timedelta(seconds=30)
PURPOSE = "supplier_report"


class ProviderAbsent(DomainError):
    """No provider is connected."""

    code = "PROVIDER_ABSENT"
    en = "No credit agency is connected. Enter the report by hand."
    zh = "尚未接入征信机构，请手工录入核验报告。"


def provider_check_request(*, actor: Actor, at: datetime, supplier_org_id: uuid.UUID, kind: str) -> uuid.UUID:
    """This will have a supplier checked by the provider in the background, and give the check's id.

    One that is pending already is given again. Raises Forbidden, NotFound, Invalid, ProviderAbsent.
    """
    require(actor, "masterdata.provider_check.request")
    supplier = _supplier(actor, supplier_org_id)
    _known_kind(kind)
    if provider() is None:
        raise ProviderAbsent(field="kind")
    return request_check(actor=actor, supplier=supplier, kind=kind, at=at)


def request_check(*, actor: Actor, supplier: SupplierOrg, kind: str, at: datetime) -> uuid.UUID:
    """This will ask for a check in the group's scope unless one is pending, and give its id."""
    asked = provider()
    pending = ProviderCheck.objects.filter(
        group_id=supplier.group_id, supplier_org=supplier, kind=kind, status="pending"
    ).first()
    if pending is not None:
        return pending.id
    check = ProviderCheck(
        group_id=supplier.group_id,
        supplier_org=supplier,
        kind=kind,
        provider=asked.code if asked else "",
        requested_by_name=actor.display_name,
        requested_at=at,
    )
    ProviderCheck.objects.bulk_create([check])
    _tell(check, supplier, "request", events.CHECK_REQUESTED, actor=actor, at=at)
    return check.id


def request_check_of(*, actor: Actor, supplier_org_id: uuid.UUID, kind: str, at: datetime) -> uuid.UUID:
    """This will ask for a check of a supplier by its id, as `request_check` does; raises NotFound."""
    return request_check(actor=actor, supplier=_supplier(actor, supplier_org_id), kind=kind, at=at)


def provider_check_enter(
    *,
    actor: Actor,
    at: datetime,
    supplier_org_id: uuid.UUID,
    kind: str,
    fields: CheckFields,
    file_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """This will note what a report in a person's hand says, by the same fields and rule; gives the check's id.

    Raises Forbidden, NotFound, Invalid.
    """
    require(actor, "masterdata.provider_check.enter")
    supplier = _supplier(actor, supplier_org_id)
    _known_kind(kind)
    if fields.risk_class is not None and not 1 <= fields.risk_class <= 5:
        raise Invalid(field="riskClass", reason_en="1 to 5.", reason_zh="风险等级为 1 至 5。")
    if kind == "credit" and fields.risk_class is None:
        raise Invalid(
            field="riskClass",
            reason_en="A credit check needs a risk class.",
            reason_zh="信用核验须填写风险等级。",
        )
    check = ProviderCheck(
        group_id=supplier.group_id,
        supplier_org=supplier,
        kind=kind,
        provider="manual",
        requested_by_name=actor.display_name,
        requested_at=at,
    )
    if file_id is not None:
        check.response_gid, described = into_vault(file_id=file_id, purpose=PURPOSE, actor=actor)
        check.response_sha256 = described.sha256
    ProviderCheck.objects.bulk_create([check])
    _answer(check, supplier, fields, actor=actor, at=at)
    return check.id


def run_check(*, scope: Scope, check_id: uuid.UUID, at: datetime) -> None:
    """This will ask the provider outside of any transaction and store what it says; again it changes nothing.

    When it is down the check stays pending and is tried again; when it does not know the supplier, it fails.
    """
    with unit_of_work(scope):
        check = (
            ProviderCheck.objects.filter(id=check_id, status="pending").select_related("supplier_org").first()
        )
    asked = provider()
    if check is None:
        return
    supplier = check.supplier_org
    names = ("country", "duns", "tax_id", "uscc", "street", "city", "postal_code")
    subject = Subject(name=supplier.legal_name, **{name: getattr(supplier, name) for name in names})
    answer: Answer | None = None
    problem = "no provider is connected"
    try:
        if asked is not None:
            answer = asked.check(kind=check.kind, subject=subject)
    except ProviderDown as down:
        problem = str(down)
    except SubjectUnknown as unknown:
        answer = Answer(CheckFields(risk_text=str(unknown)), unknown.raw)
    with unit_of_work(scope):
        _settle(check_id, answer, problem, at)


def _settle(check_id: uuid.UUID, answer: Answer | None, problem: str, at: datetime) -> None:
    rows = lock_rows(ProviderCheck.objects.filter(id=check_id, status="pending"))
    if not rows:
        return
    check = rows[0]
    actor = system_actor(group_id=check.group_id, name=check.provider)
    supplier = SupplierOrg.objects.get(id=check.supplier_org_id)
    check.attempts += 1
    if answer is None:
        _wait(check, supplier, problem, actor=actor, at=at)
        return
    check.response_sha256 = hashlib.sha256(answer.raw).hexdigest()
    check.response_gid = files.put(
        name=f"{check.provider}-{check.kind}.json",
        content_type="application/json",
        data=answer.raw,
        purpose=PURPOSE,
        actor=actor,
    )
    _answer(check, supplier, answer.fields, actor=actor, at=at)
    if portfolio_of(check.group_id):
        set_alarm(kind=WATCH, subject_id=check.group_id, due_at=at + WATCH_EVERY)


def _wait(check: ProviderCheck, supplier: SupplierOrg, problem: str, *, actor: Actor, at: datetime) -> None:
    check.problem = problem[:500]
    if check.attempts <= len(WAITS):
        check.save(update_fields=["attempts", "problem"])
        set_alarm(kind=RETRY, subject_id=check.id, due_at=at + WAITS[check.attempts - 1])
        return
    PROVIDER_CHECK.check(check.status, "given_up")
    check.status = "given_up"
    check.version += 1
    check.save()
    _tell(check, supplier, "give_up", events.CHECK_ANSWERED, actor=actor, at=at)
    _alert(check, supplier, "check_failed", {"problem": check.problem}, actor=actor, at=at)


def retry_check(*, check_id: uuid.UUID, at: datetime) -> None:
    """This will have a pending check tried again."""
    check = ProviderCheck.objects.filter(id=check_id, status="pending").select_related("supplier_org").first()
    if check is not None:
        actor = system_actor(group_id=check.group_id, name="clock")
        _tell(check, check.supplier_org, "retry", events.CHECK_REQUESTED, actor=actor, at=at)


def expire_check(*, check_id: uuid.UUID, at: datetime) -> None:
    """This will tell people that a check's answer is over, and have it repeated where a provider is connected."""
    check = ProviderCheck.objects.filter(id=check_id).select_related("supplier_org").first()
    if check is None or check.expires_at is None or check.expires_at > at:
        return
    supplier = check.supplier_org
    latest = latest_checks(group_id=check.group_id, supplier_org_id=supplier.id).get(check.kind)
    if latest is None or latest.id != check.id:
        return
    actor = system_actor(group_id=check.group_id, name="clock")
    _alert(check, supplier, "check_expired", {"ended": check.expires_at.isoformat()}, actor=actor, at=at)
    if provider() is not None:
        request_check(actor=actor, supplier=supplier, kind=check.kind, at=at)


def watch_again(*, group_id: uuid.UUID, at: datetime) -> None:
    """This will have the group's monitoring read now and again in half a minute."""
    outbox.publish(
        event_type=WATCH_REQUESTED,
        subject_type="group",
        subject_id=group_id,
        at=at,
        actor=system_actor(group_id=group_id, name="clock"),
    )
    set_alarm(kind=WATCH, subject_id=group_id, due_at=at + WATCH_EVERY)


def read_changes(*, scope: Scope, at: datetime) -> None:
    """This will ask which suppliers' risk has changed and have each checked anew; a provider that is down waits."""
    asked, portfolio = provider(), portfolio_of(scope.group_id)
    if asked is None or not portfolio:
        return
    try:
        changed = asked.changes(portfolio=portfolio)
    except ProviderDown:
        return
    if not changed:
        return
    with unit_of_work(scope):
        actor = system_actor(group_id=scope.group_id, name=asked.code)
        for supplier in SupplierOrg.objects.filter(group_id=scope.group_id, duns__in=changed).order_by("id"):
            request_check(actor=actor, supplier=supplier, kind="credit", at=at)


def _answer(
    check: ProviderCheck, supplier: SupplierOrg, fields: CheckFields, *, actor: Actor, at: datetime
) -> None:
    """Judges the fields and writes the result, the supplier's risk class, alerts and the trail."""
    policy = supplier_policy(group_id=check.group_id)
    passed = _passes(check.kind, fields, supplier, policy.blocking_class)
    target = "passed" if passed else "failed"
    PROVIDER_CHECK.check(check.status, target)
    check.status, check.fields, check.risk_class = target, fields.stored(), fields.risk_class
    check.problem, check.answered_at = "", at
    check.expires_at = at + timedelta(days=policy.check_days)
    check.version += 1
    check.save()
    set_alarm(kind=EXPIRE, subject_id=check.id, due_at=check.expires_at)
    _tell(check, supplier, "answer", events.CHECK_ANSWERED, actor=actor, at=at)
    if not passed:
        _alert(check, supplier, "check_failed", {"check": check.kind}, actor=actor, at=at)
    if check.kind == "credit" and fields.risk_class is not None:
        _note_risk(check, supplier, fields.risk_class, actor=actor, at=at)


def _passes(kind: str, fields: CheckFields, supplier: SupplierOrg, blocking_class: int) -> bool:
    """Credit: a risk class below the group's. Licence: in operation, and registered under the number we know."""
    if kind == "credit":
        return fields.risk_class is not None and fields.risk_class < blocking_class
    return licence_runs(fields, uscc=supplier.uscc, tax_id=supplier.tax_id, country=supplier.country)


def licence_runs(fields: CheckFields, *, uscc: str, tax_id: str, country: str) -> bool:
    """This will tell whether a company is in operation under one of the numbers we know."""
    known = {_plain(n) for n in (uscc, tax_id) if n}
    told = {_plain(n) for n in fields.registration_numbers}
    home = {number.removeprefix(country) for number in known}
    return fields.operating_status == "active" and bool((known | home) & told)


def _plain(number: str) -> str:
    return "".join(c for c in number.upper() if c.isalnum())


def _note_risk(check: ProviderCheck, supplier: SupplierOrg, now: int, *, actor: Actor, at: datetime) -> None:
    before = supplier.risk_class
    if before == now:
        return
    rows = lock_rows(SupplierOrg.objects.filter(id=supplier.id))
    rows[0].risk_class, rows[0].changed_at = now, at
    rows[0].version += 1
    rows[0].save(update_fields=["risk_class", "changed_at", "version"])
    audit.record(
        actor=actor,
        action="masterdata.supplier.rate_risk",
        subject_type="supplier_org",
        subject_id=supplier.id,
        subject_label=supplier.legal_name,
        at=at,
        old={"risk_class": before},
        new={"risk_class": now},
    )
    if before is not None:
        details: dict[str, object] = {"before": before, "now": now}
        _alert(check, supplier, "risk_changed", details, actor=actor, at=at)


def _alert(
    check: ProviderCheck,
    supplier: SupplierOrg,
    kind: str,
    details: dict[str, object],
    *,
    actor: Actor,
    at: datetime,
) -> None:
    raise_alert(
        actor=actor,
        supplier_org_id=supplier.id,
        supplier_name=supplier.legal_name,
        kind=kind,
        key=f"check:{check.id}:{kind}",
        details=details,
        at=at,
    )


def _tell(
    check: ProviderCheck, supplier: SupplierOrg, action: str, event: str, *, actor: Actor, at: datetime
) -> None:
    audit.record(
        actor=actor,
        action=f"masterdata.provider_check.{action}",
        subject_type="provider_check",
        subject_id=check.id,
        subject_label=f"{supplier.legal_name}: {check.kind}",
        at=at,
        new={"status": check.status, "provider": check.provider, "sha256": check.response_sha256},
    )
    outbox.publish(
        event_type=event,
        subject_type="provider_check",
        subject_id=check.id,
        version=check.version,
        at=at,
        actor=actor,
        payload={"supplier_org_id": str(supplier.id), "kind": check.kind, "status": check.status},
    )


def _supplier(actor: Actor, supplier_org_id: uuid.UUID) -> SupplierOrg:
    supplier = SupplierOrg.objects.filter(group_id=actor.group_id, id=supplier_org_id).first()
    if supplier is None:
        raise NotFound(field="supplierOrgId")
    return supplier


def _known_kind(kind: str) -> None:
    if kind not in CHECK_KINDS:
        raise Invalid(field="kind", reason_en="credit or licence.", reason_zh="credit 或 licence。")
