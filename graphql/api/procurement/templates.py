"""Templates of requisitions: what is read of them, and what can be done."""

from typing import Any

from graphene import Boolean, Field, Int, List, NonNull, ObjectType, String

from api.inputs import id_of
from api.mutation import Mutation
from api.procurement.types import Requisition
from api.reads import ReadType, column, computed, read_back
from api.scalars import DateTime
from commerce.procurement.queries import requisition_templates_visible_to
from commerce.procurement.services.requisition_template import (
    requisition_template_delete,
    requisition_template_save,
    requisition_template_use,
)
from tenants.kernel.actor import Actor


class RequisitionLineLeftOut(ObjectType):
    """A line that could not be taken over into a new requisition."""

    description = String(required=True, description="What it asked for.")
    reason = String(
        required=True,
        description="item_archived, category_archived, supplier_gone, supplier_sanctioned or unit_unknown.",
    )


def left_out_field() -> Any:
    """This will make the payload's list of lines that were left out."""
    return Field(
        List(NonNull(RequisitionLineLeftOut)),
        description="Lines that could not be taken over, with the reason.",
    )


def _is_own(owner_key: str, *, actor: Actor) -> bool:
    return owner_key == actor.key


class RequisitionTemplate(ReadType):
    """A named list of lines that new requisitions begin with."""

    class Meta:
        model = "procurement.RequisitionTemplate"
        permission = "procurement.requisition.create"
        visible = requisition_templates_visible_to
        search = ("name", "title")
        filters = {"shared": ["eq"]}
        order_by = ("name", "created_at")
        default_order = "name"

    name = column(String, description="Its name.")
    shared = column(Boolean, description="Whether the whole unit uses it; otherwise its owner alone.")
    owner_name = column(String, description="Who saved it.")
    is_own = computed(
        Boolean,
        needs=("owner_key",),
        resolve=_is_own,
        required=True,
        description="Whether it is the asker's own.",
    )
    title = column(String, description="The title of the requisitions made of it.")
    line_count = column(Int, description="How many lines it has.")
    used_count = column(Int, description="How often it was used.")
    used_at = column(DateTime, description="When it was last used.")
    created_at = column(DateTime, description="When it was saved.")


class RequisitionTemplateSave(Mutation):
    """Keeps a requisition's lines under a name."""

    permission = "procurement.requisition_template.save"
    service = requisition_template_save
    creates = True

    class Input:
        requisition_id = id_of("Requisition", required=True, description="The requisition.")
        name = String(required=True, description="The template's name.")
        shared = Boolean(description="Whether the whole unit may use it.")

    class Payload:
        template = read_back(RequisitionTemplate)


class RequisitionTemplateUse(Mutation):
    """Writes down a new draft with the template's lines that can still be asked for."""

    permission = "procurement.requisition.create"
    service = requisition_template_use
    creates = True

    class Input:
        template_id = id_of("RequisitionTemplate", required=True, description="The template.")

    class Payload:
        requisition = read_back(Requisition)
        left_out = left_out_field()


class RequisitionTemplateDelete(Mutation):
    """Deletes a template; requisitions made of it stay."""

    permission = "procurement.requisition_template.save"
    service = requisition_template_delete

    class Input:
        template_id = id_of("RequisitionTemplate", required=True, description="The template.")

    class Payload:
        name = String(description="The name of the template that is gone.")


UNIT = [RequisitionTemplateSave, RequisitionTemplateUse, RequisitionTemplateDelete]
