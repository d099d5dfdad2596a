"""Templates of requisitions: saved from one, used for new ones, deleted."""

import uuid
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal

from django.db.models import F

from commerce.procurement.lines import RequisitionLineInput
from commerce.procurement.models import RequisitionTemplate
from commerce.procurement.queries import requisition_templates_visible_to, requisitions_visible_to
from commerce.procurement.services.requisition_write import requisition_create, stored_inputs
from commerce.procurement.texts import check_text
from commerce.procurement.usable_lines import LineLeftOut, usable_lines
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require

_KEPT = tuple(f.name for f in fields(RequisitionLineInput) if f.name not in ("need_by_date", "line_id"))
_IDS = ("item_id", "category_id", "supplier_org_id")


class TemplateNameTaken(Invalid):
    """The person has a template of this name."""

    code = "TEMPLATE_NAME_TAKEN"

    def __init__(self) -> None:
        super().__init__(
            field="name",
            reason_en="You have a template of this name. Choose another name, or delete the old one.",
            reason_zh="您已有同名模板，请更换名称或先删除旧模板。",
        )


class TemplateNotOwn(DomainError):
    """A shared template is deleted by its owner, or by whoever orders requisitions."""

    code = "TEMPLATE_NOT_OWN"
    en = "This template belongs to {owner}."
    zh = "该模板属于 {owner}。"


@dataclass(frozen=True, slots=True)
class TemplateUsed:
    """The new draft, and the lines of the template that could not be taken over."""

    requisition_id: uuid.UUID
    left_out: tuple[LineLeftOut, ...]


def requisition_template_save(
    *, actor: Actor, at: datetime, requisition_id: uuid.UUID, name: str, shared: bool = False
) -> uuid.UUID:
    """This will keep a requisition's header and lines under a name, for oneself or for the unit; gives its id.

    Raises Forbidden, NotFound, TemplateNameTaken, Invalid.
    """
    require(actor, "procurement.requisition_template.save")
    name = check_text(name.strip(), field="name", longest=100)
    if not name:
        raise Invalid(field="name", reason_en="Give it a name.", reason_zh="请填写模板名称。")
    source = requisitions_visible_to(actor=actor).filter(id=requisition_id).first()
    if source is None:
        raise NotFound(field="requisitionId")
    if RequisitionTemplate.objects.filter(owner_key=actor.key, name=name).exists():
        raise TemplateNameTaken
    lines = stored_inputs(source.id)
    row = RequisitionTemplate(
        name=name,
        shared=shared,
        owner_key=actor.key,
        owner_name=actor.display_name,
        title=source.title,
        cost_centre=source.cost_centre,
        currency=source.currency,
        justification=source.justification,
        lines=[_as_json(line) for line in lines],
        line_count=len(lines),
    )
    RequisitionTemplate.objects.bulk_create([row])
    _tell(row, "save", "saved", actor=actor, at=at)
    return row.id


def requisition_template_use(*, actor: Actor, at: datetime, template_id: uuid.UUID) -> TemplateUsed:
    """This will write down a new draft of the actor with the template's lines.

    Lines of discontinued items and blacklisted suppliers are left out, each with its reason. Raises Forbidden,
    NotFound, NothingLeft.
    """
    require(actor, "procurement.requisition.create")
    row = requisition_templates_visible_to(actor).filter(id=template_id).first()
    if row is None:
        raise NotFound(field="templateId")
    lines, left_out = usable_lines(actor=actor, lines=[_from_json(line) for line in row.lines], at=at)
    requisition_id = requisition_create(
        actor=actor,
        at=at,
        lines=lines,
        title=row.title,
        cost_centre=row.cost_centre,
        currency=row.currency,
        justification=row.justification,
    )
    RequisitionTemplate.objects.filter(id=row.id).update(used_count=F("used_count") + 1, used_at=at)
    return TemplateUsed(requisition_id, tuple(left_out))


def requisition_template_delete(*, actor: Actor, at: datetime, template_id: uuid.UUID) -> dict[str, str]:
    """This will delete a template and give its name; raises Forbidden, NotFound, TemplateNotOwn."""
    require(actor, "procurement.requisition_template.save")
    row = requisition_templates_visible_to(actor).filter(id=template_id).first()
    if row is None:
        raise NotFound(field="templateId")
    if row.owner_key != actor.key and not actor.may("procurement.requisition.order"):
        raise TemplateNotOwn(field="templateId", owner=row.owner_name or "—")
    RequisitionTemplate.objects.filter(id=row.id).delete()
    _tell(row, "delete", "deleted", actor=actor, at=at)
    return {"name": row.name}


def _as_json(line: RequisitionLineInput) -> dict[str, str]:
    values = ((name, getattr(line, name)) for name in _KEPT)
    return {name: str(value) for name, value in values if value is not None}


def _from_json(kept: dict[str, str]) -> RequisitionLineInput:
    ids = {name: uuid.UUID(kept[name]) for name in _IDS if name in kept}
    return RequisitionLineInput(
        quantity=Decimal(kept["quantity"]),
        unit_price=Decimal(kept["unit_price"]),
        unit=kept.get("unit", ""),
        description=kept.get("description", ""),
        item_id=ids.get("item_id"),
        category_id=ids.get("category_id"),
        supplier_org_id=ids.get("supplier_org_id"),
    )


def _tell(row: RequisitionTemplate, action: str, event: str, *, actor: Actor, at: datetime) -> None:
    audit.record(
        actor=actor,
        action=f"procurement.requisition_template.{action}",
        subject_type="requisition_template",
        subject_id=row.id,
        subject_label=row.name,
        at=at,
        new={"shared": row.shared, "lines": row.line_count},
    )
    outbox.publish(
        event_type=f"procurement.requisition_template.{event}",
        subject_type="requisition_template",
        subject_id=row.id,
        at=at,
        actor=actor,
        payload={"name": row.name},
    )
