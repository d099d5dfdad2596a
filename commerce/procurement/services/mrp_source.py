"""Sources of material demand: set up, changed, pulled by the clock."""

import uuid
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings

from commerce.procurement.demand.odata import SHAPES, Connection
from commerce.procurement.models import MrpSource
from commerce.procurement.models.mrp import GROUPINGS
from commerce.procurement.texts import check_text
from tenants.accounts.queries import members_of_unit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit, egress, files, outbox
from tenants.runtime.clock import clear_alarm, set_alarm
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import current_scope

PULL = "procurement.mrp_source.pull"
OWNER_NEEDS = frozenset({"procurement.requisition.create", "procurement.requisition.submit"})
SHORTEST, LONGEST = 15, 7 * 24 * 60
"""Minutes between pulls."""


class SourceNameTaken(Invalid):
    """The unit has a source of this name."""

    code = "SOURCE_NAME_TAKEN"

    def __init__(self) -> None:
        super().__init__(
            field="name", reason_en="There is a source of this name.", reason_zh="已存在同名来源。"
        )


class OwnerCannotRequest(Invalid):
    """The owner is not a member of the unit who may raise and submit requisitions."""

    code = "OWNER_CANNOT_REQUEST"

    def __init__(self) -> None:
        super().__init__(
            field="ownerId",
            reason_en="Choose a member of this unit who may raise and submit requisitions.",
            reason_zh="请选择本单元中可以创建并提交采购申请的成员。",
        )


def mrp_source_create(
    *,
    actor: Actor,
    at: datetime,
    name: str,
    owner_id: uuid.UUID,
    grouping: str = "supplier",
    cost_centre: str = "",
    shape: str = "",
    url: str = "",
    user_name: str = "",
    password: str = "",
    every_minutes: int = 0,
) -> uuid.UUID:
    """This will set a source up, whose requisitions belong to the owner, and give its id.

    With a shape it is pulled from an OData address; the password is kept as ciphertext and never shown. Raises
    Forbidden, SourceNameTaken, OwnerCannotRequest, EgressRefused, Invalid.
    """
    require(actor, "procurement.mrp_source.edit")
    row = MrpSource(id=new_id())
    _set(row, name=name, owner_id=owner_id, grouping=grouping, cost_centre=cost_centre, active=True, shape=shape,
         url=url, user_name=user_name, password=password, every_minutes=every_minutes)  # fmt: skip
    row.save(force_insert=True)
    _plan(row, at)
    _tell(row, "created", actor=actor, at=at)
    return row.id


def mrp_source_edit(
    *,
    actor: Actor,
    at: datetime,
    source_id: uuid.UUID,
    version: int,
    name: str | None = None,
    owner_id: uuid.UUID | None = None,
    grouping: str | None = None,
    cost_centre: str | None = None,
    active: bool | None = None,
    shape: str | None = None,
    url: str | None = None,
    user_name: str | None = None,
    password: str | None = None,
    every_minutes: int | None = None,
) -> uuid.UUID:
    """This will change what is given of a source and give its id; a paused one takes no deliveries.

    A changed address needs the password anew, so that nobody sends it elsewhere. Raises what creating raises,
    NotFound, Conflict.
    """
    require(actor, "procurement.mrp_source.edit")
    rows = lock_rows(MrpSource.objects.filter(id=source_id))
    if not rows:
        raise NotFound(field="sourceId")
    row = rows[0]
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    if url and row.sealed is not None and not password and _host(url) != _host(row.url):
        raise Invalid(
            field="password",
            reason_en="Give the password for the new address.",
            reason_zh="更换地址时请重新填写密码。",
        )
    _set(row, name=name, owner_id=owner_id, grouping=grouping, cost_centre=cost_centre, active=active, shape=shape,
         url=url, user_name=user_name, password=password, every_minutes=every_minutes)  # fmt: skip
    row.version += 1
    row.save()
    _plan(row, at)
    _tell(row, "edited", actor=actor, at=at)
    return row.id


def connection_of(row: MrpSource) -> Connection:
    """This will give where and how a source is asked, its password in the clear; the caller's scope is the unit's."""
    password = files.open_text(bytes(row.sealed), record_id=row.id) if row.sealed is not None else ""
    return Connection(row.url, row.shape, row.user_name, password, settings.SAP_STAND_IN)


def plan_next_pull(row: MrpSource, at: datetime) -> None:
    """This will set the alarm of the next pull, or none."""
    _plan(row, at)


def _set(row: MrpSource, *, owner_id: uuid.UUID | None, password: str | None, **given: object) -> None:
    for name, value in given.items():
        if value is not None:
            setattr(row, name, value.strip() if isinstance(value, str) else value)
    check_text(row.name, field="name", longest=80)
    check_text(row.cost_centre, field="costCentre", longest=64)
    check_text(row.user_name, field="userName", longest=200)
    if not row.name:
        raise Invalid(field="name", reason_en="Give it a name.", reason_zh="请填写名称。")
    if MrpSource.objects.filter(name=row.name).exclude(id=row.id).exists():
        raise SourceNameTaken
    if row.grouping not in GROUPINGS:
        raise Invalid(
            field="grouping", reason_en="supplier, category, week or all.", reason_zh="请选择已知的分组方式。"
        )
    if owner_id is not None:
        _own(row, owner_id)
    _connect(row, password or "")


def _own(row: MrpSource, owner_id: uuid.UUID) -> None:
    unit_id = current_scope().unit_id
    found = members_of_unit(unit_id=unit_id, roles=[], person_ids=[owner_id]) if unit_id else {}
    member = found.get(owner_id)
    if member is None or not member.permissions >= OWNER_NEEDS:
        raise OwnerCannotRequest
    row.owner_gid, row.owner_name = owner_id, member.display_name


def _connect(row: MrpSource, password: str) -> None:
    if not row.shape:
        row.url, row.user_name, row.sealed, row.every_minutes = "", "", None, 0
        return
    if row.shape not in SHAPES:
        raise Invalid(field="shape", reason_en="Choose a known shape.", reason_zh="请选择已知的数据格式。")
    check_text(row.url, field="url", longest=500)
    stand_in = settings.SAP_STAND_IN
    if not (stand_in and row.url.startswith(f"{stand_in}/")):
        egress.check_address(row.url)
    if urlsplit(row.url).query or urlsplit(row.url).fragment:
        raise Invalid(
            field="url",
            reason_en="Give the service's address without a query.",
            reason_zh="地址不得包含查询参数。",
        )
    if row.every_minutes and not SHORTEST <= row.every_minutes <= LONGEST:
        raise Invalid(
            field="everyMinutes",
            reason_en=f"{SHORTEST} minutes to a week; 0 for on demand alone.",
            reason_zh=f"间隔为 {SHORTEST} 分钟至一周；0 表示仅手动获取。",
        )
    if password:
        row.sealed = files.seal_text(password, record_id=row.id)


def _host(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _plan(row: MrpSource, at: datetime) -> None:
    if row.active and row.shape and row.every_minutes:
        set_alarm(kind=PULL, subject_id=row.id, due_at=at + timedelta(minutes=row.every_minutes))
    else:
        clear_alarm(kind=PULL, subject_id=row.id)


def _tell(row: MrpSource, event: str, *, actor: Actor, at: datetime) -> None:
    audit.record(
        actor=actor,
        action="procurement.mrp_source.edit",
        subject_type="mrp_source",
        subject_id=row.id,
        subject_label=row.name,
        at=at,
        new={
            "owner": row.owner_name, "grouping": row.grouping, "active": row.active, "shape": row.shape,
            "url": row.url, "every_minutes": row.every_minutes,
        },
    )  # fmt: skip
    outbox.publish(
        event_type=f"procurement.mrp_source.{event}",
        subject_type="mrp_source",
        subject_id=row.id,
        version=row.version,
        at=at,
        actor=actor,
    )
