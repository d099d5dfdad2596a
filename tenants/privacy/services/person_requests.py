"""Requests of people to a group about their data: opened by the person, decided by the group within 30 days."""

import uuid
from datetime import datetime, timedelta

from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.queries.members import locales_of
from tenants.accounts.queries.personal import groups_of, is_anothers_name, own_name
from tenants.accounts.services.person_leave import person_leave
from tenants.accounts.services.scopes import in_accounts, in_scope
from tenants.directory.queries import group_of, units_here
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound, Unauthenticated
from tenants.privacy import mail_texts  # noqa: F401 makes its mails known
from tenants.privacy.models import PersonRequest
from tenants.privacy.models.person_request import KINDS
from tenants.privacy.queries import holds_in_force
from tenants.privacy.services.legal_holds import check_no_hold
from tenants.privacy.traces import (
    Trace,
    pseudonymise,
    pseudonymise_alone,
    rows_naming,
    rows_of,
    traces_in_group,
    traces_in_units,
)
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require, require_recent_proof
from tenants.runtime.scope import unit_scope

DUE_IN = timedelta(days=30)
LONGEST = 2_000
OUTCOMES = ("done", "refused")


class RequestOpen(DomainError):
    """The person has asked the group for the same already."""

    code = "REQUEST_OPEN"
    en = "You have asked for this already; the answer is due within 30 days of it."
    zh = "您已提出该请求，答复将在提出后 30 天内给出。"


def person_request_open(
    *, actor: Actor, at: datetime, group_id: uuid.UUID, kind: str, note: str = ""
) -> uuid.UUID:
    """This will put a person's request to one of their groups.

    Raises Unauthenticated, NotFound, Invalid, RequestOpen.
    """
    if actor.person_id is None or actor.kind != "person":
        raise Unauthenticated
    with in_accounts():
        if group_id not in groups_of(actor.person_id):
            raise NotFound(field="groupId")
        if kind not in KINDS:
            raise Invalid(
                field="kind",
                reason_en=f"Choose one of {', '.join(KINDS)}.",
                reason_zh=f"请选择 {'、'.join(KINDS)} 之一。",
            )
        asked = PersonRequest.objects.filter(
            group_id=group_id, person_id=actor.person_id, kind=kind, status="open"
        )
        if asked.exists():
            raise RequestOpen(field="kind")
        email, display_name = own_name(actor.person_id)
        made = PersonRequest(
            group_id=group_id, person_id=actor.person_id, email=email, display_name=display_name, kind=kind,
            note=note.strip()[:LONGEST], requested_at=at, due_at=at + DUE_IN, created_at=at,
        )  # fmt: skip
        PersonRequest.objects.bulk_create([made])
        _tell(actor, made, "open", "opened", at)
    return made.id


def person_request_decide(
    *, actor: Actor, at: datetime, person_request_id: uuid.UUID, outcome: str, comment: str
) -> uuid.UUID:
    """This will answer a request. An erasure that is done ends the person's memberships in the group and puts a
    pseudonym in the place of their name in `public` and in every unit; what has to stay is listed in the request.

    Raises Forbidden, ProofRequired, NotFound, Invalid, UnderLegalHold, LastAdmin.
    """
    require(actor, "privacy.person_request.decide")
    require_recent_proof(actor, at=at)
    request = PersonRequest.objects.select_for_update().filter(id=person_request_id, status="open").first()
    if request is None:
        raise NotFound(field="personRequestId")
    if outcome not in OUTCOMES or not comment.strip():
        raise Invalid(
            field="comment",
            reason_en="Answer with done or refused, and say why.",
            reason_zh="请选择处理结果并说明理由。",
        )
    recipient, locale = request.email, locales_of(person_ids=[request.person_id]).get(request.person_id, "en")
    request.status, request.comment = outcome, comment.strip()[:LONGEST]
    request.decided_at, request.decided_by_id = at, actor.person_id
    if outcome == "done" and request.kind == "erasure":
        check_no_hold(group_id=request.group_id, person_id=request.person_id)
        request.erased, request.holds = _erase(actor, request, at)
        request.email, request.display_name, request.note = "", pseudonym_of(request.person_id), ""
    request.save()
    _tell(actor, request, "decide", "decided", at)
    mail_request(
        name="privacy/decided", recipient=recipient, locale=locale, at=at, actor=actor,
        values={"group": group_of(request.group_id).name, "comment": request.comment,
                "holds": "; ".join(f"{hold['what']}: {hold['rows']}" for hold in request.holds) or "–"},
    )  # fmt: skip
    return request.id


def pseudonym_of(person_id: uuid.UUID) -> str:
    """This will give the name that stays on documents: always the same for one person, and telling nothing."""
    return f"person-{person_id.hex[-8:]}"


def _erase(
    actor: Actor, request: PersonRequest, at: datetime
) -> tuple[dict[str, int], list[dict[str, object]]]:
    person_leave(actor=actor, person_id=request.person_id, at=at)
    changed: dict[str, int] = {}
    holds: list[dict[str, object]] = []
    name = request.display_name
    shared = is_anothers_name(name, group_id=request.group_id, person_id=request.person_id)
    _rename(traces_in_group(), request.person_id, "group", changed, holds)
    _rename_alone(traces_in_group(), request, shared, "group", changed, holds)
    kept = {hold.unit_id for hold in holds_in_force(group_id=request.group_id) if hold.person_id is None}
    for unit in units_here():
        if unit.id in kept:
            holds.append({"what": unit.slug, "rows": 0, "why": "legal hold"})
            continue
        scope = unit_scope(group_id=request.group_id, unit_id=unit.id, schema_name=unit.schema_name)
        with in_scope(scope):
            _rename(traces_in_units(), request.person_id, unit.slug, changed, holds)
            _rename_alone(traces_in_units(), request, shared, unit.slug, changed, holds)
    return changed, holds


def _rename(
    traces: tuple[Trace, ...],
    person_id: uuid.UUID,
    place: str,
    changed: dict[str, int],
    holds: list[dict[str, object]],
) -> None:
    for trace in traces:
        label = trace.model._meta.label
        if trace.may_change:
            count = pseudonymise(trace, person_id, pseudonym_of(person_id))
            if count:
                changed[f"{place} {label}"] = count
        elif trace.names and (kept := rows_of(trace, person_id).count()):
            holds.append({"what": f"{place} {label}", "rows": kept, "why": "evidence that cannot be changed"})


def _rename_alone(
    traces: tuple[Trace, ...],
    request: PersonRequest,
    shared: bool,
    place: str,
    changed: dict[str, int],
    holds: list[dict[str, object]],
) -> None:
    """Names without an id: replaced where nobody else here bears the name and the row may change, otherwise listed."""
    name, pseudonym = request.display_name, pseudonym_of(request.person_id)
    for trace in traces:
        what = f"{place} {trace.model._meta.label}"
        if trace.may_change and not shared:
            if count := pseudonymise_alone(trace, name, pseudonym):
                changed[what] = changed.get(what, 0) + count
        elif kept := rows_naming(trace, name).count():
            why = (
                "another member has the same name" if trace.may_change else "evidence that cannot be changed"
            )
            holds.append({"what": f"{what} (by name)", "rows": kept, "why": why})


def _tell(actor: Actor, request: PersonRequest, action: str, event: str, at: datetime) -> None:
    audit.record(
        actor=actor, action=f"privacy.person_request.{action}", subject_type="person_request", subject_id=request.id,
        at=at, new={"kind": request.kind, "status": request.status, "erased": request.erased},
        group_id=request.group_id,
    )  # fmt: skip
    outbox.publish(
        event_type=f"privacy.person_request.{event}", subject_type="person_request", subject_id=request.id, at=at,
        actor=actor, group_id=request.group_id,
    )  # fmt: skip
