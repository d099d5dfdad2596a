"""Units of measure, the same for everyone: their code is their id."""

import graphene

from api.guarded import guarded
from commerce.masterdata.queries import uoms_visible_to


class Uom(graphene.ObjectType):
    """A unit of measure of UN/ECE Recommendation 20 or 21."""

    code = graphene.String(required=True, description="The code, e.g. KGM.")
    name_en = graphene.String(required=True, description="The name in English.")
    name_zh = graphene.String(required=True, description="The name in Chinese.")
    symbol = graphene.String(required=True, description="The symbol.")
    dimension = graphene.String(required=True, description="What it measures, e.g. mass.")


def uoms() -> graphene.Field:
    """This will declare the root field that lists all units of measure by code."""

    @guarded("masterdata.uom.read")
    def resolve(root: object, info: graphene.ResolveInfo) -> list[object]:
        return list(uoms_visible_to(info.context.actor).order_by("code"))

    return graphene.Field(
        graphene.NonNull(graphene.List(graphene.NonNull(Uom))),
        description="All units of measure, by code.",
        resolver=resolve,
    )
